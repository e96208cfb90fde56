import Canvas
import Goals

/// The board screen: objectives with their key results, KPIs, and what is
/// selected in words.
struct BoardView {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func draw(into canvas: inout Canvas, in bounds: Rect) {
    let outlook = session.outlook
    if outlook.isEmpty {
      drawEmpty(into: &canvas, in: Frame(in: bounds).body)
      return
    }
    if bounds.height == 1, bounds.width < 5, let worst = outlook.worst {
      canvas.set(
        canvas.glyphs.shape(of: worst), row: 0, column: 0, style: Style(worst))
      return
    }
    drawBackdrop(into: &canvas, in: bounds)
    session.drawSelection(into: &canvas, in: bounds)
  }

  /// Draws all but what is selected.
  func drawBackdrop(into canvas: inout Canvas, in bounds: Rect) {
    let layout = session.boardLayout(in: bounds)
    drawDivider(into: &canvas, layout)
    session.objectivesView.draw(into: &canvas, in: layout.objectives)
    session.kpisView.draw(into: &canvas, in: layout.kpis)
  }

  private func drawDivider(into canvas: inout Canvas, _ layout: BoardLayout) {
    guard !layout.divider.isEmpty else { return }
    let glyphs = canvas.glyphs
    canvas.fill(layout.divider, with: glyphs.vertical, style: .rule)
    let column = layout.divider.column
    if !layout.rule.isEmpty {
      canvas.set(
        glyphs.teeDown, row: layout.rule.row, column: column, style: .rule)
    }
  }

  private func drawEmpty(into canvas: inout Canvas, in rect: Rect) {
    let lines = session.errors > 0 ? errorLines : welcomeLines
    let area = rect.dropping(
      top: min(2, rect.height / 4), left: min(2, rect.width / 10))
    for (index, line) in lines.enumerated() where index < area.height {
      canvas.put(
        line, in: area.line(index),
        style: index == 0 ? Style(.title, .bold) : .text)
    }
  }

  /// What is wrong with a file in which nothing is a board.
  private var errorLines: [String] {
    let errors = session.document.diagnostics.filter { $0.severity == .error }
    let first = errors.prefix(100).map {
      "line \($0.line): \($0.message)"
    }
    return ["Nothing in this file is understood as a board.", ""] + first + [
      "",
      "Mend it in an editor, then press "
        + "\(session.key(.reload)) to read it anew.",
    ]
  }

  private var welcomeLines: [String] {
    [
      "This board is empty.",
      "",
      "Press \(session.key(.add)) to add a first objective, or open "
        + "\(session.name) in an editor and write, for example:",
      "",
      "objective [first] Where we want to go",
      "  cycle \(session.outlook.today.parts.year)-Q\((session.outlook.today.parts.month + 2) / 3)",
      "  kr [one] What measures whether we get there",
      "    from 0 to 10 points",
      "",
      "then press \(session.key(.reload)) to read it.",
      "",
      "'bearing new FILE' writes a board to overwrite, for a company, a team,",
      "a person or operations; 'bearing demo' shows one that is full.",
    ]
  }
}

extension Session {
  /// Marks what is selected and says in words how it stands.
  ///
  /// Every step of the cursor does this, so nothing large is copied for it.
  func drawSelection(into canvas: inout Canvas, in bounds: Rect) {
    let layout = boardLayout(in: bounds)
    if marksObjectives,
      let place = objectivesView.selectedPlace(in: layout.objectives)
    {
      canvas.mark(place, .selected)
    }
    if trail.board.pane == .kpis,
      let place = kpisView.selectedPlace(in: layout.kpis)
    {
      canvas.mark(place, .selected)
    }
    guard let thing = selection else { return }
    let room = layout.detail
    if let picture = details.picture(of: thing, in: room) {
      canvas.put(picture, at: Position(row: room.row, column: room.column))
    } else {
      DetailView(outlook: outlook, thing: thing, history: history)
        .draw(into: &canvas, in: room)
    }
    if !layout.divider.isEmpty, !layout.detail.isEmpty {
      canvas.set(
        canvas.glyphs.teeUp, row: layout.detail.row,
        column: layout.divider.column, style: .rule)
    }
  }

  /// Whether the selected line of the objectives is marked.
  private var marksObjectives: Bool {
    trail.board.pane == .objectives || context == .typing
  }

  var objectivesView: ObjectivesView {
    ObjectivesView(
      outlook: outlook, rows: rows, folded: trail.board.folded,
      histories: histories, scroll: trail.board.objectives,
      isActive: marksObjectives,
      preview: preview?.thing, previewed: previewedProgress, sought: sought,
      faint: sight.faint, absence: absence)
  }

  var kpisView: KPIsView {
    KPIsView(
      outlook: outlook, indices: kpiRows,
      histories: histories, scroll: trail.board.kpis,
      isActive: trail.board.pane == .kpis, sought: sought,
      absence: absence ?? "none yet")
  }

  /// The progress that the check-in being typed would give.
  var previewedProgress: Double? {
    guard let (thing, checkIn) = preview, let value = checkIn.value,
      case .keyResult(let index) = thing
    else { return nil }
    return outlook.board.progress(ofKeyResult: index, value: value, at: now)
  }
}
