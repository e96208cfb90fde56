import Goals

/// A place in one line of a file, from which words are taken.
///
/// Positions are byte offsets into the whole file. Blanks are space and tab.
struct Cursor {
  let bytes: [UInt8]
  var position: Int
  /// Behind the last byte of the line that is no blank.
  let end: Int

  var isAtEnd: Bool { position >= end }

  /// The next byte, or `nil` at the end.
  var next: UInt8? { position < end ? bytes[position] : nil }

  mutating func skipBlanks() {
    while position < end, isBlank(bytes[position]) { position += 1 }
  }

  /// The next word, up to a blank; `nil` at the end.
  mutating func word() -> Range<Int>? {
    skipBlanks()
    let start = position
    while position < end, !isBlank(bytes[position]) { position += 1 }
    return start < position ? start..<position : nil
  }

  /// The next word, left where it is.
  func peekWord() -> Range<Int>? {
    var ahead = self
    return ahead.word()
  }

  /// Takes the next word if it is `text`.
  mutating func take(_ text: String) -> Bool {
    var ahead = self
    guard let word = ahead.word(), matches(word, text) else { return false }
    self = ahead
    return true
  }

  /// All that is left, without blanks at its ends.
  mutating func rest() -> Range<Int> {
    skipBlanks()
    defer { position = max(position, end) }
    return position..<max(position, end)
  }

  /// The empty place just behind the last word, for what is missing there.
  var missingPlace: Range<Int> { end..<end }

  func matches(_ range: Range<Int>, _ text: String) -> Bool {
    range.count == text.utf8.count && bytes[range].elementsEqual(text.utf8)
  }

  func text(_ range: Range<Int>) -> String { decoded(bytes[range]) }
}

// MARK: - Persons

extension Cursor {
  /// A name up to a comma, without its `@` and quotes; empty where there is none.
  mutating func name() -> Range<Int> {
    skipBlanks()
    let start = position
    while position < end, bytes[position] != UInt8(ascii: ",") { position += 1 }
    var range = start..<position
    while let last = range.last, isBlank(bytes[last]) { range.removeLast() }
    guard let at = range.first, bytes[at] == UInt8(ascii: "@") else {
      return range
    }
    range.removeFirst()
    guard range.count >= 2, let first = range.first, let last = range.last,
      bytes[first] == UInt8(ascii: "\""), bytes[last] == UInt8(ascii: "\"")
    else { return range }
    return (first + 1)..<last
  }

  /// The text up to the first person behind whom only persons stand.
  mutating func titleAndPeople() -> (
    title: Range<Int>, people: [Range<Int>]
  ) {
    skipBlanks()
    let start = position
    var end = start
    var people: [Range<Int>] = []
    while !isAtEnd {
      if let (name, after) = person() {
        people.append(name)
        self = after
      } else if let word = word() {
        people = []
        end = word.upperBound
      }
      skipBlanks()
    }
    return (start..<end, people)
  }
}

/// Whether a byte is a space or a tab.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte &- 48 <= 9 }

/// The user's own words in quotes, cut where they are long.
func quoted(_ text: some StringProtocol) -> String {
  let limit = 48
  let cut = text.prefix(limit)
  return cut.endIndex == text.endIndex ? "'\(text)'" : "'\(cut)…'"
}
