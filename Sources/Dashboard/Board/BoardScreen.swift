import Canvas
import GoalFile
import Goals

/// The screen of the dashboard, as it is when a board is opened on a terminal
/// of that size.
package func boardScreen(
  of document: Document, named name: String, at now: Now,
  _ privacy: Privacy, width: Int, height: Int, glyphs: Glyphs = .unicode
) -> Canvas {
  var session = Session(
    name: name, bytes: document.bytes, now: now, glyphs: glyphs)
  session.outlook = Outlook(document.board, at: now, privacy)
  // Nobody is there to be asked anything.
  session.mode = .browsing
  _ = session.update(.resized(width: width, height: height))
  return session.view(width: width, height: height)
}

extension BoardReport {
  /// The same as `lines`, but with KPIs beside the objectives, as the dashboard
  /// has them, where both have room.
  package func screenLines<Line>(
    width: Int, glyphs: Glyphs, _ line: (Canvas, Int) -> Line
  ) -> [Line] {
    guard let canvas = screen(width, glyphs) else {
      return lines(width: width, glyphs: glyphs, line)
    }
    return (0..<canvas.height).map { line(canvas, $0) }
  }

  private func screen(_ width: Int, _ glyphs: Glyphs) -> Canvas? {
    let rows = objectiveRows
    let kpis = kpiIndices
    guard choice.showsObjectives, choice.showsKPIs, !rows.isEmpty,
      !kpis.isEmpty, max(rows.count, kpis.count) <= 500
    else { return nil }
    let objectives = rows.count {
      if case .objective = $0 { true } else { false }
    }
    // A heading, and an empty line between objectives.
    let length = 1 + max(4, rows.count + objectives - 1, kpis.count)
    let bounds = Rect(row: 0, column: 0, height: length + 2, width: width)
    let layout = BoardLayout(in: bounds, pane: .objectives, outlook.extents)
    guard !layout.divider.isEmpty else { return nil }
    var canvas = Canvas(width: width, height: bounds.height, glyphs: glyphs)
    drawHeader(into: &canvas)
    canvas.set(
      glyphs.teeDown, row: 1, column: layout.divider.column, style: .rule)
    func column(_ rect: Rect) -> Rect {
      Rect(row: 2, column: rect.column, height: length, width: rect.width)
    }
    canvas.fill(column(layout.divider), with: glyphs.vertical, style: .rule)
    ObjectivesView(
      outlook: outlook, rows: rows, folded: [], histories: [:],
      scroll: Scroll(),
      isActive: false
    ).draw(into: &canvas, in: column(layout.objectives))
    KPIsView(
      outlook: outlook, indices: kpis, histories: [:], scroll: Scroll(),
      isActive: false
    ).draw(into: &canvas, in: column(layout.kpis))
    return canvas
  }
}
