import Canvas
import Goals

/// How a thing stands, as a word, and since when.
struct StateView {
  let scene: Scene
  let thing: Thing

  /// In large letters where there is room for them.
  private func block(in rect: Rect, _ glyphs: Glyphs) -> BlockText? {
    guard scene.isTroubled(thing) else { return nil }
    let text = scene.banner(for: thing)
    let height = BlockText.height(scale: 1, glyphs)
    guard rect.height >= height + 5,
      let pixels = BlockText.pixels(of: text), pixels <= rect.width
    else { return nil }
    return BlockText(text, scale: 1)
  }

  func lines(in rect: Rect, _ glyphs: Glyphs) -> Int {
    block(in: rect, glyphs) == nil
      ? min(1, rect.height) : BlockText.height(scale: 1, glyphs) + 1
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let role = scene.role(of: thing)
    let words = [
      scene.redWords(thing), scene.lateness(of: thing).map { "\($0) old" },
    ].compactMap(\.self).joined(separator: ", ")
    if rect.height > 1,
      let text = block(
        in: Rect(row: 0, column: 0, height: .max, width: rect.width),
        canvas.glyphs)
    {
      text.draw(into: &canvas, in: rect, style: Style(role, .bold))
      let line = rect.line(rect.height - 1)
      if role == .stale {
        drawStale(words, into: &canvas, in: line)
      } else {
        canvas.put(words, in: line, style: Style(role))
      }
      return
    }
    if role == .stale { return drawStale(words, into: &canvas, in: rect) }
    let used = canvas.put(
      scene.banner(for: thing), in: rect, style: Style(role, .bold))
    canvas.put(
      words, in: rect.line(0).dropping(left: used + 1), style: Style(role))
  }

  private func drawStale(
    _ words: String, into canvas: inout Canvas, in rect: Rect
  ) {
    let used = canvas.put(" STALE ", in: rect, style: Style(.stale, .reverse))
    canvas.put(
      words, in: rect.line(0).dropping(left: used + 1), style: .stale)
  }
}
