import Canvas
import Goals

extension Display {
  /// What is to be seen, with everything that moves with the clock.
  package var picture: Canvas {
    picture(
      of: layout.pages[page].panels.map { DrawnPanel($0, of: scene, glyphs) })
  }

  /// What is to be seen, with everything that moves with the clock; what looks
  /// as it did in the picture before is not drawn anew.
  package mutating func nextPicture() -> Canvas {
    let before = drawn
    drawn = layout.pages[page].panels.map { panel in
      before.first { $0.panel == panel } ?? DrawnPanel(panel, of: scene, glyphs)
    }
    return picture(of: drawn)
  }

  /// The picture with panels that are drawn already.
  func picture(of panels: [DrawnPanel]) -> Canvas {
    let size = innerSize
    var canvas = Canvas(
      width: size.width, height: size.height, glyphs: glyphs)
    draw(panels, into: &canvas)
    if isDim(at: now) { canvas.dim() }
    guard size != (width, height) else { return canvas }
    var whole = Canvas(width: width, height: height, glyphs: glyphs)
    whole.put(canvas, at: Display.place(inMinute: now.minute))
    return whole
  }

  /// The clock of the picture, and where it lies unless the picture moves.
  package var clock: (canvas: Canvas, place: Position) {
    let scale = HeadView.scale(width: width, height: height)
    let head = Rect(row: 0, column: 0, height: height, width: width)
      .split(top: HeadView.lines(width: width, height: height, glyphs)).top
    let view = ClockView(now: now, scale: scale)
    let place = view.places(in: head, glyphs).clock
    var canvas = Canvas(
      width: place.width, height: place.height, glyphs: glyphs)
    view.draw(into: &canvas, in: canvas.bounds)
    if isDim(at: now) { canvas.dim() }
    return (canvas, Position(row: place.row, column: place.column))
  }

  /// Whether it is drawn dim at that time of the day.
  func isDim(at now: Now) -> Bool {
    options.dim?.contains(now.moment.secondOfDay / 60) ?? false
  }

  /// The size of what is drawn: with a margin where it moves.
  private var innerSize: (width: Int, height: Int) {
    guard options.shift == .everyMinute, width >= 12, height >= 6 else {
      return (width, height)
    }
    return (width - 2, height - 2)
  }

  /// Where the picture lies in a minute: on the ring around its middle.
  private static func place(inMinute minute: Int) -> Position {
    let ring = [
      (0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0),
    ]
    let (row, column) = ring[(minute % 8 + 8) % 8]
    return Position(row: row, column: column)
  }

  /// The room for pages.
  var body: Rect {
    let (width, height) = innerSize
    let head = HeadView.lines(width: width, height: height, glyphs)
    let foot = footLines(width, height) + (height >= 16 ? 1 : 0)
    let inset = width >= 60 ? 1 : 0
    return Rect(row: 0, column: 0, height: height, width: width)
      .dropping(top: head, left: 0, bottom: foot, right: inset)
  }

  private func footLines(_ width: Int, _ height: Int) -> Int {
    HeadView.scale(width: width, height: height) >= 3
      ? BlockText.height(scale: 1, glyphs) : height >= 4 ? 1 : 0
  }

  private func draw(_ panels: [DrawnPanel], into canvas: inout Canvas) {
    let bounds = canvas.bounds
    let scale = HeadView.scale(width: bounds.width, height: bounds.height)
    let head = HeadView.lines(
      width: bounds.width, height: bounds.height, glyphs)
    HeadView(scene: scene, name: name, now: now, banner: banner).draw(
      into: &canvas, in: bounds.split(top: head).top, scale: scale)
    let shownPage = layout.pages[page]
    for rule in shownPage.rules {
      let glyph = rule.width == 1 ? glyphs.vertical : glyphs.horizontal
      canvas.fill(rule, with: glyph, style: .rule)
    }
    for drawn in panels {
      canvas.put(drawn.canvas, at: drawn.place)
    }
    if shownPage.panels.isEmpty, shown != nil {
      canvas.put(
        scene.isEmpty ? "nothing on this board yet" : "nothing to show",
        in: body.line(body.height / 2), .centre, style: .faint)
    }
    drawFoot(
      into: &canvas,
      in: bounds.split(bottom: footLines(bounds.width, bounds.height)).bottom)
    if scale == 0 { drawLongBanner(into: &canvas, in: bounds) }
  }

  /// What is wrong, in several lines over the foot, where one has no room.
  private func drawLongBanner(into canvas: inout Canvas, in bounds: Rect) {
    let room = HeadView.bannerCells(width: bounds.width)
    let banner = banner
    guard let last = banner.last,
      !banner.contains(where: { displayCells(of: $0) <= room })
    else { return }
    let most = max(1, min(4, bounds.height / 2))
    let style = Style(.error, .reverse)
    let words = banner.dropFirst().first {
      Paragraph($0).lines(width: bounds.width).count <= most
    }
    let paragraph = Paragraph(words ?? last, style: style)
    let lines = paragraph.lines(width: bounds.width).count
    let place = bounds.split(bottom: min(lines, most)).bottom
    canvas.fill(place, style: style)
    paragraph.draw(into: &canvas, in: place)
  }

  private func drawFoot(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let place = rect.inset(columns: rect.width >= 30 ? 1 : 0)
    var room = place
    if layout.pages.count > 1 {
      let long = "page \(page + 1) of \(layout.pages.count)"
      let isLong =
        displayCells(of: fileWords) + 2 + displayCells(of: long) <= place.width
      let words = isLong ? long : "\(page + 1)/\(layout.pages.count)"
      let cells =
        rect.height > 1
        ? BlockText.pixels(of: words) ?? 0 : displayCells(of: words)
      let (rest, right) = place.split(right: cells)
      LargeWords(text: words, style: Style(.text, .bold)).draw(
        into: &canvas, in: right)
      room = rest.dropping(right: 2)
    }
    let words = footWords.first {
      let cells =
        rect.height > 1 ? BlockText.pixels(of: $0) ?? 0 : displayCells(of: $0)
      return cells <= room.width
    }
    LargeWords(text: words ?? fileWords, style: .faint).draw(
      into: &canvas, in: room)
  }

  /// What may stand at the foot, the longest words first.
  private var footWords: [String] {
    guard shown != nil else { return [fileWords] }
    let others =
      scene.leftOut > 0
      ? [
        "\(fileWords), \(counted(scene.leftOut, "objective")) of other cycles not shown"
      ] : []
    return others.map { "\(name), \($0)" } + others
      + ["\(name), \(fileWords)", fileWords]
  }

  /// What the picture has to say about itself, the longest words first; none
  /// where all is well.
  private var banner: [String] {
    if let trouble {
      let since = "\(trouble.words) (since \(timeWords(trouble.since)))"
      return ["\(name): \(since)", since, trouble.words]
    }
    if layout.strangers.isEmpty { return [] }
    let ids = layout.strangers.map { "[\($0)]" }.joined(separator: ", ")
    return ["not on this board: \(ids)", "no \(ids)"]
  }

  /// How old the file is that is shown: `file from 14:02`.
  private var fileWords: String {
    guard let written = shown?.written else { return "no file yet" }
    return "file from \(timeWords(written))"
  }

  /// `14:02`, of another day `2 Nov 14:02`.
  private func timeWords(_ moment: Moment) -> String {
    moment.day == now.today
      ? moment.hourAndMinute
      : "\(dayInWords(moment.day, today: now.today)) \(moment.hourAndMinute)"
  }
}

extension Canvas {
  /// Draws everything in roles that shine less; what is in trouble keeps its
  /// own.
  fileprivate mutating func dim() {
    restyle(bounds) { style in
      switch style.role {
      case .offTrack, .stale, .atRisk, .error, .notice, .rule, .track: break
      case .text, .faint, .title, .heading, .selection, .key, .input, .match,
        .achieved, .onTrack, .missed, .pending, .accepted, .tick, .spark,
        .line, .expected, .target, .healthy, .tolerable, .axis:
        style.role = .faint
      }
      style.emphasis.remove(.bold)
    }
  }
}
