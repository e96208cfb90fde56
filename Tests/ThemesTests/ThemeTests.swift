import Canvas
import Testing
import Themes

/// A theme file that a test changes in one place.
private let whole =
  "name Plain\n" + Role.allCases.map { "\($0.name) default\n" }.joined()

@Suite struct ThemeTests {
  @Test(arguments: Theme.all)
  func `reads the themes that the program brings`(theme: Theme) {
    #expect(!theme.name.isEmpty)
    #expect(Theme.all.count { $0.name == theme.name } == 1)
  }

  @Test func `names the roles in kebab case, each differently`() {
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    for role in Role.allCases {
      #expect(role.name.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
    }
  }

  @Test func `reads colours, backgrounds, attributes, comments and CRLF`()
    throws
  {
    var text = "\u{FEFF}# a comment\r\n\r\nname  Two   words\r\n"
    text += "  title\t#01fFA0 on 236 bold underline\r\n"
    text += "faint 8 dim italic\r\n"
    for role in Role.allCases where role != .title && role != .faint {
      text += "\(role.name) default on default reverse\r\n"
    }
    let theme = try Theme(reading: Array(text.utf8))
    #expect(theme.name == "Two words")
    #expect(
      theme.appearance(of: .title)
        == Appearance(
          foreground: .rgb(red: 1, green: 255, blue: 160),
          background: .palette(236), attributes: [.bold, .underline]))
    #expect(
      theme.appearance(of: .faint)
        == Appearance(foreground: .palette(8), attributes: [.dim, .italic]))
    #expect(theme.appearance(of: .axis) == Appearance(attributes: .reverse))
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Mistake(
      old: "name Plain\n", new: "",
      message: "28: no name, expected \"name\" and the name of the theme"),
    Mistake(
      old: "Plain", new: " ",
      message: "1: no name, expected \"name\" and the name of the theme"),
    Mistake(
      old: "text default\n", new: "name Other\n",
      message: "2: a second name, expected one"),
    Mistake(
      old: "faint default", new: "text default",
      message: "3: \"text\" a second time, expected each role once"),
    Mistake(
      old: "faint default", new: "faint",
      message: "3: no colour for \"faint\", expected #rrggbb, "
        + "a number from 0 to 255 or default"),
    Mistake(
      old: "faint default", new: "faint default on",
      message: "3: no colour for \"faint\", expected #rrggbb, "
        + "a number from 0 to 255 or default"),
    Mistake(
      old: "faint default", new: "faint #12345\u{1B}",
      message: "3: unknown colour \"#12345<1B>\", expected #rrggbb, "
        + "a number from 0 to 255 or default"),
    Mistake(
      old: "faint default", new: "faint 7 on 256",
      message: "3: unknown colour \"256\", expected #rrggbb, "
        + "a number from 0 to 255 or default"),
    Mistake(
      old: "faint default", new: "faint +7",
      message: "3: unknown colour \"+7\", expected #rrggbb, "
        + "a number from 0 to 255 or default"),
    Mistake(
      old: "faint default", new: "faint default blink",
      message: "3: unknown attribute \"blink\", "
        + "expected bold, dim, underline, reverse or italic"),
    Mistake(
      old: "axis default\n", new: "",
      message: "28: the file ends without \"axis\""),
  ])
  func `says in which line what is wrong`(mistake: Mistake) throws {
    let text = whole.replacing(mistake.old, with: mistake.new)
    try #require(text != whole)
    let error = #expect(throws: ThemeError.self) {
      try Theme(reading: Array(text.utf8))
    }
    #expect(error?.mistakes.first?.description == mistake.message)
  }

  @Test func `says all that is wrong, once each`() {
    let text = whole.replacing("name Plain", with: "name")
      .replacing("faint default", with: "faint nothing\nfoint 7")
      .replacing("axis default\n", with: "")
    let error = #expect(throws: ThemeError.self) {
      try Theme(reading: Array(text.utf8))
    }
    let reasons = error?.mistakes.map(\.reason)
    #expect(
      reasons == [
        .noName, .unknownColour("nothing"), .unknownRole("foint"),
        .missingRoles([.axis]),
      ])
  }

  @Test func `names the roles where one is unknown`() {
    let text = whole.replacing("on-track", with: "on-trak")
    let error = #expect(throws: ThemeError.self) {
      try Theme(reading: Array(text.utf8))
    }
    let words = error?.description ?? ""
    #expect(
      words.hasPrefix("14: unknown role \"on-trak\", expected one of text, "))
    #expect(words.contains("on-track"))
  }

  @Test(arguments: [[], [0xFF], Array("name \u{0}".utf8), [0x23, 0x80]])
  func `refuses what is no theme`(bytes: [UInt8]) {
    #expect(throws: ThemeError.self) { try Theme(reading: bytes) }
  }

  @Test func `lays the selection under a cell of the selected row`() {
    let selection = Theme.dark.appearance(of: .selection)
    for role in Role.allCases where role != .match && role != .input {
      let style = Style(role, [.selected, .bold])
      let appearance = Theme.dark.appearance(for: style)
      #expect(appearance.background == selection.background)
      #expect(appearance.attributes.contains(.bold))
      #expect(
        appearance.foreground
          == Theme.dark.appearance(of: role).foreground ?? selection.foreground)
    }
    let match = Theme.dark.appearance(for: Style(.match, .selected))
    #expect(match == Theme.dark.appearance(of: .match))
  }

  @Test func `adds what a style stresses`() {
    let appearance = Theme.light.appearance(
      for: Style(.axis, [.underline, .reverse]))
    #expect(appearance.attributes == [.underline, .reverse])
  }
}
