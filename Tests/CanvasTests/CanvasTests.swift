import Canvas
import Testing

@Suite struct CanvasTests {
  @Test(arguments: [(0, 0), (0, 5), (5, 0), (-1, -1), (1, 1)])
  func `takes any size`(width: Int, height: Int) {
    var canvas = Canvas(width: width, height: height)
    canvas.put("漢字 text", row: 0, column: 0, overflow: .elide)
    canvas.put("text", row: -1, column: -9)
    canvas.put("text", in: Rect(row: 0, column: 0, height: 9, width: 9), .right)
    canvas.set("x", row: 5, column: 5)
    canvas.fill(Rect(row: -5, column: -5, height: 99, width: 99))
    canvas.mark(canvas.bounds, .selected)
    #expect(canvas[0, 9] == .blank)
    #expect(canvas.width >= 0 && canvas.height >= 0)
    #expect(canvas.text.allSatisfy { $0 == "\n" })
  }

  @Test func `puts one canvas into another, whole characters alone`() {
    var small = Canvas(width: 4, height: 2)
    small.put("漢字", row: 0, column: 0)
    small.put("e\u{301}xyz", row: 1, column: 0, style: .faint)
    var canvas = Canvas(width: 6, height: 2)
    canvas.put("字字字", row: 0, column: 0)
    canvas.put(small, at: Position(row: 0, column: 1))
    #expect(canvas.text == " 漢字\n e\u{301}xyz")
    #expect(canvas[1, 1].style == .faint)
    canvas.put(small, at: Position(row: 0, column: 3))
    #expect(canvas.text == " 漢漢\n e\u{301}xe\u{301}xy")
    canvas.put(small, at: Position(row: -1, column: -1))
    #expect(canvas.line(0) == "xyz漢")
  }

  @Test(arguments: [
    ("abcdef", "abcdef", 0..<0), ("abcdef", "abXdYf", 2..<5),
    ("漢字ab", "漢字aX", 5..<6), ("漢字ab", "漢宇ab", 2..<4),
    ("漢字ab", "漢x ab", 2..<4), ("漢字ab", "x 字ab", 0..<2),
  ])
  func `tells which columns of a line differ`(
    one: String, other: String, expected: Range<Int>
  ) {
    var canvases = [Canvas(width: 6, height: 1), Canvas(width: 6, height: 1)]
    canvases[0].put(one, row: 0, column: 0)
    canvases[1].put(other, row: 0, column: 0)
    #expect(canvases[0].difference(0, from: canvases[1]) == expected)
    #expect(canvases[1].difference(0, from: canvases[0]) == expected)
    #expect(
      canvases[0].difference(0, from: Canvas(width: 5, height: 1)) == 0..<6)
  }

  @Test func `clips at all sides`() {
    var canvas = Canvas(width: 4, height: 2)
    #expect(canvas.put("abcdef", row: 0, column: -2) == 6)
    #expect(canvas.put("abcdef", row: 1, column: 2) == 2)
    #expect(canvas.put("abcdef", row: 2, column: 0) == 0)
    #expect(canvas.put("abcdef", row: 0, column: 4) == 0)
    #expect(canvas.put("abc", row: 0, column: 0, limit: 0) == 0)
    #expect(canvas.text == "cdef\n  ab")
  }

  @Test(arguments: [
    (7, Overflow.cut, "漢字漢"), (7, .elide, "漢字漢…"), (8, .elide, "漢字漢字"),
    (6, .elide, "漢字…"), (1, .cut, ""), (1, .elide, "…"), (2, .elide, "…"),
  ])
  func `writes no half of a wide character`(
    limit: Int, overflow: Overflow, expected: String
  ) {
    var canvas = Canvas(width: 20, height: 1)
    let used = canvas.put(
      "漢字漢字", row: 0, column: 0, limit: limit, overflow: overflow)
    #expect(canvas.text == expected)
    #expect(used == displayCells(of: expected))
  }

  @Test func `leaves the last column blank rather than half a character`() {
    var canvas = Canvas(width: 3, height: 1)
    canvas.put("漢字", row: 0, column: 0)
    #expect(canvas.text == "漢")
    var shifted = Canvas(width: 3, height: 1)
    shifted.put("漢字", row: 0, column: -1)
    #expect(shifted.text == " 字")
  }

  @Test(arguments: [
    (0, "x 字b"), (1, " x字b"), (2, "漢x b"), (3, "漢 xb"), (4, "漢字x"),
  ])
  func `repairs the other half of what it overwrites`(
    column: Int, expected: String
  ) {
    var canvas = Canvas(width: 5, height: 1)
    canvas.put("漢字b", row: 0, column: 0)
    canvas.set("x", row: 0, column: column)
    #expect(canvas.text == expected)
  }

  @Test func `lays a wide character over the halves of two others`() {
    var canvas = Canvas(width: 6, height: 1)
    canvas.put("漢字漢", row: 0, column: 0)
    canvas.put("世", row: 0, column: 1)
    #expect(canvas.text == " 世 漢")
    #expect(canvas[0, 1].kind == .wide)
    #expect(canvas[0, 2].kind == .continuation)
    #expect(canvas[0, 3].kind == .narrow)
    canvas.put("世世世", row: 0, column: 0)
    #expect(canvas.text == "世世世")
  }

  @Test func `aligns within a rectangle`() {
    var canvas = Canvas(width: 8, height: 4)
    let rect = Rect(row: 0, column: 1, height: 4, width: 6)
    canvas.put("ab", in: rect)
    canvas.put("漢", in: rect.line(1), .right)
    canvas.put("ab", in: rect.line(2), .centre)
    canvas.put("abcdefgh", in: rect.line(3), .right)
    #expect(canvas.text == " ab\n     漢\n   ab\n abcde…")
  }

  @Test func `says how it is written`() {
    var canvas = Canvas(width: 8, height: 2)
    canvas.put("on", row: 0, column: 0, style: .onTrack)
    canvas.put("key", row: 0, column: 4, style: Style(.key, .bold))
    canvas.mark(canvas.bounds.line(1), .selected)
    #expect(canvas.styles == "GG  kkk\tbold 4-6\n\tselected 0-7")
  }

  @Test func `keeps the characters when it changes styles`() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("漢b", row: 0, column: 0)
    canvas.restyle(Rect(row: 0, column: 1, height: 9, width: 9)) {
      $0.role = .match
    }
    #expect(canvas.text == "漢b")
    #expect(canvas.styles == " mmm")
  }

  @Test func `numbers the styles without a gap and keeps each in a cell`() {
    let styles = Role.allCases.flatMap { role in
      (0..<UInt8(Style.emphases)).map { Style(role, Emphasis(rawValue: $0)) }
    }
    #expect(styles.map { Int($0.number) } == Array(styles.indices))
    var canvas = Canvas(width: styles.count, height: 1)
    for (column, style) in styles.enumerated() {
      canvas.set("x", row: 0, column: column, style: style)
    }
    #expect(styles.indices.map { canvas[0, $0].style } == styles)
    canvas.withCells(in: 0) { cells in
      #expect(cells.indices.allSatisfy { cells[$0].isPlain })
      #expect(
        cells.indices.map { Int(cells[$0].styleNumber) }
          == Array(styles.indices))
    }
  }

  @Test func `calls a cell plain that is narrow and has no marks`() {
    var canvas = Canvas(width: 5, height: 1)
    canvas.put("e\u{301}\u{2588}漢x", row: 0, column: 0)
    canvas.withCells(in: 0) { cells in
      #expect(
        cells.indices.map { cells[$0].isPlain }
          == [false, true, false, false, true])
      #expect(cells[1].scalarValue == 0x2588)
    }
  }

  @Test func `keeps at most four marks on a cell`() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put(
      "a\u{301}\u{302}\u{303}\u{304}\u{305}", row: 0, column: 0)
    #expect(canvas[0, 0].scalars.count == 5)
    #expect(canvas[0, 0].marks.scalars.map(\.value).last == 0x304)
  }

  @Test func `elides with a tilde where there is only ASCII`() {
    var canvas = Canvas(width: 4, height: 1, glyphs: .ascii)
    canvas.put("Robots", row: 0, column: 0, overflow: .elide)
    #expect(canvas.text == "Rob~")
  }
}
