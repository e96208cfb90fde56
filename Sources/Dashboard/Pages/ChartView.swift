import Canvas
import Goals

/// The charts of a thing: its own, or those of an objective's key results.
struct ChartsView {
  private let outlook: Outlook
  private let things: [Thing]
  private let history: (Thing) -> [HistoryPoint]

  init(
    _ outlook: Outlook, _ thing: Thing,
    _ history: @escaping (Thing) -> [HistoryPoint]
  ) {
    self.outlook = outlook
    things = ChartsView.things(outlook, thing)
    self.history = history
  }

  /// Whether there is anything to draw.
  static func exists(_ outlook: Outlook, _ thing: Thing) -> Bool {
    !things(outlook, thing).isEmpty
  }

  /// The things that have a chart, without a look at their histories.
  static func things(_ outlook: Outlook, _ thing: Thing) -> [Thing] {
    switch thing {
    case .objective(let index):
      return outlook.board.objectives[index].keyResults.prefix(6).flatMap {
        things(outlook, .keyResult($0))
      }
    case .keyResult(let index):
      let standing = outlook.standing.keyResults[index]
      let isDrawn =
        outlook.board.keyResults[index].measure != .milestones
        && (standing.readings > 0 || !standing.plan.isEmpty)
      return isDrawn && !outlook.hidesNumbers(thing) ? [thing] : []
    case .kpi(let index):
      let isDrawn = outlook.standing.kpis[index].value != nil
      return isDrawn && !outlook.hidesNumbers(thing) ? [thing] : []
    }
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if things.count == 1 {
      return draw(things[0], into: &canvas, in: rect)
    }
    let columns = rect.width >= 76 ? 2 : 1
    let rows = max(
      1, min((things.count + columns - 1) / columns, (rect.height + 1) / 8))
    let width = (rect.width + 3) / columns - 3
    let height = min((rect.height + 1) / rows - 1, max(12, width * 2 / 5))
    let count = min(things.count, rows * columns)
    for (index, thing) in things.prefix(count).enumerated() {
      // The last one of an odd number has the row for itself.
      let isAlone = index == count - 1 && index % columns == 0
      let place = Rect(
        row: rect.row + index / columns * (height + 1),
        column: rect.column + index % columns * (width + 3), height: height,
        width: isAlone ? rect.width : width)
      drawTitle(of: thing, into: &canvas, in: place.line(0))
      draw(thing, into: &canvas, in: place.dropping(top: 1))
    }
  }

  private func draw(_ thing: Thing, into canvas: inout Canvas, in rect: Rect) {
    ChartView(outlook, thing, history(thing))?.draw(into: &canvas, in: rect)
  }

  private func drawTitle(
    of thing: Thing, into canvas: inout Canvas, in rect: Rect
  ) {
    let role = outlook.role(of: thing)
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row, column: rect.column,
      style: Style(role))
    canvas.put(
      outlook.title(of: thing), in: rect.dropping(left: 2), style: .text)
  }
}

/// The history of a key result or a KPI as a chart.
struct ChartView {
  private let outlook: Outlook
  private let thing: Thing
  private var chart: LineChart
  private let unit: String?

  /// `nil` where there is nothing to draw: an objective, no readings, private
  /// numbers.
  init?(_ outlook: Outlook, _ thing: Thing, _ history: [HistoryPoint]) {
    guard !outlook.hidesNumbers(thing) else { return nil }
    self.outlook = outlook
    self.thing = thing
    unit = outlook.unit(of: thing)
    let points = history.compactMap { point in
      point.value.map { LineChart.Point(x: ChartView.x(point.moment), y: $0) }
    }
    guard let span = ChartView.span(outlook, thing, points) else { return nil }
    chart = LineChart(points: points, span: span)
    chart.role = outlook.isStale(thing) ? .stale : .line
    let today = Double(outlook.today.number) + 0.5
    if span.contains(today) { chart.today = today }
    switch thing {
    case .keyResult(let index): addGoals(of: index)
    case .kpi(let index): addRanges(of: index)
    case .objective: return nil
    }
  }

  /// Days since 1970-01-01, with the time as a part of a day.
  private static func x(_ moment: Moment) -> Double {
    Double(moment.seconds) / 86_400
  }

  private static func span(
    _ outlook: Outlook, _ thing: Thing, _ points: [LineChart.Point]
  ) -> ClosedRange<Double>? {
    if case .keyResult(let index) = thing {
      let standing = outlook.standing.keyResults[index]
      guard outlook.board.keyResults[index].measure != .milestones,
        !points.isEmpty || !standing.plan.isEmpty
      else { return nil }
      if let days = standing.window.days {
        let first = min(
          Double(days.lowerBound.number), points.first?.x ?? .infinity)
        let last = max(Double(days.upperBound.number + 1), points.last?.x ?? 0)
        return first...last
      }
    }
    guard let first = points.first?.x, let last = points.last?.x else {
      return nil
    }
    return
      first...max(
        last, first + 1, min(Double(outlook.today.number + 1), last + 60))
  }

  private mutating func addGoals(of index: Int) {
    let standing = outlook.standing.keyResults[index]
    chart.expected = standing.plan.map {
      LineChart.Point(x: Double($0.day.number), y: $0.value)
    }
    switch outlook.board.keyResults[index].measure {
    case .range:
      if let to = standing.to {
        chart.targets = [LineChart.Label(to, "target \(amount(to, unit))")]
      }
      if let original = standing.original, original.to != standing.to {
        chart.targets.append(
          LineChart.Label(original.to, "first \(amount(original.to, unit))"))
      }
    case .keep(let bounds, _):
      chart.bands = [
        LineChart.Band(low: bounds.from, high: bounds.to, role: .healthy)
      ]
    case .milestones, nil: break
    }
  }

  private mutating func addRanges(of index: Int) {
    let kpi = outlook.board.kpis[index]
    if let tolerable = kpi.tolerable {
      chart.bands.append(
        LineChart.Band(
          low: tolerable.from, high: tolerable.to, role: .tolerable))
    }
    if let healthy = kpi.healthy {
      chart.bands.append(
        LineChart.Band(low: healthy.from, high: healthy.to, role: .healthy))
    }
    if let target = kpi.target {
      chart.targets = [
        LineChart.Label(target.value, "target \(amount(target.value, unit))")
      ]
    }
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var chart = chart
    chart.valueLabels = LineChart.steps(
      in: chart.range, atMost: max(2, rect.height / 3)
    )
    .map { LineChart.Label($0, shortNumber($0)) }
    chart.timeLabels = timeLabels(width: rect.width)
    chart.draw(into: &canvas, in: rect)
  }

  /// The days at even distances, as many as there is room for.
  private func timeLabels(width: Int) -> [LineChart.Label] {
    let count = max(2, min(9, width / 14))
    let first = chart.span.lowerBound
    let step = (chart.span.upperBound - first) / Double(count)
    return (0..<count).map { index in
      let day = Day(number: Int((first + step * Double(index)).rounded(.down)))
      return LineChart.Label(
        Double(day.number), dayInWords(day, today: outlook.today))
    }
  }
}
