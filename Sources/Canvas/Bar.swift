/// A progress bar with a tick where it should be today.
///
/// It is one line high and as wide as its rectangle.
package struct Bar: Hashable, Sendable {
  /// How much is filled: 0 to 1, clamped here; `nil` if there is nothing to
  /// show.
  package var fraction: Double?
  /// Where the tick stands: 0 to 1, clamped here; `nil` for no tick.
  package var expected: Double?
  /// What the filled part means, such as `.onTrack`.
  package var role: Role

  package init(_ fraction: Double?, expected: Double? = nil, role: Role) {
    self.fraction = fraction
    self.expected = expected
    self.role = role
  }

  package func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var rect = rect.line(0)
    if canvas.glyphs.isASCII, rect.width >= 5 {
      canvas.set("[", row: rect.row, column: rect.column, style: .track)
      canvas.set(
        "]", row: rect.row, column: rect.columns.upperBound - 1, style: .track)
      rect = rect.inset(columns: 1)
    }
    let filled = eighths(of: fraction, in: rect.width)
    canvas.fill(rect, with: canvas.glyphs.track, style: .track)
    drawEighths(filled, into: &canvas, in: rect, style: Style(role))
    drawTick(filled, into: &canvas, in: rect)
  }

  private func drawTick(
    _ filled: Int, into canvas: inout Canvas, in rect: Rect
  ) {
    guard let expected = expected.flatMap(clamped) else { return }
    let offset = min(rect.width - 1, Int(expected * Double(rect.width)))
    let isCovered = filled >= 8 * offset + 4
    canvas.set(
      canvas.glyphs.tick, row: rect.row, column: rect.column + offset,
      style: isCovered && !canvas.glyphs.isASCII
        ? Style(role, .reverse) : .tick)
  }
}

/// A bar in a frame that shows how much of a time has passed.
package struct TimeBar: Hashable, Sendable {
  /// How much has passed: 0 to 1, clamped here.
  package var fraction: Double
  package var role: Role

  package init(_ fraction: Double, role: Role = .spark) {
    self.fraction = fraction
    self.role = role
  }

  package func draw(into canvas: inout Canvas, in rect: Rect) {
    guard rect.width >= 3, rect.height > 0 else { return }
    let last = rect.columns.upperBound - 1
    let glyphs = canvas.glyphs
    canvas.set(
      glyphs.pick("▕", "["), row: rect.row, column: rect.column, style: .track)
    canvas.set(
      glyphs.pick("▏", "]"), row: rect.row, column: last, style: .track)
    let inside = rect.line(0).inset(columns: 1)
    canvas.fill(inside)
    drawEighths(
      eighths(of: fraction, in: inside.width), into: &canvas, in: inside,
      style: Style(role))
  }
}

/// Returns `fraction` between 0 and 1, or `nil` if it is no number.
private func clamped(_ fraction: Double) -> Double? {
  fraction.isNaN ? nil : min(1, max(0, fraction))
}

/// Returns the eighths of a cell that are filled of `width` cells.
///
/// What is begun is at least one, and only what is done is full.
private func eighths(of fraction: Double?, in width: Int) -> Int {
  guard let fraction = fraction.flatMap(clamped), width > 0 else { return 0 }
  let all = 8 * width
  if fraction <= 0 { return 0 }
  if fraction >= 1 { return all }
  return min(all - 1, max(1, Int((fraction * Double(all)).rounded())))
}

private func drawEighths(
  _ eighths: Int, into canvas: inout Canvas, in rect: Rect, style: Style
) {
  canvas.fill(
    rect.split(left: eighths / 8).left, with: canvas.glyphs.block, style: style)
  guard eighths % 8 > 0 else { return }
  canvas.set(
    canvas.glyphs.leftEighths(eighths % 8), row: rect.row,
    column: rect.column + eighths / 8, style: style)
}
