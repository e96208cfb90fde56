import Canvas
import Themes

/// Lines of canvases as an HTML file that needs nothing else.
///
/// What fonts may give another width stands in a box as wide as its cells, so
/// that columns hold; blocks and lines are drawn behind their own characters,
/// which are there to be copied.
package struct HTMLPicture {
  private let title: String
  private let width: Int
  private var inks: Inks
  private var lines: [String] = []
  /// The declarations of each class, and its name.
  private var classes: [String: String] = [:]
  private var rules: [String] = []

  /// - Parameter width: in cells.
  package init(title: String, width: Int, theme: Theme) {
    self.title = title
    self.width = width
    inks = Inks(theme)
  }

  /// Adds the line `row` of `canvas` at the end.
  package mutating func add(_ canvas: Canvas, _ row: Int) {
    var line = ""
    var column = 0
    let rooms = canvas.rooms(row)
    for piece in canvas.pieces(row) {
      let room = rooms[piece.column] ?? .wholeLine
      line += words(of: piece, height: room.percent)
      column = piece.column + piece.width
    }
    lines.append(line + tail(canvas, row, from: column))
  }

  /// - Parameter height: of blocks, in percent of the line.
  private mutating func words(of piece: Piece, height: Int) -> String {
    let ink = inks.ink(for: piece.style)
    switch piece.kind {
    case .plain:
      return pieces(of: piece, ink)
    case .lone, .joined:
      return span(
        "\(box(piece.width))\(look(ink))", piece.text)
    case .drawn:
      return drawn(piece, ink, height)
    }
  }

  /// Plain characters; those that not every font has stand in boxes.
  private mutating func pieces(of piece: Piece, _ ink: Ink) -> String {
    var result = ""
    var rest = piece.cells[...]
    while let first = rest.first {
      let isSure = first.allSatisfy(isInEveryFont)
      let run = rest.prefix { $0.allSatisfy(isInEveryFont) == isSure }
      rest = rest.dropFirst(run.count)
      let text = run.joined().map(escaped).joined()
      result += span(look(ink) + (isSure ? "" : box(run.count)), text)
    }
    return result
  }

  private mutating func drawn(
    _ piece: Piece, _ ink: Ink, _ height: Int
  ) -> String {
    var result = ""
    var rest = piece.cells[...]
    while let scalars = rest.first {
      guard let shape = scalars.first.flatMap(Shape.init) else { break }
      // What fills its cell from side to side is one box with its neighbours.
      let run = rest.prefix(shape.isSeamless ? rest.count : 1)
        .prefix { $0 == scalars }
      rest = rest.dropFirst(run.count)
      result += span(
        box(run.count) + "color:transparent;background:"
          + background(
            shape, ink, height, piece.style.emphasis) + ";",
        run.joined().map(escaped).joined(), .drawn)
    }
    return result
  }

  /// The layers of a background that show `shape` in each cell.
  private func background(
    _ shape: Shape, _ ink: Ink, _ height: Int,
    _ emphasis: Emphasis
  ) -> String {
    let layers = layers(shape, ink, height)
    guard ink.background != inks.paper.background else {
      return layers.joined(separator: ",")
    }
    // A line that is cut out of a bar has the height of that.
    if emphasis.contains(.reverse) {
      let bar = layer(ink.background, "0 50%", "100%", "\(height)%")
      return (layers + [bar]).joined(separator: ",")
    }
    return layers.joined(separator: ",") + " \(ink.background.hex)"
  }

  private func layers(_ shape: Shape, _ ink: Ink, _ height: Int) -> [String] {
    let colour = ink.foreground
    switch shape {
    case .left(8) where height == Room.underLine.percent:
      return [layer(colour, "0 100%", "100%", "\(height)%")]
    case .left(let eighths):
      return [layer(colour, "0 50%", percent(eighths), "\(height)%")]
    case .right: return [layer(colour, "100% 50%", "12.5%", "\(height)%")]
    case .lower(let eighths):
      return [layer(colour, "0 100%", "100%", percent(eighths, of: height))]
    case .lines([.up, .down]):
      return [layer(colour, "50% 50%", "1px", "\(height)%")]
    case .lines(let sides):
      return lines(sides).map { layer(colour, $0.place, $0.width, $0.height) }
    case .dots(let bits):
      return (0..<8).filter { bits & (1 << $0) != 0 }.map { bit in
        let row = bit < 6 ? bit % 3 : 3
        let isRight = bit < 6 ? bit >= 3 : bit == 7
        return "radial-gradient(circle,\(colour.hex) 1.1px,transparent 1.5px) "
          + "\(isRight ? "100%" : "0") \(row * 100 / 3)%/50% 25% no-repeat"
      }
    }
  }

  private func layer(
    _ colour: Light, _ place: String, _ width: String, _ height: String
  ) -> String {
    "linear-gradient(\(colour.hex),\(colour.hex)) "
      + "\(place)/\(width) \(height) no-repeat"
  }

  private func percent(_ eighths: Int, of height: Int = 100) -> String {
    let tenths = eighths * height * 10 / 8
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private func lines(
    _ sides: Shape.Sides
  ) -> [(place: String, width: String, height: String)] {
    var lines: [(String, String, String)] = []
    if sides.isSuperset(of: [.left, .right]) {
      lines.append(("0 50%", "100%", "1px"))
    } else if sides.contains(.left) {
      lines.append(("0 50%", "50%", "1px"))
    } else if sides.contains(.right) {
      lines.append(("100% 50%", "50%", "1px"))
    }
    if sides.isSuperset(of: [.up, .down]) {
      lines.append(("50% 0", "1px", "100%"))
    } else if sides.contains(.up) {
      lines.append(("50% 0", "1px", "50%"))
    } else if sides.contains(.down) {
      lines.append(("50% 100%", "1px", "50%"))
    }
    return lines
  }

  /// Blanks to the end of the line where their ground is to be seen.
  private mutating func tail(
    _ canvas: Canvas, _ row: Int, from start: Int
  ) -> String {
    guard start < canvas.width else { return "" }
    let ink = inks.ink(for: canvas[row, canvas.width - 1].style)
    guard ink.background != inks.paper.background else { return "" }
    return span(
      look(ink), String(repeating: " ", count: canvas.width - start))
  }

  private func look(_ ink: Ink) -> String {
    var look = ""
    if ink.foreground != inks.paper.foreground {
      look += "color:\(ink.foreground.hex);"
    }
    if ink.background != inks.paper.background {
      look += "background:\(ink.background.hex);"
    }
    if ink.isBold { look += "font-weight:bold;" }
    if ink.isItalic { look += "font-style:italic;" }
    if ink.isUnderlined { look += "text-decoration:underline;" }
    return look
  }

  private func box(_ cells: Int) -> String {
    "width:\(cells)ch;"
  }

  private mutating func span(
    _ look: String, _ text: String, _ kind: Piece.Kind = .plain
  ) -> String {
    guard !look.isEmpty else { return text }
    // Nobody wants to hear blocks and lines.
    let silence = kind == .drawn ? " aria-hidden=\"true\"" : ""
    return "<span class=\"\(name(of: look))\"\(silence)>\(text)</span>"
  }

  /// The class that has a look.
  private mutating func name(of look: String) -> String {
    if let name = classes[look] { return name }
    let name = "c\(classes.count)"
    classes[look] = name
    rules.append(".\(name){\(look)}\n")
    return name
  }

  /// The whole file.
  package var text: String {
    let paper = inks.paper
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width"/>
      <title>\(escaped(title))</title>
      <style>
      body{margin:0;background:\(paper.background.hex);color:\(paper.foreground.hex);}
      pre{margin:0 auto;padding:1em;width:\(width)ch;font:14px/1.4 \(fonts);font-variant-ligatures:none;tab-size:1;}
      span{display:inline-block;height:1.4em;vertical-align:top;unicode-bidi:isolate;}
      \(rules.joined())</style>
      </head>
      <body>
      <main><pre>\(lines.joined(separator: "\n"))
      </pre></main>
      </body>
      </html>

      """
  }
}

/// Whether fonts for programs have the character, as wide as the others.
private func isInEveryFont(_ scalar: Unicode.Scalar) -> Bool {
  (0x20..<0x250).contains(scalar.value)
}
