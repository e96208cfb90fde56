import Canvas

/// A line of text that is being typed, with the cursor in it.
struct FieldView {
  let field: TextField
  /// What is offered behind the cursor.
  var ghost = ""

  /// Draws as much as has room, the cursor always in sight.
  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let head = ending(of: visible(field.head), cells: rect.width - 1)
    let used = canvas.put(
      head, row: rect.row, column: rect.column, limit: rect.width,
      style: .input)
    let column = rect.column + used
    let room = rect.width - used
    canvas.put(
      field.tail, row: rect.row, column: column, limit: room, style: .input)
    let tail = displayCells(of: field.tail)
    canvas.put(
      ghost, row: rect.row, column: column + tail, limit: max(0, room - tail),
      style: .faint)
    canvas.cursor = Position(row: rect.row, column: column)
  }

  /// As much of the end of `text` as has room in so many cells.
  private func ending(of text: String, cells: Int) -> Substring {
    var room = cells
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      room -= displayCells(of: String(text[before]))
      guard room >= 0 else { break }
      start = before
    }
    return text[start...]
  }
}
