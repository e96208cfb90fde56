import Goals

/// What a thing is known by in all versions of a file.
package enum ThingName: Hashable, Sendable {
  case id(ID)
  case objective(String)
  case keyResult(String, under: String)
  case kpi(String)
}

extension Board {
  /// Its id, else its title.
  func name(of thing: Thing) -> ThingName {
    switch thing {
    case .objective(let index):
      let objective = objectives[index]
      return objective.id.map { .id($0) } ?? .objective(objective.title)
    case .keyResult(let index):
      let keyResult = keyResults[index]
      let objective = objectives[keyResult.objective]
      return keyResult.id.map { .id($0) }
        ?? .keyResult(keyResult.title, under: objective.title)
    case .kpi(let index):
      let kpi = kpis[index]
      return kpi.id.map { .id($0) } ?? .kpi(kpi.title)
    }
  }

  /// Those things that another version of the board says are private and this
  /// one does not: under their names or, where these are gone, in their places.
  func things(hiddenIn other: Board) -> [Thing] {
    let secrets = other.allThings.filter(other.isPrivate)
    guard !secrets.isEmpty else { return [] }
    let own = Dictionary(
      allThings.map { (name(of: $0), $0) }, uniquingKeysWith: { $1 })
    let names = Set(other.allThings.map(other.name))
    let things = secrets.compactMap { secret -> Thing? in
      if let thing = own[other.name(of: secret)] { return thing }
      let isGone = contains(secret) && !names.contains(name(of: secret))
      return isGone ? secret : nil
    }
    return things.filter { !isPrivate($0) }
  }
}

extension Scene {
  func name(of thing: Thing) -> ThingName { board.name(of: thing) }
}
