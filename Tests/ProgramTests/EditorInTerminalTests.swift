import Foundation
import Testing

/// The person's editor, between two pictures of the dashboard.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct EditorInTerminalTests {
  private static let board =
    "board Pty\n\nobjective [first] Where we want to go\n"

  /// An editor of that name which tells its arguments, its terminal and its
  /// signals, runs `script` and ends.
  private func editor(
    _ name: String, in session: TerminalSession, _ script: String
  ) throws -> String {
    let path = session.folder.appending(path: name).path
    let text = """
      #!/bin/sh
      cd \(session.folder.path)
      for word; do echo "$word"; done > words
      stty -a | sed 1d > modes
      grep -E 'Sig(Blk|Ign)' /proc/self/status > signals
      \(script)
      """
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func read(_ name: String, in session: TerminalSession) throws
    -> String
  {
    try String(
      contentsOf: session.folder.appending(path: name), encoding: .utf8)
  }

  private func open(
    _ session: TerminalSession, _ variables: String, _ file: String = "team.okr"
  ) throws {
    try Data(Self.board.utf8).write(
      to: session.folder.appending(path: file))
    session.enter(
      "clear; \(variables) \(BuiltProgram.path) -- '\(file)'; echo ended-$?")
    try session.wait(for: "Where we want to go")
  }

  @Test func `it has the terminal to itself, and what it wrote is shown`()
    throws
  {
    let session = try TerminalSession()
    let editor = try editor(
      "my editor", in: session,
      "trap : INT; echo 'we are in'; read x; sed -i 's/want/used/' \"$3\"")
    // What the shell would take apart is one word still.
    let file = "-team $(touch owned) \"y\".okr"
    try open(session, "VISUAL='\"\(editor)\" --wait' EDITOR=false", file)
    session.press("E")
    try session.wait(for: "we are in")
    #expect(session.isWhole)
    // Not meant for the dashboard.
    session.press("C-c")
    try session.wait(for: "Where we used to go")
    #expect(try read("words", in: session) == "--wait\n+3\n./\(file)\n")
    #expect(
      !FileManager.default.fileExists(
        atPath: session.folder.appending(path: "owned").path))
    session.press("q")
    try session.wait(for: "ended-0")
  }

  @Test(arguments: [
    ("vim", "+3\nteam.okr\n"), ("hx", "team.okr:3\n"),
    ("code", "-g\nteam.okr:3\n"), ("anything", "+3\nteam.okr\n"),
  ])
  func `each is told the line in its own way`(name: String, words: String)
    throws
  {
    let session = try TerminalSession(width: 80, height: 24)
    let editor = try editor(name, in: session, "echo '# more' >> team.okr")
    _ = try session.output(of: "stty -a | sed 1d > before")
    _ = try session.output(
      of: "sh -c 'grep -E \"Sig(Blk|Ign)\" /proc/self/status > plain'")
    try open(session, "EDITOR='\(editor)'")
    session.press("E")
    try session.wait(for: "read team.okr")
    #expect(try read("words", in: session) == words)
    let before = try read("before", in: session)
    #expect(try read("modes", in: session) == before)
    let plain = try read("plain", in: session)
    #expect(try read("signals", in: session) == plain)
    session.press("q")
    try session.wait(for: "ended-0")
  }

  @Test func `it can be stopped, and goes on with the shell's fg`() throws {
    let session = try TerminalSession()
    let editor = try editor(
      "ed", in: session, "echo 'we are in'; read x; echo \"got $x\"; read y")
    try open(session, "EDITOR='\(editor)'")
    session.press("E")
    try session.wait(for: "we are in")
    for _ in 0..<2 {
      session.press("C-z")
      try session.wait(for: "topped")
      // What the shell says, not what is typed: Ctrl-Z has to come after it.
      session.enter("clear; echo shell-'again'; fg")
      try session.wait(for: "shell-again")
    }
    session.enter("word")
    try session.wait(for: "got word")
    session.press("Enter")
    try session.wait(for: "is as it was")
    session.press("q")
    try session.wait(until: "it has ended") { session.isWhole }
    session.enter("echo was-$?")
    try session.wait(for: "was-0")
  }

  @Test func `one that is missing is one line`() throws {
    let session = try TerminalSession()
    try open(session, "VISUAL= EDITOR='no-such-editor -x'")
    session.press("E")
    try session.wait(for: "no-such-editor cannot be started: set $VISUAL")
    session.press("q")
    try session.wait(for: "ended-0")
    #expect(!session.screen.contains("not found"))
  }

  @Test func `unsaved edits are in the file before it opens`() throws {
    let session = try TerminalSession()
    let editor = try editor("vi", in: session, "cp team.okr seen")
    try open(session, "EDITOR='\(editor)'")
    session.press("c")
    session.type("7 well")
    session.press("Enter")
    try session.wait(for: "unsaved")
    session.press("E")
    try session.wait(for: "w save and open the editor")
    session.press("w")
    try session.wait(for: "is as it was")
    #expect(try read("seen", in: session).contains("7/10"))
    session.press("q")
    try session.wait(for: "ended-0")
  }
}
