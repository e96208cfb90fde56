import Canvas
import Goals

/// The line above everything: whose board, which cycle, how it stands, when.
struct HeaderView {
  let outlook: Outlook
  let name: String
  let isPast: Bool

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let time =
      isPast ? "as it stood on \(clock(outlook.now))" : clock(outlook.now)
    let timeWidth = displayCells(of: time) + 2
    var rest = rect
    if rect.width >= timeWidth + 16 {
      let (left, right) = rect.split(right: timeWidth)
      canvas.put(
        " \(time) ", in: right, .right,
        style: isPast ? Style(.notice, [.reverse, .bold]) : .faint)
      rest = left
    } else if isPast {
      canvas.put(
        " \(time)", in: rect, style: Style(.notice, [.reverse, .bold]))
      return
    }
    var column = rest.column + 1
    let title = outlook.board.title ?? name
    let room = rest.width - 1
    column += canvas.put(
      title, row: rest.row, column: column, limit: max(0, min(room, room / 2)),
      style: Style(.title, .bold), overflow: .elide)
    column = drawCycle(into: &canvas, rest, column)
    drawCounts(into: &canvas, rest, from: column + 2)
  }

  private func drawCycle(
    into canvas: inout Canvas, _ rect: Rect, _ start: Int
  ) -> Int {
    guard let cycle = outlook.cycle else { return start }
    let end = rect.columns.upperBound
    var column = start
    let name =
      " \(canvas.glyphs.text(canvas.glyphs.separator)) \(cycle.cycle.name)"
    guard end - column >= displayCells(of: name) else { return column }
    column += canvas.put(name, row: rect.row, column: column, style: .title)
    let first = cycle.cycle.start.number
    let length = cycle.cycle.end.number - first + 1
    let day = max(0, min(length, outlook.today.number - first + 1))
    let words = " day \(day) of \(length)"
    let barWidth = min(24, (rect.width - 60) / 2)
    if barWidth >= 8, end - column > barWidth + 1 + words.utf8.count {
      TimeBar(cycle.elapsed).draw(
        into: &canvas,
        in: Rect(row: rect.row, column: column + 1, height: 1, width: barWidth))
      column += barWidth + 1
    }
    guard end - column > words.utf8.count else { return column }
    return column
      + canvas.put(words, row: rect.row, column: column, style: .faint)
  }

  /// `4 on track · 1 off track`, the worst first, as far as there is room.
  private func drawCounts(
    into canvas: inout Canvas, _ rect: Rect, from start: Int
  ) {
    let separator = " \(canvas.glyphs.text(canvas.glyphs.separator)) "
    var parts = outlook.counts.map {
      (text: "\($0.count) \($0.status.words)", role: Role($0.status))
    }
    func width() -> Int {
      parts.reduce(0) { $0 + displayCells(of: $1.text) }
        + max(0, parts.count - 1) * 3
    }
    let room = rect.columns.upperBound - start - 1
    // Shapes in place of words, from the best to the worst, rather than a part
    // of the numbers.
    for index in parts.indices.reversed() where width() > room {
      let shape = canvas.glyphs.text(canvas.glyphs.shape(of: parts[index].role))
      parts[index].text = "\(shape) \(outlook.counts[index].count)"
    }
    while !parts.isEmpty, width() > room { parts.removeLast() }
    var column = max(start, rect.columns.upperBound - width() - 2)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        column += canvas.put(
          separator, row: rect.row, column: column, style: .faint)
      }
      column += canvas.put(
        part.text, row: rect.row, column: column, style: Style(part.role))
    }
  }
}
