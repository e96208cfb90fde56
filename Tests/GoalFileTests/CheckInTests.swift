import GoalFile
import Goals
import Testing

/// A check-in is one line more, laid out like its neighbours, and nothing else.
struct CheckInTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let before: String
    let typed: String
    let after: String
    var thing = Thing.keyResult(0)

    var testDescription: String { what }
  }

  static var now: Now {
    let day = Day(number: Day.number(year: 2026, month: 11, day: 22))
    return Now(Moment(day, second: 14 * 3_600 + 5 * 60, precision: .minute))
  }

  private static let head = "objective A\n  kr [b] B\n    from 1 to 9 x\n"

  static let cases = [
    Case(
      what: "behind the last reading, spaced like it",
      before: head + "    2026-11-01  3  5/10  well\n", typed: "5 7 better",
      after: head
        + "    2026-11-01  3  5/10  well\n    2026-11-22  5  7/10  better\n"),
    Case(
      what: "in the columns of its neighbour",
      before: head + "    2026-11-01  300  5/10  well\n", typed: "5 7",
      after: head
        + "    2026-11-01  300  5/10  well\n    2026-11-22  5    7/10\n"),
    Case(
      what: "with one blank where the neighbour has one",
      before: head + "    2026-11-01 3\n", typed: "5",
      after: head + "    2026-11-01 3\n    2026-11-22 5\n"),
    Case(
      what: "the number as it was typed",
      before: head + "    2026-11-01 3\n", typed: "1_200k",
      after: head + "    2026-11-01 3\n    2026-11-22 1_200k\n"),
    Case(
      what: "back-dated, between two",
      before: head + "    2026-11-01  3\n    2026-11-15  4\n",
      typed: "2026-11-08 5",
      after: head + "    2026-11-01  3\n    2026-11-08  5\n    2026-11-15  4\n"),
    Case(
      what: "back-dated, before the first",
      before: head + "    2026-11-15  4\n", typed: "2026-11-08 5",
      after: head + "    2026-11-08  5\n    2026-11-15  4\n"),
    Case(
      what: "the first of all, indented like the line before",
      before: head + "\nkpi C\n", typed: "5",
      after: head + "    2026-11-22  5\n\nkpi C\n"),
    Case(
      what: "the first of all, under an opener alone",
      before: "kpi C\n", typed: "5", after: "kpi C\n  2026-11-22  5\n",
      thing: .kpi(0)),
    Case(
      what: "tabs stay tabs", before: "kpi C\n\tunit x\n\t2026-11-01\t3\n",
      typed: "5",
      after: "kpi C\n\tunit x\n\t2026-11-01\t3\n\t2026-11-22\t5\n",
      thing: .kpi(0)),
    Case(
      what: "CRLF stays CRLF", before: "kpi C\r\n  2026-11-01  3\r\nkpi D\r\n",
      typed: "5",
      after: "kpi C\r\n  2026-11-01  3\r\n  2026-11-22  5\r\nkpi D\r\n",
      thing: .kpi(0)),
    Case(
      what: "a missing final line end stays missing",
      before: "kpi C\n  2026-11-01  3", typed: "5",
      after: "kpi C\n  2026-11-01  3\n  2026-11-22  5", thing: .kpi(0)),
    Case(
      what: "a byte order mark stays",
      before: "\u{FEFF}kpi C\n  2026-11-01  3\n", typed: "5",
      after: "\u{FEFF}kpi C\n  2026-11-01  3\n  2026-11-22  5\n", thing: .kpi(0)
    ),
    Case(
      what: "with hour and minute where that day has one",
      before: head + "    2026-11-22  3\n", typed: "5",
      after: head + "    2026-11-22  3\n    2026-11-22T14:05  5\n"),
    Case(
      what: "comments and empty lines stay behind",
      before: head + "    2026-11-01  3\n    # note\n\n# next\nkpi C\n",
      typed: "5",
      after: head
        + "    2026-11-01  3\n    2026-11-22  5\n    # note\n\n# next\nkpi C\n"),
    Case(
      what: "readings by name stay where they are",
      before: head + "    2026-11-01  3\n\nreading [b] 2026-11-10 4\n",
      typed: "5",
      after: head
        + "    2026-11-01  3\n    2026-11-22  5\n\nreading [b] 2026-11-10 4\n"),
    Case(
      what: "nothing new to measure", before: head,
      typed: "- 7 same, the vendor is late",
      after: head + "    2026-11-22  -  7/10  same, the vendor is late\n"),
    Case(
      what: "a note that begins like a word is marked", before: head,
      typed: "5 -- 7/10 of them",
      after: head + "    2026-11-22  5  --  7/10 of them\n"),
    Case(
      what:
        "an objective takes no number, and its line stands before its key results",
      before: head, typed: "7 going well",
      after:
        "objective A\n  2026-11-22  -  7/10  going well\n  kr [b] B\n    from 1 to 9 x\n",
      thing: .objective(0)),
    Case(
      what: "status and person", before: head,
      typed: "5 at-risk @\"Grace Hopper\" late",
      after: head + "    2026-11-22  5  at-risk  @\"Grace Hopper\"  late\n"),
  ]

  @Test(arguments: [
    ("fri 5", "2026-11-20"), ("Friday 5 7 late", "2026-11-20"),
    ("today 5", "2026-11-22"), ("yesterday 5", "2026-11-21"),
    ("sunday 5", "2026-11-22"), ("20 Nov 5 7", "2026-11-20"),
    ("24 dec 5", "2025-12-24"), ("20 May 5", "2026-05-20"),
  ])
  func `a day is said as people say it`(_ typed: String, _ day: String) throws {
    let document = Document(Array(Self.head.utf8))
    let checkIn = try CheckIn(
      typed: typed, on: .keyResult(0), in: document.board, at: Self.now)
    #expect("\(checkIn.moment)" == day)
    #expect(checkIn.value == 5)
  }

  @Test func `what is said later of another day comes after it`()
    throws
  {
    let text = Self.head + "    2026-11-20T14:30  3\n"
    let document = Document(Array(text.utf8))
    let checkIn = try CheckIn(
      typed: "fri 4", on: .keyResult(0), in: document.board, at: Self.now)
    #expect("\(checkIn.moment)" == "2026-11-20T14:31")
  }

  @Test(arguments: cases)
  func `one line is added and nothing else changed`(_ example: Case)
    throws
  {
    let document = Document(Array(example.before.utf8))
    let checkIn = try CheckIn(
      typed: example.typed, on: example.thing, in: document.board, at: Self.now)
    let after = try document.applying(.checkIn(checkIn, on: example.thing))
    #expect(String(decoding: after.bytes, as: UTF8.self) == example.after)
  }

  @Test(arguments: [
    ("abc", "'abc' is not a number"),
    ("1,5", "'1,5' is not a number: the decimal sign is a point"),
    ("", "type a number, or '-' where there is nothing new"),
    ("5 11/10", "'11/10' is not a confidence from 0/10 to 10/10"),
    ("5 11 too sure", "'11' is no confidence from 0 to 10; '--' begins a note"),
    ("5 8/5 x", "'8/5' is no confidence from 0 to 10; '--' begins a note"),
    ("2026-02-30 5", "'2026-02-30' is not in the calendar"),
    ("5\nkpi C", "a line break or control character can not be entered"),
    ("5 \u{1B}[31m", "a line break or control character can not be entered"),
  ])
  func `what is wrong is said, and nothing changes`(
    _ typed: String, _ words: String
  ) {
    let board = Document(Array(Self.head.utf8)).board
    #expect(throws: EntryError(words)) {
      try CheckIn(typed: typed, on: .keyResult(0), in: board, at: Self.now)
    }
  }

  @Test func `a number that comes from elsewhere is refused`() {
    let text =
      "objective A\nkr B\nmeasured by [c]\nkr D\nmilestone [ ] E\nkpi [c] C\n"
    let board = Document(Array(text.utf8)).board
    for (thing, words) in [
      (
        Thing.keyResult(0),
        "measured by [c]: type 0 to 10, or a note"
      ),
      (
        .keyResult(1),
        "measured by milestones: type 0 to 10, or a note"
      ),
      (
        .objective(0),
        "an objective has no number: type 0 to 10, or a note"
      ),
    ] {
      #expect(throws: EntryError(words)) {
        try CheckIn(typed: "41 7", on: thing, in: board, at: Self.now)
      }
    }
  }

  static let hostile = [
    "#", "> more", "-- more", "@Ada", "[x] done", "kpi [x] Churn",
    "7/10 of them", "on-track",
    "\u{2028}kpi C", "\u{85}kpi C", "a\tb", "2026-11-01 5",
    "reading [b] 2026-11-01 5",
    "<<<<<<< ours", "é́́́", "👩‍💻", "\u{202E}evil", "\"quoted\"",
  ]

  @Test(arguments: hostile)
  func `no note becomes a second statement`(_ note: String) throws {
    let document = Document(Array(Self.head.utf8))
    guard
      let checkIn = try? CheckIn(
        typed: "5 7/10 at-risk @Ada -- \(note)", on: .keyResult(0),
        in: document.board,
        at: Self.now)
    else { return }
    let after = try document.applying(.checkIn(checkIn, on: .keyResult(0)))
    #expect(
      after.bytes.count { $0 == 10 } == document.bytes.count { $0 == 10 } + 1)
    #expect(after.diagnostics.filter { $0.severity == .error }.isEmpty)
    let rows = after.board.keyResults[0].rows
    #expect(rows.count == 1)
    let words = try #require(after.board.readings.words(at: rows.lowerBound))
    #expect(words.note.map(after.board.text) == note)
    #expect(words.confidence == 7 && words.status == .atRisk)
  }

  @Test(arguments: MinefieldTests.mines)
  func `in any file a check-in only inserts`(_ mine: MinefieldTests.Mine) throws
  {
    let document = mine.document
    let board = document.board
    let things =
      board.objectives.indices.map { Thing.objective($0) }
      + board.keyResults.indices.map { .keyResult($0) }
      + board.kpis.indices.map { .kpi($0) }
    for thing in things {
      let typed = board.lackOfNumber(of: thing) == nil ? "41 7 well" : "7 well"
      let checkIn = try CheckIn(
        typed: typed, on: thing, in: board, at: Self.now)
      let edit = Edit.checkIn(checkIn, on: thing)
      guard let change = try? document.change(for: edit) else {
        #expect(document.hasConflict, "only a conflict is decided first")
        continue
      }
      let patch = try #require(change.patches.first)
      #expect(change.patches.count == 1 && patch.range.isEmpty)
      let bytes = change.applied(to: document.bytes)
      #expect(change.inverse.applied(to: bytes) == document.bytes)
      #expect(bytes.count == document.bytes.count + patch.replacement.count)
      #expect(bytes.starts(with: document.bytes[..<patch.range.lowerBound]))
    }
  }
}
