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

  /// The picture as text, `width` cells wide.
  ///
  /// A board of any length is drawn in parts, so that it takes no more room than
  /// one of them; each part has columns as wide as what is in it.
  package func text(width: Int, glyphs: Glyphs) -> String {
    var lines = headerLines(width, glyphs)
    let rows = objectiveRows
    if choice.showsObjectives, !rows.isEmpty {
      lines += listLines(rows.count, width, glyphs) { canvas, scroll in
        ObjectivesView(
          outlook: outlook, rows: rows, folded: [], scroll: scroll,
          isActive: false
        ).draw(into: &canvas, in: canvas.bounds)
      }
    }
    let kpis = kpiIndices
    if choice.showsKPIs, !kpis.isEmpty {
      lines += listLines(kpis.count, width, glyphs) { canvas, scroll in
        KPIsView(
          outlook: outlook, indices: kpis, histories: [:], scroll: scroll,
          isActive: false
        ).draw(into: &canvas, in: canvas.bounds)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func headerLines(_ width: Int, _ glyphs: Glyphs) -> [String] {
    var canvas = Canvas(width: width, height: 2, glyphs: glyphs)
    HeaderView(outlook: outlook, name: name, isPast: false).draw(
      into: &canvas, in: canvas.bounds.line(0))
    canvas.fill(canvas.bounds.line(1), with: glyphs.horizontal, style: .rule)
    return [canvas.line(0), canvas.line(1)]
  }

  /// The lines of a list of `count` rows with its heading, and an empty one.
  private func listLines(
    _ count: Int, _ width: Int, _ glyphs: Glyphs,
    _ draw: (inout Canvas, Scroll) -> Void
  ) -> [String] {
    var lines: [String] = []
    for start in stride(from: 0, to: count, by: BoardReport.partLength) {
      let length = min(BoardReport.partLength, count - start)
      // Lower than 5, there would be no heading to leave out.
      var canvas = Canvas(
        width: width, height: max(start == 0 ? 0 : 5, length + 1),
        glyphs: glyphs)
      var scroll = Scroll()
      scroll.top = start
      draw(&canvas, scroll)
      lines += ((start == 0 ? 0 : 1)...length).map { canvas.line($0) }
    }
    return lines + [""]
  }

  private static var partLength: Int { 1_000 }

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
