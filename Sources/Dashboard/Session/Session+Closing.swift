import Canvas
import GoalFile
import Goals

// Closing a cycle: a final word on each of its key results and objectives.
extension Session {
  mutating func closeCycle() {
    if let obstacle { return say(obstacle) }
    guard let cycle = cycleToClose else {
      return say("no objective has a cycle that could be closed")
    }
    let review = outlook.board.review(of: cycle, outlook.standing)
    let things = review.thingsToClose
    guard !things.isEmpty else {
      return review.judgements.isEmpty
        ? say("nothing has its end in \(cycle.name)") : carryOn(from: cycle)
    }
    let isOver = cycle.end < clock.today
    startWalk(
      ClosingWalk(
        cycle: cycle, things: things, question: isOver ? .word : .early))
  }

  /// Asks for the final word on what is selected alone.
  mutating func closeSelected() {
    if let obstacle { return say(obstacle) }
    guard let thing = selection, outlook.judgement(of: thing) != nil else {
      return say("only an objective or a key result has an end")
    }
    let end = outlook.end(of: thing)
    let isOver = end.map { $0 < clock.today } ?? true
    let isClosed = outlook.pace(of: thing)?.closing != nil
    startWalk(
      ClosingWalk(
        cycle: nil, things: [thing],
        question: isOver || isClosed ? .word : .early))
  }

  /// What still runs, and until when.
  func wordsOfEnd(_ walk: ClosingWalk, _ wording: Wording) -> String {
    let name =
      walk.cycle?.name ?? walk.thing.map { "this \($0.kind)" } ?? ""
    let end = walk.cycle?.end ?? walk.thing.flatMap { outlook.end(of: $0) }
    guard let end = end.map({ dayInWords($0, today: clock.today) }) else {
      return name
    }
    return wording == .full ? "\(name) runs until \(end)" : "until \(end)"
  }

  /// The cycle that was chosen to be shown, else the one that holds today; where
  /// that still runs, the one that ended last, as long as something of that is
  /// open.
  private var cycleToClose: Cycle? {
    guard let shown = outlook.cycle(in: sight)?.cycle else { return nil }
    guard sight.cycle == nil, shown.end >= clock.today else { return shown }
    let ended = lastEnded { judgements in
      !judgements.allSatisfy(\.isClosed)
    }
    return ended ?? shown
  }

  /// The cycle that ended last, not longer ago than it lasted, of those of which
  /// that holds.
  private func lastEnded(_ holds: ([Judgement]) -> Bool) -> Cycle? {
    let ended = outlook.standing.cycles.map(\.cycle).filter { cycle in
      let length = cycle.end.number - cycle.start.number
      return cycle.end < clock.today
        && clock.today.number - cycle.end.number <= length + 1
        && holds(outlook.board.review(of: cycle, outlook.standing).judgements)
    }
    return ended.max { $0.end < $1.end }
  }

  private mutating func startWalk(_ walk: ClosingWalk) {
    var walk = walk
    walk.prepare(outlook)
    mode = .closing(walk)
  }

  /// Begins to close a cycle that still runs.
  mutating func closeEarly() {
    guard case .closing(var walk) = mode else { return }
    walk.question = .word
    mode = .closing(walk)
  }

  /// What is understood of a final word as it is typed.
  func understood(
    _ text: String, closing thing: Thing
  ) -> Result<ClosingWords, EditError> {
    do throws(EditError) {
      return .success(
        try ClosingWords(
          typed: text, suggested: outlook.judgement(of: thing)?.suggested))
    } catch {
      return .failure(error)
    }
  }

  mutating func acceptClosing(_ walk: ClosingWalk) {
    guard let thing = walk.thing else { return }
    switch walk.question {
    case .early: closeEarly()
    case .word:
      guard
        case .success(let words) = understood(
          walk.field.text, closing: thing),
        let judgement = outlook.judgement(of: thing)
      else { return }
      guard judgement.kind.isReached(by: words.value) else {
        var walk = walk
        walk.question = .cause(of: words)
        walk.field = TextField(judgement.cause ?? "")
        mode = .closing(walk)
        return
      }
      close(walk, thing, words, cause: "")
    case .cause(let words):
      close(walk, thing, words, cause: walk.field.text)
    }
  }

  private mutating func close(
    _ walk: ClosingWalk, _ thing: Thing, _ words: ClosingWords, cause: String
  ) {
    let subject = Subject.thing(thing)
    var edits: [Edit] = [
      .write(
        .close(
          Moment(clock.today), score: words.score, next: words.next,
          note: words.note), in: subject)
    ]
    let cause = cause.drop { $0 == " " }
    if !cause.isEmpty {
      edits.append(.write(.cause(String(cause)), in: subject))
    } else if outlook.board.cause(of: thing) != nil {
      edits.append(.clear(.cause, in: subject))
    }
    do throws(EditError) {
      try make(edits)
    } catch {
      return say("\(error)", .failure)
    }
    // What the edit left of the walk: its things, by their places now.
    guard case .closing(var walk) = mode else { return }
    walk.count += 1
    mode = .closing(walk)
    moveClosing(by: 1)
  }

  /// Goes on to the next thing, or back to the one before.
  mutating func moveClosing(by steps: Int) {
    guard case .closing(var walk) = mode else { return }
    if case .cause = walk.question, steps < 0 { return leaveClosing() }
    let place = walk.place + steps
    if place < 0 { return say("this is the first") }
    guard place < walk.things.count else { return finish(walk) }
    walk.place = place
    walk.prepare(outlook)
    mode = .closing(walk)
  }

  private mutating func finish(_ walk: ClosingWalk) {
    mode = .browsing
    guard let cycle = walk.cycle else {
      return say(
        walk.count > 0
          ? "closed: \(savingKeys)" : "nothing closed, nothing changed")
    }
    carryOn(from: cycle)
    if walk.count > 0 {
      say("\(counted(walk.count, "final word")) spoken: \(savingKeys)")
    }
  }

  /// Leaves a question: from why back to the score, from that the walk.
  mutating func leaveClosing() {
    guard case .closing(var walk) = mode else { return }
    guard case .cause(let words) = walk.question else {
      mode = .browsing
      guard walk.cycle != nil else {
        return say("nothing closed, nothing changed")
      }
      let left = walk.things.count - walk.place
      return say(
        "left: \(key(.closeCycle)) goes on with the \(left) still open")
    }
    walk.question = .word
    walk.field = TextField(words.typed)
    mode = .closing(walk)
  }
}

// What the bottom line says.
extension Session {
  func prompt(of walk: ClosingWalk) -> String {
    if case .cause(let words) = walk.question {
      return "why only \(words.score)? "
    }
    return "score: "
  }

  /// What is understood of a final word, or what can be typed.
  func note(on walk: ClosingWalk) -> (text: String, style: Style) {
    guard let thing = walk.thing else { return ("", .faint) }
    if case .cause = walk.question {
      return ("one line; Enter alone says nothing", .faint)
    }
    let isEmpty = walk.field.text.allSatisfy { $0 == " " }
    switch understood(walk.field.text, closing: thing) {
    case .success(let words) where isEmpty:
      return (
        "Enter takes \(words.score); or: 0.7 keep|change|drop what was learned",
        .faint
      )
    case .success(let words):
      let separator = " \(glyphs.text(glyphs.separator)) "
      let parts = [
        words.score, words.next?.rawValue ?? "keep, change or drop?",
        words.note.isEmpty ? "" : "\"\(words.note)\"",
      ]
      return (
        parts.filter { !$0.isEmpty }.joined(separator: separator), .notice
      )
    case .failure(let error): return ("\(error)", Style(.error, .bold))
    }
  }

  /// Opens the page of how the shown cycle came out; where nothing of that is
  /// closed, of the one that ended last.
  mutating func reviewCycle() {
    guard let cycle = cycleToReview else {
      return say("no objective has a cycle that could be looked back on")
    }
    openPage(of: .review(cycle: cycle.name))
  }

  /// Whether a cycle is over and final words were spoken on what ended in it.
  func isClosed(cycle name: String) -> Bool {
    guard let cycle = outlook.board.cycle(named: name),
      cycle.end < outlook.today
    else { return false }
    return outlook.board.review(of: cycle, outlook.standing).judgements
      .contains(where: \.isClosed)
  }

  private var cycleToReview: Cycle? {
    guard let shown = outlook.cycle(in: sight)?.cycle else { return nil }
    let isUntouched = outlook.board.review(of: shown, outlook.standing)
      .judgements.allSatisfy { !$0.isClosed }
    guard sight.cycle == nil, isUntouched, shown.end >= clock.today else {
      return shown
    }
    return lastEnded { $0.contains(where: \.isClosed) } ?? shown
  }
}

extension ClosingWalk {
  /// Asks for the word on what is looked at now; one that is spoken stands there
  /// to be changed.
  fileprivate mutating func prepare(_ outlook: Outlook) {
    if case .cause = question { question = .word }
    scroll = Scroll()
    let closing = thing.flatMap { outlook.judgement(of: $0)?.closing }
    field = TextField(closing.map(ClosingWords.typed) ?? "")
  }

  /// The same on another board, without what is gone.
  func following(_ outlook: Outlook, from old: Outlook) -> ClosingWalk? {
    var walk = self
    let before = things.prefix(place).compactMap {
      outlook.successor(of: $0, in: old)
    }
    walk.things =
      before
      + things.dropFirst(place).compactMap {
        outlook.successor(of: $0, in: old)
      }
    walk.place = before.count
    if let thing, outlook.successor(of: thing, in: old) == nil {
      if walk.question != .early { walk.question = .word }
      walk.prepare(outlook)
    }
    return walk.thing == nil ? nil : walk
  }
}

extension CycleReview {
  /// What nobody has spoken the final word on: the key results of each
  /// objective, then the objective.
  fileprivate var thingsToClose: [Thing] {
    objectives.flatMap { objective in
      objective.keyResults + (objective.judgement.map { [$0] } ?? [])
    }.filter { !$0.isClosed }.map(\.thing)
  }
}

extension Outlook {
  /// The last day of an objective or a key result; `nil` where it has none.
  func end(of thing: Thing) -> Day? {
    switch thing {
    case .objective(let index): board.window(ofObjective: index).due?.day
    case .keyResult(let index): board.window(ofKeyResult: index).due?.day
    case .kpi: nil
    }
  }

  /// How an objective or a key result came out, or would; `nil` for a KPI.
  func judgement(of thing: Thing) -> Judgement? {
    switch thing {
    case .objective(let index):
      board.judgement(ofObjective: index, standing)
    case .keyResult(let index):
      board.judgement(ofKeyResult: index, standing)
    case .kpi: nil
    }
  }
}
