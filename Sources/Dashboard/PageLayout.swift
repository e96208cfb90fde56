import Canvas
import Goals

/// Where the parts of the page of a thing lie, and what its list says.
struct PageLayout {
  var frame: Frame
  /// Title, verdict and facts.
  var head: Rect
  /// The chart; empty where there is no room or nothing to draw.
  var chart: Rect
  var list: Rect
  var content: PageContent

  init(_ outlook: Outlook, _ thing: Thing, in bounds: Rect) {
    frame = Frame(in: bounds)
    let body = frame.body
    let headHeight = body.height >= 10 ? 3 : body.height >= 5 ? 2 : 1
    let (head, rest) = body.split(top: headHeight)
    self.head = head
    let hasChart =
      outlook.hasChart(thing) && body.height >= 16 && body.width >= 30
    let height = hasChart ? min(18, max(6, body.height / 3)) : 0
    let (chart, list) = rest.dropping(top: rest.height >= 6 ? 1 : 0)
      .split(top: height)
    self.chart = chart.inset(columns: 1)
    self.list = list.dropping(top: hasChart ? 1 : 0)
    content = PageContent(outlook, thing, width: bounds.width)
  }
}

/// The whole page of an objective, a key result or a KPI.
struct PageView {
  var outlook: Outlook
  var page: PagePlace
  var isPast: Bool
  var history: (Thing) -> [HistoryPoint]

  func draw(into canvas: inout Canvas, in bounds: Rect) {
    let layout = PageLayout(outlook, page.thing, in: bounds)
    HeaderView(outlook: outlook, isPast: isPast)
      .draw(into: &canvas, in: layout.frame.header)
    canvas.fill(
      layout.frame.rule, with: canvas.glyphs.horizontal, style: .rule)
    drawHead(into: &canvas, in: layout.head.inset(columns: 1))
    if !layout.chart.isEmpty {
      chart(of: page.thing, outlook, history(page.thing), in: layout.chart)
        .draw(into: &canvas, in: layout.chart)
    }
    drawList(layout, into: &canvas)
  }

  private func drawHead(into canvas: inout Canvas, in rect: Rect) {
    let kind =
      switch page.thing {
      case .objective: "objective"
      case .keyResult: "key result"
      case .kpi: "KPI"
      }
    var title = Line(
      outlook.title(of: page.thing), Style(.title, .bold))
    title.append("  \(kind)", .faint)
    if let id = outlook.id(of: page.thing), !outlook.isMasked(page.thing) {
      title.append(" [\(id)]", .faint)
    }
    title.draw(into: &canvas, in: rect.line(0))
    outlook.verdictLine(of: page.thing, glyphs: canvas.glyphs)
      .draw(into: &canvas, in: rect.line(1))
    outlook.factsLine(of: page.thing)
      .draw(into: &canvas, in: rect.line(2))
  }

  private func drawList(_ layout: PageLayout, into canvas: inout Canvas) {
    let list = layout.list
    let count = layout.content.count
    let scroll = page.scroll.settled(count: count, height: list.height)
    for (offset, line) in scroll.visible(count: count, height: list.height)
      .enumerated()
    {
      layout.content.draw(
        line, outlook, history: history, into: &canvas, in: list.line(offset))
      if line == scroll.selected {
        canvas.mark(list.line(offset), .selected)
      }
    }
  }
}
