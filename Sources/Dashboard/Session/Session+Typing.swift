import Canvas
import GoalFile
import Goals

// Lines of text: search and check-in.
extension Session {
  mutating func type(_ text: String) {
    guard context.isLine else {
      if context == place {
        say(
          "a pasted text is no command: \(key(.checkIn)) or \(key(.search)) first"
        )
      }
      return
    }
    editField { $0.insert(text) }
  }

  /// Changes the line that is being typed, if one is.
  mutating func editField(_ edit: (inout TextField) -> Void) {
    recall = nil
    changeField(edit)
  }

  private mutating func changeField(_ edit: (inout TextField) -> Void) {
    guard var field = typedField else { return }
    edit(&field)
    if !field.erased.isEmpty { erased = field.erased }
    switch mode {
    case .searching(_, let origin):
      mode = .searching(field, origin: origin)
      preview(field.text, from: origin)
    case .checkingIn(_, let thing):
      mode = .checkingIn(field, on: thing)
      if field.text.first == "=" {
        let reason = field.text.dropFirst().drop { $0 == " " }
        mode = .checkingIn(TextField(), on: thing)
        startRepeating(on: thing, typed: String(reason))
      }
    case .repeating(_, let thing): mode = .repeating(field, on: thing)
    case .naming: mode = .naming(field)
    case .noting(_, let line): mode = .noting(field, line)
    case .filtering(let before, let origin):
      mode = .filtering(field, origin: origin)
      if before.text != field.text { previewFilter(field.text, origin) }
    case .writing(var jot):
      jot.field = field
      mode = .writing(jot)
    case .filling(var form):
      form.change(field)
      mode = .filling(form)
    case .choosing(var palette):
      let isChanged = palette.field.text != field.text
      palette.field = field
      if isChanged {
        refreshPalette(palette)
      } else {
        mode = .choosing(palette)
      }
    case .help: searchHelp(for: field)
    case .closing(var walk):
      walk.field = field
      mode = .closing(walk)
    case .carrying(var carrying):
      carrying.field = field
      mode = .carrying(carrying)
    case .browsing, .quitting, .reloading, .opening, .refused, .deciding,
      .recovering, .voting, .adjourning, .playing, .adding, .deleting:
      break
    }
  }

  /// The line that is being typed.
  var typedField: TextField? {
    switch mode {
    case .searching(let field, _), .checkingIn(let field, _),
      .repeating(let field, _), .naming(let field), .noting(let field, _),
      .filtering(let field, _):
      field
    case .writing(let jot): jot.field
    case .filling(let form): form.row?.field
    case .choosing(let palette): palette.field
    case .help(let place): place.isTyping ? place.field : nil
    case .closing(let walk): walk.question == .early ? nil : walk.field
    case .carrying(let carrying): carrying.field
    case .browsing, .quitting, .reloading, .opening, .refused, .deciding,
      .recovering, .voting, .adjourning, .playing, .adding, .deleting:
      nil
    }
  }

  /// What the past of the line that is being typed is kept under.
  var kindOfText: PastTexts.Kind? {
    switch mode {
    case .searching: .search
    case .checkingIn: .checkIn
    case .repeating: .reason
    case .naming: .name
    case .noting: .meeting
    case .filtering: .filter
    case .choosing: .palette
    case .writing(let jot): jot.keyword.map { .statement($0) } ?? .checkIn
    case .closing(let walk): walk.kindOfText
    case .carrying: .cycle
    case .help, .browsing, .quitting, .reloading, .opening, .refused,
      .deciding, .recovering, .voting, .adjourning, .playing, .adding,
      .deleting, .filling:
      nil
    }
  }

  /// Writes the text that was typed before, among those that begin alike.
  mutating func recallText(_ steps: Int) {
    guard let kind = kindOfText, let field = typedField else { return }
    var place = recall ?? PastTexts.Recall(draft: field.text)
    guard let text = pastTexts.move(&place, by: steps, of: kind) else { return }
    changeField { $0 = TextField(text) }
    recall = place
  }

  mutating func choose(_ steps: Int) {
    guard case .choosing(var palette) = mode else { return }
    palette.move(by: steps)
    mode = .choosing(palette)
  }

  /// Has what is typed brought back later.
  mutating func noteText() {
    guard let kind = kindOfText, let field = typedField else { return }
    pastTexts.note(field.text, of: kind)
  }

  mutating func accept() -> [Effect] {
    if kindOfText != .palette { noteText() }
    recall = nil
    switch mode {
    case .searching(let field, let origin): acceptSearch(field, origin)
    case .checkingIn(let field, let thing): acceptCheckIn(field, on: thing)
    case .repeating(let field, let thing): acceptRepeating(field, on: thing)
    case .naming(let field): return saveElsewhere(field.text)
    case .noting(let field, let line): return accept(field, as: line)
    case .filtering(let field, let origin):
      acceptFilter(field.text)
      // What is wrong stands beside what is typed.
      if sight.filter.problem != nil {
        mode = .filtering(field, origin: origin)
      }
    case .choosing(let palette): return acceptPalette(palette)
    case .writing(let jot): acceptJot(jot)
    case .filling(let form): acceptRow(form)
    case .help: acceptSearchInHelp()
    case .closing(let walk): acceptClosing(walk)
    case .carrying(let carrying): acceptCarrying(carrying)
    case .browsing, .quitting, .reloading, .opening, .refused, .deciding,
      .recovering, .voting, .adjourning, .playing, .adding, .deleting:
      break
    }
    return []
  }

  /// Leaves a line of text, or else ends the program.
  mutating func interrupt() -> [Effect] {
    guard context.isLine else { return interruptQuestion() }
    let text = typedField?.text ?? ""
    let back = keymap.keys(for: .olderText, in: context).first
    notice = nil
    count = nil
    cancel()
    if let back, !text.isEmpty {
      say("left as it was: \(back) in such a line brings the text back")
    }
    return []
  }

  /// Ctrl-C answers a question as Esc does; where nothing is asked it quits.
  private mutating func interruptQuestion() -> [Effect] {
    switch context {
    case .quitting, .reloading, .opening, .refused, .recovering, .dropping,
      .voting, .adjourning, .adding, .deleting, .closingEarly, .playing:
      return update(.key(.escape))
    case .board, .page, .meeting, .help, .typing, .palette, .walking,
      .filtering, .form, .closing, .deciding:
      return [.quit]
    }
  }

  mutating func cancel() {
    noteText()
    recall = nil
    if walk != nil { return endWalk() }
    if case .filling(let form) = mode { return leave(form) }
    if case .searching(_, let origin) = mode { restore(origin) }
    if case .noting(_, let line) = mode { return leave(line) }
    if case .filtering(_, let origin) = mode { restore(origin) }
    if case .closing = mode { return leaveClosing() }
    if case .carrying = mode { return leaveCarrying() }
    if case .help = mode { return cancelSearchInHelp() }
    mode = .browsing
  }
}

// Search.
extension Session {
  mutating func startSearch() {
    if case .help = mode { return startSearchInHelp() }
    mode = .searching(TextField(), origin: trail)
  }

  /// Selects the first match from where the search began.
  private mutating func preview(_ text: String, from origin: Trail) {
    restore(origin)
    if let line = lineOnPage(of: text, .same) { return selectOnPage(line) }
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
    marksMatches = true
    if lineOnPage(of: text, .same) == nil, match(text, after: nil, .same) == nil
    {
      restore(origin)
      say("no '\(text)' in titles, ids, owners and teams", .failure)
    }
  }

  /// Selects the first of what mentions a name, as if that had been searched.
  mutating func search(for name: String) {
    lastSearch = name
    marksMatches = true
    trail.pages = []
    if let thing = match(name, after: nil, .same) { select(thing) }
    say("\(name): \(key(.nextMatch)) goes to the next")
  }

  private mutating func restore(_ origin: Trail) {
    trail = origin
    arrange()
  }

  /// Goes `steps` matches on, backwards where that is negative.
  mutating func findNext(_ steps: Int) {
    if case .help = mode { return findInHelp(steps) }
    guard !lastSearch.isEmpty else {
      return say("nothing to find again: \(key(.search)) searches")
    }
    marksMatches = true
    if findOnPage(steps) { return }
    var thing = selection
    for _ in 0..<min(abs(steps), 1_000) {
      guard
        let next = match(lastSearch, after: thing, steps > 0 ? .down : .up)
      else {
        return say(
          "no '\(lastSearch)' in titles, ids, owners and teams", .failure)
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
    let wanted = FoldedText(text)
    let all = listed
    guard !all.isEmpty else { return nil }
    let origin =
      start.flatMap { all.firstIndex(of: $0) } ?? (way == .down ? -1 : 0)
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

// Check-in.
extension Session {
  mutating func startCheckIn() {
    if let obstacle { return say(obstacle) }
    guard let thing = selection else {
      return say("nothing is selected to check in")
    }
    mode = .checkingIn(TextField(), on: thing)
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
      if walk != nil { return goOn(.skipped) }
      mode = .browsing
      return say("nothing typed, nothing changed")
    }
    guard case .success(let checkIn) = understood(field.text, on: thing) else {
      return
    }
    enter(checkIn, on: thing)
  }

  /// Writes a check-in and, on the walk through what is due, goes on.
  mutating func enter(_ checkIn: CheckIn, on thing: Thing) {
    do throws(EditError) {
      try make(.checkIn(checkIn, on: thing))
      if walk != nil { return goOn(.checkedIn) }
      mode = .browsing
      say("checked in: \(savingKeys)")
    } catch {
      say("\(error)", .failure)
    }
  }
}
