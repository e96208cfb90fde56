import GoalFile
import Goals
import Samples
import Testing

/// The boards to begin with.
struct TemplateTests {
  /// The first, a middle and the last day of a quarter, and a leap day.
  static let days = [
    (2026, 10, 1), (2026, 11, 24), (2026, 12, 31), (2028, 2, 29),
  ]
  .compactMap { Day(year: $0.0, month: $0.1, day: $0.2) }

  @Test(arguments: Template.allCases, days)
  func `there is nothing to complain about`(_ template: Template, _ day: Day) {
    let found = Document(newBoard(template, on: day)).complaints(at: Now(day))
    #expect(found.map { "\($0.line): \($0.message)" } == [])
  }

  @Test(arguments: Template.allCases, days)
  func `it is about the quarter of today`(_ template: Template, _ day: Day) {
    let board = Document(newBoard(template, on: day)).board
    let at = standing(of: board, at: Now(day))
    #expect(board.objectives.isEmpty == (template == .empty))
    #expect(board.kpis.isEmpty == (template == .empty))
    #expect(at.cycles.allSatisfy { $0.cycle.contains(day) })
    #expect(at.keyResults.allSatisfy { $0.pace.status != .stale })
    // Whoever begins in the middle of a quarter is not behind at once.
    let isLastDay = at.cycles.contains { $0.cycle.end == day }
    #expect(
      isLastDay
        || at.keyResults.allSatisfy {
          [.pending, .onTrack].contains($0.pace.status)
        })
  }

  @Test(arguments: Template.allCases)
  func `it reads well`(_ template: Template) {
    let bytes = newBoard(template, on: Self.days[1])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Array(text.utf8) == bytes && text.hasSuffix("\n"))
    #expect(!text.contains("{") && !text.contains("}"))
    #expect(text.hasPrefix("#") && text.contains("# "))
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .allSatisfy { $0.count <= 80 && $0.last != " " })
    #expect(template.sentence.count <= 64)
  }

  @Test func `an empty board has a title, its quarter and nothing else`() {
    let board = Document(
      newBoard(.empty, titled: "Acme", on: Self.days[1])
    ).board
    #expect(board.title == "Acme")
    #expect(board.cycles.map(\.name) == ["2026-Q4"])
    #expect(board.cycles.map { "\($0.start)" } == ["2026-10-01"])
    #expect(board.cycles.map { "\($0.end)" } == ["2026-12-31"])
    #expect(board.objectives.isEmpty && board.kpis.isEmpty)
  }

  @Test func `the marks of cycles become names`() {
    let text = dated(
      Array("{quarter} {year} {year-end} {rest0} {rest50} {rest100}".utf8),
      on: Self.days[1])
    #expect(
      String(decoding: text, as: UTF8.self)
        == "2026-Q4 2026 2026-12-31 2026-11-24 2026-12-12 2026-12-31")
  }
}
