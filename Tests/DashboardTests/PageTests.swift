import Canvas
import Dashboard
import Goals
import Testing

/// Pages that are longer, or plainer, than most.
@Suite struct PageTests {
  /// A KPI with `count` hourly readings, the newest numbered `count`, and a key
  /// result that it measures.
  private func session(readings count: Int, glyphs: Glyphs) -> Session {
    let last = Day(number: 20_780)
    var text = "kpi [a] Alpha\n  healthy 1 ..\n"
    for number in 1...count {
      let hours = count - number
      let hour = String(100 + 23 - hours % 24).dropFirst()
      text += "  \(last.adding(-(hours / 24)))T\(hour):00  \(number)\n"
    }
    text += "objective [o] Beta\n  cycle 2026-Q4\n"
    text += "  kr [k] Gamma\n    from 0 to 9 points\n    measured by [a]\n"
    var session = Session(
      name: "long.okr", bytes: Array(text.utf8), now: Now(last), glyphs: glyphs)
    _ = session.update(.resized(width: 80, height: 24))
    return session
  }

  @Test func `every reading of a long history can be reached`() {
    var session = session(readings: 5_000, glyphs: .unicode)
    for key in [Key.tab, .enter] { _ = session.update(.key(key)) }
    let top = session.view(width: 80, height: 24)
    #expect(top.text.contains("23 Nov 23:00  5000"))
    for key in "5000G" { _ = session.update(.key(.character(key))) }
    let bottom = session.view(width: 80, height: 24)
    #expect(bottom.text != top.text)
    _ = session.update(.key(.character("G")))
    let oldest = Day(number: 20_780 - 4_999 / 24)
    let words = dayInWords(oldest, today: Day(number: 20_780))
    let lines = session.view(width: 80, height: 24).text.split(separator: "\n")
    #expect(
      lines.contains {
        $0.contains("\(words) 16:00") && $0.hasSuffix(" 1")
      })
  }

  @Test(arguments: [[Key.enter], [.enter, .enter], [.tab, .enter]])
  func `a page of ASCII holds nothing else`(_ keys: [Key]) {
    var session = session(readings: 50, glyphs: .ascii)
    for key in keys { _ = session.update(.key(key)) }
    let text = session.view(width: 120, height: 40).text
    #expect(text.utf8.allSatisfy { $0 < 0x7F })
  }
}
