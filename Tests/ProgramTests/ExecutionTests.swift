import Foundation
import Testing

/// Nothing in a file is executed, and nothing is fetched because of it.
@Suite(
  .enabled(
    if: obstacleToTracing == nil,
    "\(obstacleToTracing ?? "strace and the built program")"))
struct ExecutionTests {
  private static let minefield: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "GoalFileTests/Fixtures/minefield").path
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }()

  /// The calls of a program and all that it starts which start a program or
  /// open a connection, itself aside, and every file that it opens.
  private func calls(
    of arguments: [String], typing keys: String? = nil
  ) throws -> [Substring] {
    let folder = try TestFolder()
    let log = folder.url.appending(path: "log").path
    let all =
      [
        "strace", "-f", "-qq", "-o", log, "-e",
        "trace=execve,execveat,connect,socket,open,openat", BuiltProgram.path,
      ] + arguments + ["--as-of", "2026-11-22"]
    let terminal = try PseudoTerminal("/usr/bin/env", all)
    if let keys {
      try terminal.wait(for: "\u{1B}[?1049h")
      terminal.type(keys)
    }
    try terminal.waitForEnd()
    let lines = try String(contentsOfFile: log, encoding: .utf8)
      .split(separator: "\n")
    return lines.dropFirst().filter { line in
      // Neither signals nor the folders for unsaved edits and for settings.
      let path = line.split(separator: "\"").dropFirst().first ?? "/"
      return line.contains("(") && path != "." && !path.hasSuffix(".journal")
        && !path.hasPrefix("/nonexistent/.config/bearing")
        && path != terminal.state.deletingLastPathComponent().path
        && !path.hasPrefix(terminal.state.path)
    }
  }

  private func check(_ calls: [Substring], opens files: [String]) {
    #expect(!calls.isEmpty)
    let system = ["/etc/", "/lib", "/usr/", "/dev/", "/proc/", "/sys/"]
    for call in calls {
      #expect(call.contains("open"), "\(call)")
      let path = call.split(separator: "\"").dropFirst().first ?? ""
      #expect(
        system.contains(where: path.hasPrefix)
          // A file or the folder that it lies in.
          || files.contains { $0 == path || $0.hasPrefix("\(path)/") }
          || path.contains("terminfo") || path.contains(".so"),
        "\(call)")
    }
  }

  @Test func `check opens the files that it is given and starts nothing`()
    throws
  {
    #expect(Self.minefield.count > 400)
    check(try calls(of: ["check"] + Self.minefield), opens: Self.minefield)
  }

  @Test(arguments: 0..<8)
  func `show opens its file and starts nothing`(_ part: Int) throws {
    for (index, file) in Self.minefield.enumerated() where index % 8 == part {
      check(try calls(of: ["show", file]), opens: [file])
    }
  }

  @Test(arguments: 0..<8)
  func `the dashboard opens its file and starts nothing`(_ part: Int) throws {
    for (index, file) in Self.minefield.enumerated() where index % 40 == part {
      check(try calls(of: [file], typing: "j\rj\u{8}q\u{3}"), opens: [file])
    }
  }

  @Test func `what looks like a command or a link is a title`() throws {
    let folder = try TestFolder()
    let file = folder.url.appending(path: "team.okr")
    let text = """
      include /etc/passwd
      objective [a] $(touch owned) `touch owned` | touch owned
        > file:///etc/passwd http://127.0.0.1:1/ vim: set ft=sh :
        owner $(touch owned)
        kr [b] !touch owned
          from 1 to 9 $HOME
          measured by [../../etc/passwd]

      """
    try Data(text.utf8).write(to: file)
    for command in [["check"], ["show"], ["show", "--format", "json"]] {
      check(try calls(of: command + [file.path]), opens: [file.path])
    }
    check(
      try calls(of: [file.path], typing: "\rj\rj\u{8}\u{8}q\u{3}"),
      opens: [file.path])
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.path)
    #expect(left == ["team.okr"])
  }
}

/// Why no program can be watched here, or `nil` where one can.
private var obstacleToTracing: String? {
  guard BuiltProgram.url != nil else { return "there is no built bearing here" }
  return TerminalSession.run("strace", ["-V"]) == nil
    ? "there is no strace here" : nil
}
