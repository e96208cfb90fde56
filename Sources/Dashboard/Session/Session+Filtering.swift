import Canvas
import Goals

/// Where everything stood before somebody typed what is to be shown.
package struct FilterOrigin: Hashable, Sendable {
  let text: String
  let cycle: String?
  fileprivate(set) var trail: Trail
  fileprivate(set) var anchor: Anchor

  /// The same on another board.
  func following(_ outlook: Outlook, from old: Outlook) -> FilterOrigin {
    var result = self
    result.trail = trail.following(outlook, from: old)
    result.anchor = anchor.following(outlook, from: old)
    return result
  }
}

// Showing a part of the board.
extension Session {
  mutating func startFilter() {
    let origin = FilterOrigin(
      text: sight.text, cycle: sight.cycle, trail: trail,
      anchor: Anchor(of: self))
    mode = .filtering(TextField(), origin: origin)
    previewFilter("", origin)
  }

  /// Shows what the text leaves of the board, as it was before it was typed.
  mutating func previewFilter(_ text: String, _ origin: FilterOrigin) {
    trail = origin.trail
    leavePagesOfAll()
    sight.text = understood(text)
    look()
    origin.anchor.restore(in: &self)
  }

  /// Leaves the pages that show all whatever is filtered.
  private mutating func leavePagesOfAll() {
    trail.pages = trail.pages.last?.topic == .actions ? trail.pages : []
  }

  /// The text, with its last word ended where it would leave nothing as it is.
  private func understood(_ text: String) -> String {
    let names = FilterNames(outlook, user: user)
    let rest = names.completion(of: text)
    guard !rest.isEmpty else { return text }
    var trial = sight
    trial.text = text
    trial.look(at: outlook, user: user)
    return trial.things?.isEmpty == true ? text + rest : text
  }

  mutating func restore(_ origin: FilterOrigin) {
    trail = origin.trail
    sight.text = origin.text
    sight.cycle = origin.cycle
    look()
    origin.anchor.restore(in: &self)
  }

  /// Goes on with what is shown; an empty text shows all, of all cycles.
  mutating func acceptFilter(_ text: String) {
    mode = .browsing
    leavePagesOfAll()
    let words = understood(text)
    setSight { sight in
      sight.text = words
      if text.allSatisfy({ $0 == " " }) { sight.cycle = nil }
    }
    if let problem = sight.filter.problem {
      say(problem, .failure)
    } else {
      say(sight.filter.isEmpty ? "all is shown" : filterWords(.full))
    }
  }

  /// Shows another part; what is selected stays so, or what is next to it.
  mutating func setSight(_ change: (inout Sight) -> Void) {
    let anchor = Anchor(of: self)
    change(&sight)
    look()
    anchor.restore(in: &self)
  }

  /// Ends the word that is typed as the line shows it.
  mutating func completeFilter() {
    let rest = filterCompletion
    guard !rest.isEmpty else { return }
    editField { field in
      field.edit(.cursorEnd)
      field.insert(rest + " ")
    }
  }

  /// The rest of the word that is being typed, where it is known.
  var filterCompletion: String {
    guard case .filtering(let field, _) = mode, field.tail.isEmpty else {
      return ""
    }
    return FilterNames(outlook, user: user).completion(of: field.text)
  }

  /// What is understood of the filter that is typed.
  var filterNote: (text: String, style: Style) {
    if sight.filter.isEmpty {
      return (
        "owner, team, status, cycle, stale, mine, due or any text", .faint
      )
    }
    if let problem = sight.filter.problem {
      return (problem, Style(.error, .bold))
    }
    return (filterWords(.full), .notice)
  }

  /// `owner Ada · at risk · 4 of 12`.
  func filterWords(_ length: Session.Wording) -> String {
    sight.words(length, glyphs)
  }

  /// What the lists say where the filter leaves nothing for them.
  var absence: String? {
    if sight.showsAll { return nil }
    let way = "\(key(.filter)) Enter shows all"
    guard let cycle = sight.cycle, sight.filter.isEmpty else {
      return "nothing matches: \(way)"
    }
    return "nothing in \(cycle): \(way)"
  }
}

// The page of all actions.
extension Session {
  /// What everybody promised to do, as far as the filter leaves it.
  var actions: ActionList { ActionList(outlook, in: sight, user: user) }

  mutating func openActions() {
    if trail.pages.last?.topic == .actions { return }
    openPage(of: .actions)
  }
}

extension Sight {
  /// What of the actions alone is shown; empty for all.
  var filterOfActions: [String] {
    (cycle.map { ["only \($0)"] } ?? []) + filter.words
  }

  /// What the filter is and how much it leaves: `owner Ada · 4 of 12`.
  func words(_ length: Session.Wording, _ glyphs: Glyphs) -> String {
    let count = "\(found.matches) of \(found.total)"
    guard length == .full else { return count }
    return (filter.words + [count]).joined(
      separator: " \(glyphs.text(glyphs.separator)) ")
  }
}
