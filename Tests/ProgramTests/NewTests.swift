import Foundation
import Testing

/// A new board from nothing, by the built program.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct NewTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private var path: String { folder.url.appending(path: "a.okr").path }

  @Test(arguments: ["company", "team", "person", "operations"])
  func `a new board is sound, even strictly`(_ template: String) throws {
    let outcome = try BuiltProgram.run(["new", path, "--template", template])
    #expect(outcome.code == 0)
    #expect(
      outcome.output
        == "wrote \(path), a board to overwrite (\(template)): 'bearing \(path)' opens it\n"
    )
    #expect(outcome.errors.isEmpty)
    let check = try BuiltProgram.run(["check", "--strict", path])
    #expect(check.code == 0)
    #expect(check.output.isEmpty)
  }

  @Test func `an empty board has a title and a cycle, and is sound`() throws {
    let outcome = try BuiltProgram.run(["new", path, "--template", "empty"])
    #expect(outcome.code == 0)
    #expect(
      outcome.output
        == "wrote \(path), an empty board: 'bearing \(path)' opens it\n")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\nboard    a\n"))
    #expect(text.contains("\ncycle "))
    #expect(!text.contains("objective"))
    let check = try BuiltProgram.run(["check", "--strict", path])
    #expect(check.code == 0)
    #expect(check.output.isEmpty)
  }

  @Test func `without a terminal it is that of a team`() throws {
    #expect(try BuiltProgram.run(["new", path]).code == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Our team"))
    let shown = try BuiltProgram.run(["new", "-", "--template", "team"])
    #expect(shown.output == text)
  }

  @Test func `a file that is there is left alone`() throws {
    let path = try folder.file("b.okr", "board Mine\n")
    let outcome = try BuiltProgram.run(["new", path])
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("there is a file of that name already"))
    #expect(outcome.errors.contains("nothing was written"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "board Mine\n")
  }

  @Test(arguments: ["/nonexistent/a.okr", "/"])
  func `where nothing can be written it says why`(_ path: String) throws {
    let outcome = try BuiltProgram.run(["new", path])
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("bearing: cannot make \(path): "))
  }

  @Test func `another template than there is ends with 64`() throws {
    let outcome = try BuiltProgram.run(["new", path, "--template", "club"])
    #expect(outcome.code == 64)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

/// The same, asked for at a terminal.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    Comment(rawValue: TerminalSession.obstacle ?? "")))
struct NewInTerminalTests {
  @Test func `without a board it offers a new one and opens it`() throws {
    let session = try TerminalSession()
    session.enter("\(BuiltProgram.path); echo ended-$?")
    try session.wait(for: "n, d, or Enter to leave:")
    session.enter("n")
    try session.wait(for: "Number or name (Enter: team):")
    session.enter("7")
    try session.wait(for: "Please type one")
    session.enter("pers")
    try session.wait(for: "I have energy left")
    session.press("q")
    try session.wait(for: "ended-0")
    session.enter("\(BuiltProgram.path) new board.okr; echo ended-$?")
    try session.wait(for: "already")
    try session.wait(for: "ended-2")
  }

  @Test func `an empty one begins with the questions of a coach`() throws {
    let session = try TerminalSession()
    session.enter("\(BuiltProgram.path) new a.okr --template empty")
    try session.wait(for: "wrote a.okr")
    session.enter("\(BuiltProgram.path) a.okr; echo ended-$?")
    try session.wait(for: "what changes if we get there")
    session.press("Escape")
    try session.wait(for: "q quit")
    session.press("q")
    try session.wait(for: "ended-0")
  }

  @Test func `nothing is written where one leaves`() throws {
    let session = try TerminalSession()
    session.enter("\(BuiltProgram.path); echo ended-$?")
    try session.wait(for: "n, d, or Enter to leave:")
    session.enter("")
    try session.wait(for: "ended-0")
    session.enter("\(BuiltProgram.path) new a.okr; echo ended-$?")
    try session.wait(for: "Number or name")
    session.press("C-d")
    try session.wait(for: "ended-2")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: session.folder.path)
        .isEmpty)
  }
}
