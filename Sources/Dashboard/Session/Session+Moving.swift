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
    guard trail.pages.isEmpty else { return reorderLine(steps) }
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

// The order of lines on a page.
extension Session {
  /// Moves the selected line among its like, `steps` places down or up.
  private mutating func reorderLine(_ steps: Int) {
    guard let address = selectedAddress,
      case .statement(let phrase, _, let subject) = address,
      [.milestone, .action, .narrative].contains(phrase.keyword),
      let line = document.line(of: address)
    else {
      return say("only milestones, actions and narrative can be moved here")
    }
    let lines = document.lines(of: phrase.keyword, in: subject)
    guard let place = lines.firstIndex(of: line) else { return }
    let target = max(0, min(lines.count - 1, place + steps))
    guard target != place else {
      return say(steps > 0 ? "it is the last one" : "it is the first one")
    }
    let old = lines.compactMap { document.phrase(onLine: $0) }
    guard old.count == lines.count else {
      return say("a line among them is not understood: bearing check names it")
    }
    var order = old
    order.insert(order.remove(at: place), at: target)
    let edits = lines.indices.filter { order[$0] != old[$0] }.map {
      Edit.change(line: lines[$0], to: order[$0])
    }
    do throws(EditError) {
      try make(edits)
    } catch {
      return say("\(error)", .failure)
    }
    selectLine(of: .statement(phrase.keyword, target, in: subject))
    say("moved: \(savingKeys)")
  }

  /// Selects the line of the page that shows a line of the board.
  private mutating func selectLine(of source: PageContent.Source) {
    guard let page = trail.pages.last else { return }
    let content = layout(of: page.topic).content
    let line = (0..<content.count).first { content.source(at: $0) == source }
    if let line { selectOnPage(line) }
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
