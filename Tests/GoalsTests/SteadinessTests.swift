import GoalFile
import Goals
import Samples
import Testing

/// Until when nothing changes by itself.
struct SteadinessTests {
  private static let day = Day(number: 20_779)

  private static func now(_ hour: Int, _ minute: Int = 0) -> Now {
    Now(
      Moment(day, second: hour * 3_600 + minute * 60, precision: .second))
  }

  private static func end(_ text: String, at now: Now) -> Int {
    let board = Document(Array(text.utf8)).board
    let end = board.steadyEnd(of: standing(of: board, at: now))
    return end - day.number * 86_400
  }

  struct Coming: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// In hours.
    let end: Int
  }

  @Test(arguments: [
    Coming(
      testDescription: "nothing", text: "kpi A\n  2026-11-20 3\n", end: 24),
    Coming(
      testDescription: "a reading",
      text: "kpi A\n  2026-11-20 3\n  2026-11-22T17:00 4\n", end: 17),
    Coming(
      testDescription: "a reading of another day",
      text: "kpi A\n  2026-11-20 3\n  2026-11-23T17:00 4\n", end: 24),
    Coming(
      testDescription: "the end of an objective",
      text: "objective A\n  close 2026-11-22T18:00 0.5 so be it\n",
      end: 18),
    Coming(
      testDescription: "an action of a KPI",
      text: """
        kpi A
          2026-11-20 3
          action [x 2026-11-22T15:00] 2026-11-20 @Ada look

        """, end: 15),
    Coming(
      testDescription: "a milestone",
      text: """
        objective A
          kr B
            milestone [x 2026-11-22T16:00] first
            milestone [ ] second

        """, end: 16),
    Coming(
      testDescription: "an acceptance",
      text: """
        kpi A
          healthy .. 2
          accept 2026-11-22T15:00 until 2026-12-22 at 4 known
          2026-11-20 3

        """, end: 15),
  ])
  func `a board stands as it does until what is written for today`(
    coming: Coming
  ) {
    let end = Self.end(coming.text, at: Self.now(14, 5))
    #expect(end == coming.end * 3_600, "\(end)")
  }

  @Test(arguments: [
    "kpi A\n  every 2 hours\n  2026-11-22T13:00 3\n",
    "kpi A\n  total sum per hour\n  2026-11-22T13:00 3\n",
  ])
  func `what is due in hours may change in the next second`(text: String) {
    #expect(Self.end(text, at: Self.now(14, 5)) == 14 * 3_600 + 301)
  }

  @Test func `all numbers but shares of time stay until then`() {
    let board = Document(Array(sampleBoard(on: Self.day))).board
    var known = standing(of: board, at: Self.now(0))
    for minute in stride(from: 1, to: 1_440, by: 67) {
      let now = Self.now(minute / 60, minute % 60)
      var found = standing(of: board, at: now)
      guard now.lastSecond < board.steadyEnd(of: known) else {
        known = found
        continue
      }
      for (one, other) in zip(known.keyResults, found.keyResults) {
        let drift = (one.pace.progress ?? 0) - (other.pace.progress ?? 0)
        #expect(abs(drift) < 0.001)
      }
      found.now = known.now
      #expect(found.kpis == known.kpis)
      #expect(
        found.keyResults.map(\.pace.status)
          == known.keyResults.map(\.pace.status))
    }
  }
}
