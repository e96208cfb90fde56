import Foundation
import Testing

/// The built wall, byte by byte and call by call.
@Suite(
  .serialized,
  .enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct WallTests {
  private static let board = """
    board Sound

    kpi [up] Visitors
      healthy 5 ..
      2026-11-20 7

    """

  /// A terminal so small that words are drawn as words.
  private static func terminal(
    _ program: String, _ arguments: [String]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      program, arguments, width: 60, height: 12)
    // The clock breaks a longer silence.
    terminal.patience = 20_000
    return terminal
  }

  @Test(arguments: [
    (["--rotate", "0"], "--rotate takes a time from 1s to 24h"),
    (["--rotate", "soon"], "--rotate takes a time from 1s to 24h"),
    (["--rotate", "2d"], "--rotate takes a time from 1s to 24h"),
    (["--dim", "19-7"], "--dim takes two times of the day"),
    (["--pages", "kpis,,a"], "--pages takes 'objectives', 'kpis' and ids"),
    (["--focus", "a,b"], "--focus takes 'objectives', 'kpis' or an id"),
    (["--theme", "nonsense"], "there is no theme"),
  ])
  func `what an option does not take is refused`(
    arguments: [String], words: String
  ) throws {
    let outcome = try BuiltProgram.run(["wall", "team.okr"] + arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(words))
  }

  @Test func `without a terminal it does what show does`() throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    let date = ["--as-of", "2026-11-22"]
    let wall = try BuiltProgram.run(["wall", path] + date)
    let show = try BuiltProgram.run(["show", path] + date)
    #expect(wall.output == show.output)
    #expect(wall.code == 0)
    #expect(try BuiltProgram.run(["wall", path + "x"]).code == 2)
  }

  @Test(arguments: [["--focus", "up"], ["--pages", "kpis"]])
  func `what is for a screen is said to be`(arguments: [String]) throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    let wall = try BuiltProgram.run(["wall", path] + arguments)
    #expect(wall.code == 0)
    #expect(wall.errors.contains("--focus and --pages are for a screen"))
  }

  @Test(arguments: [
    ["TZ=UTC"], ["TZ=Asia/Kathmandu"], ["TZ=Europe/Berlin"], ["-u", "TZ"],
  ])
  func `a time is that of the zone, and of the system's where TZ is not set`(
    zone: [String]
  ) throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    // The first minute of summer time in Berlin.
    let start = "1774746000"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_774_746_000)],
      ofItemAtPath: path)
    let terminal = try Self.terminal(
      "/usr/bin/env",
      zone + [BuiltProgram.path, "wall", path, "--as-of", "2026-11-22T14:05"])
    let time = TerminalSession.run(
      "env", zone + ["date", "-d", "@" + start, "+%-d Mar %H:%M"])
    try terminal.wait(
      for: "file from " + (time ?? "?").trimmingCharacters(in: .newlines))
    try terminal.wait(for: "14:05")
    terminal.type("\u{3}")
    _ = try terminal.codeAtEnd()
  }

  @Test func `the board of a day is the same in all zones`() throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    let zones = [
      ["TZ=Pacific/Apia"], ["TZ=America/Los_Angeles"], ["-u", "TZ"],
    ]
    let shown = try zones.map {
      try BuiltProgram.outcome(
        of: URL(filePath: "/usr/bin/env"),
        $0 + [BuiltProgram.path, "show", path, "--as-of", "2026-03-29"]
      ).output
    }
    #expect(shown[0].contains("Visitors"))
    #expect(Set(shown).count == 1)
  }

  @Test func `it finds its file where its own folder is made anew`() throws {
    let folder = try TestFolder()
    let own = folder.url.appending(path: "own")
    let path = own.appending(path: "team.okr").path
    func make(_ text: String) throws {
      try FileManager.default.createDirectory(
        at: own, withIntermediateDirectories: false)
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    try make(Self.board)
    let terminal = try Self.terminal(
      "/bin/sh",
      ["-c", "cd '\(own.path)' && exec '\(BuiltProgram.path)' wall team.okr"])
    try terminal.wait(for: "Visitors")
    try FileManager.default.removeItem(at: own)
    try make(Self.board.replacing("Sound", with: "Zz"))
    try terminal.wait(for: "Zz")
    terminal.type("\u{3}")
    _ = try terminal.codeAtEnd()
  }

  @Test func `keys send nothing, and a minute sends its clock`() throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    let terminal = try Self.terminal(BuiltProgram.path, ["wall", path])
    try terminal.wait(for: "Visitors")
    try terminal.readWhatIsThere(within: 300)
    terminal.forget()
    terminal.type("qQ:?\u{1B}[A\u{13}\u{1A}\u{1C}\u{1B}[<0;1;1M")
    // The answer to a change is the proof that the keys were read.
    _ = try folder.file("team.okr", Self.board.replacing("Sound", with: "Zz"))
    try terminal.wait(for: "Zz")
    try terminal.readWhatIsThere(within: 300)
    #expect(terminal.bytes.count < 1_000, "\(terminal.text)")
    #expect(!terminal.text.contains("\u{1B}[?1000h"))
    terminal.type("\u{3}")
    #expect(try terminal.codeAtEnd() == 130)
    #expect(terminal.text.contains("it was interrupted"))
  }

  @Test(
    .enabled(
      if: TerminalSession.run("strace", ["-V"]) != nil, "there is no strace"))
  func `it opens nothing for writing and talks to nobody`() throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    // Not beside the board, where each line of it would be noticed.
    let trace = try TestFolder().url.path + ".trace"
    defer { unlink(trace) }
    let terminal = try Self.terminal(
      "/usr/bin/env",
      [
        "strace", "-f", "-o", trace, "-e", "trace=%file,%network",
        BuiltProgram.path, "wall", path, "--rotate", "1s",
      ])
    try terminal.wait(for: "Visitors")
    terminal.type("wWsSxdceaEmCu=:w\rqy\u{1B}[15~\u{13}")
    let other = Self.board.replacing("Sound", with: "Other")
    _ = try folder.file("team.okr", other)
    try terminal.wait(for: "Other")
    unlink(path)
    try terminal.wait(for: "missing")
    terminal.type("\u{3}")
    _ = try terminal.codeAtEnd()
    let calls = try String(contentsOfFile: trace, encoding: .utf8)
    #expect(calls.contains("team.okr"))
    let writing = [
      "O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "rename", "unlink", "link(",
      "mkdir", "rmdir", "truncate", "chmod", "chown", "socket", "connect",
      "utimensat(", "utime(", "mknod",
    ]
    for line in calls.split(separator: "\n")
    where writing.contains(where: line.contains) && !line.contains("readlink") {
      Issue.record("\(line)")
    }
  }

  @Test(
    .enabled(
      if: TerminalSession.run("strace", ["-V"]) != nil, "there is no strace"))
  func `where nothing tells of changes it looks`() throws {
    let folder = try TestFolder()
    let path = try folder.file("team.okr", Self.board)
    let terminal = try Self.terminal(
      "/usr/bin/env",
      [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=inotify_init1", "-e",
        "inject=inotify_init1:error=EMFILE", BuiltProgram.path, "wall", path,
      ])
    try terminal.wait(for: "Visitors")
    let other = Self.board.replacing("Sound", with: "Other")
    rename(
      try folder.file("draft", other), path)
    try terminal.wait(for: "Other")
    unlink(path)
    try terminal.wait(for: "missing")
    _ = try folder.file("team.okr", Self.board)
    try terminal.wait(for: "Sound", from: terminal.bytes.count)
    terminal.type("\u{3}")
    _ = try terminal.codeAtEnd()
  }
}
