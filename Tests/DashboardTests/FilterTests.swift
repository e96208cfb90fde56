import Canvas
import Dashboard
import Goals
import Testing

/// Showing a part of the board.
@Suite struct FilterTests {
  private static let board = """
    objective [grow] Where we want to go
      cycle 2026-Q4
      owner Ada Lovelace
      team Growth
      kr [one] The first measure
        from 10 to 50 points
        2026-11-20  20  6/10  @Ada  Begun
      kr [two] The second measure
        owner Bo
        from 0 to 10 points
        2026-11-21  9
    objective [keep] What must not break
      cycle 2026-Q3
      owner Bo
      with Growth
      kr [three] Nothing falls over
        from 0 to 10 points
        2026-07-10  1
    kpi [size] Size of it
      owner Cy
      healthy 5 ..
      2026-11-20 7
    kpi [speed] Speed of it
      owner Bo
      healthy 5 ..
      guards [grow]
      2026-11-20 2

    """

  private func session(after script: String) -> Session {
    var session = Stage.session(Self.board)
    _ = session.update(.resized(width: 120, height: 40))
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  /// The titles that are seen on the board, in its order.
  private func titles(_ session: Session) -> [String] {
    let text = session.view(width: 120, height: 40).text
      .split(separator: "\n").dropFirst(2).prefix(20)
    let titles = [
      "Where we want to go", "The first measure", "The second measure",
      "What must not break", "Nothing falls over", "Size of it", "Speed of it",
    ]
    return titles.filter { title in
      text.contains { $0.contains(title) }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    /// By their places among all titles.
    let seen: [Int]

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "owner Bo", seen: [0, 2, 3, 4, 6]),
    Case(text: "@bo", seen: [0, 2, 3, 4, 6]),
    Case(text: "bo", seen: [0, 2, 3, 4, 6]),
    Case(text: "owner ada lovelace", seen: [0, 1]),
    Case(text: "owner ad", seen: [0, 1]),
    Case(text: "ada lovelace", seen: [0, 1]),
    Case(text: "owner Cy owner Ada", seen: [0, 1, 5]),
    Case(text: "Growth", seen: [0, 1, 2, 3, 4]),
    Case(text: "team gro bo", seen: [0, 2, 3, 4]),
    Case(text: "2026-Q3", seen: [3, 4]),
    Case(text: "cycle 2026-Q4", seen: [0, 1, 2, 6]),
    Case(text: "stale", seen: [3, 4]),
    Case(text: "status stale", seen: [3, 4]),
    Case(text: "critical", seen: [0, 1, 6]),
    Case(text: "off-track", seen: [0, 1, 6]),
    Case(text: "off track owner ada", seen: [0, 1]),
    Case(text: "due", seen: [3, 4]),
    Case(text: "measure", seen: [0, 1, 2]),
    Case(text: "measure second", seen: [0, 2]),
    Case(text: "bo stal", seen: [3, 4]),
    Case(text: "nothing like it", seen: []),
    Case(text: "   ", seen: [0, 1, 2, 3, 4, 5, 6]),
    Case(text: "owner", seen: [0, 1, 2, 3, 4, 5, 6]),
  ])
  func `words leave what they say`(_ filter: Case) {
    let session = session(after: "f\(filter.text)<Enter>")
    let all = self.session(after: "")
    #expect(titles(session) == filter.seen.map { titles(all)[$0] })
  }

  @Test func `it is seen while it is typed, and Esc takes it back`() {
    let before = session(after: "jj")
    let typing = session(after: "jjfspeed")
    #expect(titles(typing) == ["Speed of it"])
    let text = typing.view(width: 120, height: 40).text
    #expect(text.contains("filter: \"speed\" · 1 of 7"))
    let after = session(after: "jjfspeed<Esc>")
    #expect(after.selection == before.selection)
    #expect(titles(after).count == 7)
  }

  @Test func `a page is back where it was after Esc`() {
    let session = session(after: "jj<Enter>fspeed<Esc>")
    #expect(session.context == .page)
    #expect(session.selection == .keyResult(1))
  }

  @Test func `an empty line shows all again`() {
    let session = session(after: "fbo<Enter>f<Enter>")
    #expect(titles(session).count == 7)
    #expect(!session.view(width: 120, height: 40).text.contains("of 7"))
  }

  @Test(arguments: [
    // The second measure is still there, the first is not.
    ("jjfbo<Enter>", Thing.keyResult(1)), ("jfbo<Enter>", .objective(0)),
    ("jjf2026-Q3<Enter>", .objective(1)), ("jfspeed<Enter>", .kpi(1)),
    ("<Tab>fspeed<Enter>", .kpi(1)), ("G:filter size<Enter>", .kpi(0)),
  ])
  func `what is selected stays so, or the nearest is`(
    script: String, thing: Thing
  ) {
    #expect(session(after: script).selection == thing)
  }

  @Test func `the header says what is shown`() {
    for (width, words) in [
      (120, "filter: owner Bo · 4 of 7"), (80, "filter: owner Bo · 4 of 7"),
      (40, "4 of 7"),
    ] {
      let header = session(after: "fbo<Enter>").view(width: width, height: 24)
        .line(0)
      #expect(header.contains(words), "\(header)")
    }
  }

  @Test func `an empty pane says how to see more`() {
    let text = session(after: "fzzz<Enter>").view(width: 120, height: 40)
      .text
    #expect(text.contains("nothing matches: f Enter shows all"))
    #expect(session(after: "fzzz<Enter>").selection == nil)
  }

  @Test(arguments: [
    ("fow<Tab>", "owner "), ("fowner a<Tab>", "owner ada Lovelace "),
    ("f@c<Tab>", "@cy "), ("fstatus off<Tab>", "status off-track "),
    ("fzz<Tab>", "zz"), ("fst<Tab><Tab>", "status "),
  ])
  func `Tab ends the word`(script: String, text: String) {
    var session = session(after: script)
    _ = session.update(.key(.character("!")))
    let line = session.view(width: 120, height: 40).line(39)
    #expect(line.contains("filter: \(text)!"), "\(line)")
  }

  @Test(arguments: [
    ("fowner Zed<Enter>", "no owner is called 'Zed'"),
    ("fmine<Enter>", "nobody said who sits here"),
  ])
  func `what can not be found is said`(script: String, words: String) {
    let session = session(after: script)
    #expect(session.view(width: 120, height: 40).line(39).contains(words))
  }

  @Test func `mine is what the person answers for`() {
    var settings = Settings()
    settings.user = "bo"
    var session = Session(
      name: "sample.okr", bytes: Array(Self.board.utf8), now: Stage.now,
      settings: settings)
    for event in Stage.keys("fmine<Enter>") { _ = session.update(event) }
    #expect(
      titles(session) == [
        "Where we want to go", "The second measure", "What must not break",
        "Nothing falls over", "Speed of it",
      ])
  }

  @Test func `an edit that fits no longer leaves the list`() {
    let session = session(after: "foff-track<Enter>jc48<Enter>")
    #expect(titles(session) == ["Speed of it"])
    #expect(session.selection == .kpi(1))
  }

  @Test func `searching stays within what is shown`() {
    let session = session(after: "fbo<Enter>/measure<Enter>n")
    #expect(session.selection == .keyResult(1))
  }
}

/// Going from cycle to cycle.
@Suite struct CycleTests {
  private static let board = """
    cycle 2027-Q1 2027-01-01 .. 2027-03-31
    objective [now] What we do now
      cycle 2026-Q4
      kr [one] The first measure
        from 10 to 50 points
        2026-11-20  20
    objective [then] What we did then
      cycle 2026-Q3
    objective [ever] What we always do
    kpi [size] Size of it

    """

  private func session(after script: String) -> Session {
    var session = Stage.session(Self.board)
    _ = session.update(.resized(width: 120, height: 40))
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  @Test(arguments: [
    ("", ["now", "then", "always"]), (",", ["then"]), (",.", ["now"]),
    (",,", ["then"]), (".", []), ("j,", ["then"]),
    (",f<Enter>", ["now", "then", "always"]),
    ("<Enter>,", ["then"]),
  ])
  func `a cycle shows its objectives alone`(
    script: String, words: [String]
  ) {
    let text = session(after: script).view(width: 120, height: 40).text
      .split(separator: "\n").dropFirst(2).prefix(20).joined(separator: "\n")
    let titles = [
      "now": "What we do now", "then": "What we did then",
      "always": "What we always do",
    ]
    for (word, title) in titles {
      #expect(text.contains(title) == words.contains(word))
    }
  }

  @Test func `the header follows`() {
    let header = session(after: ",").view(width: 120, height: 40).line(0)
    #expect(header.contains("2026-Q3"))
    #expect(header.contains("day 92 of 92"))
    #expect(
      session(after: ".").view(width: 120, height: 40).text.contains(
        "nothing in 2027-Q1: f Enter shows all"))
  }
}
