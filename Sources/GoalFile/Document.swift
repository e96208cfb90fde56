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
  /// The statements that are no readings, in the order of the file.
  let statements: Statements

  /// Reads a board file of less than 4 GiB.
  package init(_ bytes: [UInt8]) {
    var parser = Parser(bytes)
    parser.parse()
    parser.resolve()
    self.bytes = bytes
    board = parser.board
    diagnostics = parser.diagnostics.sorted {
      ($0.range.lowerBound, $0.code.rawValue)
        < ($1.range.lowerBound, $1.code.rawValue)
    }
    objectiveBlocks = parser.objectiveBlocks
    keyResultBlocks = parser.keyResultBlocks
    kpiBlocks = parser.kpiBlocks
    statements = parser.statements
  }

  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }
}
