import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

/// The page of all that was promised.
@Suite struct ActionTests {
  private static let board = """
    board Acme
    objective [win] Win hearts
      cycle 2026-Q4
      owner Ada
      action [ ] 2026-11-25 @Grace Write the guide
      action [x 2026-11-21] 2026-11-19 @Ada Book the room
      action [x 2026-10-01] @Ada Long ago
      kr [nps] They say so
        owner Lin
        from 0 to 10 points
        action [ ] 2026-11-10 Call the vendor
    kpi [size] Size of it
      owner Ada
      action [ ] @"Grace Hopper" Look closer
    meeting 2026-11-15T14:00 Weekly @Ada
      action [ ] 2026-11-18 @Ada Ask them

    """

  private func session(after script: String, width: Int = 120) -> Session {
    var session = Session(
      name: "made.okr", bytes: Array(Self.board.utf8), now: Stage.now,
      settings: Settings(reading: Array("user Ada\n".utf8)))
    _ = session.update(.resized(width: width, height: 40))
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  private func lines(_ script: String, width: Int = 120) -> [String] {
    let view = session(after: script, width: width).view(
      width: width, height: 40)
    return (0..<40).map { view.line($0) }
  }

  /// The texts of the actions that are seen, in their order.
  private func seen(_ script: String) -> [String] {
    lines(script).compactMap { line in
      [
        "Write the guide", "Book the room", "Long ago", "Call the vendor",
        "Look closer", "Ask them",
      ].first(where: line.contains)
    }
  }

  @Test func `what is late is first, what has no date last`() {
    #expect(
      seen("o") == [
        "Call the vendor", "Ask them", "Write the guide", "Look closer",
        "Book the room",
      ])
    let text = lines("o").joined(separator: "\n")
    #expect(text.contains("2 late, 2 open"))
    #expect(text.contains("meeting of 15 Nov"))
    #expect(text.contains("They say so"))
  }

  @Test(arguments: [
    ("fmine<Enter>", ["Ask them", "Book the room"]),
    ("fowner Ada<Enter>", ["Ask them", "Book the room"]),
    ("fowner Lin<Enter>", ["Call the vendor"]),
    ("f\"Grace<Enter>", []),
    ("fowner Grace Hopper<Enter>", ["Look closer"]),
    ("fguide<Enter>", ["Write the guide"]),
    (
      "fmine<Enter>f<Enter>",
      [
        "Call the vendor", "Ask them", "Write the guide", "Look closer",
        "Book the room",
      ]
    ),
  ])
  func `a filter holds for actions`(script: String, left: [String]) {
    #expect(seen("o" + script) == left)
    #expect(session(after: "o" + script).context == .page)
  }

  @Test(arguments: [
    (
      "ox", "action [ ] 2026-11-10 Call the vendor",
      "action [x 2026-11-22] 2026-11-10 Call the vendor"
    ),
    (
      "oje too<Enter>", "2026-11-18 @Ada Ask them",
      "2026-11-18 @Ada Ask them too"
    ),
    ("oGkdy", "  action [ ] @\"Grace Hopper\" Look closer\n", ""),
  ])
  func `an action is changed where it is listed`(
    script: String, old: String, new: String
  ) {
    var session = session(after: script)
    #expect(
      String(decoding: session.document.bytes, as: UTF8.self)
        == Self.board.replacing(old, with: new))
    _ = session.update(.key(.character("u")))
    #expect(session.document.bytes == Array(Self.board.utf8))
  }

  @Test func `Enter leads to what an action is about`() {
    #expect(session(after: "o<Enter>").selection == .keyResult(0))
    #expect(session(after: "o<Enter><Esc><Esc>").context == .board)
  }

  @Test func `a search finds the words of an action`() {
    let session = session(after: "o/closer<Enter>dy")
    let text = String(decoding: session.document.bytes, as: UTF8.self)
    #expect(!text.contains("Look closer"))
    #expect(text.contains("Ask them"))
  }

  @Test(arguments: [120, 80, 60, 40, 20, 8, 1])
  func `it holds at every width`(width: Int) {
    let lines = lines("o", width: width)
    #expect(lines.allSatisfy { displayCells(of: $0) <= width })
    if width >= 40 {
      #expect(lines.contains { $0.contains("Call the") })
    }
  }
}
