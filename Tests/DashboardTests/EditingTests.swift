import Dashboard
import GoalFile
import Goals
import Testing

/// What is added, changed and taken out where it stands.
@Suite struct EditingTests {
  static let board = """
    objective [first] Where we want to go
      cycle 2026-Q4
      > Because it matters.
      action [ ] 2026-11-20 @Ada Call the vendor
      action [x 2026-11-02] @Grace Ask support
      kr [one] The first measure
        from 10 to 50 points
        2026-11-02  12
        2026-11-16  20  6/10  @Ada  Begun
        moved 2026-11-10 to 45  The pilot starts late
      kr [two] The second measure
        milestone [ ] 2026-12-01 All of it
    objective [second] Where else
      supports [first]
      kr [three] The third measure
        keep above 99 %
        measured by [size]
    kpi [size] Size of it
      healthy 5 ..
      guards [first]
      2026-11-20 7

    """

  /// The lines of the first key result.
  static let linesOfOne = [
    "kr [one] The first measure", "from 10 to 50 points", "2026-11-02  12",
    "2026-11-16  20  6/10  @Ada  Begun",
    "moved 2026-11-10 to 45  The pilot starts late",
  ]

  static func session(after script: String) -> Session {
    var session = Stage.session(board)
    _ = session.update(.resized(width: 120, height: 40))
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  /// The lines that are there no more, each behind `-`, and the new ones
  /// behind `+`, without their indentation.
  static func differences(_ session: Session) -> [String] {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map {
        String($0.drop { $0 == " " })
      }
    }
    let old = lines(board)
    let new = lines(String(decoding: session.document.bytes, as: UTF8.self))
    return new.difference(from: old).map { change in
      switch change {
      case .insert(_, let line, _): "+\(line)"
      case .remove(_, let line, _): "-\(line)"
      }
    }
  }

  @Test(arguments: [
    (
      "aa@Ada 2026-12-01 Call again<Enter>",
      ["+action [ ] 2026-12-01 @Ada Call again"]
    ),
    (
      "aa+2w @\"Grace Hopper\" Call<Enter>",
      ["+action [ ] 2026-12-06 @\"Grace Hopper\" Call"]
    ),
    ("jaaCall<Enter>", ["+action [ ] Call"]),
    ("<Tab>aa@Gr<Tab> Look<Enter>", ["+action [ ] @Grace Look"]),
    ("<Tab>aa@gra<Right> Look<Enter>", ["+action [ ] @Grace Look"]),
    (
      "jjam2026-12-20 More of it<Enter>",
      ["+milestone [ ] 2026-12-20 More of it"]
    ),
    ("jal2026-12-01 40<Enter>", ["+plan 2026-12-01 40"]),
    ("anIt does.<Enter>", ["+> It does."]),
  ])
  func `one line adds one line`(script: String, lines: [String]) {
    #expect(Self.differences(Self.session(after: script)) == lines)
  }

  @Test(arguments: [
    (
      "<Enter>e<^U>Why not<Enter>", ["-> Because it matters.", "+> Why not"]
    ),
    (
      "j<Enter>e<^U>fri 20 6 @Ada Begun<Enter>",
      [
        "-2026-11-16  20  6/10  @Ada  Begun",
        "+2026-11-20  20  6/10  @Ada  Begun",
      ]
    ),
    (
      "j<Enter>e now<Enter>",
      [
        "-2026-11-16  20  6/10  @Ada  Begun",
        "+2026-11-16  20  6/10  @Ada  Begun now",
      ]
    ),
    (
      "j<Enter>e<Home><Right><Right><Right><Right><Right><Right><Right>"
        + "<Right><Right><Right><Back>5<Enter>",
      [
        "-2026-11-16  20  6/10  @Ada  Begun",
        "+2026-11-15  20  6/10  @Ada  Begun",
      ]
    ),
  ])
  func `a line of a page is typed anew`(script: String, lines: [String]) {
    let found = Self.differences(Self.session(after: script))
    #expect(Set(found) == Set(lines), "\(found)")
  }

  @Test(arguments: [
    (
      "<Enter>", "Call the vendor", "x",
      [
        "-action [ ] 2026-11-20 @Ada Call the vendor",
        "+action [x 2026-11-22] 2026-11-20 @Ada Call the vendor",
      ]
    ),
    (
      "<Enter>", "Ask support", "x",
      [
        "-action [x 2026-11-02] @Grace Ask support",
        "+action [ ] @Grace Ask support",
      ]
    ),
    (
      "jj<Enter>", "All of it", "x",
      [
        "-milestone [ ] 2026-12-01 All of it",
        "+milestone [x 2026-11-22] 2026-12-01 All of it",
      ]
    ),
    (
      "<Enter>", "Because it", "dy", ["-> Because it matters."]
    ),
    ("j<Enter>", "Begun", "dy", ["-2026-11-16  20  6/10  @Ada  Begun"]),
    (
      "j<Enter>", "moved to", "e too<Enter>",
      [
        "-moved 2026-11-10 to 45  The pilot starts late",
        "+moved 2026-11-10 to 45  The pilot starts late too",
      ]
    ),
    ("<Enter>", "Call the", "d<Esc>", []),
    ("<Enter>", "Call the", "dd", []),
  ])
  func `a key changes the selected line of a page`(
    open: String, words: String, keys: String, lines: [String]
  ) throws {
    var session = Self.session(after: open)
    var steps = 0
    while !selectedLine(session).contains(words), steps < 40 {
      _ = session.update(.key(.down))
      steps += 1
    }
    try #require(selectedLine(session).contains(words))
    for event in Stage.keys(keys) { _ = session.update(event) }
    #expect(Set(Self.differences(session)) == Set(lines))
  }

  /// The text of the line that is marked.
  private func selectedLine(_ session: Session) -> String {
    let view = session.view(width: 120, height: 40)
    let row = (0..<view.height).first {
      view[$0, 3].style.emphasis.contains(.selected)
    }
    return row.map { view.line($0) } ?? ""
  }

  @Test(arguments: [
    ("dy", 1, "objective"), ("jdy", 2, "key result"), ("<Tab>dy", 1, "KPI"),
  ])
  func `what is deleted goes with all that belongs to it`(
    script: String, objectives: Int, name: String
  ) {
    var asked = Self.session(after: String(script.dropLast()))
    #expect(asked.context == .deleting)
    _ = asked.update(.resized(width: 160, height: 40))
    let text = asked.view(width: 160, height: 40).line(39)
    #expect(text.contains("delete the \(name)"))
    #expect(text.contains("y delete"))
    #expect(asked.document.bytes == Array(Self.board.utf8))
    var deleted = Self.session(after: script)
    #expect(deleted.document.bytes != Array(Self.board.utf8))
    #expect(!deleted.document.hasErrors)
    _ = deleted.update(.key(.character("u")))
    #expect(deleted.document.bytes == Array(Self.board.utf8))
  }

  @Test func `the question names what goes with it`() {
    let text = Self.session(after: "d").view(width: 160, height: 40).line(39)
    #expect(
      text.contains(
        " with 2 key results, 2 check-ins, 2 actions "
          + "and 2 references"), "\(text)")
  }

  @Test(arguments: [
    ("J", "second first", Thing.objective(1)),
    ("JK", "first second", .objective(0)),
    ("K", "first second", .objective(0)),
    ("9J", "second first", .objective(1)),
  ])
  func `objectives change places, the selection with them`(
    script: String, order: String, selection: Thing
  ) {
    let session = Self.session(after: script)
    let ids = session.document.board.objectives.compactMap(\.id?.text)
    #expect(ids.joined(separator: " ") == order)
    #expect(session.selection == selection)
  }

  @Test(arguments: [
    ("jJ", ["two one", "three"]), ("jJJ", ["two", "one three"]),
    ("jJJJ", ["two", "three one"]), ("j2J", ["two", "one three"]),
    ("jJJK", ["two one", "three"]), ("jJJKK", ["one two", "three"]),
    ("jK", ["one two", "three"]),
  ])
  func `a key result goes on into the next objective`(
    script: String, orders: [String]
  ) {
    let session = Self.session(after: script)
    let board = session.document.board
    let found = board.objectives.map { objective in
      objective.keyResults.compactMap { board.keyResults[$0].id?.text }
        .joined(separator: " ")
    }
    #expect(found == orders)
    guard case .keyResult(let index)? = session.selection else {
      Issue.record("\(String(describing: session.selection))")
      return
    }
    #expect(board.keyResults[index].id?.text == "one")
  }

  @Test(arguments: ["aa@Ada Call", "<Enter>e more", "j<Enter>e now", "d"])
  func `what is typed stays when others change the file`(script: String) {
    var session = Self.session(after: script)
    let before = session.view(width: 120, height: 40).line(39)
    _ = session.update(
      .fileChanged(Array(("# new\n\n" + Self.board).utf8)))
    _ = session.update(.key(.control("l")))
    #expect(session.view(width: 120, height: 40).line(39) == before)
    let isAsked = session.context == .deleting
    _ = session.update(.key(isAsked ? .character("y") : .enter))
    #expect(session.hasUnsavedEdits)
  }

  @Test func `what is typed for a line that is gone can be had again`() {
    var session = Self.session(after: "<Enter>e now")
    let theirs = Self.board.replacing("  > Because it matters.\n", with: "")
    _ = session.update(.fileChanged(Array(theirs.utf8)))
    #expect(session.context == .page)
    for event in Stage.keys("an<Up>") { _ = session.update(event) }
    #expect(
      session.view(width: 120, height: 40).line(39).contains(
        "Because it matters. now"))
  }

  @Test(arguments: [
    ("aa", "@who, date, text"), ("aa@Ada 2026-13-01 x", "2026-13-01"),
    ("aa@Ada 2026-12-01 Call", "Ada · due 1 Dec · \"Call\""),
    ("aa@Gr", "@Grace"), ("jam", "can not be added here"),
    ("a", "Enter key result   a action   o objective   p KPI"),
  ])
  func `the bottom line says what is understood`(
    script: String, words: String
  ) {
    let line = Self.session(after: script).view(width: 120, height: 40).line(39)
    #expect(line.contains(words), "\(line)")
  }

  @Test(arguments: ["a", "aa", "d", "e", "x", "J", "K"])
  func `nothing is edited in the past or where it is not allowed`(
    script: String
  ) {
    let past = Self.session(after: "{" + script)
    #expect(past.context == .board)
    var session = Session(
      name: "a.okr", bytes: Array(Self.board.utf8), now: Stage.now,
      access: .readOnly("opened with --read-only"))
    for event in Stage.keys(script) { _ = session.update(event) }
    #expect(session.context == .board)
    #expect(!session.hasUnsavedEdits)
  }

  @Test(arguments: ["aa@Ada ", "jaa@Ada ", "<Tab>aa@Ada "])
  func `an action with its owner takes four keys and its text`(script: String) {
    let text = "@Ada "
    let move = script.replacing("aa" + text, with: "")
    let keys = Stage.keys(script.dropFirst(move.count) + "Call<Enter>").count
    #expect(keys - text.count - "Call".count <= 4)
    #expect(Self.session(after: script + "Call<Enter>").hasUnsavedEdits)
  }
}
