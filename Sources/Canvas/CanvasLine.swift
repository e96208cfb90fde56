/// One line of a canvas, its cells from left to right.
///
/// Canvases share their lines until one of them writes, so that copying a
/// picture and comparing it with the last one costs little where most of it
/// stays as it was.
struct CanvasLine: Hashable, Sendable {
  private var cells: [PackedCell]
  /// The marks of the cells that have some, by their columns; mostly `nil`.
  private var marks: [Int: Marks]?

  /// A line of blanks.
  init(width: Int) {
    cells = Array(repeating: PackedCell(.blank), count: width)
  }

  /// The cell in a column from 0 to below the width.
  subscript(column: Int) -> Cell {
    cells[column].cell(marks: cells[column].hasMarks ? marks?[column] : nil)
  }

  /// Its cells without their marks.
  func withCells(_ body: (Span<PackedCell>) -> Void) { body(cells.span) }

  /// The columns from the first to the last that differs from a line of the same
  /// width; empty where none does.
  ///
  /// Wide characters are in it whole.
  func difference(from other: CanvasLine) -> Range<Int> {
    // Equal at once where the lines are shared.
    guard cells != other.cells || marks != other.marks else { return 0..<0 }
    var first = 0
    var end = cells.count
    let (own, others) = (cells.span, other.cells.span)
    let haveMarks = marks != nil || other.marks != nil
    while first < end, own[first] == others[first],
      !haveMarks || marks?[first] == other.marks?[first]
    {
      first &+= 1
    }
    while end > first, own[end &- 1] == others[end &- 1],
      !haveMarks || marks?[end - 1] == other.marks?[end - 1]
    {
      end &-= 1
    }
    while first > 0, isContinuation(first, other) { first -= 1 }
    while end < cells.count, isContinuation(end, other) { end += 1 }
    return first..<end
  }

  private func isContinuation(_ column: Int, _ other: CanvasLine) -> Bool {
    cells[column].kind == .continuation
      || other.cells[column].kind == .continuation
  }

  /// Writes ASCII text from `column` on, which has to fit.
  mutating func write(
    plain text: Substring.UTF8View, from column: Int, style: Style
  ) {
    var column = column
    for byte in text {
      write(Cell(Unicode.Scalar(byte), style: style), at: column)
      column += 1
    }
  }

  /// Writes one cell; the other half of a wide character that it cuts becomes a
  /// blank.
  mutating func write(_ cell: Cell, at column: Int) {
    switch cells[column].kind {
    case .narrow:
      break
    case .wide:
      set(Cell(" ", style: cells[column + 1].style), at: column + 1)
    case .continuation where cell.kind != .continuation:
      set(Cell(" ", style: cells[column - 1].style), at: column - 1)
    case .continuation:
      break
    }
    set(cell, at: column)
  }

  /// Copies what stands in `source` of another line to `column` and on, where
  /// there is room for it.
  mutating func copy(
    _ source: Range<Int>, of other: CanvasLine, to column: Int
  ) {
    let end = column + source.count - 1
    // The ends alone can cut a wide character.
    write(other[source.lowerBound], at: column)
    write(other[source.upperBound - 1], at: end)
    for (index, from) in zip(column...end, source) {
      if cells[index].hasMarks { setMarks(nil, at: index) }
      cells[index] = other.cells[from]
      if cells[index].hasMarks { setMarks(other.marks?[from], at: index) }
    }
    if cells[column].kind == .continuation { set(.blank, at: column) }
    if cells[end].kind == .wide { set(.blank, at: end) }
  }

  /// Changes the styles of some columns and leaves the characters.
  mutating func restyle(
    _ columns: Range<Int>, _ change: (inout Style) -> Void
  ) {
    for column in columns { change(&cells[column].style) }
  }

  /// Adds `emphasis` to the cells of some columns.
  mutating func mark(_ columns: Range<Int>, _ emphasis: Emphasis) {
    for column in columns { cells[column].add(emphasis) }
  }

  private mutating func set(_ cell: Cell, at column: Int) {
    if cells[column].hasMarks { setMarks(nil, at: column) }
    cells[column] = PackedCell(cell)
    if !cell.marks.isEmpty { setMarks(cell.marks, at: column) }
  }

  private mutating func setMarks(_ new: Marks?, at column: Int) {
    var marks = self.marks ?? [:]
    marks[column] = new
    self.marks = marks.isEmpty ? nil : marks
  }
}
