import Dashboard
import GoalFile
import Goals
import Testing

/// A session whose file others write too.
struct TwoWritersTests {
  static let board = """
    objective [first] Where we want to go
      cycle 2026-Q4
      owner Ada
      kr [one] The first measure
        from 10 to 50 points
        2026-11-16  20  6/10  @Ada  Begun
      kr [two] The second measure
        milestone [ ] All of it
    kpi [size] Size of it
      healthy 5 ..
      2026-11-20 7

    """

  /// The session after keys that are typed one after another.
  static func session(_ text: String = board, after script: String = "")
    -> Session
  {
    var session = Stage.session(text)
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  static func text(_ session: Session) -> String {
    String(decoding: session.document.bytes, as: UTF8.self)
  }

  private static func press(_ script: String, in session: inout Session)
    -> [Effect]
  {
    Stage.keys(script).flatMap { session.update($0) }
  }

  static let theirs = board.replacing("2026-11-20 7", with: "2026-11-20 8")
  static let colliding = board.replacing("  owner Ada", with: "  owner Lin")

  @Test func `a change by others is taken over at once, and the cursor stays`()
  {
    var session = Self.session(after: "jj")
    let longer = "kpi [new] New\nobjective [zero] Before\n" + Self.board
    _ = session.update(.fileChanged(Array(longer.utf8)))
    #expect(Self.text(session) == longer)
    #expect(!session.hasUnsavedEdits)
    #expect(session.selection == .keyResult(1))
  }

  @Test func `a change by others joins unsaved edits without a question`() {
    var session = Self.session(after: "jc30 8<Enter>")
    let effects = session.update(.fileChanged(Array(Self.theirs.utf8)))
    #expect(
      Self.text(session)
        == Self.theirs.replacing(
          "Begun\n", with: "Begun\n    2026-11-22  30    8/10\n")
        || Self.text(session).contains("2026-11-22  30"))
    #expect(Self.text(session).contains("2026-11-20 8"))
    #expect(session.hasUnsavedEdits)
    #expect(
      effects.contains {
        if case .keepAnew = $0 { true } else { false }
      })
  }

  @Test func `a save that was overtaken merges and saves again`() {
    var session = Self.session(after: "jc30<Enter>w")
    let effects = session.update(.overtaken(Array(Self.theirs.utf8)))
    let bytes = session.document.bytes
    #expect(effects.contains(.save(bytes)))
    _ = session.update(.saved(name: "sample.okr", notice: nil))
    #expect(!session.hasUnsavedEdits)
    #expect(Self.text(session).contains("2026-11-20 8"))
    #expect(Self.text(session).contains("2026-11-22  30"))
  }

  @Test func `undo leaves in force what others wrote, also across a save`() {
    var session = Self.session(after: "jc30<Enter>w")
    _ = session.update(.overtaken(Array(Self.theirs.utf8)))
    _ = session.update(.saved(name: "sample.okr", notice: nil))
    let both = Self.text(session)
    _ = Self.press("u", in: &session)
    #expect(Self.text(session) == Self.theirs)
    #expect(session.hasUnsavedEdits)
    _ = Self.press("<^R>", in: &session)
    #expect(Self.text(session) == both)
    #expect(!session.hasUnsavedEdits)
  }

  @Test func `undo goes back over more steps than fit in any window`() {
    var session = Self.session(after: "j")
    for number in 1...120 {
      _ = Self.press("c\(number)<Enter>", in: &session)
    }
    let last = Self.text(session)
    for _ in 1...120 { _ = Self.press("u", in: &session) }
    #expect(Self.text(session) == Self.board)
    #expect(!session.hasUnsavedEdits)
    for _ in 1...120 { _ = Self.press("<^R>", in: &session) }
    #expect(Self.text(session) == last)
  }

  @Test func `several undone steps come back around what others wrote`() {
    var session = Self.session(after: "jc30<Enter>jc7 fine<Enter>")
    _ = session.update(.fileChanged(Array(Self.theirs.utf8)))
    let all = Self.text(session)
    _ = Self.press("uu", in: &session)
    #expect(Self.text(session) == Self.theirs)
    #expect(!session.hasUnsavedEdits)
    _ = Self.press("<^R><^R>", in: &session)
    #expect(Self.text(session) == all)
  }

  @Test func `what others undid themselves is no obstacle to doing it again`() {
    var session = Self.session(after: "jc30<Enter>")
    // Somebody takes the same line out of the file that was just saved.
    _ = Self.press("w", in: &session)
    _ = session.update(.saved(name: "sample.okr", notice: nil))
    _ = session.update(.fileChanged(Array(Self.board.utf8)))
    _ = Self.press("jc7 fine<Enter>", in: &session)
    let last = session.document.bytes
    _ = Self.press("uu", in: &session)
    #expect(Self.text(session) == Self.board)
    _ = Self.press("<^R>", in: &session)
    #expect(session.document.bytes == Array(Self.board.utf8))
    _ = Self.press("<^R>", in: &session)
    #expect(session.document.bytes == last)
  }

  @Test func `redo restores every byte, whatever others wrote before`() {
    var session = Self.session(after: "jc30<Enter>")
    let others = Self.board.replacing(
      "Begun\n", with: "Begun\n    2026-11-21  12    5/10  Behind\n")
    _ = session.update(.fileChanged(Array(others.utf8)))
    _ = Self.press("jc7 fine<Enter>", in: &session)
    var states = [session.document.bytes]
    for _ in 1...2 {
      _ = Self.press("u", in: &session)
      states.append(session.document.bytes)
    }
    #expect(Self.text(session) == others)
    for state in states.dropLast().reversed() {
      _ = Self.press("<^R>", in: &session)
      #expect(session.document.bytes == state)
    }
  }

  @Test func `what collided is taken over once the edits are undone`() {
    var session = Self.collision()
    _ = Self.press("<Esc>", in: &session)
    let effects = Self.press("u", in: &session)
    #expect(Self.text(session) == Self.colliding)
    #expect(!session.hasUnsavedEdits)
    #expect(effects.last == .settle)
  }

  @Test func `what collided and went away is forgotten`() {
    var session = Self.collision()
    _ = Self.press("<Esc>", in: &session)
    _ = session.update(.fileChanged(Array(Self.board.utf8)))
    let bytes = session.document.bytes
    #expect(Self.press("w", in: &session) == [.save(bytes)])
  }

  @Test func `a file that changes during a decision is decided on anew`() {
    var session = Self.collision()
    _ = Self.press("1", in: &session)
    let newer = Self.colliding.replacing("2026-11-20 7", with: "2026-11-20 8")
    _ = session.update(.fileChanged(Array(newer.utf8)))
    #expect(session.context == .deciding)
    #expect(Self.press("<Enter>", in: &session) == [])
    let effects = Self.press("1<Enter>", in: &session)
    #expect(Self.text(session).contains("2026-11-20 8"))
    #expect(Self.text(session).contains("owner Grace"))
    #expect(effects.contains(.save(session.document.bytes)))
  }

  @Test func `a decision ends where the file collides no more`() {
    var session = Self.collision()
    _ = session.update(.fileChanged(Array(Self.theirs.utf8)))
    #expect(session.context == .board)
    #expect(Self.text(session).contains("owner Grace"))
    #expect(Self.text(session).contains("2026-11-20 8"))
  }

  /// A session in which both sides changed the owner, about to save.
  private static func collision() -> Session {
    var session = session()
    let mine = board.replacing("  owner Ada", with: "  owner Grace")
    _ = session.update(
      .recovered([
        Recovered(
          number: 1, base: Array(board.utf8), edited: Array(mine.utf8),
          story: "A session of 14:02 ended.")
      ]))
    _ = press("t", in: &session)
    _ = press("w", in: &session)
    _ = session.update(.overtaken(Array(colliding.utf8)))
    return session
  }

  @Test func `what collides is shown side by side and nothing is written`() {
    let session = Self.collision()
    #expect(session.context == .deciding)
    let screen = session.view(width: 120, height: 40).text
    #expect(screen.contains("owner Grace"))
    #expect(screen.contains("owner Lin"))
    #expect(screen.contains("0 of 1 decided"))
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `what was changed is seen on every screen`(_ width: Int, _ height: Int) {
    var session = Self.session(after: "jc30 8 needle<Enter>")
    let gone = Self.board.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated().filter { !(3...5).contains($0.offset) }.map(\.element)
    _ = session.update(
      .fileChanged(Array(gone.joined(separator: "\n").utf8)))
    _ = Self.press("w", in: &session)
    #expect(session.context == .deciding)
    let screen = session.view(width: width, height: height).text
    #expect(screen.contains("needle"), "\(screen)")
    #expect(screen.contains("(removed)"), "\(screen)")
  }

  @Test(arguments: [("1", "owner Grace"), ("2", "owner Lin")])
  func `one key decides and Enter saves`(_ key: String, _ owner: String) {
    var session = Self.collision()
    #expect(Self.press("<Enter>", in: &session) == [])
    _ = Self.press(key, in: &session)
    let effects = Self.press("<Enter>", in: &session)
    #expect(Self.text(session).contains(owner))
    if key == "1" {
      #expect(effects.contains(.save(session.document.bytes)))
    } else {
      #expect(!session.hasUnsavedEdits)
    }
  }

  @Test func `leaving a decision loses nothing and w comes back to it`() {
    var session = Self.collision()
    #expect(Self.press("<Esc>", in: &session) == [])
    #expect(Self.text(session).contains("owner Grace"))
    #expect(session.hasUnsavedEdits)
    #expect(Self.press("w", in: &session) == [])
    #expect(session.context == .deciding)
  }

  @Test func `a file with git's markers opens with what collides`() {
    let marked = Self.board.replacing(
      "  owner Ada\n",
      with:
        "<<<<<<< ours\n  owner Ada\n=======\n  owner Lin\n>>>>>>> theirs\n")
    var session = Self.session(marked)
    #expect(session.context == .deciding)
    _ = Self.press("2<Enter>", in: &session)
    #expect(Self.text(session) == Self.colliding)
    #expect(session.hasUnsavedEdits)
    _ = Self.press("u", in: &session)
    #expect(Self.text(session) == marked)
    _ = Self.press("X", in: &session)
    #expect(session.context == .deciding)
  }
}

/// A session after another one died.
struct RecoveryTests {
  private let left = Recovered(
    number: 7, base: Array(TwoWritersTests.board.utf8),
    edited: Array(
      TwoWritersTests.board.replacing(
        "Begun\n", with: "Begun\n    2026-11-20  28  7/10\n"
      ).utf8), story: "A session of 14:02 ended.")

  private func press(_ script: String, in session: inout Session) -> [Effect] {
    Stage.keys(script).flatMap { session.update($0) }
  }

  @Test func `what was left behind is shown and can be taken`() {
    var session = TwoWritersTests.session()
    _ = session.update(.recovered([left]))
    #expect(session.context == .recovering)
    let screen = session.view(width: 80, height: 24).text
    #expect(screen.contains("14:02"))
    #expect(screen.contains("28"))
    let effects = press("t", in: &session)
    #expect(
      effects.contains {
        if case .take(_, base: _, _, from: left) = $0 { true } else { false }
      })
    #expect(session.document.bytes == left.edited)
    #expect(session.hasUnsavedEdits)
    _ = press("u", in: &session)
    #expect(TwoWritersTests.text(session) == TwoWritersTests.board)
  }

  @Test func `it is forgotten only after a second key of another name`() {
    var session = TwoWritersTests.session()
    _ = session.update(.recovered([left]))
    #expect(press("dd", in: &session) == [])
    #expect(press("x", in: &session) == [.drop(left)])
    #expect(session.context == .board)
  }

  @Test func `it is offered once what was being done is done`() {
    var session = TwoWritersTests.session(after: "jc3")
    _ = session.update(.recovered([left]))
    #expect(session.context == .typing)
    _ = press("<Esc>", in: &session)
    #expect(session.context == .recovering)
  }

  @Test func `a check-in that another one covers is shown by its line`() {
    // Of the same moment, and later in the file.
    let now = TwoWritersTests.board + "reading [one] 2026-11-20 29\n"
    var session = TwoWritersTests.session(now)
    let covered = TwoWritersTests.board.replacing(
      "Begun\n", with: "Begun\n    2026-11-20  28\n")
    _ = session.update(
      .recovered([
        Recovered(
          number: 7, base: Array(TwoWritersTests.board.utf8),
          edited: Array(covered.utf8), story: "A session of 14:02 ended.")
      ]))
    #expect(session.context == .recovering)
    let screen = session.view(width: 80, height: 24).text
    #expect(screen.contains("+ 2026-11-20  28"), "\(screen)")
  }

  @Test func `it can wait`() {
    var session = TwoWritersTests.session()
    _ = session.update(.recovered([left]))
    #expect(press("<Esc>", in: &session) == [])
    #expect(session.context == .board)
    #expect(!session.hasUnsavedEdits)
  }

  @Test func `it joins what the file holds by now`() {
    let now = TwoWritersTests.theirs
    var session = TwoWritersTests.session(now)
    _ = session.update(.recovered([left]))
    _ = press("t", in: &session)
    let text = TwoWritersTests.text(session)
    #expect(text.contains("2026-11-20 8"))
    #expect(text.contains("2026-11-20  28  7/10"))
  }

  @Test func `what the file holds already is forgotten without a question`() {
    var session = TwoWritersTests.session(
      String(decoding: left.edited, as: UTF8.self))
    #expect(session.update(.recovered([left])) == [.drop(left)])
    #expect(session.context == .board)
  }
}

/// A session whose file can not be saved.
struct RefusalTests {
  private func refused(inPlace: Bool) -> Session {
    var session = TwoWritersTests.session(after: "jc30<Enter>w")
    _ = session.update(
      .notSaved(
        Refusal(
          reason: "the disk is full", advice: "make room",
          allowsInPlace: inPlace)))
    return session
  }

  private func press(_ script: String, in session: inout Session) -> [Effect] {
    Stage.keys(script).flatMap { session.update($0) }
  }

  @Test func `the reason and the ways out are on the screen`() {
    let screen = refused(inPlace: false).view(width: 120, height: 40).text
    #expect(screen.contains("not saved: the disk is full"))
    #expect(screen.contains("make room"))
    #expect(screen.contains("s save elsewhere"))
    #expect(!screen.contains("i write in place"))
  }

  @Test func `s saves elsewhere and goes on there`() {
    var session = refused(inPlace: false)
    let effects = press("s<^U>other.okr<Enter>", in: &session)
    #expect(effects == [.saveAs("other.okr", session.document.bytes)])
    _ = session.update(.saved(name: "other.okr", notice: nil))
    #expect(session.name == "other.okr")
    #expect(!session.hasUnsavedEdits)
  }

  @Test(arguments: [(40, 12), (20, 5), (80, 24)])
  func `what to do is said on a small screen too`(_ width: Int, _ height: Int) {
    let screen = refused(inPlace: true).view(width: width, height: height).text
    #expect(
      screen.replacing("\n", with: " ").contains("make room"), "\(screen)")
    #expect(screen.contains("Esc") || width < 40)
  }

  @Test func `the name that was typed is there for a second try`() {
    var session = refused(inPlace: false)
    _ = press("s<^U>other.okr<Enter>", in: &session)
    _ = session.update(
      .notSaved(
        Refusal(
          reason: "there is a file of that name already",
          advice: "choose another name", allowsInPlace: false)))
    _ = press("s", in: &session)
    #expect(session.view(width: 80, height: 24).text.contains("other.okr"))
  }

  @Test func `only with consent is a file written in place`() {
    var offered = refused(inPlace: true)
    let bytes = offered.document.bytes
    #expect(press("i", in: &offered) == [.saveInPlace(bytes)])
    var denied = refused(inPlace: false)
    #expect(press("i", in: &denied) == [])
  }

  @Test func `nothing is written in place over what others wrote meanwhile`() {
    var session = refused(inPlace: true)
    let colliding =
      TwoWritersTests.board.split(separator: "\n")
      .filter { !$0.contains("first measure") && !$0.hasPrefix("    from") }
      .filter { !$0.contains("Begun") }.joined(separator: "\n") + "\n"
    _ = session.update(.fileChanged(Array(colliding.utf8)))
    #expect(press("i", in: &session) == [])
    #expect(session.context == .deciding)
  }

  @Test func `quitting is no matter of a save where others saved the same`() {
    var session = TwoWritersTests.session(after: "jc30<Enter>q")
    _ = session.update(.fileChanged(session.document.bytes))
    #expect(press("w", in: &session) == [.quit])
  }

  @Test func `the edits stay whatever is answered`() {
    for script in ["<Esc>", "w", "s<Esc>", "s<^U><Enter>"] {
      var session = refused(inPlace: false)
      _ = press(script, in: &session)
      #expect(session.hasUnsavedEdits)
      #expect(TwoWritersTests.text(session).contains("2026-11-22  30"))
    }
  }

  @Test func `r throws no edit away that undo does not bring back`() {
    var session = TwoWritersTests.session(after: "jc30<Enter>")
    let edited = TwoWritersTests.text(session)
    #expect(press("r", in: &session) == [])
    #expect(press("d", in: &session) == [.reload])
    _ = session.update(.loaded(Array(TwoWritersTests.theirs.utf8)))
    #expect(TwoWritersTests.text(session) == TwoWritersTests.theirs)
    _ = press("u", in: &session)
    #expect(
      TwoWritersTests.text(session)
        == edited.replacing("2026-11-20 7", with: "2026-11-20 8"))
  }
}
