import GoalFile
import Goals

// How the document changes.
extension Session {
  /// Takes `bytes` as what is shown from now on, with everything selected,
  /// folded and open as it was, as far as it still exists.
  mutating func show(_ bytes: [UInt8]) {
    document = Document(bytes)
    hasUnsavedEdits = bytes != base
    errors = document.errorCount
    refresh()
  }

  /// Computes everything anew, because the document or the time has changed.
  mutating func refresh() {
    let old = outlook
    let anchor = Anchor(of: self)
    outlook = Outlook(document.board, at: now)
    histories = [:]
    trail = trail.following(outlook, from: old)
    if case .searching(let field, let origin) = mode {
      mode = .searching(field, origin: origin.following(outlook, from: old))
    }
    if case .filtering(let field, let origin) = mode {
      mode = .filtering(field, origin: origin.following(outlook, from: old))
    }
    if case .checkingIn(let field, let thing) = mode {
      let new = outlook.successor(of: thing, in: old)
      mode = new.map { .checkingIn(field, on: $0) } ?? .browsing
    }
    if case .repeating(let field, let thing) = mode {
      let new = outlook.successor(of: thing, in: old)
      mode = new.map { .repeating(field, on: $0) } ?? .browsing
    }
    followMeeting(from: old)
    followWhatIsAsked(from: old)
    followDrafts(from: old)
    look()
    anchor.following(outlook, from: old).restore(in: &self)
    followWalk(from: old)
    if case .closing(let walk) = mode {
      let isGone = walk.thing.map { outlook.successor(of: $0, in: old) == nil }
      if isGone ?? false { noteText() }
      mode =
        walk.following(outlook, from: old).map { .closing($0) } ?? .browsing
    }
    if case .recovering = mode, let one = recovered.first {
      recoveredWords = words(of: one)
    }
  }

  /// Stays with the line or thing that is typed or asked about.
  private mutating func followWhatIsAsked(from old: Outlook) {
    if case .writing(let jot) = mode {
      guard let new = following(jot, from: old) else {
        if let kind = kindOfText { pastTexts.note(jot.field.text, of: kind) }
        mode = .browsing
        return say("what was to be changed is gone", .failure)
      }
      mode = .writing(new)
    }
    if case .filling(let form) = mode {
      guard let new = following(form, from: old) else {
        leave(form)
        return say(
          "what the form is about is gone: what was typed is kept", .failure)
      }
      mode = .filling(new)
    }
    if case .choosing(let palette) = mode { gatherOffers(for: palette) }
    if case .deleting(let deletion) = mode {
      mode = following(deletion, from: old).map { .deleting($0) } ?? .browsing
    }
  }

  mutating func say(_ text: String, _ kind: Notice.Kind = .word) {
    notice = Notice(text: text, kind: kind)
  }
}

extension Trail {
  /// The same places on another board; pages of what is gone are left.
  func following(_ outlook: Outlook, from old: Outlook) -> Trail {
    var result = self
    result.board.folded = outlook.successors(of: board.folded, in: old)
    result.pages = pages.compactMap { page in
      outlook.successor(of: page.topic, in: old).map { topic in
        var page = page
        page.topic = topic
        return page
      }
    }
    return result
  }
}
