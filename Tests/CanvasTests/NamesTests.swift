import Canvas
import Testing

/// Names as people have them, in columns.
@Suite struct NamesTests {
  static let names = [
    "Ada", "美咲", "Ольга", "José", "Jose\u{301}", "👩\u{200D}💻", "👍\u{1F3FD}",
    "🇩🇪🇫🇷", "1\u{FE0F}\u{20E3}", "שָׁלוֹם", "العربية", "a\tb", "ＡＢ", "한국어",
    "❤\u{FE0F}x", "हिन्दी", "Zoe\u{308}!",
  ]

  @Test(arguments: names)
  func `columns behind any name begin in the same cell`(name: String) {
    for width in 1...14 {
      #expect(displayCells(of: pad(name, to: width)) == width)
      var canvas = Canvas(width: 20, height: 1)
      canvas.put(name, row: 0, column: 0, limit: width, overflow: .elide)
      canvas.put("|", row: 0, column: width)
      #expect(canvas[0, width].scalar == "|")
      let cells = (0..<20).map { canvas[0, $0] }
      for (index, cell) in cells.enumerated() where cell.kind == .wide {
        #expect(cells[index + 1].kind == .continuation)
      }
    }
  }

  @Test(arguments: [
    ("美咲", 1, "…"), ("美咲", 2, "…"), ("美咲", 3, "美…"), ("美咲", 4, "美咲"),
    ("José", 3, "Jo…"), ("Jose\u{301}s", 4, "Jos…"),
    ("Jose\u{301}s", 5, "Jose\u{301}s"), ("Zoe\u{308}!!", 4, "Zoe\u{308}…"),
    ("🇩🇪🇫🇷", 2, "…"), ("🇩🇪🇫🇷", 3, "🇩🇪…"), ("🇩🇪🇫🇷", 4, "🇩🇪🇫🇷"),
    ("a🇩🇪🇫🇷", 3, "a…"), ("👍\u{1F3FD}👍", 3, "👍…"), ("👍\u{1F3FD}👍", 2, "…"),
    ("1\u{FE0F}\u{20E3}23", 2, "1\u{20E3}…"), ("Ольга", 4, "Оль…"),
    ("שָׁלוֹם", 3, "שָׁל…"), ("العربية", 4, "الع…"), ("a\tb", 2, "a…"),
    ("👩\u{200D}💻", 3, "👩…"), ("👩\u{200D}💻", 4, "👩💻"),
  ])
  func `are cut between characters`(
    name: String, cells: Int, expected: String
  ) {
    let scalars = Array(expected.unicodeScalars)
    #expect(Array(elide(name, to: cells).unicodeScalars) == scalars)
    var canvas = Canvas(width: 9, height: 1)
    canvas.put(name, row: 0, column: 0, limit: cells, overflow: .elide)
    #expect(Array(canvas.text.unicodeScalars) == scalars)
  }

  @Test(arguments: [(1, "🇩\n🇪\n🇫\n🇷"), (2, "🇩🇪\n🇫🇷"), (3, "🇩🇪\n🇫🇷"), (4, "🇩🇪🇫🇷")])
  func `flags break between flags`(width: Int, expected: String) {
    #expect(
      Paragraph("🇩🇪🇫🇷").lines(width: width).joined(separator: "\n").unicodeScalars
        .elementsEqual(expected.unicodeScalars))
  }
}
