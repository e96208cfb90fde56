import Canvas
import Themes

/// Lines of canvases as an SVG file that needs nothing else.
///
/// Each character is put where its cell is, so that columns hold in any font;
/// blocks and lines are drawn, and lie there invisibly as text, so that what one
/// selects and copies is what a terminal shows.
package struct SVGPicture {
  private let title: String
  private let width: Int
  private var inks: Inks
  private var height = 0
  private var grounds = Drawing()
  private var shapes = Drawing()
  /// What is cut out of those.
  private var cuts = Drawing()
  private var lines: [String] = []

  /// - Parameter width: in cells.
  package init(title: String, width: Int, theme: Theme) {
    self.title = title
    self.width = width
    inks = Inks(theme)
  }

  /// Adds the line `row` of `canvas` at the end.
  package mutating func add(_ canvas: Canvas, _ row: Int) {
    drawGrounds(canvas, row)
    draw(canvas, row)
    var line = ""
    for piece in canvas.pieces(row) {
      let ink = inks.ink(for: piece.style)
      line += words(of: piece, ink)
    }
    if !line.isEmpty {
      let baseline = height * Drawing.cellHeight + 52
      lines.append(
        "<text xml:space=\"preserve\" y=\"\(pixels(baseline))\">\(line)</text>\n"
      )
    }
    height += 1
  }

  private mutating func drawGrounds(_ canvas: Canvas, _ row: Int) {
    let paper = inks.paper.background
    for column in 0..<canvas.width where !canvas[row, column].isCutOut {
      let ground = inks.ink(for: canvas[row, column].style).background
      guard ground != paper else { continue }
      grounds.fill(row: height, column: column, width: 1, ground)
    }
  }

  private mutating func draw(_ canvas: Canvas, _ row: Int) {
    let rooms = canvas.rooms(row)
    for column in 0..<canvas.width {
      let cell = canvas[row, column]
      guard let shape = Shape(cell.scalar) else { continue }
      let ink = inks.ink(for: cell.style)
      let room = rooms[column] ?? .wholeLine
      if cell.isCutOut {
        shapes.draw(.left(8), row: height, column: column, ink.background, room)
        cuts.draw(shape, row: height, column: column, ink.foreground, room)
      } else {
        shapes.draw(shape, row: height, column: column, ink.foreground, room)
      }
    }
  }

  private func words(of piece: Piece, _ ink: Ink) -> String {
    var attributes = " x=\"\(places(of: piece))\""
    switch piece.kind {
    case .drawn: attributes += " fill-opacity=\"0\" aria-hidden=\"true\""
    case .joined:
      attributes +=
        " textLength=\"\(pixels(piece.width * Drawing.cellWidth))\""
        + " lengthAdjust=\"spacingAndGlyphs\" style=\"unicode-bidi:isolate\""
    case .plain, .lone: break
    }
    if piece.kind != .drawn {
      if ink.foreground != inks.paper.foreground {
        attributes += " fill=\"\(ink.foreground.hex)\""
      }
      if ink.isBold { attributes += " font-weight=\"bold\"" }
      if ink.isItalic { attributes += " font-style=\"italic\"" }
      if ink.isUnderlined { attributes += " text-decoration=\"underline\"" }
    }
    return "<tspan\(attributes)>\(piece.text)</tspan>"
  }

  private func places(of piece: Piece) -> String {
    let cells =
      switch piece.kind {
      case .plain, .drawn: piece.cells.count
      case .lone, .joined: 1
      }
    return (piece.column..<piece.column + cells).map {
      pixels($0 * Drawing.cellWidth)
    }.joined(separator: " ")
  }

  /// The whole file.
  package var text: String {
    let paper = inks.paper
    let margin = (x: Drawing.cellWidth, y: Drawing.cellHeight / 2)
    let width = pixels(width * Drawing.cellWidth + 2 * margin.x)
    let height = pixels(height * Drawing.cellHeight + 2 * margin.y)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xml:lang="en" lang="en" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
      <title>\(escaped(title))</title>
      <rect width="\(width)" height="\(height)" rx="6" fill="\(paper.background.hex)"/>
      <g transform="translate(\(pixels(margin.x)) \(pixels(margin.y)))">
      \(grounds.paths)\(shapes.paths)\(cuts.paths)<g fill="\(paper.foreground.hex)" font-family="\(fonts)" font-size="13.3">
      \(lines.joined())</g>
      </g>
      </svg>

      """
  }
}
