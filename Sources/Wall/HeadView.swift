import Canvas
import Goals

/// What stands above all pages: whose board, when, and what is wrong with it.
struct HeadView {
  let scene: Scene
  let name: String
  let now: Now
  /// What is wrong, the longest words first; none where all is well.
  let banner: [String]

  /// How large it is on a wall of that size: cells that a pixel of the clock is
  /// wide, 0 for plain text.
  static func scale(width: Int, height: Int) -> Int {
    let byHeight =
      height >= 100 ? 3 : height >= 54 ? 2 : height >= 28 ? 1 : 0
    // The clock is 17 pixels wide and has a third of the line at most.
    return min(byHeight, width / 51)
  }

  /// The lines that it takes, with blank ones below where there is room.
  static func lines(width: Int, height: Int, _ glyphs: Glyphs) -> Int {
    let scale = scale(width: width, height: height)
    let own = ownLines(scale, glyphs)
    return min(height, height >= 10 ? own + (scale >= 3 ? 2 : 1) : 1)
  }

  private static func ownLines(_ scale: Int, _ glyphs: Glyphs) -> Int {
    BlockText.height(scale: scale, glyphs) + (scale >= 3 ? 1 : 0)
  }

  func draw(into canvas: inout Canvas, in rect: Rect, scale: Int) {
    guard !rect.isEmpty else { return }
    let height = HeadView.ownLines(scale, canvas.glyphs)
    let clock = ClockView(now: now, scale: scale)
    let (left, right) = clock.places(in: rect, canvas.glyphs)
    clock.draw(into: &canvas, in: right)
    if scale > 0 {
      let place = left.dropping(right: 3)
      drawLarge(
        into: &canvas,
        in: banner.isEmpty ? place.split(top: height).top : place, scale)
    } else {
      drawSmall(into: &canvas, in: left.dropping(right: 2), of: rect.width)
    }
  }

  private var title: String {
    switch scene.words {
    case .shown: scene.board.title ?? name
    case .masked: name
    }
  }

  /// The cells for what is wrong in plain text, on a wall of that width.
  static func bannerCells(width: Int) -> Int {
    max(0, width - 7 - (width >= 30 ? 2 : 0) - (width >= 40 ? 1 : 0))
  }

  private func drawSmall(
    into canvas: inout Canvas, in rect: Rect, of width: Int
  ) {
    let room = HeadView.bannerCells(width: width)
    if let words = banner.first(where: { displayCells(of: $0) <= room }) {
      let place = rect.height > 1 ? rect.line(1) : rect.line(0)
      canvas.fill(place, style: Style(.error, .reverse))
      canvas.put(
        words, in: place.dropping(left: place.width > room ? 1 : 0),
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
    let large = BlockText.height(scale: 1, canvas.glyphs)
    let words = scale >= 3 ? large : 1
    let (left, right) = rect.split(right: dateCells(words))
    LargeWords(text: dateWords, style: .text).draw(
      into: &canvas, in: right.split(top: words).top)
    let titleLines = drawTitle(into: &canvas, in: left, scale - 1)
    let rest = rect.dropping(top: titleLines)
    if !banner.isEmpty { return drawBanner(into: &canvas, in: rest) }
    if words > 1 {
      return drawCycleAndCounts(
        into: &canvas, in: rest.split(bottom: words).bottom)
    }
    let lines = rest.split(bottom: min(2, rest.height)).bottom
    drawCycle(into: &canvas, in: lines.line(0))
    drawCounts(into: &canvas, in: lines.line(1), gap: 3)
  }

  private func dateCells(_ lines: Int) -> Int {
    lines > 1
      ? BlockText.pixels(of: dateWords) ?? 0 : displayCells(of: dateWords)
  }

  /// Returns the lines that the title takes.
  private func drawTitle(
    into canvas: inout Canvas, in rect: Rect, _ scale: Int
  ) -> Int {
    let style = Style(.title, .bold)
    guard let pixels = BlockText.pixels(of: title),
      pixels * scale <= rect.width, let block = BlockText(title, scale: scale)
    else {
      canvas.put(title, in: rect.line(0).dropping(right: 2), style: style)
      return 1
    }
    block.draw(into: &canvas, in: rect, style: style)
    return BlockText.height(scale: scale, canvas.glyphs)
  }

  private func drawCycleAndCounts(into canvas: inout Canvas, in rect: Rect) {
    var rest = rect
    if let cycle = scene.cycle, let cycleWords {
      let used = LargeWords(
        text: "\(cycle.cycle.name) \(cycleWords)", style: .text
      ).draw(into: &canvas, in: rect)
      rest = rect.dropping(left: used + 12)
    }
    drawCounts(into: &canvas, in: rest, gap: 8)
  }

  /// In letters as large as have room for any of the words.
  private func drawBanner(into canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, style: Style(.error, .reverse))
    let style = Style(.error, [.reverse, .bold])
    let room = rect.inset(columns: 1)
    for scale in [2, 1] {
      let height = BlockText.height(scale: scale, canvas.glyphs)
      let words = banner.first {
        BlockText.pixels(of: $0).map { $0 * scale <= room.width } ?? false
      }
      guard height <= room.height, let words,
        let block = BlockText(words, scale: scale)
      else { continue }
      let place = room.dropping(top: (room.height - height) / 2)
      return block.draw(into: &canvas, in: place, style: style)
    }
    Paragraph(banner.first ?? "", style: style).draw(into: &canvas, in: room)
  }

  private var dateWords: String { clock(Now(now.today), year: .implied) }

  private var cycleWords: String? {
    scene.cycle.flatMap {
      dayOfTime($0.cycle.days, on: scene.today)
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
  private func drawCounts(
    into canvas: inout Canvas, in rect: Rect, gap: Int
  ) {
    var rest = rect
    for count in scene.counts {
      let text = "\(count.number) \(count.word)"
      let cells =
        rect.height > 1
        ? BlockText.pixels(of: text) ?? .max : displayCells(of: text)
      guard cells <= rest.width else { return }
      LargeWords(
        text: text, style: Style(count.role, count.isTrouble ? .bold : [])
      ).draw(into: &canvas, in: rest)
      rest = rest.dropping(left: cells + gap)
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
  /// How many key results and KPIs are in which trouble, the worst first, then
  /// how many are well and missed; objectives without key results count for
  /// themselves.
  var counts: [StateCount] {
    var words: [String: Int] = [:]
    for index in objectives {
      let keyResults = board.objectives[index].keyResults
      if keyResults.isEmpty {
        words[word(for: .objective(index)), default: 0] += 1
      }
      for place in keyResults {
        words[word(for: .keyResult(place)), default: 0] += 1
      }
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
    var counts = troubles.compactMap { word, role in
      words[word].map { StateCount(number: $0, word: word, role: role) }
    }
    if calm > 0 {
      counts.append(StateCount(number: calm, word: "on track", role: .onTrack))
    }
    if let missed = words["missed"] {
      counts.append(StateCount(number: missed, word: "missed", role: .missed))
    }
    return counts
  }
}
