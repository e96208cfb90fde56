/// A small history that scales to its own values; the newest is at the right.
///
/// It is as high and wide as its rectangle, usually one line. A cell shows one
/// value, or two in dots.
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
    let isDotted = canvas.glyphs == .braille
    let limit = isDotted ? 2 * rect.width : rect.width
    let shown = values.suffix(limit).map { value in
      value.flatMap { $0.isFinite ? $0 : nil }
    }
    let known = shown.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return }
    let steps = (isDotted ? 4 : 8) * rect.height
    let levels = shown.map { value in
      value.map { level(of: $0, from: low, to: high, levels: steps) }
    }
    if isDotted {
      drawDots(levels, into: &canvas, in: rect)
    } else {
      drawBlocks(levels, into: &canvas, in: rect)
    }
  }

  private func drawBlocks(
    _ levels: [Int?], into canvas: inout Canvas, in rect: Rect
  ) {
    let start = rect.columns.upperBound - levels.count
    for (offset, level) in levels.enumerated() {
      guard let level else { continue }
      let isLast = offset == levels.count - 1
      drawColumn(
        level, into: &canvas, in: rect, column: start + offset,
        style: Style(isLast ? last ?? role : role))
    }
  }

  /// Fills two columns of dots in each cell, the newest value at the right.
  private func drawDots(
    _ levels: [Int?], into canvas: inout Canvas, in rect: Rect
  ) {
    let odd = levels.count % 2 == 0 ? [] : [Int?.none]
    let levels = odd + levels
    let start = rect.columns.upperBound - levels.count / 2
    for column in 0..<levels.count / 2 {
      let pair = levels[2 * column...2 * column + 1]
      let isLast = column == levels.count / 2 - 1
      for (above, row) in rect.rows.reversed().enumerated() {
        var dots: Dots = []
        for (side, level) in pair.enumerated() {
          for dot in 0..<max(0, min(4, (level ?? 0) - 4 * above)) {
            dots.insert(Dots(column: side, level: dot))
          }
        }
        guard !dots.isEmpty else { break }
        canvas.set(
          canvas.glyphs.dots(dots), row: row, column: start + column,
          style: Style(isLast ? last ?? role : role))
      }
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
