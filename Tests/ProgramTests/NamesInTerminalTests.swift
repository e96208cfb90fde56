import Foundation
import Testing

/// Names as people have them, on the screen of a real terminal.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct NamesInTerminalTests {
  private static let names = [
    "Ada", "美咲", "Ольга", "José", "Jose\u{301}", "👩\u{200D}💻", "👍\u{1F3FD}",
    "🇩🇪🇫🇷", "1\u{FE0F}\u{20E3}", "שָׁלוֹם", "العربية", "tab\there", "한국어",
    "❤\u{FE0F}", "हिन्दी",
  ]

  private static var board: String {
    names.enumerated().reduce(
      "cycle Now 2026-10-01 .. 2026-12-31\n\nobjective Names\n  cycle Now\n"
    ) { text, name in
      text + """

          kr [k\(name.offset)] \(name.element) and \(name.element)
            owner \(name.element)
            from 0 to 9 points
            2026-11-20 5

        """
    }
  }

  @Test(arguments: [80, 120])
  func `columns begin where the terminal counts the same cells`(width: Int)
    throws
  {
    let session = try TerminalSession(width: width, height: 24)
    _ = try session.put(NamesInTerminalTests.board)
    session.enter("\(BuiltProgram.path) team.okr --as-of 2026-11-22T14:05")
    try session.wait(for: "OBJECTIVES")
    try session.wait(for: "56%")
    let first = try #require(
      session.screen.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("Names") && $0.contains("56%") })
    let columns = (0...NamesInTerminalTests.names.count).map {
      session.column(of: "56%", inLine: first + $0)
    }
    #expect(columns.first.flatMap(\.self) != nil)
    #expect(Set(columns).count == 1)
    session.press("q")
    try session.wait(for: "ready>")
  }
}
