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

  let outlook: Outlook
  private let name: String
  let choice: Choice
  /// Whether the date in the header says its year.
  package var year = YearWording.implied

  package init(
    of board: Board, named name: String, at now: Now,
    _ privacy: Privacy, _ choice: Choice = Choice()
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
    lines(width: width, glyphs: glyphs) { canvas, row in canvas.line(row) }
      .joined(separator: "\n")
  }

  /// What `line` makes of each line of the picture, given the canvas and the row
  /// in it.
  package func lines<Line>(
    width: Int, glyphs: Glyphs, _ line: (Canvas, Int) -> Line
  ) -> [Line] {
    var lines: [Line] = []
    func add(_ canvas: Canvas, _ rows: some Sequence<Int>) {
      lines += rows.map { line(canvas, $0) }
    }
    var header = Canvas(width: width, height: 2, glyphs: glyphs)
    drawHeader(into: &header)
    add(header, 0..<2)
    let rows = objectiveRows
    if choice.showsObjectives, !rows.isEmpty {
      drawList(rows.count, width, glyphs, add) { canvas, scroll in
        ObjectivesView(
          outlook: outlook, rows: rows, folded: [], histories: [:],
          scroll: scroll, isActive: false
        ).draw(into: &canvas, in: canvas.bounds)
      }
    }
    let kpis = kpiIndices
    if choice.showsKPIs, !kpis.isEmpty {
      drawList(kpis.count, width, glyphs, add) { canvas, scroll in
        KPIsView(
          outlook: outlook, indices: kpis, histories: [:], scroll: scroll,
          isActive: false
        ).draw(into: &canvas, in: canvas.bounds)
      }
    }
    return lines
  }

  /// Draws the first two lines of the picture.
  func drawHeader(into canvas: inout Canvas) {
    HeaderView(outlook: outlook, name: name, tense: .present, year: year).draw(
      into: &canvas, in: canvas.bounds.line(0))
    canvas.fill(
      canvas.bounds.line(1), with: canvas.glyphs.horizontal, style: .rule)
  }

  /// Draws a list of `count` rows with its heading, and an empty one, and adds
  /// the rows of each part.
  private func drawList(
    _ count: Int, _ width: Int, _ glyphs: Glyphs,
    _ add: (Canvas, Range<Int>) -> Void,
    _ draw: (inout Canvas, Scroll) -> Void
  ) {
    for start in stride(from: 0, to: count, by: BoardReport.partLength) {
      let length = min(BoardReport.partLength, count - start)
      // Lower than 5, there would be no heading to leave out.
      var canvas = Canvas(
        width: width, height: max(start == 0 ? 0 : 5, length + 1),
        glyphs: glyphs)
      var scroll = Scroll()
      scroll.top = start
      draw(&canvas, scroll)
      add(canvas, (start == 0 ? 0 : 1)..<length + 1)
    }
    add(Canvas(width: width, height: 1, glyphs: glyphs), 0..<1)
  }

  private static var partLength: Int { 1_000 }

  var objectiveRows: [Thing] {
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

  var kpiIndices: [Int] {
    outlook.board.kpis.indices.filter { choice.kpis?.contains($0) ?? true }
  }
}
