import Foundation
import Testing

/// `bearing git-setup` in real repositories.
@Suite(
  .enabled(
    if: obstacleToGit == nil,
    "\(obstacleToGit ?? "git and the built program")"))
struct GitSetupTests {
  private let folder: TestFolder
  private let root: String

  init() throws {
    folder = try TestFolder()
    root = folder.url.resolvingSymlinksInPath().path + "/it's für 100%"
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
    try git("config", "user.name", "Ada")
    try git("config", "user.email", "ada@example.org")
  }

  @discardableResult
  private func git(_ arguments: String..., expecting code: Int32 = 0) throws
    -> String
  {
    let outcome = try BuiltProgram.outcome(
      of: URL(filePath: "/usr/bin/env"), ["git", "-C", root] + arguments,
      environment: environment)
    #expect(outcome.code == code, "\(arguments) \(outcome.errors)")
    return outcome.output
  }

  private var environment: [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": folder.url.path, "LC_ALL": "C.UTF-8",
      "GIT_CONFIG_NOSYSTEM": "1", "TERM": "dumb",
    ]
  }

  private func setUp(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["git-setup"] + arguments, environment: ["HOME": folder.url.path])
  }

  private func write(_ text: String, to name: String = "team.okr") throws {
    try Data(text.utf8).write(to: URL(filePath: "\(root)/\(name)"))
  }

  private func text(_ name: String = "team.okr") throws -> String {
    try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
  }

  private func commit(_ text: String, on branch: String? = nil) throws {
    if let branch { try git("checkout", "-q", "-b", branch, "main") }
    try write(text)
    try git("add", "-A")
    try git("commit", "-q", "-m", "Change")
  }

  private static let line = "*.okr merge=bearing diff=bearing -text\n"

  @Test func `it sets up what is missing, and says what`() throws {
    try write("*.png binary", to: ".gitattributes")
    try write("kpi A\n")
    let first = try setUp("\(root)/team.okr")
    #expect(first.code == 0)
    for word in [
      "merge.bearing.driver = ", "diff.bearing.xfuncname = ",
      ".gitattributes: *.okr merge=bearing",
    ] {
      #expect(first.output.contains(word))
    }
    #expect(try text(".gitattributes") == "*.png binary\n" + Self.line)
    let driver = try git("config", "merge.bearing.driver")
    #expect(driver.hasSuffix(" merge --marker-size %L --path %P %O %A %B\n"))
    let second = try setUp("\(root)/team.okr")
    #expect(second.code == 0)
    #expect(second.output == "all of it is set up already\n")
    #expect(try text(".gitattributes") == "*.png binary\n" + Self.line)
  }

  @Test func `it looks without touching, and takes everything back`() throws {
    try write("kpi A\n")
    let path = "\(root)/team.okr"
    let missing = try setUp("--check", path)
    #expect(missing.code == 1)
    #expect(missing.output.split(separator: "\n").count == 4)
    #expect(!FileManager.default.fileExists(atPath: "\(root)/.gitattributes"))
    #expect(try setUp(path).code == 0)
    #expect(try setUp("--check", path).code == 0)
    #expect(try setUp("--undo", path).code == 0)
    #expect(try text(".gitattributes") == "")
    #expect(try setUp("--check", path).code == 1)
    try git("config", "merge.bearing.driver", expecting: 1)
  }

  @Test func `a board of another name has a line of its own`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(root)/a b", withIntermediateDirectories: true)
    try write("kpi A\n", to: "a b/go[als]*.txt")
    #expect(try setUp("\(root)/a b/go[als]*.txt").code == 0)
    let attributes = try git(
      "check-attr", "merge", "diff", "text", "--", "a b/go[als]*.txt")
    #expect(attributes.contains("merge: bearing"))
    #expect(attributes.contains("text: unset"))
    let others = try git("check-attr", "merge", "--", "a b/goax.txt")
    #expect(others.contains("unspecified"))
  }

  @Test func `line ends stay as they are`() throws {
    try write("kpi A\r\n  unit x\n")
    #expect(try setUp("\(root)/team.okr").code == 0)
    try git("config", "core.autocrlf", "true")
    try git("add", "-A")
    try git("commit", "-q", "-m", "Add")
    try FileManager.default.removeItem(atPath: "\(root)/team.okr")
    try git("checkout", "-q", "--", "team.okr")
    #expect(try text() == "kpi A\r\n  unit x\n")
  }

  @Test func `hunks name what they are in`() throws {
    let readings = (10...28).map { "    2026-10-\($0)  5\n" }.joined()
    let board =
      "objective [o] Grow\n  kr [nps] New customers\n\(readings)meeting 2026-10-12 Weekly\n"
      + (1...9).map { "  decision \($0)\n" }.joined()
    try write(board)
    #expect(try setUp("\(root)/team.okr").code == 0)
    try commit(board)
    try write(
      board.replacing("2026-10-28  5", with: "2026-10-28  6")
        .replacing("decision 9", with: "decision ten"))
    let hunks = try git("diff").split(separator: "\n").filter {
      $0.hasPrefix("@@")
    }
    #expect(hunks.first?.hasSuffix(" kr [nps] New customers") == true)
    #expect(hunks.last?.hasSuffix(" meeting 2026-10-12 Weekly") == true)
  }

  @Test func `outside a repository it says what to do`() throws {
    let outcome = try setUp(folder.url.path + "/team.okr")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("'git init' makes one"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `without git it says so`() throws {
    let outcome = try BuiltProgram.run(
      ["git-setup", root], environment: ["PATH": "/nonexistent"])
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("git cannot be run: it is not installed"))
  }

  private static let board =
    "objective [o] Grow\n  owner Ada\n  kr [k] Number\n    from 1 to 9 x\n    2026-10-01  2\n"

  @Test(.enabled(if: mergesBoards, "bearing has no merge yet"))
  func `two check-ins merge, two owners are a conflict`() throws {
    try write(Self.board)
    #expect(try setUp("\(root)/team.okr").code == 0)
    try commit(Self.board)
    try commit(Self.board + "    2026-10-08  3  @Ada\n", on: "ada")
    try commit(Self.board + "    2026-10-09  4  @Bo\n", on: "bo")
    try git("merge", "-q", "--no-edit", "ada")
    #expect(
      try text() == Self.board
        + "    2026-10-08  3  @Ada\n    2026-10-09  4  @Bo\n")
    let merged = try text()
    try git("checkout", "-q", "-B", "main")
    try commit(merged.replacing("owner Ada", with: "owner Lin"), on: "lin")
    try commit(merged.replacing("owner Ada", with: "owner Bo"), on: "bob")
    try git("merge", "-q", "--no-edit", "lin", expecting: 1)
    let conflict = try text()
    for line in ["<<<<<<<", "owner Bo\n", "=======", "owner Lin\n", ">>>>>>>"] {
      #expect(conflict.contains(line))
    }
    #expect(conflict.contains("2026-10-09  4  @Bo"))
    #expect(try git("status", "--short").hasPrefix("UU"))
  }
}

/// Why no repository can be set up here, or `nil` where one can.
private var obstacleToGit: String? {
  guard BuiltProgram.url != nil else { return "there is no built bearing here" }
  return TerminalSession.run("git", ["--version"]) == nil
    ? "there is no git here" : nil
}

/// Whether the built program can merge yet.
private var mergesBoards: Bool {
  let outcome = try? BuiltProgram.run(["merge", "--help"])
  return outcome?.output.contains("bearing merge") ?? false
}
