import Canvas
import Goals

extension Outlook {
  /// Whether a thing has numbers over time that may be drawn.
  func hasChart(_ thing: Thing) -> Bool {
    if hidesNumbers(thing) { return false }
    switch thing {
    case .objective: return false
    case .keyResult(let index):
      let standing = standing.keyResults[index]
      return standing.done == nil && standing.readings > 0
    case .kpi(let index): return standing.kpis[index].readings > 0
    }
  }
}

/// The history of a key result or a KPI, with where it should be.
func chart(
  of thing: Thing, _ outlook: Outlook, _ history: [HistoryPoint],
  in rect: Rect
) -> LineChart {
  let points = history.suffix(max(2, rect.width * 2)).compactMap { point in
    point.value.map {
      LineChart.Point(x: Double(point.moment.seconds) / 86_400, y: $0)
    }
  }
  let today = Double(min(outlook.now.lastSecond, outlook.now.end)) / 86_400
  var days = (points.first?.x ?? today)...max(points.last?.x ?? today, today)
  if case .keyResult(let index) = thing,
    let window = outlook.standing.keyResults[index].window.days
  {
    days =
      Double(window.lowerBound.number)...Double(window.upperBound.number + 1)
  }
  if days.upperBound - days.lowerBound < 1 {
    days = (days.lowerBound - 1)...(days.upperBound + 1)
  }
  var chart = LineChart(points: points, span: days)
  chart.today = days.contains(today) ? today : nil
  let role = outlook.role(of: thing)
  chart.role = role == .pending ? .line : role
  addGoals(of: thing, outlook, to: &chart)
  chart.timeLabels = timeLabels(in: days, outlook.today, width: rect.width)
  chart.valueLabels = LineChart.steps(
    in: chart.range, atMost: max(2, rect.height / 2)
  ).map { LineChart.Label($0, shortNumber($0)) }
  return chart
}

private func addGoals(
  of thing: Thing, _ outlook: Outlook, to chart: inout LineChart
) {
  switch thing {
  case .objective: break
  case .keyResult(let index):
    let standing = outlook.standing.keyResults[index]
    chart.expected = standing.plan.map {
      LineChart.Point(x: Double($0.day.number), y: $0.value)
    }
    switch outlook.board.keyResults[index].measure {
    case .range:
      guard let to = standing.to else { return }
      chart.targets = [LineChart.Label(to, "target \(number(to))")]
    case .keep(let bounds, _):
      chart.bands = [
        LineChart.Band(low: bounds.from, high: bounds.to, role: .healthy)
      ]
      chart.targets = ends(of: bounds, "keep")
    case .milestones, nil: break
    }
  case .kpi(let index):
    let kpi = outlook.board.kpis[index]
    for (bounds, role) in [
      (kpi.tolerable, Role.tolerable), (kpi.healthy, Role.healthy),
    ] {
      guard let bounds else { continue }
      chart.bands.append(
        LineChart.Band(low: bounds.from, high: bounds.to, role: role))
    }
    chart.targets = kpi.healthy.map { ends(of: $0, "healthy") } ?? []
    if let target = kpi.target {
      chart.targets.append(
        LineChart.Label(target.value, "target \(number(target.value))"))
    }
  }
}

/// The ends of a range with the words that stand on them.
private func ends(of bounds: Bounds, _ word: String) -> [LineChart.Label] {
  [
    bounds.from.map { LineChart.Label($0, "\(word) above \(number($0))") },
    bounds.to.map { LineChart.Label($0, "\(word) below \(number($0))") },
  ].compactMap { $0 }
}

/// Days that divide the time into equal parts.
private func timeLabels(
  in days: ClosedRange<Double>, _ today: Day, width: Int
) -> [LineChart.Label] {
  let first = days.lowerBound.rounded(.down)
  let length = days.upperBound.rounded(.down) - first
  guard length >= 1, length < 4_000_000 else { return [] }
  let parts = Double(max(1, min(6, width / 20)))
  let step = max(1, (length / parts).rounded())
  return stride(from: first, through: first + length, by: step).map {
    LineChart.Label($0, dayInWords(Day(number: Int($0)), today: today))
  }
}
