import Goals

/// A line taken apart into what it says, each part with its name and place.
///
/// The parts stand in the order of the line and hold all of its text but the
/// blanks between them. A line that has not the form of its keyword is its
/// keyword and one part for the rest. Whether a word is right (a number, a day
/// of the calendar) is not looked at.
package struct StatementParts: Sendable {
  /// What a part says about its statement.
  package enum Name: Hashable, Sendable, CaseIterable {
    // In the order in which the statements have them.
    case keyword, id, name, date, score, next, until, value
    case confidence, status, box, due, person
    case from, to, range, unit, total, period, title, people, note, text
  }

  /// A part of a line.
  package struct Part: Hashable, Sendable {
    package let name: Name
    /// With the fixed word in front of it, as in `to 50`.
    package let range: Range<Int>
    /// Without that.
    package let value: Range<Int>
  }

  package private(set) var parts: [Part] = []

  /// Takes a line apart; one that is empty has no parts, a comment is text.
  package init(of line: Line, in bytes: [UInt8]) {
    var cursor = Cursor(
      bytes: bytes, position: line.text.lowerBound, end: line.text.upperBound)
    switch line.kind {
    case .empty: return
    case .comment, .marker, .narrative, .unknown: take(.text, &cursor)
    case .reading: readReading(&cursor)
    case .statement(let keyword):
      guard let word = cursor.word() else { return }
      append(.keyword, word)
      let ahead = cursor
      guard !read(keyword, &cursor) else { return }
      parts.removeLast(parts.count - 1)
      cursor = ahead
      take(.text, &cursor)
    }
  }

  /// The part of that name, or `nil` where the line says nothing about it.
  package subscript(name: Name) -> Part? { parts.first { $0.name == name } }
}

extension StatementParts {
  /// Takes apart what follows a keyword; `false` where it has another form.
  private mutating func read(_ keyword: Keyword, _ cursor: inout Cursor) -> Bool
  {
    switch keyword {
    case .objective, .kr, .kpi: readOpener(&cursor)
    case .meeting: return readMeeting(&cursor)
    case .reading:
      guard takeReference(&cursor) else { return false }
      readReading(&cursor)
    case .action, .milestone: return readTask(keyword, &cursor)
    case .from: return readRange(&cursor)
    case .keep: return readKeep(&cursor)
    case .plan: return takeDate(.date, &cursor) && takeAll(.value, &cursor)
    case .moved: return readMove(&cursor)
    case .close: return readClosing(&cursor)
    case .accept: return readAcceptance(&cursor)
    case .target:
      guard takeWord(.value, &cursor) else { return false }
      if !cursor.isAtEnd { return take(.due, behind: "by", &cursor) }
    case .total:
      if cursor.peekWord().map({ !cursor.matches($0, "per") }) ?? false {
        _ = takeWord(.total, &cursor)
      }
      if !cursor.isAtEnd { takeRest(.period, behind: "per", &cursor) }
    case .cycle:
      guard takeWord(.name, &cursor) else { return false }
      take(.range, &cursor)
    case .limit:
      return takeWord(.name, &cursor) && takeAll(.value, &cursor)
    case .board, .mission, .vision, .every, .owner, .team, .with, .kind,
      .supports, .weight, .private, .cause, .measured, .start, .due, .unit,
      .healthy, .tolerable, .guards, .decision, .blocker, .parked, .next,
      .narrative:
      take(.text, &cursor)
    }
    return true
  }

  private mutating func readOpener(_ cursor: inout Cursor) {
    if cursor.nextWordIsReference { _ = takeWord(.id, &cursor) }
    take(.title, &cursor)
  }

  /// `DATE TITLE @WHO @WHO`: persons are those with nothing else behind them.
  private mutating func readMeeting(_ cursor: inout Cursor) -> Bool {
    guard takeDate(.date, &cursor) else { return false }
    cursor.skipBlanks()
    let start = cursor.position
    var end = start
    var people: Int?
    while !cursor.isAtEnd {
      if let (_, after) = cursor.person() {
        people = people ?? cursor.position
        cursor = after
      } else if let word = cursor.word() {
        people = nil
        end = word.upperBound
      }
      cursor.skipBlanks()
    }
    append(.title, start..<end)
    if let people { append(.people, people..<cursor.end) }
    return true
  }

  /// `DATE VALUE`, then confidence, status and person in any order, then the
  /// note, with `--` in front of it or not.
  private mutating func readReading(_ cursor: inout Cursor) {
    guard takeWord(.date, &cursor), takeWord(.value, &cursor) else { return }
    let count = parts.count
    let start = cursor
    while let word = cursor.peekWord(), !cursor.matches(word, "--") {
      guard let name = wordOfReading(word, cursor) else { break }
      if self[name] != nil {
        // Twice over is wrong: what is meant is not clear.
        parts.removeLast(parts.count - count)
        cursor = start
        break
      }
      if name == .person, let (_, after) = cursor.person() {
        cursor.skipBlanks()
        append(name, cursor.position..<after.position)
        cursor = after
      } else {
        _ = takeWord(name, &cursor)
      }
    }
    takeRest(.note, behind: "--", &cursor)
  }

  /// What a word between value and note says; `nil` where it begins the note.
  private func wordOfReading(_ word: Range<Int>, _ cursor: Cursor) -> Name? {
    if isConfidence(cursor.bytes[word]) { return .confidence }
    if word.count <= 9, DeclaredStatus(rawValue: cursor.text(word)) != nil {
      return .status
    }
    return cursor.person() == nil ? nil : .person
  }

  /// `BOX DATE @WHO TEXT`; a milestone has no person.
  private mutating func readTask(
    _ keyword: Keyword, _ cursor: inout Cursor
  ) -> Bool {
    guard let box = cursor.box() else { return false }
    append(.box, box)
    _ = takeDate(.due, &cursor)
    cursor.skipBlanks()
    if keyword == .action, let (_, after) = cursor.person() {
      append(.person, cursor.position..<after.position)
      cursor = after
    }
    take(.text, &cursor)
    return true
  }

  /// `A to B UNIT`.
  private mutating func readRange(_ cursor: inout Cursor) -> Bool {
    guard takeWord(.from, &cursor), take(.to, behind: "to", &cursor) else {
      return false
    }
    take(.unit, &cursor)
    return true
  }

  /// `above A UNIT`, `below B UNIT` or `between A and B UNIT`.
  private mutating func readKeep(_ cursor: inout Cursor) -> Bool {
    cursor.skipBlanks()
    let start = cursor.position
    let isBetween = cursor.take("between")
    guard isBetween || cursor.take("above") || cursor.take("below"),
      cursor.word() != nil
    else { return false }
    if isBetween {
      guard cursor.take("and"), cursor.word() != nil else { return false }
    }
    append(.range, start..<cursor.position)
    take(.unit, &cursor)
    return true
  }

  /// `DATE to B REASON` or `DATE from A to B REASON`.
  private mutating func readMove(_ cursor: inout Cursor) -> Bool {
    guard takeDate(.date, &cursor) else { return false }
    _ = take(.from, behind: "from", &cursor)
    guard take(.to, behind: "to", &cursor) else { return false }
    take(.note, &cursor)
    return true
  }

  /// `DATE SCORE [keep|change|drop] TEXT`.
  private mutating func readClosing(_ cursor: inout Cursor) -> Bool {
    guard takeDate(.date, &cursor), takeWord(.score, &cursor) else {
      return false
    }
    if let word = cursor.peekWord(), word.count <= 6,
      Closing.Next(rawValue: cursor.text(word)) != nil
    {
      _ = takeWord(.next, &cursor)
    }
    take(.note, &cursor)
    return true
  }

  /// `DATE until DATE at N REASON`.
  private mutating func readAcceptance(_ cursor: inout Cursor) -> Bool {
    guard takeDate(.date, &cursor), take(.until, behind: "until", &cursor),
      take(.value, behind: "at", &cursor)
    else { return false }
    take(.note, &cursor)
    return true
  }
}

// MARK: - Taking words

extension StatementParts {
  private mutating func append(_ name: Name, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    parts.append(Part(name: name, range: range, value: range))
  }

  /// Takes all that is left, if anything is.
  private mutating func take(_ name: Name, _ cursor: inout Cursor) {
    append(name, cursor.rest())
  }

  /// Takes the one word that is left.
  private mutating func takeAll(_ name: Name, _ cursor: inout Cursor) -> Bool {
    takeWord(name, &cursor) && cursor.rest().isEmpty
  }

  private mutating func takeWord(_ name: Name, _ cursor: inout Cursor) -> Bool {
    guard let word = cursor.word() else { return false }
    append(name, word)
    return true
  }

  private mutating func takeDate(_ name: Name, _ cursor: inout Cursor) -> Bool {
    guard let word = cursor.peekWord(), DateWord.begins(cursor.bytes[word])
    else { return false }
    return takeWord(name, &cursor)
  }

  private mutating func takeReference(_ cursor: inout Cursor) -> Bool {
    cursor.nextWordIsReference && takeWord(.id, &cursor)
  }

  /// Takes a fixed word and the word behind it, or nothing.
  private mutating func take(
    _ name: Name, behind fixed: String, _ cursor: inout Cursor
  ) -> Bool {
    var ahead = cursor
    ahead.skipBlanks()
    let start = ahead.position
    guard ahead.take(fixed), let word = ahead.word() else { return false }
    parts.append(
      Part(name: name, range: start..<word.upperBound, value: word))
    cursor = ahead
    return true
  }

  /// Takes all that is left, with a fixed word in front of it or not.
  private mutating func takeRest(
    _ name: Name, behind fixed: String, _ cursor: inout Cursor
  ) {
    cursor.skipBlanks()
    let start = cursor.position
    _ = cursor.take(fixed)
    let value = cursor.rest()
    guard start < cursor.end else { return }
    parts.append(Part(name: name, range: start..<cursor.end, value: value))
  }
}

extension Cursor {
  /// Whether the next word is something in brackets.
  fileprivate var nextWordIsReference: Bool {
    guard let word = peekWord() else { return false }
    return word.count > 2 && bytes[word.lowerBound] == UInt8(ascii: "[")
      && bytes[word.upperBound - 1] == UInt8(ascii: "]")
  }

  /// Takes `[…]` with a blank or nothing behind it.
  fileprivate mutating func box() -> Range<Int>? {
    skipBlanks()
    let start = position
    guard next == UInt8(ascii: "["),
      let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]")),
      close + 1 == end || isBlank(bytes[close + 1])
    else { return nil }
    position = close + 1
    return start..<position
  }
}

/// Whether a word is a confidence, from `0/10` to `10/10`.
private func isConfidence(_ word: ArraySlice<UInt8>) -> Bool {
  guard word.count >= 4, word.suffix(3).elementsEqual("/10".utf8) else {
    return false
  }
  let digits = word.dropLast(3)
  return digits.elementsEqual("10".utf8)
    || (digits.count == 1 && digits.allSatisfy(isDigit))
}
