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
  private var cells: [PackedCell]
  /// The marks of the cells that have some, by their places in `cells`.
  private var marks: [Int: Marks] = [:]

  package init(width: Int, height: Int, glyphs: Glyphs = .unicode) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.glyphs = glyphs
    cells = Array(
      repeating: PackedCell(.blank), count: self.width * self.height)
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
    return cell(row * width + column)
  }

  private func cell(_ index: Int) -> Cell {
    cells[index].cell(marks: cells[index].hasMarks ? marks[index] : nil)
  }

  /// The columns of the line `row` from the first to the last that differs from
  /// the same line of a canvas as wide as this; empty where none does.
  ///
  /// Wide characters are in it whole.
  package func difference(_ row: Int, from other: Canvas) -> Range<Int> {
    guard width == other.width, row < height, row < other.height else {
      return 0..<width
    }
    let start = row * width
    var first = start
    var end = start + width
    let (own, others) = (cells.span, other.cells.span)
    let haveMarks = !marks.isEmpty || !other.marks.isEmpty
    while first < end, own[first] == others[first],
      !haveMarks || isSame(first, as: other)
    {
      first &+= 1
    }
    while end > first, own[end &- 1] == others[end &- 1],
      !haveMarks || isSame(end - 1, as: other)
    {
      end &-= 1
    }
    guard first < end else { return 0..<0 }
    while first > start, isContinuation(first, other) { first -= 1 }
    while end < start + width, isContinuation(end, other) { end += 1 }
    return first - start..<end - start
  }

  private func isContinuation(_ index: Int, _ other: Canvas) -> Bool {
    cells[index].kind == .continuation
      || other.cells[index].kind == .continuation
  }

  private func isSame(_ index: Int, as other: Canvas) -> Bool {
    cells[index] == other.cells[index]
      && (!cells[index].hasMarks || marks[index] == other.marks[index])
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

  /// Puts another canvas here, with its first cell at `place`.
  package mutating func put(_ other: Canvas, at place: Position) {
    let rect = Rect(
      row: place.row, column: place.column, height: other.height,
      width: other.width
    ).intersection(bounds)
    guard !rect.isEmpty else { return }
    for row in rect.rows {
      let start = row * width + rect.column
      let source =
        (row - place.row) * other.width + rect.column - place.column
      // The ends alone can cut a wide character.
      write(other.cell(source), start)
      write(other.cell(source + rect.width - 1), start + rect.width - 1)
      for offset in 0..<rect.width {
        let (index, from) = (start + offset, source + offset)
        if cells[index].hasMarks { marks[index] = nil }
        cells[index] = other.cells[from]
        if cells[index].hasMarks { marks[index] = other.marks[from] }
      }
      let end = start + rect.width - 1
      if cells[start].kind == .continuation { set(.blank, start) }
      if cells[end].kind == .wide { set(.blank, end) }
    }
  }

  /// Adds `emphasis` to every cell of `rect`.
  package mutating func mark(_ rect: Rect, _ emphasis: Emphasis) {
    let rect = rect.intersection(bounds)
    for row in rect.rows {
      for column in rect.columns {
        cells[row * width + column].add(emphasis)
      }
    }
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
      set(Cell(" ", style: cells[index + 1].style), index + 1)
    case .continuation where cell.kind != .continuation:
      set(Cell(" ", style: cells[index - 1].style), index - 1)
    case .continuation:
      break
    }
    set(glyphs == .narrow ? cell.narrowed : cell, index)
  }

  private mutating func set(_ cell: Cell, _ index: Int) {
    if cells[index].hasMarks { marks[index] = nil }
    cells[index] = PackedCell(cell)
    if !cell.marks.isEmpty { marks[index] = cell.marks }
  }
}
