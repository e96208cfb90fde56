import Foundation
import Testing

/// "show --watch": what is printed anew, and when.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct WatchTests {
  /// A running "show --watch" on team.okr in a folder of its own.
  final class Watch {
    let folder: TestFolder
    let terminal: PseudoTerminal

    init(_ options: String = "", board: String?) throws {
      folder = try TestFolder()
      if let board { _ = try folder.file("team.okr", board) }
      let command =
        "exec '\(BuiltProgram.path)' show --watch team.okr \(options) "
        + "--as-of 2026-11-22 > out 2> err"
      terminal = try PseudoTerminal(
        "/bin/sh", ["-c", "cd '\(folder.url.path)' && \(command)"])
    }

    var output: String { text("out") }
    var errors: String { text("err") }

    private func text(_ name: String) -> String {
      let file = folder.url.appending(path: name)
      return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }

    /// Puts a file in its place as a whole.
    func replace(by board: String) throws {
      let draft = try folder.file("draft", board)
      rename(draft, folder.url.appending(path: "team.okr").path)
    }

    func wait(until name: String, _ isSo: () -> Bool) throws {
      let deadline = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < deadline {
        if isSo() { return }
        usleep(10_000)
      }
      throw TerminalSession.NotSeen(
        description: "waited until \(name) on\n\(output)\n\(errors)")
    }
  }

  private static func board(_ value: Int) -> String {
    """
    board Sound
    kpi [up] Sign-ups
      owner Ada
      healthy 0 ..
      2026-11-20 \(value)

    """
  }

  @Test func `the board is printed again after each change`() throws {
    let watch = try Watch(board: Self.board(41))
    try watch.wait(until: "it is printed") { watch.output.contains("41") }
    try watch.replace(by: Self.board(42))
    try watch.wait(until: "it is printed again") {
      watch.output.contains("\n\u{0C}\n Sound") && watch.output.contains("42")
    }
    _ = try watch.folder.file("team.okr", Self.board(43))
    try watch.wait(until: "it is printed a third time") {
      watch.output.contains("43")
    }
    #expect(watch.output.split(separator: "\u{0C}").count == 3)
    #expect(watch.errors.isEmpty)
    watch.terminal.send(SIGTERM)
    #expect(try watch.terminal.codeAtEnd() == 128 + SIGTERM)
  }

  @Test func `a missing file is awaited, a broken one told of`() throws {
    let watch = try Watch(board: nil)
    try watch.wait(until: "it says what it waits for") {
      watch.errors.contains("cannot read team.okr: there is no such file")
    }
    #expect(watch.output.isEmpty)
    try watch.replace(by: Self.board(41))
    try watch.wait(until: "it is printed") { watch.output.contains("41") }
    try watch.replace(by: Self.board(42) + "kip [x] Churn\n")
    try watch.wait(until: "what is understood is printed") {
      watch.output.contains("42")
        && watch.errors.contains("team.okr:6:1: error: unknown keyword 'kip'")
    }
    try watch.replace(by: Self.board(43))
    try watch.wait(until: "it is well again") { watch.output.contains("43") }
    #expect(watch.errors.split(separator: "\n").count == 5)
    watch.terminal.send(SIGINT)
    #expect(try watch.terminal.codeAtEnd() == 128 + SIGINT)
  }

  @Test func `JSON is one line per change`() throws {
    let watch = try Watch("--format json", board: Self.board(41))
    func lines() -> [Substring] { watch.output.split(separator: "\n") }
    try watch.wait(until: "there is a line") { lines().count == 1 }
    try watch.replace(by: Self.board(42))
    try watch.wait(until: "there are two") { lines().count == 2 }
    unlink(watch.folder.url.appending(path: "team.okr").path)
    try watch.wait(until: "there are three") { lines().count == 3 }
    try watch.replace(by: Self.board(43))
    try watch.wait(until: "there are four") { lines().count == 4 }
    struct Report: Decodable, Equatable {
      struct KPI: Decodable, Equatable { let value: Double }
      struct Complaint: Decodable, Equatable {
        let line: Int?
        let code, message: String
      }
      let board: String
      let errors: Int
      let kpis: [KPI]
      let diagnostics: [Complaint]
    }
    let reports = try lines().map {
      try JSONDecoder().decode(Report.self, from: Data($0.utf8))
    }
    #expect(reports.map { $0.kpis.map(\.value) } == [[41], [42], [42], [43]])
    #expect(reports.map(\.errors) == [0, 0, 1, 0])
    #expect(
      reports[2].diagnostics.first
        == Report.Complaint(
          line: nil, code: "unreadable", message: "there is no such file"))
  }

  @Test func `it ends when nobody reads any more`() throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board(41))
    let terminal = try PseudoTerminal(
      "/bin/sh",
      [
        "-c", "'\(BuiltProgram.path)' show --watch '\(path)' | head -n 1",
      ])
    // Nothing of the file changes.
    #expect(try terminal.codeAtEnd() == 0)
    #expect(terminal.text.contains("Sound"))
  }

  @Test(arguments: [
    (["show", "--watch", "--format", "svg", "team.okr"], "text or json"),
    (["show", "--watch", "-"], "--watch wants a file, not standard input"),
  ])
  func `what cannot be followed is refused`(
    arguments: [String], words: String
  ) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(words))
  }
}
