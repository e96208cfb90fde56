import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

private let board = """
  objective [grow] Where we want to go
    cycle 2026-Q4
    owner Ada
    kr [late] The late measure
      from 10 to 50 points
      2026-11-01  20  6/10  @Ada  Begun
    kr [new] The fresh measure
      from 0 to 10 points
      2026-11-21  9
    kr [fed] What the KPI feeds
      from 0 to 10
      measured by [size]
    kr [steps] All of the steps
      owner Bo
      milestone [ ] One
      2026-11-15  -  5/10
  kpi [size] Size of it
    owner Bo
    healthy 5 ..
    2026-11-10 7
  kpi [speed] Speed of it
    2026-11-20 2.50

  """

private func session(after script: String, _ text: String = board) -> Session {
  var session = Stage.session(text)
  _ = session.update(.resized(width: 120, height: 40))
  for event in Stage.keys(script) { _ = session.update(event) }
  return session
}

/// The lines that the keys add to the file.
private func added(_ session: Session) -> [String] {
  let before = Set(board.split(separator: "\n").map(String.init))
  return String(decoding: session.document.bytes, as: UTF8.self)
    .split(separator: "\n").map(String.init).filter { !before.contains($0) }
}

private func bottom(_ session: Session) -> String {
  session.view(width: 120, height: 40).line(39)
}

/// The same as last time, and why.
@Suite struct RepeatingTests {
  @Test(arguments: [
    ("j=no survey yet<Enter>", "    2026-11-22  20  6/10  no survey yet"),
    ("jc=no survey yet<Enter>", "    2026-11-22  20  6/10  no survey yet"),
    ("jc= 7 days<Enter>", "    2026-11-22  20  6/10  7 days"),
    ("j<Enter>=waiting<Enter>", "    2026-11-22  20  6/10  waiting"),
    ("4j=waiting<Enter>", "    2026-11-22  -  5/10  waiting"),
    ("=all as it was<Enter>", "  2026-11-22  -  all as it was"),
    ("<Tab>j=holiday<Enter>", "  2026-11-22 2.5  holiday"),
  ])
  func `value and confidence are the same and nothing else is written`(
    script: String, line: String
  ) {
    let found = added(session(after: script))
    #expect(found.map { words($0) } == [words(line)])
  }

  private func words(_ line: String) -> [Substring] {
    line.split(separator: " ")
  }

  @Test func `it is one step to undo`() {
    let session = session(after: "j=no survey yet<Enter>u")
    #expect(session.document.bytes == Array(board.utf8))
  }

  @Test func `it asks for a word why`() {
    let asked = session(after: "j=<Enter>")
    #expect(bottom(asked).contains("same, because"))
    #expect(bottom(asked).contains("a word why it is the same"))
    #expect(session(after: "j=<Enter>so<Enter>").hasUnsavedEdits)
    #expect(!session(after: "j=so<Esc>").hasUnsavedEdits)
  }

  @Test func `it says so where there is nothing to repeat`() {
    let text = "objective One\n  kr Two\n    from 0 to 10\n"
    #expect(
      bottom(session(after: "j=", text)).contains("nothing to repeat yet"))
    // What was typed is a check-in still.
    #expect(bottom(session(after: "jc=", text)).contains("nothing to repeat"))
  }

  @Test func `erasing before the reason leads back to the value`() {
    let session = session(after: "j=<Back>31<Enter>")
    #expect(added(session) == ["    2026-11-22  31"])
  }

  @Test func `the past is not repeated`() {
    #expect(bottom(session(after: "j[=")).contains("this is the past"))
  }
}

/// The walk through all that is due.
@Suite struct WalkTests {
  @Test func `asks for what is due in order of attention`() {
    // The KPI is asked for the key result that it measures, once.
    var seen: [Thing?] = []
    for tabs in 0..<3 {
      seen.append(
        session(after: "C" + String(repeating: "<Tab>", count: tabs)).selection)
    }
    #expect(seen == [.keyResult(3), .keyResult(0), .kpi(0)])
    #expect(bottom(session(after: "C")).contains("1 of 3"))
  }

  @Test func `writes a line for each check-in`() {
    let session = session(
      after: "C6 at-risk waits for Bo<Enter>30 7 slowly<Enter>9 <Enter>")
    #expect(
      added(session) == [
        "    2026-11-22  30  7/10  slowly",
        "    2026-11-22  -  6/10  at-risk  waits for Bo",
        "  2026-11-22 9",
      ])
    #expect(session.context == .page)
    let text = session.view(width: 120, height: 40).text
    #expect(text.contains("3 of 3 checked in, nothing still due"))
  }

  @Test func `each check-in is a step to undo`() {
    var session = session(after: "C7<Enter>30 7 slowly<Enter>9<Enter>")
    let whole = session.document.bytes
    for key in Stage.keys("uuu") { _ = session.update(key) }
    #expect(session.document.bytes == Array(board.utf8))
    for key in Stage.keys("<^R><^R><^R>") { _ = session.update(key) }
    #expect(session.document.bytes == whole)
  }

  @Test func `Tab and an empty line skip, S-Tab goes back`() {
    let session = session(after: "C<Tab><Enter><S-Tab>31<Enter><Esc>")
    #expect(added(session) == ["    2026-11-22  31"])
    let text = session.view(width: 120, height: 40).text
    #expect(text.contains("1 of 3 checked in, 1 skipped, 2 still due"))
  }

  @Test func `an equals sign says that it is the same`() {
    let session = session(after: "C<Tab>=no news<Enter><Esc>")
    #expect(added(session) == ["    2026-11-22  20  6/10  no news"])
  }

  @Test func `the end tells what changed, each line leads to its thing`() {
    var session = session(after: "C<Tab>49 9<Enter><Tab>")
    let text = session.view(width: 120, height: 40).text
    #expect(text.contains("CHANGED"))
    #expect(text.contains("stale now"))
    #expect(session.selection == .keyResult(0))
    _ = session.update(.key(.enter))
    #expect(
      session.view(width: 120, height: 40).text.contains("The late measure"))
    for event in Stage.keys("<Esc><Esc>") { _ = session.update(event) }
    #expect(session.context == .board)
  }

  @Test func `Esc leads back to where it began`() {
    let before = session(after: "jj<Enter>")
    let after = session(after: "jj<Enter>C<Tab><Esc>")
    #expect(after.selection == before.selection)
    #expect(after.context == before.context)
    #expect(bottom(after).contains("nothing was checked in"))
  }

  @Test func `a filter leaves out what others answer for`() {
    let session = session(after: "fowner Ada<Enter>C31 7<Enter><Tab>")
    #expect(added(session) == ["    2026-11-22  31  7/10"])
    let text = session.view(width: 120, height: 40).text
    #expect(text.contains("1 of 2 checked in, 1 skipped, 1 still due"))
  }

  @Test func `it says when something is due next`() {
    let text = """
      objective [a] One
        cycle 2026-Q4
        kr [b] Two
          from 0 to 10
          2026-11-20 3

      """
    #expect(
      bottom(session(after: "C", text)).contains(
        "nothing is due; next on 27 Nov: Two"))
    #expect(bottom(session(after: "C", "board Empty\n")).contains("nothing is"))
  }

  @Test func `it goes on when others change the file`() {
    var session = session(after: "C")
    let theirs = board.replacing("kpi [speed]", with: "kpi [pace]")
    _ = session.update(.fileChanged(Array(theirs.utf8)))
    #expect(session.context == .walking)
    let gone = theirs.replacing("kr [steps] All of", with: "kr [x] Other")
    _ = session.update(.fileChanged(Array(gone.utf8)))
    #expect(session.context == .walking)
    #expect(session.selection == .keyResult(0))
  }

  @Test func `the past is not walked through`() {
    #expect(bottom(session(after: "[C")).contains("this is the past"))
  }
}

/// Playing a cycle through.
@Suite struct PlayingTests {
  private static var short: String {
    "cycle Sprint 2026-11-20 .. 2026-11-30\n" + board
      + "objective O\n  cycle Sprint\n"
  }

  @Test func `a day goes by at each tick, and it ends today`() {
    var session = session(after: ".,", Self.short)
    _ = session.update(.resized(width: 120, height: 40))
    for event in Stage.keys(".") { _ = session.update(event) }
    let effects = session.update(.key(.character("P")))
    #expect(effects == [.wait(milliseconds: 125)])
    var days: [String] = []
    for _ in 0..<3 {
      days.append(
        session.view(width: 120, height: 40).line(0).contains("PAST")
          ? "past" : "today")
      _ = session.update(.tick)
    }
    #expect(session.context == .board)
    #expect(days.first == "past")
    #expect(session.update(.tick) == [])
  }

  @Test func `any key stops it there, a blank pauses`() {
    var session = session(after: "P<Tick><Tick>")
    #expect(session.context == .playing)
    #expect(
      session.view(width: 120, height: 40).line(0).contains(
        "PAST · Sat 3 Oct 2026 · 0 returns"))
    #expect(session.update(.key(.character(" "))) == [])
    #expect(session.update(.tick) == [])
    #expect(session.update(.key(.character(" "))).count == 1)
    #expect(session.update(.tick).count == 1)
    #expect(session.update(.key(.character("x"))) == [])
    #expect(session.update(.tick) == [])
    #expect(session.context == .board)
    #expect(
      session.view(width: 120, height: 40).line(0).contains(
        "PAST · Sun 4 Oct 2026 · 0 returns"))
    for event in Stage.keys("0") { _ = session.update(event) }
    #expect(!session.view(width: 120, height: 40).text.contains("PAST"))
  }

  @Test(arguments: [120, 80, 40, 30, 20])
  func `the past is said at every width`(width: Int) {
    let header = session(after: "[").view(width: width, height: 24).line(0)
    #expect(header.contains("PAST"))
  }

  @Test func `a page is played as well`() {
    let session = session(after: "j<Enter>P<Tick>")
    #expect(
      session.view(width: 120, height: 40).text.contains("The late measure"))
  }
}

/// How many keys things take.
@Suite struct KeyCountTests {
  @Test(arguments: ["jc41 7<Enter>", "jjc9 8<Enter>"])
  func `a check-in takes three keys and its digits`(script: String) {
    let keys = Stage.keys(String(script.drop { $0 == "j" })).filter { event in
      guard case .key(.character(let character)) = event else { return true }
      return !character.isNumber
    }
    #expect(keys.count <= 3)
    #expect(session(after: script).hasUnsavedEdits)
  }

  /// Each screen and the keys that lead there from the board.
  private static let screens: [(name: String, keys: String)] = [
    ("board", ""), ("page", "<Enter>"), ("cycles", "Y"), ("help", "?"),
    ("palette", ":"), ("filter", "f"), ("search", "/"), ("walk", "C"),
    ("actions", "o"),
  ]

  @Test func `from any screen to any other it takes three keys at most`() {
    for start in Self.screens {
      for goal in Self.screens where start.name != goal.name {
        let found = ["", "<Esc>", "<Esc><Esc>"].contains { way in
          arrives(start.keys, way + goal.keys, at: goal.name)
        }
        #expect(found, "from \(start.name) to \(goal.name)")
      }
    }
  }

  private func arrives(_ start: String, _ way: String, at name: String) -> Bool
  {
    let session = session(after: start + way)
    guard Stage.keys(way).count <= 3 else { return false }
    let text = session.view(width: 120, height: 40).text
    switch name {
    case "board": return session.context == .board
    case "page": return session.context == .page && text.contains("KEY RESULTS")
    case "cycles": return text.contains("EXPECTED")
    case "help": return session.context == .help
    case "palette": return session.context == .palette
    case "filter": return session.context == .filtering
    case "search": return session.context == .typing
    case "walk": return session.context == .walking
    case "actions": return text.contains("Actions")
    default: return false
    }
  }
}
