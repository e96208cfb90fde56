import GoalFile
import Goals
import Testing

/// How a board is kept, each rule with a board, as of 22 November.
struct PracticeTests {
  struct Habit: CustomTestStringConvertible, Sendable {
    /// The rule, in a sentence.
    let sentence: String
    let board: String
    /// What is said of the last eight weeks, in words.
    let phrases: [String]

    init(_ sentence: String, _ phrases: [String], _ board: String) {
      self.sentence = sentence
      self.phrases = phrases
      self.board = board
    }

    var testDescription: String { sentence }
  }

  @Test(arguments: ofCheckIns + ofObjectives + ofCrowds)
  func `the practice of a board follows the rule`(_ habit: Habit) throws {
    let board = Document(Array(habit.board.utf8)).board
    let at = standing(of: board, at: try now("2026-11-22"))
    #expect(board.practice(at, overWeeks: 8).phrases == habit.phrases)
  }

  static let ofCheckIns = [
    Habit(
      "a check-in within a week of the one before is on time, a day later not",
      ["2 of 3 check-ins on time", "3 without a note"],
      quarter(
        "2026-10-08 1\n2026-10-15 2\n2026-10-23 3",
        objective: "close 2026-11-01 1.0 So")),
    Habit(
      "the first one is on time within a week of the window's first day",
      ["0 of 1 check-ins on time"],
      quarter("2026-10-09 1 Late", objective: "close 2026-11-01 1.0 So")),
    Habit(
      "without a window there is no time for the first one",
      ["1 of 1 check-ins on time"],
      "objective A\nkr B\nfrom 0 to 9\n2026-11-15 1 One\n2026-11-16 2 Two\n"),
    Habit(
      "a number that is that of before is unchanged, words between them or not",
      ["4 of 4 check-ins on time", "1 unchanged"],
      quarter(
        "2026-10-05 1 a\n2026-10-12 2 b\n2026-10-13 - c\n2026-10-19 2 d",
        objective: "close 2026-11-01 1.0 So")),
    Habit(
      "confidence and person are no note", ["2 without a note"],
      "objective A\nkr B\nfrom 0 to 9\n2026-11-15 1 7/10\nkr C\n2026-11-16 2 @Ada\n"
    ),
    Habit(
      "hours count where they are asked for",
      ["1 of 2 check-ins on time"],
      "objective A\nevery 6 hours\nkr B\n2026-11-21T00:00 1 a\n2026-11-21T06:00 2 b\n2026-11-22T23:00 3 c\n"
    ),
    Habit(
      "what lies before the eight weeks counts only as the one before",
      ["0 of 1 check-ins on time", "1 unchanged"],
      "objective A\nkr B\n2026-09-01 1\n2026-11-20 1 Again\n"),
    Habit(
      "what lies in the future does not exist", [],
      "objective A\nkr B\n2026-11-23 1\n"),
    Habit(
      "readings of KPIs are no check-ins", [], "kpi A\n2026-11-20 1\n"),
    Habit(
      "an objective without key results is checked in itself",
      ["1 without a note"], "objective A\n2026-11-20 - 7/10\n"),
    Habit(
      "an objective with key results need not be", [],
      "objective A\n2026-11-20 - 7/10\nkr B\n"),
  ]

  static let ofObjectives = [
    Habit(
      "nobody looked for more than twice a week",
      ["1 of 1 check-ins on time", "1 objective nobody looked at"],
      quarter("2026-10-05 1 a", every: "week")),
    Habit(
      "fourteen days are not more than that",
      ["0 of 1 check-ins on time"], quarter("2026-11-08 1 a")),
    Habit(
      "nobody ever looked, though there were check-ins on others",
      ["1 of 1 check-ins on time", "1 objective nobody looked at"],
      quarter("from 0 to 9")
        + "objective C\nevery year\nkr D\n2026-10-20 1 a\n2026-10-20T09:00 2 b\n"
    ),
    Habit(
      "but not for longer than there have been check-ins", [],
      quarter("from 0 to 9") + "objective C\nkr D\n2026-11-08 1 a\n"),
    Habit(
      "a board without any check-in is new", [], quarter("from 0 to 9")),
    Habit(
      "of several periods the longest counts",
      [], quarter("from 0 to 9\nevery quarter\nkr D\nfrom 0 to 9")),
    Habit(
      "a check-in on the objective is a look",
      [], quarter("from 0 to 9", objective: "2026-11-20 - a look")),
    Habit(
      "a reading of its KPI is a look", [],
      quarter("from 0 to 9\nmeasured by [p]") + "kpi [p] P\n2026-11-20 5\n"),
    Habit(
      "a tick is a look", [], quarter("milestone [x 2026-11-20] Done")),
    Habit(
      "a look at what supports it is a look", [],
      "cycle Q 2026-10-01 .. 2026-12-31\nobjective [a] A\ncycle Q\nobjective B\ncycle Q\nsupports [a]\n2026-10-02 - Old\n2026-11-20 - A look\nkr C\nfrom 0 to 9\n"
    ),
    Habit(
      "what is closed need not be looked at", [],
      "cycle Q 2026-10-01 .. 2026-12-31\nobjective A\ncycle Q\nclose 2026-11-01 1.0 So\n"
    ),
    Habit(
      "nor what is over, or yet to begin", [],
      "objective A\ncycle 2026-Q3\nobjective B\ncycle 2027-Q1\n"),
  ]

  static let ofCrowds = [
    Habit(
      "six objectives in a cycle are more than five",
      ["6 objectives in 2027, more than 5"],
      String(repeating: "objective A\ncycle 2027\n", count: 6)),
    Habit(
      "the board's limits hold",
      ["2 key results, more than 1", "2 KPIs, more than 1"],
      "limit key-results 1\nlimit kpis 1\nobjective A\nkr B\nkr C\nkpi D\nkpi E\n"
    ),
    Habit(
      "objectives without a cycle are no crowd", [],
      String(repeating: "objective A\n", count: 6)),
  ]

  @Test func `shares are said of something`() throws {
    let none = CheckInPractice()
    #expect(none.shareOnTime == nil && none.shareUnchanged == nil)
    #expect(none.shareWithoutNote == nil)
    let board = Document(
      Array("objective A\nkr B\n2026-11-20 1\n2026-11-21 1 a\n".utf8)
    ).board
    let at = standing(of: board, at: try now("2026-11-22"))
    let practice = board.practice(at, over: at.now.today...at.now.today)
    #expect(practice.checkIns == none && practice.things.isEmpty)
    let all = board.practice(at, overWeeks: 1)
    #expect(all.days == (try now("2026-11-16").today)...at.now.today)
    #expect(all.checkIns.shareWithoutNote == 0.5)
    #expect(all.checkIns.shareUnchanged == 1)
    #expect(all.checkIns.shareOnTime == 1)
    #expect(all.things.map(\.thing) == [.keyResult(0)])
    #expect(!all.checkIns.isMostlyUnchanged)
  }

  /// A quarter and a key result in it.
  private static func quarter(
    _ lines: String, every period: String = "week", objective: String = ""
  ) -> String {
    """
    every \(period)
    cycle Q 2026-10-01 .. 2026-12-31
    objective A
      cycle Q
    \(objective)
      kr B
    \(lines)

    """
  }
}

private func now(_ text: String) throws -> Now {
  Now(try #require(Moment(written: text)))
}
