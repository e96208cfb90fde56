import Foundation
import GoalFile
import Goals
import Reports
import Testing

/// What happened since a day, and minutes, as files that a person has read.
///
/// `RECORD_REPORTS=1` writes them anew and fails, so that a recording is always
/// read.
struct DigestTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/reports")

  static let names = [
    "since.md", "since.html", "since.txt", "since-private.md", "minutes.md",
    "minutes.txt", "nothing.txt",
  ]

  private static func day(_ day: Int) -> Now {
    Now(Day(number: Day.number(year: 2026, month: 11, day: day)))
  }

  private static func board() throws -> Board {
    let file = folder.appending(path: "board.okr")
    return Document(Array(try Data(contentsOf: file))).board
  }

  private static func text(_ name: String) throws -> String {
    let board = try board()
    let since = Digest(of: board, since: day(16), at: day(24), .masked).prose
    let minutes = Minutes(of: board, meeting: 1, at: day(24), .masked).prose
    switch name {
    case "since.md": return since.markdown
    case "since.html": return since.html
    case "since.txt": return since.text(width: 72)
    case "since-private.md":
      return Digest(of: board, since: day(16), at: day(24), .shown).prose
        .markdown
    case "minutes.md": return minutes.markdown
    case "minutes.txt": return minutes.text(width: 40)
    default:
      return Digest(of: Board(), since: day(16), at: day(24), .masked).prose
        .text(width: 80)
    }
  }

  @Test(arguments: names)
  func `the report reads as it was read`(_ name: String) throws {
    let found = try Self.text(name)
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_REPORTS"] == "1" {
      try Data(found.utf8).write(to: file)
      Issue.record("recorded \(name): read it")
      return
    }
    #expect(found == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `nothing private is told unless one asks for it`() throws {
    for name in Self.names where !name.contains("private") {
      let text = try Self.text(name)
      for word in ["Tom", "salar", "Salar", "Pay people", "97"] {
        #expect(!text.contains(word), "\(name) tells of \(word)")
      }
    }
    #expect(try Self.text("since-private.md").contains("Tom is happy"))
  }

  @Test(arguments: names) func `no line is too wide or ends in a blank`(
    _ name: String
  ) throws {
    let lines = try Self.text(name).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.last != " " })
    guard name.hasSuffix("txt") else { return }
    #expect(lines.allSatisfy { $0.count <= (name == "minutes.txt" ? 40 : 80) })
  }

  @Test(arguments: [
    ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"), ("# a", "\\# a"),
    ("- a - b", "\\- a - b"), ("1. a 2. b", "1\\. a 2. b"),
    ("[a](b) <i> &amp;", "\\[a\\](b) \\<i\\> \\&amp;"), ("a\u{1B}", "a<1B>"),
  ])
  func `in Markdown words mean only themselves`(text: String, words: String) {
    var prose = Prose(title: "T")
    prose.add(text)
    let expected = words.replacing("<1B>", with: "\\<1B\\>")
    #expect(prose.markdown == "# T\n\n\(expected)\n")
  }

  @Test func `in HTML words mean only themselves`() {
    var prose = Prose(title: "<script>&\"")
    prose.add("</p>", [Prose.Entry("<b>", about: "<i>", box: .open)])
    #expect(prose.html.contains("<h1>&lt;script&gt;&amp;&quot;</h1>"))
    #expect(prose.html.contains("<h2>&lt;/p&gt;</h2>"))
    #expect(prose.html.contains("<li>☐ <b>&lt;i&gt;</b> &lt;b&gt;</li>"))
  }
}
