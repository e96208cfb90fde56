import Canvas
import Testing

@Suite struct StandInTests {
  /// `text` on a canvas for terminals with wide ambiguous characters.
  private func narrow(_ text: String) -> String {
    var canvas = Canvas(width: 40, height: 1, glyphs: .narrow)
    canvas.put(text, row: 0, column: 0)
    return canvas.line(0)
  }

  private func ascii(_ text: String) -> String {
    var canvas = Canvas(width: 40, height: 1, glyphs: .ascii)
    canvas.put(text, row: 0, column: 0)
    return String(
      String.UnicodeScalarView(
        (0..<40).flatMap { canvas[0, $0].inASCII.scalars })
    ).trimmed
  }

  struct Word: CustomTestStringConvertible, Sendable {
    let text: String
    let narrow: String
    let ascii: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Word(text: "plain", narrow: "plain", ascii: "plain"),
    Word(text: "José", narrow: "Jose\u{301}", ascii: "Jose"),
    Word(text: "Ja\u{308}ger", narrow: "Ja\u{308}ger", ascii: "Jager"),
    Word(text: "Gößl", narrow: "Gösl", ascii: "Gosl"),
    Word(text: "Ольга", narrow: "Ol'ga", ascii: "Ol'ga"),
    Word(text: "Жанна", narrow: "Z\u{30C}anna", ascii: "Zanna"),
    Word(text: "Σωκράτης", narrow: "Sokratis", ascii: "Sokratis"),
    Word(text: "10–12 °C …", narrow: "10-12 oC .", ascii: "10-12 oC ."),
    Word(text: "→ “done” ●", narrow: "> \"done\" *", ascii: "> \"done\" *"),
    Word(text: "①②ⓐ", narrow: "12a", ascii: "12a"),
    Word(text: "美咲", narrow: "美咲", ascii: "美咲"),
    Word(text: "⛏", narrow: "?", ascii: "⛏"),
  ])
  func `stands for characters with others of one cell`(word: Word) {
    let narrow = narrow(word.text)
    #expect(Array(narrow.unicodeScalars) == Array(word.narrow.unicodeScalars))
    #expect(ascii(word.text) == word.ascii)
    // The same cells are taken, so that columns stay aligned.
    #expect(displayCells(of: narrow) == displayCells(of: word.text))
  }

  @Test func `leaves no character on a canvas that may be wide or narrow`() {
    let open: [ClosedRange<UInt32>] = [
      0xA1...0xA1, 0xE0...0xE1, 0x391...0x3A1, 0x3B1...0x3C9, 0x410...0x44F,
      0x2013...0x2016, 0x2190...0x2199, 0x2460...0x254B, 0x2550...0x2573,
      0x2580...0x258F, 0x25A0...0x25A1, 0x25CE...0x25D1, 0x2605...0x2606,
      0xE000...0xE0FF, 0xFFFD...0xFFFD,
    ]
    // A circled 0 has one width only.
    let scalars = open.joined().filter { $0 != 0x24EA }
      .compactMap(Unicode.Scalar.init)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var canvas = Canvas(width: scalars.count, height: 1, glyphs: .narrow)
    canvas.put(String(text), row: 0, column: 0)
    for column in 0..<canvas.width where !canvas[0, column].scalar.isASCII {
      Issue.record("\(scalars[column]) became \(canvas[0, column].scalar)")
    }
  }

  @Test func `draws its own pictures with ASCII alone`() {
    var canvas = Canvas(width: 30, height: 4, glyphs: .narrow)
    Bar(0.61, expected: 0.4, role: .onTrack).draw(
      into: &canvas, in: canvas.bounds.line(0))
    Sparkline([1, 3, 2, 5]).draw(into: &canvas, in: canvas.bounds.line(1))
    canvas.put("too long for the room there is", in: canvas.bounds.line(2))
    canvas.set("│", row: 3, column: 0)
    #expect(canvas.text.unicodeScalars.allSatisfy { $0.isASCII })
  }
}

extension String {
  fileprivate var trimmed: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
