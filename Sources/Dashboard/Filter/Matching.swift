import Goals

extension Outlook {
  /// The thing that `thing` of `old` has become here: the one with its id, else
  /// with its title in the same place or nearby; `nil` where it is gone.
  func successor(of thing: Thing, in old: Outlook) -> Thing? {
    if let id = old.id(of: thing) {
      if let new = board.things[id], new.isLike(thing) { return new }
    } else if board.contains(thing), title(of: thing) == old.title(of: thing),
      id(of: thing) == nil
    {
      return thing
    }
    return namesake(of: thing, in: old)
  }

  private func namesake(of thing: Thing, in old: Outlook) -> Thing? {
    let title = old.title(of: thing)
    switch thing {
    case .objective:
      return board.objectives.firstIndex { $0.title == title }
        .map { .objective($0) }
    case .keyResult(let index):
      let parent = Thing.objective(old.board.keyResults[index].objective)
      guard case .objective(let new) = successor(of: parent, in: old) else {
        return nil
      }
      return board.objectives[new].keyResults
        .first { board.keyResults[$0].title == title }.map { .keyResult($0) }
    case .kpi:
      return board.kpis.firstIndex { $0.title == title }.map { .kpi($0) }
    }
  }
}

extension Thing {
  fileprivate func isLike(_ other: Thing) -> Bool {
    switch (self, other) {
    case (.objective, .objective), (.keyResult, .keyResult), (.kpi, .kpi): true
    case (.objective, _), (.keyResult, _), (.kpi, _): false
    }
  }
}
