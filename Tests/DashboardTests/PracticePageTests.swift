import Canvas
import Dashboard
import Testing

/// The page that says how a board is kept.
struct PracticePageTests {
  private func screen(_ keys: String, _ board: String) -> String {
    var session = Stage.session(board)
    var host = Script(Stage.keys(keys), width: 100, height: 40)
    session.run(on: &host)
    return session.view(width: 100, height: 40).text
  }

  private static func board(_ checkIns: String) -> String {
    """
    objective [o] Go
      cycle 2026-Q4
      kr [k] Far
        from 0 to 9 points
    \(checkIns)

    """
  }

  @Test func `a board without check-ins is told how to begin`() {
    let text = screen("%", Self.board(""))
    #expect(text.contains("one number a week, said aloud, is enough"))
  }

  @Test func `silent check-ins with one number are told what helps`() {
    let days = (10...20).map { "    2026-11-\($0)  3" }
    let text = screen("%", Self.board(days.joined(separator: "\n")))
    for words in [
      "11 of 11 without a note", "10 of 10 with the same number as before",
      "Three words on why", "may be the wrong one to watch",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `a line leads to its key result`() {
    let days = (11...20).map { "    2026-11-\($0)  3  8/10  fine" }
    let board = Self.board(days.joined(separator: "\n"))
    #expect(screen("%G<Enter>", board).contains("KEY RESULT") == false)
    #expect(screen("%G<Enter>", board).contains("0 → 9 points"))
  }

  @Test func `what nobody looks at and what there is too much of is said`() {
    let crowd = (1...6).map {
      "objective [o\($0)] Go\n  cycle 2026-Q4\n  2026-10-01  -  7/10\n"
    }
    let text = screen("%", crowd.joined())
    #expect(text.contains("6 objectives in 2026-Q4, more than 5"))
    #expect(text.contains("NOBODY LOOKED AT"))
    #expect(text.contains("All three are fine."))
  }
}
