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
  private var lines: [CanvasLine]

  package init(width: Int, height: Int, glyphs: Glyphs = .unicode) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.glyphs = glyphs
    lines = Array(
      repeating: CanvasLine(width: self.width), count: self.height)
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
    return lines[row][column]
  }

  /// Hands over the cells of a line that exists, without their marks.
  package func withCells(
    in row: Int, _ body: (Span<PackedCell>) -> Void
  ) {
    lines[row].withCells(body)
  }

  /// The columns of the line `row` from the first to the last that differs from
  /// the same line of a canvas as wide as this; empty where none does.
  ///
  /// Wide characters are in it whole.
  package func difference(_ row: Int, from other: Canvas) -> Range<Int> {
    guard width == other.width, row < height, row < other.height else {
      return 0..<width
    }
    return lines[row].difference(from: other.lines[row])
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
    // Of a very long text only the beginning is looked at.
    if column >= 0, text.utf8.count <= 4 * room, isPlain(text) {
      return put(plain: text, row, column, room, style, overflow)
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
    lines[row].write(drawn(Cell(glyph, style: style)), at: column)
  }

  /// Writes `glyph`, which takes one cell, everywhere in `rect`.
  package mutating func fill(
    _ rect: Rect, with glyph: Unicode.Scalar = " ", style: Style = .text
  ) {
    let rect = rect.intersection(bounds)
    let cell = drawn(Cell(glyph, style: style))
    for row in rect.rows {
      for column in rect.columns { lines[row].write(cell, at: column) }
    }
  }

  /// Changes the styles in `rect` and leaves the characters.
  package mutating func restyle(
    _ rect: Rect, _ change: (inout Style) -> Void
  ) {
    let rect = rect.intersection(bounds)
    for row in rect.rows { lines[row].restyle(rect.columns, change) }
  }

  /// Puts another canvas here, with its first cell at `place`.
  package mutating func put(_ other: Canvas, at place: Position) {
    let rect = Rect(
      row: place.row, column: place.column, height: other.height,
      width: other.width
    ).intersection(bounds)
    guard !rect.isEmpty else { return }
    let first = rect.column - place.column
    for row in rect.rows {
      let line = other.lines[row - place.row]
      if rect.width == width, other.width == width {
        lines[row] = line
      } else {
        lines[row].copy(
          first..<(first + rect.width), of: line, to: rect.column)
      }
    }
  }

  /// Adds `emphasis` to every cell of `rect`.
  package mutating func mark(_ rect: Rect, _ emphasis: Emphasis) {
    let rect = rect.intersection(bounds)
    for row in rect.rows { lines[row].mark(rect.columns, emphasis) }
  }

  /// Writes ASCII text in that many cells and returns how many it took.
  private mutating func put(
    plain text: String, _ row: Int, _ column: Int, _ room: Int,
    _ style: Style, _ overflow: Overflow
  ) -> Int {
    let count = text.utf8.count
    guard count > room else {
      lines[row].write(plain: text.utf8[...], from: column, style: style)
      return count
    }
    let isElided = overflow == .elide
    let shown = text.utf8.prefix(isElided ? room - 1 : room)
    lines[row].write(plain: shown, from: column, style: style)
    if isElided {
      set(
        glyphs.ellipsis, row: row, column: column + shown.count, style: style)
    }
    return room
  }

  private mutating func putCharacters(
    _ text: String, _ row: Int, _ start: Int, _ room: Int, _ style: Style
  ) -> Int {
    var column = start
    for character in DisplayCharacters(text) {
      guard column + character.reach <= start + room else { break }
      let end = column + character.width
      if column >= 0 {
        write(character, row, column, style)
      } else if end > 0 {
        lines[row].write(Cell(" ", style: style), at: 0)
      }
      column = end
    }
    return column - start
  }

  private mutating func write(
    _ character: DisplayCharacter, _ row: Int, _ column: Int, _ style: Style
  ) {
    let isWide = character.width == 2
    let cell = Cell(
      character.scalar, marks: character.marks, style: style,
      kind: isWide ? .wide : .narrow)
    lines[row].write(drawn(cell), at: column)
    if isWide {
      lines[row].write(
        Cell(" ", style: style, kind: .continuation), at: column + 1)
    }
  }

  /// The cell as this canvas draws it.
  private func drawn(_ cell: Cell) -> Cell {
    glyphs == .narrow ? cell.narrowed : cell
  }
}
