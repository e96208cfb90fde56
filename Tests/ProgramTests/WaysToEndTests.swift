import Foundation
import Testing

/// The terminal after the program, in each of the ways in which it can end.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct WaysToEndTests {
  /// Who is hit.
  enum Target: Sendable {
    case program
    case guardian
  }

  /// What ends the program.
  enum Cause: Sendable {
    case key(String)
    case signal(String, Target)
    /// An end that the program brings about itself when it is asked to.
    case itself(String)
  }

  struct Way: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let cause: Cause
    /// What the shell is told, one of them.
    let codes: [Int]
    /// What is said about it.
    var words: String?

    init(_ name: String, _ cause: Cause, _ codes: Int..., words: String? = nil)
    {
      testDescription = name
      self.cause = cause
      self.codes = codes
      self.words = words
    }
  }

  static let ways: [Way] = [
    Way("quit", .key("q"), 0),
    Way("Ctrl-C", .key("C-c"), 130),
    Way("INT", .signal("INT", .program), 130),
    Way("TERM", .signal("TERM", .program), 143),
    Way("HUP", .signal("HUP", .program), 129),
    Way("QUIT", .signal("QUIT", .program), 131),
    Way("SEGV", .signal("SEGV", .program), 139, words: "by signal 11"),
    Way("ABRT", .signal("ABRT", .program), 134, words: "by signal 6"),
    Way("KILL", .signal("KILL", .program), 137, words: "by signal 9"),
    Way("INT of the guard", .signal("INT", .guardian), 130),
    Way("TERM of the guard", .signal("TERM", .guardian), 143),
    Way("HUP of the guard", .signal("HUP", .guardian), 129),
    Way("QUIT of the guard", .signal("QUIT", .guardian), 131),
    Way("KILL of the guard", .signal("KILL", .guardian), 137),
    Way("SEGV of the guard", .signal("SEGV", .guardian), 139),
  ]

  /// Only builds for debugging can be asked for these.
  static var waysOfItsOwn: [Way] {
    #if DEBUG
      [
        Way("a trap", .itself("trap"), 132, 133, words: "start it again"),
        Way("a stack overflow", .itself("overflow"), 139, 138),
        Way("abort", .itself("abort"), 134, words: "by signal 6"),
      ]
    #else
      []
    #endif
  }

  static let board = "board Pty\n\nobjective [first] Where we want to go\n"

  private func open(_ session: TerminalSession, _ variables: String = "") throws
  {
    try Data(Self.board.utf8).write(
      to: session.folder.appending(path: "team.okr"))
    session.enter("\(variables) \(BuiltProgram.path) team.okr")
    try session.wait(for: "Where we want to go")
  }

  @Test(arguments: ways + waysOfItsOwn)
  func `the terminal is whole afterwards`(way: Way) throws {
    let session = try TerminalSession()
    let before = try modes(session)
    if case .itself(let name) = way.cause {
      try open(session, "BEARING_END=\(name)")
    } else {
      try open(session)
    }
    let program = try session.processID()
    switch way.cause {
    case .key(let key): session.press(key)
    case .itself: session.press("C-l")
    case .signal(let name, .program): send(name, to: program)
    case .signal(let name, .guardian): try send(name, to: session.guardID())
    }
    try session.wait(until: "the program has ended") {
      TerminalSession.state(of: program) == "Z" && session.isWhole
    }
    try session.wait(for: "OBJECTIVES", false)
    if let words = way.words { try session.wait(for: words) }
    session.enter("echo was-$?")
    try session.wait(until: "the shell tells how it ended") {
      way.codes.contains { session.screen.contains("was-\($0)") }
    }
    session.enter("clear")
    #expect(try modes(session) == before)
  }

  @Test func `Ctrl-C leaves a line of text and ends the program after it`()
    throws
  {
    let session = try TerminalSession(width: 80, height: 24)
    let before = try modes(session)
    try open(session)
    let program = try session.processID()
    for start in ["c", "/", ":"] {
      session.press(start)
      session.type("7 half a word")
      try session.wait(for: "7 half a word")
      session.press("C-c")
      try session.wait(for: "brings the text back")
      #expect(session.screen.contains("Where we want to go"))
    }
    session.press("c")
    try session.wait(for: "confidence, note")
    session.press("Up")
    try session.wait(for: "7 half a word")
    session.press("C-c")
    try session.wait(for: "brings the text back")
    session.press("C-c")
    try session.wait(until: "the program has ended") {
      TerminalSession.state(of: program) == "Z" && session.isWhole
    }
    session.enter("echo was-$?")
    try session.wait(for: "was-130")
    session.enter("clear")
    #expect(try modes(session) == before)
  }

  @Test(arguments: [
    Cause.key("C-z"), .signal("TSTP", .program), .signal("TSTP", .guardian),
    .signal("STOP", .program),
  ])
  func `it stops, leaves the terminal whole, and comes back`(cause: Cause)
    throws
  {
    let session = try TerminalSession(width: 80, height: 24)
    let before = try modes(session)
    try open(session)
    let program = try session.processID()
    let guardian = try session.guardID()
    for round in 0..<3 {
      switch cause {
      case .key(let key): session.press(key)
      case .signal(let name, .program): send(name, to: program)
      case .signal(let name, .guardian): send(name, to: guardian)
      case .itself: break
      }
      try session.wait(until: "both have stopped") {
        TerminalSession.state(of: program) == "T"
          && TerminalSession.state(of: guardian) == "T" && session.isWhole
      }
      try session.wait(for: "OBJECTIVES", false)
      #expect(try modes(session) == before)
      session.resize(width: 80 - round, height: 24)
      session.enter("fg")
      try session.wait(for: "OBJECTIVES")
      session.resize(width: 80, height: 24)
    }
    session.press("q")
    try session.wait(until: "it has ended") { session.isWhole }
    session.enter("clear")
    #expect(try modes(session) == before)
  }

  @Test(arguments: [
    "echo junk | BEARING team.okr", "BEARING - < team.okr",
    "cat team.okr | BEARING -", "env -u TERM BEARING team.okr",
    "TERM= BEARING team.okr", "env -u LC_ALL LANG=C BEARING team.okr",
    "LINES=5 COLUMNS=9 BEARING team.okr", "BEARING team.okr 2> errors",
  ])
  func `keys come from the terminal, wherever the rest comes from`(
    command: String
  ) throws {
    let session = try TerminalSession(width: 80, height: 24)
    let before = try modes(session)
    try Data(Self.board.utf8).write(
      to: session.folder.appending(path: "team.okr"))
    session.enter(command.replacing("BEARING", with: BuiltProgram.path))
    try session.wait(for: "OBJECTIVES")
    session.press("?")
    try session.wait(for: "MOVING")
    session.press("q")
    try session.wait(for: "OBJECTIVES")
    session.press("q")
    try session.wait(until: "it has ended") { session.isWhole }
    session.enter("echo was-$?")
    try session.wait(for: "was-0")
    session.enter("clear")
    #expect(try modes(session) == before)
  }

  @Test func `a kill while it is stopped leaves the shell alone`() throws {
    let session = try TerminalSession()
    let before = try modes(session)
    try open(session)
    let program = try session.processID()
    session.press("C-z")
    try session.wait(until: "it has stopped") { session.isWhole }
    send("KILL", to: program)
    session.enter("clear; fg")
    try session.wait(for: "by signal 9")
    session.enter("echo was-$?")
    try session.wait(for: "was-137")
    session.enter("clear")
    #expect(try modes(session) == before)
  }

  /// The terminal's modes, without its size.
  private func modes(_ session: TerminalSession) throws -> Substring {
    try session.output(of: "stty -a").drop { $0 != "\n" }
  }

  private func send(_ signal: String, to process: Int32) {
    _ = TerminalSession.run("kill", ["-\(signal)", "\(process)"])
  }
}
