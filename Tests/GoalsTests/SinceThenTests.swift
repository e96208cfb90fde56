import GoalFile
import Goals
import Testing

/// What happened since a moment, each with a board and what must come out.
struct SinceThenTests {
  struct News: CustomTestStringConvertible, Sendable {
    /// What is told, in a sentence.
    let sentence: String
    let board: String
    /// What is said of all that changed, a line each.
    let told: [String]

    init(_ sentence: String, _ told: [String], _ board: String) {
      self.sentence = sentence
      self.told = told
      self.board = board
    }

    var testDescription: String { sentence }
  }

  @Test(arguments: ofKeyResults + ofOthers + ofPromises)
  func `from 9 to 16 November it tells`(_ news: News) throws {
    let board = Document(Array(news.board.utf8)).board
    let since = board.changes(
      since: try now("2026-11-09"), to: try now("2026-11-16"))
    #expect(words(of: since, board) == news.told)
    #expect(since.isEmpty == news.told.isEmpty)
  }

  static let ofKeyResults = [
    News(
      "nothing where nothing happened", [],
      quarter("from 0 to 40 points\nevery year\n2026-11-09 10 7/10")),
    News(
      "a value that moved, and how far it brought us",
      [
        "o: 25→50% at-risk→on-track better",
        "k: 10→20 25→50% 7→8 at-risk→on-track better 1 row",
      ],
      quarter("from 0 to 40 points\n2026-11-09 10 7/10\n2026-11-16 20 8/10")),
    News(
      "a first value",
      ["o: pending→off-track", "k: –→0 –→0% off-track→at-risk better 1 row"],
      quarter(
        "from 0 to 40 points\n2026-11-09 - off-track\n2026-11-16 0 at-risk")),
    News(
      "a check-in that says the same, too", ["k: 1 row"],
      quarter("from 0 to 40 points\n2026-11-09 10\n2026-11-15 10")),
    News(
      "silence that became too long",
      ["o: on-track→stale worse", "k: on-track→stale worse"],
      quarter("from 0 to 40 points\n2026-11-05 20")),
    News(
      "the final word, with its score",
      ["k: on-track→achieved better closed at 0.7 1 row"],
      quarter(
        "from 0 to 40 points\n2026-11-09 20\n2026-11-10 20\nclose 2026-11-15 0.7 Well"
      )),
    News(
      "a milestone that was ticked, not one that is ticked without a day",
      [
        "o: 50→100% stale→achieved better",
        "k: 50→100% stale→achieved better ticked 1",
      ],
      quarter(
        "milestone [x] one\nmilestone [x 2026-11-11] two")),
    News(
      "goalposts that moved",
      [
        "o: 50→25% on-track→at-risk worse",
        "k: 50→25% on-track→at-risk worse moved 0",
      ],
      quarter(
        "from 0 to 40 points\n2026-11-08 20\nmoved 2026-11-12 to 80 Why not")),
    News(
      "not that a number was held for longer", [],
      quarter(
        "keep above 10 points\nevery year\n2026-10-05 8\n2026-11-05 12",
        objective: "kind learning\nprivate"
      )
      .replacing("cycle Q\n", with: "")),
    News(
      "not what is dated later", [],
      quarter("from 0 to 40 points\nevery year\n2026-11-09 10\n2026-11-17 40")),
    News(
      "a number of the day itself at its own hour", ["k: 1 row"],
      quarter("from 0 to 40 points\n2026-11-16T00:00 10\n2026-11-09T23:59 10")),
  ]

  static let ofOthers = [
    News(
      "a check-in on an objective", ["o: 7→5 on-track→at-risk worse 1 row"],
      "objective [o] Go\n2026-11-09 - 7/10 on-track\n2026-11-16 - 5/10 at-risk\n"
    ),
    News(
      "readings of a KPI and a verdict that flipped",
      ["p: 5→2 healthy→critical worse 2 rows"],
      "kpi [p] P\nhealthy 4 ..\n2026-11-09 5\n2026-11-10 3\n2026-11-16 2\n"),
    News(
      "a red that was accepted",
      ["p: critical→accepted better accepted 0"],
      "kpi [p] P\nhealthy 4 ..\n2026-11-09 3\naccept 2026-11-10 until 2026-12-01 at 2 Known\n"
    ),
    News(
      "no turn where there was no verdict before",
      ["p: –→5 untracked→healthy 1 row"],
      "kpi [p] P\nhealthy 4 ..\n2026-11-10 5\n"),
    News(
      "the meetings held since", ["meeting Second", "meeting Third"],
      "meeting 2026-11-09 First\nmeeting 2026-11-12 Second\nmeeting 2026-11-16T09:00 Third\nmeeting 2026-11-17 Fourth\n"
    ),
  ]

  static let ofPromises = [
    News(
      "what was done, the earliest first, and what is late, the longest first",
      ["done d", "done c", "late b", "late a"],
      """
      kpi [p] P
      action [ ] 2026-11-15 a
      action [ ] 2026-11-01 b
      action [ ] 2026-11-16 today
      action [ ] no date
      action [x 2026-11-16] 2026-11-10 c
      action [x 2026-11-09] long done
      action [x] done some day
      action [x 2026-11-17] 2026-11-17 to come
      meeting 2026-11-09 First
      action [x 2026-11-12] d

      """),
    News(
      "what will be done after its date", ["late a"],
      "objective O\naction [x 2026-11-18] 2026-11-15 a\n"),
    News(
      "not what a meeting still to come has promised", [],
      "meeting 2026-11-20 Next\naction [ ] 2026-11-10 a\n"),
  ]

  /// The last meeting before a day is none of that day.
  @Test func `the last meeting is the one before, by date`() throws {
    let board = Document(
      Array(
        """
        meeting 2026-11-16 Third
        meeting 2026-11-02 First
        meeting 2026-11-09T09:00 Second
        meeting 2026-11-09T09:00 Second again

        """.utf8)
    ).board
    #expect(board.lastMeeting(before: try now("2026-11-16T12:00")) == 3)
    #expect(board.lastMeeting(at: try now("2026-11-16T12:00")) == 0)
    #expect(board.lastMeeting(before: try now("2026-11-02")) == nil)
    #expect(board.lastMeeting(at: try now("2026-11-01")) == nil)
    #expect(board.meeting(before: 0) == 3)
    #expect(board.meeting(before: 3) == 1)
    #expect(board.meeting(before: 1) == nil)
  }

  @Test func `what is under something private is private`() throws {
    let text = "objective A\nprivate\nkr B\nobjective C\nkr D\nprivate\nkpi E\n"
    let board = Document(Array(text.utf8)).board
    let things: [Thing] = [
      .objective(0), .keyResult(0), .objective(1), .keyResult(1), .kpi(0),
    ]
    #expect(
      things.map(board.isPrivate) == [true, true, false, true, false])
  }

  /// A quarter of which half has passed on 16 November.
  private static func quarter(_ lines: String, objective: String = "") -> String
  {
    """
    cycle Q 2026-10-01 .. 2027-01-01
    objective [o] Go
      cycle Q
    \(objective)
      kr [k] Measure
    \(lines)

    """
  }
}

private func now(_ text: String) throws -> Now {
  Now(try #require(Moment(written: text)))
}

private func words(of since: SinceThen, _ board: Board) -> [String] {
  since.movements.map { words(of: $0, board) }
    + since.meetings.map { "meeting \(board.meetings[$0].title)" }
    + since.done.map { "done \($0.action.text)" }
    + since.late.map { "late \($0.action.text)" }
}

private func words(of movement: Movement, _ board: Board) -> String {
  var words: [String] = []
  func add<Fact>(_ step: Step<Fact>?, _ spell: (Fact) -> String, _ end: String)
  {
    guard let step else { return }
    words.append(
      "\(step.before.map(spell) ?? "–")→\(step.after.map(spell) ?? "–")\(end)")
  }
  add(movement.value, { "\(Int($0))" }, "")
  add(movement.progress, { "\(percent($0))" }, "%")
  add(movement.confidence, { "\($0)" }, "")
  add(movement.status, \.rawValue, "")
  add(movement.verdict, \.rawValue, "")
  if let turn = movement.turn { words.append("\(turn)") }
  if let closing = movement.closing {
    words.append("closed at \(closing.score)")
  }
  words += movement.ticked.map { "ticked \($0)" }
  words += movement.moves.map { "moved \($0)" }
  words += movement.accepted.map { "accepted \($0)" }
  if !movement.rows.isEmpty {
    words.append(
      "\(movement.rows.count) row\(movement.rows.count == 1 ? "" : "s")")
  }
  let name: ID? =
    switch movement.thing {
    case .objective(let index): board.objectives[index].id
    case .keyResult(let index): board.keyResults[index].id
    case .kpi(let index): board.kpis[index].id
    }
  return "\(name?.text ?? "?"): \(words.joined(separator: " "))"
}
