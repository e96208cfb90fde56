/// A cell in one word, without the marks that few have.
///
/// Thousands of them are copied and compared for each frame.
package struct PackedCell: Hashable, Sendable {
  /// From the lowest: 32 bits of the scalar, 4 of the emphasis, 12 of the role,
  /// 2 of the kind, 1 for marks.
  @usableFromInline var bits: UInt64

  init(_ cell: Cell) {
    bits =
      UInt64(cell.scalar.value) | Self.packed(cell.style)
      | UInt64(cell.kind.rawValue) << 48 | (cell.marks.isEmpty ? 0 : 1) << 50
  }

  /// Whether there is no more to the cell than its scalar and its style: it is
  /// narrow and has no marks.
  @inlinable package var isPlain: Bool { bits >> 48 == 0 }

  /// The value of its scalar.
  @inlinable package var scalarValue: UInt32 {
    UInt32(truncatingIfNeeded: bits)
  }

  /// The number of its style.
  @inlinable package var styleNumber: UInt16 {
    UInt16(truncatingIfNeeded: bits >> 32)
  }

  var hasMarks: Bool { bits >> 50 & 1 == 1 }

  var kind: Cell.Kind {
    Cell.Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 48) & 3) ?? .narrow
  }

  var style: Style {
    get {
      Style(
        Role(rawValue: UInt8(truncatingIfNeeded: bits >> 36)) ?? .text,
        Emphasis(rawValue: UInt8(truncatingIfNeeded: bits >> 32) & 0xF))
    }
    set { bits = bits & ~0xFFFF_0000_0000 | Self.packed(newValue) }
  }

  private static func packed(_ style: Style) -> UInt64 {
    UInt64(style.number) << 32
  }

  mutating func add(_ emphasis: Emphasis) {
    bits |= UInt64(emphasis.rawValue & 0xF) << 32
  }

  func cell(marks: Marks?) -> Cell {
    Cell(
      Unicode.Scalar(UInt32(truncatingIfNeeded: bits)) ?? " ",
      marks: marks ?? Marks(), style: style, kind: kind)
  }
}
