import Canvas
import Goals

/// How a thing stands, as a word.
struct StateView {
  let scene: Scene
  let thing: Thing

  /// Draws the word, in large letters in several lines, and returns what is to
  /// be said beside it and had no room there: since when, how old.
  func drawWord(into canvas: inout Canvas, in rect: Rect) -> String {
    let role = scene.role(of: thing)
    let word = scene.banner(for: thing)
    let words = [
      scene.redWords(thing), scene.lateness(of: thing).map { "\($0) old" },
    ].compactMap(\.self).joined(separator: ", ")
    let style = Style(role, role == .stale ? .reverse : .bold)
    if rect.height > 1 {
      let room =
        role == .stale ? rect.inset(columns: 1) : rect
      if role == .stale, let pixels = BlockText.pixels(of: word) {
        canvas.fill(rect.split(left: pixels + 2).left, style: style)
      }
      LargeWords(text: word, style: style).draw(into: &canvas, in: room)
      return words
    }
    let text = role == .stale ? " \(word) " : word
    let used = canvas.put(text, in: rect, style: style)
    let rest = rect.line(0).dropping(left: used + 1)
    canvas.put(words, in: rest, style: Style(role))
    return ""
  }
}
