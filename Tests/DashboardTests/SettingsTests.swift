import Dashboard
import Testing

@Suite struct SettingsTests {
  @Test func `reads every setting, comments and lines from elsewhere`() {
    let settings = Settings(
      reading: Array(
        """
        \u{FEFF}# mine\r
        theme my own # the one with the sunset
          color never
        glyphs\tascii

        charts braille
        ambiguous wide
        mouse off
        user Ada
        key board # fold   # as elsewhere
        key page q none
        """.utf8))
    #expect(settings.problems == [])
    #expect(settings.theme == "my own")
    #expect(settings.colour == .never)
    #expect(settings.glyphs == .ascii)
    #expect(settings.charts == .braille)
    #expect(settings.ambiguous == .wide)
    #expect(settings.mouse == .off)
    #expect(settings.user == "Ada")
    let keymap = settings.keymap
    #expect(keymap.command(for: .character("#"), in: .board) == .fold)
    #expect(keymap.command(for: .character("q"), in: .page) == nil)
    #expect(keymap.command(for: .character("q"), in: .board) == .quit)
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let line: String
    let message: String
    var testDescription: String { line }
  }

  @Test(arguments: [
    Mistake(
      line: "colour never",
      message: "unknown setting \"colour\", expected one of theme, color, "
        + "glyphs, charts, ambiguous, mouse, user, key"),
    Mistake(
      line: "color",
      message: "no value for \"color\", expected auto|always|never"),
    Mistake(
      line: "mouse # off", message: "no value for \"mouse\", expected on|off"),
    Mistake(
      line: "mouse Off",
      message: "unknown value \"Off\" for \"mouse\", expected on|off"),
    Mistake(
      line: "glyphs \u{1B}",
      message: "unknown value \"<1B>\" for \"glyphs\", expected unicode|ascii"),
    Mistake(
      line: "ambiguous wide narrow",
      message: "unknown value \"wide narrow\" for \"ambiguous\", "
        + "expected narrow|wide"),
    Mistake(
      line: "theme", message: "no value for \"theme\", expected NAME"),
    Mistake(
      line: "user Ada Lovelace",
      message: "unknown value \"Ada Lovelace\" for \"user\", "
        + "expected NAME, one word"),
    Mistake(
      line: "key board x",
      message: "expected \"key CONTEXT KEY COMMAND\", as in "
        + "\"key board x check-in\""),
    Mistake(
      line: "key hall\u{1B}way x fold",
      message: "unknown context \"hall<1B>way\", expected all or one of "),
    Mistake(
      line: "key board \u{1B}[2J fold",
      message: "unknown key \"<1B>[2J\", expected it as the help page spells"),
    Mistake(
      line: "key board x \u{9B}0m",
      message: "unknown command \"<9B>0m\", expected none or the name of"),
  ])
  func `says what is wrong in a line and keeps the others`(mistake: Mistake) {
    let settings = Settings(
      reading: Array("charts braille\n\(mistake.line)\nuser Lin\n".utf8))
    #expect(settings.problems.count == 1)
    let words = settings.problems.first?.description ?? ""
    #expect(words.hasPrefix("2: \(mistake.message)"), "\(words)")
    #expect(settings.charts == .braille)
    #expect(settings.user == "Lin")
  }

  @Test func `reads on behind bytes that are not text`() {
    let settings = Settings(
      reading: [0xFF, 0x0A, 0x0A] + Array("mouse off".utf8))
    #expect(
      settings.problems.map(\.description)
        == ["1: bytes that are not UTF-8, expected text"])
    #expect(settings.mouse == .off)
  }

  @Test func `takes the last of two lines for the same`() {
    let settings = Settings(reading: Array("mouse off\nmouse on".utf8))
    #expect(settings.mouse == .on)
    #expect(settings.problems == [])
  }

  @Test(arguments: ["", "\n\n", "#", "# theme dark\n#\n", " \t\r\n"])
  func `says nothing where nothing is said`(text: String) {
    #expect(Settings(reading: Array(text.utf8)) == Settings())
  }

  @Test(arguments: Setting.allCases)
  func `documents a setting in a line`(setting: Setting) {
    #expect(!setting.values.isEmpty)
    #expect(!setting.sentence.hasSuffix("."))
    #expect(!setting.sentence.contains("\n"))
  }

  @Test func `tells the mistakes of the configuration at the start`() {
    var session = Stage.session()
    _ = session.update(
      .complained(["config:3: unknown", "config:5: unknown"]))
    let frame = session.view(width: 80, height: 10)
    #expect(frame.line(7).contains("config:3: unknown"))
    #expect(frame.line(8).contains("config:5: unknown"))
    #expect(frame.line(9).contains("? help"))
    _ = session.update(.key(.character("j")))
    #expect(!session.view(width: 80, height: 10).text.contains("config"))
  }

  @Test func `goes through the themes and says which it is`() {
    var session = Stage.session()
    #expect(session.update(.key(.character("t"))) == [])
    _ = session.update(.themes(["dark", "light", "mine"]))
    #expect(
      session.update(.key(.character("t"))) == [.useTheme("light")])
    _ = session.update(.themed("light", remark: nil))
    let frame = session.view(width: 80, height: 10)
    #expect(frame.line(9).contains("theme light"))
    _ = session.update(.key(.character("2")))
    #expect(session.update(.key(.character("t"))) == [.useTheme("dark")])
    _ = session.update(.themed("mine", remark: nil))
    #expect(session.update(.key(.character("t"))) == [.useTheme("dark")])
  }

  @Test func `goes on behind a theme that is wrong`() {
    var session = Stage.session()
    _ = session.update(.themes(["dark", "broken", "mine"]))
    #expect(
      session.update(.key(.character("t"))) == [.useTheme("broken")])
    _ = session.update(.notThemed("broken.theme:3: unknown role"))
    let frame = session.view(width: 80, height: 10)
    #expect(frame.line(9).contains("broken.theme:3: unknown role"))
    #expect(session.theme == "dark")
    #expect(session.update(.key(.character("t"))) == [.useTheme("mine")])
  }
}
