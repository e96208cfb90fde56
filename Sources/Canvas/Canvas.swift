/// A grid of cells to draw into.
///
/// Rows and columns count from 0. Whatever lies outside is clipped, and half a
/// wide character never stands alone.
package struct Canvas: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// What pictures and ellipses on this canvas are made of.
  package let glyphs: Glyphs
  /// Where a text cursor is to be seen, if at all.
  package var cursor: Position?
  private var cells: [Cell]

  package init(width: Int, height: Int, glyphs: Glyphs = .unicode) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: self.width * self.height)
  }

  /// The whole canvas.
  package var bounds: Rect {
    Rect(row: 0, column: 0, height: height, width: width)
  }

  /// The cell there; a blank outside.
  package subscript(row: Int, column: Int) -> Cell {
    guard (0..<height).contains(row), (0..<width).contains(column) else {
      return .blank
    }
    return cells[row * width + column]
  }

  /// Whether the line `row` is the same here and there, as wide as this.
  package func isSame(_ row: Int, as other: Canvas) -> Bool {
    guard width == other.width, row < height, row < other.height else {
      return false
    }
    let start = row * width
    for index in start..<start + width where cells[index] != other.cells[index]
    {
      return false
    }
    return true
  }

  /// Writes `text` and returns how many cells it took, counted from `column`.
  ///
  /// - Parameter limit: the most cells to use.
  @discardableResult
  package mutating func put(
    _ text: String,
    row: Int,
    column: Int,
    limit: Int = .max,
    style: Style = .text,
    overflow: Overflow = .cut
  ) -> Int {
    let room = min(max(0, limit), max(0, width - column))
    guard room > 0, (0..<height).contains(row) else { return 0 }
    if column >= 0, isPlain(text), text.utf8.count <= room {
      return putPlain(text, row: row, column: column, style: style)
    }
    guard overflow == .elide, isWider(text, than: room) else {
      return putCharacters(text, row, column, room, style)
    }
    let used = putCharacters(text, row, column, room - 1, style)
    set(glyphs.ellipsis, row: row, column: column + used, style: style)
    return used + 1
  }

  @discardableResult
  package mutating func put(
    _ text: Substring,
    row: Int,
    column: Int,
    limit: Int = .max,
    style: Style = .text,
    overflow: Overflow = .cut
  ) -> Int {
    put(
      String(text), row: row, column: column, limit: limit, style: style,
      overflow: overflow)
  }

  /// Writes `text` into the first line of `rect` and returns the cells it took.
  @discardableResult
  package mutating func put(
    _ text: String,
    in rect: Rect,
    _ alignment: Alignment = .left,
    style: Style = .text,
    overflow: Overflow = .elide
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let rest =
      alignment == .left ? 0 : max(0, rect.width - displayCells(of: text))
    let before =
      switch alignment {
      case .left: 0
      case .right: rest
      case .centre: rest / 2
      }
    return put(
      text, row: rect.row, column: rect.column + before,
      limit: rect.width - before, style: style, overflow: overflow)
  }

  /// Writes one of our own glyphs, which take one cell.
  package mutating func set(
    _ glyph: Unicode.Scalar, row: Int, column: Int, style: Style = .text
  ) {
    guard (0..<height).contains(row), (0..<width).contains(column) else {
      return
    }
    write(Cell(glyph, style: style), row * width + column)
  }

  /// Writes `glyph`, which takes one cell, everywhere in `rect`.
  package mutating func fill(
    _ rect: Rect, with glyph: Unicode.Scalar = " ", style: Style = .text
  ) {
    let rect = rect.intersection(bounds)
    for row in rect.rows {
      for column in rect.columns {
        write(Cell(glyph, style: style), row * width + column)
      }
    }
  }

  /// Changes the styles in `rect` and leaves the characters.
  package mutating func restyle(
    _ rect: Rect, _ change: (inout Style) -> Void
  ) {
    let rect = rect.intersection(bounds)
    for row in rect.rows {
      for column in rect.columns {
        change(&cells[row * width + column].style)
      }
    }
  }

  /// Adds `emphasis` to every cell of `rect`.
  package mutating func mark(_ rect: Rect, _ emphasis: Emphasis) {
    restyle(rect) { $0.emphasis.formUnion(emphasis) }
  }

  private mutating func putPlain(
    _ text: String, row: Int, column: Int, style: Style
  ) -> Int {
    let start = row * width + column
    var index = start
    for byte in text.utf8 {
      write(Cell(Unicode.Scalar(byte), style: style), index)
      index += 1
    }
    return index - start
  }

  private mutating func putCharacters(
    _ text: String, _ row: Int, _ start: Int, _ room: Int, _ style: Style
  ) -> Int {
    var column = start
    for character in DisplayCharacters(text) {
      guard column + character.reach <= start + room else { break }
      let end = column + character.width
      if column >= 0 {
        write(character, row * width + column, style)
      } else if end > 0 {
        write(Cell(" ", style: style), row * width)
      }
      column = end
    }
    return column - start
  }

  private mutating func write(
    _ character: DisplayCharacter, _ index: Int, _ style: Style
  ) {
    let isWide = character.width == 2
    write(
      Cell(
        character.scalar, marks: character.marks, style: style,
        kind: isWide ? .wide : .narrow), index)
    if isWide {
      write(Cell(" ", style: style, kind: .continuation), index + 1)
    }
  }

  /// Writes one cell; the other half of a wide character that it cuts becomes a
  /// blank.
  private mutating func write(_ cell: Cell, _ index: Int) {
    switch cells[index].kind {
    case .narrow:
      break
    case .wide:
      cells[index + 1].scalar = " "
      cells[index + 1].kind = .narrow
    case .continuation where cell.kind != .continuation:
      cells[index - 1] = Cell(" ", style: cells[index - 1].style)
    case .continuation:
      break
    }
    cells[index] = glyphs == .narrow ? cell.narrowed : cell
  }
}
