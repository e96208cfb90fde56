import Canvas
import Goals

/// The KPIs, each with its number and its history.
struct KPIsView {
  let outlook: Outlook
  /// The KPIs that are shown, by their places in the board.
  let indices: [Int]
  let histories: [Thing: [HistoryPoint]]
  let scroll: Scroll
  let isActive: Bool

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let body = rect.belowHeading
    if body.height < rect.height {
      canvas.put(" KPIS", in: rect.line(0), style: .heading)
    }
    let count = indices.count
    if count == 0 {
      canvas.put(" none yet", in: body.line(0), style: .faint)
    }
    let seen = seen(in: body)
    let numbers = seen.map { numberText(indices[$0], canvas.glyphs) }
    let numberWidth = min(
      max(rect.width / 3, 6), (numbers.map(displayCells).max() ?? 0) + 2)
    for (line, row) in seen.enumerated() {
      let place = body.line(line)
      draw(
        indices[row], numbers[line], numberWidth: numberWidth, into: &canvas,
        in: place)
      if isActive, row == scroll.selected { canvas.mark(place, .selected) }
    }
  }

  /// The lines of the list that are seen in a pane without its heading.
  private func seen(in body: Rect) -> Range<Int> {
    scroll.visible(count: indices.count, height: body.height)
  }

  /// What lies at a place of the pane.
  func spot(at position: Position, in rect: Rect) -> Spot {
    let body = rect.belowHeading
    let row = scroll.top + position.row - body.row
    guard body.contains(position), seen(in: body).contains(row) else {
      return .pane(.kpis)
    }
    return .line(row, in: .kpis)
  }

  private func numberText(_ index: Int, _ glyphs: Glyphs) -> String {
    if outlook.hidesNumbers(.kpi(index)) { return Outlook.mask }
    let unit = outlook.board.kpis[index].unit
    guard let value = outlook.standing.kpis[index].value else {
      return glyphs.text(glyphs.dash)
    }
    let text = amount(value, unit, shortNumber)
    // A long unit stands in the detail; the number must be whole.
    return displayCells(of: text) <= 12 ? text : shortNumber(value)
  }

  private func draw(
    _ index: Int, _ text: String, numberWidth: Int, into canvas: inout Canvas,
    in rect: Rect
  ) {
    let thing = Thing.kpi(index)
    let standing = outlook.standing.kpis[index]
    let role = outlook.role(of: thing)
    let isStale = outlook.isStale(thing)
    let sparkWidth = rect.width >= 34 ? min(20, max(10, rect.width / 5)) : 0
    let (left, spark) = rect.split(right: sparkWidth)
    let (name, number) = left.split(right: numberWidth)
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row, column: rect.column + 1,
      style: Style(role))
    canvas.put(
      outlook.title(of: thing), row: rect.row, column: rect.column + 3,
      limit: max(0, name.width - 4), overflow: .elide)
    canvas.put(
      text, in: number.dropping(right: 1), .right,
      style: isStale ? .stale : Style(.text, .bold))
    guard sparkWidth > 0 else { return }
    if isStale, let age = standing.age {
      canvas.put("stale \(shortAge(age))", in: spark, style: .stale)
      return
    }
    let history =
      histories[thing] ?? outlook.history(of: thing, limit: sparkWidth)
    Sparkline(history.map(\.value), last: role).draw(
      into: &canvas, in: spark.dropping(right: 1))
  }
}

/// What is selected, in words.
struct DetailView {
  let outlook: Outlook
  let thing: Thing
  let history: [HistoryPoint]

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard rect.height >= 2 else { return }
    canvas.fill(rect.line(0), with: canvas.glyphs.horizontal, style: .rule)
    var area = rect.dropping(top: 1, left: 1, right: 1)
    let words = ThingWords(outlook, thing, canvas.glyphs)
    let facts = words.facts.joined(
      separator: " \(canvas.glyphs.text(canvas.glyphs.separator)) ")
    let factsWidth = min(displayCells(of: facts), area.width * 2 / 3)
    let (title, right) = area.line(0).split(right: factsWidth)
    canvas.put(
      outlook.title(of: thing), in: title.dropping(right: 2),
      style: Style(.title, .bold))
    canvas.put(facts, in: right, .right, style: .faint)
    area = area.dropping(top: 1)
    if area.isEmpty { return }
    let role = outlook.role(of: thing)
    canvas.put(
      "\(canvas.glyphs.text(canvas.glyphs.shape(of: role))) \(words.verdict)",
      in: area.line(0), style: Style(role))
    area = area.dropping(top: 1)
    if !area.isEmpty { drawLast(into: &canvas, in: area.line(0), words) }
    drawMore(into: &canvas, in: area.dropping(top: 1), words)
  }

  private func drawLast(
    into canvas: inout Canvas, in rect: Rect, _ words: ThingWords
  ) {
    var column = rect.column
    let values = outlook.hidesNumbers(thing) ? [] : history.map(\.value)
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
