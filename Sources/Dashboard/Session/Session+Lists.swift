import Goals

// What the lists of the board hold, and what is selected in them.
extension Session {
  /// Looks anew which things are to be shown, and lists them.
  mutating func look() {
    sight.look(at: outlook, user: user)
    arrange()
  }

  /// Lists anew what both panes show.
  mutating func arrange() {
    guard let things = sight.things else {
      rows = outlook.rows(folded: trail.board.folded)
      kpiRows = Array(outlook.board.kpis.indices)
      return
    }
    let folded = trail.board.folded
    rows = things.filter { thing in
      switch thing {
      case .objective: true
      case .keyResult(let index):
        !folded.contains(outlook.board.keyResults[index].objective)
      case .kpi: false
      }
    }
    kpiRows = things.compactMap { thing in
      if case .kpi(let index) = thing { index } else { nil }
    }
  }

  /// Everything that is shown, unfolded.
  var listed: [Thing] {
    sight.things
      ?? outlook.board.allThings
  }

  /// Selects `thing` on the board, unfolding what hides it.
  mutating func select(_ thing: Thing) {
    switch thing {
    case .objective: trail.board.pane = .objectives
    case .keyResult(let index):
      trail.board.pane = .objectives
      let objective = outlook.board.keyResults[index].objective
      if trail.board.folded.remove(objective) != nil { arrange() }
    case .kpi: trail.board.pane = .kpis
    }
    moveToLine(of: thing)
  }

  /// Moves to the line of `thing` in its pane, or to the nearest where it is
  /// not listed: its objective, what comes after it, what comes last.
  mutating func moveToLine(of thing: Thing) {
    if case .kpi(let index) = thing {
      let row = kpiRows.firstIndex { $0 >= index } ?? kpiRows.count - 1
      trail.board.kpis.selected = max(0, row)
      return
    }
    let row =
      rows.firstIndex(of: thing)
      ?? rows.firstIndex { $0 == .objective(objective(of: thing)) }
      ?? rows.firstIndex { objective(of: $0) > objective(of: thing) }
      ?? rows.count - 1
    trail.board.objectives.selected = max(0, row)
  }

  /// The objective that a line of the objectives belongs to.
  private func objective(of thing: Thing) -> Int {
    outlook.board.objective(of: thing) ?? 0
  }
}

/// What is selected, as things rather than lines, so that the selection stays
/// with them.
package struct Anchor: Hashable, Sendable {
  private var objective: Thing?
  private var kpi: Thing?

  init(of session: Session) {
    let selected = session.trail.board.objectives.selected
    if session.rows.indices.contains(selected) {
      objective = session.rows[selected]
    }
    let index = session.trail.board.kpis.selected
    if session.kpiRows.indices.contains(index) {
      kpi = .kpi(session.kpiRows[index])
    }
  }

  func restore(in session: inout Session) {
    for thing in [objective, kpi].compactMap(\.self) {
      session.moveToLine(of: thing)
    }
  }

  /// The same things on another board.
  func following(_ outlook: Outlook, from old: Outlook) -> Anchor {
    var result = self
    result.objective = objective.flatMap { outlook.successor(of: $0, in: old) }
    result.kpi = kpi.flatMap { outlook.successor(of: $0, in: old) }
    return result
  }
}
