import GoalFile
import Goals

// Lines of text: search and check-in.
extension Session {
  mutating func type(_ text: String) {
    guard context == .typing else {
      if context == .board || context == .page {
        say("a pasted text is no command: c or / first")
      }
      return
    }
    editField { $0.insert(text) }
  }

  mutating func editField(_ edit: (inout TextField) -> Void) {
    switch mode {
    case .searching(var field, let origin):
      edit(&field)
      mode = .searching(field, origin: origin)
      preview(field.text, from: origin)
    case .checkingIn(var field, let thing):
      edit(&field)
      mode = .checkingIn(field, on: thing)
    case .naming(var field):
      edit(&field)
      mode = .naming(field)
    case .browsing, .help, .quitting, .reloading, .opening, .refused,
      .deciding, .recovering:
      break
    }
  }

  mutating func accept() -> [Effect] {
    switch mode {
    case .searching(let field, let origin): acceptSearch(field, origin)
    case .checkingIn(let field, let thing): acceptCheckIn(field, on: thing)
    case .naming(let field): return saveElsewhere(field.text)
    case .browsing, .help, .quitting, .reloading, .opening, .refused,
      .deciding, .recovering:
      break
    }
    return []
  }

  mutating func cancel() {
    if case .searching(_, let origin) = mode { restore(origin) }
    mode = .browsing
  }
}

// Search.
extension Session {
  mutating func startSearch() {
    mode = .searching(TextField(), origin: trail)
  }

  /// Selects the first match from where the search began.
  private mutating func preview(_ text: String, from origin: Trail) {
    restore(origin)
    guard !text.isEmpty, let thing = match(text, after: selection, .same) else {
      return
    }
    trail.pages = []
    select(thing)
  }

  private mutating func acceptSearch(_ field: TextField, _ origin: Trail) {
    mode = .browsing
    let text = field.text
    guard !text.isEmpty else { return restore(origin) }
    lastSearch = text
    if match(text, after: nil, .same) == nil {
      restore(origin)
      say("no '\(text)' in titles, ids and owners", .failure)
    }
  }

  private mutating func restore(_ origin: Trail) {
    trail = origin
    rows = outlook.rows(folded: trail.board.folded)
  }

  /// Goes `steps` matches on, backwards where that is negative.
  mutating func findNext(_ steps: Int) {
    guard !lastSearch.isEmpty else {
      return say("nothing to find again: / searches")
    }
    var thing = selection
    for _ in 0..<min(abs(steps), 1_000) {
      guard
        let next = match(lastSearch, after: thing, steps > 0 ? .down : .up)
      else {
        return say("no '\(lastSearch)' in titles, ids and owners", .failure)
      }
      thing = next
    }
    trail.pages = []
    if let thing { select(thing) }
  }

  enum Way {
    case down, up
    /// Down, beginning with where one is.
    case same
  }

  /// The next thing that matches, around the end of the board; `nil` where none
  /// does.
  private func match(
    _ text: String, after start: Thing?, _ way: Way
  ) -> Thing? {
    let wanted = Array(text.lowercased().utf8)
    let all = outlook.rows() + outlook.board.kpis.indices.map { .kpi($0) }
    guard !all.isEmpty else { return nil }
    let origin = start.flatMap { all.firstIndex(of: $0) } ?? 0
    for step in 0..<all.count {
      let offset =
        switch way {
        case .down: origin + 1 + step
        case .up: origin - 1 - step + 2 * all.count
        case .same: origin + step
        }
      let thing = all[offset % all.count]
      if outlook.mentions(wanted, thing) { return thing }
    }
    return nil
  }
}

extension Outlook {
  /// Whether the title, id or owner of a thing contains `wanted`, in lower case.
  fileprivate func mentions(_ wanted: [UInt8], _ thing: Thing) -> Bool {
    [title(of: thing), id(of: thing)?.text, owner(of: thing)].contains {
      $0.map { contains(wanted, in: Array($0.lowercased().utf8)) } ?? false
    }
  }

  private func contains(_ wanted: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = wanted.first, wanted.count <= text.count else {
      return wanted.isEmpty
    }
    for start in 0...(text.count - wanted.count)
    where text[start] == first {
      if text[start...].starts(with: wanted) { return true }
    }
    return false
  }
}

// Check-in.
extension Session {
  mutating func startCheckIn() {
    if let obstacle { return say(obstacle) }
    guard let thing = checkInTarget else {
      return say("nothing is selected to check in")
    }
    mode = .checkingIn(TextField(), on: thing)
  }

  /// What a check-in would be about: on a page the link that is selected, else
  /// the page's own thing.
  private var checkInTarget: Thing? {
    selection
  }

  /// What is understood of a check-in as it is typed.
  func understood(
    _ text: String, on thing: Thing
  ) -> Result<CheckIn, EntryError> {
    do throws(EntryError) {
      var checkIn = try CheckIn(
        typed: text, on: thing, in: outlook.board, at: clock)
      checkIn.person = checkIn.person ?? user
      return .success(checkIn)
    } catch {
      return .failure(error)
    }
  }

  private mutating func acceptCheckIn(_ field: TextField, on thing: Thing) {
    let isBlank = field.text.allSatisfy { $0 == " " }
    guard !isBlank else {
      mode = .browsing
      return say("nothing typed, nothing changed")
    }
    guard case .success(let checkIn) = understood(field.text, on: thing) else {
      return
    }
    do throws(EditError) {
      try make(.checkIn(checkIn, on: thing))
      mode = .browsing
      say("checked in: w saves, u undoes")
    } catch {
      say("\(error)", .failure)
    }
  }
}
