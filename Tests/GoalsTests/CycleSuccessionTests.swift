import Goals
import Testing

/// Which cycle follows which.
struct CycleSuccessionTests {
  @Test(arguments: [
    ("2026", "2027"), ("2026-H1", "2026-H2"), ("2026-H2", "2027-H1"),
    ("2026-Q3", "2026-Q4"), ("2026-Q4", "2027-Q1"), ("2026-09", "2026-10"),
    ("2026-12", "2027-01"), ("2026-W09", "2026-W10"), ("2026-W52", "2026-W53"),
    ("2026-W53", "2027-W01"), ("2025-W52", "2026-W01"),
  ])
  func `a name that speaks for itself has a next`(name: String, next: String) {
    #expect(Cycle(named: name)?.nextName == next)
    #expect(Cycle(named: next) != nil)
  }

  @Test func `a declared cycle is followed by the next that is declared`() {
    func cycle(_ name: String, _ start: Int, _ end: Int) -> Cycle {
      Cycle(
        name: name, start: Day(number: start), end: Day(number: end), line: 1)
    }
    var board = Board()
    board.declare(cycle("later", 300, 400))
    board.declare(cycle("next", 200, 299))
    board.declare(cycle("this", 100, 199))
    #expect(board.nameOfCycle(after: cycle("this", 100, 199)) == "next")
    #expect(board.nameOfCycle(after: cycle("later", 300, 400)) == nil)
    #expect(Cycle(named: "9999-Q4")?.nextName == nil)
  }
}
