import Canvas
import Themes

/// Pictures as text for a terminal, in the colours of a theme.
struct ColouredText {
  let theme: Theme
  let depth: ColourDepth

  /// The line `row` of `canvas`; without colours, as it is written.
  ///
  /// It goes as far as something is seen, or to the end where the theme has a
  /// background of its own.
  func line(_ canvas: Canvas, _ row: Int) -> String {
    guard depth != .none else { return canvas.line(row) }
    var line = ""
    var current = ""
    for column in 0..<end(canvas, row) {
      let cell = canvas[row, column]
      guard cell.kind != .continuation else { continue }
      let wanted = codes(of: cell.style)
      if wanted != current {
        line += "\u{1B}[0\(wanted.isEmpty ? "" : ";" + wanted)m"
        current = wanted
      }
      for scalar in cell.scalars { line.unicodeScalars.append(scalar) }
    }
    return current.isEmpty ? line : line + "\u{1B}[0m"
  }

  private func end(_ canvas: Canvas, _ row: Int) -> Int {
    (0..<canvas.width).last { column in
      let cell = canvas[row, column]
      let look = theme.appearance(for: cell.style, reducedTo: depth)
      return cell.scalar != " " || look.background != nil
        || !look.attributes.isDisjoint(with: [.reverse, .underline])
    }.map { $0 + 1 } ?? 0
  }

  /// The parameters of SGR (ECMA-48, 8.3.117) for a style.
  private func codes(of style: Style) -> String {
    let look = theme.appearance(for: style, reducedTo: depth)
    var codes: [String] = []
    let names: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"),
      (.reverse, "7"),
    ]
    codes += names.filter { look.attributes.contains($0.0) }.map(\.1)
    if let index = look.foreground { codes.append(code(of: index, from: 30)) }
    if let index = look.background { codes.append(code(of: index, from: 40)) }
    return codes.joined(separator: ";")
  }

  /// - Parameter base: 30 for the foreground, 40 for the background.
  private func code(of index: UInt8, from base: Int) -> String {
    switch (depth, index) {
    case (.palette, 16...): "\(base + 8);5;\(index)"
    case (_, 0..<8): "\(base + Int(index))"
    case (_, 8..<16): "\(base + 60 + Int(index) - 8)"
    case (_, _): "\(base + 8);5;\(index)"
    }
  }
}
