import Canvas
import Goals

/// The choices of the palette, on top of what lies below: the best at the
/// bottom, next to what is typed.
struct CommandPaletteView {
  private let palette: CommandPalette
  private let keymap: Keymap
  private let outlook: Outlook

  init(_ palette: CommandPalette, _ keymap: Keymap, _ outlook: Outlook) {
    self.palette = palette
    self.keymap = keymap
    self.outlook = outlook
  }

  /// Where the choices are: the row of each place in the list that is seen.
  static func rows(
    of palette: CommandPalette, in body: Rect
  ) -> (area: Rect, seen: Range<Int>) {
    let height = min(palette.choices.count, max(1, body.height * 2 / 3), 14)
    let area = body.split(bottom: max(0, min(height, body.height))).bottom
    let first = min(
      palette.choices.count, max(0, palette.selected - area.height + 1))
    return (area, first..<min(palette.choices.count, first + area.height))
  }

  /// The place of the choice that is shown there.
  static func choice(
    of palette: CommandPalette, at position: Position, in body: Rect
  ) -> Int? {
    let (area, seen) = rows(of: palette, in: body)
    guard area.contains(position) else { return nil }
    let place = seen.lowerBound + area.rows.upperBound - 1 - position.row
    return seen.contains(place) ? place : nil
  }

  func draw(into canvas: inout Canvas, in body: Rect) {
    let (area, seen) = CommandPaletteView.rows(of: palette, in: body)
    guard !area.isEmpty else { return }
    canvas.fill(area)
    if area.row > body.row {
      canvas.fill(
        Rect(
          row: area.row - 1, column: area.column, height: 1, width: area.width),
        with: canvas.glyphs.horizontal, style: .rule)
    }
    for (row, place) in seen.enumerated() {
      // The first stands lowest.
      let line = area.line(area.height - 1 - row)
      draw(palette.choices[place], into: &canvas, in: line)
      if place == palette.selected { canvas.mark(line, .selected) }
    }
  }

  private func draw(
    _ choice: CommandPalette.Choice, into canvas: inout Canvas, in line: Rect
  ) {
    let (shape, words, keys) = parts(of: choice, canvas.glyphs)
    canvas.put(
      shape.text, row: line.row, column: line.column + 1, limit: 1,
      style: shape.style)
    let keyWidth = min(displayCells(of: keys), line.width / 3)
    let (left, right) = line.dropping(left: min(3, line.width)).split(
      right: keyWidth + 2)
    let used = canvas.put(choice.title, in: left.dropping(right: 1))
    canvas.mark(
      choice.places, of: choice.title, in: left.dropping(right: 1),
      style: Style(.key, [.bold, .underline]))
    canvas.put(
      words, row: left.row, column: left.column + max(used + 2, 18),
      limit: max(0, left.width - max(used + 2, 18)), style: .faint,
      overflow: .elide)
    canvas.put(keys, in: right.dropping(right: 1), .right, style: .key)
  }

  private func parts(
    of choice: CommandPalette.Choice, _ glyphs: Glyphs
  ) -> (shape: (text: String, style: Style), words: String, keys: String) {
    switch choice.offer {
    case .command(let command):
      let keys = keymap.keys(for: command, in: palette.context)
        .prefix(2).map(\.description).joined(separator: " ")
      return ((":", .faint), command.sentence, keys)
    case .mouse:
      return ((":", .faint), "what the mouse does here, until the end", "")
    case .saveAndQuit:
      return ((":", .faint), "save what is unsaved, then quit", "")
    case .save:
      return ((":", .faint), "in a new file, and go on with that", "")
    case .filter:
      return ((":", .faint), "show what this leaves of the board", "")
    case .theme: return ((":", .faint), "draw everything in it", "")
    case .line: return ((":", .faint), "", "")
    case .owner: return (("@", .faint), "what they answer for", "owner")
    case .team: return (("@", .faint), "what they answer for", "team")
    case .thing(let thing):
      let role = outlook.role(of: thing)
      return (
        (glyphs.text(glyphs.shape(of: role)), Style(role)),
        outlook.owner(of: thing) ?? "", thing.kind
      )
    }
  }
}
