/// A line of text that is being typed.
package struct TextField: Hashable, Sendable {
  private var characters: [Character]
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  /// What the last edit erased of words, to be written elsewhere.
  package private(set) var erased = ""

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }

  /// What stands before the cursor.
  package var head: String { String(characters[..<cursor]) }

  /// What stands behind the cursor.
  package var tail: String { String(characters[cursor...]) }

  /// Writes `text` at the cursor; line breaks and other control characters
  /// become blanks, so that a pasted text is never a command or a second line.
  package mutating func insert(_ text: String) {
    let new = text.map { $0.isControl ? " " : $0 }
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
    regroup()
  }

  /// Makes one character of what has come to stand side by side and is one: an
  /// accent behind its letter, the parts of an emoji.
  private mutating func regroup() {
    let head = head
    characters = Array(head + tail)
    cursor = min(head.count, characters.count)
  }

  /// Does what `command` asks of a line of text; others do nothing.
  package mutating func edit(_ command: Command) {
    if command == .cursorLeft { cursor = max(0, cursor - 1) }
    if command == .cursorRight { cursor = min(characters.count, cursor + 1) }
    if command == .cursorStart { cursor = 0 }
    if command == .cursorEnd { cursor = characters.count }
    if command == .cursorWordLeft { cursor = startOfWord }
    if command == .cursorWordRight { cursor = endOfWord }
    if command == .eraseBack { remove(max(0, cursor - 1)..<cursor) }
    if command == .eraseForward {
      remove(cursor..<min(characters.count, cursor + 1))
    }
    if command == .eraseWord { cut(startOfWord..<cursor) }
    if command == .eraseWordForward { cut(cursor..<endOfWord) }
    if command == .eraseToStart { cut(0..<cursor) }
    if command == .eraseToEnd { cut(cursor..<characters.count) }
  }

  private mutating func cut(_ range: Range<Int>) {
    if !range.isEmpty { erased = String(characters[range]) }
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    regroup()
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }

  private var endOfWord: Int {
    var end = cursor
    while end < characters.count, characters[end] == " " { end += 1 }
    while end < characters.count, characters[end] != " " { end += 1 }
    return end
  }
}

extension Character {
  /// Whether it is no text: a line break, a tab or another control character.
  fileprivate var isControl: Bool {
    unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.value == 0x2028
        || $0.value == 0x2029
    }
  }
}
