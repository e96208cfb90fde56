import Canvas

/// A text in letters and digits that are several lines high.
///
/// Its pixels are half cells high, so that they are square; in ASCII they are
/// whole cells.
struct BlockText: Hashable {
  /// How many cells a pixel is wide, 1 or more.
  let scale: Int
  private let shapes: [[Substring]]

  /// `nil` where a character has no large shape, and for scale 0.
  init?(_ text: String, scale: Int) {
    guard scale > 0 else { return nil }
    var shapes: [[Substring]] = []
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
    for character in text {
      guard let width = BlockFont.width(of: character) else { return nil }
      pixels += width + 1
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
    var column = rect.column
    for shape in shapes {
      for cell in cells(of: shape, tall) where cell.column < rect.width {
        guard cell.row < rect.height,
          column + cell.column < rect.columns.upperBound
        else { continue }
        let glyph: Unicode.Scalar =
          isASCII
          ? "#" : cell.isUpper && cell.isLower ? "█" : cell.isUpper ? "▀" : "▄"
        canvas.set(
          glyph, row: rect.row + cell.row, column: column + cell.column,
          style: style)
      }
      column += ((shape.first?.utf8.count ?? 0) + 1) * scale
    }
  }

  private struct BlockCell {
    let row: Int
    let column: Int
    let isUpper: Bool
    let isLower: Bool
  }

  /// The cells of one character that are not blank.
  private func cells(of shape: [Substring], _ tall: Int) -> [BlockCell] {
    let pixels = shape.map { $0.utf8.map { $0 == UInt8(ascii: "#") } }
    func isSet(_ half: Int, _ column: Int) -> Bool {
      let row = half / tall
      return row < pixels.count && pixels[row][column / scale]
    }
    let height = (pixels.count * tall + 1) / 2
    let width = (pixels.first?.count ?? 0) * scale
    return (0..<height).flatMap { row in
      (0..<width).compactMap { column in
        let (upper, lower) = (
          isSet(2 * row, column), isSet(2 * row + 1, column)
        )
        return upper || lower
          ? BlockCell(
            row: row, column: column, isUpper: upper, isLower: lower)
          : nil
      }
    }
  }
}
