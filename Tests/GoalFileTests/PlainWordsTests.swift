import GoalFile
import Goals
import Testing

/// What the loop for plain check-ins reads is what the rules read.
///
/// A tab before the date keeps a line out of the loop and changes no place.
struct PlainWordsTests {
  @Test(arguments: lines)
  func `a check-in in its usual form is read by the rules`(line: String) {
    for end in ["\n", "\r\n", ""] {
      let plain = board(" ", line, end)
      let other = board("\t", line, end)
      #expect(columns(of: plain) == columns(of: other))
      #expect(complaints(of: plain) == complaints(of: other))
    }
  }

  @Test
  func `words in any order are read by the rules`() {
    var dice = Dice(seed: 11)
    for _ in 0..<3_000 {
      var line = "2026-10-05 12"
      for _ in 0..<dice.pick(0..<6) {
        line += dice.pick([" ", "  ", "   "]) + dice.pick(Self.words)
      }
      let plain = board(" ", line, "\n")
      let other = board("\t", line, "\n")
      #expect(columns(of: plain) == columns(of: other), "\(line)")
      #expect(complaints(of: plain) == complaints(of: other), "\(line)")
    }
  }

  private func columns(of document: Document) -> [String] {
    let readings = document.board.readings
    return [
      "\(readings.moments)", "\(readings.values)", "\(readings.offsets)",
      "\(readings.rowsWithWords)", "\(readings.words)",
    ]
  }

  private func complaints(of document: Document) -> [String] {
    document.diagnostics.map { "\($0.range) \($0.message)" }
  }

  private func board(
    _ blank: String, _ line: String, _ end: String
  ) -> Document {
    Document(Array("kr [a] A\n\(blank)\(line)\(end)".utf8))
  }

  private static let words = [
    "7/10", "10/10", "0/10", "11/10", "7/100", "/10", "10/1", "@Ada", "@Ольга",
    "@\"Grace Hopper\"", "@", "@@", "--", "-", "on-track", "at-risk", "ontrack",
    "note", "another", "3 more", "Слово", "👩‍💻", "e\u{301}", "\u{85}",
    "\u{7}", "\t", "#", "美咲", "\u{A0}", "x\u{202E}y", "",
  ]

  private static let lines =
    [
      "2026-10-05 12", "2026-10-05 12 ", "2026-10-05T09:30 12.5 7/10",
      "2026-10-05 -3  7/10  @Ada  It goes well  ",
      "2026-10-05 12 @Ada 7/10 10/10", "2026-10-05 12 10/10",
      "2026-10-05 12 Ada says: @Ben 7/10", "2026-10-05 12 7/10 @Ada @Ben",
      "2026-10-05 12 7/10\r", "2026-10-05 12\r7/10", "2026-10-05 12 7/10 a\rb",
      "2026-10-05 12 7/10 -- 8/10 in the note", "2026-10-05 12 7/10 --",
    ] + words.map { "2026-10-05 12 \($0)" }
    + words.map { "2026-10-05 12 7/10 @Ada \($0)" }
}
