import GoalFile
import Testing

/// Two changes of one board become one, and a question is asked only where they
/// contradict each other.
struct MergeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let base: String
    let ours: String
    let theirs: String
    let merged: String
    /// What the conflicts are about.
    var conflicts: [String] = []

    var testDescription: String { what }
  }

  static let kr = """
    board B

    objective [o] O
      owner Ada
      > Why it matters.

      kr [k] K
        from 32 to 50 points
        2026-10-05  34  6/10  First
        action [ ] 2026-10-26 @Ada Call the vendor

      kr [l] L
        2026-10-05  1

    kpi [p] P
      target 400
      2026-10-01  41

    """

  /// A case in which each side replaces one text in `kr` by another.
  static func change(
    _ what: String, ours: (String, String), theirs: (String, String),
    conflicts: [String] = [], merged: String? = nil
  ) -> Case {
    let mine = kr.replacing(ours.0, with: ours.1)
    return Case(
      what: what, base: kr, ours: mine,
      theirs: kr.replacing(theirs.0, with: theirs.1),
      merged: merged ?? mine.replacing(theirs.0, with: theirs.1),
      conflicts: conflicts)
  }

  static let first = "    2026-10-05  34  6/10  First\n"

  static let clean = [
    change(
      "two check-ins on one key result",
      ours: (first, first + "    2026-10-19  36\n"),
      theirs: (first, first + "    2026-10-12  35\n"),
      merged: kr.replacing(
        first, with: first + "    2026-10-12  35\n    2026-10-19  36\n")),
    change(
      "two readings of one moment",
      ours: (first, first + "    2026-10-19  36\n"),
      theirs: (first, first + "    2026-10-19  35\n"),
      merged: kr.replacing(
        first, with: first + "    2026-10-19  35\n    2026-10-19  36\n")),
    change(
      "the same fact on both sides",
      ours: (first, first + "    2026-10-19  36\n"),
      theirs: (first, first + "    2026-10-19 36\n"),
      merged: kr.replacing(first, with: first + "    2026-10-19  36\n")),
    change(
      "a changed target beside a new note", ours: ("to 50", "to 60"),
      theirs: ("First", "The first one")),
    change(
      "start and target of one measure", ours: ("from 32", "from 30"),
      theirs: ("to 50", "to 60")),
    change(
      "a ticked action with a new due date", ours: ("[ ] 2026", "[x] 2026"),
      theirs: ("10-26", "10-30")),
    change(
      "a ticked action in other words", ours: ("[ ] 2026", "[x] 2026"),
      theirs: ("Call the vendor", "Call the other vendor")),
    change(
      "a value and its confidence", ours: ("  34  ", "  35  "),
      theirs: ("6/10", "7/10")),
    change(
      "a new confidence and a new note", ours: ("6/10  First", "6/10  Second"),
      theirs: ("  34  6/10", "  34  6/10  at-risk"),
      merged: kr.replacing("6/10  First", with: "6/10  at-risk  Second")),
    change(
      "narrative in other words", ours: ("Why it matters", "Why this matters"),
      theirs: ("  owner Ada", "  owner Bo")),
    change(
      "a new title and a check-in", ours: ("[k] K", "[k] New"),
      theirs: (first, first + "    2026-10-12  35\n")),
    change(
      "a new id and a check-in", ours: ("[k] K", "[n] K"),
      theirs: (first, first + "    2026-10-12  35\n")),
    change(
      "two new blocks at one place",
      ours: ("\nkpi [p]", "\nkpi [q] Q\n  unit x\n\nkpi [p]"),
      theirs: ("\nkpi [p]", "\nkpi [r] R\n  unit x\n\nkpi [p]"),
      merged: kr.replacing(
        "\nkpi [p]",
        with:
          "\nkpi [q] Q\n  unit x\n\nkpi [r] R\n  unit x\n\nkpi [p]")),
    change(
      "the same new block", ours: ("\nkpi [p]", "\nkpi [q] Q\n\nkpi [p]"),
      theirs: ("\nkpi [p]", "\nkpi [q] Q\n\nkpi [p]"),
      merged: kr.replacing("\nkpi [p]", with: "\nkpi [q] Q\n\nkpi [p]")),
    change(
      "a removed line beside a changed one", ours: ("  owner Ada\n", ""),
      theirs: ("[o] O", "[o] Oh")),
    change(
      "a removed key result beside a changed one",
      ours: ("\n  kr [l] L\n    2026-10-05  1\n", ""),
      theirs: ("to 50", "to 60")),
    change(
      "layout and words of one line", ours: ("    from 32", "  from   32"),
      theirs: ("to 50", "to 60"),
      merged: kr.replacing("from 32 to 50", with: "from 32 to 60")),
    Case(
      what: "reordered blocks and a change in one",
      base: "kpi [a] A\n\nkpi [b] B\n\nkpi [c] C\n",
      ours: "\nkpi [c] C\nkpi [a] A\n\nkpi [b] B\n",
      theirs: "kpi [a] A\n\nkpi [b] B\n  unit x\n\nkpi [c] C\n",
      merged: "\nkpi [c] C\nkpi [a] A\n\nkpi [b] B\n  unit x\n"),
    Case(
      what: "two pairs swapped, one on each side",
      base: "kpi [a] A\nkpi [b] B\nkpi [c] C\nkpi [d] D\n",
      ours: "kpi [b] B\nkpi [a] A\nkpi [c] C\nkpi [d] D\n",
      theirs: "kpi [a] A\nkpi [b] B\nkpi [d] D\nkpi [c] C\n",
      merged: "kpi [b] B\nkpi [a] A\nkpi [d] D\nkpi [c] C\n"),
    Case(
      what: "a check-in on a key result that moved to another objective",
      base: "objective A\n  kr [k] K\n    2026-10-05 1\nobjective B\n",
      ours: "objective A\nobjective B\n  kr [k] K\n    2026-10-05 1\n",
      theirs:
        "objective A\n  kr [k] K\n    2026-10-05 1\n    2026-10-12 2\nobjective B\n",
      merged:
        "objective A\nobjective B\n  kr [k] K\n    2026-10-05 1\n    2026-10-12 2\n"
    ),
    Case(
      what: "two readings by name at the end of the file",
      base: "kpi [a] A\nreading [a] 2026-10-01 1\n",
      ours: "kpi [a] A\nreading [a] 2026-10-01 1\nreading [a] 2026-10-03 3\n",
      theirs: "kpi [a] A\nreading [a] 2026-10-01 1\nreading [a] 2026-10-02 2\n",
      merged:
        "kpi [a] A\nreading [a] 2026-10-01 1\nreading [a] 2026-10-02 2\nreading [a] 2026-10-03 3\n"
    ),
    Case(
      what: "a reading by name at the end of a block that is gone",
      base: "kpi [a] A\nkpi [b] B\n",
      ours: "kpi [a] A\nkpi [b] B\nreading [a] 2026-10-03 3\n",
      theirs: "kpi [a] A\n",
      merged: "kpi [a] A\nreading [a] 2026-10-03 3\n"),
    Case(
      what: "lines behind a last one without an end",
      base: "kpi [a] A\r\n  unit x",
      ours: "kpi [a] A\r\n  unit x\r\n  2026-10-01 1",
      theirs: "kpi [a] A\r\n  unit x\r\n  2026-10-02 2",
      merged: "kpi [a] A\r\n  unit x\r\n  2026-10-01 1\r\n  2026-10-02 2"),
    Case(
      what: "a byte order mark that one side put in front",
      base: "kpi A\n", ours: "\u{FEFF}kpi A\n", theirs: "board B\nkpi A\n",
      merged: "\u{FEFF}board B\nkpi A\n"),
    Case(
      what: "one owner from both", base: "kpi A\n  unit x\n",
      ours: "kpi A\n  owner Ada\n  unit x\n",
      theirs: "kpi A\n  unit x\n  owner Ada\n",
      merged: "kpi A\n  owner Ada\n  unit x\n"),
  ]

  static let contradicting = [
    change(
      "two targets", ours: ("to 50", "to 60"), theirs: ("to 50", "to 70"),
      conflicts: ["target of [k]"],
      merged: kr.replacing(
        "    from 32 to 50 points\n",
        with: marked(
          "    from 32 to 60 points\n", "    from 32 to 50 points\n",
          "    from 32 to 70 points\n"))),
    change(
      "two titles", ours: ("[k] K", "[k] A"), theirs: ("[k] K", "[k] B"),
      conflicts: ["title of [k]"],
      merged: kr.replacing(
        "  kr [k] K\n",
        with: marked("  kr [k] A\n", "  kr [k] K\n", "  kr [k] B\n"))),
    change(
      "two targets of a KPI", ours: ("target 400", "target 500"),
      theirs: ("target 400", "target 600"),
      conflicts: ["target of [p]"],
      merged: kr.replacing(
        "  target 400\n",
        with: marked("  target 500\n", "  target 400\n", "  target 600\n"))),
    change(
      "one removed what the other changed", ours: ("  target 400\n", ""),
      theirs: ("target 400", "target 600"),
      conflicts: [
        "line 'target 400' of [p] was removed here and changed there"
      ],
      merged: kr.replacing(
        "  target 400\n", with: marked("", "  target 400\n", "  target 600\n"))
    ),
    change(
      "one removed the key result that the other checked in on",
      ours: ("\n  kr [l] L\n    2026-10-05  1\n", ""),
      theirs: ("    2026-10-05  1\n", "    2026-10-05  1\n    2026-10-12  2\n"),
      conflicts: ["[l] was removed here and changed there"],
      merged: kr.replacing(
        "\n  kr [l] L\n    2026-10-05  1\n",
        with: marked(
          "", "\n  kr [l] L\n    2026-10-05  1\n",
          "\n  kr [l] L\n    2026-10-05  1\n    2026-10-12  2\n"))),
    Case(
      what: "one id for two things", base: "board B\n",
      ours: "board B\nkpi [a] A\n", theirs: "board B\nobjective [a] A\n",
      merged: "board B\nkpi [a] A\n"
        + marked("", "", "objective [a] A\n"),
      conflicts: [
        "'objective [a] A', which does not go with a change on the other side: the id 'a' is taken"
      ]),
    Case(
      what: "two measures",
      base: "objective O\n  kr [k] K\n",
      ours: "objective O\n  kr [k] K\n    from 1 to 2\n",
      theirs: "objective O\n  kr [k] K\n    milestone [ ] M\n",
      merged: "objective O\n  kr [k] K\n    from 1 to 2\n"
        + marked("", "", "    milestone [ ] M\n"),
      conflicts: [
        "'milestone [ ] M', which does not go with a change on the other side: a second 'milestone': the first one holds"
      ]),
    Case(
      what: "a reference to what the other removed",
      base: "objective [a] A\nobjective [b] B\n",
      ours: "objective [a] A\n  supports [b]\nobjective [b] B\n",
      theirs: "objective [a] A\n",
      merged: "objective [a] A\n" + marked("  supports [b]\n", "", ""),
      conflicts: [
        "'supports [b]', which does not go with a change on the other side: nothing has the id 'b'"
      ]),
    Case(
      what: "a check-in on what gave way to another thing much alike",
      base: "kpi [a] Size\n  owner Ada\n  unit %\n",
      ours: "kpi [b] Speed\n  owner Ada\n  unit %\n",
      theirs: "kpi [a] Size\n  owner Ada\n  unit %\n  2026-10-02 4\n",
      merged: marked(
        "", "kpi [a] Size\n  owner Ada\n  unit %\n",
        "kpi [a] Size\n  owner Ada\n  unit %\n  2026-10-02 4\n")
        + "kpi [b] Speed\n  owner Ada\n  unit %\n",
      conflicts: ["[a] was removed here and changed there"]),
    Case(
      what: "markers of git in one of them",
      base: "kpi A\n", ours: "kpi A\n<<<<<<< x\n  unit x\n=======\n>>>>>>> y\n",
      theirs: "kpi A\n  unit z\n",
      merged: "kpi A\n"
        + marked(
          "<<<<<<< x\n  unit x\n=======\n>>>>>>> y\n", "", "  unit z\n"),
      conflicts: ["two changes that could not be put together"]),
  ]

  static func marked(_ ours: String, _ base: String, _ theirs: String) -> String
  {
    "<<<<<<< o\n\(ours)||||||| b\n\(base)=======\n\(theirs)>>>>>>> t\n"
  }

  private func merge(_ test: Case) -> Merge {
    GoalFile.merge(
      base: Array(test.base.utf8), ours: Array(test.ours.utf8),
      theirs: Array(test.theirs.utf8))
  }

  private func text(_ merge: Merge) -> String {
    String(
      decoding: merge.marked(ours: "o", base: "b", theirs: "t"), as: UTF8.self)
  }

  @Test(arguments: clean)
  func `changes that do not contradict each other merge`(_ test: Case) {
    let merge = merge(test)
    #expect(text(merge) == test.merged)
    #expect(merge.conflicts.map(\.what) == [])
    let swapped = GoalFile.merge(
      base: Array(test.base.utf8), ours: Array(test.theirs.utf8),
      theirs: Array(test.ours.utf8))
    #expect(swapped == merge)
  }

  @Test(arguments: contradicting)
  func `changes that contradict each other are a conflict`(_ test: Case) {
    let merge = merge(test)
    #expect(text(merge) == test.merged)
    #expect(merge.conflicts.map(\.what) == test.conflicts)
  }

  @Test func `a conflict knows its lines on both sides`() throws {
    let merge = merge(Self.contradicting[1])
    let conflict = try #require(merge.conflicts.first)
    #expect(conflict.oursLine == 7 && conflict.theirsLine == 7)
    #expect(!conflict.allowsBoth)
  }

  @Test(arguments: Merge.Choice.allCases)
  func `a choice decides a conflict`(_ choice: Merge.Choice) {
    let text = Array("a\n<<<<<<<\no\n=======\nt\n>>>>>>>\nb".utf8)
    let result = Merge(marked: text)?.resolved([choice])
    let expected =
      switch choice {
      case .ours: "a\no\nb"
      case .theirs: "a\nt\nb"
      case .both: "a\no\nt\nb"
      }
    #expect(result == Array(expected.utf8))
  }

  @Test(arguments: contradicting)
  func `a file with markers is read back`(_ test: Case) throws {
    guard test.what != "markers of git in one of them" else { return }
    let merge = merge(test)
    let bytes = merge.marked(ours: "o", base: "b", theirs: "t")
    let read = try #require(Merge(marked: bytes))
    for choice in Merge.Choice.allCases {
      let choices = merge.conflicts.map { _ in choice }
      #expect(read.resolved(choices) == merge.resolved(choices))
    }
    #expect(read.marked(ours: "o", base: "b", theirs: "t") == bytes)
  }

  @Test(arguments: [
    "<<<<<<<\n", "=======\n", ">>>>>>>\n", "<<<<<<<\n=======\n",
    "<<<<<<<\n<<<<<<<\n=======\n>>>>>>>\n", "<<<<<<<\n>>>>>>>\n",
    "<<<<<<<\n=======\n=======\n>>>>>>>\n", "|||||||\n",
  ])
  func `markers that do not go together are not read`(_ text: String) {
    #expect(Merge(marked: Array(text.utf8)) == nil)
  }
}
