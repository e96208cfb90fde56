import Canvas
import Goals

// What the mouse does.
extension Session {
  /// Has the mouse reported from now on, or no longer.
  package mutating func use(mouse: Settings.MouseChoice) -> [Effect] {
    say(mouse == .on ? "the mouse selects, opens and scrolls" : "no mouse")
    return [.use(mouse: mouse)]
  }

  mutating func point(
    _ gesture: Gesture, at position: Position
  ) -> [Effect] {
    let spot = spot(at: position)
    guard spot != .elsewhere else { return [] }
    notice = nil
    count = nil
    switch gesture {
    case .press:
      if case .choice(let place) = spot { return take(place) }
      press(spot)
    case .wheelUp: roll(-Session.notch, over: spot)
    case .wheelDown: roll(Session.notch, over: spot)
    }
    return []
  }

  /// How many lines the wheel moves at once.
  private static var notch: Int { 3 }

  /// Does what is chosen in the palette.
  private mutating func take(_ place: Int) -> [Effect] {
    guard case .choosing(var palette) = mode else { return [] }
    palette.choose(place)
    return acceptPalette(palette)
  }

  private mutating func press(_ spot: Spot) {
    switch spot {
    case .line(let row, let pane): press(row, in: pane)
    case .fold(let row):
      trail.board.pane = .objectives
      trail.board.objectives.selected = row
      fold()
    case .pane(let pane): trail.board.pane = pane
    case .entry(let index): press(entry: index)
    case .field(let place): changeForm { $0.select(place) }
    case .conflict(let index):
      guard case .deciding(var decision) = mode else { return }
      decision.move(by: index - decision.selected)
      mode = .deciding(decision)
    case .difference(let index):
      guard case .recovering(var scroll, let sureness) = mode else { return }
      scroll.selected = index
      mode = .recovering(scroll, sureness)
    case .page, .help, .choice, .elsewhere: break
    }
  }

  /// Selects a line of the board, or opens it if it is already selected.
  private mutating func press(_ row: Int, in pane: BoardPlace.Pane) {
    let place = trail.board
    switch pane {
    case .objectives: trail.board.objectives.selected = row
    case .kpis: trail.board.kpis.selected = row
    }
    trail.board.pane = pane
    if trail.board == place { open() }
  }

  /// Selects a line of a page, or opens what it leads to if it is already
  /// selected.
  private mutating func press(entry index: Int) {
    guard let last = trail.pages.indices.last else { return }
    if trail.pages[last].scroll.selected == index { return open() }
    trail.pages[last].scroll.selected = index
  }

  /// Scrolls what lies under the mouse; what is selected stays in sight.
  private mutating func roll(_ lines: Int, over spot: Spot) {
    switch spot {
    case .line(_, .objectives), .fold, .pane(.objectives):
      let height = boardLayout(in: bounds).objectives.belowHeading.height
      trail.board.objectives.roll(lines, count: rows.count, height: height)
    case .line(_, .kpis), .pane(.kpis):
      let height = boardLayout(in: bounds).kpis.belowHeading.height
      trail.board.kpis.roll(
        lines, count: kpiRows.count, height: height)
    case .entry, .page: rollPage(lines)
    case .help:
      guard case .help(var place) = mode else { return }
      // `settle` keeps it within what there is.
      place.scroll.top += lines
      mode = .help(place)
    case .choice: choose(-lines.signum())
    case .field: moveInForm(lines.signum())
    case .conflict: moveDecision(by: lines.signum())
    case .difference:
      guard case .recovering(var scroll, let sureness) = mode else { return }
      scroll.roll(
        lines, count: recoveredWords.count,
        height: RecoveryView.listHeight(in: Frame(in: bounds).body))
      mode = .recovering(scroll, sureness)
    case .elsewhere: break
    }
  }

  private mutating func rollPage(_ lines: Int) {
    guard let last = trail.pages.indices.last else { return }
    let layout = layout(of: trail.pages[last].topic)
    var scroll = trail.pages[last].scroll
    scroll.roll(
      lines, count: layout.content.count, height: layout.list.height)
    scroll.selected = layout.content.speakingLine(
      from: scroll.selected, lines > 0 ? .down : .up)
    trail.pages[last].scroll = scroll
  }
}

extension Scroll {
  /// Shows the list from `lines` further down; takes what is selected along
  /// where it would be out of sight.
  fileprivate mutating func roll(_ lines: Int, count: Int, height: Int) {
    guard height > 0 else { return }
    top = max(0, min(top + lines, count - height))
    selected = max(top, min(selected, top + height - 1, count - 1))
  }
}
