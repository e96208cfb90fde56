import Canvas

/// Where the parts of the board screen lie.
///
/// What has no room is given up in this order: detail, KPI pane (which then
/// takes turns with the objectives), and within the panes sparkline, owner,
/// confidence. Where there is room to spare the detail grows.
struct BoardLayout: Hashable {
  var header: Rect
  /// The rule below the header.
  var rule: Rect
  /// The objectives; empty while KPIs are shown in their place.
  var objectives: Rect
  var kpis: Rect
  /// Between two panes that stand side by side.
  var divider: Rect
  /// The detail of what is selected, with the rule above it.
  var detail: Rect
  var bottom: Rect

  /// - Parameter extents: how much room the board would like to have.
  init(in bounds: Rect, pane: BoardPlace.Pane, _ extents: BoardExtents) {
    let frame = Frame(in: bounds)
    header = frame.header
    rule = frame.rule
    bottom = frame.bottom
    let order = PaneOrder(in: frame.body, extents)
    let (panes, detail) = frame.body.split(
      bottom: order.detailHeight(in: frame.body, extents))
    self.detail = detail
    let none = panes.split(left: 0).left
    divider = none
    switch order {
    case .alone:
      objectives = pane == .objectives ? panes : none
      kpis = pane == .kpis ? panes : none
    case .stacked:
      let (above, below) = panes.split(top: extents.objectiveLines)
      objectives = above
      kpis = below.dropping(top: 1)
    case .beside:
      let (left, right) = panes.split(
        right: 1 + BoardLayout.kpiWidth(of: panes.width, extents))
      objectives = left
      (divider, kpis) = right.split(left: 1)
    }
  }

  /// How wide the KPI pane is: both panes have the same share in what is
  /// missing or to spare.
  private static func kpiWidth(of width: Int, _ extents: BoardExtents) -> Int {
    let wish = KPIColumns.wish(title: extents.kpi)
    let spare =
      width - 1 - wish - ObjectiveColumns.wish(title: extents.title)
    return max(37, min(wish + spare / 2, wish + 48))
  }
}

/// How the two lists of the board stand to each other.
private enum PaneOrder: Hashable {
  /// One takes the place of the other.
  case alone
  /// KPIs stand below the objectives, and all of both can be seen.
  case stacked
  /// KPIs stand at the right of the objectives.
  case beside

  init(in body: Rect, _ extents: BoardExtents) {
    let lines = extents.objectiveLines + 1 + extents.kpiLines
    let wish =
      ObjectiveColumns.wish(title: extents.title) + 1
      + KPIColumns.wish(title: extents.kpi)
    if !extents.hasBoth {
      self = .alone
    } else if body.width >= 100,
      body.width >= wish * 9 / 10 || body.height < lines + 7
    {
      // Where a tenth is missing, narrower bars make room for whole titles.
      self = .beside
    } else {
      self = body.height >= lines ? .stacked : .alone
    }
  }

  /// The lines of the detail; a large screen gives it what the lists leave.
  func detailHeight(in body: Rect, _ extents: BoardExtents) -> Int {
    let height = body.height
    guard height >= 18, body.width >= (self == .stacked ? 30 : 50) else {
      return 0
    }
    let lists =
      self == .stacked
      ? extents.objectiveLines + 1 + extents.kpiLines
      : max(extents.objectiveLines, extents.kpiLines)
    let spare = height - lists - 1
    let least = min(14, 4 + (height - 18) / 4)
    switch self {
    case .stacked: return spare >= 4 ? min(spare, height * 3 / 5) : 0
    case .alone, .beside:
      let isLarge = body.width * height >= 5_600
      return isLarge ? max(least, min(spare, height * 3 / 5)) : least
    }
  }
}

extension Session {
  /// Where the parts of the board screen lie on a screen of that size.
  func boardLayout(in bounds: Rect) -> BoardLayout {
    BoardLayout(in: bounds, pane: trail.board.pane, outlook.extents)
  }

  /// Leaves a pane that is empty for one that is not.
  mutating func leaveEmptyPane() {
    if rows.isEmpty, !kpiRows.isEmpty { trail.board.pane = .kpis }
    if kpiRows.isEmpty { trail.board.pane = .objectives }
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
