import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

/// A board drawn once is whole, however long it is.
struct BoardReportTests {
  private func lines(of text: String) -> [Substring] {
    let now = Now(Day(number: Day.number(year: 2026, month: 11, day: 22)))
    let report = BoardReport(
      of: Document(Array(text.utf8)).board, named: "long", at: now, .shown)
    return report.text(width: 60, glyphs: .unicode)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [1, 2, 5, 999, 1_000, 1_001, 1_003, 2_500])
  func `every row is there once, below one heading`(_ count: Int) {
    let objectives = (0..<count).map { "objective Goal-\($0).\n" }.joined()
    let kpis = (0..<count).map { "kpi Number-\($0).\n" }.joined()
    let lines = lines(of: objectives + kpis)
    // The header, its rule, and two lists, an empty line below each.
    let headings = count + 1 >= 5 ? 2 : 0
    #expect(lines.count { $0.contains("OBJECTIVES") } == headings / 2)
    #expect(lines.count { $0.contains(" KPIS") } == headings / 2)
    #expect(lines.count == 2 + 2 * (count + 2))
    for (prefix, offset) in [("Goal", 2), ("Number", count + 4)] {
      let rows = lines[offset...].filter { $0.contains("\(prefix)-") }
      #expect(rows.count == count)
      for (index, row) in rows.enumerated() {
        #expect(row.contains("\(prefix)-\(index)."))
      }
    }
  }
}
