import Canvas
import Goals

/// How much room a board would like to have, in cells and lines.
///
/// It changes with the board alone, so that panes stay where they are while
/// somebody folds and scrolls.
struct BoardExtents: Hashable, Sendable {
  /// The widest objective or key result with what stands before it.
  private(set) var title = 0
  /// The widest KPI with what stands before it.
  private(set) var kpi = 0
  /// Everything unfolded, an empty line between objectives.
  private(set) var objectiveLines = 0
  private(set) var kpiLines = 0

  init() {}

  init(_ outlook: Outlook) {
    let board = outlook.board
    func cells(_ thing: Thing) -> Int {
      displayCells(of: outlook.title(of: thing))
    }
    // Of a large board a part is enough.
    let part = 300
    for index in board.objectives.indices.prefix(part) {
      title = max(title, 4 + cells(.objective(index)))
    }
    for index in board.keyResults.indices.prefix(part) {
      title = max(title, 6 + cells(.keyResult(index)))
    }
    for index in board.kpis.indices.prefix(part) {
      kpi = max(kpi, 3 + cells(.kpi(index)))
    }
    // A lower pane has no heading.
    let least = 5
    let objectives = board.objectives.count
    if objectives > 0 {
      objectiveLines = max(least, board.keyResults.count + 2 * objectives)
    }
    kpiLines = board.kpis.isEmpty ? 0 : max(least, board.kpis.count + 1)
  }

  var hasBoth: Bool { objectiveLines > 0 && kpiLines > 0 }
}
