import Canvas
import GoalFile
import Goals

// How the actions of things and meetings are said and found again.

extension Promise.Place {
  /// What its line stands in.
  var subject: Subject {
    switch self {
    case .thing(let thing): .thing(thing)
    case .meeting(let index): .meeting(index)
    }
  }
}

extension Outlook {
  private func actions(at place: Promise.Place) -> [Action] {
    switch place {
    case .thing(let thing): board.actions(of: thing)
    case .meeting(let index): board.meetings[index].actions
    }
  }

  /// An action of an older board on this one, where its block is now `place`:
  /// found by its text, else by its place among as many; `nil` where it is gone.
  func successor(
    of promise: Promise, at place: Promise.Place, in old: Outlook
  ) -> Promise? {
    let before = old.actions(at: promise.place)
    let now = actions(at: place)
    func says(_ index: Int) -> Bool {
      now.indices.contains(index) && now[index].text == promise.action.text
    }
    let index =
      says(promise.index) ? promise.index : now.indices.first(where: says)
    guard
      let index = index ?? (before.count == now.count ? promise.index : nil),
      now.indices.contains(index)
    else { return nil }
    return Promise(place: place, index: index, action: now[index])
  }

  /// The line of a page that stands for an action; `nil` where it is gone.
  func line(of promise: Promise) -> PageContent.Line? {
    let actions = actions(at: promise.place)
    guard actions.indices.contains(promise.index) else { return nil }
    let action = actions[promise.index]
    var line = PageContent.Line(text: words(of: action, at: promise.place))
    if action.box.known(at: now).isDone { line.style = .faint }
    if action.isLate(at: now) { line.style = Style(.atRisk) }
    line.source = .statement(
      .action, promise.index, in: promise.place.subject)
    if case .thing(let thing) = promise.place { line.link = .thing(thing) }
    return line
  }

  /// An action in words, masked where its thing is.
  func words(of action: Action, at place: Promise.Place) -> String {
    switch place {
    case .thing(let thing): ThingWords(self, thing).words(of: action)
    case .meeting: words(of: action)
    }
  }
}
