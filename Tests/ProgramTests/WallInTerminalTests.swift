import Foundation
import Testing

/// The built wall in a real terminal: what it shows while its file changes, and
/// what it does about everything else, which is nothing.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct WallInTerminalTests {
  /// A way in which team.okr comes to hold another board.
  struct Way: Sendable {
    let name: String
    /// A script in the folder of the wall; "new" holds the board.
    let script: String
  }

  static let ways: [Way] = [
    Way(name: "replaced", script: "mv new way/team.okr"),
    Way(name: "written in place", script: "cat new > way/team.okr"),
    Way(
      name: "emptied first",
      script: "> way/team.okr; sleep 0.3; cat new > way/team.okr"),
    Way(
      name: "removed and made again",
      script: "rm way/team.okr; cp new way/team.okr"),
    Way(
      name: "away for long",
      script: "rm way/team.okr; sleep 3; cp new way/team.okr"),
    Way(
      name: "a link in its place",
      script: "mv new other.okr; ln -s ../other.okr l; mv l way/team.okr"),
    Way(
      name: "written through a link",
      script: """
        mv way/team.okr old; ln -s ../old way/team.okr; cat new > old
        """),
    Way(
      name: "its folder made again",
      script: "rm -r way; mkdir way; cp new way/team.okr"),
    Way(
      name: "another folder in its place",
      script: "mkdir next; cp new next/team.okr; mv way gone; mv next way"),
    Way(
      name: "a link to its folder turned",
      script: """
        mv way one; ln -s one way; sleep 0.3
        mkdir two; cp new two/team.okr; ln -s two l; mv -T l way
        """),
  ]

  /// Writes "new" into the folder of the wall.
  private func write(_ title: String, _ session: TerminalSession) throws {
    try Data(Self.board(title).utf8).write(
      to: session.folder.appending(path: "new"))
  }

  private static func board(_ title: String, _ rest: String = "") -> String {
    """
    board \(title)

    kpi [up] Visitors
      healthy 5 ..
      2026-11-20 7
    \(rest)
    """
  }

  private func run(_ script: String, in session: TerminalSession) {
    _ = TerminalSession.run(
      "sh", ["-c", "cd '\(session.folder.path)'; \(script)"])
  }

  /// Hangs the wall on way/team.okr.
  private func hang(
    _ options: String = "", in session: TerminalSession,
    board: String? = board("First")
  ) throws {
    let folder = session.folder.appending(path: "way")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    if let board {
      try Data(board.utf8).write(to: folder.appending(path: "team.okr"))
    }
    session.enter("clear; \(BuiltProgram.path) wall way/team.okr \(options)")
  }

  @Test func `a change is seen, in every way files change`() throws {
    let session = try TerminalSession(width: 60, height: 12)
    try hang(in: session)
    try session.wait(for: "First")
    // One wall sees them all: it never loses sight of the file.
    for way in Self.ways {
      let name = way.name
      try write("Before: \(name)", session)
      run(
        """
        rm -rf way one two next gone old other.okr
        mkdir way; mv new way/team.okr
        """, in: session)
      try session.wait(for: "Before: \(name)")
      try write("After: \(name)", session)
      run(way.script, in: session)
      try session.wait(for: "After: \(name)")
      #expect(!session.screen.contains("missing"))
    }
  }

  @Test func `it waits for a file that is missing or broken`() throws {
    let session = try TerminalSession(width: 70, height: 12)
    try hang(in: session, board: nil)
    try session.wait(for: "missing")
    try write("First", session)
    run("mv new way/team.okr", in: session)
    try session.wait(for: "First")
    try session.wait(for: "missing", false)
    let broken = Self.board("Second", "kip [x] Churn\n")
    try Data(broken.utf8).write(to: session.folder.appending(path: "new"))
    run("mv new way/team.okr", in: session)
    try session.wait(for: "line 6: unknown keyword")
    #expect(session.screen.contains("First"))
    run("rm way/team.okr", in: session)
    try session.wait(for: "missing")
    #expect(session.screen.contains("First"))
    run("mkdir way/team.okr", in: session)
    try session.wait(for: "it is a folder")
    try write("Third", session)
    run("rmdir way/team.okr; mv new way/team.okr", in: session)
    try session.wait(for: "Third")
    try session.wait(for: "it is a folder", false)
  }

  @Test func `keys do nothing, and Ctrl-C ends it`() throws {
    let session = try TerminalSession(width: 90, height: 12)
    let before = try modes(session)
    try hang(in: session)
    try session.wait(for: "First")
    let program = try session.processID()
    session.press(
      "q", "Q", "c", "a", "e", "E", ":", "?", "Enter", "Escape", "Up", "F1",
      "C-z", "C-s", "C-\\", "C-d", "C-l", "NPage")
    session.type("\u{1B}[200~pasted\nq\n\u{1B}[201~\u{1B}[<0;5;5M")
    try write("Second", session)
    run("mv new way/team.okr", in: session)
    try session.wait(for: "Second")
    #expect(
      session.screen.replacing("Second", with: "First ").contains("Visitors"))
    #expect(TerminalSession.state(of: program) == "S")
    #expect(!session.isWhole)
    session.press("C-c")
    try session.wait(for: "it was interrupted")
    session.enter("echo was-$?")
    try session.wait(for: "was-130")
    #expect(session.isWhole)
    session.enter("clear")
    #expect(try modes(session) == before)
  }

  @Test func `q ends it where that is allowed`() throws {
    let session = try TerminalSession(width: 60, height: 12)
    try hang("--allow-quit", in: session)
    try session.wait(for: "First")
    session.press("q")
    try session.wait(for: "q was pressed")
    session.enter("echo was-$?")
    try session.wait(for: "was-0")
    #expect(session.isWhole)
  }

  @Test(arguments: [
    ("TERM", "it was told to (SIGTERM)", 143),
    ("HUP", "the terminal is gone", 129), ("KILL", "by signal 9", 137),
  ])
  func `it says why it ended`(signal: String, words: String, code: Int) throws {
    let session = try TerminalSession(width: 90, height: 12)
    let before = try modes(session)
    try hang(in: session)
    try session.wait(for: "First")
    _ = TerminalSession.run(
      "kill", ["-\(signal)", "\(try session.processID())"])
    try session.wait(for: words)
    session.enter("echo was-$?")
    try session.wait(for: "was-\(code)")
    #expect(session.isWhole)
    session.enter("clear")
    #expect(try modes(session) == before)
    // And it starts again as if nothing had been.
    try hang(in: session)
    try session.wait(for: "First")
  }

  @Test func `it fills a terminal of another size, and after a stop`() throws {
    let session = try TerminalSession(width: 60, height: 12)
    try hang(in: session)
    try session.wait(for: "file from")
    session.resize(width: 100, height: 30)
    try session.wait(until: "the last line is used") {
      session.lines.count == 30 && session.lines[29].contains("file from")
    }
    let program = try session.processID()
    let guardian = try session.guardID()
    _ = TerminalSession.run("kill", ["-STOP", "\(program)"])
    try session.wait(until: "both have stopped") {
      TerminalSession.state(of: guardian) == "T" && session.isWhole
    }
    session.resize(width: 80, height: 20)
    session.enter("fg")
    try session.wait(until: "the last line is used again") {
      session.lines.count == 20 && session.lines[19].contains("file from")
    }
  }

  @Test func `pages turn by themselves`() throws {
    let session = try TerminalSession(width: 60, height: 12)
    try hang(
      "--rotate 1s --pages up,objectives", in: session,
      board: Self.board("First", "objective [a] Where to go\n"))
    for _ in 0..<2 {
      try session.wait(for: "page 1 of 2")
      try session.wait(for: "page 2 of 2")
    }
  }

  @Test(arguments: [("14:08", 0, 1), ("14:12", 2, 3)])
  func `it lies elsewhere in each minute where that is asked for`(
    time: String, row: Int, column: Int
  ) throws {
    let session = try TerminalSession(width: 60, height: 12)
    try hang("--shift --as-of 2026-11-22T\(time)", in: session)
    try session.wait(for: "file from")
    let blanks = String(repeating: " ", count: column)
    #expect(session.lines[row].hasPrefix(blanks + "First"))
  }

  @Test func `a terminal that cannot place the cursor gets text`() throws {
    let session = try TerminalSession(width: 80, height: 24)
    try hang(in: session)
    try session.wait(for: "file from")
    session.press("C-c")
    try session.wait(for: "interrupted")
    session.enter("clear; TERM=dumb \(BuiltProgram.path) wall way/team.okr")
    try session.wait(for: "cannot place the cursor; here is the board as text")
    try session.wait(for: "Visitors")
    session.enter("echo was-$?")
    try session.wait(for: "was-2")
  }

  /// The terminal's modes, without its size.
  private func modes(_ session: TerminalSession) throws -> Substring {
    try session.output(of: "stty -a").drop { $0 != "\n" }
  }
}
