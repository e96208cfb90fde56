import Goals

/// A board file: its bytes, what they mean, and what is wrong with them.
///
/// The bytes are the truth and are kept as they are; everything else is read
/// from them. Reading never fails.
package struct Document: Sendable {
  package let bytes: [UInt8]
  package let board: Board
  /// What is wrong in the file itself, in the order of its lines; without what
  /// is merely unwise.
  package let diagnostics: [Diagnostic]
  /// The lines of each objective, beside `board.objectives`.
  package let objectiveBlocks: [Block]
  /// The lines of each key result, beside `board.keyResults`.
  package let keyResultBlocks: [Block]
  /// The lines of each KPI, beside `board.kpis`.
  package let kpiBlocks: [Block]
  /// The lines of each meeting, beside `board.meetings`.
  package let meetingBlocks: [Block]
  /// The bytes of each conflict that git left behind, its markers included.
  package let conflicts: [Range<Int>]
  /// Where blocks begin, in the order of the file.
  let openings: [Opening]
  /// The statements that are no readings, in the order of the file.
  let statements: Statements
  /// How many rows of readings lie in the order of the file; behind them are
  /// those that had to be sorted.
  let rowsInOrder: Int

  /// Reads a board file of less than 4 GiB.
  package init(_ bytes: [UInt8]) {
    var parser = Parser(bytes)
    parser.parse()
    self.init(parser)
  }

  /// What a parser has read, made whole.
  init(_ parser: consuming Parser) {
    var parser = parser
    rowsInOrder = parser.readings.count
    parser.resolve()
    bytes = parser.bytes
    board = parser.board
    diagnostics = parser.diagnostics.sorted {
      ($0.range.lowerBound, $0.code.rawValue)
        < ($1.range.lowerBound, $1.code.rawValue)
    }
    objectiveBlocks = parser.objectiveBlocks
    keyResultBlocks = parser.keyResultBlocks
    kpiBlocks = parser.kpiBlocks
    meetingBlocks = parser.meetingBlocks
    conflicts = parser.conflicts
    openings = parser.openings
    statements = parser.statements
  }

  /// Whether nothing stands in the file but comments and empty lines.
  package var saysNothing: Bool {
    statements.all.isEmpty && board.readings.moments.isEmpty
  }

  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }
}

extension Document {
  /// Whether the byte at `offset` belongs to a private thing, or to a key
  /// result of one.
  package func isPrivate(at offset: Int) -> Bool {
    if let index = Document.last(objectiveBlocks, from: offset),
      board.objectives[index].isPrivate,
      offset < end(ofObjective: index)
    {
      return true
    }
    if let index = Document.last(keyResultBlocks, from: offset),
      board.keyResults[index].isPrivate, offset < keyResultBlocks[index].end
    {
      return true
    }
    guard let index = Document.last(kpiBlocks, from: offset) else {
      return false
    }
    return board.kpis[index].isPrivate && offset < kpiBlocks[index].end
  }

  /// Behind the last line of an objective and its key results.
  func end(ofObjective index: Int) -> Int {
    let keyResults = board.objectives[index].keyResults
    let own = objectiveBlocks[index].end
    return keyResults.last.map { max(own, keyResultBlocks[$0].end) } ?? own
  }

  /// The last block that begins at or before `offset`.
  private static func last(_ blocks: [Block], from offset: Int) -> Int? {
    let end = partition(blocks.indices) { blocks[$0].start > offset }
    return end > 0 ? end - 1 : nil
  }
}
