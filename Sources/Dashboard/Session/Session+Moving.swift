import GoalFile
import Goals

// The order of things.
extension Session {
  /// Moves what is selected `steps` places down, or up where negative.
  ///
  /// A key result goes on into the next objective, and as the last one into the
  /// objective before.
  mutating func reorder(_ steps: Int) {
    if let obstacle { return say(obstacle) }
    guard let thing = selection else {
      return say("nothing is selected to move")
    }
    var moved = (document: document, thing: thing)
    do throws(EditError) {
      for _ in 0..<min(abs(steps), 1_000) {
        guard
          let next = try steps > 0
            ? moved.document.lowering(moved.thing)
            : moved.document.raising(moved.thing)
        else { break }
        moved = next
      }
    } catch {
      return say("\(error)", .failure)
    }
    guard moved.document.bytes != document.bytes else {
      return say(steps > 0 ? "it is the last one" : "it is the first one")
    }
    let parent = outlook.parent(of: thing)
    replaceBytes(by: moved.document.bytes)
    select(moved.thing)
    let new = outlook.parent(of: moved.thing)
    say(
      parent == new
        ? "moved: \(savingKeys)"
        : "now of \"\(new.map { outlook.title(of: $0) } ?? "")\": \(savingKeys)"
    )
  }
}

extension Outlook {
  /// The objective of a key result.
  fileprivate func parent(of thing: Thing) -> Thing? {
    guard case .keyResult(let index) = thing else { return nil }
    return .objective(board.keyResults[index].objective)
  }
}

extension Document {
  fileprivate typealias Moved = (document: Document, thing: Thing)

  private func moving(
    _ thing: Thing, _ place: Edit.Place, to new: Thing
  ) throws(EditError) -> Moved {
    (try applying(.move(thing, to: place)), new)
  }

  /// The same with a thing one place further down; `nil` where there is none.
  fileprivate func lowering(_ thing: Thing) throws(EditError) -> Moved? {
    switch thing {
    case .objective(let index):
      guard index + 1 < board.objectives.count else { return nil }
      let next = Thing.objective(index + 1)
      return try moving(thing, .after(next), to: next)
    case .kpi(let index):
      guard index + 1 < board.kpis.count else { return nil }
      return try moving(thing, .after(.kpi(index + 1)), to: .kpi(index + 1))
    case .keyResult(let index):
      let parent = board.keyResults[index].objective
      let siblings = board.objectives[parent].keyResults
      if siblings.contains(index + 1) {
        let next = Thing.keyResult(index + 1)
        return try moving(thing, .after(next), to: next)
      }
      guard parent + 1 < board.objectives.count else { return nil }
      // Behind it no key result stands before the first of the next objective.
      guard let first = board.objectives[parent + 1].keyResults.first else {
        return try moving(thing, .inside(parent + 1), to: thing)
      }
      return try moving(thing, .before(.keyResult(first)), to: thing)
    }
  }

  /// The same with a thing one place further up; `nil` where there is none.
  fileprivate func raising(_ thing: Thing) throws(EditError) -> Moved? {
    switch thing {
    case .objective(let index):
      guard index > 0 else { return nil }
      let before = Thing.objective(index - 1)
      return try moving(thing, .before(before), to: before)
    case .kpi(let index):
      guard index > 0 else { return nil }
      return try moving(thing, .before(.kpi(index - 1)), to: .kpi(index - 1))
    case .keyResult(let index):
      let parent = board.keyResults[index].objective
      let siblings = board.objectives[parent].keyResults
      if siblings.contains(index - 1) {
        let before = Thing.keyResult(index - 1)
        return try moving(thing, .before(before), to: before)
      }
      guard parent > 0 else { return nil }
      return try moving(thing, .inside(parent - 1), to: thing)
    }
  }
}
