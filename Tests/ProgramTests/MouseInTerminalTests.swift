import Canvas
import Dashboard
import Foundation
import Goals
import Testing

/// The mouse, as a terminal reports it.
@Suite(
  .enabled(
    if: BuiltProgram.url != nil, "there is no built bearing here"))
struct MouseInTerminalTests {
  /// Many objectives with a key result each.
  private static let board = (0..<60).map {
    "objective [o\($0)] Way number \($0)\n  kr [k\($0)] Measure \($0)\n"
      + "    from 0 to 9 points\n"
  }.joined()

  private func open(
    _ options: [String] = [], term: String = "xterm-256color"
  ) throws -> (PseudoTerminal, TestFolder) {
    let folder = try TestFolder()
    let file = try folder.file("team.okr", Self.board)
    let terminal = try PseudoTerminal(
      BuiltProgram.path,
      [file, "--as-of", "2026-11-22T14:05"] + options,
      environment: ["TERM": term])
    try terminal.wait(for: "Way number 2")
    return (terminal, folder)
  }

  /// The numbers that a terminal sends, from 1.
  private func press(_ row: Int, _ column: Int, button: Int = 0) -> String {
    "\u{1B}[<\(button);\(column);\(row)M\u{1B}[<\(button);\(column);\(row)m"
  }

  @Test func `a click selects, a second one opens, and it ends switched off`()
    throws
  {
    let (terminal, folder) = try open()
    defer { withExtendedLifetime(folder) {} }
    #expect(terminal.text.contains("\u{1B}[?1006;1000h"))
    terminal.type(press(6, 20))
    try terminal.wait(for: "Measure 1")
    terminal.type(press(6, 20))
    try terminal.wait(for: "KEY RESULTS")
    let mark = terminal.bytes.count
    terminal.type("q")
    try terminal.waitForEnd()
    let end = String(decoding: terminal.bytes.dropFirst(mark), as: UTF8.self)
    #expect(end.contains("\u{1B}[?1006;1000l"))
  }

  @Test func `every notch of the wheel counts`() throws {
    let (terminal, folder) = try open()
    defer { withExtendedLifetime(folder) {} }
    let entry = try #require(TerminfoEntry(named: "xterm-256color"))
    let moment = Moment(
      Day(number: 20_779), second: 14 * 3_600 + 5 * 60, precision: .minute)
    var session = Session(
      name: "team.okr", bytes: Array(Self.board.utf8), now: Now(moment),
      clockwork: .stopped)
    _ = session.update(.resized(width: 120, height: 40))
    for _ in 0..<12 {
      let place = Position(row: 8, column: 19)
      _ = session.update(.mouse(.wheelDown, at: place))
    }
    terminal.type(String(repeating: "\u{1B}[<65;20;9M", count: 12))
    var screen = SeenScreen(entry, width: 120, height: 40)
    try terminal.show(
      on: &screen,
      until: session.view(width: 120, height: 40).text
        .components(separatedBy: "\n"))
    terminal.type("q")
    try terminal.waitForEnd()
  }

  @Test(arguments: ["screen-256color", "linux"])
  func `the older way of reporting is understood`(term: String) throws {
    let (terminal, folder) = try open(term: term)
    defer { withExtendedLifetime(folder) {} }
    #expect(terminal.text.contains("\u{1B}[?1000h"))
    let place = "\u{1B}[M " + "\u{34}" + "\u{26}"
    terminal.type(place + "\u{1B}[M#" + "\u{34}" + "\u{26}" + place)
    try terminal.wait(for: "KEY RESULTS")
    let mark = terminal.bytes.count
    terminal.type("q")
    try terminal.waitForEnd()
    let end = String(decoding: terminal.bytes.dropFirst(mark), as: UTF8.self)
    #expect(end.contains("\u{1B}[?1000l"))
  }

  @Test func `what is left of it elsewhere is no key where it is off`() throws {
    let (terminal, folder) = try open(["--no-mouse"])
    defer { withExtendedLifetime(folder) {} }
    terminal.type(press(6, 20) + press(6, 20) + press(6, 20, button: 65))
    terminal.type("\u{1B}[M cq?")
    try terminal.wait(for: "MOVING")
    #expect(!terminal.text.contains("1000h"))
    #expect(!terminal.text.contains("KEY RESULTS"))
    terminal.type("\u{1B}")
    try terminal.wait(for: "OBJECTIVES", from: terminal.bytes.count / 2)
    terminal.type("q")
    try terminal.waitForEnd()
    #expect(!terminal.text.contains("1000l"))
  }

  @Test(arguments: [SIGKILL, SIGSEGV, SIGTERM])
  func `it is switched off after a sudden end`(signal: Int32) throws {
    let (terminal, folder) = try open()
    defer { withExtendedLifetime(folder) {} }
    terminal.sendToProgram(signal)
    try terminal.waitForEnd()
    let text = terminal.text
    let on = text.range(of: "\u{1B}[?1006;1000h", options: .backwards)
    let off = text.range(of: "\u{1B}[?1006;1000l", options: .backwards)
    let (last, first) = try (#require(off), #require(on))
    #expect(first.lowerBound < last.lowerBound)
  }
}
