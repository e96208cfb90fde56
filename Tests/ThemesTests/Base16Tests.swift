import Canvas
import Testing
import Themes

@Suite struct Base16Tests {
  /// The sixteen colours, spelled as `spell` does it.
  private static func colours(_ spell: (String, String) -> String) -> String {
    let digits = Array("0123456789ABCDEF")
    return digits.map { digit in
      spell("base0\(digit)", "\(digit)\(digit)0000")
    }.joined()
  }

  private static let old =
    "scheme: \"Old Ways\"\nauthor: \"Somebody\"\n"
    + colours { "\($0): \"\($1)\"\n" }

  private static let new =
    "system: base16\nname: 'New Ways' # a comment\npalette:\n"
    + colours { "  \($0): \"#\($1)\"  # why\r\n" }

  @Test(arguments: [(old, "Old Ways"), (new, "New Ways")])
  func `reads both spellings as they are`(text: String, name: String) throws {
    let theme = try Theme(base16: Array(text.utf8), named: "file")
    #expect(theme.name == name)
    #expect(theme.ground.background == Colour("#000000"))
    #expect(theme.ground.foreground == Colour("#550000"))
    #expect(theme.appearance(of: .onTrack).foreground == Colour("#BB0000"))
    #expect(theme.appearance(of: .offTrack).foreground == Colour("#880000"))
  }

  @Test func `reads colours without quotes, and no name`() throws {
    let text = Base16Tests.colours { "\($0): \($1) # bare\n" }
    let theme = try Theme(base16: Array(text.utf8), named: "file")
    #expect(theme.name == "file")
  }

  @Test(arguments: [
    (
      "base03: \"330000\"", "base03: \"33000\"",
      "6: unknown colour \"#33000\", expected #rrggbb, a number from 0 to 255 or default"
    ),
    ("base03: \"330000\"\n", "", "17: the file ends without base03"),
    (
      "base03:", "base02:",
      "6: \"base02\" a second time, expected each colour once"
    ),
  ])
  func `says in which line what is wrong`(
    old: String, new: String, message: String
  ) throws {
    let text = Base16Tests.old.replacing(old, with: new)
    try #require(text != Base16Tests.old)
    let error = #expect(throws: ThemeError.self) {
      try Theme(base16: Array(text.utf8), named: "file")
    }
    #expect(error?.description.hasPrefix(message.prefix(40)) == true)
  }
}
