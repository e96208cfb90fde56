/// A small history that scales to its own values; the newest is at the right.
///
/// It is as high and wide as its rectangle, usually one line.
package struct Sparkline: Hashable, Sendable {
  /// The values in their order; `nil` and what is no number leave a gap.
  package var values: [Double?]
  package var role: Role
  /// What the newest value means; `nil` like the others.
  package var last: Role?

  package init(_ values: [Double?], role: Role = .spark, last: Role? = nil) {
    self.values = values
    self.role = role
    self.last = last
  }

  package func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let shown = values.suffix(rect.width).map { value in
      value.flatMap { $0.isFinite ? $0 : nil }
    }
    let known = shown.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return }
    let start = rect.columns.upperBound - shown.count
    for (offset, value) in shown.enumerated() {
      guard let value else { continue }
      let isLast = offset == shown.count - 1
      let level = level(
        of: value, from: low, to: high, levels: 8 * rect.height)
      drawColumn(
        level, into: &canvas, in: rect, column: start + offset,
        style: Style(isLast ? last ?? role : role))
    }
  }

  private func drawColumn(
    _ level: Int, into canvas: inout Canvas, in rect: Rect, column: Int,
    style: Style
  ) {
    for (above, row) in rect.rows.reversed().enumerated() {
      let eighths = min(8, level - 8 * above)
      guard eighths > 0 else { return }
      canvas.set(
        canvas.glyphs.lowerEighths(eighths), row: row, column: column,
        style: style)
    }
  }

  /// Returns the height of `value`: 1 to `levels`; a series without change lies
  /// in the middle.
  private func level(
    of value: Double, from low: Double, to high: Double, levels: Int
  ) -> Int {
    guard high > low else { return levels / 2 }
    // Halves, because the difference of two large numbers may be infinite.
    let share = (value / 2 - low / 2) / (high / 2 - low / 2)
    guard share.isFinite else { return levels / 2 }
    return 1 + Int((share * Double(levels - 1)).rounded())
  }
}
