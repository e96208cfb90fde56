import Canvas
import Goals

/// What is selected, in words, and as a chart where there is room.
struct DetailView {
  let outlook: Outlook
  let thing: Thing
  let history: (Thing) -> [HistoryPoint]

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard rect.height >= 2 else { return }
    canvas.fill(rect.line(0), with: canvas.glyphs.horizontal, style: .rule)
    let area = rect.dropping(top: 1, left: 1, right: 1)
    let words = ThingWords(outlook, thing, canvas.glyphs)
    drawTitle(into: &canvas, in: area.line(0), words)
    let role = outlook.role(of: thing)
    let shape = canvas.glyphs.text(canvas.glyphs.shape(of: role))
    let verdict = Paragraph("\(shape) \(words.verdict)", style: Style(role))
    let lines = verdict.draw(
      into: &canvas,
      in: area.dropping(top: 1).split(top: area.height >= 12 ? 2 : 1).top)
    let rest = area.dropping(top: 1 + max(1, lines))
    if rest.height < 9 {
      drawLast(into: &canvas, in: rest.line(0), words)
      drawMore(into: &canvas, in: rest.dropping(top: 1), words)
    } else {
      drawWhole(into: &canvas, in: rest.dropping(top: 1))
    }
  }

  private func drawTitle(
    into canvas: inout Canvas, in rect: Rect, _ words: ThingWords
  ) {
    let facts = words.facts.joined(
      separator: " \(canvas.glyphs.text(canvas.glyphs.separator)) ")
    let factsWidth = min(displayCells(of: facts), rect.width * 2 / 3)
    let (title, right) = rect.split(right: factsWidth)
    canvas.put(
      outlook.title(of: thing), in: title.dropping(right: 2),
      style: Style(.title, .bold))
    canvas.put(facts, in: right, .right, style: .faint)
  }

  /// What its page says, as far as there is room.
  private func drawWhole(into canvas: inout Canvas, in rect: Rect) {
    let split = ChartSplit(of: rect, ChartsView.exists(outlook, thing))
    ChartsView(outlook, thing, history).draw(into: &canvas, in: split.chart)
    let content = PageContent(outlook, thing, width: split.words.width)
    for index in 0..<min(content.count, split.words.height) {
      let line = content[index]
      canvas.put(
        line.words(canvas.glyphs), in: split.words.line(index),
        style: line.style)
    }
  }

  private func drawLast(
    into canvas: inout Canvas, in rect: Rect, _ words: ThingWords
  ) {
    guard !rect.isEmpty else { return }
    var column = rect.column
    let values =
      outlook.hidesNumbers(thing) ? [] : history(thing).map(\.value)
    if values.count > 1 {
      let width = min(24, rect.width / 4, values.count)
      Sparkline(values).draw(
        into: &canvas,
        in: Rect(row: rect.row, column: column, height: 1, width: width))
      column += width + 2
    }
    canvas.put(
      words.lastCheckIn, row: rect.row, column: column,
      limit: max(0, rect.columns.upperBound - column), overflow: .elide)
  }

  private func drawMore(
    into canvas: inout Canvas, in rect: Rect, _ words: ThingWords
  ) {
    let lines = outlook.narrative(of: thing) + words.openActions
    for (index, line) in lines.enumerated() where index < rect.height {
      canvas.put(line, in: rect.line(index), style: .faint)
    }
  }
}
