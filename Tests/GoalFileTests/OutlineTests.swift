import GoalFile
import Testing

/// The outline of a file holds every byte once, in the block that the parser
/// gives it to.
struct OutlineTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    /// The file with `{` and `}` around each segment and `|` behind each lead.
    let marked: String

    var testDescription: String { what }
  }

  static let cases = [
    Case(
      what: "a comment without an empty line belongs to the opener",
      marked: "{board A\n}{# c\n|kpi B\n}"),
    Case(
      what: "what stands before the first empty line belongs above",
      marked: "{board A\n# a\n}{\n# c\n\n|kpi B\n}"),
    Case(
      what: "the head of the file takes its first comment",
      marked: "{# a\n\n}{# c\n|kpi B\n  unit x\n}"),
    Case(what: "a file without a head", marked: "{}{|kpi B\n}"),
    Case(what: "nothing but comments", marked: "{# a\n\n# b\n}"),
    Case(what: "nothing at all", marked: "{}"),
    Case(
      what: "key results lie in their objective",
      marked: "{}{|objective A\n{\n|kr B\n from 1 to 2\n}{|kr C}}"),
    Case(
      what: "a broken opener opens nothing",
      marked: "{}{|objective A\n}{|kip B\n}{|kr C\n}{|kpi D\n}"),
    Case(
      what: "a declaration goes back to the head of the file",
      marked: "{}{|kpi A\n}{\n|cycle Q 2026-10-01 .. 2026-12-31\nevery day\n}"),
    Case(
      what: "a reading by name ends nothing",
      marked: "{}{|kpi A\nreading [b] 2026-10-03 5\nunit x\n}"),
    Case(
      what: "a byte order mark belongs to the first line",
      marked: "{}{|\u{FEFF}kpi A\n}"),
    Case(
      what: "openers in the base of a conflict open nothing",
      marked: """
        {}{|kpi A
        <<<<<<< a
        unit x
        ||||||| b
        kpi C
        =======
        unit y
        >>>>>>> c
        }
        """),
  ]

  @Test(arguments: cases)
  func `a file falls into its blocks`(_ test: Case) {
    let bytes = test.marked.utf8.filter { !"{|}".utf8.contains($0) }
    let isMarkedUp = test.marked.utf8.contains(UInt8(ascii: "<"))
    let outline = Outline(of: Document(isMarkedUp ? plain(test.marked) : bytes))
    #expect(marked(outline) == test.marked)
  }

  /// A marked file with a conflict, whose bars are not all ours.
  private func plain(_ marked: String) -> [UInt8] {
    Array(
      marked.replacing("{|", with: "").replacing("{", with: "")
        .replacing("}", with: "").utf8)
  }

  private func marked(_ outline: Outline) -> String {
    outline.segments.map { marked($0, outline) }.joined()
  }

  private func marked(
    _ segment: Outline.Segment, _ outline: Outline
  ) -> String {
    func text(_ range: Range<Int>) -> String {
      String(decoding: outline.bytes[range], as: UTF8.self)
    }
    let keyResults = segment.keyResults.map { marked($0, outline) }.joined()
    let bar = segment.kind == .file && segment.own.lowerBound == 0 ? "" : "|"
    return "{\(text(segment.lead))\(bar)\(text(segment.own))\(keyResults)}"
  }

  @Test(arguments: MinefieldTests.mines)
  func `every byte of a file lies in one line`(_ mine: MinefieldTests.Mine) {
    look(at: mine.bytes)
  }

  @Test(arguments: 0..<200)
  func `every byte of a random file lies in one line`(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 40) % limit
    }
    let parts: [[UInt8]] =
      [
        "kpi A", "objective [b] B", "kr C", "kip",
        "cycle Q 2026-01-01 .. 2026-02-01",
        "\n", "\r\n", "\n\n", "# d", " ", "2026-10-05 7",
        "meeting 2026-10-05 M",
        "<<<<<<<", "=======", ">>>>>>>", "\u{FEFF}", "\r", "reading [b] 2026 1",
      ].map { Array($0.utf8) } + [[0xFF], [0]]
    look(
      at: (0..<next(60)).flatMap { _ in
        parts[next(parts.count)] + (next(2) == 0 ? [10] : [])
      })
  }

  private func look(at bytes: [UInt8]) {
    let outline = Outline(of: Document(bytes))
    var ranges: [Range<Int>] = []
    for segment in outline.segments {
      ranges += [segment.lead, segment.own]
      ranges += segment.keyResults.flatMap { [$0.lead, $0.own] }
    }
    var end = 0
    for line in ranges.flatMap({ outline.lines(in: $0) }) {
      #expect(line.range.lowerBound == end && !line.range.isEmpty)
      #expect(line.range.contains(line.text))
      end = line.range.upperBound
      #expect(end == bytes.count || bytes[end - 1] == 10)
    }
    #expect(end == bytes.count)
  }
}
