import Foundation
import Testing

/// The built program in a real terminal, from start to end, in every way it can
/// end.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct DashboardInTerminalTests {
  private static let board = """
    board Pty
    every week

    cycle Now 2026-10-01 .. 2026-12-31

    objective [first] Where we want to go
      cycle Now
      owner Ada

      kr [one] The first measure
        from 10 to 50 points
        2026-11-16  20  6/10  @Ada  Begun
        # a comment that stays behind

      kr [two] The second measure
        milestone [x 2026-11-10] 2026-11-10 Half of it
        milestone [ ] 2026-12-01 All of it

    kpi [size] Size of it
      healthy 5 ..
      2026-11-20 7

    """

  private func open(
    _ session: TerminalSession, _ text: String = board,
    options: String = "--as-of 2026-11-22T14:05"
  ) throws -> URL {
    let file = try session.put(text)
    session.enter("\(BuiltProgram.path) team.okr \(options); echo ended-$?")
    try session.wait(for: "Where we want to go")
    return file
  }

  @Test func `a check-in adds one line, and the terminal is as before`() throws
  {
    let session = try TerminalSession()
    let before = try session.output(of: "stty -a")
    let file = try open(session)
    session.press("j")
    try session.wait(for: "10 → 50 points")
    session.press("Space")
    try session.wait(for: "The first measure", false)
    session.press("Space")
    try session.wait(for: "The second measure")
    session.press("j", "Enter")
    try session.wait(for: "CHECK-INS")
    #expect(session.screen.contains("Begun"))
    session.press("Escape")
    try session.wait(for: "OBJECTIVES")
    session.press("c")
    session.type("abc")
    try session.wait(for: "'abc' is not a number")
    session.press("C-u")
    session.type("30 8 going well")
    try session.wait(for: "confidence 8/10")
    try session.wait(for: "50%")
    session.press("Enter")
    try session.wait(for: "unsaved")
    try session.saveAndQuit()
    let expected = Self.board.replacingOccurrences(
      of: "  Begun\n", with: "  Begun\n    2026-11-22  30  8/10  going well\n")
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
    #expect(try session.output(of: "stty -a") == before)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: session.folder.path)
    #expect(left.filter { !$0.hasPrefix("out-") } == ["team.okr"])
  }

  @Test func `Esc leaves everything as it was`() throws {
    let session = try TerminalSession(width: 80, height: 24)
    let file = try open(session)
    session.press("j", "c")
    session.type("41 7 note")
    try session.wait(for: "confidence 7/10")
    session.press("Escape")
    try session.wait(for: "confidence 7/10", false)
    #expect(!session.screen.contains("unsaved"))
    session.press("q")
    try session.wait(for: "ended-0")
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.board)
  }

  @Test func `quitting with unsaved edits asks with another key`() throws {
    let session = try TerminalSession()
    let file = try open(session)
    session.press("j", "c")
    session.type("41")
    session.press("Enter")
    try session.wait(for: "unsaved")
    session.press("q")
    try session.wait(for: "d discard and quit")
    session.press("q", "Escape")
    try session.wait(for: "d discard and quit", false)
    session.press("q")
    try session.wait(for: "d discard and quit")
    session.press("d")
    try session.wait(for: "ended-0")
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.board)
  }

  @Test func `a file that changed meanwhile is not overwritten`() throws {
    let session = try TerminalSession()
    let file = try open(session)
    session.press("j", "c")
    session.type("41")
    session.press("Enter")
    try session.wait(for: "unsaved")
    let other = Self.board + "# somebody else was here\n"
    try Data(other.utf8).write(to: file)
    try session.wait(for: "both are here now")
    #expect(try String(contentsOf: file, encoding: .utf8) == other)
    try session.saveAndQuit()
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == other.replacing(
          "  Begun\n", with: "  Begun\n    2026-11-22  41\n"))
  }

  @Test func `it follows the size of the terminal`() throws {
    let session = try TerminalSession()
    _ = try open(session)
    session.press("j", "j")
    for (width, height) in [
      (80, 24), (40, 12), (20, 5), (1, 1), (200, 60), (120, 40),
    ] {
      session.resize(width: width, height: height)
    }
    try session.wait(for: "KPIS")
    try session.wait(for: "2 milestones")
    session.press("q")
    try session.wait(for: "ended-0")
  }

  @Test func `what another program writes is shown at once`() throws {
    let session = try TerminalSession()
    let file = try open(session)
    session.press("j")
    for round in 0..<3 {
      let text = Self.board.replacingOccurrences(
        of: "Where we want to go", with: "Where we went \(round)")
      try Data(text.utf8).write(to: file, options: .atomic)
      try session.wait(for: "Where we went \(round)")
    }
    session.press("c")
    session.type("41")
    session.press("Enter")
    try session.wait(for: "unsaved")
    try Data(Self.board.utf8).write(to: file)
    try session.wait(for: "both are here now")
    session.press("q")
    try session.wait(for: "d discard and quit")
    session.press("d")
    try session.wait(for: "ended-0")
  }

  @Test(.enabled(if: mayBeDeaf, "no namespace for users, or nobody's rights"))
  func `where nothing can be watched it looks every second`() throws {
    let session = try TerminalSession()
    let file = session.folder.appending(path: "team.okr")
    try Data(Self.board.utf8).write(to: file)
    let most = "/proc/sys/user/max_inotify_watches"
    session.enter(
      "unshare -Ur sh -c 'echo 0 > \(most); \(BuiltProgram.path) team.okr'")
    try session.wait(for: "Where we want to go")
    let text = Self.board.replacingOccurrences(of: "want", with: "used")
    try Data(text.utf8).write(to: file)
    try session.wait(for: "Where we used to go")
    session.press("q")
    try session.wait(for: "Where we used to go", false)
  }

  private static var mayBeDeaf: Bool {
    let most = "/proc/sys/user/max_inotify_watches"
    return TerminalSession.run(
      "unshare", ["-Ur", "sh", "-c", "echo 0 > \(most)"]) != nil
  }

  @Test func `help is made for where one is`() throws {
    let session = try TerminalSession()
    _ = try open(session)
    session.press("?")
    try session.wait(for: "fold or unfold")
    session.press("Escape")
    try session.wait(for: "OBJECTIVES")
    session.press("/")
    session.type("second")
    session.press("Enter")
    try session.wait(for: "2 milestones")
    session.press("q")
    try session.wait(for: "ended-0")
  }

  @Test func `the sample opens and looks alive`() throws {
    let session = try TerminalSession()
    session.enter("\(BuiltProgram.path) demo; echo ended-$?")
    try session.wait(for: "KPIS")
    let screen = session.screen
    for word in ["▼ 1", "▲ 2", "◇ 1", "● 5", "stale", "day 53 of 92"] {
      #expect(screen.contains(word))
    }
    session.press("q")
    try session.wait(for: "ended-0")
  }
}
