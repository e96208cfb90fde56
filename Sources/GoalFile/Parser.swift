import Goals

/// Reads a board file from its first byte to its last.
///
/// Plain readings, which are most of a large file, are read by a loop of their
/// own (`readPlainReadings`); every other line goes through `readLine`.
struct Parser {
  let bytes: [UInt8]
  private let keywords = KeywordTable.all
  var board = Board()
  var diagnostics: [Diagnostic] = []
  /// How often the line of the last diagnostic was complained of.
  private var complaintsOnLine = 0
  var statements = Statements()
  var objectiveBlocks: [Block] = []
  var keyResultBlocks: [Block] = []
  var kpiBlocks: [Block] = []
  var meetingBlocks: [Block] = []
  /// The bytes from a conflict's first marker to behind its last.
  var conflicts: [Range<Int>] = []
  /// Where blocks begin, in the order of the file.
  var openings: [Opening] = []
  var readings: RawReadings
  /// The number of the line that is read, from 1.
  var line = 0
  /// Where that line begins.
  var lineStart = 0
  var scope = Scope()
  var conflict = ConflictSide.none
  /// The references that have been read, each with its line and place.
  var supports: [(objective: Int, id: ID, line: Int, range: Range<Int>)] = []
  var guards: [(kpi: Int, id: ID, line: Int, range: Range<Int>)] = []
  var measuredBy: [(keyResult: Int, id: ID, line: Int, range: Range<Int>)] = []
  var cycleNames: [(line: Int, range: Range<Int>)] = []
  /// What can stand only once in each thing, and has stood there.
  var entries: Set<Entry> = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    board.bytes = bytes
    // About as many as there are in a file without many readings.
    board.things.reserveCapacity(min(bytes.count / 512, 1_024))
    // The shortest reading takes 13 bytes with its line end. Room that is not
    // used is never touched, so it costs no memory.
    readings = RawReadings(capacity: bytes.count / 13 + 1)
  }

  /// The block that lines belong to just now.
  struct Scope {
    var kind = Block.Kind.file
    /// The place of its thing in the board.
    var index = 0
    /// How far its opener is indented, in columns.
    var indentation = 0
    /// Whether a line of it was indented deeper than its opener.
    var hasDeeperLine = false
  }

  /// A line that a thing can have only one of.
  enum Entry: Hashable {
    /// `supports` or `guards`.
    case reference(from: Thing, to: ID)
    /// `plan` of a key result.
    case plan(Int, Day)
  }

  /// Which side of a conflict that git left behind is read.
  enum ConflictSide {
    case none, first, base, second
  }

  mutating func parse() {
    parse { _, _ in nil }
  }

  /// Reads the file to its end.
  ///
  /// - Parameter takeOver: is asked at each line whether it knows what begins
  ///   there, and returns where the next line begins.
  mutating func parse(_ takeOver: (inout Parser, Int) -> Int?) {
    guard bytes.count < Int(UInt32.max) else {
      complain(
        .tooLarge, 0..<0, "the file is 4 GiB or larger",
        "split it: a board of that size is no board")
      return
    }
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      if acceptsPlainReadings { position = readPlainReadings(from: position) }
      guard position < bytes.count else { break }
      position = takeOver(&self, position) ?? readLine(at: position)
    }
  }

  /// Reads the line at `position` and returns where the next one begins.
  private mutating func readLine(at position: Int) -> Int {
    line += 1
    lineStart = position
    let end = endOfLine(from: position)
    let next = min(end + 1, bytes.count)
    var last = end
    if end < bytes.count, last > position, bytes[last - 1] == 13 { last -= 1 }
    var first = position
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    guard first < last else { return next }
    checkText(first..<last)
    if bytes[first] == UInt8(ascii: "#") { return next }
    var cursor = Cursor(bytes: bytes, position: first, end: last)
    if readConflictMarker(cursor) { return next }
    if conflict == .base { return next }
    let before = scope
    readStatement(&cursor, next: next)
    noteIndentation(of: first, before: before)
    return next
  }

  private mutating func readStatement(_ cursor: inout Cursor, next: Int) {
    let first = cursor.position
    if isDigit(bytes[first]) {
      readReading(&cursor)
    } else if bytes[first] == UInt8(ascii: ">") {
      readNarrative(&cursor)
    } else {
      readKeyword(&cursor)
    }
    if !isReadingByName(first) { extendBlock(to: next) }
  }

  private mutating func readKeyword(_ cursor: inout Cursor) {
    let start = cursor.position
    guard let word = cursor.word() else { return }
    guard let keyword = keyword(at: word) else {
      complainAboutKeyword(word)
      return
    }
    var isSound = true
    do throws(Complaint) {
      try read(keyword, at: word, &cursor)
    } catch {
      complain(error, error.range ?? word)
      isSound = false
    }
    note(keyword, start..<cursor.end, isSound: isSound)
  }

  /// Notes where a statement stands.
  mutating func note(_ keyword: Keyword, _ range: Range<Int>, isSound: Bool) {
    statements.append(
      Statement(
        line: line, keyword: keyword, range: range, kind: scope.kind,
        index: scope.index, isSound: isSound))
  }

  private func keyword(at word: Range<Int>) -> Keyword? {
    guard word.count <= 9, let packed = KeywordTable.packed(bytes[word]) else {
      return nil
    }
    return keywords[packed]
  }

  private mutating func complainAboutKeyword(_ word: Range<Int>) {
    let text = decoded(bytes[word])
    guard let nearest = Keyword.nearest(to: text, in: scope.kind) else {
      guard scope.kind != .nothing else { return }
      complain(
        .unknownKeyword, word, "unknown keyword \(quoted(text))",
        "begin the line with a keyword, a date, '>' for narrative or '#' for a comment"
      )
      return
    }
    complain(
      .unknownKeyword, word,
      "unknown keyword \(quoted(text)), did you mean '\(nearest.rawValue)'?",
      "write '\(nearest.rawValue)', or '#' in front of a comment")
    if nearest.isOpener { open(.nothing, index: 0) }
  }
}

// MARK: - Lines

extension Parser {
  /// Where the line that holds `position` ends: its LF, or the end of the file.
  func endOfLine(from position: Int) -> Int {
    let span = bytes.span
    var index = position
    while index < span.count, span[index] != 10 { index += 1 }
    return index
  }

  /// Complains about what is no text in a line: control characters and bytes
  /// that are no UTF-8.
  private mutating func checkText(_ range: Range<Int>) {
    let bytes = self.bytes
    let span = bytes.span
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = span[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
        continue
      }
      let length =
        byte < 0x80
        ? 1 : lengthOfCharacter(span, at: index, end: range.upperBound)
      let isControl =
        byte < 0x80
        ? byte != 9 : length == 2 && byte == 0xC2 && bytes[index + 1] < 0xA0
      if isControl || length == 0 {
        complainAboutByte(at: index, length: max(1, length))
        return
      }
      index += length
    }
  }

  private mutating func complainAboutByte(at index: Int, length: Int) {
    let range = index..<(index + length)
    if bytes[index] == 13 {
      complain(
        .loneCarriageReturn, range, "a carriage return without a line feed",
        "end the line with LF or CRLF")
      return
    }
    let hex = String(bytes[index + length - 1], radix: 16, uppercase: true)
    let name = "<\(hex.utf8.count == 1 ? "0" : "")\(hex)>"
    let what =
      bytes[index] >= 0x80 && length == 1
      ? "the byte \(name) is not UTF-8" : "the control character \(name)"
    complain(.notText, range, what, "remove it; the line is kept as it is")
  }

  /// Notes the side of a conflict that begins here; `true` for a marker.
  private mutating func readConflictMarker(_ cursor: Cursor) -> Bool {
    let first = bytes[cursor.position]
    guard isConflictMarker(bytes, cursor.position..<cursor.end) else {
      return false
    }
    if conflict == .none { conflicts.append(lineStart..<bytes.count) }
    if first == UInt8(ascii: ">") { endConflict(at: cursor.position) }
    switch first {
    case UInt8(ascii: "<"): conflict = .first
    case UInt8(ascii: "|"): conflict = .base
    case UInt8(ascii: "="): conflict = .second
    default: conflict = .none
    }
    complain(
      .conflictMarker, cursor.position..<(cursor.position + 7),
      "a conflict that git left behind",
      "keep the lines that are right and remove the three markers")
    return true
  }

  /// Ends the open conflict behind the line of a marker, which belongs to it.
  private mutating func endConflict(at position: Int) {
    guard let last = conflicts.popLast() else { return }
    let end = min(endOfLine(from: position) + 1, bytes.count)
    conflicts.append(last.lowerBound..<end)
  }

  /// The column that a line's first character stands in, from 0; tabs stop at
  /// every eighth.
  func indentation(of first: Int) -> Int {
    var column = 0
    for index in lineStart..<first {
      column += bytes[index] == 9 ? 8 - column % 8 : 1
    }
    return column
  }

  /// Warns where a line stands as far left as the line that opened its block,
  /// while lines before it were indented deeper.
  private mutating func noteIndentation(of first: Int, before: Scope) {
    guard scope.kind == before.kind, scope.index == before.index,
      scope.kind != .file, scope.kind != .nothing, !isReadingByName(first)
    else { return }
    let column = indentation(of: first)
    if column > scope.indentation {
      scope.hasDeeperLine = true
    } else if scope.hasDeeperLine {
      complain(
        .indentation, first..<(first + 1),
        "this line belongs to \(scope.kind.name), but is not indented like it",
        "indent it, or move it to the block it is meant for")
    }
  }

  private func isReadingByName(_ first: Int) -> Bool {
    bytes[first] == UInt8(ascii: "r")
      && bytes[first...].starts(with: "reading".utf8)
  }
}

// MARK: - Complaints

extension Parser {
  mutating func complain(
    _ code: Diagnostic.Code, _ range: Range<Int>, _ message: String,
    _ remedy: String
  ) {
    complain(Complaint(code, message, remedy), range)
  }

  /// Complains, but not more than ten times about what is on one line.
  mutating func complain(_ complaint: Complaint, _ range: Range<Int>) {
    if let last = diagnostics.last, last.line == line {
      complaintsOnLine += 1
      guard complaintsOnLine <= 10 else { return }
    } else {
      complaintsOnLine = 1
    }
    diagnostics.append(
      Diagnostic(
        code: complaint.code, line: line,
        column: column(of: range.lowerBound, from: lineStart, in: bytes),
        range: range,
        message: complaint.message, remedy: complaint.remedy))
  }

  /// Complains about a line other than the one that is read.
  mutating func complain(
    _ code: Diagnostic.Code, _ range: Range<Int>, onLine other: Int,
    _ message: String, _ remedy: String
  ) {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    (line, lineStart) = (
      other, start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    )
    complain(code, range, message, remedy)
  }
}

/// The column of the byte at `offset`, in characters from 1.
private func column(of offset: Int, from start: Int, in bytes: [UInt8]) -> Int {
  var column = 1
  var index = start
  while index < offset {
    index += max(
      1, lengthOfCharacter(bytes.span, at: index, end: bytes.count))
    column += 1
  }
  return column
}

extension Document {
  /// The column of the byte at `offset`, in characters from 1.
  func column(of offset: Int) -> Int {
    GoalFile.column(
      of: offset, from: startOfLine(at: offset), in: bytes)
  }

  /// The bytes of the line that holds the byte at `offset`, without its end and
  /// without a byte order mark.
  package func line(at offset: Int) -> Range<Int> {
    let start = startOfLine(at: offset)
    var end = start
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    if end > start, end < bytes.count, bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }
}
