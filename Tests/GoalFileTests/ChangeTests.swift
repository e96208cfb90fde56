import GoalFile
import Testing

/// A change makes its patches and can be taken back.
struct ChangeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let patches: [(range: Range<Int>, text: String)]
    let after: String

    var testDescription: String { what }
  }

  private static let before = "one two three"

  static let cases = [
    Case(what: "none", patches: [], after: "one two three"),
    Case(
      what: "one in", patches: [(4..<4, "and ")], after: "one and two three"),
    Case(what: "one out", patches: [(3..<7, "")], after: "one three"),
    Case(
      what: "several",
      patches: [(0..<3, "1"), (4..<7, "zwei"), (13..<13, "!")],
      after: "1 zwei three!"),
    Case(
      what: "side by side", patches: [(0..<3, "1"), (3..<3, ","), (3..<4, "")],
      after: "1,two three"),
    Case(
      what: "the same again", patches: [(0..<3, "one"), (4..<7, "2")],
      after: "one 2 three"),
  ]

  @Test(arguments: cases)
  func `a change and its inverse`(_ example: Case) {
    let bytes = Array(Self.before.utf8)
    let change = Change(
      example.patches.map {
        Patch(range: $0.range, replacement: Array($0.text.utf8))
      }, of: bytes)
    let after = change.applied(to: bytes)
    #expect(String(decoding: after, as: UTF8.self) == example.after)
    #expect(change.inverse.applied(to: after) == bytes)
    #expect(change.inverse.inverse == change)
    #expect(change.isEmpty == (after == bytes))
  }

  @Test func `a byte is found where it went`() {
    let bytes = Array(Self.before.utf8)
    let change = Change(
      [
        Patch(range: 0..<3, replacement: [49]),
        Patch(range: 8..<8, replacement: [43, 32]),
      ], of: bytes)
    #expect(
      [0, 3, 4, 7, 8, 12].map(change.offset(after:)) == [1, 1, 2, 5, 8, 12])
  }
}
