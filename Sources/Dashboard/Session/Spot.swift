import Canvas

/// What is done with the mouse.
package enum Gesture: Hashable, Sendable {
  /// The first button goes down.
  case press
  case wheelUp
  case wheelDown
}

/// What lies at a place of the screen.
///
/// It is told by the same layouts and views that draw it.
enum Spot: Hashable {
  /// A line of a list of the board, by its place in the list.
  case line(Int, in: BoardPlace.Pane)
  /// The mark that folds the objective on a line of the objectives.
  case fold(row: Int)
  /// A pane of the board, but nothing in it.
  case pane(BoardPlace.Pane)
  /// A line of a page that says something.
  case entry(Int)
  /// Some other place of a page.
  case page
  case help
  /// A line of a form.
  case field(Int)
  /// One of the choices of the palette.
  case choice(Int)
  /// One of the conflicts to decide on.
  case conflict(Int)
  /// A difference that another session left behind.
  case difference(Int)
  /// A place where the mouse has nothing to do.
  case elsewhere
}

extension Session {
  /// What lies at a place of the screen.
  func spot(at position: Position) -> Spot {
    let body = Frame(in: bounds).body
    switch mode {
    case .browsing: break
    case .help: return body.contains(position) ? .help : .elsewhere
    case .choosing(let palette):
      return CommandPaletteView.choice(of: palette, at: position, in: body)
        .map { .choice($0) } ?? .elsewhere
    case .filling(let form):
      return FormLayout(form, in: body).row(at: position)
        .map { .field($0) } ?? .elsewhere
    case .deciding(let decision):
      return DecisionView(decision: decision).conflict(at: position, in: body)
        .map { .conflict($0) } ?? .elsewhere
    case .recovering(let scroll, .reading):
      return RecoveryView(self, scroll)?.line(at: position, in: body)
        .map { .difference($0) } ?? .elsewhere
    // Whatever is typed or answered stays as it is.
    case .recovering(_, .asked), .searching, .checkingIn, .repeating,
      .filtering, .naming, .playing, .quitting, .reloading, .opening, .refused,
      .noting, .voting, .adjourning, .writing, .adding, .deleting, .closing,
      .carrying:
      return .elsewhere
    }
    if let page = trail.pages.last {
      guard body.contains(position) else { return .elsewhere }
      return layout(of: page.topic)
        .spot(at: position, page.scroll)
    }
    let layout = boardLayout(in: bounds)
    if layout.objectives.contains(position) {
      return objectivesView.spot(at: position, in: layout.objectives)
    }
    if layout.kpis.contains(position) {
      return kpisView.spot(at: position, in: layout.kpis)
    }
    return .elsewhere
  }
}
