import Canvas

/// Where the parts of the board screen lie.
///
/// What has no room is given up in this order: detail, KPI pane (which then
/// takes turns with the objectives), and within the panes sparkline, owner,
/// confidence.
struct BoardLayout: Hashable {
  var header: Rect
  /// The rule below the header.
  var rule: Rect
  /// The objectives; empty while KPIs are shown in their place.
  var objectives: Rect
  var kpis: Rect
  /// Between the two panes.
  var divider: Rect
  /// The detail of what is selected, with the rule above it.
  var detail: Rect
  var bottom: Rect

  /// - Parameter isWhole: whether the pane has all the width, because the other
  ///   one would be empty.
  init(in bounds: Rect, pane: BoardPlace.Pane, isWhole: Bool = false) {
    let frame = Frame(in: bounds)
    header = frame.header
    rule = frame.rule
    bottom = frame.bottom
    let body = frame.body
    let detailHeight =
      body.height >= 18 && body.width >= 50
      ? min(14, 4 + max(0, body.height - 18) / 4) : 0
    let (panes, detail) = body.split(bottom: detailHeight)
    self.detail = detail
    guard bounds.width >= 100, !isWhole else {
      let none = panes.split(left: 0).left
      objectives = pane == .objectives ? panes : none
      kpis = pane == .kpis ? panes : none
      divider = none
      return
    }
    let width = min(72, 38 + max(0, bounds.width - 110) * 2 / 5)
    let (left, right) = panes.split(right: width)
    objectives = left
    (divider, kpis) = right.split(left: 1)
  }

  /// Whether both panes are seen at once.
  var isWide: Bool { !divider.isEmpty }
}

extension Session {
  /// Where the parts of the board screen lie on a screen of that size.
  func boardLayout(in bounds: Rect) -> BoardLayout {
    BoardLayout(
      in: bounds, pane: trail.board.pane,
      isWhole: outlook.board.objectives.isEmpty || outlook.board.kpis.isEmpty)
  }

  /// Leaves a pane that is empty for one that is not.
  mutating func leaveEmptyPane() {
    let board = outlook.board
    if board.objectives.isEmpty, !board.kpis.isEmpty {
      trail.board.pane = .kpis
    }
    if board.kpis.isEmpty { trail.board.pane = .objectives }
  }
}

/// What all screens have: header above, one line below, the rest between.
struct Frame: Hashable {
  var header: Rect
  var rule: Rect
  var body: Rect
  var bottom: Rect

  init(in bounds: Rect) {
    let height = bounds.height
    let (above, bottom) = bounds.split(bottom: height >= 4 ? 1 : 0)
    let (header, rest) = above.split(top: height >= 6 ? 1 : 0)
    let (rule, body) = rest.split(top: height >= 10 ? 1 : 0)
    self.header = header
    self.rule = rule
    self.body = body
    self.bottom = bottom
  }
}

extension Rect {
  /// The lines of a pane below its heading.
  var belowHeading: Rect { dropping(top: height >= 5 ? 1 : 0) }
}
