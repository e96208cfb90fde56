import Canvas
import Goals

/// The time of day, which alone moves while nothing happens.
struct ClockView {
  let now: Now
  /// The cells that a pixel is wide, 0 for plain text.
  let scale: Int

  /// Where it lies in the head of a wall, and what is left of it.
  func places(in head: Rect, _ glyphs: Glyphs) -> (rest: Rect, clock: Rect) {
    let width = scale > 0 ? (BlockText.pixels(of: words) ?? 0) * scale : 5
    let (rest, right) = head.inset(columns: head.width >= 30 ? 1 : 0)
      .split(right: width)
    return (
      rest, right.split(top: BlockText.height(scale: scale, glyphs)).top
    )
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let style = Style(.text, .bold)
    guard scale > 0 else {
      canvas.put(words, in: rect, style: style)
      return
    }
    BlockText(words, scale: scale)?.draw(into: &canvas, in: rect, style: style)
  }

  /// A whole day is looked at from its end.
  private var words: String {
    now.moment.precision == .day ? "24:00" : now.moment.hourAndMinute
  }
}
