import Dashboard
import GoalFile
import Goals
import Testing

/// What a meeting does to a session and to the file.
struct MeetingTests {
  static let board = """
    objective [grow] Grow
      cycle 2026-Q4
      owner Ada
      kr [one] One goes well
        from 0 to 10 points
        2026-11-20  6  7/10
      kr [two] Two is behind
        owner Grace
        from 0 to 10 points
        2026-11-20  1  4/10

    objective [calm] Calm
      cycle 2026-Q4
      kr [three] Three is fine
        from 0 to 10 points
        2026-11-20  6

    kpi [size] Size of it
      healthy 5 ..
      2026-11-20 3

    meeting 2026-11-15T14:00 Weekly @Ada @"Grace Hopper"
      parked The logo
      action [ ] 2026-11-18 @Ada Ask them
      next 2026-11-22

    """

  private func session(
    after script: String, on text: String = board
  ) -> Session {
    var session = Stage.session(text)
    _ = session.update(.resized(width: 120, height: 40))
    type(script, into: &session)
    return session
  }

  private func type(_ script: String, into session: inout Session) {
    for event in Stage.keys(script) { _ = session.update(event) }
  }

  private func lines(_ session: Session) -> [String] {
    String(decoding: session.document.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What a script adds to the board, which changes nothing else.
  private func added(
    _ script: String, on text: String = board
  ) -> [String] {
    let before = text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let after = lines(session(after: script, on: text))
    let difference = after.difference(from: before)
    #expect(difference.removals.isEmpty)
    return difference.insertions.compactMap {
      guard case .insert(_, let line, _) = $0, !line.isEmpty else { return nil }
      return line
    }
  }

  private func seen(_ session: Session) -> String {
    session.view(width: 120, height: 40).text
  }

  @Test func `it asks who is here, and proposes those of the last time`() {
    let text = seen(session(after: "m"))
    #expect(text.contains("here are: @Ada @\"Grace Hopper\""))
    #expect(text.contains("since Weekly on Sun 15 Nov"))
    #expect(text.contains("The logo"))
    #expect(text.contains("[ ] Ask them (Ada, due 18 Nov, late)"))
  }

  @Test func `Esc before it begins leaves everything as it was`() {
    let session = session(after: "jm<Esc>")
    #expect(session.context == .board)
    #expect(session.sitting == nil)
    #expect(session.selection == .keyResult(0))
  }

  @Test func `what was typed is recorded in one block, line by line`() {
    #expect(
      added(
        "m<Enter>nDWe buy it<Enter>BNo money<Enter>TThe logo again<Enter>"
          + "a@Ada 2026-12-01 Call them<Enter>"
          + "a2026-12-02 @Grace And them<Enter>ajust do it<Enter>"
      ) == [
        "meeting 2026-11-22T14:05 Weekly @Ada @\"Grace Hopper\"",
        "  decision We buy it", "  blocker No money",
        "  parked The logo again", "  action [ ] 2026-12-01 @Ada Call them",
        "  action [ ] 2026-12-02 @Grace And them",
        "  action [ ] just do it",
      ])
  }

  @Test func `it ends with the date of the next one`() {
    #expect(
      added("m<Enter>qe<Enter>") == [
        "meeting 2026-11-22T14:05 Weekly @Ada @\"Grace Hopper\"",
        "  next 2026-11-29",
      ])
    #expect(
      added("m<Enter><Esc>e<^U>10<Enter>").last == "  next 2026-12-02")
    #expect(
      added("m<Enter>qe<^U><Enter>") == [
        "meeting 2026-11-22T14:05 Weekly @Ada @\"Grace Hopper\""
      ])
    #expect(added("m<Enter>qe<^U>2026-11-22<Enter>") == [])
    #expect(added("m<Enter>qe<^U>soon<Enter>") == [])
  }

  @Test func `the end keeps how the file is, and goes back to the board`() {
    var session = session(after: "jm<Enter>nDYes<Enter>qe")
    let effects = session.update(.key(.enter))
    #expect(effects.contains(.keepSnapshot(session.document.bytes)))
    #expect(seen(session).contains("next on Sun 29 Nov"))
    type("<Esc>", into: &session)
    #expect(session.context == .board)
    #expect(session.selection == .keyResult(0))
    #expect(session.sitting == nil)
    #expect(seen(session).contains("the meeting is recorded: w saves"))
  }

  @Test func `the agenda is in order of attention, what is fine at the end`() {
    let text = seen(session(after: "m<Enter>m"))
    let lines = text.split(separator: "\n").map(String.init)
    let places = ["Two is behind", "Size of it", "The rest:"].map { title in
      lines.firstIndex { $0.contains(title) }
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(!text.contains("Three is fine"))
  }

  @Test(arguments: [
    ("n", Thing.objective(0)), ("nn", .keyResult(1)), ("nnn", .kpi(0)),
    ("3n", .kpi(0)), ("nnnpp", .objective(0)),
    ("m<Down><Enter>", .keyResult(1)),
    ("nmjj<Enter>", .kpi(0)), ("nm<Esc>", .objective(0)),
  ])
  func `keys go through it`(_ script: String, _ thing: Thing) {
    let session = session(after: "m<Enter>" + script)
    #expect(session.selection == thing)
    #expect(session.context == .meeting)
  }

  @Test func `the clocks count the thing and the meeting`() {
    var session = session(after: "m<Enter>n")
    func wait(_ minutes: Int) {
      let seconds = Stage.now.moment.secondOfDay + 60 * minutes
      _ = session.update(
        .clock(
          Now(Moment(Stage.today, second: seconds, precision: .second))))
    }
    wait(2)
    #expect(seen(session).contains("1 of 3"))
    #expect(seen(session).contains("2 min · meeting 2 min"))
    type("n", into: &session)
    wait(5)
    #expect(seen(session).contains("3 min · meeting 5 min"))
    type("p", into: &session)
    #expect(seen(session).contains("2 min · meeting 5 min"))
    type("m", into: &session)
    #expect(seen(session).contains("3 min  done"))
  }

  @Test func `a check-in is an ordinary one`() {
    #expect(
      added("m<Enter>nnc2 5 slowly<Enter>") == [
        "    2026-11-22  2  5/10  slowly"
      ])
  }

  @Test func `each line is one step to undo`() {
    let script =
      "m<Enter>nDWe buy it<Enter>BNo money<Enter>nv46678<Enter><Enter>"
    #expect(added(script).count == 4)
    #expect(added(script + "u").count == 3)
    #expect(added(script + "uu").count == 2)
    #expect(
      session(after: script + "uuu").document.bytes == Array(Self.board.utf8))
  }

  @Test func `who is here can be changed later`() {
    #expect(
      added("m<Enter>nDYes<Enter>W<^U>Ada, Lin<Enter>") == [
        "meeting 2026-11-22T14:05 Weekly @Ada @Lin", "  decision Yes",
      ])
    #expect(
      added("m<^U><Enter>nDYes<Enter>").first
        == "meeting 2026-11-22T14:05 Weekly")
  }

  @Test func `a meeting that was cut off goes on where nobody has been`() {
    let first = session(after: "m<Enter>nDYes<Enter>nc2 5<Enter>")
    let text = String(decoding: first.document.bytes, as: UTF8.self)
    let resumed = session(after: "m", on: text)
    #expect(resumed.context == .meeting)
    #expect(seen(resumed).contains("the meeting of 2026-11-22T14:05 goes on"))
    #expect(
      added("mnDAnd no<Enter>", on: text) == ["  decision And no"])
    #expect(session(after: "mn", on: text).selection == .objective(0))
    #expect(
      added("mqe<Enter>", on: text) == ["  next 2026-11-29"])
  }

  /// A board on which only the second key result was not talked about yet in
  /// the meeting of today.
  private static let resumed =
    board.replacing("  owner Ada\n", with: "  owner Ada\n  2026-11-22 - 7/10\n")
    + "meeting 2026-11-22T14:01 Weekly @Ada\n"

  @Test(arguments: [
    "  decision Leave [two] as it is\n",
    "  blocker Nobody has time for two is behind\n",
    "  action [ ] @Ada Look at Two is behind\n",
  ])
  func `what is recorded about a thing counts as a visit`(line: String) {
    #expect(
      session(after: "mn", on: Self.resumed).selection == .keyResult(1))
    #expect(
      session(after: "mn", on: Self.resumed + line).selection == .kpi(0))
  }

  @Test(arguments: ["close 2026-11-22 0.2", "moved 2026-11-22 to 8"])
  func `what is dated today counts as a visit`(line: String) {
    let text = Self.resumed.replacing(
      "    2026-11-20  1  4/10\n",
      with: "    2026-11-20  1  4/10\n    \(line)\n")
    #expect(session(after: "mn", on: text).selection == .kpi(0))
  }

  @Test func `without a date for the next meeting it says so`() {
    #expect(
      seen(session(after: "m<Enter>qe<^U>")).contains(
        "Enter: no date for the next meeting"))
    let ended = session(after: "m<Enter>qe<^U><Enter>")
    #expect(seen(ended).contains("no date for the next meeting"))
    #expect(
      lines(ended).filter { $0.contains("next") } == ["  next 2026-11-22"])
  }

  @Test func `a save goes on where it can not be recorded who is here`() {
    let text =
      Self.board.replacing("meeting 2026", with: "<<<<<<< ours\nmeeting 2026")
      + "=======\nmeeting 2026-11-16T14:00 Weekly @Lin\n>>>>>>> theirs\n"
    var session = session(after: "<Esc>m<Enter><Esc>ql", on: text)
    type("jc7<Enter>", into: &session)
    #expect(session.hasUnsavedEdits)
    let effects = session.update(.key(.character("w")))
    #expect(seen(session).contains("who is here is not recorded"))
    #expect(
      effects.contains {
        if case .save = $0 { true } else { false }
      })
  }

  @Test func `one that is over is not begun again`() {
    let first = session(after: "m<Enter>qe<Enter>")
    let text = String(decoding: first.document.bytes, as: UTF8.self)
    #expect(seen(session(after: "m", on: text)).contains("here are:"))
  }

  @Test func `one that is left is gone on with`() {
    var session = session(after: "jm<Enter>nnql")
    #expect(session.context == .board)
    #expect(session.selection == .keyResult(0))
    #expect(seen(session).contains("m goes on with it"))
    type("k", into: &session)
    #expect(seen(session).contains("meeting 0 min: m returns"))
    type("m", into: &session)
    #expect(session.selection == .keyResult(1))
  }

  @Test func `what came without a date is told from how the file was`() {
    var session = session(after: "m")
    #expect(seen(session).contains("not known: no picture"))
    let old = Self.board.replacing("owner Grace", with: "owner Lin")
      .replacing(
        "kpi [size] Size of it\n  healthy 5 ..\n  2026-11-20 3\n", with: "")
    _ = session.update(.snapshot(Array(old.utf8)))
    #expect(seen(session).contains("Two is behind: owner: Lin → Grace"))
    #expect(seen(session).contains("Size of it: KPI: added"))
    #expect(!seen(session).contains("not known: no picture"))
  }

  @Test func `a vote is hidden until it is revealed, and then recorded`() {
    var session = session(after: "m<Enter>nnv9x")
    #expect(seen(session).contains("• •"))
    #expect(seen(session).contains("2 of 2 have voted"))
    #expect(seen(session) == seen(self.session(after: "m<Enter>nnv01")))
    type("<Back>8210<Enter>", into: &session)
    #expect(seen(session).contains("4/10   mean 4   from 0 to 9"))
    #expect(seen(session).contains("far from the others: 8, 9"))
    type("5<Enter>", into: &session)
    #expect(
      lines(session).contains("    2026-11-22  -  4/10  vote of 5: 0 1 2 8 9"))
  }

  @Test(arguments: [
    "v<Enter><Esc>", "v46<Esc>", "v46<Enter><Esc>",
    "v46<Back><Back><Enter><Esc>",
  ])
  func `a vote that is not recorded changes nothing`(_ script: String) {
    #expect(added("m<Enter>nn" + script) == [])
  }

  @Test(arguments: ["D<Enter>", "DYes<Esc>", "a   <Enter>", "W<Enter>"])
  func `nothing typed is nothing recorded`(_ script: String) {
    #expect(added("m<Enter>n" + script) == [])
  }

  @Test func `where nothing can be edited nothing is recorded`() {
    var session = Session(
      name: "a.okr", bytes: Array(Self.board.utf8), now: Stage.now,
      access: .readOnly("opened with --read-only"))
    type("m<Enter>nDYes<Enter>nv4<Enter>qe", into: &session)
    #expect(!session.hasUnsavedEdits)
    #expect(session.context == .meeting)
  }

  @Test func `in the past it does not begin`() {
    #expect(session(after: "{m").sitting == nil)
  }

  @Test func `a thing that goes away leaves its place`() {
    var session = session(after: "m<Enter>nn")
    let text = Self.board.replacing(
      "kr [two] Two is behind", with: "kr [new] New"
    )
    .replacing("objective [grow] Grow", with: "objective [grow] Growth")
    _ = session.update(.fileChanged(Array(text.utf8)))
    #expect(session.context == .meeting)
    type("n", into: &session)
    #expect(session.selection == .kpi(0))
    type("m", into: &session)
    #expect(
      seen(session).contains("1 ▼ Growth") || seen(session).contains("Growth"))
  }

  @Test func `a meeting about nothing can be held`() {
    #expect(
      added("m@Ada<Enter>nqe<^U><Enter>", on: "board Empty\n") == [
        "meeting 2026-11-22T14:05 Weekly @Ada"
      ])
  }

  @Test func `edits of a meeting that was cut off are taken over first`() {
    let cutOff = session(after: "m<Enter>nDYes<Enter>")
    var next = Stage.session(Self.board)
    _ = next.update(
      .recovered([
        Recovered(
          number: 0, base: Array(Self.board.utf8),
          edited: cutOff.document.bytes, story: "It was cut off.")
      ]))
    #expect(next.update(.asked(.meet)) == [])
    #expect(next.context == .recovering)
    let effects = next.update(.key(.character("t")))
    #expect(effects.contains(.recallSnapshot))
    #expect(next.context == .meeting)
    type("nDAnd no<Enter>", into: &next)
    #expect(lines(next).count { $0.hasPrefix("meeting") } == 2)
    #expect(lines(next).contains("  decision And no"))
  }

  @Test func `an action takes four keys and its text`() {
    let script = "a@Ada Call<Enter>"
    let keys = Stage.keys(script).count - "@Ada Call".count
    #expect(keys <= 4)
    #expect(added("m<Enter>n" + script).last == "  action [ ] @Ada Call")
  }

  @Test func `an action of the last meeting is ticked off where it is told`() {
    var session = session(after: "m<Enter>")
    #expect(seen(session).contains("ACTIONS LATE"))
    #expect(session.context == .meeting)
    type(String(repeating: "j", count: 40), into: &session)
    for _ in 0..<40 where !lines(session).contains(where: isTicked) {
      type("xk", into: &session)
    }
    #expect(
      lines(session).contains(
        "  action [x 2026-11-22] 2026-11-18 @Ada Ask them"))
    #expect(seen(session).contains("[x] Ask them"))
  }

  private func isTicked(_ line: String) -> Bool {
    line.hasPrefix("  action [x")
  }

  @Test func `what is open and not late is told as well`() {
    let text = Self.board.replacing(
      "  next 2026-11-22\n",
      with: "  action [ ] @Ada Some day\n  action [ ] 2026-11-30 Soon\n")
    let seen = seen(session(after: "m<Enter>", on: text))
    #expect(seen.contains("ACTIONS OPEN"))
    #expect(seen.contains("Some day"))
    #expect(seen.contains("Soon"))
  }

  @Test func `the agenda shows what is recorded, to be edited there`() {
    var session = session(after: "m<Enter>nDWe buy it<Enter>a@Ada Call<Enter>m")
    #expect(seen(session).contains("We buy it"))
    #expect(seen(session).contains("ACTIONS"))
    type(
      String(repeating: "j", count: 40) + "e<^U>@Ada fri Call<Enter>",
      into: &session)
    #expect(lines(session).contains("  action [ ] 2026-11-27 @Ada Call"))
    type("x", into: &session)
    #expect(
      lines(session).contains("  action [x 2026-11-22] 2026-11-27 @Ada Call"))
  }

  @Test(arguments: [
    ("Fay tomorrow Print", "  action [ ] Fay tomorrow Print"),
    ("tomorrow @Fay Print", "  action [ ] 2026-11-23 @Fay Print"),
    ("@Dora 1 Dec Ask", "  action [ ] 2026-12-01 @Dora Ask"),
    ("@Dora +3 Ask", "  action [ ] 2026-11-25 @Dora Ask"),
    ("@Dora Sunday Ask", "  action [ ] 2026-11-29 @Dora Ask"),
  ])
  func `days are said as people say them`(_ typed: String, _ line: String) {
    #expect(added("m<Enter>na\(typed)<Enter>").last == line)
  }

  @Test func `what an action lacks is said before it is taken`() {
    let session = session(after: "m<Enter>na@Bne Print the posters")
    #expect(seen(session).contains("@Bne (new here)"))
    #expect(seen(session).contains("no date"))
  }

  @Test func `an "and" between names is nobody`() {
    #expect(
      added("m<^U>Ada, Ben and Fay<Enter>nDYes<Enter>").first
        == "meeting 2026-11-22T14:05 Weekly @Ada @Ben @Fay")
  }

  @Test func `who is here is saved with the first check-in`() {
    var session = session(after: "m<Enter>nnc2 5<Enter>")
    #expect(!lines(session).contains { $0.hasPrefix("meeting 2026-11-22") })
    type("w", into: &session)
    #expect(
      lines(session).contains(
        "meeting 2026-11-22T14:05 Weekly @Ada @\"Grace Hopper\""))
  }

  @Test func `what a save adds may be what the file has already`() {
    var session = session(after: "m<Enter>nnc2 5<Enter>w")
    _ = session.update(.saved(name: "a.okr", notice: nil))
    type("u", into: &session)
    #expect(session.hasUnsavedEdits)
    let effects = session.update(.key(.character("w")))
    #expect(
      !effects.contains {
        if case .save = $0 { true } else { false }
      })
    #expect(!session.hasUnsavedEdits)
    #expect(seen(session).contains("holds these edits already"))
  }

  @Test func `where half of all are far away there are no others`() {
    let session = session(after: "m<Enter>nnv0178<Enter>")
    #expect(!seen(session).contains("far from"))
  }

  @Test func `more votes than people are said`() {
    #expect(
      seen(session(after: "m<Enter>nnv456")).contains(
        "3 votes, but 2 are here"))
  }
}
