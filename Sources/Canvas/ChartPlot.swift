/// Where the parts of a chart lie; a part without room is `nil`.
struct ChartLayout {
  let plot: Rect
  /// The column of the value axis; its labels stand left of it.
  let valueAxis: Rect?
  /// The line of the time axis, without the corner.
  let timeAxis: Rect?
  let timeLabels: Rect?

  init(of chart: LineChart, in rect: Rect) {
    let labels = chart.valueLabels.map { displayCells(of: $0.text) }.max() ?? 0
    let gutter = labels > 0 ? labels + 1 : 0
    var rest = rect
    var labelLine: Rect?
    var axisLine: Rect?
    if rect.height >= 4, !chart.timeLabels.isEmpty {
      (rest, labelLine) = rest.split(bottom: 1)
    }
    if rect.height >= 6 {
      (rest, axisLine) = rest.split(bottom: 1)
    }
    let hasLabels = rect.width >= gutter + 13
    let left = rect.width < 13 ? 0 : hasLabels ? gutter + 1 : 1
    plot = rest.dropping(left: left)
    valueAxis = left > 0 ? rest.split(left: left).left : nil
    timeAxis = axisLine?.dropping(left: left)
    timeLabels = labelLine?.dropping(left: left)
  }
}

/// The inner part of a chart, some pixels wide and high per cell.
///
/// Columns of cells and of pixels count from its left, pixels from its lower
/// edge.
struct ChartPlot {
  let rect: Rect
  let span: ClosedRange<Double>
  let range: ClosedRange<Double>
  /// How many pixels a cell has.
  let pixels: (across: Int, down: Int)

  var isEmpty: Bool { rect.isEmpty }

  /// Returns the column of cells of `x`; outside of the span it is `nil`.
  func column(_ x: Double) -> Int? {
    pixelColumn(x).map { $0 / pixels.across }
  }

  /// Returns the column of pixels of `x`; outside of the span it is `nil`.
  private func pixelColumn(_ x: Double) -> Int? {
    guard span.contains(x), rect.width > 0 else { return nil }
    let share = share(x, of: span)
    let count = rect.width * pixels.across
    return min(count - 1, Int(share * Double(count)))
  }

  /// Returns the pixel of `y`, which is at an edge if `y` lies outside.
  func pixel(_ y: Double) -> Int {
    guard rect.height > 0, !y.isNaN else { return 0 }
    let share = min(1, max(0, share(y, of: range)))
    return Int((share * Double(pixels.down * rect.height - 1)).rounded())
  }

  /// Returns the row on the canvas of `pixel`.
  func row(_ pixel: Int) -> Int {
    rect.row + rect.height - 1 - pixel / pixels.down
  }

  /// Returns the pixel for each column of pixels from the first to the last of
  /// `points`, those between by a straight line.
  func way(_ points: [LineChart.Point]) -> [Int: Int] {
    var knots: [(column: Int, y: Double)] = []
    for point in clip(points, to: span) {
      guard let column = pixelColumn(point.x) else { continue }
      if knots.last?.column == column { knots.removeLast() }
      knots.append((column, point.y))
    }
    var way: [Int: Int] = [:]
    for (index, knot) in knots.enumerated() {
      way[knot.column] = pixel(knot.y)
      guard index > 0 else { continue }
      let before = knots[index - 1]
      for column in before.column + 1..<max(before.column + 1, knot.column) {
        let share =
          Double(column - before.column) / Double(knot.column - before.column)
        way[column] = pixel(before.y * (1 - share) + knot.y * share)
      }
    }
    return way
  }

  /// Returns the pixels of a line through `points`: for each column of pixels
  /// the range that joins it to the column before.
  func strokes(_ points: [LineChart.Point]) -> [Int: ClosedRange<Int>] {
    let way = way(points)
    var strokes: [Int: ClosedRange<Int>] = [:]
    for (column, pixel) in way {
      let before = way[column - 1] ?? pixel
      strokes[column] =
        if before < pixel {
          before + 1...pixel
        } else if before > pixel {
          pixel...before - 1
        } else {
          pixel...pixel
        }
    }
    return strokes
  }

  private func share(
    _ value: Double, of range: ClosedRange<Double>
  ) -> Double {
    guard range.upperBound > range.lowerBound else { return 0.5 }
    // Halves, because the difference of two large numbers may be infinite.
    let share =
      (value / 2 - range.lowerBound / 2)
      / (range.upperBound / 2 - range.lowerBound / 2)
    return share.isNaN ? 0.5 : min(2, max(-1, share))
  }
}

/// Returns the part of the way along `points` that lies within `span`, with a
/// point where it enters and leaves.
func clip(
  _ points: [LineChart.Point], to span: ClosedRange<Double>
) -> [LineChart.Point] {
  let points = points.filter { $0.x.isFinite && $0.y.isFinite }
  var inside: [LineChart.Point] = []
  for (index, point) in points.enumerated() {
    if index > 0 {
      let before = points[index - 1]
      for edge in [span.lowerBound, span.upperBound]
      where before.x < edge && edge < point.x {
        let share = (edge - before.x) / (point.x - before.x)
        let y = before.y * (1 - share) + point.y * share
        inside.append(LineChart.Point(x: edge, y: y))
      }
    }
    if span.contains(point.x) { inside.append(point) }
  }
  return inside
}
