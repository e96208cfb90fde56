/// Where a text stands in its room.
package enum Alignment: Hashable, Sendable {
  case left
  case right
  case centre
}

/// What happens to a text that is wider than its room.
package enum Overflow: Hashable, Sendable {
  /// It ends where the room ends.
  case cut
  /// It ends earlier, with an ellipsis.
  case elide
}

/// Returns how many cells `text` takes on a display.
package func displayCells(of text: String) -> Int {
  if isPlain(text) { return text.utf8.count }
  return DisplayCharacters(text).reduce(0) { $0 + $1.width }
}

/// Returns whether `text` takes more than `cells` cells, without a look at what
/// lies far beyond.
func isWider(_ text: String, than cells: Int) -> Bool {
  // A byte takes four cells at most, as <1B> does.
  guard text.utf8.count > cells / 4 else { return false }
  var used = 0
  for character in DisplayCharacters(text) {
    used += character.width
    if used > cells { return true }
  }
  return false
}

/// Returns `text` as a display may show it: nothing in it acts on a terminal.
///
/// A line feed is a control character like any other: it becomes `<0A>`.
package func visible(_ text: String) -> String {
  if isPlain(text) { return text }
  var result = String.UnicodeScalarView()
  for character in DisplayCharacters(text) { result.append(character) }
  return String(result)
}

/// Returns `text`, made visible, in at most `cells` cells; a text that is wider
/// ends in an ellipsis.
package func elide(
  _ text: String, to cells: Int, glyphs: Glyphs = .unicode
) -> String {
  guard cells > 0 else { return "" }
  if !isWider(text, than: cells) { return visible(text) }
  var result = String.UnicodeScalarView()
  var used = 0
  for character in DisplayCharacters(text) {
    guard used + character.reach < cells else { break }
    result.append(character)
    used += character.width
  }
  result.append(glyphs.ellipsis)
  return String(result)
}

/// Returns `text`, made visible, in exactly `cells` cells: elided if it is wider,
/// filled with blanks if it is narrower.
package func pad(
  _ text: String,
  to cells: Int,
  _ alignment: Alignment = .left,
  glyphs: Glyphs = .unicode
) -> String {
  let text = elide(text, to: cells, glyphs: glyphs)
  let rest = max(0, cells - displayCells(of: text))
  let before =
    switch alignment {
    case .left: 0
    case .right: rest
    case .centre: rest / 2
    }
  return String(repeating: " ", count: before) + text
    + String(repeating: " ", count: rest - before)
}

/// Whether each byte of `text` is one cell that shows itself.
func isPlain(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
}

extension String.UnicodeScalarView {
  mutating func append(_ character: DisplayCharacter) {
    append(character.scalar)
    if !character.marks.isEmpty {
      append(contentsOf: character.marks.scalars)
    }
  }
}
