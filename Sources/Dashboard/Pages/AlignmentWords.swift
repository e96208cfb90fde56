import Canvas
import Goals

/// What is said above the tree of objectives.
struct AlignmentWords {
  let verdict: String
  let facts: [String]

  init(_ outlook: Outlook, _ glyphs: Glyphs) {
    let objectives = outlook.board.objectives
    let alone = outlook.board.orphans.count
    let goals = objectives.count { $0.parents.isEmpty } - alone
    let served = objectives.count { !$0.parents.isEmpty }
    var words = [
      "\(counted(goals, "objective")) at the top",
      "\(served) in support of others",
    ]
    if alone > 0 { words.append("\(alone) on their own") }
    verdict =
      objectives.isEmpty
      ? "no objectives yet" : words.joined(separator: ", ")
    let hasSeveral = objectives.contains { $0.parents.count > 1 }
    facts = [
      "each under what it supports",
      hasSeveral
        ? "\(glyphs.text(glyphs.up)): what supports it stands further up" : "",
    ].filter { !$0.isEmpty }
  }
}
