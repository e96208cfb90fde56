import Canvas
import Testing

@Suite struct DisplayTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let shown: String
    let cells: Int
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ shown: String, _ cells: Int) {
      self.name = name
      self.text = text
      self.shown = shown
      self.cells = cells
    }
  }

  @Test(arguments: [
    Case("nothing", "", "", 0),
    Case("plain", "Ada 42 %", "Ada 42 %", 8),
    Case(
      "our own glyphs", "▕██▌▏●▲▼◇✓✗○◌▸▾↑↓…–│┊╌", "▕██▌▏●▲▼◇✓✗○◌▸▾↑↓…–│┊╌", 22),
    Case("umlauts", "Größe", "Größe", 5),
    Case("accent apart", "e\u{301}te\u{301}", "e\u{301}te\u{301}", 3),
    Case("Chinese", "漢字", "漢字", 4),
    Case("Hangul", "한국", "한국", 4),
    Case(
      "Hangul apart", "\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}", 2),
    Case("fullwidth", "ＡＢ", "ＡＢ", 4),
    Case("emoji", "🚀", "🚀", 2),
    Case("newer emoji", "🫨", "🫨", 2),
    Case("flag", "🇩🇪", "🇩🇪", 2),
    Case("emoji with selector", "⚠\u{FE0F}!", "⚠!", 2),
    Case("emoji joined", "👩\u{200D}💻", "👩💻", 4),
    Case("skin tone", "👍\u{1F3FD}", "👍", 2),
    Case("keycap", "1\u{FE0F}\u{20E3}", "1\u{20E3}", 1),
    Case("escape", "\u{1B}[31mred", "<1B>[31mred", 11),
    Case("window title", "\u{1B}]0;x\u{7}", "<1B>]0;x<07>", 12),
    Case("line ends", "a\r\nb\nc", "a<0D><0A>b<0A>c", 15),
    Case("backspace and NUL", "a\u{8}\u{0}b", "a<08><00>b", 10),
    Case("delete", "a\u{7F}", "a<7F>", 5),
    Case("C1", "a\u{9B}31m\u{85}", "a<9B>31m<85>", 12),
    Case("tab", "a\tb", "a b", 3),
    Case("blanks", "a\u{A0}b\u{2003}c\u{202F}d", "a b c d", 7),
    Case("wide blank", "a\u{3000}b", "a\u{3000}b", 4),
    Case("bidi", "a\u{202E}b\u{2066}c\u{2069}d\u{200F}\u{61C}", "abcd", 4),
    Case("zero width", "a\u{200B}\u{200C}\u{2060}\u{FEFF}b", "ab", 2),
    Case("soft hyphen", "a\u{AD}b", "ab", 2),
    Case("tags", "a\u{E0041}\u{E007F}b", "ab", 2),
    Case("selectors", "a\u{FE00}\u{E0100}\u{180B}b", "ab", 2),
    Case("fillers", "a\u{3164}\u{FFA0}\u{115F}b", "ab", 2),
    Case("separators", "a\u{2028}\u{2029}b", "a��b", 4),
    Case("private use", "\u{E0B0}", "\u{E0B0}", 1),
    Case("mark alone", "\u{301}a", " \u{301}a", 2),
    Case("mark after nothing visible", "\u{200B}\u{301}", " \u{301}", 1),
    Case(
      "five marks", "a\u{301}\u{302}\u{303}\u{304}\u{305}b",
      "a\u{301}\u{302}\u{303}\u{304}b", 2),
    Case("Arabic", "سلام", "سلام", 4),
    Case("Devanagari", "हिन्दी", "हिन्दी", 5),
  ])
  func `shows only what is safe, and knows its cells`(sample: Case) {
    #expect(
      visible(sample.text).unicodeScalars.elementsEqual(
        sample.shown.unicodeScalars))
    #expect(displayCells(of: sample.text) == sample.cells)
    #expect(displayCells(of: sample.shown) == sample.cells)
    #expect(visible(sample.shown) == sample.shown)

    var canvas = Canvas(width: 40, height: 1)
    #expect(canvas.put(sample.text, row: 0, column: 0) == sample.cells)
    let trimmed = String(
      sample.shown.reversed().drop { $0 == " " }.reversed())
    #expect(canvas.text == trimmed)
  }

  @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF])
  func `replaces what is no character`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(visible(String(scalar)) == "�")
    #expect(displayCells(of: String(scalar)) == 1)
  }

  @Test func `lets no scalar through that acts on a terminal`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), isHostile(scalar) else {
        continue
      }
      let shown = visible("a" + String(scalar)).unicodeScalars
      if shown.contains(scalar) { Issue.record("U+\(value)") }
    }
  }

  private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default:
      scalar.properties.isNoncharacterCodePoint
        || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  @Test(arguments: [
    ("Robot", 5, "Robot"), ("Robots", 5, "Robo…"), ("漢字漢字", 5, "漢字…"),
    ("漢字漢字", 6, "漢字…"), ("Robots", 1, "…"), ("Robots", 0, ""),
    ("Robots", -1, ""), ("", 3, ""), ("e\u{301}e\u{301}x", 2, "e\u{301}…"),
    ("漢", 1, "…"), ("a\u{1B}b", 3, "a<…"), ("\u{1B}", 3, "<1…"),
    ("\u{1B}", 4, "<1B>"), ("a\u{1B}\u{1B}", 8, "a<1B><1…"),
  ])
  func `elides by cells`(text: String, cells: Int, expected: String) {
    #expect(elide(text, to: cells) == expected)
    var canvas = Canvas(width: 20, height: 1)
    canvas.put(text, row: 0, column: 0, limit: cells, overflow: .elide)
    #expect(canvas.text == expected)
  }

  @Test(arguments: [
    ("ab", 5, Alignment.left, "ab   "), ("ab", 5, .right, "   ab"),
    ("ab", 5, .centre, " ab  "), ("漢", 3, .right, " 漢"),
    ("abcdef", 4, .right, "abc…"), ("漢字", 3, .left, "漢…"),
    ("漢漢", 2, .left, "… "), ("ab", 0, .left, ""), ("ab", -4, .right, ""),
  ])
  func `pads by cells`(
    text: String, cells: Int, alignment: Alignment, expected: String
  ) {
    #expect(pad(text, to: cells, alignment) == expected)
  }

  @Test func `elides with a tilde where there is only ASCII`() {
    #expect(elide("Robots", to: 4, glyphs: .ascii) == "Rob~")
    #expect(pad("Robots", to: 4, glyphs: .ascii) == "Rob~")
  }
}
