import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

/// What events do to a session.
struct SessionTests {
  private static let board = """
    objective [first] Where we want to go
      cycle 2026-Q4
      kr [one] The first measure
        from 10 to 50 points
        2026-11-16  20  6/10  @Ada  Begun
      kr [two] The second measure
        milestone [ ] All of it
    kpi [size] Size of it
      healthy 5 ..
      2026-11-20 7

    """

  private func session(after script: String) -> Session {
    var session = Stage.session(Self.board)
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  @Test func `the first objective is selected and all is unfolded`() {
    let session = session(after: "")
    #expect(session.selection == .objective(0))
    #expect(
      session.view(width: 120, height: 40).text.contains("The second measure"))
  }

  @Test(arguments: [
    ("j", Thing.keyResult(0)), ("jj", .keyResult(1)), ("jjjjj", .keyResult(1)),
    ("2j", .keyResult(1)), ("G", .keyResult(1)), ("Gg", .objective(0)),
    ("<Tab>", .kpi(0)), ("<Tab><Tab>", .objective(0)), ("jh", .objective(0)),
    ("/size<Enter>", .kpi(0)), ("/measure<Enter>n", .keyResult(1)),
    ("/measure<Enter>nN", .keyResult(0)),
    ("/nothing like it<Enter>", .objective(0)),
    ("j/second<Esc>", .keyResult(0)),
  ])
  func `keys move the selection`(_ script: String, _ thing: Thing) {
    #expect(session(after: script).selection == thing)
  }

  @Test func `going back restores the place exactly`() {
    let before = session(after: "jj")
    let after = session(after: "jj<Enter>jj<Enter><Esc><Esc>")
    let (seen, expected) = (
      after.view(width: 120, height: 40), before.view(width: 120, height: 40)
    )
    // The hints below have learnt what one knows.
    for row in 0..<39 { #expect(seen.line(row) == expected.line(row)) }
    #expect(after.selection == before.selection)
  }

  @Test func `folding hides the key results and unfolding shows them`() {
    let folded = session(after: "j ")
    #expect(folded.selection == .objective(0))
    #expect(
      !folded.view(width: 120, height: 40).text.contains("The first measure"))
    let text = session(after: "j  ").view(width: 120, height: 40).text
    #expect(text.contains("The first measure"))
  }

  @Test func `a check-in inserts its line and nothing else`() {
    let session = session(after: "jc30 8 going well<Enter>")
    let expected = Self.board.split(
      separator: "\n", omittingEmptySubsequences: false)
    var lines = expected.map(String.init)
    lines.insert("    2026-11-22  30  8/10  going well", at: 5)
    #expect(
      String(decoding: session.document.bytes, as: UTF8.self)
        == lines.joined(separator: "\n"))
    #expect(session.hasUnsavedEdits)
  }

  @Test(arguments: [
    "jc30 8 going well<Esc>", "jcabc<Enter><Esc>", "jc<Enter>", "jc30<Enter>u",
  ])
  func `what was not entered changes nothing`(_ script: String) {
    let session = session(after: script)
    #expect(session.document.bytes == Array(Self.board.utf8))
    #expect(!session.hasUnsavedEdits)
  }

  @Test(arguments: [
    ("jc30 8 well", "jc", "30 8 well"), ("/measure", "/", "measure"),
  ])
  func `Ctrl-c leaves a line of text, which Up brings back`(
    start: String, again: String, text: String
  ) {
    var session = session(after: start)
    #expect(session.update(.interrupted) == [])
    #expect(session.context == .board)
    #expect(session.document.bytes == Array(Self.board.utf8))
    for event in Stage.keys(again + "<Up>") { _ = session.update(event) }
    #expect(session.view(width: 120, height: 40).line(39).contains(text))
  }

  @Test func `Ctrl-c answers a question as Esc does`() {
    var session = session(after: "jc30<Enter>q")
    #expect(session.update(.interrupted) == [])
    #expect(session.context == .board)
    #expect(session.hasUnsavedEdits)
  }

  @Test(arguments: ["", "j<Enter>", "?"])
  func `Ctrl-c ends the program outside of a line of text`(start: String) {
    var session = session(after: start)
    #expect(session.update(.interrupted) == [.quit])
  }

  @Test(arguments: ["{", "fowner Ada<Enter>", "{fowner Ada<Enter>"])
  func `Esc leads back to all of the board as it is today`(start: String) {
    var session = session(after: start)
    let whole = self.session(after: "").view(width: 120, height: 40)
    #expect(session.view(width: 120, height: 40).line(0) != whole.line(0))
    for event in Stage.keys("<Esc><Esc><Esc>") { _ = session.update(event) }
    #expect(session.view(width: 120, height: 40).line(0) == whole.line(0))
  }

  @Test func `undo and redo go both ways`() {
    let done = session(after: "jc30<Enter>jjc7 fine<Enter>").document.bytes
    #expect(
      session(after: "jc30<Enter>jjc7 fine<Enter>uu<^R><^R>").document.bytes
        == done)
    #expect(
      session(after: "jc30<Enter>jjc7 fine<Enter>uu").document.bytes
        == Array(Self.board.utf8))
  }

  @Test func `saving hands the bytes out and quitting asks before`() {
    var session = session(after: "jc30<Enter>")
    #expect(session.update(.key(.character("q"))) == [])
    #expect(session.update(.key(.character("q"))) == [])
    #expect(session.update(.key(.escape)) == [])
    let bytes = session.document.bytes
    #expect(session.update(.key(.character("w"))) == [.save(bytes)])
    #expect(session.update(.saved(name: "sample.okr", notice: nil)) == [])
    #expect(!session.hasUnsavedEdits)
    #expect(session.update(.key(.character("q"))) == [.quit])
  }

  @Test func `what could not be saved stays unsaved`() {
    var session = session(after: "jc30<Enter>w")
    _ = session.update(
      .notSaved(
        Refusal(
          reason: "the disk is full", advice: "make room", allowsInPlace: false)
      ))
    #expect(session.hasUnsavedEdits)
    #expect(
      session.view(width: 80, height: 24).text.contains(
        "not saved: the disk is full"))
  }

  @Test func `a reload keeps the selection on its thing`() {
    var session = session(after: "jj")
    let text = "kpi [new] New\nobjective [zero] Before\n" + Self.board
    _ = session.update(.loaded(Array(text.utf8)))
    #expect(session.selection == .keyResult(1))
  }

  @Test func `a change on disk is read at once where nothing is edited`() {
    var calm = session(after: "")
    let theirs = Array((Self.board + "# somebody was here\n").utf8)
    _ = calm.update(.fileChanged(theirs))
    #expect(calm.document.bytes == theirs)
    #expect(!calm.hasUnsavedEdits)
  }

  @Test func `a pasted text is never a command`() {
    var session = session(after: "j")
    #expect(session.update(.paste("cq\nw")) == [])
    #expect(session.document.bytes == Array(Self.board.utf8))
    _ = session.update(.key(.character("c")))
    _ = session.update(.paste("30\n8"))
    _ = session.update(.key(.enter))
    #expect(
      session.document.board.readings.countOfNumbers(
        in: session.document.board.keyResults[0].rows) == 2)
  }

  @Test func `the past can be seen but not changed`() {
    let session = session(after: "j{c")
    #expect(session.context == .board)
    #expect(
      session.view(width: 120, height: 40).text.contains("PAST"))
    #expect(
      !self.session(after: "j{0").view(width: 120, height: 40).text.contains(
        "PAST"))
  }

  @Test func `a moment that is not the clock's says its year`() {
    func header(_ session: Session, _ width: Int) -> String {
      session.view(width: width, height: 24).line(0)
    }
    #expect(header(session(after: ""), 120).contains("Sun 22 Nov 14:05"))
    #expect(
      header(session(after: "["), 120).contains(
        "PAST · Sat 21 Nov 2026"))
    let asked = Session(
      name: "a.okr", bytes: Array(Self.board.utf8), now: Stage.now,
      clockwork: .stopped)
    #expect(header(asked, 120).contains("Sun 22 Nov 2026 14:05"))
    #expect(header(asked, 60).contains("2026"))
  }

  @Test func `a read-only session changes nothing`() {
    var session = Session(
      name: "a.okr", bytes: Array(Self.board.utf8), now: Stage.now,
      access: .readOnly("opened with --read-only"))
    for event in Stage.keys("jc30<Enter>w") {
      #expect(session.update(event) == [])
    }
    #expect(!session.hasUnsavedEdits)
  }

  @Test func `errors in the file are said`() {
    let session = Stage.session("kip [x] Churn\n" + Self.board)
    #expect(session.view(width: 120, height: 40).text.contains("1 error"))
  }

  @Test(arguments: [
    ("jjjc41", 80, "measured by [size]: type 0 to 10, or a note"),
    ("jjjc41", 24, "measured by [size]:"),
    ("jjjc41", 24, " note"),
    ("jc30 7 a note of some length", 50, " 30 points · confidence 7/10 ·"),
    ("§", 50, " § does nothing here: ? lists the keys, : finds"),
    ("§", 50, " commands"),
  ])
  func `what does not fit into the bottom line is said above it`(
    script: String, width: Int, words: String
  ) {
    var session = Stage.session(
      Self.board.replacing(
        "kpi [size]",
        with: "  kr [three] Its size\n    measured by [size]\nkpi [size]"))
    _ = session.update(.resized(width: width, height: 24))
    for event in Stage.keys(script) { _ = session.update(event) }
    let canvas = session.view(width: width, height: 24)
    let lines = (20..<24).map { canvas.line($0) }
    #expect(lines.contains { $0.contains(words) }, "\(lines)")
  }

  @Test func `an empty board says what to write`() {
    let text = Stage.session("").view(width: 80, height: 24).text
    #expect(text.contains("This board is empty"))
  }
}

/// The one table of commands.
struct CommandTests {
  @Test func `no key means two things in one place`() {
    for context in Command.Context.allCases {
      var seen: [Key: Command] = [:]
      for command in Command.allCases where command.contexts.contains(context) {
        for key in command.keys(in: context) {
          #expect(
            seen[key] == nil,
            "\(key) in \(context): \(command), \(String(describing: seen[key]))"
          )
          seen[key] = command
        }
      }
    }
  }

  @Test(arguments: Command.allCases)
  func `every command has a sentence, a key or a name, and a place`(
    _ command: Command
  ) {
    #expect(!command.sentence.isEmpty && command.sentence.last != ".")
    // What has no key is found in the palette.
    #expect(!command.keys.isEmpty || command.isOffered)
    #expect(!command.contexts.isEmpty)
  }

  @Test(arguments: Command.allCases)
  func `every command in every mode keeps its promise not to trap`(
    _ command: Command
  ) {
    for script in [
      "", "jj<Enter>", "/a", "jc4", "?", "jc30<Enter>q", "jc30<Enter>r",
      "<Tab>", "{", "A", ">", "a", "jaa@A", "d", "jj<Enter>Ge",
      "F", "F<Enter>0.3<Enter>", "R", "%",
    ] {
      var session = Stage.session()
      for event in Stage.keys(script) { _ = session.update(event) }
      _ = session.perform(command)
      _ = session.update(.resized(width: 40, height: 12))
      #expect(session.view(width: 40, height: 12).width == 40)
    }
  }
}

/// Random keys at random sizes.
struct RandomTests {
  @Test(arguments: 0..<12)
  func `no sequence of keys and sizes traps or draws outside`(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let keys: [Key] =
      Command.allCases.flatMap(\.keys)
      + "0123456789abcxyz-@/. é漢".map { .character($0) }
    var session = Stage.session()
    for _ in 0..<100 {
      switch next(12) {
      case 0:
        let (width, height) = (1 + next(130), 1 + next(45))
        _ = session.update(.resized(width: width, height: height))
      case 1: _ = session.update(.paste("41 7\nnote \u{1B}[31m"))
      default: _ = session.update(.key(keys[next(keys.count)]))
      }
      let (width, height) = (1 + next(130), 1 + next(45))
      let canvas = session.view(width: width, height: height)
      #expect(canvas.width == width && canvas.height == height)
      for line in canvas.text.split(separator: "\n") {
        #expect(displayCells(of: String(line)) <= width)
      }
    }
  }
}
