import Canvas

/// A text in letters and digits that are several lines high.
///
/// Its pixels are half cells high, so that they are square; in ASCII they are
/// whole cells.
struct BlockText: Hashable {
  /// How many cells a pixel is wide, 1 or more.
  let scale: Int
  private let shapes: [BlockFont.Shape]

  /// `nil` where a character has no large shape, and for scale 0.
  init?(_ text: String, scale: Int) {
    guard scale > 0 else { return nil }
    var shapes: [BlockFont.Shape] = []
    for character in text {
      guard let shape = BlockFont.shape(of: character) else { return nil }
      shapes.append(shape)
    }
    self.shapes = shapes
    self.scale = scale
  }

  /// How many pixels a text is wide, with one between two characters, or `nil`
  /// where a character has no large shape.
  static func pixels(of text: String) -> Int? {
    var pixels = -1
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for letter in text.utf8 {
        guard let shape = BlockFont.shape(ofASCII: letter) else { return nil }
        pixels += shape.width + 1
      }
      return max(0, pixels)
    }
    for character in text {
      guard let shape = BlockFont.shape(of: character) else { return nil }
      pixels += shape.width + 1
    }
    return max(0, pixels)
  }

  /// Returns as much of `text` as takes no more than `cells`; what is cut ends in
  /// an ellipsis.
  ///
  /// `nil` where a character has no large shape.
  init?(_ text: String, scale: Int, cells: Int) {
    let room = cells / max(1, scale)
    guard let pixels = BlockText.pixels(of: text) else { return nil }
    var shown = text
    if pixels > room {
      // The ellipsis is three dots and takes six pixels with its gap.
      while !shown.isEmpty, (BlockText.pixels(of: shown) ?? 0) + 6 > room {
        shown.removeLast()
      }
      while shown.last == " " { shown.removeLast() }
      shown += "…"
    }
    self.init(shown, scale: scale)
  }

  /// A text in two lines that are about as wide as each other, and the pixels of
  /// the wider; `nil` where a character has no large shape.
  static func folded(
    _ text: String
  ) -> (lines: [String], pixels: Int)? {
    guard let whole = pixels(of: text) else { return nil }
    let words = text.split(separator: " ")
    let widths = words.map { pixels(of: String($0)) ?? 0 }
    // A blank is two pixels wide and has one on each side.
    let all = widths.reduce(0, +) + 4 * max(0, words.count - 1)
    var best = (count: words.count, pixels: whole)
    var first = -4
    for (index, width) in widths.dropLast().enumerated() {
      first += width + 4
      let widest = max(first, all - first - 4)
      if widest < best.pixels { best = (index + 1, widest) }
    }
    guard best.count < words.count else { return ([text], whole) }
    return (
      [words.prefix(best.count), words.dropFirst(best.count)].map {
        $0.joined(separator: " ")
      }, best.pixels
    )
  }

  /// How many lines a text of that scale takes.
  static func height(scale: Int, _ glyphs: Glyphs) -> Int {
    scale == 0
      ? 1
      : glyphs.isASCII ? 5 * max(1, scale / 2) : (5 * scale + 1) / 2
  }

  func draw(into canvas: inout Canvas, in rect: Rect, style: Style) {
    let isASCII = canvas.glyphs.isASCII
    // Halves of a cell that a pixel is high.
    let tall = isASCII ? 2 * max(1, scale / 2) : scale
    var place = rect
    for shape in shapes {
      let height = min((shape.rows.count * tall + 1) / 2, rect.height)
      for row in 0..<max(0, height) {
        let upper = shape.rows[2 * row / tall]
        let below = (2 * row + 1) / tall
        let lower = below < shape.rows.count ? shape.rows[below] : 0
        draw(
          upper, lower, of: shape.width, into: &canvas, in: place.line(row),
          style)
      }
      place = place.dropping(left: (shape.width + 1) * scale)
    }
  }

  /// Draws one line of a character, from the pixels of its upper and those of
  /// its lower half.
  private func draw(
    _ upper: UInt8, _ lower: UInt8, of width: Int, into canvas: inout Canvas,
    in line: Rect, _ style: Style
  ) {
    for pixel in 0..<width {
      let bit: UInt8 = 1 << UInt8(pixel)
      let (isUpper, isLower) = (upper & bit != 0, lower & bit != 0)
      guard isUpper || isLower else { continue }
      let glyph: Unicode.Scalar =
        canvas.glyphs.isASCII
        ? "#" : isUpper && isLower ? "█" : isUpper ? "▀" : "▄"
      let first = pixel * scale
      for column in first..<max(first, min(first + scale, line.width)) {
        canvas.set(
          glyph, row: line.row, column: line.column + column, style: style)
      }
    }
  }
}
