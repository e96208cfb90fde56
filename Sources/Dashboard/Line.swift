import Canvas

/// One line of a view: pieces of text, each with its style.
struct Line: Hashable {
  struct Span: Hashable {
    var text: String
    var style: Style
  }

  var spans: [Span] = []

  init() {}

  init(_ text: String, _ style: Style = .text) {
    spans = [Span(text: text, style: style)]
  }

  mutating func append(_ text: String, _ style: Style = .text) {
    spans.append(Span(text: text, style: style))
  }

  /// Adds a piece with a separator before it, unless it is the first.
  mutating func add(_ text: String, _ style: Style = .text) {
    if !spans.isEmpty { append(" · ", .faint) }
    append(text, style)
  }

  var cells: Int { spans.reduce(0) { $0 + displayCells(of: $1.text) } }

  var text: String { spans.map(\.text).joined() }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var column = rect.column
    for span in spans {
      let room = rect.columns.upperBound - column
      guard room > 0 else { return }
      column += canvas.put(
        span.text, row: rect.row, column: column, limit: room,
        style: span.style, overflow: .elide)
    }
  }

  /// Draws this line so that it ends at the right edge.
  func drawAtRight(into canvas: inout Canvas, in rect: Rect) {
    let (_, right) = rect.split(right: cells)
    draw(into: &canvas, in: right)
  }
}
