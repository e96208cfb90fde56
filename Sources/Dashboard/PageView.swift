import Canvas
import Goals

/// Where the parts of a thing's page lie.
struct PageLayout {
  let title: Rect
  let chart: Rect
  let list: Rect
  let content: PageContent

  init(_ session: Session, _ thing: Thing, in bounds: Rect) {
    self.init(session.outlook, thing, in: Frame(in: bounds).body)
  }

  /// The parts within `body`, the screen without header and bottom line.
  init(_ outlook: Outlook, _ thing: Thing, in body: Rect) {
    let body = body.width >= 40 ? body.inset(columns: 1) : body
    content = PageContent(outlook, thing, width: body.width)
    let (title, rest) = body.split(top: min(3, max(1, body.height / 4)))
    self.title = title
    let hasChart = ChartView(outlook, thing, limit: 1) != nil
    let height =
      hasChart && rest.height >= 10 && rest.width >= 24
      ? max(6, min(rest.height / 2, 18)) : 0
    let (chart, list) = rest.split(top: height)
    self.chart = chart
    self.list = list.dropping(top: height > 0 && list.height > 4 ? 1 : 0)
  }
}

extension PageLayout {
  /// The lines of the list that are seen.
  func seen(_ scroll: Scroll) -> Range<Int> {
    scroll.visible(count: content.count, height: list.height)
  }

  /// What lies at a place of the page.
  func spot(at position: Position, _ scroll: Scroll) -> Spot {
    let index = scroll.top + position.row - list.row
    guard list.contains(position), seen(scroll).contains(index),
      content.speakingLine(from: index, .down) == index
    else { return .page }
    return .entry(index)
  }
}

/// The whole page of an objective, a key result or a KPI.
struct PageView {
  private let outlook: Outlook
  private let page: PagePlace
  private let layout: (Rect) -> PageLayout

  init(_ session: Session, _ page: PagePlace) {
    outlook = session.outlook
    self.page = page
    layout = { PageLayout(session, page.thing, in: $0) }
  }

  func draw(into canvas: inout Canvas, in bounds: Rect) {
    let layout = layout(bounds)
    TitleView(outlook: outlook, thing: page.thing).draw(
      into: &canvas, in: layout.title)
    ChartView(outlook, page.thing)?.draw(into: &canvas, in: layout.chart)
    let content = layout.content
    let seen = layout.seen(page.scroll)
    for (row, index) in seen.enumerated() {
      let line = content[index]
      let place = layout.list.line(row)
      canvas.put(line.words(canvas.glyphs), in: place, style: line.style)
      if index == page.scroll.selected, line.style.role != .heading {
        canvas.mark(place, .selected)
      }
    }
    drawMore(into: &canvas, layout, seen)
  }

  /// Says that the list goes on below.
  private func drawMore(
    into canvas: inout Canvas, _ layout: PageLayout, _ seen: Range<Int>
  ) {
    let left = layout.content.count - seen.upperBound
    guard left > 0, layout.list.height > 3 else { return }
    let text = " \(left + 1) more "
    let place = layout.list.line(layout.list.height - 1).split(
      right: displayCells(of: text))
    canvas.put(text, in: place.right, style: .faint)
  }
}

/// What a thing is called and how it stands, on top of its page.
struct TitleView {
  let outlook: Outlook
  let thing: Thing

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let words = ThingWords(outlook, thing, canvas.glyphs)
    let role = outlook.role(of: thing)
    let shape = canvas.glyphs.text(canvas.glyphs.shape(of: role))
    canvas.put(
      outlook.title(of: thing), in: rect.line(0), style: Style(.title, .bold))
    if rect.height >= 2 {
      canvas.put(
        "\(shape) \(words.verdict)", in: rect.line(1), style: Style(role))
    }
    if rect.height >= 3 {
      let separator = " \(canvas.glyphs.text(canvas.glyphs.separator)) "
      canvas.put(
        words.facts.joined(separator: separator), in: rect.line(2),
        style: .faint)
    }
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
  ///
  /// - Parameter limit: the most numbers to draw, the latest.
  init?(_ outlook: Outlook, _ thing: Thing, limit: Int = 4_000) {
    guard !outlook.hidesNumbers(thing) else { return nil }
    self.outlook = outlook
    self.thing = thing
    unit = outlook.unit(of: thing)
    let history = outlook.history(of: thing, limit: limit)
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
