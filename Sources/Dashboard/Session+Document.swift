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
    if case .checkingIn(let field, let thing) = mode {
      let new = outlook.successor(of: thing, in: old)
      mode = new.map { .checkingIn(field, on: $0) } ?? .browsing
    }
    followMeeting(from: old)
    rows = outlook.rows(folded: trail.board.folded)
    anchor.restore(in: &self, from: old)
  }

  mutating func say(_ text: String, _ kind: Notice.Kind = .word) {
    notice = Notice(text: text, kind: kind)
  }
}

/// What is selected, as things rather than lines, so that the selection stays
/// with them.
private struct Anchor {
  var objective: Thing?
  var kpi: Thing?

  init(of session: Session) {
    let selected = session.trail.board.objectives.selected
    if session.rows.indices.contains(selected) {
      objective = session.rows[selected]
    }
    let index = session.trail.board.kpis.selected
    if session.outlook.board.kpis.indices.contains(index) { kpi = .kpi(index) }
  }

  func restore(in session: inout Session, from old: Outlook) {
    let outlook = session.outlook
    if let thing = objective.flatMap({ outlook.successor(of: $0, in: old) }),
      let row = session.rows.firstIndex(of: thing)
    {
      session.trail.board.objectives.selected = row
    }
    if case .kpi(let index)? = kpi.flatMap({
      outlook.successor(of: $0, in: old)
    }) {
      session.trail.board.kpis.selected = index
    }
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
