import Dashboard
import GoalFile
import Goals
import Testing

/// What can be edited on the page where it stands, and beside it.
@Suite struct StandingLinesTests {
  static let board = """
    cycle Sprint 2026-11-09 .. 2026-11-22

    objective [first] Where we want to go
      cycle 2026-Q4
      owner Ada
      kr [one] The first measure
        from 10 to 50 points
        plan 2026-11-01 20
        plan 2026-12-01 40
        close 2026-11-20 0.4 drop Too late
        cause The vendor was late
      kr [two] The second measure
        milestone [ ] 2026-12-01 First step
        milestone [ ] 2026-12-08 Second step
        milestone [ ] 2026-12-15 Third step
    objective [past] Where we were
      cycle 2026-Q3
      2026-09-20 - 7/10
      close 2026-10-01 0.8 keep Good
    kpi [size] Size of it
      healthy 5 ..
      accept 2026-11-01 until 2026-12-31 at 2 We know

    """

  private func session(after script: String) -> Session {
    var session = Stage.session(Self.board)
    _ = session.update(.resized(width: 120, height: 40))
    type(script, into: &session)
    return session
  }

  private func type(_ script: String, into session: inout Session) {
    for event in Stage.keys(script) { _ = session.update(event) }
  }

  private func differences(_ session: Session) -> Set<String> {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }
    let old = lines(Self.board)
    let new = lines(String(decoding: session.document.bytes, as: UTF8.self))
    return Set(
      new.difference(from: old).map { change in
        switch change {
        case .insert(_, let line, _): "+\(line)"
        case .remove(_, let line, _): "-\(line)"
        }
      })
  }

  private func text(_ script: String, _ width: Int = 120, _ height: Int = 40)
    -> String
  {
    var session = session(after: script)
    _ = session.update(.resized(width: width, height: height))
    return session.view(width: width, height: height).text
  }

  private func selectedLine(_ session: Session) -> String {
    let view = session.view(width: 120, height: 40)
    let row = (0..<view.height).first {
      view[$0, 3].style.emphasis.contains(.selected)
    }
    return row.map { view.line($0) } ?? ""
  }

  @Test(arguments: [
    (
      "j<Enter>", "40 points", "e<Back>5<Enter>",
      ["-plan 2026-12-01 40", "+plan 2026-12-01 45"]
    ),
    ("j<Enter>", "20 points", "dy", ["-plan 2026-11-01 20"]),
    (
      "j<Enter>", "because: The vendor", "e again<Enter>",
      ["-cause The vendor was late", "+cause The vendor was late again"]
    ),
    ("j<Enter>", "because", "dy", ["-cause The vendor was late"]),
    (
      "<Tab><Enter>", "We know", "e it<Enter>",
      [
        "-accept 2026-11-01 until 2026-12-31 at 2 We know",
        "+accept 2026-11-01 until 2026-12-31 at 2 We know it",
      ]
    ),
    (
      "Y", "Sprint", "e<Back>9<Enter>",
      [
        "-cycle Sprint 2026-11-09 .. 2026-11-22",
        "+cycle Sprint 2026-11-09 .. 2026-11-29",
      ]
    ),
    ("Y", "Sprint", "dy", ["-cycle Sprint 2026-11-09 .. 2026-11-22"]),
    (
      "jj<Enter>", "First step", "JJx",
      [
        "-milestone [ ] 2026-12-01 First step",
        "+milestone [x 2026-11-22] 2026-12-01 First step",
      ]
    ),
    ("jj<Enter>", "Third step", "2KJJ", []),
  ])
  func `a line is changed where it stands`(
    open: String, words: String, keys: String, lines: [String]
  ) throws {
    var session = session(after: open)
    for _ in 0..<40 where !selectedLine(session).contains(words) {
      _ = session.update(.key(.down))
    }
    try #require(selectedLine(session).contains(words))
    type(keys, into: &session)
    #expect(differences(session) == Set(lines))
    for _ in 0..<5 { _ = session.perform(.undo) }
    #expect(session.document.bytes == Array(Self.board.utf8))
  }

  @Test(arguments: [
    (
      "acSprint-2<Tab>2026-11-23<Tab>2026-12-06<^X>",
      ["+cycle Sprint-2 2026-11-23 .. 2026-12-06"]
    ),
    (
      ":declare cycle<Enter>Spring<Tab>2027-03-01<Tab>2027-05-31<^X>",
      ["+cycle Spring 2027-03-01 .. 2027-05-31"]
    ),
    (
      "akSteps<Tab><Tab><Tab><Tab>2026-12-01 Live; All use it<^X>",
      [
        "+kr Steps", "+milestone [ ] 2026-12-01 Live",
        "+milestone [ ] All use it",
      ]
    ),
  ])
  func `a form adds a cycle, or a key result with its milestones`(
    script: String, lines: [String]
  ) {
    #expect(differences(session(after: script)) == Set(lines))
  }

  @Test(arguments: [
    ("ac<^X>", "it has no name yet"),
    ("acSprint 2<Tab>", "a name is one word"),
    ("acSprint<Tab>", "is there already"),
    ("acS<Tab>soon<Tab>", "write a date"), ("acS<^X>", "its first day is"),
    ("acS<Tab>2026-12-14<Tab>2026-12-01", "end before it begins"),
    ("akT<Tab><Tab><Tab><Tab>2026-12-01 A; B", "2 milestones"),
  ])
  func `what is wrong with them is said in place`(
    script: String, words: String
  ) {
    let text = text(script)
    #expect(text.contains(words), "\(text)")
  }

  @Test func `Enter on a cycle that is closed leads to how it came out`() {
    var session = session(after: "Y")
    for _ in 0..<9 where !selectedLine(session).contains("2026-Q3") {
      _ = session.update(.key(.down))
    }
    type("<Enter>", into: &session)
    #expect(session.context == .page)
    #expect(
      session.view(width: 120, height: 40).text.contains("Where we were"))
  }

  @Test(arguments: [
    ("fowner Ada<Enter>aoElsewhere<^X>", "the filter hides it"),
    (",aoElsewhere<Down><Down><^U>2026-Q4<^X>", "only 2026-Q3 is shown"),
    ("aoElsewhere<^X>", "objective added: w saves"),
  ])
  func `what the filter hides is said when it is added`(
    script: String, words: String
  ) {
    let text = text(script)
    #expect(text.contains(words), "\(text)")
  }

  @Test func `a filter that means nothing stays to be mended`() {
    var session = session(after: "fowner<Enter>")
    #expect(session.context == .filtering)
    type(" Ada<Enter>", into: &session)
    #expect(session.context == .board)
    #expect(
      session.view(width: 120, height: 40).text.contains("filter: owner Ada"))
  }

  @Test(arguments: [
    ("m<^U>@ad<Tab> @Gr", "@Ada"), ("m<^U>ad<Tab>", "Ada"),
    ("m<Enter>a@ad<Right> Call", "@Ada Call"),
  ])
  func `a meeting knows who is meant by the first letters`(
    script: String, words: String
  ) {
    let text = text(script)
    #expect(text.contains(words), "\(text)")
  }

  @Test func `final words can be had again`() {
    let text = text("F<Enter>0.3 drop No time<Esc>F<Enter><Up>")
    #expect(text.contains("0.3 drop No time"), "\(text)")
  }

  @Test(arguments: [
    ("?/undo", "undo the last edit"), ("?/undo<Enter>n", "of "),
    ("?/undo<Enter>nN", "'undo': 1 of "), ("?/nowhere<Enter>", "mentions"),
    ("?n", "nothing to find again"),
  ])
  func `the help is searched as a board is`(script: String, words: String) {
    let text = text(script, 80, 24)
    #expect(text.contains(words), "\(text)")
  }

  @Test func `what a search in the help finds is marked`() {
    var session = session(after: "?/undo the last<Enter>")
    _ = session.update(.resized(width: 80, height: 24))
    let view = session.view(width: 80, height: 24)
    let isMarked = (0..<view.height).contains { row in
      (0..<view.width).contains { view[row, $0].style == .match }
    }
    #expect(isMarked)
  }

  @Test func `what a search in the help found is seen in another size`() {
    for (first, then) in [(120, 60), (60, 120), (120, 118)] {
      var session = session(after: "")
      _ = session.update(.resized(width: first, height: 12))
      for event in Stage.keys("?/play the cycle<Enter>") {
        _ = session.update(event)
      }
      for width in [then, first, then] {
        _ = session.update(.resized(width: width, height: 12))
        let text = session.view(width: width, height: 12).text
        #expect(text.contains("play the cycle"), "\(text)")
      }
    }
  }

  @Test(arguments: [(40, "\"Where"), (80, "\"Where we want to go\"")])
  func `the question before a deletion names what is deleted`(
    width: Int, words: String
  ) {
    let text = text("d", width, 24)
    #expect(text.contains(words), "\(text)")
  }

  @Test func `what was chosen in the palette stays so when others write`() {
    var session = session(after: ":size")
    _ = session.update(.fileChanged(Array("kpi [size] Size of it\n".utf8)))
    _ = session.update(.key(.enter))
    #expect(session.selection == .kpi(0))
    session = self.session(after: ":where we were")
    _ = session.update(.fileChanged(Array("kpi [size] Size of it\n".utf8)))
    _ = session.update(.key(.enter))
    #expect(session.view(width: 80, height: 24).width == 80)
  }
}
