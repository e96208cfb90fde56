import Canvas
import Goals

/// Where the parts of a page lie.
struct PageLayout {
  let title: Rect
  let chart: Rect
  let list: Rect
  let content: PageContent

  init(_ session: Session, _ topic: Topic, in bounds: Rect) {
    let body = Frame(in: bounds).body
    let topic = session.resolved(topic)
    if topic == .actions {
      self.init(
        PageHead(session, topic), ChartSplit.init(wordsOnly:), in: body
      ) { width in
        PageContent(session.actions.sections(width: width))
      }
      return
    }
    guard case .meeting(let stop) = topic else {
      self.init(session.outlook, topic, in: body)
      return
    }
    self.init(
      PageHead(session, topic), ChartSplit.init(wordsOnly:), in: body
    ) { width in
      PageContent(MeetingPage(session, stop, width: width)?.lines ?? [])
    }
  }

  /// The parts within `body`, the screen without header and bottom line.
  init(_ outlook: Outlook, _ topic: Topic, in body: Rect) {
    self.init(
      PageHead(outlook, topic),
      topic.hasChart(outlook)
        ? ChartSplit.init(of:) : ChartSplit.init(wordsOnly:),
      in: body
    ) { width in PageContent(outlook, topic, width: width) }
  }

  private init(
    _ head: PageHead, _ split: (Rect) -> ChartSplit, in body: Rect,
    _ content: (Int) -> PageContent
  ) {
    let body = body.width >= 40 ? body.inset(columns: 1) : body
    let lines =
      body.height >= 16
      ? head.lines(width: body.width) : min(3, max(1, body.height / 4))
    let (title, below) = body.split(top: lines)
    let rest = below.dropping(top: below.height >= 24 ? 1 : 0)
    self.title = title
    let parts = split(rest)
    chart = parts.chart
    list = parts.words
    self.content = content(list.width)
  }
}

/// How charts and words share a room.
struct ChartSplit {
  let chart: Rect
  let words: Rect
}

extension ChartSplit {
  /// All of a room for the words.
  init(wordsOnly room: Rect) {
    self.init(chart: room.split(top: 0).top, words: room)
  }

  /// Side by side in a wide room, else the chart above; without a chart where
  /// there is no room for one.
  init(of room: Rect) {
    if room.height < 10 || room.width < 24 {
      self.init(wordsOnly: room)
    } else if room.width >= 130 || room.width >= 104 && room.height < 24 {
      let (left, right) = room.split(right: room.width * 11 / 20)
      let height = min(right.height, max(14, right.width * 3 / 8))
      self.init(
        chart: right.split(top: height).top, words: left.dropping(right: 3))
    } else {
      let height = max(6, min(room.height / 2, max(18, room.width / 4)))
      let (above, below) = room.split(top: height)
      self.init(
        chart: above, words: below.dropping(top: below.height > 4 ? 1 : 0))
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

/// A page: of an objective, a key result or a KPI, or of the whole board.
struct PageView {
  private let session: Session
  private let page: PagePlace
  /// What is marked in lines of columns.
  private let sought: FoldedText

  init(_ session: Session, _ page: PagePlace) {
    self.session = session
    self.page = page
    sought = session.sought
  }

  func draw(into canvas: inout Canvas, in bounds: Rect) {
    draw(into: &canvas, PageLayout(session, page.topic, in: bounds))
  }

  /// Draws its parts where they lie.
  func draw(into canvas: inout Canvas, _ layout: PageLayout) {
    let outlook = session.outlook
    PageHead(session, page.topic, canvas.glyphs).draw(
      into: &canvas, in: layout.title)
    switch session.resolved(page.topic) {
    case .meeting: break
    case .thing(let thing):
      ChartsView(outlook, thing) { outlook.history(of: $0, limit: 4_000) }
        .draw(into: &canvas, in: layout.chart)
    case .alignment, .relatives, .walked, .cycles, .review, .practice, .actions:
      break
    }
    let content = layout.content
    let seen = layout.seen(page.scroll)
    for (row, index) in seen.enumerated() {
      let line = content[index]
      let whole = layout.list.line(row)
      // What is said of the lines below has a place of its own.
      let more = row == seen.count - 1 ? self.more(layout, seen) : ""
      let place = whole.dropping(right: displayCells(of: more))
      if line.cells.isEmpty {
        canvas.put(line.words(canvas.glyphs), in: place, style: line.style)
      }
      for cell in line.cells { cell.draw(into: &canvas, in: place, sought) }
      if index == page.scroll.selected, line.style.role != .heading {
        canvas.mark(whole, .selected)
      }
      canvas.put(
        more, in: whole.split(right: displayCells(of: more)).right,
        style: .faint)
    }
  }

  /// That the list goes on below; empty where it does not.
  private func more(_ layout: PageLayout, _ seen: Range<Int>) -> String {
    let left = layout.content.count - seen.upperBound
    return left > 0 && layout.list.height > 3 ? "  \(left) more " : ""
  }
}
