import GoalFile
import Goals
import Testing

/// What changed between two boards, in words.
struct DifferencesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let old: String
    let new: String
    let words: [String]

    var testDescription: String { what }
  }

  static let now = Now(Day(number: Day.number(year: 2026, month: 11, day: 22)))

  private static let head =
    "objective [o] Grow\n  cycle 2026-Q4\n  kr [nps] New customers\n    from 30 to 50 points\n"

  static let cases = [
    Case(what: "nothing", old: head, new: head, words: []),
    Case(
      what: "layout, order of lines and spelling",
      old: head + "    2026-11-20 40\n",
      new: head.replacing("  cycle", with: "   cycle")
        + "\n    2026-11-20    4_0.0\n",
      words: []),
    Case(
      what: "a property changed, added and removed",
      old: head + "    owner Grace\n    due 2026-12-01\n",
      new: head + "    owner Lin\n    weight 2\n",
      words: [
        "[nps] owner: Grace → Lin", "[nps] weight: now 2",
        "[nps] due: no longer 2026-12-01",
      ]),
    Case(
      what: "a check-in added, one removed, one corrected",
      old: head + "2026-11-19 39 7/10\n2026-11-20 40 @Ada Up\n",
      new: head + "2026-11-20 41 @Ada Up\n2026-11-21 38 7/10 Second survey\n",
      words: [
        "[o] status: on-track → at-risk (40% done, 57% expected: 17 pp behind)",
        "[nps] 2026-11-21: 38, 7/10, 'Second survey'",
        "[nps] 2026-11-20: 40 → 41",
        "[nps] 2026-11-19 removed: 39, 7/10",
        "[nps] status: on-track → at-risk (40% done, 57% expected: 17 pp behind)",
      ]),
    Case(
      what: "a status flips", old: head + "2026-11-20 31\n",
      new: head + "2026-11-20 49\n",
      words: [
        "[o] status: off-track → on-track (95% done, 57% expected: 38 pp ahead)",
        "[nps] 2026-11-20: 31 → 49",
        "[nps] status: off-track → on-track (95% done, 57% expected: 38 pp ahead)",
      ]),
    Case(
      what: "things added, removed and renamed",
      old: "kpi [a] A\nkpi [b] B\nkpi C\n",
      new: "kpi [a] AA\nkpi C\nkpi [d] D\n",
      words: [
        "[a] title: 'A' → 'AA'", "[d] KPI: added", "[b] KPI: removed",
      ]),
    Case(
      what: "a reading that another one covers",
      old: head + "2026-11-20 40 Up\n",
      new: head + "2026-11-20 39\n2026-11-20 40 Up\n",
      words: ["readings that later lines of the same moment cover: 1 new"]),
    Case(
      what: "an id is given", old: "kpi A\n", new: "kpi [a] A\n",
      words: ["[a] id: now [a]"]),
    Case(
      what: "a key result goes to another objective",
      old: "objective A\nkr [k] K\nobjective B\n",
      new: "objective A\nobjective B\nkr [k] K\n",
      words: ["[k] moved: from 'A' to 'B'"]),
    Case(
      what: "another order",
      old: "objective A\nkr K\nkr L\nobjective B\nkpi P\nkpi Q\n",
      new: "objective B\nobjective A\nkr L\nkr K\nkpi Q\nkpi P\n",
      words: [
        "objectives: in another order", "KPIs: in another order",
        "'A' key results: in another order",
      ]),
    Case(
      what: "milestones and actions",
      old:
        "objective A\nkr K\nmilestone [ ] 2026-10-09 Script\nmilestone [ ] Film\naction [ ] @Ada Call\n",
      new:
        "objective A\nkr K\nmilestone [x 2026-10-08] 2026-10-12 Script\nmilestone [ ] Cut\naction [x] @Bo Call\n",
      words: [
        "'A' status: pending → stale (its open key result is stale)",
        "'K' milestone Script: open → done on 2026-10-08, due 2026-10-09 → 2026-10-12",
        "'K' milestone added: Cut, open",
        "'K' action Call: open → done, who Ada → Bo",
        "'K' milestone removed: Film, open",
        "'K' status: pending → stale (no check-in for 45 days, due every week)",
      ]),
    Case(
      what: "head and cycles",
      old: "board A\nevery week\ncycle Q 2026-01-01 .. 2026-02-01\n",
      new: "board B\nlimit kpis 9\ncycle Q 2026-01-01 .. 2026-03-01\n",
      words: [
        "board: 'A' → 'B'", "limit kpis: now 9", "every: no longer week",
        "cycle Q: 2026-01-01 to 2026-02-01 → 2026-01-01 to 2026-03-01",
      ]),
    Case(
      what: "a meeting", old: "meeting 2026-10-01 Weekly @A\ndecision Go\n",
      new:
        "meeting 2026-10-01 Weekly @A @B\ndecision Stay\nmeeting 2026-10-08 Next\n",
      words: [
        "'2026-10-01 Weekly' people: A → A, B",
        "'2026-10-01 Weekly' decision added: Stay",
        "'2026-10-01 Weekly' decision removed: Go",
        "'2026-10-08 Next' meeting: added",
      ]),
    Case(
      what: "comments and lines that are not understood",
      old: "# a\n# b\nzzzzz\nkpi A\n", new: "# b\n# c\n# d\nkpi A\n",
      words: [
        "comments: 2 new, 1 gone", "lines that are not understood: 1 gone",
      ]),
  ]

  @Test(arguments: cases)
  func `it is said in these words`(_ example: Case) {
    let differences = Document(Array(example.old.utf8))
      .differences(to: Document(Array(example.new.utf8)), at: Self.now)
    #expect(differences.map(\.words) == example.words)
  }

  @Test func `many new readings are one difference`() {
    let days = (1...28).map { "2026-10-\($0 < 10 ? "0" : "")\($0) 5\n" }
    let old = Document(Array("kpi [k] K\n".utf8))
    let new = Document(Array("kpi [k] K\n\(days.joined())".utf8))
    #expect(
      old.differences(to: new, at: Self.now).map(\.words)
        == ["[k] 28 readings added, 2026-10-01 to 2026-10-28"])
  }

  @Test func `a board and its past differ in what carries a date since`() {
    let text =
      "objective O\nkr [k] K\nmilestone [x 2026-11-01] A\nmilestone [x 2026-11-20] B\nmeeting 2026-11-21 M\nmeeting 2026-10-01 L\n"
    let document = Document(Array(text.utf8))
    let before = Now(
      Day(number: Day.number(year: 2026, month: 11, day: 10)))
    let words = document.differences(
      to: document, at: Self.now, before: before
    ).map(\.words)
    #expect(
      words.contains("[k] milestone B: open → done on 2026-11-20"))
    #expect(words.contains("'2026-11-21 M' meeting: added"))
    #expect(!words.contains { $0.contains("milestone A") || $0.contains("L'") })
  }

  @Test func `what is private is masked`() {
    let old =
      "objective Secret plan\nprivate\nowner Ada\nkr [k] Hidden\nfrom 1 to 9 x\n2026-11-01 5\n"
    let new =
      old.replacing("Ada", with: "Lin")
      + "2026-11-20 9 done\naction [ ] Whisper\n"
    let words = Document(Array(old.utf8))
      .differences(to: Document(Array(new.utf8)), at: Self.now)
      .map(\.masked.words).joined(separator: "\n")
    for secret in ["Secret", "Hidden", "Lin", "Ada", "9", "done", "Whisper"] {
      #expect(!words.contains(secret), "\(words)")
    }
    #expect(words.contains("[k] status: "))
  }

  @Test(arguments: MinefieldTests.mines)
  func `a file does not differ from itself or its layout`(
    _ mine: MinefieldTests.Mine
  ) {
    let document = mine.document
    #expect(document.differences(to: document, at: Self.now) == [])
    let formatted = Document(document.formatted)
    #expect(
      document.differences(to: formatted, at: Self.now).map(\.words) == [])
  }

  @Test(arguments: 1..<200)
  func `both ways round there is as much to say`(_ seed: Int) {
    var random = Random(seed)
    let mines = MinefieldTests.mines
    let one = mines[random.next(mines.count)].document
    let other = mines[random.next(mines.count)].document
    let forth = one.differences(to: other, at: Self.now)
    let back = other.differences(to: one, at: Self.now)
    #expect(forth.isEmpty == back.isEmpty)
    #expect(
      forth.count { $0.change == "added" }
        == back.count { $0.change == "removed" })
  }
}
