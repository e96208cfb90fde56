import Canvas
import GoalFile
import Goals

// What is seen.
extension Session {
  /// Draws what there is to see on a screen of that size.
  package func view(width: Int, height: Int) -> Canvas {
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    let bounds = canvas.bounds
    if case .help(let scroll) = mode {
      drawHelp(scroll, into: &canvas)
    } else if let page = trail.pages.last {
      PageView(
        outlook: outlook, page: page, isPast: daysBack > 0, history: history
      ).draw(into: &canvas, in: bounds)
    } else {
      drawBoard(into: &canvas)
    }
    drawBottom(into: &canvas)
    return canvas
  }

  private func drawBoard(into canvas: inout Canvas) {
    let layout = BoardLayout(in: canvas.bounds, pane: trail.board.pane)
    HeaderView(outlook: outlook, isPast: daysBack > 0)
      .draw(into: &canvas, in: layout.header)
    canvas.fill(layout.rule, with: canvas.glyphs.horizontal, style: .rule)
    drawDivider(layout, into: &canvas)
    drawObjectives(into: &canvas, in: layout.objectives)
    drawKPIs(into: &canvas, in: layout.kpis)
    guard !layout.detail.isEmpty else { return }
    let rule = layout.detail.line(0)
    canvas.fill(rule, with: canvas.glyphs.horizontal, style: .rule)
    if layout.isWide {
      canvas.set(
        canvas.glyphs.teeUp, row: rule.row, column: layout.divider.column,
        style: .rule)
    }
    guard let selection else { return }
    DetailView(outlook: outlook, thing: selection).draw(
      into: &canvas, in: layout.detail.dropping(top: 1).inset(columns: 1))
  }

  private func drawDivider(_ layout: BoardLayout, into canvas: inout Canvas) {
    guard layout.isWide else { return }
    canvas.fill(layout.divider, with: canvas.glyphs.vertical, style: .rule)
    guard !layout.rule.isEmpty else { return }
    canvas.set(
      canvas.glyphs.teeDown, row: layout.rule.row,
      column: layout.divider.column, style: .rule)
  }

  private func drawObjectives(into canvas: inout Canvas, in rect: Rect) {
    guard !rows.isEmpty else {
      return drawAbsence(of: .objectives, into: &canvas, in: rect)
    }
    ObjectivesView(
      outlook: outlook, rows: rows, folded: trail.board.folded,
      scroll: trail.board.objectives,
      isFocused: trail.board.pane == .objectives, preview: preview
    ).draw(into: &canvas, in: rect)
  }

  private func drawKPIs(into canvas: inout Canvas, in rect: Rect) {
    guard !outlook.board.kpis.isEmpty else {
      return drawAbsence(of: .kpis, into: &canvas, in: rect)
    }
    KPIView(
      outlook: outlook, kpis: Array(outlook.board.kpis.indices),
      scroll: trail.board.kpis, isFocused: trail.board.pane == .kpis,
      preview: preview.map { ($0.thing, $0.value) }, history: history
    ).draw(into: &canvas, in: rect)
  }

  /// What to do where there is nothing to show.
  private func drawAbsence(
    of pane: BoardPlace.Pane, into canvas: inout Canvas, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    let isFocused = trail.board.pane == pane
    let isEmpty = document.bytes.isEmpty
    let (name, lines): (String, [String]) =
      switch pane {
      case .objectives where isEmpty:
        (
          "OBJECTIVES",
          [
            "\(self.name) is empty.", "",
            "A board is a text file. Type into it, for example:", "",
            "objective Make the first week unforgettable",
            "  cycle 2026-Q4",
            "  kr New customers recommend us",
            "    from 32 to 45 points", "",
            "and press r here. bearing demo shows a whole board.",
          ]
        )
      case .objectives:
        (
          "OBJECTIVES",
          [
            "No objectives yet.", "",
            "A line like this in \(self.name) begins one:",
            "objective Make the first week unforgettable",
          ]
        )
      case .kpis:
        (
          "KPIS",
          [
            "No KPIs yet.", "", "These lines in \(self.name) begin one:",
            "kpi [signups] Signups last week", "  healthy 200 ..",
          ]
        )
      }
    canvas.put(
      name, in: rect.line(0).dropping(left: 1),
      style: Style(.heading, isFocused ? .bold : []))
    for (index, line) in lines.enumerated() {
      canvas.put(
        line, in: rect.line(index + 2).dropping(left: 3), style: .faint)
    }
  }

  /// What a value that is being typed would make of its key result or KPI.
  private var preview: (thing: Thing, value: Double, progress: Double?)? {
    guard case .checkingIn(let field, let thing) = mode,
      case .success(let checkIn) = understood(field.text, on: thing),
      let value = checkIn.value
    else { return nil }
    guard case .keyResult(let index) = thing else {
      return (thing, value, nil)
    }
    let progress = outlook.board.progress(
      ofKeyResult: index, value: value, at: clock)
    return (thing, value, progress)
  }
}
