import Foundation
import Testing

/// The built program in a real terminal: what becomes of edits that were not
/// saved, and of a file that others write too.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct KeepingInTerminalTests {
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

    kpi [size] Size of it
      healthy 5 ..
      2026-11-20 7

    """

  private func open(_ session: TerminalSession) throws {
    session.enter(
      "clear; \(BuiltProgram.path) team.okr --as-of 2026-11-22T14:05; echo ended-$?"
    )
    try session.wait(for: "KPIS")
  }

  private func text(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  /// Opens the board and makes an edit that is not saved.
  private func edit(_ session: TerminalSession) throws -> URL {
    let file = try session.put(Self.board)
    try open(session)
    session.press("j", "c")
    session.type("30 8 going well")
    try session.wait(for: "confidence 8/10")
    session.press("Enter")
    try session.wait(for: "unsaved")
    return file
  }

  private static let edited = board.replacing(
    "  Begun\n", with: "  Begun\n    2026-11-22  30  8/10  going well\n")

  @Test(arguments: ["TERM", "HUP", "QUIT", "ILL", "SEGV", "ABRT", "KILL"])
  func `what was not saved is offered after a signal and can be taken`(
    _ name: String
  ) throws {
    let session = try TerminalSession()
    let file = try edit(session)
    #expect(session.journals.count == 1)
    _ = TerminalSession.run("kill", ["-\(name)", "\(try session.processID())"])
    try session.wait(for: "ended-1")
    #expect(try text(file) == Self.board)
    session.enter(
      "clear; \(BuiltProgram.path) team.okr --as-of 2026-11-22T14:05; echo ended-$?"
    )
    try session.wait(for: "LEFT BEHIND")
    try session.wait(for: "going well")
    session.press("t")
    try session.wait(for: "taken over")
    try session.saveAndQuit()
    #expect(try text(file) == Self.edited)
    #expect(session.journals == [])
  }

  @Test func `what was left behind can be forgotten`() throws {
    let session = try TerminalSession()
    let file = try edit(session)
    _ = TerminalSession.run("kill", ["-TERM", "\(try session.processID())"])
    try session.wait(for: "unsaved edits are kept")
    session.enter("clear; \(BuiltProgram.path) team.okr; echo ended-$?")
    try session.wait(for: "LEFT BEHIND")
    session.press("d")
    try session.wait(for: "forget them for good")
    session.press("x")
    try session.wait(for: "LEFT BEHIND", false)
    session.press("q")
    try session.wait(for: "ended-0")
    #expect(try text(file) == Self.board)
    #expect(session.journals == [])
  }

  @Test func `a lost terminal costs nothing`() throws {
    let session = try TerminalSession()
    _ = try edit(session)
    let process = try session.processID()
    session.close()
    try session.waitForEnd(of: process)
    #expect(session.journals.count == 1)
  }

  @Test func `what others write joins what is edited`() throws {
    let session = try TerminalSession()
    let file = try edit(session)
    let outcome = try BuiltProgram.run([
      "record", file.path, "size", "8", "--at", "2026-11-21",
    ])
    #expect(outcome.code == 0)
    try session.wait(for: "both are here now")
    try session.saveAndQuit()
    #expect(try text(file) == Self.edited + "reading [size] 2026-11-21 8\n")
  }

  @Test func `undo takes one's own edit back and leaves that of others`() throws
  {
    let session = try TerminalSession()
    let file = try edit(session)
    session.press("w")
    try session.wait(for: "saved team.okr")
    let theirs = Self.edited + "reading [size] 2026-11-21 8\n"
    try Data(theirs.utf8).write(to: file)
    try session.wait(for: "somebody changed")
    session.press("u")
    try session.wait(for: "undone")
    try session.saveAndQuit()
    #expect(try text(file) == Self.board + "reading [size] 2026-11-21 8\n")
  }

  @Test func `both sides are shown where they collide, and one key decides`()
    throws
  {
    let session = try TerminalSession()
    let file = try session.put(Self.board)
    try open(session)
    // An edit of this session: a second name for the first measure's check-in.
    session.press("j", "c")
    session.type("2026-11-16T10:00 22 mine")
    session.press("Enter")
    try session.wait(for: "unsaved")
    let gone = Self.board.replacing(
      "  kr [one] The first measure\n    from 10 to 50 points\n    2026-11-16  20  6/10  @Ada  Begun\n\n",
      with: "")
    try Data(gone.utf8).write(to: file)
    try session.wait(for: "w shows both")
    session.press("w")
    try session.wait(for: "BOTH SIDES CHANGED THIS")
    #expect(try text(file) == gone)
    session.press("Escape")
    try session.wait(for: "w decides later")
    #expect(try text(file) == gone)
    session.press("w")
    try session.wait(for: "BOTH SIDES CHANGED THIS")
    session.press("1")
    try session.wait(for: "1 of 1 decided")
    session.press("Enter")
    try session.wait(for: "saved team.okr")
    session.press("q")
    try session.wait(for: "ended-0")
    #expect(
      try text(file).contains("    2026-11-16T10:00  22  mine\n"))
  }

  @Test func `two programs on one file know of each other`() throws {
    let session = try TerminalSession()
    _ = try session.put(Self.board)
    try open(session)
    let other = try TerminalSession(state: session.state)
    other.enter(
      "\(BuiltProgram.path) \(session.folder.path)/team.okr; echo ended-$?")
    try other.wait(for: "another Bearing since")
    try session.wait(for: "another Bearing since")
    session.press("q")
    try session.wait(for: "ended-0")
    try other.wait(for: "another Bearing since", false)
    other.press("q")
    try other.wait(for: "ended-0")
  }

  @Test func `what cannot be saved here can be saved elsewhere`() throws {
    let session = try TerminalSession()
    let file = try edit(session)
    try FileManager.default.removeItem(at: file)
    session.press("w")
    try session.wait(for: "not saved")
    session.press("s", "C-u")
    session.type("other.okr")
    session.press("Enter")
    try session.wait(for: "saved other.okr")
    session.press("q")
    try session.wait(for: "ended-0")
    let other = session.folder.appending(path: "other.okr")
    #expect(try text(other) == Self.edited)
    #expect(session.journals == [])
  }

  @Test func `a file with git's markers opens with the conflict shown`() throws
  {
    let session = try TerminalSession()
    let marked = Self.board.replacing(
      "  owner Ada\n",
      with:
        "<<<<<<< ours\n  owner Ada\n=======\n  owner Lin\n>>>>>>> theirs\n")
    let file = try session.put(marked)
    session.enter("\(BuiltProgram.path) team.okr; echo ended-$?")
    try session.wait(for: "BOTH SIDES CHANGED THIS")
    try session.wait(for: "owner Lin")
    session.press("2", "Enter")
    try session.wait(for: "decided")
    try session.saveAndQuit()
    #expect(!(try text(file).contains("<<<<")))
    #expect(try text(file).contains("owner Lin"))
  }

  @Test func `what a save left behind that was cut off is found`() throws {
    let session = try TerminalSession()
    let file = try session.put(Self.board)
    // No process has such a number.
    let names = ["0123456789abcdef", "fedcba9876543210"].map {
      session.folder.appending(path: ".team.okr.2147483646.\($0).tmp")
    }
    try Data(Self.board.utf8).write(to: names[0])
    try Data("another board\n".utf8).write(to: names[1])
    try open(session)
    try session.wait(for: "a save was once cut off")
    #expect(session.screen.contains("fedcba9876543210"))
    session.press("q")
    try session.wait(for: "ended-0")
    #expect(!FileManager.default.fileExists(atPath: names[0].path))
    #expect(FileManager.default.fileExists(atPath: names[1].path))
    #expect(try text(file) == Self.board)
  }
}
