import Canvas
import Dashboard
import Goals
import Testing

/// Who supports whom, and the ways between things.
struct AlignmentTests {
  static let board = """
    objective [year] Be trusted
      cycle 2026
    objective [more] Earn more
      cycle 2026
    objective [week] A first week to remember
      cycle 2026-Q4
      supports [year]
      supports [more]
      kr [nps] Recommend us
        from 1 to 9 points
        measured by [survey]
    objective [calls] Nobody waits
      cycle 2026-Q4
      supports [week]
    objective [alone] A nice office
      cycle 2026-Q4
    kpi [survey] Survey
    kpi [churn] Churn
      guards [week]

    """

  private func session(_ keys: String) -> Session {
    var session = Stage.session(Self.board)
    _ = session.update(.resized(width: 80, height: 24))
    for event in Stage.keys(keys) { _ = session.update(event) }
    return session
  }

  struct Way: CustomTestStringConvertible, Sendable {
    let keys: String
    let selection: Thing

    var testDescription: String { keys }
  }

  /// The tree: year, week, calls, more, week again; and alone.
  static let ways = [
    Way(keys: "A", selection: .objective(0)),
    Way(keys: "jjA", selection: .objective(2)),
    Way(keys: "Ajjjj", selection: .objective(2)),
    Way(keys: "AG", selection: .objective(4)),
    Way(keys: "Aj j", selection: .objective(1)),
    Way(keys: "Ajj j", selection: .objective(1)),
    Way(keys: "A/nobody", selection: .objective(3)),
    Way(keys: "A j/nobody<Enter>", selection: .objective(3)),
    Way(keys: "A/nobody<Esc>", selection: .objective(0)),
    Way(keys: "A/week<Enter>nn", selection: .objective(2)),
    Way(keys: "A/survey<Enter>", selection: .kpi(0)),
    Way(keys: "Ajj<Enter>", selection: .objective(3)),
    Way(keys: "Ajj<Enter><Esc>", selection: .objective(3)),
    Way(keys: "A<Esc>", selection: .objective(0)),
    Way(keys: "jj<", selection: .objective(0)),
    Way(keys: "jj<j", selection: .objective(1)),
    Way(keys: "jj<<Enter>", selection: .objective(0)),
    Way(keys: "jj<j>", selection: .objective(2)),
    Way(keys: "jj>j", selection: .keyResult(0)),
    Way(keys: "jjj<", selection: .objective(2)),
    Way(keys: "jjj>", selection: .kpi(0)),
    Way(keys: "jjj><", selection: .keyResult(0)),
    Way(keys: "jjj><<", selection: .objective(2)),
    Way(keys: "jj#", selection: .kpi(1)),
    Way(keys: "jj##", selection: .objective(2)),
    Way(keys: "jj##<Esc><Esc>", selection: .objective(2)),
  ]

  @Test(arguments: ways)
  func `each key leads where it says`(_ way: Way) {
    // `<` is a key as well as the mark of a named one.
    #expect(session(way.keys).selection == way.selection)
  }

  @Test(arguments: [
    ("<", "this objective supports no other"),
    ("#", "no KPI guards this objective"),
    ("4j>", "no objective supports this one"),
    ("<Tab>>", "nothing is below a KPI"),
    ("AG ", "nothing to fold here"),
  ])
  func `what leads nowhere is said kindly`(keys: String, words: String) {
    let text = session(keys).view(width: 80, height: 24).text
    #expect(text.contains(words))
  }

  @Test(arguments: ["<", ">", "#", "A", "A<Enter>", "A >", "A#<"])
  func `going back leads to exactly where one was`(keys: String) {
    let before = session("jj")
    var session = before
    for event in Stage.keys(keys) { _ = session.update(event) }
    while session.context == .page { _ = session.update(.key(.escape)) }
    #expect(
      session.view(width: 80, height: 24).text
        == before.view(width: 80, height: 24).text)
  }

  @Test func `a check-in is about the line of the tree`() {
    let session = session("Ajj" + "c- 7 calmer<Enter>")
    #expect(
      String(decoding: session.document.bytes, as: UTF8.self).contains(
        "  supports [week]\n  2026-11-22  -  7/10  calmer\n"))
  }
}
