import GoalFile
import Goals
import Testing

/// Since when something has been off track or critical.
struct RedSinceTests {
  private static var today: Day {
    Day(number: Day.number(year: 2026, month: 11, day: 22))
  }

  /// By the id of each thing.
  private func since(_ text: String, _ today: Day = today) -> [String: String] {
    let board = Document(Array(text.utf8)).board
    let standing = standing(of: board, at: Now(today))
    var found: [String: String] = [:]
    for (id, thing) in board.things {
      found[id.text] = board.redSince(standing)[thing]?.description
    }
    return found
  }

  @Test func `a KPI is critical from the reading on that began it`() {
    let kpi =
      "kpi [k] K\n  healthy .. 4\n  2026-10-01 5\n  2026-10-05 3\n"
      + "  2026-11-03 6\n  2026-11-10 7\n  2026-11-17 8\n"
    #expect(since(kpi) == ["k": "2026-11-03"])
  }

  @Test func `what was stale in between was no better then`() {
    let kpi =
      "kpi [k] K\n  healthy .. 4\n  2026-10-01 5\n  2026-11-16 6\n"
    #expect(since(kpi) == ["k": "2026-10-01"])
    // Stale days alone do not make it red.
    let calm =
      "kpi [k] K\n  healthy .. 4\n  2026-10-01 3\n  2026-11-16 6\n"
    #expect(since(calm) == ["k": "2026-11-16"])
  }

  @Test func `a very long history takes the day from nothing else`() {
    let rows = (0..<60_000).map { minute in
      let day = Self.today.adding(-minute / 1_000)
      let hour = minute % 24 < 10 ? "0\(minute % 24)" : "\(minute % 24)"
      let rest = minute / 24 % 60
      return "  \(day)T\(hour):\(rest < 10 ? "0" : "")\(rest) 9\n"
    }
    let board =
      "kpi [long] L\n  healthy .. 4\n\(rows.joined())"
      + "kpi [short] S\n  healthy .. 4\n  every month\n  2026-11-03 6\n"
    #expect(since(board) == ["short": "2026-11-03"])
  }

  @Test func `an acceptance that ended leaves red from the day after`() {
    let kpi =
      "kpi [k] K\n  healthy .. 4\n  every month\n"
      + "  accept 2026-11-02 until 2026-11-12 at 9 Frost\n  2026-11-01 6\n"
    #expect(since(kpi) == ["k": "2026-11-13"])
  }

  @Test func `a key result that stands still falls behind on a day`() {
    let board =
      "cycle C 2026-10-01 .. 2026-12-31\nobjective [o] O\n  cycle C\n"
      + "  kr [k] K\n    from 0 to 10\n    every quarter\n    2026-10-01 1\n"
    // 0.1 done: off track where more than 0.35 is expected, on day 33 of 92.
    #expect(since(board) == ["o": "2026-11-02", "k": "2026-11-02"])
  }

  @Test func `it is as a count of all days finds it`() {
    let board = Document(
      Array(
        ("cycle C 2026-09-01 .. 2026-12-31\n"
          + (0..<4).map { index in
            "objective [o\(index)] O\n  cycle C\n"
              + "  kr [a\(index)] A\n    from 0 to 10\n    every month\n"
              + "    2026-09-0\(index + 1) \(index % 3)\n"
              + "    2026-10-1\(index) \(index % 4 + 1)\n"
              + "  kr [b\(index)] B\n    from 9 to 1\n    every 2 weeks\n"
              + "    2026-10-0\(index + 1) \(9 - index)\n"
              + "    2026-11-1\(index) \(8 - index)\n"
          }.joined()).utf8)
    ).board
    for days in stride(from: 0, to: 60, by: 6) {
      let now = Now(Self.today.adding(-days))
      let standing = standing(of: board, at: now)
      let found = board.redSince(standing)
      for thing in board.things.values {
        var day: Day?
        var earlier = now.today
        let isRed = past(of: thing, board, earlier) == .red
        while isRed, let past = past(of: thing, board, earlier) {
          if past == .red { day = earlier }
          earlier = earlier.adding(-1)
        }
        #expect(found[thing] == day)
      }
    }
  }

  private enum Past {
    case red, stale
  }

  /// `nil` where it was neither.
  private func past(of thing: Thing, _ board: Board, _ day: Day) -> Past? {
    let standing = standing(of: board, at: Now(day))
    if board.reds(standing).contains(thing) { return .red }
    let isStale =
      switch thing {
      case .objective(let index):
        standing.objectives[index].pace.status == .stale
      case .keyResult(let index):
        standing.keyResults[index].pace.status == .stale
      case .kpi(let index): standing.kpis[index].verdict == .stale
      }
    return isStale ? .stale : nil
  }

  @Test func `what is not red has no day`() {
    #expect(since("kpi [k] K\n  healthy .. 4\n  2026-11-20 3\n") == [:])
  }

  @Test func `what has been red for longer than two years is left out`() {
    let kpi =
      "kpi [k] K\n  healthy .. 4\n  every year\n  2024-01-01 5\n"
      + "  2025-01-01 5\n  2026-01-01 5\n"
    #expect(since(kpi) == [:])
    #expect(since(kpi, Day(number: 20_000)) == ["k": "2024-01-01"])
  }
}
