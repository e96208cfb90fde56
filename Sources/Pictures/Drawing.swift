import Canvas
import Themes

/// Rectangles of many colours, joined where they touch.
///
/// Unit: quarters of a pixel, in which an eighth of a cell is whole.
struct Drawing {
  static let cellWidth = 32
  static let cellHeight = 72
  private static let lineWidth = 4
  /// Where lines lie in a cell: on whole pixels, so that they are sharp.
  private static let middle = (x: 12, y: 32)

  private struct Box: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  private var colours: [Light] = []
  private var boxes: [Light: [Box]] = [:]
  /// The places in `boxes` of vertical lines that the next row may go on with.
  private var open: [Light: [Int: Int]] = [:]

  /// Fills cells of a row.
  mutating func fill(row: Int, column: Int, width: Int, _ colour: Light) {
    add(
      Box(
        x: column * Drawing.cellWidth, y: row * Drawing.cellHeight,
        width: width * Drawing.cellWidth, height: Drawing.cellHeight), colour)
  }

  /// Draws `shape` in a cell.
  mutating func draw(
    _ shape: Shape, row: Int, column: Int, _ colour: Light,
    _ room: Room = .wholeLine
  ) {
    let (above, below) =
      switch room {
      case .wholeLine: (0, 0)
      case .withinLine: (8, 8)
      case .underLine: (8, 0)
      }
    let x = column * Drawing.cellWidth
    let y = row * Drawing.cellHeight + above
    let width = Drawing.cellWidth
    let height = Drawing.cellHeight - above - below
    switch shape {
    case .left(let eighths):
      add(
        Box(x: x, y: y, width: width / 8 * eighths, height: height), colour)
    case .lower(let eighths):
      let filled = height / 8 * eighths
      add(
        Box(x: x, y: y + height - filled, width: width, height: filled), colour)
    case .right:
      add(
        Box(x: x + width - width / 8, y: y, width: width / 8, height: height),
        colour)
    case .lines([.up, .down]):
      let line = Drawing.lineWidth
      extend(
        Box(x: x + Drawing.middle.x, y: y, width: line, height: height),
        colour)
    case .lines(let sides): draw(sides, x, y, colour)
    case .dots(let bits): draw(bits, x, y, colour)
    }
  }

  private mutating func draw(
    _ sides: Shape.Sides, _ x: Int, _ y: Int, _ colour: Light
  ) {
    let line = Drawing.lineWidth
    let (width, height) = (Drawing.cellWidth, Drawing.cellHeight)
    let middle = Drawing.middle
    if !sides.isDisjoint(with: [.left, .right]) {
      let start = sides.contains(.left) ? 0 : middle.x
      let end = sides.contains(.right) ? width : middle.x + line
      add(
        Box(x: x + start, y: y + middle.y, width: end - start, height: line),
        colour)
    }
    if !sides.isDisjoint(with: [.up, .down]) {
      let start = sides.contains(.up) ? 0 : middle.y
      let end = sides.contains(.down) ? height : middle.y + line
      extend(
        Box(x: x + middle.x, y: y + start, width: line, height: end - start),
        colour)
    }
  }

  /// The dots are numbered down the left column, down the right one, and then
  /// the lowest two.
  private mutating func draw(
    _ bits: UInt32, _ x: Int, _ y: Int, _ colour: Light
  ) {
    let places = [
      (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3),
    ]
    for (bit, place) in places.enumerated() where bits & (1 << bit) != 0 {
      add(
        Box(
          x: x + place.0 * Drawing.cellWidth / 2 + 4,
          y: y + place.1 * Drawing.cellHeight / 4 + 5, width: 8, height: 8),
        colour)
    }
  }

  private mutating func extend(_ box: Box, _ colour: Light) {
    if let place = open[colour]?[box.x], var above = boxes[colour]?[place],
      above.y + above.height == box.y
    {
      above.height += box.height
      boxes[colour]?[place] = above
      return
    }
    append(box, colour)
    open[colour, default: [:]][box.x] = (boxes[colour]?.count ?? 1) - 1
  }

  private mutating func add(_ box: Box, _ colour: Light) {
    if var last = boxes[colour]?.last, last.y == box.y,
      last.height == box.height, last.x + last.width == box.x
    {
      last.width += box.width
      boxes[colour]?.removeLast()
      boxes[colour]?.append(last)
      return
    }
    append(box, colour)
  }

  private mutating func append(_ box: Box, _ colour: Light) {
    if boxes[colour] == nil { colours.append(colour) }
    boxes[colour, default: []].append(box)
  }

  /// The paths of SVG, one for each colour, in the order of their beginnings.
  var paths: String {
    colours.map { colour in
      let boxes = boxes[colour] ?? []
      let path = boxes.map {
        "M\(pixels($0.x)) \(pixels($0.y))h\(pixels($0.width))v\(pixels($0.height))h\(pixels(-$0.width))z"
      }.joined()
      return "<path fill=\"\(colour.hex)\" d=\"\(path)\"/>\n"
    }.joined()
  }
}

/// Returns quarters of a pixel as pixels.
func pixels(_ quarters: Int) -> String {
  let size = abs(quarters)
  let parts = ["", ".25", ".5", ".75"]
  return "\(quarters < 0 ? "-" : "")\(size / 4)\(parts[size % 4])"
}
