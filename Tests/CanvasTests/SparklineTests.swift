import Canvas
import Testing

@Suite struct SparklineTests {
  private func draw(
    _ values: [Double?], width: Int = 8, height: Int = 1,
    glyphs: Glyphs = .unicode
  ) -> String {
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    Sparkline(values).draw(into: &canvas, in: canvas.bounds)
    return canvas.text
  }

  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
      ([7, 6, 5, 4, 3, 2, 1, 0], "█▇▆▅▄▃▂▁"),
      ([-9, 99, 0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
      ([1, 2], "      ▁█"),
      ([-4, nil, .nan, 4], "    ▁  █"),
      ([5, 5, 5], "     ▄▄▄"),
      ([3], "       ▄"),
      ([1, nil], "      ▄"),
      ([], ""),
      ([nil, nil], ""),
      ([-.greatestFiniteMagnitude, .greatestFiniteMagnitude], "      ▁█"),
      ([.infinity, 1, 2, -.infinity], "     ▁█"),
    ] as [([Double?], String)])
  func `scales to its own values, the newest at the right`(
    values: [Double?], expected: String
  ) {
    #expect(draw(values) == expected)
  }

  @Test(arguments: [(0, 0), (0, 3), (3, 0), (1, 1), (2, 1), (3, 4)])
  func `draws in any size`(width: Int, height: Int) {
    for values in [[], [1], [1, 2, 3, 4, 5, nil]] as [[Double?]] {
      let lines = draw(values, width: width, height: height)
        .split(separator: "\n")
      #expect(lines.allSatisfy { displayCells(of: String($0)) <= width })
    }
  }

  @Test func `grows over several lines`() {
    #expect(draw([0, 7.5, 15], width: 3, height: 2) == " ▁█\n▁██")
  }

  @Test func `shows the newest as what it means`() {
    var canvas = Canvas(width: 3, height: 1)
    Sparkline([1, 2, 3], last: .offTrack).draw(
      into: &canvas, in: canvas.bounds)
    #expect(canvas.styles == "ppR")
  }

  @Test func `uses four heights where there is only ASCII`() {
    #expect(draw([0, 1, 2, 3, 4, 5, 6, 7], glyphs: .ascii) == "__..--^^")
  }

  @Test(
    arguments: [
      ([0, 1, 2, 3], "      ⣠⣾"), ([3, 2, 1, 0], "      ⣷⣄"),
      ([1, 2, 3], "      ⢀⣾"), ([5], "       ⢠"),
      ([0, nil, nil, 3], "      ⡀⢸"),
      ([3, 0, nil, nil], "      ⣇"), ([], ""), ([nil], ""),
      ([9, 0, 1, 2, 3, 2, 1, 0, 0, 1, 2, 3, 2, 1, 0, 1, 3], "⣠⣾⣦⣀⣴⣷⣄⣼"),
    ] as [([Double?], String)])
  func `has two values and four heights to a cell in dots`(
    values: [Double?], expected: String
  ) {
    #expect(draw(values, glyphs: .braille) == expected)
  }

  @Test func `grows over several lines in dots`() {
    let drawn = draw(
      [0, 4, 7, 7], width: 3, height: 2, glyphs: .braille)
    #expect(drawn == " ⢀⣿\n ⣸⣿")
  }
}
