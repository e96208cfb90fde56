import Canvas
import Goals

/// What stands above all pages: whose board, when, and what is wrong with it.
struct HeadView {
  let scene: Scene
  let name: String
  let now: Now
  let banner: String?

  /// How large it is on a wall of that size: cells that a pixel of the clock is
  /// wide, 0 for plain text.
  static func scale(width: Int, height: Int) -> Int {
    let byHeight =
      height >= 100 ? 3 : height >= 54 ? 2 : height >= 28 ? 1 : 0
    // The clock is 17 pixels wide and has a third of the line at most.
    return min(byHeight, width / 51)
  }

  /// The lines that it takes, with a blank one below where there is room.
  static func lines(width: Int, height: Int, _ glyphs: Glyphs) -> Int {
    let own = BlockText.height(
      scale: scale(width: width, height: height), glyphs)
    return min(height, height >= 10 ? own + 1 : 1)
  }

  func draw(into canvas: inout Canvas, in rect: Rect, scale: Int) {
    guard !rect.isEmpty else { return }
    let height = BlockText.height(scale: scale, canvas.glyphs)
    let time = now.moment.hourAndMinute
    let clockWidth =
      scale > 0 ? (BlockText.pixels(of: time) ?? 0) * scale : 5
    let (left, right) = rect.inset(columns: rect.width >= 30 ? 1 : 0)
      .split(right: clockWidth)
    let style = Style(.text, .bold)
    if scale > 0 {
      BlockText(time, scale: scale)?.draw(
        into: &canvas, in: right, style: style)
      drawLarge(
        into: &canvas, in: left.dropping(right: 3).split(top: height).top,
        scale)
    } else {
      canvas.put(time, in: right, style: style)
      drawSmall(into: &canvas, in: left.dropping(right: 2))
    }
  }

  private var title: String { scene.board.title ?? name }

  private func drawSmall(into canvas: inout Canvas, in rect: Rect) {
    if let banner {
      let place = rect.height > 1 ? rect.line(1) : rect.line(0)
      canvas.fill(place, style: Style(.error, .reverse))
      canvas.put(
        banner, in: place.dropping(left: place.width >= 30 ? 1 : 0),
        style: Style(.error, .reverse))
      if rect.height == 1 { return }
    }
    var rest = rect.line(0)
    let parts = [dateWords, cycleWords].compactMap(\.self)
    for part in parts where displayCells(of: part) + 14 <= rest.width {
      let (left, right) = rest.split(right: displayCells(of: part))
      canvas.put(part, in: right, style: .faint)
      rest = left.dropping(right: 2)
    }
    canvas.put(title, in: rest, style: Style(.title, .bold))
  }

  private func drawLarge(
    into canvas: inout Canvas, in rect: Rect, _ scale: Int
  ) {
    let titleScale = scale - 1
    var titleLines = 1
    let date = dateWords
    let (left, right) = rect.split(right: displayCells(of: date) + 2)
    canvas.put(date, in: right.line(0), .right, style: .text)
    if titleScale > 0, let pixels = BlockText.pixels(of: title),
      pixels * titleScale <= left.width,
      let block = BlockText(title, scale: titleScale)
    {
      block.draw(into: &canvas, in: left, style: Style(.title, .bold))
      titleLines = BlockText.height(scale: titleScale, canvas.glyphs)
    } else {
      canvas.put(title, in: left.line(0), style: Style(.title, .bold))
    }
    let rest = rect.dropping(top: titleLines)
    if let banner { return drawBanner(banner, into: &canvas, in: rest) }
    let lines = rest.split(bottom: min(2, rest.height)).bottom
    drawCycle(into: &canvas, in: lines.line(0))
    drawCounts(into: &canvas, in: lines.line(1))
  }

  private func drawBanner(
    _ words: String, into canvas: inout Canvas, in rect: Rect
  ) {
    canvas.fill(rect, style: Style(.error, .reverse))
    Paragraph(words, style: Style(.error, [.reverse, .bold])).draw(
      into: &canvas, in: rect.inset(columns: 1))
  }

  private var dateWords: String { clock(Now(now.today), year: .implied) }

  private var cycleWords: String? {
    scene.cycle.flatMap {
      dayOfTime(from: $0.cycle.start, to: $0.cycle.end, scene.today)
    }
  }

  private func drawCycle(into canvas: inout Canvas, in rect: Rect) {
    guard let cycle = scene.cycle, let cycleWords else { return }
    let words =
      "\(cycle.cycle.name) \(canvas.glyphs.text(canvas.glyphs.separator)) \(cycleWords)"
    let used = canvas.put(words, in: rect, style: .text)
    let bar = rect.dropping(left: used + 2)
    TimeBar(cycle.elapsed).draw(
      into: &canvas, in: bar.split(left: min(40, bar.width)).left)
  }

  /// How many things are in which trouble, and how many in none.
  private func drawCounts(into canvas: inout Canvas, in rect: Rect) {
    var column = rect.column
    for (index, count) in scene.counts.enumerated() {
      let text = "\(count.number) \(count.word)"
      let gap = index > 0 ? 3 : 0
      guard column + gap + displayCells(of: text) <= rect.columns.upperBound
      else { return }
      column += gap
      column += canvas.put(
        text, row: rect.row, column: column,
        limit: rect.columns.upperBound - column,
        style: Style(count.role, count.isTrouble ? .bold : []))
    }
  }
}

/// How many things of a board stand in one way.
struct StateCount: Hashable {
  let number: Int
  let word: String
  let role: Role

  var isTrouble: Bool { role == .offTrack || role == .stale }
}

extension Scene {
  /// How many key results and KPIs are in which trouble, the worst first, and
  /// how many are well; objectives without key results count for themselves.
  var counts: [StateCount] {
    var words: [String: Int] = [:]
    for index in board.keyResults.indices {
      words[word(for: .keyResult(index)), default: 0] += 1
    }
    for (index, objective) in board.objectives.enumerated()
    where objective.keyResults.isEmpty {
      words[word(for: .objective(index)), default: 0] += 1
    }
    for index in board.kpis.indices {
      words[word(for: .kpi(index)), default: 0] += 1
    }
    let troubles: [(String, Role)] = [
      ("off track", .offTrack), ("critical", .offTrack), ("stale", .stale),
      ("at risk", .atRisk), ("tolerable", .atRisk),
    ]
    let calm = ["on track", "healthy", "achieved"].reduce(0) {
      $0 + (words[$1] ?? 0)
    }
    return troubles.compactMap { word, role in
      words[word].map { StateCount(number: $0, word: word, role: role) }
    } + [StateCount(number: calm, word: "on track", role: .onTrack)]
  }
}
