/// The history of one quantity over time.
///
/// Readings are a thick line, each holding until the next; the expected way is
/// dotted, the target dashed. Ranges stand as a coloured strip along the value
/// axis. What has no room is left out: first the labels, then the axes. In dots,
/// lines are thin and finer.
package struct LineChart: Hashable, Sendable {
  /// One place in the chart, in the units of its axes.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A text at a place of an axis.
  package struct Label: Hashable, Sendable {
    package var value: Double
    package var text: String

    package init(_ value: Double, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// A range of values that means something; a `nil` end is open.
  package struct Band: Hashable, Sendable {
    package var low: Double?
    package var high: Double?
    /// `.healthy` or `.tolerable`, as a rule.
    package var role: Role

    package init(low: Double?, high: Double?, role: Role) {
      self.low = low
      self.high = high
      self.role = role
    }
  }

  /// The readings, ascending in x; of two in one column the later is drawn.
  package var points: [Point]
  /// The x at the left and right edge.
  package var span: ClosedRange<Double>
  /// The expected way, ascending in x.
  package var expected: [Point] = []
  /// Horizontal lines with the words that stand on them.
  package var targets: [Label] = []
  /// Later ones lie over earlier ones.
  package var bands: [Band] = []
  /// The x that is today, marked in the chart; `nil` for none.
  package var today: Double?
  /// What the line means, such as `.onTrack`.
  package var role: Role = .line
  /// Labels of the x axis, ascending; what would overlap is left out.
  package var timeLabels: [Label] = []
  /// Labels of the value axis; what would overlap is left out.
  package var valueLabels: [Label] = []

  package init(points: [Point], span: ClosedRange<Double>) {
    self.points = points
    self.span = span
  }

  /// The values from the lower to the upper edge: the readings and the expected
  /// way within the span, the targets, the ends of ranges that are not far away,
  /// and a little room.
  ///
  /// Choose the value labels from this.
  package var range: ClosedRange<Double> {
    let drawn =
      (clip(points, to: span) + clip(expected, to: span)).map(\.y)
      + targets.map(\.value).filter(\.isFinite)
    let ends = bands.flatMap { [$0.low, $0.high].compactMap { $0 } }
      .filter(\.isFinite)
    let extent = (drawn.max() ?? 0) - (drawn.min() ?? 0)
    let near = ends.filter { end in
      guard let low = drawn.min(), let high = drawn.max(), extent > 0 else {
        return true
      }
      return end >= low - extent && end <= high + extent
    }
    let known = drawn + near
    guard let low = known.min(), let high = known.max() else { return 0...1 }
    let room = high > low ? (high - low) * 0.05 : max(1, abs(high) * 0.05)
    guard (low - room).isFinite, (high + room).isFinite else {
      return low...high
    }
    return (low - room)...(high + room)
  }

  /// Returns round values within `range`, at most `count`, for labels.
  package static func steps(
    in range: ClosedRange<Double>, atMost count: Int
  ) -> [Double] {
    let extent = range.upperBound - range.lowerBound
    guard count > 0, extent > 0, extent.isFinite else { return [] }
    // A step that ends at an edge but for rounding belongs to the range.
    let slack = 1e-9
    var power = 1.0
    while power * 10 <= extent / Double(count) { power *= 10 }
    while power > extent / Double(count), power > .leastNormalMagnitude {
      power /= 10
    }
    for factor in [1.0, 2, 5, 10, 20] {
      let step = power * factor
      let first = (range.lowerBound / step - slack).rounded(.up)
      let last = (range.upperBound / step + slack).rounded(.down)
      guard last - first < Double(count) else { continue }
      return stride(from: first, through: last, by: 1).map { $0 * step }
    }
    return []
  }

  package func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let layout = ChartLayout(of: self, in: rect)
    let plot = ChartPlot(
      rect: layout.plot, span: span, range: range, pixels: canvas.glyphs.pixels)
    let line = plot.strokes(points)
    drawToday(plot, into: &canvas)
    drawTargets(plot, into: &canvas)
    drawExpected(plot, into: &canvas)
    drawTargetTexts(plot, line, into: &canvas)
    drawLine(plot, line, into: &canvas)
    if let axis = layout.valueAxis {
      drawValueAxis(axis, plot, into: &canvas)
    }
    if let axis = layout.timeAxis {
      drawTimeAxis(axis, layout, plot, into: &canvas)
    }
    if let row = layout.timeLabels {
      drawTimeLabels(row, plot, into: &canvas)
    }
  }
}
