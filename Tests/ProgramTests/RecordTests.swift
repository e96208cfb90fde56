import Foundation
import Testing

/// `bearing record` on boards of every kind.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct RecordTests {
  private static let board = """
    board Small
    objective [o] Go somewhere
      kr [a] Measure it
        from 0 to 10 points
      kr [m] Do it
        milestone [ ] Done
    kpi [k] Watch it
      unit %

    """

  /// Lines that are refused, by what is said of them.
  static let refused: [(words: [String], reason: String)] = [
    (["nope", "5"], "there is nothing with the id 'nope'"),
    (["k", "abc"], "'abc' is not a number"),
    (["k", "1,5"], "decimal point"),
    (["k", "1 2"], "more than one word"),
    (["m", "3"], "measured by milestones"),
    (["o", "3"], "an objective has no number"),
    (["k", "3", "a\nkpi [x] X"], "line break"),
    (["k", "3", "a\rb"], "line break"),
    (["k", "3", "a\u{0B}b"], "line break"),
    (["k", "3", "a\u{1B}[2J"], "control character"),
    (["k\n", "3"], "there is nothing"),
    (["k", "3", "11/10"], "is not a confidence"),
    (["k", "3", "--at", "2026-02-30"], "not in the calendar"),
    (["k", "3", "--at=yesterday"], "is not a date"),
    (["k", "3", "7/10", "8/10"], "twice"),
  ]

  @Test(arguments: refused.indices)
  func `what is not a reading is refused and nothing is written`(
    _ index: Int
  ) throws {
    let (words, reason) = Self.refused[index]
    try withBoard(Self.board) { path in
      let outcome = try BuiltProgram.run(["record", path] + words)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(try text(of: path) == Self.board)
    }
  }

  @Test(arguments: [
    ("k 5", "reading [k] 2026-11-20 5"),
    ("[k] -3.5 7/10 @Ada", "reading [k] 2026-11-20 -3.5  7/10 @Ada"),
    ("a 120k at-risk Slow", "reading [a] 2026-11-20 120k  at-risk Slow"),
    ("m - 4/10 Late", "reading [m] 2026-11-20 -  4/10 Late"),
    ("k 5 -- the -h flag", "reading [k] 2026-11-20 5  -- the -h flag"),
    (
      "o - on-track -- 5/10 is a note",
      "reading [o] 2026-11-20 -  on-track -- 5/10 is a note"
    ),
  ])
  func `a reading is one line at the end`(
    _ typed: String, _ line: String
  ) throws {
    try withBoard(Self.board) { path in
      let words = typed.split(separator: " ").map(String.init)
      let outcome = try BuiltProgram.run(
        ["record", path] + words + ["--at", "2026-11-20"])
      #expect(outcome.code == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
      #expect(try text(of: path) == Self.board + line + "\n")
    }
  }

  @Test(arguments: [
    ("kpi [k] K", "kpi [k] K\nreading [k] 2026-11-20 5\n"),
    (
      "kpi [k] K\r\n  unit %",
      "kpi [k] K\r\n  unit %\r\nreading [k] 2026-11-20 5\r\n"
    ),
    ("kpi [k] K\r\n", "kpi [k] K\r\nreading [k] 2026-11-20 5\r\n"),
    ("\u{FEFF}kpi [k] K\n", "\u{FEFF}kpi [k] K\nreading [k] 2026-11-20 5\n"),
    ("kpi [k] K\nkip\n", "kpi [k] K\nkip\nreading [k] 2026-11-20 5\n"),
  ])
  func `the line ends as the file's lines do`(
    _ before: String, _ after: String
  ) throws {
    try withBoard(before) { path in
      let outcome = try BuiltProgram.run(
        ["record", path, "k", "5", "--at", "2026-11-20"])
      #expect(outcome.code == 0)
      #expect(try text(of: path) == after)
    }
  }

  @Test func `several readings on one day replace none another`() throws {
    try withBoard(Self.board) { path in
      for number in 1...4 {
        let outcome = try BuiltProgram.run(["record", path, "k", "\(number)"])
        #expect(outcome.code == 0)
      }
      let shown = try BuiltProgram.run(
        ["show", "--format", "json", "--as-of", "9999-01-01", path])
      #expect(shown.output.contains("\"readings\": 4"))
    }
  }

  @Test func `lines from standard input are written all or none`() throws {
    try withBoard(Self.board) { path in
      let bad = """
        k 2026-11-20 5
        # a comment

        nope 2026-11-20 5
        k 2026-11-21 x
        k
        """
      let refused = try BuiltProgram.run(
        ["record", path, "-"], input: Array(bad.utf8))
      #expect(refused.code == 1)
      let lines = refused.errors.split(separator: "\n")
      #expect(lines.map { $0.prefix(4) } == ["-:4:", "-:5:", "-:6:", "bear"])
      #expect(try text(of: path) == Self.board)
      let good = "k 2026-11-20 5 7/10 Fine\n[a] 2026-11-21T09:30 6\r\n"
      let outcome = try BuiltProgram.run(
        ["record", path, "-"], input: Array(good.utf8))
      #expect(outcome.code == 0)
      let added =
        "reading [k] 2026-11-20 5  7/10 Fine\nreading [a] 2026-11-21T09:30 6\n"
      #expect(try text(of: path) == Self.board + added)
    }
  }

  @Test(arguments: [
    [], ["FILE"], ["FILE", "k"], ["-", "k", "5"], ["FILE", "k", "5", "--at"],
  ])
  func `a usage error ends with 64`(_ words: [String]) throws {
    let outcome = try BuiltProgram.run(["record"] + words)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("Usage: bearing record"))
  }

  @Test func `a file that is not there ends with 2`() throws {
    let outcome = try BuiltProgram.run(
      ["record", "/nonexistent/a.okr", "k", "5"])
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        bearing: cannot record in /nonexistent/a.okr: there is no such file
          nothing was written

        """)
  }

  private func withBoard(
    _ text: String, _ body: (String) throws -> Void
  ) throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "bearing-record-\(UUID().uuidString).okr")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    try body(path.path)
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
