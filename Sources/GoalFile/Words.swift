import Goals

// The words that statements are made of. Each function takes its words from the
// cursor and throws what is wrong with them, with the place.

extension Parser {
  func date(_ cursor: inout Cursor) throws(Complaint) -> Moment {
    guard let word = cursor.word() else {
      throw missing("a date", "write it as 2026-10-05", cursor)
    }
    do throws(Complaint) {
      return try DateWord(bytes[word]).moment
    } catch {
      throw error.at(word)
    }
  }

  /// The date that stands next, or `nil` where the next word is none.
  func dateIfAny(_ cursor: inout Cursor) throws(Complaint) -> Moment? {
    guard let word = cursor.peekWord(), DateWord.begins(bytes[word]) else {
      return nil
    }
    return try date(&cursor)
  }

  func number(_ cursor: inout Cursor) throws(Complaint) -> Double {
    guard let word = cursor.word() else {
      throw missing("a number", "write one, as 1200 or 99.9", cursor)
    }
    return try number(word)
  }

  func number(_ word: Range<Int>) throws(Complaint) -> Double {
    if let number = plainNumber(bytes.span, from: word.lowerBound),
      number.end == word.upperBound
    {
      return number.value
    }
    do throws(Complaint) {
      return try NumberWord(bytes[word]).value
    } catch {
      throw error.at(word)
    }
  }

  /// `[id]`, with its place, brackets included.
  func reference(
    _ cursor: inout Cursor
  ) throws(Complaint) -> (id: ID, range: Range<Int>) {
    guard let word = cursor.word() else {
      throw missing("the id", "write it in brackets, as [nps]", cursor)
    }
    guard word.count > 2, bytes[word.lowerBound] == UInt8(ascii: "["),
      bytes[word.upperBound - 1] == UInt8(ascii: "]")
    else {
      throw Complaint(
        .badID, "\(quoted(decoded(bytes[word]))) is not an id in brackets",
        "write it as [nps]", at: word)
    }
    let range = (word.lowerBound + 1)..<(word.upperBound - 1)
    guard let id = id(range) else {
      throw Complaint(
        .badID, "\(quoted(decoded(bytes[word]))) is not an id in brackets",
        "use letters, digits, '.', '_' and '-', beginning with a letter or digit",
        at: word)
    }
    return (id, word)
  }

  /// The id that stands in `range`, or `nil` where that is none.
  func id(_ range: Range<Int>) -> ID? {
    guard let text = validText(bytes[range]),
      let first = text.unicodeScalars.first, isLetterOrDigit(first),
      text.unicodeScalars.allSatisfy(belongsToID)
    else { return nil }
    return ID(text)
  }

  /// What is left of the line, which must be something.
  func text(
    _ cursor: inout Cursor, _ what: String
  ) throws(Complaint) -> String {
    let rest = cursor.rest()
    guard !rest.isEmpty else {
      throw missing(what, "write it behind the keyword", cursor)
    }
    return decoded(bytes[rest])
  }

  /// A name up to a comma, with or without `@` and quotes.
  func name(_ cursor: inout Cursor) throws(Complaint) -> String {
    let range = cursor.name()
    guard !range.isEmpty else {
      throw missing("a name", "write one, as Ada or @Ada", cursor)
    }
    return decoded(bytes[range])
  }

  /// `[ ]`, `[x]` or `[x DATE]`.
  func box(_ cursor: inout Cursor) throws(Complaint) -> Box {
    cursor.skipBlanks()
    let start = cursor.position
    guard
      let close = bytes[start..<cursor.end].firstIndex(of: UInt8(ascii: "]")),
      bytes[start] == UInt8(ascii: "["),
      close + 1 == cursor.end || isBlank(bytes[close + 1])
    else {
      guard start < cursor.end else {
        throw missing("the box", "write [ ], [x] or [x 2026-10-08]", cursor)
      }
      throw badBox(cursor.peekWord() ?? start..<cursor.end)
    }
    cursor.position = close + 1
    let inside = bytes[(start + 1)..<close]
    if !inside.isEmpty, inside.allSatisfy(isBlank) { return .open }
    guard inside.first == UInt8(ascii: "x") else {
      throw badBox(start..<(close + 1))
    }
    var words = Cursor(bytes: bytes, position: start + 2, end: close)
    while words.end > words.position, isBlank(bytes[words.end - 1]) {
      words = Cursor(bytes: bytes, position: words.position, end: words.end - 1)
    }
    if words.isAtEnd { return .done(on: nil) }
    guard let blank = words.next, isBlank(blank) else {
      throw badBox(start..<(close + 1))
    }
    let moment = try date(&words)
    guard words.isAtEnd else { throw badBox(start..<(close + 1)) }
    return .done(on: moment)
  }

  private func badBox(_ range: Range<Int>) -> Complaint {
    Complaint(
      .badBox, "\(quoted(decoded(bytes[range]))) is not a box",
      "write [ ], [x] or [x 2026-10-08]", at: range)
  }

  /// `week`, `2 weeks`; leaves the cursor behind it.
  func duration(_ cursor: inout Cursor) throws(Complaint) -> Period {
    guard let first = cursor.word() else {
      throw missing("a duration", "write one, as week or 15 minutes", cursor)
    }
    if let unit = unit(first) { return Period(1, unit) }
    guard bytes[first].allSatisfy(isDigit), first.count <= 6,
      let count = Int(decoded(bytes[first])), count > 0
    else { throw badDuration(first) }
    guard let second = cursor.word() else {
      throw missing("the unit", "write it as \(count) days", cursor)
    }
    guard let unit = unit(second) ?? pluralUnit(second) else {
      throw badDuration(second)
    }
    return Period(count, unit)
  }

  private func unit(_ word: Range<Int>) -> Period.Unit? {
    word.count <= 10 ? Period.Unit(rawValue: decoded(bytes[word])) : nil
  }

  private func pluralUnit(_ word: Range<Int>) -> Period.Unit? {
    guard word.count <= 10, bytes[word].last == UInt8(ascii: "s") else {
      return nil
    }
    return Period.Unit(rawValue: decoded(bytes[word].dropLast()))
  }

  private func badDuration(_ range: Range<Int>) -> Complaint {
    Complaint(
      .badDuration, "\(quoted(decoded(bytes[range]))) is not a duration",
      "write minute, hour, day, week, month, quarter, year, or some of them: 2 weeks",
      at: range)
  }

  /// `A .. B`, `A ..` or `.. B`, to the end of the line.
  func range(_ cursor: inout Cursor) throws(Complaint) -> Bounds {
    cursor.skipBlanks()
    let start = cursor.position
    var from: Double?
    var to: Double?
    if let word = cursor.peekWord(), !cursor.matches(word, "..") {
      if bytes[word].contains2Dots, !cursor.matches(word, "..") {
        throw badRange(start..<cursor.end, "put blanks around the dots")
      }
      from = try number(&cursor)
    }
    guard cursor.take("..") else {
      throw badRange(
        start..<max(start, cursor.end), "write it as 10 .. 20, 10 .. or .. 20")
    }
    if !cursor.isAtEnd { to = try number(&cursor) }
    try end(&cursor)
    if from == nil, to == nil {
      throw badRange(start..<cursor.end, "write it as 10 .. 20, 10 .. or .. 20")
    }
    if let from, let to, from > to {
      throw Complaint(
        .wrongOrder, "the range ends before it begins",
        "put the lower number first", at: start..<cursor.end)
    }
    return Bounds(from: from, to: to)
  }

  private func badRange(_ range: Range<Int>, _ remedy: String) -> Complaint {
    guard !range.isEmpty else {
      return Complaint(.missing, "the range is missing", remedy, at: range)
    }
    let text = quoted(decoded(bytes[range]))
    return Complaint(.badRange, "\(text) is not a range", remedy, at: range)
  }

  /// Throws where something is left of the line.
  func end(_ cursor: inout Cursor) throws(Complaint) {
    let rest = cursor.rest()
    guard !rest.isEmpty else { return }
    throw Complaint(
      .unexpected, "\(quoted(decoded(bytes[rest]))) does not belong here",
      "remove it, or put it on a line of its own", at: rest)
  }

  /// Takes a word that has to stand here.
  func expect(
    _ word: String, _ cursor: inout Cursor, _ form: String
  ) throws(Complaint) {
    guard !cursor.take(word) else { return }
    guard let found = cursor.peekWord() else {
      throw missing("'\(word)'", "write \(form)", cursor)
    }
    throw Complaint(
      .badWord, "expected '\(word)', found \(quoted(decoded(bytes[found])))",
      "write \(form)", at: found)
  }

  func missing(
    _ what: String, _ remedy: String, _ cursor: Cursor
  ) -> Complaint {
    Complaint(.missing, "\(what) is missing", remedy, at: cursor.missingPlace)
  }
}

extension ArraySlice<UInt8> {
  /// Whether two points stand side by side somewhere in it.
  fileprivate var contains2Dots: Bool {
    zip(self, dropFirst()).contains { $0 == 46 && $1 == 46 }
  }
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return isDigit(UInt8(scalar.value))
      || (97...122).contains(scalar.value | 32)
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
    .otherLetter, .decimalNumber:
    return true
  default: return false
  }
}

func belongsToID(_ scalar: Unicode.Scalar) -> Bool {
  if isLetterOrDigit(scalar) || "._-".unicodeScalars.contains(scalar) {
    return true
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark, .enclosingMark: return true
  default: return false
  }
}
