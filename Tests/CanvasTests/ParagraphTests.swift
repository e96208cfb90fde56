import Canvas
import Testing

@Suite struct ParagraphTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 99, ["one two three"]),
    ("  one \t two  ", 9, ["one two"]),
    ("", 5, [""]),
    ("a\n\nb", 5, ["a", "", "b"]),
    ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
    ("漢字漢字 b", 5, ["漢字", "漢字", "b"]),
    ("漢a", 1, [" ", "a"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("a\u{1B}b", 2, ["a<", "1B", ">b"]),
    ("one two", 0, []),
    ("one two", -1, []),
  ])
  func `wraps by cells`(text: String, width: Int, expected: [String]) {
    #expect(Paragraph(text).lines(width: width) == expected)
  }

  @Test func `a word of a megabyte flows too`() {
    let lines = Paragraph(String(repeating: "漢a\u{1B}", count: 200_000))
      .lines(width: 14)
    #expect(lines.count == 100_000)
    #expect(lines.allSatisfy { $0 == "漢a<1B>漢a<1B>" })
  }

  @Test(arguments: 0...9, 0...3)
  func `draws within its rectangle`(width: Int, height: Int) {
    var canvas = Canvas(width: 20, height: 6)
    let rect = Rect(row: 1, column: 2, height: height, width: width)
    let used = Paragraph("漢字 is 3 lines, e\u{301} or more")
      .draw(into: &canvas, in: rect)
    #expect(used <= height)
    for row in 0..<6 {
      for column in 0..<20
      where !rect.contains(Position(row: row, column: column)) {
        #expect(canvas[row, column] == .blank)
      }
    }
  }

  @Test(arguments: [
    ("one two three", 7, "one two\nthree"), ("one two three", 5, "one\ntwo…"),
    ("abcde fghij klm", 5, "abcde\nfghi…"),
  ])
  func `ends in an ellipsis where lines are left over`(
    text: String, width: Int, expected: String
  ) {
    var canvas = Canvas(width: width, height: 2)
    Paragraph(text).draw(into: &canvas, in: canvas.bounds)
    #expect(canvas.text == expected)
  }
}
