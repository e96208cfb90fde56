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
    guard area.height >= 11 else {
      drawTitle(into: &canvas, in: area.line(0), words)
      let role = outlook.role(of: thing)
      let shape = canvas.glyphs.text(canvas.glyphs.shape(of: role))
      canvas.put(
        "\(shape) \(words.verdict)", in: area.line(1), style: Style(role))
      drawLast(into: &canvas, in: area.line(2), words)
      let rest = drawForecast(into: &canvas, in: area.dropping(top: 3))
      drawMore(into: &canvas, in: rest, words)
      return
    }
    let title = PageHead(outlook, .thing(thing), canvas.glyphs)
    let (top, rest) = area.split(top: title.lines(width: area.width))
    title.draw(into: &canvas, in: top)
    drawWhole(into: &canvas, in: rest.dropping(top: 1))
  }

  private func drawTitle(
    into canvas: inout Canvas, in rect: Rect, _ words: ThingWords
  ) {
    let facts = words.facts.joined(
      separator: " \(canvas.glyphs.text(canvas.glyphs.separator)) ")
    let title = outlook.title(of: thing)
    // The title is whole before the first of the facts is.
    let room = max(0, rect.width - displayCells(of: title) - 2)
    let factsWidth = min(displayCells(of: facts), max(room, rect.width / 3))
    let (left, right) = rect.split(right: factsWidth)
    canvas.put(
      title, in: left.dropping(right: 2), style: Style(.title, .bold))
    canvas.put(facts, in: right, .right, style: .faint)
  }

  /// What its page says, as far as there is room.
  private func drawWhole(into canvas: inout Canvas, in rect: Rect) {
    let split =
      ChartsView.exists(outlook, thing)
      ? ChartSplit(of: rect) : ChartSplit(wordsOnly: rect)
    ChartsView(outlook, thing, history).draw(into: &canvas, in: split.chart)
    let content = PageContent(
      outlook, .thing(thing), width: split.words.width)
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

  /// Returns the room that is left.
  private func drawForecast(
    into canvas: inout Canvas, in rect: Rect
  ) -> Rect {
    guard !rect.isEmpty,
      let words = outlook.forecastWords(thing, canvas.glyphs)
    else { return rect }
    canvas.put(words, in: rect.line(0), style: .text)
    return rect.dropping(top: 1)
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
