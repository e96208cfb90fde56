extension LineChart {
  func drawToday(_ plot: ChartPlot, into canvas: inout Canvas) {
    guard let today, let column = plot.column(today) else { return }
    let line = plot.rect.dropping(left: column).split(left: 1).left
    canvas.fill(line, with: canvas.glyphs.pick("┊", ":"), style: .axis)
  }

  func drawTargets(_ plot: ChartPlot, into canvas: inout Canvas) {
    for target in targets where target.value.isFinite {
      canvas.fill(
        line(of: target, plot), with: canvas.glyphs.pick("╌", "-"),
        style: Style(.target))
    }
  }

  /// Draws the words of the targets where they hide neither line.
  func drawTargetTexts(
    _ plot: ChartPlot, _ line: [Int: ClosedRange<Int>],
    into canvas: inout Canvas
  ) {
    let expected = plot.strokes(expected)
    for target in targets where target.value.isFinite {
      let across = self.line(of: target, plot)
      let cells = displayCells(of: target.text)
      guard cells > 0, cells + 4 <= across.width else { continue }
      let places = [1, across.width - cells - 1]
      let row = across.row
      let isFree = { (place: Int) in
        let across = plot.pixels.across
        return (place * across..<(place + cells) * across).allSatisfy {
          column in
          [line[column], expected[column]].compactMap { $0 }.allSatisfy {
            stroke in !stroke.contains { plot.row($0) == row }
          }
        }
      }
      guard let place = places.first(where: isFree) else { continue }
      canvas.put(
        target.text, row: across.row, column: across.column + place,
        limit: cells, style: Style(.target))
    }
  }

  private func line(of target: Label, _ plot: ChartPlot) -> Rect {
    plot.rect.line(plot.row(plot.pixel(target.value)) - plot.rect.row)
  }

  func drawExpected(_ plot: ChartPlot, into canvas: inout Canvas) {
    guard !plot.isEmpty else { return }
    let way = plot.way(expected)
    if canvas.glyphs == .braille {
      let spaced = way.filter { $0.key % 4 == 0 }.mapValues { $0...$0 }
      drawDots(spaced, plot, Style(.expected), into: &canvas)
      return
    }
    for (column, pixel) in way where column % 2 == 0 {
      canvas.set(
        canvas.glyphs.pick("·", "."), row: plot.row(pixel),
        column: plot.rect.column + column, style: Style(.expected))
    }
  }

  func drawLine(
    _ plot: ChartPlot, _ line: [Int: ClosedRange<Int>],
    into canvas: inout Canvas
  ) {
    guard !plot.isEmpty else { return }
    if canvas.glyphs == .braille {
      drawDots(line, plot, Style(role), into: &canvas)
    } else {
      drawHalves(line, plot, into: &canvas)
    }
    let newest = clip(points, to: span).last
    guard let newest, let column = plot.column(newest.x) else { return }
    canvas.set(
      canvas.glyphs.pick("●", "o"), row: plot.row(plot.pixel(newest.y)),
      column: plot.rect.column + column, style: Style(role))
  }

  /// Draws a line of half cells.
  private func drawHalves(
    _ line: [Int: ClosedRange<Int>], _ plot: ChartPlot,
    into canvas: inout Canvas
  ) {
    let glyphs = canvas.glyphs
    for (column, stroke) in line {
      for cell in stroke.lowerBound / 2...stroke.upperBound / 2 {
        let hasLower = stroke.contains(2 * cell)
        let hasUpper = stroke.contains(2 * cell + 1)
        let glyph =
          hasLower && hasUpper
          ? glyphs.block
          : hasLower ? glyphs.pick("▄", "_") : glyphs.pick("▀", "\"")
        canvas.set(
          glyph, row: plot.row(2 * cell), column: plot.rect.column + column,
          style: Style(role))
      }
    }
  }

  /// Draws a line of dots.
  private func drawDots(
    _ line: [Int: ClosedRange<Int>], _ plot: ChartPlot, _ style: Style,
    into canvas: inout Canvas
  ) {
    var cells: [Position: Dots] = [:]
    for (column, stroke) in line {
      for pixel in stroke {
        let place = Position(
          row: plot.row(pixel), column: plot.rect.column + column / 2)
        cells[place, default: []].insert(
          Dots(column: column % 2, level: pixel % 4))
      }
    }
    for (place, dots) in cells {
      canvas.set(
        canvas.glyphs.dots(dots), row: place.row, column: place.column,
        style: style)
    }
  }

  func drawValueAxis(
    _ rect: Rect, _ plot: ChartPlot, into canvas: inout Canvas
  ) {
    let axis = rect.split(right: 1).right
    canvas.fill(axis, with: canvas.glyphs.vertical, style: .axis)
    var taken: Set<Int> = []
    for label in valueLabels where plot.range.contains(label.value) {
      let row = plot.row(plot.pixel(label.value))
      guard taken.insert(row).inserted else { continue }
      canvas.set(
        canvas.glyphs.teeLeft, row: row, column: axis.column, style: .axis)
      canvas.put(
        label.text, in: rect.line(row - rect.row).dropping(right: 2), .right,
        style: .axis)
    }
    drawBands(axis, plot, into: &canvas)
  }

  private func drawBands(
    _ axis: Rect, _ plot: ChartPlot, into canvas: inout Canvas
  ) {
    for band in bands {
      let low = max(band.low ?? -.infinity, plot.range.lowerBound)
      let high = min(band.high ?? .infinity, plot.range.upperBound)
      guard low <= high else { continue }
      let top = plot.row(plot.pixel(high))
      let glyph =
        band.role == .healthy
        ? canvas.glyphs.pick("┃", "#") : canvas.glyphs.pick("┇", "=")
      for row in top...plot.row(plot.pixel(low)) {
        canvas.set(
          glyph, row: row, column: axis.column, style: Style(band.role))
      }
    }
  }

  func drawTimeAxis(
    _ rect: Rect, _ layout: ChartLayout, _ plot: ChartPlot,
    into canvas: inout Canvas
  ) {
    canvas.fill(rect, with: canvas.glyphs.horizontal, style: .axis)
    if layout.valueAxis != nil {
      canvas.set(
        canvas.glyphs.bottomLeft, row: rect.row, column: rect.column - 1,
        style: .axis)
    }
    for label in timeLabels {
      guard let column = plot.column(label.value) else { continue }
      canvas.set(
        canvas.glyphs.teeUp, row: rect.row, column: rect.column + column,
        style: .axis)
    }
  }

  func drawTimeLabels(
    _ rect: Rect, _ plot: ChartPlot, into canvas: inout Canvas
  ) {
    var free = 0
    for label in timeLabels {
      guard let column = plot.column(label.value) else { continue }
      let cells = displayCells(of: label.text)
      let start = max(0, min(column - cells / 2, rect.width - cells))
      guard start >= free, cells <= rect.width else { continue }
      canvas.put(
        label.text, row: rect.row, column: rect.column + start, limit: cells,
        style: .axis)
      free = start + cells + 1
    }
  }
}
