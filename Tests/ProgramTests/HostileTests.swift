import Foundation
import Testing

/// Nothing in a file reaches the terminal as more than text.
@Suite(.enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
struct HostileTests {
  private static let commands = [
    ["check"], ["check", "--format", "json"], ["show", "--width", "60"],
    ["show", "--private", "--format", "json"],
    ["show", "--private", "--format", "svg"],
    ["show", "--private", "--format", "html", "--height", "40"],
    ["diff", "--private", "--since", "2026-01-01"],
    ["diff", "--format", "json", "--since", "2026-01-01"],
  ]

  /// Runs the program on a board in a terminal and returns what comes out.
  private func output(
    _ arguments: [String], _ board: [UInt8], named name: String = "team.okr"
  ) throws -> [UInt8] {
    let folder = try TestFolder()
    let file = folder.url.path + "/" + name
    try #require(
      FileManager.default.createFile(atPath: file, contents: Data(board)))
    let terminal = try PseudoTerminal(
      BuiltProgram.path,
      arguments + (arguments[0] == "fmt" ? [] : ["--as-of", "2026-11-22"])
        + [file], environment: ["NO_COLOR": "1"])
    try terminal.waitForEnd()
    return terminal.bytes
  }

  @Test(arguments: Hostile.classes, commands)
  func `nothing leaks into any output`(
    _ hostile: Hostile, _ command: [String]
  ) throws {
    for board in [hostile.texts, hostile.words] {
      let bytes = try output(command, board)
      #expect(bytes.count > 400 || command[0] != "show")
      #expect(Set(TerminalStream(bytes, .text).leaks).sorted() == [])
    }
  }

  @Test(arguments: Hostile.classes)
  func `nothing leaks on the dashboard and on every page`(_ hostile: Hostile)
    throws
  {
    for (board, pages) in [(hostile.texts, 4), (hostile.words, 3)] {
      let folder = try TestFolder()
      let file = folder.url.appending(path: "team.okr")
      try Data(board).write(to: file)
      let terminal = try PseudoTerminal(
        BuiltProgram.path, ["--as-of", "2026-11-22", file.path])
      try terminal.wait(for: "OBJECTIVES")
      for page in 0..<pages {
        let start = terminal.bytes.count
        terminal.type(page == 0 ? "\r" : "j\r")
        try terminal.wait(for: "\u{1B}[", from: start)
        terminal.type("jjjj\u{8}")
      }
      terminal.type("q")
      try terminal.wait(for: "\u{1B}[?1049l")
      #expect(
        Set(TerminalStream(terminal.bytes, .screen).leaks).sorted() == [])
      if hostile.bytes.count < 100 {
        #expect(!terminal.bytes.contains(hostile.mark))
      }
    }
  }

  /// Our own colours begin by taking back what was before; others do not.
  @Test(arguments: Hostile.classes)
  func `in colours`(_ hostile: Hostile) throws {
    for board in [hostile.texts, hostile.words] {
      let bytes = try output(["show", "--color", "always"], board)
      var plain: [UInt8] = []
      var rest = bytes[...]
      while let first = rest.first {
        if rest.starts(with: "\u{1B}[0".utf8),
          let end = rest.firstIndex(of: UInt8(ascii: "m"))
        {
          rest = rest[(end + 1)...]
        } else {
          plain.append(first)
          rest = rest.dropFirst()
        }
      }
      #expect(bytes.count > plain.count)
      #expect(TerminalStream(plain, .text).leaks == [])
    }
  }

  @Test(
    arguments: Hostile.classes.filter {
      !$0.bytes.contains(0) && $0.bytes.count < 100
        && String(validating: $0.bytes, as: UTF8.self) != nil
    })
  func `in a file's name and in what is asked`(_ hostile: Hostile) throws {
    let name = String(decoding: hostile.bytes, as: UTF8.self) + "\n.okr"
    let board = Array("kip [x] Churn\n".utf8)
    for arguments in [
      ["check"], ["show"], ["check", "--format", "json"], ["fmt", "--check"],
      ["diff", "--since", "2026-01-01"],
    ] {
      let bytes = try output(arguments, board, named: name)
      #expect(TerminalStream(bytes, .text).leaks == [])
      if !arguments.contains("json") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\n.okr"))
      }
    }
    for arguments in [
      ["show", "--width", name], ["--\(name)"], ["show", "--format", name],
      ["check", "--as-of", name], ["/nonexistent/\(name)"], [name],
      ["show", name, name], ["demo", name], ["fmt", "--check", name],
      ["diff", name, name], ["git-setup", name], ["fmt", "/dev/\(name)"],
    ] {
      let terminal = try PseudoTerminal(BuiltProgram.path, arguments)
      try terminal.waitForEnd()
      #expect(TerminalStream(terminal.bytes, .text).leaks == [])
      #expect(
        !String(decoding: terminal.bytes, as: UTF8.self).contains("\n.okr"))
    }
  }

  @Test func `strings that have harmed others are titles like any other`()
    throws
  {
    let titles = Self.naughty.map { "kpi \($0)\n" }.joined()
    for command in Self.commands {
      let bytes = try output(command, Array(titles.utf8))
      #expect(TerminalStream(bytes, .text).leaks == [])
    }
    let shown = try output(
      ["show", "--format", "json"], Array(titles.utf8))
    let text = String(decoding: shown, as: UTF8.self)
    #expect(text.ranges(of: "\"title\":").count == Self.naughty.count)
  }

  private static let naughty = [
    "undefined", "NULL", "(null)", "nil", "NaN", "-Infinity", "1/0", "0x0",
    "-0",
    "1E+02", "--1", "$(touch /tmp/owned)", "`touch /tmp/owned`", "; reboot",
    "| cat /etc/passwd", "&& false", "../../../../etc/passwd", "/dev/null", "~",
    "%s%s%s%n", "%d %x %p", "{0}", "${HOME}", "%HOME%", "{{7*7}}",
    "<script>alert(1)</script>", "&lt;b&gt;", "' OR 1=1 --", "\"; DROP TABLE x",
    "=1+1", "@SUM(1+1)", "+1", "-1", "\\", "\\0", "\\u001b", "\\x1b[31m", "\\n",
    "'", "\"", "\"\"", "''", "`", "[x", "x]", "[[x]]", "[ ]", "[x 2026-10-08]",
    "<<<<<<<", "=======", ">>>>>>>", "#", "> >", "@", "@\"", "--", "-", "..",
    "Ω≈ç√∫˜µ≤≥÷", "社會科學院語學研究所", "울란바토르", "𐐜 𐐔𐐇𐐝𐐀", "表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀",
    "هُنَاكَ", "בְּרֵאשִׁית", "👩🏽‍👩🏽‍👧🏽", "🏳️‍🌈", "❤️", "🇺🇸🇷🇺", "ﷺ",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "\u{202A}\u{202A}x\u{202A}", "\u{2066}x\u{2069}",
    "\u{FEFF}", "\u{FFFE}x", "\u{180E}x", "\u{E0001}x", "\u{00A0}x",
    "ǅ ǈ ﬁ ﬀ İ ı ß",
    "лава\u{200B}", "Power لُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ 冗", "జ్ఞ\u{200C}ా", "\u{1D173}x",
  ]

  @Test func `the watch itself sees what acts on a terminal`() {
    for hostile in Hostile.classes {
      #expect(!TerminalStream(hostile.bytes, .text).leaks.isEmpty)
    }
    #expect(TerminalStream(Array("a\r\nb é 漢 👍".utf8), .text).leaks == [])
  }
}
