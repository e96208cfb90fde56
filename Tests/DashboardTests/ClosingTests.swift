import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

/// The end of a cycle and the start of the next.
struct ClosingTests {
  static let board = """
    board Acme

    objective [trust] Be trusted
      cycle 2026
      owner Lin

    objective [onboard] A first week to remember
      cycle    2026-Q3
      owner    Ada
      team     Growth
      with     Support, Design
      kind     committed
      supports [trust]
      weight   2
      > Most leave in the first week.
      2026-07-05  -  7/10

      kr [nps] Customers recommend us
        owner Grace
        from 32 to 5_0 points
        weight 2
        plan 2026-08-15 40
        2026-07-05  34  6/10
        2026-09-20  41  7/10
        moved 2026-08-01 to 4_5  The pilot starts late

      kr [tour] The guided tour is live
        milestone [x 2026-08-01] 2026-08-01 Script
        milestone [ ] 2026-09-01 Live

      kr [uptime-2026-Q3] Always there
        keep above 99.9 %
        measured by [availability]

    objective [calls] Nobody waits
      cycle    2026-Q3
      kind     learning
      supports [onboard]

      kr Calls are answered
        from 9 to 3 minutes
        2026-09-20  3

    kpi [availability] Availability
      unit    %
      healthy 99.9 ..
      guards  [onboard]
      2026-09-20  99.95

    """

  /// The whole walk: with words and without, with a cause and without.
  static let walk =
    "F" + "0.7 keep Ask earlier<Enter>The vendor was late<Enter>"
    + "<Enter><Enter>" + "keep<Enter>"
    + "0.75 change Start smaller<Enter><Enter>" + "1 drop<Enter>"
    + "0.9 keep Wait<Back><Back><Back><Back>Calls first<Enter>"

  /// What the walk writes, line by line: what stands before each new line, and
  /// the new lines.
  static let words = [
    (
      "  2026-07-05  -  7/10\n",
      "  close 2026-11-22 0.75 change Start smaller\n"
    ),
    (
      "    moved 2026-08-01 to 4_5  The pilot starts late\n",
      """
          close 2026-11-22 0.7 keep Ask earlier
          cause The vendor was late

      """
    ),
    (
      "    milestone [ ] 2026-09-01 Live\n", "    close 2026-11-22 0.5\n"
    ),
    (
      "    measured by [availability]\n", "    close 2026-11-22 1.0 keep\n"
    ),
    (
      "  supports [onboard]\n", "  close 2026-11-22 0.9 keep Calls first\n"
    ),
    ("    2026-09-20  3\n", "    close 2026-11-22 1 drop\n"),
  ]

  /// What is carried over, before the KPI.
  static let heirs = """
    objective [onboard-2026-Q4] A first week to remember
      cycle    2026-Q4
      owner    Ada
      team     Growth
      with     Support, Design
      kind     committed
      supports [trust]
      weight   2
      > Most leave in the first week.

      kr [nps-2026-Q4] Customers recommend us
        owner  Grace
        from 41 to 4_5 points
        weight 2

      kr [tour-2026-Q4] The guided tour is live
        milestone [ ] Live

      kr [uptime-2026-Q4] Always there
        keep above 99.9 %
        measured by [availability]

    objective [calls-2026-Q4] Nobody waits
      cycle    2026-Q4
      kind     learning
      supports [onboard-2026-Q4]


    """

  static let closed = words.reduce(board) { text, line in
    text.replacing(line.0, with: line.0 + line.1, maxReplacements: 1)
  }

  static let carried = closed.replacing(
    "kpi [", with: heirs + "kpi ["
  ).replacing(
    "  guards  [onboard]\n",
    with: "  guards  [onboard]\n  guards  [onboard-2026-Q4]\n")

  private func session(
    _ keys: String, _ board: String = ClosingTests.board,
    width: Int = 120, height: Int = 40
  ) -> Session {
    var session = Stage.session(board)
    var host = Script(Stage.keys(keys), width: width, height: height)
    session.run(on: &host)
    return session
  }

  private func text(_ session: Session) -> String {
    String(decoding: session.document.bytes, as: UTF8.self)
  }

  @Test func `the walk writes one final word for each`() {
    let session = session(Self.walk)
    #expect(text(session) == Self.closed)
    #expect(!session.document.hasErrors)
  }

  @Test func `what is kept is written anew for the next cycle`() {
    let session = session(Self.walk + "<Enter>")
    #expect(text(session) == Self.carried)
    #expect(!session.document.hasErrors)
    #expect(session.selection == .objective(3))
  }

  @Test func `each step is undone and done again by itself`() {
    var all = session(Self.walk + "<Enter>")
    for event in Stage.keys("u") { _ = all.update(event) }
    #expect(text(all) == Self.closed)
    for event in Stage.keys("uuuuuu") { _ = all.update(event) }
    #expect(text(all) == Self.board)
    for event in Stage.keys("<^R><^R><^R><^R><^R><^R><^R>") {
      _ = all.update(event)
    }
    #expect(text(all) == Self.carried)
  }

  @Test func `a walk that was left goes on with what is open`() {
    let left = session("F0.7 keep<Enter>Vendor<Enter><Tab><Esc>")
    #expect(left.context == .board)
    #expect(text(left).contains("close 2026-11-22 0.7 keep\n    cause Vendor"))
    var again = left
    for event in Stage.keys("F") { _ = again.update(event) }
    let screen = again.view(width: 80, height: 24).text
    #expect(screen.contains("CLOSING 2026-Q3, 1 of 5"))
    #expect(screen.contains("The guided tour is live"))
  }

  @Test func `going back changes the word that was spoken`() {
    let session = session("F1 keep<Enter><S-Tab><^U>0.8 drop<Enter><Enter>")
    #expect(text(session).contains("close 2026-11-22 0.8 drop\n"))
    #expect(!text(session).contains("close 2026-11-22 1 keep"))
  }

  @Test func `nothing that is typed wrong is written or lost`() {
    let wrong = session("F1.2 keep<Enter>")
    #expect(text(wrong) == Self.board)
    #expect(wrong.context == .closing)
    #expect(wrong.view(width: 120, height: 40).text.contains("score: 1.2 keep"))
    let back = session("F0.7 keep Ask<Enter>The vendor<Esc>")
    #expect(text(back) == Self.board)
    #expect(
      back.view(width: 120, height: 40).text.contains("score: 0.7 keep Ask"))
  }

  @Test func `a cycle that still runs is closed only when asked`() {
    let running = Self.board.replacing("2026-Q3", with: "2026-Q4")
    let asked = session("F", running)
    #expect(asked.context == .closingEarly)
    #expect(
      asked.view(width: 80, height: 24).text.contains(
        "2026-Q4 runs until 31 Dec: Enter close it now   Esc stay"))
    #expect(session("F<Esc>", running).context == .board)
    #expect(session("F<Enter>", running).context == .closing)
  }

  @Test(arguments: [
    (
      "jZ0.75 change Start smaller<Enter>The vendor was late<Enter>",
      "  2026-07-05  -  7/10\n",
      """
        close 2026-11-22 0.75 change Start smaller
        cause    The vendor was late

      """
    ),
    (
      "jj<Enter>Z<Enter><Enter>",
      "    moved 2026-08-01 to 4_5  The pilot starts late\n",
      "    close 2026-11-22 0.69\n"
    ),
    (
      "jjjZ0.8 keep<Enter><Enter>",
      "    milestone [ ] 2026-09-01 Live\n",
      "    close 2026-11-22 0.8 keep\n"
    ),
  ])
  func `one thing alone is closed in one step`(
    script: String, before: String, new: String
  ) {
    var session = session(script)
    #expect(
      text(session) == Self.board.replacing(before, with: before + new))
    #expect([.board, .page].contains(session.context))
    for event in Stage.keys("u") { _ = session.update(event) }
    #expect(text(session) == Self.board)
  }

  @Test func `what is closed alone says its rule and what stays open`() {
    let screen = session("jZ").view(width: 120, height: 40).text
    #expect(screen.contains("CLOSING THIS OBJECTIVE"))
    #expect(screen.contains("reached from 1.0 up (committed)"))
    #expect(screen.contains("3 key results stay open"))
    let running = Self.board.replacing("2026-Q3", with: "2026-Q4")
    let asked = session("jZ", running)
    #expect(asked.context == .closingEarly)
    #expect(
      asked.view(width: 80, height: 24).text.contains(
        "this objective runs until 31 Dec"))
    #expect(text(session("jZ<Esc>", running)) == running)
    #expect(text(session("jZ<Enter>0.8<Esc>", running)) == running)
    #expect(
      session("<Tab>Z").view(width: 120, height: 40).text.contains(
        "only an objective or a key result has an end"))
  }

  @Test func `a word that was spoken stands there to be changed`() {
    let session = session(
      "jjjZ0.8 keep<Enter><Enter>Z<^U>0.9 drop<Enter><Enter>")
    #expect(text(session).contains("close 2026-11-22 0.9 drop\n"))
    #expect(!text(session).contains("0.8 keep"))
  }

  @Test(arguments: ["1<Enter>", "0.75<Enter><^U><Enter>"])
  func `a cause goes with what it was given for`(_ words: String) {
    let first = session("jZ0.75<Enter>Vendor<Enter>")
    #expect(text(first).contains("cause    Vendor\n"))
    let second = session("jZ0.75<Enter>Vendor<Enter>Z<^U>" + words)
    #expect(text(second).contains("close 2026-11-22 \(words.prefix(1))"))
    #expect(!text(second).contains("cause"))
  }

  struct Next: CustomTestStringConvertible, Sendable {
    let typed: String
    let words: String

    var testDescription: String { typed }
  }

  @Test(arguments: [
    Next(typed: "", words: "name the next cycle"),
    Next(typed: "2026-Q3", words: "2026-Q3 is the cycle that ends"),
    Next(typed: "Spring", words: "say its days"),
    Next(typed: "Spring 2027-01-01", words: "'..' is missing"),
  ])
  func `a cycle that is not known is said in its place`(next: Next) {
    let session = session(Self.walk + "<^U>" + next.typed + "<Enter>")
    #expect(text(session) == Self.closed)
    #expect(session.context == .closing)
    let screen = session.view(width: 160, height: 40).text
    #expect(screen.contains(next.words), "\(screen.suffix(200))")
  }

  @Test func `a cycle with its days is declared`() {
    let session = session(
      Self.walk + "<^U>Spring 2026-10-01 .. 2027-03-31<Enter>")
    let text = text(session)
    #expect(text.contains("cycle Spring 2026-10-01 .. 2027-03-31\n"))
    #expect(text.contains("objective [onboard-Spring] A first"))
    #expect(text.contains("  cycle    Spring\n"))
    #expect(!session.document.hasErrors)
  }

  @Test func `nothing is carried over twice`() {
    let session = session(Self.walk + "<Enter>F")
    #expect(session.context == .page || session.context == .closingEarly)
    #expect(text(session) == Self.carried)
  }

  @Test func `a target that is reached keeps its start`() {
    let board = """
      objective [o] Go
        cycle 2026-Q3
        kr [k] Far
          from 9 to 3 minutes
          2026-09-20 2
      """
    let session = session("F1 keep<Enter>1 keep<Enter>", board)
    #expect(
      session.view(width: 120, height: 40).text.contains(
        "Far  from 9 to 3 minutes  [k-2026-Q4]  reached: give it a new target"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12), (20, 5), (1, 1)])
  func `the page of what came out holds`(width: Int, height: Int) {
    let keys = Self.walk + "<Esc>"
    let session = session(keys, width: width, height: height)
    let screen = session.view(width: width, height: height).text
    guard height >= 24 else { return }
    for words in [
      "How 2026-Q3 came out", "scored 0.8", "The vendor was late",
      "1 of 2 objectives and 2 of 4 key results reached", "4 more are needed",
    ] {
      #expect(screen.contains(words), "\(words)")
    }
  }

  @Test func `the past and a file to be read only are not closed`() {
    #expect(session("{F").context == .board)
  }
}
