import Canvas
import Goals
import Testing
import Wall

/// Large letters and digits, as they are seen on a wall.
struct BlockTextTests {
  private func number(_ value: String, _ glyphs: Glyphs) -> [String] {
    let display = Stage.display(
      "kpi [k] K\n  2026-11-20 \(value)\n", width: 60, height: 10,
      options: Stage.focus("k"), glyphs: glyphs)
    return (2..<9).map { display.picture.line($0) }
  }

  @Test func `digits are made of half blocks`() {
    let lines = number("1234567890", .unicode).joined(separator: "\n")
    #expect(lines.contains("▀█ "))
    #expect(lines.contains("█▄▄") || lines.contains("█▀▀"))
  }

  @Test func `in ASCII they are made of one sign`() {
    let lines = number("4.2", .ascii)
    #expect(lines.contains { $0.contains("#  ") })
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test func `what has no large shape is written in plain letters`() {
    let display = Stage.display(
      "objective 美咲の目標\n  kr A\n    from 0 to 2\n    2026-11-20 1\n",
      width: 200, height: 60)
    #expect(display.picture.text.contains("美咲の目標"))
  }

  @Test func `marks on letters fall away where letters are large`() {
    let display = Stage.display(
      "kpi Café\n  2026-11-20 1\n", width: 200, height: 60)
    #expect(!display.picture.text.contains("Café"))
    let narrow = Stage.display(
      "kpi Café\n  2026-11-20 1\n", width: 60, height: 12)
    #expect(narrow.picture.text.contains("Café"))
  }
}
