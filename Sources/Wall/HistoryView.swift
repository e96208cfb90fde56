import Canvas
import Goals

/// The history of a number, as wide as its room.
struct HistoryView {
  let scene: Scene
  let thing: Thing

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let room = (canvas.glyphs == .braille ? 2 : 1) * rect.width
    let history = scene.history(of: thing, limit: room)
    // One number is no history.
    guard history.count > 1 else { return }
    // A few numbers stand wide, so that they are seen from afar.
    let times = max(1, min(6, room / max(1, history.count)))
    Sparkline(
      history.flatMap { Array(repeating: $0, count: times) },
      last: scene.role(of: thing)
    ).draw(into: &canvas, in: rect)
  }
}
