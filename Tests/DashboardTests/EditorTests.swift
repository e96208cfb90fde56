import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

/// How a person gets to their own editor and back.
struct EditorTests {
  private static let text = """
    board Small

    objective [first] Where we want to go
      kr [one] The first measure
        from 10 to 50 points
        2026-11-16  20

    kpi [size] Size of it
      2026-11-20 7

    """

  private func session(_ script: String = "") -> Session {
    var session = Stage.session(Self.text)
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  private func press(_ key: Key, in session: inout Session) -> [Effect] {
    session.update(.key(key))
  }

  @Test(arguments: [
    ("", 3), ("j", 4), ("<Tab>", 8), ("<Enter>", 4), ("j<Enter>", 4),
    ("<Tab><Enter>", 8),
  ])
  func `it opens at what is selected`(script: String, line: Int) {
    var session = session(script)
    #expect(
      press(.character("E"), in: &session) == [.openEditor(line: line)])
  }

  @Test func `where nothing is understood it opens at the first error`() {
    var session = Stage.session("# nothing yet\n\n???\n")
    #expect(press(.character("E"), in: &session) == [.openEditor(line: 3)])
    var empty = Stage.session("")
    #expect(press(.character("E"), in: &empty) == [.openEditor(line: 1)])
  }

  @Test func `edits are saved first, if the person says so`() {
    var session = session("jc30<Enter>")
    #expect(session.hasUnsavedEdits)
    #expect(press(.character("E"), in: &session) == [])
    #expect(session.context == .opening)
    let effects = press(.character("w"), in: &session)
    guard case .save(let bytes)? = effects.first else {
      Issue.record("nothing is saved: \(effects)")
      return
    }
    #expect(bytes == session.document.bytes)
    #expect(
      session.update(.saved(name: "small.okr", notice: nil)).last
        == .openEditor(line: 4))
    #expect(!session.hasUnsavedEdits)
  }

  @Test func `Esc stays, and a save that fails opens nothing later`() {
    var session = session("jc30<Enter>E")
    #expect(press(.escape, in: &session) == [])
    #expect(session.context == .board)
    _ = press(.character("E"), in: &session)
    _ = press(.character("w"), in: &session)
    _ = session.update(
      .notSaved(
        Refusal(reason: "no", advice: "wait", allowsInPlace: false)))
    _ = press(.character("w"), in: &session)
    let effects = session.update(.saved(name: "small.okr", notice: nil))
    #expect(!effects.contains { $0 == .openEditor(line: 4) })
  }

  @Test func `what was written is shown, with the same thing selected`() {
    var session = session("j")
    let new =
      "# a line more\n\n"
      + Self.text.replacing("first measure", with: "best measure")
    #expect(session.update(.edited(Array(new.utf8))) == [.settle, .redraw])
    #expect(session.selection == .keyResult(0))
    let text = session.view(width: 80, height: 24).text
    #expect(text.contains("The best measure"))
    #expect(text.contains("read sample.okr"))
    #expect(press(.character("E"), in: &session) == [.openEditor(line: 6)])
  }

  @Test func `no editor is one line, and nothing is lost`() {
    var session = session()
    #expect(session.update(.notEdited("no vi here")) == [.redraw])
    let text = session.view(width: 80, height: 24).text
    #expect(text.contains("no vi here"))
    #expect(session.document.bytes == Array(Self.text.utf8))
  }

  @Test func `what is only read is not edited`() {
    var session = Session(
      name: "x", bytes: Array(Self.text.utf8), now: Stage.now,
      access: .readOnly("opened with --read-only"))
    #expect(press(.character("E"), in: &session) == [])
    #expect(session.view(width: 80, height: 24).text.contains("--read-only"))
  }
}
