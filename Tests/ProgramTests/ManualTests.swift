import Foundation
import Testing

/// The manual, the help pages and the completions, as they are printed.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct ManualTests {
  private func output(_ arguments: [String]) throws -> String {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    return outcome.output
  }

  private func commands() throws -> [String] {
    let help = try output(["--help"])
    let list = try #require(help.split(separator: "SUBCOMMANDS:\n").last)
    return list.matches(of: #/(?m)^ {2}([a-z\-]+) /#).map { String($0.1) }
  }

  private func manual() throws -> String {
    try output(["man"]).replacing("\\-", with: "-")
      .replacing("\\(aq", with: "'")
  }

  @Test func `the manual names every command and option`() throws {
    let manual = try manual()
    let commands = try commands()
    #expect(commands.count >= 12)
    for command in commands {
      #expect(manual.contains(".SS bearing \(command)\n"), "\(command)")
      for option in try output([command, "--help"])
        .matches(of: #/(?m)^ {2}(?:-[a-z], )?(--[a-z\-]+)/#)
      {
        #expect(manual.contains(option.1), "\(command) \(option.1)")
      }
    }
  }

  @Test(arguments: [
    ".SH KEYS", "[check-in]", "[quit]", "theme NAME", "color auto|always|never",
    "glyphs unicode|ascii", "mouse on|off", "key CONTEXT KEY COMMAND",
    "BEARING_FILE", "NO_COLOR", ".SH EXIT STATUS", ".SH THE BOARD FILE",
  ])
  func `the manual says it all`(words: String) throws {
    #expect(try manual().contains(words))
  }

  @Test func `the manual is ASCII in lines that are not long`() throws {
    for line in try output(["man"]).split(separator: "\n") {
      #expect(line.utf8.count <= 80, "\(line)")
      #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)")
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc"),
      "there is no mandoc here"))
  func `mandoc finds nothing wrong with the manual`() throws {
    let folder = try TestFolder()
    let page = try folder.file("bearing.1", try output(["man"]))
    let complaints = try shell("/usr/bin/mandoc -Tlint '\(page)'")
    #expect(complaints == "")
  }

  @Test func `the help names settings and exit codes`() throws {
    let help = try output(["--help"])
    for words in ["~/.config/bearing/config", "theme NAME", "64"] {
      #expect(help.contains(words))
    }
  }

  @Test func `help fits in 80 columns`() throws {
    for command in try commands() + [""] {
      let help = try output(command.isEmpty ? ["-h"] : [command, "-h"])
      for line in help.split(separator: "\n") where !line.contains("USAGE") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test(arguments: [
    ("sh", "show"), ("te", "team.okr"), ("show te", "team.okr"),
    ("show --theme gr", "gruvbox"), ("show --format s", "svg"),
    ("record te", "team.okr"), ("record team.okr up", "uptime"),
    ("completions f", "fish"), ("show --as-", "--as-of"),
  ])
  func `bash completes it`(typed: String, expected: String) throws {
    let folder = try TestFolder()
    _ = try folder.file("team.okr", "kpi [uptime] Availability\n")
    _ = try folder.file("other.txt", "")
    let words = typed.split(separator: " ")
    let program = BuiltProgram.path
    let found = try shell(
      """
      cd '\(folder.url.path)'
      PATH="$(dirname '\(program)'):$PATH" HOME=/nonexistent
      source <(bearing completions bash)
      COMP_WORDS=(bearing \(typed)) COMP_CWORD=\(words.count)
      _bearing_or_board bearing '\(words.last ?? "")' \
        '\(words.dropLast().last ?? "bearing")'
      echo "${COMPREPLY[*]}"
      """)
    #expect(found == expected + "\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `every shell is offered boards as the first word`(
    shell: String
  ) throws {
    let script = try output(["completions", shell])
    let offers = [
      "bash": "'!*.okr'", "zsh": "        _files -g '*.okr' && ret=0",
      "fish": "'(__bearing_boards)'",
    ]
    #expect(script.contains(offers[shell, default: "?"]))
  }

  /// What a script prints, on either output.
  private func shell(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
