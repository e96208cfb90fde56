import Canvas
import Goals

/// One thing in two lines of large letters: what it is, and below its number,
/// its state and its picture.
struct LargeLineView {
  let scene: Scene
  let thing: Thing

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let height = BlockText.height(scale: 1, canvas.glyphs)
    let (title, rest) = rect.split(top: height)
    drawTitle(into: &canvas, in: title)
    drawState(into: &canvas, in: rest.split(top: height).top)
  }

  private func drawTitle(into canvas: inout Canvas, in rect: Rect) {
    let text = scene.title(of: thing)
    let style = Style(
      scene.isMarked(thing) ? .notice : .text,
      scene.isTroubled(thing) ? .bold : [])
    guard let block = BlockText(text, scale: 1, cells: rect.width) else {
      canvas.put(text, in: rect.line(rect.height - 1), style: style)
      return
    }
    block.draw(into: &canvas, in: rect, style: style)
  }

  private func drawState(into canvas: inout Canvas, in rect: Rect) {
    let role = scene.role(of: thing)
    let isTroubled = scene.isTroubled(thing)
    LargeWords(
      text: scene.headline(of: thing),
      style: Style(isTroubled ? role : .text, .bold)
    ).draw(into: &canvas, in: rect)
    // As wide as "100%" and a gap.
    var rest = rect.dropping(left: 20)
    let word = BlockText.pixels(of: scene.banner(for: thing)) ?? 0
    let more = StateView(scene: scene, thing: thing).drawWord(
      into: &canvas, in: rest)
    rest = rest.dropping(left: word + 5)
    if let pixels = BlockText.pixels(of: more), pixels + 20 <= rest.width {
      let used = LargeWords(text: more, style: Style(role)).draw(
        into: &canvas, in: rest)
      rest = rest.dropping(left: used > 0 ? used + 4 : 0)
    }
    guard rest.width >= 12, let pace = scene.pace(of: thing) else { return }
    let bar = Bar(pace.progress, expected: pace.expected, role: role)
    for line in 0..<max(1, rest.height - 1) {
      bar.draw(into: &canvas, in: rest.line(line))
    }
  }
}
