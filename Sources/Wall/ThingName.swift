import Goals

/// What a thing is known by in all versions of a file.
package enum ThingName: Hashable, Sendable {
  case id(ID)
  case objective(String)
  case keyResult(String, under: String)
  case kpi(String)
}

extension Scene {
  /// Its id, else its title.
  func name(of thing: Thing) -> ThingName {
    switch thing {
    case .objective(let index):
      let objective = board.objectives[index]
      return objective.id.map { .id($0) } ?? .objective(objective.title)
    case .keyResult(let index):
      let keyResult = board.keyResults[index]
      let objective = board.objectives[keyResult.objective]
      return keyResult.id.map { .id($0) }
        ?? .keyResult(keyResult.title, under: objective.title)
    case .kpi(let index):
      let kpi = board.kpis[index]
      return kpi.id.map { .id($0) } ?? .kpi(kpi.title)
    }
  }

  /// Whether a thing has the name that it has in another scene.
  func isCalledAs(_ thing: Thing, in other: Scene) -> Bool {
    let id = board.id(of: thing)
    guard id == other.board.id(of: thing) else { return false }
    guard id == nil else { return true }
    guard board.title(of: thing) == other.board.title(of: thing) else {
      return false
    }
    guard case .keyResult = thing, let own = board.objective(of: thing),
      let others = other.board.objective(of: thing)
    else { return true }
    return board.objectives[own].title == other.board.objectives[others].title
  }
}
