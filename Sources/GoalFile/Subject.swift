import Goals

/// What a statement can belong to.
package enum Subject: Hashable, Sendable {
  /// The board itself: what stands in no block.
  case head
  case thing(Thing)
  /// A meeting, by its place in the board.
  case meeting(Int)

  /// The kind of its block.
  package var kind: Block.Kind {
    switch self {
    case .head: return .file
    case .thing(.objective): return .objective
    case .thing(.keyResult): return .keyResult
    case .thing(.kpi): return .kpi
    case .meeting: return .meeting
    }
  }

  /// Its place in the board's columns; 0 for the head.
  var index: Int {
    switch self {
    case .head: return 0
    case .thing(.objective(let index)), .thing(.keyResult(let index)),
      .thing(.kpi(let index)), .meeting(let index):
      return index
    }
  }
}

extension Document {
  /// The lines of a subject; those of the head stand anywhere in the file.
  package func block(of subject: Subject) -> Block {
    switch subject {
    case .head: return Block(start: startOfText, end: bytes.count)
    case .thing(.objective(let index)): return objectiveBlocks[index]
    case .thing(.keyResult(let index)): return keyResultBlocks[index]
    case .thing(.kpi(let index)): return kpiBlocks[index]
    case .meeting(let index): return meetingBlocks[index]
    }
  }

  /// Whether the board has what `subject` names.
  func has(_ subject: Subject) -> Bool {
    switch subject {
    case .head: return true
    case .thing(.objective(let index)):
      return board.objectives.indices.contains(index)
    case .thing(.keyResult(let index)):
      return board.keyResults.indices.contains(index)
    case .thing(.kpi(let index)): return board.kpis.indices.contains(index)
    case .meeting(let index): return board.meetings.indices.contains(index)
    }
  }

  /// The statements of a subject, without what opens it, in their order.
  func members(of subject: Subject) -> [Statement] {
    let block = block(of: subject)
    return statements.within(block.start..<block.end).filter {
      $0.belongs(to: subject) && !$0.keyword.isOpener
        && $0.keyword != .reading
    }
  }

  /// The lines, from 1, on which statements of that keyword stand in a subject:
  /// beside what the board says of it, in its order.
  package func lines(of keyword: Keyword, in subject: Subject) -> [Int] {
    members(of: subject).filter { $0.keyword == keyword && $0.isSound }
      .map(\.line)
  }
}
