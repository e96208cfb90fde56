import Goals

/// One line of a board file, as byte offsets into the file.
package struct Line: Hashable, Sendable {
  /// What a line is, by its own bytes alone.
  package enum Kind: Hashable, Sendable {
    case empty, comment
    /// A mark that git left behind in a conflict.
    case marker
    /// It begins with a digit, as the readings of a block do.
    case reading
    /// It begins with `>`.
    case narrative
    case statement(Keyword)
    /// It begins with a word that is no keyword.
    case unknown

    /// Whether it says nothing to the program.
    package var isSilent: Bool { self == .empty || self == .comment }
  }

  package let kind: Kind
  /// All of it: a byte order mark and its line end included.
  package let range: Range<Int>
  /// From its first byte that is no blank to behind its last one, without byte
  /// order mark and line end.
  package let text: Range<Int>

  /// How it ends: with LF, CRLF, or nothing at the end of the file.
  package func end(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    var start = range.upperBound
    guard start > range.lowerBound, bytes[start - 1] == 10 else {
      return bytes[start..<start]
    }
    start -= 1
    if start > range.lowerBound, bytes[start - 1] == 13 { start -= 1 }
    return bytes[start..<range.upperBound]
  }

  /// What stands in front of its first byte that is no blank: its indentation,
  /// and a byte order mark.
  package var margin: Range<Int> { range.lowerBound..<text.lowerBound }
}

/// The lines that lie in a range of a file's bytes, one after the other.
package struct Lines: Sequence, Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// - Parameter range: from the start of a line to the end of one.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  package func makeIterator() -> Iterator {
    Iterator(bytes: bytes, position: range.lowerBound, end: range.upperBound)
  }

  /// Takes one line after the other.
  package struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> Line? {
      guard position < end else { return nil }
      let start = position
      let feed = lineFeed(in: bytes, from: start, to: end)
      position = Swift.min(feed + 1, end)
      let text = textOfLine(bytes, from: start, to: feed)
      return Line(
        kind: kind(of: text), range: start..<position, text: text)
    }

    private func kind(of text: Range<Int>) -> Line.Kind {
      guard let first = text.first.map({ bytes[$0] }) else { return .empty }
      if first == UInt8(ascii: "#") { return .comment }
      if isDigit(first) { return .reading }
      if isConflictMarker(bytes, text) { return .marker }
      if first == UInt8(ascii: ">") { return .narrative }
      var end = text.lowerBound
      while end < text.upperBound, !isBlank(bytes[end]) { end += 1 }
      guard let packed = KeywordTable.packed(bytes[text.lowerBound..<end]),
        let keyword = keywords[packed]
      else { return .unknown }
      return .statement(keyword)
    }
  }
}

/// The words that lines are known by.
private let keywords = KeywordTable()

/// Where the first LF stands, or `end` where there is none.
private func lineFeed(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
  let span = bytes.span
  var index = start
  while index < end, span[index] != 10 { index += 1 }
  return index
}

/// The bytes of a line without byte order mark, line end, and the blanks at
/// both ends.
///
/// - Parameter feed: where its LF stands, or the end of the file.
func textOfLine(
  _ bytes: [UInt8], from start: Int, to feed: Int
) -> Range<Int> {
  var last = feed
  if feed < bytes.count, last > start, bytes[last - 1] == 13 { last -= 1 }
  var first = start
  if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    first = Swift.min(3, last)
  }
  while first < last, isBlank(bytes[first]) { first += 1 }
  while last > first, isBlank(bytes[last - 1]) { last -= 1 }
  return first..<last
}

/// Whether the text of a line is a mark of a conflict: seven times `<`, `|`, `=`
/// or `>`, alone or with a blank behind them.
func isConflictMarker(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
  guard text.count >= 7 else { return false }
  let first = bytes[text.lowerBound]
  let end = text.lowerBound + 7
  return "<|=>".utf8.contains(first)
    && bytes[text.lowerBound..<end].allSatisfy { $0 == first }
    && (end == text.upperBound || isBlank(bytes[end]))
}

/// What a line says, without the blanks before it and a carriage return at its
/// end.
package func words(ofLine line: ArraySlice<UInt8>) -> String {
  let text = line.drop(while: isBlank)
  return decoded(text.last == 13 ? text.dropLast() : text)
}
