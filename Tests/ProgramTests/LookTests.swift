import Foundation
import Testing

/// How things look, as files, options and the environment have it.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct LookTests {
  private static let board = Array(
    """
    board Sound
    objective [a] Ask José, and go on – somewhere
      owner Ada
      cycle 2026-Q4
      kr [b] Measure it
        from 0 to 10 points
        2026-11-20 5

    """.utf8)

  /// A configuration folder with files in it, by their paths.
  private static func configuration(
    _ files: [String: String]
  ) throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "bearing/themes"),
      withIntermediateDirectories: true)
    for (name, text) in files { _ = try folder.file("bearing/" + name, text) }
    return folder
  }

  private func show(
    _ options: [String] = [], _ files: [String: String] = [:],
    _ environment: [String: String] = [:]
  ) throws -> BuiltProgram.Outcome {
    let folder = try Self.configuration(files)
    return try BuiltProgram.run(
      ["show", "--as-of", "2026-11-22", "-"] + options, input: Self.board,
      environment: environment.merging(["XDG_CONFIG_HOME": folder.url.path]) {
        $1
      })
  }

  /// The foreground of the mark of what is on track.
  private func colour(_ output: String) -> String? {
    output.firstMatch(of: /\e\[0;([0-9;]+)m[●*]/).map { String($0.output.1) }
  }

  struct Depth: CustomTestStringConvertible, Sendable {
    let environment: [String: String]
    let colour: String
    var testDescription: String { "\(environment)" }
  }

  @Test(arguments: [
    Depth(environment: [:], colour: "38;5;72"),
    Depth(environment: ["TERM": "xterm"], colour: "32"),
    Depth(environment: ["TERM": "linux"], colour: "32"),
    Depth(
      environment: ["TERM": "xterm", "COLORTERM": "truecolor"],
      colour: "38;5;72"),
    Depth(
      environment: ["TERM": "dumb", "NO_COLOR": "1"], colour: "32"),
    Depth(environment: ["TERM": "xterm-kitty"], colour: "38;5;72"),
    Depth(environment: ["COLORFGBG": "0;15"], colour: "38;5;23"),
  ])
  func `sends the colours that a terminal has where they are asked for`(
    depth: Depth
  ) throws {
    let output = try show(["--color", "always"], [:], depth.environment).output
    #expect(colour(output) == depth.colour)
  }

  @Test func `is plain to a pipe and takes nothing from the environment`()
    throws
  {
    for environment in [[:], ["COLORTERM": "truecolor"], ["NO_COLOR": "1"]] {
      let outcome = try show([], [:], environment)
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func `prefers options to the configuration and that to the rest`()
    throws
  {
    let file = ["config": "color always\ntheme nord\nglyphs ascii\n"]
    let configured = try show([], file, ["NO_COLOR": "1"])
    #expect(configured.errors.isEmpty)
    #expect(
      configured.output.replacing(/\e\[[0-9;]*m/, with: "").contains("* Ask"))
    #expect(configured.output.contains("48;5;"))
    let themed = try show(["--theme", "dark"], file)
    #expect(colour(themed.output) == "38;5;72")
    let plain = try show(["--color", "never"], file)
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test func `says what is wrong in the configuration and goes on`() throws {
    let outcome = try show([], ["config": "glyphs ascii\nmouse up\ncolour no"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("* Ask"))
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.hasSuffix(
        "/bearing/config:2: unknown value \"up\" for \"mouse\", expected on|off"
      ) == true)
    #expect(lines.last?.contains("/bearing/config:3: unknown setting") == true)
  }

  @Test func `ignores a configuration folder that is no absolute path`()
    throws
  {
    let folder = try TestFolder()
    let home = try Self.configuration([:])
    let own = home.url.appending(path: ".config/bearing")
    try FileManager.default.createDirectory(
      at: own, withIntermediateDirectories: true)
    _ = try home.file(".config/bearing/config", "glyphs ascii\n")
    for relative in ["bearing", "./\(folder.url.path)", ""] {
      let outcome = try BuiltProgram.run(
        ["show", "-", "--as-of", "2026-11-22"], input: Self.board,
        environment: ["XDG_CONFIG_HOME": relative, "HOME": home.url.path])
      #expect(outcome.output.contains("* Ask"))
    }
  }

  @Test
  func `counts ambiguous characters as one cell, whatever a terminal does`()
    throws
  {
    let outcome = try show([], ["config": "ambiguous wide\n"])
    let narrow = outcome.output.unicodeScalars.filter {
      !$0.isASCII && $0 != "\u{301}"
    }
    #expect(narrow.isEmpty)
    #expect(outcome.output.contains("Ask Jose\u{301}, and go on - somewhere"))
  }

  private static let scheme =
    "palette:\n"
    + (0..<16).map {
      "  base0\(String($0, radix: 16, uppercase: true)): "
        + "\"#\($0 < 4 ? "000000" : "00ff00")\"\n"
    }.joined()

  @Test func `takes the person's own themes by the names of their files`()
    throws
  {
    let files = [
      "themes/dark.yaml": Self.scheme, "themes/my own.yml": "x: 1\n",
    ]
    // Also where nobody asks for a theme and this one is the usual.
    for options in [["--theme", "dark"], []] {
      let own = try show(["--color", "always"] + options, files)
      #expect(own.errors.isEmpty)
      #expect(own.output.contains("[0;38;5;46;48;5;16m"))
    }
    let broken = try show(["--color", "always", "--theme", "my own"], files)
    #expect(broken.code == 0)
    #expect(
      broken.errors.contains(
        "/bearing/themes/my own.yml:1: the file ends without base00, base01"))
    #expect(broken.errors.contains("bearing: the theme dark is used instead"))
    #expect(broken.output.contains("Ask José"))
  }

  @Test(arguments: [
    ("nosuch", "there are dark, light, contrast"),
    ("gruvbx", "did you mean \"gruvbox\"?"),
    ("../config", "; --theme wants one of them before the file"),
    ("team.okr", "; --theme wants one of them before the file"),
    ("", "there are dark"), ("da\u{1B}[2Jrk", "there are dark"),
  ])
  func `an unknown theme is a usage error`(name: String, words: String) throws {
    for command in [["show"], []] {
      let outcome = try BuiltProgram.run(
        command + ["--theme", name, "-"], input: Self.board)
      #expect(outcome.code == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(words))
      #expect(!outcome.errors.contains("\u{1B}"))
    }
    let configured = try show([], ["config": "theme nosuch\n"])
    #expect(configured.code == 0)
    #expect(configured.errors.contains("there is no theme \"nosuch\""))
    #expect(configured.output.contains("Ask José"))
  }

  @Test func `a broken theme file is named with all that is wrong in it`()
    throws
  {
    let folder = try Self.configuration([
      "themes/mine.theme": "name Mine\nfaint nothing\nfoint 7\n"
    ])
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "bearing/themes/lost.theme"),
      withDestinationURL: folder.url.appending(path: "nowhere"))
    let environment = ["XDG_CONFIG_HOME": folder.url.path]
    for arguments in [["themes"], ["show", "--theme", "mine", "-"]] {
      let outcome = try BuiltProgram.run(
        arguments, input: Self.board, environment: environment)
      #expect(outcome.errors.contains("mine.theme:2: unknown colour"))
      #expect(outcome.errors.contains("mine.theme:3: unknown role"))
      #expect(outcome.errors.contains("mine.theme:3: the file ends without"))
      #expect(
        outcome.errors.contains("lost.theme: the link leads to no file")
          == (arguments == ["themes"]))
    }
  }

  @Test func `previews all themes, or those that are named`() throws {
    let folder = try Self.configuration(["themes/mine.yaml": Self.scheme])
    let environment = ["XDG_CONFIG_HOME": folder.url.path]
    let all = try BuiltProgram.run(["themes"], environment: environment)
    #expect(all.code == 0)
    #expect(!all.output.contains("\u{1B}"))
    #expect(!all.output.contains("next theme"))
    for name in [
      "dark  in use", "light", "contrast", "colour-blind", "mono",
      "catppuccin", "gruvbox", "nord", "mine",
    ] {
      #expect(all.output.contains("\n \(name)") || all.output.hasPrefix(" "))
      #expect(all.output.contains(" \(name)"), "\(name)")
    }
    for line in all.output.split(separator: "\n") {
      #expect(!line.hasSuffix(" "))
    }
    let one = try BuiltProgram.run(
      ["themes", "mine", "--color", "always"], environment: environment)
    #expect(one.output.contains("\u{1B}[0;"))
    #expect(!one.output.contains("gruvbox"))
    #expect(try BuiltProgram.run(["themes", "nosuch"]).code == 2)
  }
}

/// The same in the dashboard.
@Suite(
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "nothing is missing")"))
struct LookInTerminalTests {
  @Test func `a theme changes live, and a mistake is told`() throws {
    let terminal = try TerminalSession(width: 100, height: 24)
    let own = terminal.folder.appending(path: "bearing/themes")
    try FileManager.default.createDirectory(
      at: own, withIntermediateDirectories: true)
    try Data("theme mine\nmouse up\nmouse down\n".utf8).write(
      to: terminal.folder.appending(path: "bearing/config"))
    try Data("name Mine\nfaint nothing\n".utf8).write(
      to: own.appending(path: "mine.theme"))
    let board = try terminal.put("objective [a] Go somewhere\nkip\n")
    terminal.enter(
      "XDG_CONFIG_HOME=\(terminal.folder.path) \(BuiltProgram.path) "
        + "\(board.path); echo ended-$?")
    try terminal.wait(
      for: "unknown colour \"nothing\", and 1 more: dark is used")
    #expect(
      terminal.screen.contains(
        " config:2: unknown value \"up\" for \"mouse\", and 1 more"))
    #expect(terminal.screen.contains("  1 error: bearing check team.okr"))
    terminal.press("t")
    try terminal.wait(for: "theme light")
    terminal.type("5t")
    try terminal.wait(for: "theme gruvbox")
    // What is wrong is no choice.
    terminal.type("2t")
    try terminal.wait(for: "theme dark")
    terminal.press("q")
    try terminal.wait(for: "ended-0")
    terminal.enter(
      "clear; NO_COLOR=1 \(BuiltProgram.path) \(board.path); echo ended-$?")
    try terminal.wait(for: "OBJECTIVES")
    terminal.press("t")
    try terminal.wait(for: "theme light; no colours: NO_COLOR is set")
    terminal.press("q")
    try terminal.wait(for: "ended-0")
  }

  @Test(arguments: ["LC_ALL=C", "XDG_CONFIG_HOME=$PWD"])
  func `words stay readable where a terminal cannot show them`(
    setting: String
  ) throws {
    let terminal = try TerminalSession(width: 100, height: 24)
    let folder = terminal.folder.appending(path: "bearing")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    try Data("ambiguous wide\n".utf8).write(
      to: folder.appending(path: "config"))
    let board = try terminal.put(
      "objective [a] Ask Ольга – “today”\n  owner Zoë\n")
    terminal.enter(
      "\(setting) \(BuiltProgram.path) \(board.path); echo ended-$?")
    try terminal.wait(for: "o Ask Ol'ga - \"today\"")
    terminal.press("q")
    try terminal.wait(for: "ended-0")
  }
}
