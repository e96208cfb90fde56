import GoalFile
import Goals
import Testing

/// Who supports whom, as a tree.
struct AlignmentTreeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let sentence: String
    /// Each objective as `a`, `b < a` or `c < a b @2026`: id, what it supports,
    /// its cycle.
    let objectives: String
    var hidden: Set<Int> = []
    /// Each row behind a blank for each level; `=` for one that is repeated, `.`
    /// for the last of its siblings; orphans behind `alone`.
    let tree: String

    var testDescription: String { sentence }
  }

  static let cases = [
    Case(
      sentence: "those that support one stand right below it",
      objectives: "b < a, a, c < b, d < a", tree: "a.,  b,   c.,  d."),
    Case(
      sentence: "one that supports two stands under both, its own under one",
      objectives: "a, b, c < a b, d < c", tree: "a,  c.,   d., b.,  =c."),
    Case(
      sentence: "a loop is cut where it would close",
      objectives: "a < b, b < a", tree: "b.,  a."),
    Case(
      sentence: "what supports an objective can be hidden",
      objectives: "a, b < a, c < b", hidden: [1], tree: "a.,  b."),
    Case(
      sentence: "an orphan has a cycle in which others support one another",
      objectives: "a @2026, b < a @2026, c @2026, d @2027",
      tree: "a,  b., d., alone c"),
    Case(sentence: "an empty board has none", objectives: "", tree: ""),
  ]

  @Test(arguments: cases)
  func `objectives stand under what they support`(_ test: Case) {
    let text = test.objectives.split(separator: ", ").map { line in
      var words = line.split(separator: " ").map(String.init)
      var text = "objective [\(words.removeFirst())] Title\n"
      for word in words where word != "<" {
        text +=
          word.hasPrefix("@")
          ? "  cycle \(word.dropFirst())\n" : "  supports [\(word)]\n"
      }
      return text
    }.joined()
    let board = Document(Array(text.utf8)).board
    let now = Now(Day(number: 20_779))
    let tree = AlignmentTree(
      of: board, standing(of: board, at: now), hiding: test.hidden)
    func name(_ index: Int) -> String {
      board.objectives[index].id?.text ?? ""
    }
    let rows = tree.rows.map { row in
      String(repeating: " ", count: row.depth)
        + "\(row.isRepeated ? "=" : "")\(name(row.objective))"
        + (row.isLast ? "." : "")
    }
    let alone = tree.orphans.map { "alone \(name($0))" }
    #expect(
      (rows + alone).joined(separator: ", ")
        == test.tree)
  }

  @Test func `a chain of ten thousand is no deeper than the stack`() {
    let text = (0..<10_000).map { number in
      "objective [o\(number)] Title\n"
        + (number > 0 ? "  supports [o\(number - 1)]\n" : "")
    }.joined()
    let board = Document(Array(text.utf8)).board
    let tree = AlignmentTree(
      of: board, standing(of: board, at: Now(Day(number: 20_779))))
    #expect(tree.rows.count == 10_000)
    #expect(tree.rows.last?.depth == 9_999)
    #expect(tree.path(above: 9_999).count == 9_999)
  }
}
