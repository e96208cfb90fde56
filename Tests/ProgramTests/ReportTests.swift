import Testing

/// What happened since a day, by the built program.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct ReportTests {
  private static let board = Array(
    """
    board Sound
    objective [a] Go somewhere
      owner Ada
      cycle 2026-Q4
      kr [b] Measure it
        from 0 to 10 points
        2026-11-10 4
        2026-11-16 5
        2026-11-20 7
    meeting 2026-11-09 First
    meeting 2026-11-16 Second @Ada
      decision Go on

    """.utf8)

  private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["report", "--as-of", "2026-11-22"] + arguments + ["-"],
      input: Self.board)
  }

  @Test func `it begins with the last meeting, or where one says`() throws {
    let outcome = try run()
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("# Sound, 16 Nov to 22 Nov\n"))
    #expect(outcome.output.contains("**Measure it** 5 → 7 points"))
    let since = try run("--since", "2026-11-10", "--format", "text")
    #expect(since.output.hasPrefix("Sound, 10 Nov to 22 Nov\n"))
    #expect(since.output.contains("Measure it: 4 → 7 points"))
    #expect(try run("--format", "html").output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `the minutes are those of the last meeting`() throws {
    let outcome = try run("--meeting")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("# Second, 16 Nov 2026\n"))
    #expect(outcome.output.contains("- Go on\n"))
    #expect(outcome.output.contains("**Measure it** – → 5 points"))
  }

  @Test func `what cannot be is refused`() throws {
    #expect(try run("--since", "2026-11-23").code == 64)
    #expect(try run("--since", "2026-11-20", "--meeting").code == 64)
    let none = try BuiltProgram.run(
      ["report", "--meeting", "-"], input: Array("board A\n".utf8))
    #expect(none.code == 1)
    #expect(none.errors.contains("there is no meeting in -"))
    let broken = try BuiltProgram.run(
      ["report", "-"], input: Array("bord A\n".utf8))
    #expect(broken.code == 1)
    #expect(broken.output.contains("Nothing happened."))
    #expect(broken.errors.contains("unknown keyword 'bord'"))
  }
}
