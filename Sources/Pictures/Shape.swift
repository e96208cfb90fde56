/// What a block or a line fills of its cell.
///
/// Fonts leave gaps between such glyphs, or have none of the width of the
/// others, so that pictures draw them.
enum Shape: Hashable {
  /// Filled from the left, in eighths.
  case left(Int)
  /// Filled from below, in eighths.
  case lower(Int)
  /// The last eighth at the right.
  case right
  /// Thin lines from the middle to these sides.
  case lines(Sides)
  /// Dots, two columns of four; bits as in Unicode.
  case dots(UInt32)

  /// Where a line goes to.
  struct Sides: OptionSet, Hashable {
    let rawValue: Int

    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    static let up = Sides(rawValue: 4)
    static let down = Sides(rawValue: 8)
  }

  /// The shape of a glyph; `nil` for what is written.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "▁"..."▇": self = .lower(Int(scalar.value) - 0x2580)
    case "█"..."▏": self = .left(0x2590 - Int(scalar.value))
    case "▕": self = .right
    case "─": self = .lines([.left, .right])
    case "│": self = .lines([.up, .down])
    case "┌": self = .lines([.right, .down])
    case "┐": self = .lines([.left, .down])
    case "└": self = .lines([.right, .up])
    case "┘": self = .lines([.left, .up])
    case "├": self = .lines([.right, .up, .down])
    case "┤": self = .lines([.left, .up, .down])
    case "┬": self = .lines([.left, .right, .down])
    case "┴": self = .lines([.left, .right, .up])
    case "┼": self = .lines([.left, .right, .up, .down])
    case "\u{2801}"..."\u{28FF}": self = .dots(scalar.value - 0x2800)
    default: return nil
    }
  }

  /// Whether it fills its cell from side to side alike.
  var isSeamless: Bool {
    switch self {
    case .left(let eighths): eighths == 8
    case .lower: true
    case .lines(let sides): sides == [.left, .right]
    case .right, .dots: false
    }
  }
}
