import Goals

/// What happened since a moment, in sentences.
struct News {
  let board: Board
  let since: SinceThen
  /// How the board stands at its second moment.
  let standing: Standing
  let privacy: Privacy
  /// Whether the last note stands behind what moved.
  let notes: Notes

  enum Notes {
    case told, left
  }

  init(
    of board: Board, from then: Now, to now: Now, _ privacy: Privacy,
    notes: Notes = .told
  ) {
    self.board = board
    self.privacy = privacy
    self.notes = notes
    standing = Goals.standing(of: board, at: now)
    since = board.changes(
      from: Goals.standing(of: board, at: then), to: standing)
  }

  var today: Day { since.now.today }

  // MARK: Sections

  /// What turned: a status or a verdict that is another now.
  var flips: [Prose.Entry] {
    since.movements.compactMap { movement in
      let words: String
      if let status = movement.status {
        words = arrow(status, \.words)
      } else if let verdict = movement.verdict {
        words = arrow(verdict, \.rawValue)
      } else {
        return nil
      }
      let reason =
        isMasked(movement.thing)
        ? "" : ": \(standing.reason(of: movement.thing))"
      return entry(words + reason, about: movement.thing)
    }
  }

  /// What moved: values, progress, confidence, goalposts, steps.
  var moves: [Prose.Entry] { since.movements.compactMap(move) }

  /// The same of key results alone.
  var movesOfKeyResults: [Prose.Entry] {
    since.movements.compactMap { movement in
      guard case .keyResult = movement.thing else { return nil }
      return move(movement)
    }
  }

  private func move(_ movement: Movement) -> Prose.Entry? {
    let words = moves(movement)
    guard !words.isEmpty else { return nil }
    let note = notes == .told ? note(in: movement) : nil
    return entry(
      words.joined(separator: ", ") + (note.map { ". \($0)" } ?? ""),
      about: movement.thing)
  }

  /// What was looked at and has not moved.
  var unmoved: [Prose.Entry] {
    since.movements.compactMap { movement in
      guard moves(movement).isEmpty, !movement.rows.isEmpty,
        movement.closing == nil
      else { return nil }
      return entry(
        note(in: movement) ?? "as before", about: movement.thing)
    }
  }

  var closings: [Prose.Entry] {
    since.movements.compactMap { movement in
      guard let closing = movement.closing else { return nil }
      let score =
        isMasked(movement.thing) ? Privacy.mask : number(closing.score)
      let next = closing.next.map { ", \($0.rawValue)" } ?? ""
      let note =
        closing.note.isEmpty || isMasked(movement.thing)
        ? "" : ". \(closing.note)"
      return entry("closed at \(score)\(next)\(note)", about: movement.thing)
    }
  }

  var done: [Prose.Entry] {
    since.done.map { promise in
      let day = promise.action.box.moment.map { ", \(words(for: $0.day))" }
      return entry(promise, box: .done, day ?? "")
    }
  }

  var late: [Prose.Entry] {
    since.late.map { promise in
      let day = promise.action.due.map { ", due \(words(for: $0.day))" }
      return entry(promise, box: .open, day ?? "")
    }
  }

  // MARK: Words

  private func moves(_ movement: Movement) -> [String] {
    var words: [String] = []
    if let value = movement.value {
      let unit = board.unit(of: movement.thing)
      words.append(
        isNumberMasked(movement.thing)
          ? "••• → •••" : arrow(value, unit))
    }
    if let progress = movement.progress {
      words.append("\(arrow(progress, percentText)) of the way")
    }
    if let confidence = movement.confidence {
      words.append(
        isNumberMasked(movement.thing)
          ? "confidence •••" : "confidence \(arrow(confidence) { "\($0)" })")
    }
    if !movement.accepted.isEmpty { words.append("a red accepted") }
    guard case .keyResult(let index) = movement.thing else { return words }
    let isMasked = isMasked(movement.thing)
    for place in movement.ticked {
      let step = board.keyResults[index].milestones[place].text
      words.append("done: \(isMasked ? Privacy.mask : step)")
    }
    for place in movement.moves {
      let move = board.keyResults[index].moves[place]
      let reason = move.reason.isEmpty ? "" : " (\(move.reason))"
      words.append(
        isNumberMasked(movement.thing)
          ? "goalposts moved"
          : "goalposts moved to \(number(move.to))\(reason)")
    }
    return words
  }

  /// What was said last, with who said it.
  private func note(in movement: Movement) -> String? {
    guard !isMasked(movement.thing) else { return nil }
    for row in movement.rows.reversed() {
      guard let words = board.readings.words(at: row), let note = words.note
      else { continue }
      let person = words.person.map { "\(board.text($0)): " } ?? ""
      return person + board.text(note)
    }
    return nil
  }

  /// A day as people say it: `2 Nov`.
  func words(for day: Day) -> String { dayInWords(day, today: today) }
}

// MARK: - Things and what is private

extension News {
  func entry(_ words: String, about thing: Thing) -> Prose.Entry {
    Prose.Entry(words, about: title(of: thing))
  }

  /// An action: what, who, and `day`, which begins with a comma.
  func entry(
    _ promise: Promise, box: Prose.Box, _ day: String
  ) -> Prose.Entry {
    if case .thing(let thing) = promise.place, isMasked(thing) {
      return Prose.Entry(Privacy.mask, box: box)
    }
    let person = promise.action.person
    let tail = person.map { "\($0)\(day)" } ?? String(day.dropFirst(2))
    return Prose.Entry(
      promise.action.text + (tail.isEmpty ? "" : " (\(tail))"), box: box)
  }

  func title(of thing: Thing) -> String {
    board.title(of: thing, privacy)
  }

  func isMasked(_ thing: Thing) -> Bool {
    board.isMasked(thing, privacy)
  }

  /// Also where the numbers come from a KPI that is private.
  func isNumberMasked(_ thing: Thing) -> Bool {
    board.hidesNumbers(thing, privacy)
  }
}
