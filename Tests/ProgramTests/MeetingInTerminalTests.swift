import Foundation
import Testing

/// The built program in a real terminal: a whole meeting about a large board.
@Suite(
  .serialized,
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct MeetingInTerminalTests {
  /// A board of 139 objectives and 64 key results, 24 of which are behind.
  private static var board: String {
    var lines = [
      "board Everything we do", "every week", "",
      "meeting 2018-08-08T14:00 Weekly @Ada @Lin", "  next 2018-08-15",
    ]
    var number = 0
    for objective in 1...139 {
      let team = objective == 139 ? "Tools" : "Engineering"
      lines += [
        "", "objective [o\(objective)] Where we want to go \(objective)",
        "  cycle 2018-Q3", "  owner \(objective % 2 == 0 ? "Ada" : "Lin")",
        "  team \(team)",
      ]
      guard objective <= 16 else {
        lines.append("  2018-08-13 - 7/10")
        continue
      }
      for _ in 1...4 {
        number += 1
        lines += [
          "", "  kr [k\(number)] What measures it \(number)",
          "    from 0 to 100 points", "    weight 1",
          "    2018-08-13  \(number <= 24 ? 5 : 60)  6/10",
        ]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Holds a meeting with 20 check-ins, 5 actions, 3 decisions, a blocker, a
  /// parked topic, a vote, another name for a team, a deletion that is undone
  /// and a final word on a key result, and saves.
  private func hold(in session: TerminalSession) throws {
    session.enter(
      "clear; \(BuiltProgram.path) meet team.okr --as-of 2018-08-15T14:05; echo ended-$?"
    )
    try session.wait(for: "here are: @Ada @Lin")
    session.type(" @Grace")
    session.press("Enter")
    try session.wait(for: "30 things to talk about")
    for number in 1...20 {
      session.press("n")
      // The first of five is the objective itself.
      if number % 4 == 1 { session.press("n") }
      try session.wait(for: "What measures it \(number)\n")
      session.type("c\(number) 5 said in the meeting")
      session.press("Enter")
      if number % 4 == 0 {
        session.type("a@Ada 2018-08-22 Look after \(number)")
        session.press("Enter")
      }
      if number % 8 == 0 {
        session.type("DWe go on with \(number)")
        session.press("Enter")
      }
    }
    session.type("DWe meet again")
    session.press("Enter")
    session.type("BNobody has time")
    session.press("Enter")
    session.type("TThe colour of the logo")
    session.press("Enter", "n")
    session.type("v4x6")
    try session.wait(for: "3 of 3 have voted")
    session.press("Enter")
    try session.wait(for: "mean 6.7")
    session.press("Enter")
    try session.wait(for: "recorded")
    session.type(":rename team")
    session.press("Enter", "C-u")
    session.type("Tools")
    session.press("Enter")
    session.type("Workshop")
    session.press("Enter")
    try session.wait(for: "renamed: w saves, u undoes")
    session.type("d")
    try session.wait(for: "y delete")
    session.type("y")
    try session.wait(for: "deleted: w saves, u undoes")
    session.type("u")
    try session.wait(for: "undone")
    session.type("F")
    try session.wait(for: "Enter close it now")
    session.press("Enter")
    try session.wait(for: "score: ")
    session.type("0.3 drop We stop here")
    session.press("Enter")
    try session.wait(for: "why only 0.3?")
    session.type("Nobody asked for it")
    session.press("Enter")
    try session.wait(for: "score: ")
    session.press("Escape")
    try session.wait(for: "goes on with the 202 still open")
    session.type("qe")
    try session.wait(for: "next meeting: 2018-08-22")
    session.press("Enter")
    try session.wait(for: "what it came to")
    session.press("Escape")
    try session.wait(for: "the meeting is recorded: w saves")
    try session.saveAndQuit()
  }

  private var expected: [String] {
    let checkIns = (1...20).map { number in
      "    2018-08-15  \(number)  5/10  said in the meeting"
    }
    return [
      "meeting 2018-08-15T14:05 Weekly @Ada @Lin @Grace",
      "  action [ ] 2018-08-22 @Ada Look after 4",
      "  action [ ] 2018-08-22 @Ada Look after 8",
      "  decision We go on with 8",
      "  action [ ] 2018-08-22 @Ada Look after 12",
      "  action [ ] 2018-08-22 @Ada Look after 16",
      "  decision We go on with 16",
      "  action [ ] 2018-08-22 @Ada Look after 20", "  decision We meet again",
      "  blocker Nobody has time", "  parked The colour of the logo",
      "  next 2018-08-22",
      "  team Workshop", "    close 2018-08-15 0.3 drop We stop here",
      "    cause Nobody asked for it",
      "  2018-08-15  -  7/10  vote of 3: 4 6 10",
    ] + checkIns
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func `a meeting adds its lines and no others, twice the same`() throws {
    let session = try TerminalSession()
    let file = try session.put(Self.board)
    try hold(in: session)
    let first = try String(contentsOf: file, encoding: .utf8)
    let difference = lines(first).difference(from: lines(Self.board))
    let removed = difference.removals.compactMap { change -> String? in
      guard case .remove(_, let line, _) = change else { return nil }
      return line
    }
    #expect(removed == ["  team Tools"])
    let added = difference.insertions.compactMap { change -> String? in
      guard case .insert(_, let line, _) = change else { return nil }
      return line.isEmpty ? nil : line
    }
    #expect(added.sorted() == expected.sorted())
    let check = try BuiltProgram.run(["check", file.path])
    #expect(check.output.contains("error") == false)
    #expect(session.journals.filter { $0.hasSuffix(".meeting") }.count == 1)
    _ = try session.put(Self.board)
    try hold(in: session)
    #expect(try String(contentsOf: file, encoding: .utf8) == first)
  }
}
