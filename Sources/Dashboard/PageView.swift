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
    let lines =
      body.height >= 16
      ? TitleView(outlook: outlook, thing: thing).lines(width: body.width)
      : min(3, max(1, body.height / 4))
    let (title, below) = body.split(top: lines)
    let rest = below.dropping(top: below.height >= 24 ? 1 : 0)
    self.title = title
    let split = ChartSplit(of: rest, ChartsView.exists(outlook, thing))
    chart = split.chart
    list = split.words
    content = PageContent(outlook, thing, width: list.width)
  }
}

/// How charts and words share a room.
struct ChartSplit {
  let chart: Rect
  let words: Rect

  /// Side by side in a wide room, else the chart above; without a chart where
  /// there is none or no room for one.
  init(of room: Rect, _ hasChart: Bool) {
    let none = room.split(top: 0).top
    if !hasChart || room.height < 10 || room.width < 24 {
      (chart, words) = (none, room)
    } else if room.width >= 130 || room.width >= 104 && room.height < 24 {
      let (left, right) = room.split(right: room.width * 11 / 20)
      let height = min(right.height, max(14, right.width * 3 / 8))
      words = left.dropping(right: 3)
      chart = right.split(top: height).top
    } else {
      let height = max(6, min(room.height / 2, max(18, room.width / 4)))
      let (above, below) = room.split(top: height)
      chart = above
      words = below.dropping(top: below.height > 4 ? 1 : 0)
    }
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
    ChartsView(outlook, page.thing) { outlook.history(of: $0, limit: 4_000) }
      .draw(into: &canvas, in: layout.chart)
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

  /// How many lines it takes to say all.
  func lines(width: Int) -> Int {
    let verdict = ThingWords(outlook, thing).verdict
    return displayCells(of: verdict) + 2 > width ? 4 : 3
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let words = ThingWords(outlook, thing, canvas.glyphs)
    let style = Style(outlook.role(of: thing))
    let shape = canvas.glyphs.text(canvas.glyphs.shape(of: style.role))
    if rect.height == 1 {
      return drawShort(shape, style, words, into: &canvas, in: rect)
    }
    canvas.put(
      outlook.title(of: thing), in: rect.line(0), style: Style(.title, .bold))
    let verdict = Paragraph("\(shape) \(words.verdict)", style: style)
    let last = rect.height - 1
    verdict.draw(
      into: &canvas, in: rect.dropping(top: 1, bottom: last >= 2 ? 1 : 0))
    guard last >= 2 else { return }
    let separator = " \(canvas.glyphs.text(canvas.glyphs.separator)) "
    canvas.put(
      words.facts.joined(separator: separator), in: rect.line(last),
      style: .faint)
  }

  /// All in one line: how it stands comes before what it is called.
  private func drawShort(
    _ shape: String, _ style: Style, _ words: ThingWords,
    into canvas: inout Canvas, in rect: Rect
  ) {
    let number = words.mainNumber
    let hasNumber = displayCells(of: number) + 2 <= rect.width
    let used = canvas.put(
      hasNumber && !number.isEmpty ? "\(shape) \(number)  " : "\(shape) ",
      in: rect, style: style, overflow: .cut)
    guard rect.width - used >= 4 else { return }
    canvas.put(
      outlook.title(of: thing), in: rect.dropping(left: used),
      style: Style(.title, .bold))
  }
}
