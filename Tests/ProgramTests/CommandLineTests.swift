import Foundation
import Testing

/// The built program without a terminal: what it prints where, and how it ends.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct CommandLineTests {
  private static let sound = Array(
    """
    board Sound
    objective [a] Go somewhere
      owner Ada
      cycle 2026-Q4
      kr [b] Measure it
        from 0 to 10 points
        2026-11-20 5

    """.utf8)
  private static let broken = Array("kip [x] Churn\n  2026-13-01 4\n".utf8)

  @Test func `what stands in for the dashboard looks as it is asked to`()
    throws
  {
    let outcome = try BuiltProgram.run(["--ascii", "-"], input: Self.sound)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("day"))
    #expect(outcome.output.contains("[##"))
    #expect(!outcome.output.contains("─"))
  }

  @Test func `the version goes to standard output`() throws {
    let outcome = try BuiltProgram.run(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.output == "0.1.0\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["show", "--help"], ["check", "--help"], ["demo", "--help"],
  ])
  func `help goes to standard output`(_ arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("USAGE"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ["show", "--width", "abc"], ["show", "--width", "0"], ["--nonsense"],
    ["show", "--as-of", "yesterday"], ["check", "--format", "xml"],
  ])
  func `a usage error goes to standard error and ends with 64`(
    _ arguments: [String]
  ) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage"))
  }

  @Test(arguments: [
    (
      ["shwo", "team.okr"],
      "no command and no file 'shwo', did you mean 'show'?"
    ),
    (["themse"], "did you mean 'themes'?"),
    (["nonsense", "team.okr"], "bearing --help lists the commands"),
    (["show", "--width", "-5"], "--width takes a number from 1 to 10000"),
    (
      ["show", "--width", "99999999"], "--width takes a number from 1 to 10000"
    ),
    (["show", "--height", "-1"], "--height takes a number from 1 to 1000"),
  ])
  func `a usage error says the way out in a sentence`(
    arguments: [String], words: String
  ) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(words))
  }

  @Test func `a sound board ends with 0, a broken one with 1`() throws {
    #expect(try BuiltProgram.run(["check", "-"], input: Self.sound).code == 0)
    let broken = try BuiltProgram.run(["check", "-"], input: Self.broken)
    #expect(broken.code == 1)
    #expect(
      broken.output.contains(
        "-:1:1: error: unknown keyword 'kip', did you mean 'kpi'?"))
  }

  @Test func `warnings are errors where one asks for it`() throws {
    let text = Array("kpi [a] Nothing said of it\n".utf8)
    #expect(try BuiltProgram.run(["check", "-"], input: text).code == 0)
    #expect(
      try BuiltProgram.run(["check", "--strict", "-"], input: text).code == 1)
  }

  @Test(arguments: [["check"], ["show"], []])
  func `a file that cannot be read ends with 2 and says why`(
    _ command: [String]
  ) throws {
    let outcome = try BuiltProgram.run(command + ["/nonexistent/team.okr"])
    #expect(outcome.code == 2)
    #expect(
      outcome.errors
        == "bearing: cannot read /nonexistent/team.okr: there is no such file\n"
    )
  }

  @Test func `without a board here it says what to do`() throws {
    let outcome = try BuiltProgram.run([])
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("bearing demo"))
  }

  @Test func `show prints what it has of a broken board and its errors`() throws
  {
    let text = Self.sound + Self.broken
    let outcome = try BuiltProgram.run(
      ["show", "--as-of", "2026-11-22", "-"], input: text)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("Measure it"))
    #expect(outcome.errors.contains("did you mean 'kpi'?"))
  }

  @Test(arguments: [20, 40, 80, 120, 200])
  func `text is plain and as wide as asked`(_ width: Int) throws {
    let outcome = try BuiltProgram.run(
      ["show", "--as-of", "2026-11-22", "--width", "\(width)", "-"],
      input: Self.sound)
    #expect(outcome.code == 0)
    #expect(!outcome.output.unicodeScalars.contains { $0.value == 27 })
    for line in outcome.output.split(separator: "\n") {
      #expect(line.count <= width)
      #expect(line.last != " ")
    }
  }

  @Test func `opening without a terminal does what show does`() throws {
    let shown = try BuiltProgram.run(
      ["show", "--as-of", "2026-11-22", "-"], input: Self.sound)
    let opened = try BuiltProgram.run(
      ["--as-of", "2026-11-22", "-"], input: Self.sound)
    #expect(opened.output == shown.output)
    #expect(opened.code == 0)
  }

  @Test(arguments: [
    "one\rtwo", "a\u{0}b", "\u{1B}[31mred", "\u{9B}31m", "\u{202E}evil",
    "\u{200B}zero", "\u{FEFF}mark", "\u{E0041}tag",
  ])
  func `nothing in a file reaches the terminal as a control sequence`(
    _ hostile: String
  ) throws {
    let text = Array(
      "objective [a] \(hostile)\n  owner \(hostile)\n  kr \(hostile)\n    from 1 to \(hostile)\n"
        .utf8)
    for arguments in [
      ["check", "-"], ["show", "-"], ["show", "--format", "json", "-"],
      ["check", "--format", "json", "-"],
    ] {
      let outcome = try BuiltProgram.run(arguments, input: text)
      for scalar in (outcome.output + outcome.errors).unicodeScalars
      where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format, "\(arguments)")
      }
    }
  }
}
