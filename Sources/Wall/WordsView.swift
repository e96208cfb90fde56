import Canvas
import Goals

/// What stands beside a large number: the state, a bar or a history, the facts.
struct WordsView {
  let scene: Scene
  let thing: Thing
  /// The size of the title, which nothing but trouble outshines.
  let titleScale: Int

  private var role: Role { scene.role(of: thing) }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let glyphs = canvas.glyphs
    let large = BlockText.height(scale: 1, glyphs)
    // Words grow where a picture of some height is left.
    let isLarge = titleScale > 0 && rect.height >= 2 * large + 4
    let hasLargeState =
      isLarge || scene.isTroubled(thing) && rect.height >= large + 4
    var rest = rect
    let state = StateView(scene: scene, thing: thing)
    let (first, below) = rest.split(top: hasLargeState ? large : 1)
    let since = state.drawWord(into: &canvas, in: first)
    rest = below
    if !since.isEmpty {
      let lines =
        titleScale > 0 && rect.height >= 3 * large + 4 ? large : 1
      let (line, below) = rest.dropping(top: lines > 1 ? 1 : 0)
        .split(top: lines)
      LargeWords(text: since, style: Style(role)).draw(
        into: &canvas, in: line)
      rest = below
    }
    let (middle, bottom) = rest.split(bottom: isLarge ? large : 1)
    drawFacts(into: &canvas, in: bottom)
    drawPicture(
      into: &canvas,
      in: middle.height >= 5
        ? middle.inset(rows: isLarge ? 1 : 0) : middle)
  }

  private func drawPicture(into canvas: inout Canvas, in rect: Rect) {
    guard let pace = scene.pace(of: thing) else {
      return HistoryView(scene: scene, thing: thing).draw(
        into: &canvas,
        in: rect.height == 3 || rect.height == 4 ? rect.dropping(top: 1) : rect)
    }
    let most = min(7, (rect.height + 1) / 2)
    let lines = rect.height >= 3 ? most : min(1, rect.height)
    var place = rect.dropping(top: (rect.height - lines + 1) / 2)
      .split(top: lines).top
    if rect.height >= 9, scene.history(of: thing, limit: 2).count > 1 {
      // The bar, and how it came to be.
      let (top, rest) = rect.split(top: rect.height / 4)
      place = top
      HistoryView(scene: scene, thing: thing).draw(
        into: &canvas, in: rest.dropping(top: 1))
    }
    draw(pace, into: &canvas, in: place)
  }

  private func draw(_ pace: Pace, into canvas: inout Canvas, in place: Rect) {
    let bar = Bar(pace.progress, expected: pace.expected, role: role)
    for line in 0..<place.height {
      bar.draw(into: &canvas, in: place.line(line))
    }
    // One line of dots says enough of what is missing.
    for row in place.rows where row != place.row + place.height / 2 {
      for column in place.columns where canvas[row, column].style == .track {
        canvas.set(" ", row: row, column: column)
      }
    }
  }

  /// As many facts as have room, whole, the first in large letters if there are
  /// any.
  private func drawFacts(into canvas: inout Canvas, in rect: Rect) {
    let separator = " \(canvas.glyphs.text(canvas.glyphs.separator)) "
    func fits(_ text: String) -> Bool {
      rect.height > 1
        ? BlockText.pixels(of: text).map { $0 <= rect.width } ?? false
        : displayCells(of: text) <= rect.width
    }
    let signal = scene.signalWords(thing)
    var text = facts(signal, canvas.glyphs).joined(separator: separator)
    if !fits(text) {
      text = ""
      for fact in facts(signal.map { _ in "signal" }, canvas.glyphs) {
        let longer = text.isEmpty ? fact : text + separator + fact
        let isFirst = text.isEmpty && displayCells(of: fact) <= rect.width
        if isFirst || fits(longer) { text = longer }
      }
    }
    LargeWords(text: text, style: .faint).draw(into: &canvas, in: rect)
  }

  private func facts(_ signal: String?, _ glyphs: Glyphs) -> [String] {
    [
      scene.wayWords(thing, glyphs), scene.gapWords(thing),
      scene.changeWords(thing), signal,
      scene.rangeWords(thing, glyphs),
      scene.forecastWords(thing), scene.confidenceWords(thing),
      scene.dayWords(thing),
    ].compactMap(\.self)
  }
}

/// A text in large letters where there are lines for them and letters that
/// write it, else in plain ones.
struct LargeWords {
  let text: String
  let style: Style

  /// Returns the cells that it takes.
  @discardableResult
  func draw(into canvas: inout Canvas, in rect: Rect) -> Int {
    let height = BlockText.height(scale: 1, canvas.glyphs)
    if rect.height >= height, let pixels = BlockText.pixels(of: text),
      pixels <= rect.width, let block = BlockText(text, scale: 1)
    {
      block.draw(into: &canvas, in: rect, style: style)
      return pixels
    }
    return canvas.put(text, in: rect.line(rect.height - 1), style: style)
  }
}
