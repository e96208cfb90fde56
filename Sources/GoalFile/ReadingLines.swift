import Goals

/// What a reading or a check-in says, without what it belongs to.
struct ReadingWords {
  var moment: Moment
  var value: Double?
  var words: Readings.Words?
}

extension Parser {
  /// Reads a line that begins with a digit: a reading of the open block.
  mutating func readReading(_ cursor: inout Cursor) {
    guard let first = cursor.peekWord() else { return }
    guard DateWord.begins(bytes[first]) else {
      complain(dateComplaint(first), first)
      return
    }
    switch scope.kind {
    case .nothing: return
    case .objective: append(to: .thing(.objective(scope.index)), &cursor)
    case .keyResult: append(to: .thing(.keyResult(scope.index)), &cursor)
    case .kpi: append(to: .thing(.kpi(scope.index)), &cursor)
    case .file, .meeting:
      complain(
        .misplaced, first,
        "a reading belongs to a key result, a KPI or an objective",
        "put it under one, or write 'reading [id]' in front of it")
    }
  }

  /// Reads `reading [id] DATE VALUE …`.
  mutating func readReadingByName(_ cursor: inout Cursor) throws(Complaint) {
    let (id, range) = try reference(&cursor)
    let number = readings.number(ofName: id, line: line, range: range)
    append(to: .named(number), &cursor)
  }

  private mutating func append(
    to owner: RawReadings.Owner, _ cursor: inout Cursor
  ) {
    let start = cursor.position
    do throws(Complaint) {
      let reading = try readingWords(&cursor, owner)
      if conflict == .second { readings.secondSide.insert(readings.count) }
      readings.begin(owner)
      if case .named = owner, reading.value != nil {
        readings.linesOfNamedNumbers.append((readings.count, line))
      }
      readings.append(
        reading.moment, reading.value, reading.words, offset: lineStart)
    } catch {
      complain(error, error.range ?? start..<cursor.end)
    }
  }

  private mutating func readingWords(
    _ cursor: inout Cursor, _ owner: RawReadings.Owner
  ) throws(Complaint) -> ReadingWords {
    let moment = try date(&cursor)
    guard let word = cursor.word() else {
      throw Complaint(
        .missing, "the value is missing",
        "write a number, or '-' where there is nothing new to measure",
        at: cursor.missingPlace)
    }
    var value: Double?
    if !cursor.matches(word, "-") { value = try number(word) }
    if value != nil, case .thing(.objective) = owner {
      throw Complaint(
        .numberHere, "an objective has no number of its own",
        "write '-' for the value, or put the number under a key result",
        at: word)
    }
    let words = words(&cursor)
    return ReadingWords(moment: moment, value: value, words: words)
  }

  /// Reads confidence, status and person in any order, then the note; `nil`
  /// where there is nothing.
  private mutating func words(
    _ cursor: inout Cursor
  ) -> Readings.Words? {
    guard !cursor.isAtEnd else { return nil }
    var words = Readings.Words()
    while let word = cursor.peekWord() {
      if cursor.matches(word, "--") {
        _ = cursor.word()
        break
      }
      if let confidence = confidence(word) {
        if isFirst(words.confidence < 0, word) {
          words.confidence = Int8(confidence)
        }
        _ = cursor.word()
      } else if let status = status(word) {
        if isFirst(words.status == nil, word) { words.status = status }
        _ = cursor.word()
      } else if let person = cursor.person() {
        if isFirst(words.person == nil, word) {
          words.person = Excerpt(person.name)
        }
        cursor = person.after
      } else {
        break
      }
    }
    let note = cursor.rest()
    if !note.isEmpty { words.note = Excerpt(note) }
    return words == Readings.Words() ? nil : words
  }

  /// Complains where a word stands for the second time; the first one holds.
  private mutating func isFirst(_ isFirst: Bool, _ word: Range<Int>) -> Bool {
    guard !isFirst else { return true }
    complain(
      .doubled, word, "\(quoted(decoded(bytes[word]))) stands here twice over",
      "keep one of them, or put '--' in front of the note that begins with it")
    return false
  }

  /// The confidence that a word gives; `nil` for a word of another form.
  ///
  /// Complains about `11/10` and the like, which begin the note.
  private mutating func confidence(_ word: Range<Int>) -> Int? {
    let slash = word.upperBound - 3
    guard slash > word.lowerBound, bytes[slash] == UInt8(ascii: "/"),
      bytes[slash + 1] == UInt8(ascii: "1"),
      bytes[slash + 2] == UInt8(ascii: "0")
    else { return nil }
    let digits = bytes[word.lowerBound..<slash]
    if digits.count == 1, let digit = digits.first, isDigit(digit) {
      return Int(digit - 48)
    }
    if digits.elementsEqual("10".utf8) { return 10 }
    guard digits.allSatisfy(isDigit) else { return nil }
    complain(
      .badConfidence, word,
      "\(quoted(decoded(bytes[word]))) is not a confidence",
      "write it from 0/10 to 10/10, or '--' in front of a note")
    return nil
  }

  /// The status that a word declares; `nil` for any other word.
  private func status(_ word: Range<Int>) -> DeclaredStatus? {
    let first = bytes[word.lowerBound]
    guard first == UInt8(ascii: "o") || first == UInt8(ascii: "a"),
      word.count <= 9
    else { return nil }
    return DeclaredStatus(
      rawValue: String(decoding: bytes[word], as: UTF8.self))
  }

  private func dateComplaint(_ word: Range<Int>) -> Complaint {
    Complaint(
      .badDate, "\(quoted(decoded(bytes[word]))) is not a date",
      "a reading begins with a date, as 2026-10-05 or 2026-10-05T09:30")
  }
}

extension Cursor {
  /// The person that the next word names, `@Ada` or `@"Grace Hopper"`, and what
  /// follows; `nil` where it names none.
  func person() -> (name: Range<Int>, after: Cursor)? {
    var after = self
    after.skipBlanks()
    guard after.next == UInt8(ascii: "@") else { return nil }
    after.position += 1
    guard after.next == UInt8(ascii: "\"") else {
      let start = after.position
      guard let word = after.word(), word.lowerBound == start else {
        return nil
      }
      return (word, after)
    }
    let start = after.position + 1
    guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "\"")),
      close > start, close + 1 == end || isBlank(bytes[close + 1])
    else { return nil }
    after.position = close + 1
    return (start..<close, after)
  }
}
