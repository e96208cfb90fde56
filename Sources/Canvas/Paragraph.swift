/// Words that flow over several lines.
package struct Paragraph: Hashable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, style: Style = .text) {
    self.text = text
    self.style = style
  }

  /// Returns the lines of this text, none wider than `width` cells, with each
  /// line feed a new line.
  ///
  /// A word that is too long for a line is broken. Without a width there are no
  /// lines.
  package func lines(width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped($0, width) }
  }

  /// Draws as many lines as fit, the last with an ellipsis if there are more,
  /// and returns how many those are.
  @discardableResult
  package func draw(into canvas: inout Canvas, in rect: Rect) -> Int {
    guard !rect.isEmpty else { return 0 }
    let lines = lines(width: rect.width)
    for (index, line) in lines.prefix(rect.height).enumerated() {
      let isCut = index == rect.height - 1 && lines.count > rect.height
      let ellipsis = canvas.glyphs.text(canvas.glyphs.ellipsis)
      // The ellipsis stands in the last cell if the line fills it.
      let fits = displayCells(of: line) < rect.width
      let shown = isCut ? line + (fits ? ellipsis : "  ") : line
      canvas.put(shown, in: rect.line(index), style: style)
    }
    return min(lines.count, rect.height)
  }

  private func wrapped(_ text: Substring, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      var word = visible(String(word))
      var cells = displayCells(of: word)
      if used > 0, used + 1 + cells > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if cells > width {
        lines += broken(word, width)
        word = lines.removeLast()
        cells = displayCells(of: word)
      }
      line += used > 0 ? " " + word : word
      used += used > 0 ? 1 + cells : cells
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Returns `word`, which is not empty, in lines of at most that width.
  ///
  /// A wide character that does not even fit alone becomes a blank.
  private func broken(_ word: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var used = 0
    for character in DisplayCharacters(word) {
      if used > 0, used + character.reach > width {
        lines.append(String(line))
        line.removeAll()
        used = 0
      }
      if character.width > width {
        line.append(" ")
        used = width
      } else {
        line.append(character)
        used += character.width
      }
    }
    return lines + [String(line)]
  }
}
