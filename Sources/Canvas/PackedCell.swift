/// A cell in one word, without the marks that few have.
///
/// Thousands of them are copied and compared for each frame.
struct PackedCell: Hashable, Sendable {
  /// From the lowest: 32 bits of the scalar, 8 of the role, 8 of the emphasis,
  /// 2 of the kind, 1 for marks.
  private var bits: UInt64

  init(_ cell: Cell) {
    bits =
      UInt64(cell.scalar.value) | UInt64(cell.style.role.rawValue) << 32
      | UInt64(cell.style.emphasis.rawValue) << 40
      | UInt64(cell.kind.rawValue) << 48 | (cell.marks.isEmpty ? 0 : 1) << 50
  }

  var hasMarks: Bool { bits >> 50 & 1 == 1 }

  var kind: Cell.Kind {
    Cell.Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 48) & 3) ?? .narrow
  }

  var style: Style {
    get {
      Style(
        Role(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) ?? .text,
        Emphasis(rawValue: UInt8(truncatingIfNeeded: bits >> 40)))
    }
    set {
      bits =
        bits & ~0xFFFF_0000_0000 | UInt64(newValue.role.rawValue) << 32
        | UInt64(newValue.emphasis.rawValue) << 40
    }
  }

  mutating func add(_ emphasis: Emphasis) {
    bits |= UInt64(emphasis.rawValue) << 40
  }

  func cell(marks: Marks?) -> Cell {
    Cell(
      Unicode.Scalar(UInt32(truncatingIfNeeded: bits)) ?? " ",
      marks: marks ?? Marks(), style: style, kind: kind)
  }
}
