import Canvas
import GoalFile
import Goals

/// A board drawn once, as wide as asked and as high as needed: what `show`
/// prints.
package struct BoardReport {
  /// What is shown, of whom.
  package struct Choice: Hashable, Sendable {
    package var showsObjectives = true
    package var showsKPIs = true
    /// The objectives that are shown, by their places; all if `nil`.
    package var objectives: Set<Int>?
    /// The KPIs that are shown, by their places; all if `nil`.
    package var kpis: Set<Int>?

    package init() {}
  }

  private let outlook: Outlook
  private let name: String
  private let choice: Choice

  package init(
    of board: Board, named name: String, at now: Now,
    _ privacy: Outlook.Privacy, _ choice: Choice = Choice()
  ) {
    outlook = Outlook(board, at: now, privacy)
    self.name = name
    self.choice = choice
  }

  /// The picture, `width` cells wide.
  package func canvas(width: Int, glyphs: Glyphs) -> Canvas {
    let rows = objectiveRows
    let kpis = kpiIndices
    let hasObjectives = choice.showsObjectives && !rows.isEmpty
    let hasKPIs = choice.showsKPIs && !kpis.isEmpty
    var height = 2
    if hasObjectives { height += rows.count + 2 }
    if hasKPIs { height += kpis.count + 2 }
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    HeaderView(outlook: outlook, name: name, isPast: false).draw(
      into: &canvas, in: canvas.bounds.line(0))
    canvas.fill(canvas.bounds.line(1), with: glyphs.horizontal, style: .rule)
    var rest = canvas.bounds.dropping(top: 2)
    if hasObjectives {
      let (area, below) = rest.split(top: rows.count + 1)
      ObjectivesView(
        outlook: outlook, rows: rows, folded: [], scroll: Scroll(),
        isActive: false
      ).draw(into: &canvas, in: area)
      rest = below.dropping(top: 1)
    }
    if hasKPIs {
      KPIsView(
        outlook: outlook, indices: kpis, histories: [:], scroll: Scroll(),
        isActive: false
      ).draw(into: &canvas, in: rest.split(top: kpis.count + 1).top)
    }
    return canvas
  }

  private var objectiveRows: [Thing] {
    outlook.rows().filter { thing in
      guard let wanted = choice.objectives else { return true }
      switch thing {
      case .objective(let index): return wanted.contains(index)
      case .keyResult(let index):
        return wanted.contains(outlook.board.keyResults[index].objective)
      case .kpi: return false
      }
    }
  }

  private var kpiIndices: [Int] {
    outlook.board.kpis.indices.filter { choice.kpis?.contains($0) ?? true }
  }
}
