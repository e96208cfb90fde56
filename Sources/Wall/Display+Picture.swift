import Canvas
import Goals

extension Display {
  /// What is to be seen, with everything that moves with the clock.
  package var picture: Canvas {
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    let bounds = canvas.bounds
    canvas.put(
      scene.board.title ?? name, in: bounds.line(0), style: Style(.title, .bold)
    )
    canvas.put(
      clock(now.inMinutes), in: bounds.line(0), .right,
      style: Style(.text, .bold))
    if let banner {
      canvas.put(
        " \(banner) ", in: bounds.line(1), style: Style(.error, .reverse))
    }
    for panel in layout.pages[page].panels { draw(panel, into: &canvas) }
    if height > 2 { drawFoot(into: &canvas, in: bounds.line(height - 1)) }
    return canvas
  }

  private func draw(_ panel: Panel, into canvas: inout Canvas) {
    let role = scene.role(of: panel.thing)
    let (left, right) = panel.rect.split(right: min(24, panel.rect.width / 2))
    if scene.marks.contains(panel.thing) {
      canvas.put("+", in: left, style: .notice)
    }
    canvas.set(
      glyphs.shape(of: role), row: left.row, column: left.column + 1,
      style: Style(role))
    canvas.put(
      scene.title(of: panel.thing), in: left.dropping(left: 3, right: 1))
    canvas.put(
      scene.word(for: panel.thing), in: right,
      style: Style(role, role == .stale ? .reverse : []))
    canvas.put(
      "\(scene.headline(of: panel.thing)) \(scene.unit(of: panel.thing))",
      in: right, .right, style: Style(role, .bold))
  }

  private func drawFoot(into canvas: inout Canvas, in rect: Rect) {
    canvas.put(fileWords, in: rect, style: .faint)
    guard layout.pages.count > 1 else { return }
    canvas.put(
      "page \(page + 1) of \(layout.pages.count)", in: rect, .right,
      style: .faint)
  }

  /// What the picture has to say about itself; `nil` for nothing.
  private var banner: String? {
    if let trouble {
      return "\(name): \(trouble.words), since \(trouble.since.hourAndMinute)"
    }
    guard !layout.strangers.isEmpty else { return nil }
    let ids = layout.strangers.map { "[\($0)]" }.joined(separator: ", ")
    return "not on the board: \(ids)"
  }

  /// How old the file is that is shown: `file from 14:02`.
  private var fileWords: String {
    guard let written = shown?.written else { return "no file yet" }
    let day =
      written.day == now.today
      ? "" : dayInWords(written.day, today: now.today) + " "
    return "file from \(day)\(written.hourAndMinute)"
  }
}

extension Now {
  /// The same without its seconds.
  var inMinutes: Now {
    guard moment.precision == .second else { return self }
    return Now(
      Moment(today, second: moment.secondOfDay / 60 * 60, precision: .minute))
  }
}
