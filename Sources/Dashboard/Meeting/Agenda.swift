import Goals

/// What a meeting talks about, thing by thing, fixed when it begins.
package struct Agenda: Hashable, Sendable {
  /// One thing to talk about.
  struct Point: Hashable {
    /// `nil` once it is gone from the board.
    var thing: Thing?
    /// What it was called when the meeting began.
    let title: String
    /// Why it is talked about.
    let reason: Matter.Reason
  }

  /// What needs attention, in the order in which it is talked about.
  private(set) var points: [Point] = []
  /// What is fine.
  private(set) var rest: [Thing] = []

  /// Objectives with what measures them, the one in the most trouble first, and
  /// then KPIs.
  init(of outlook: Outlook) {
    let board = outlook.board
    let matters = board.attention(outlook.standing)
    var groups: [Int: [Matter]] = [:]
    var order: [Int] = []
    for matter in matters where matter.reason != .rest {
      guard let objective = board.objective(of: matter.thing) else { continue }
      if groups[objective] == nil { order.append(objective) }
      groups[objective, default: []].append(matter)
    }
    for objective in order {
      let group = groups[objective, default: []]
      let own = group.filter { $0.thing == .objective(objective) }
      let others = group.filter { $0.thing != .objective(objective) }
      for matter in own + others { add(matter, outlook) }
    }
    for matter in matters {
      guard case .kpi = matter.thing else { continue }
      if matter.reason != .rest { add(matter, outlook) }
    }
    let calm = Set(matters.filter { $0.reason == .rest }.map(\.thing))
    let all = board.allThings
    rest = all.filter(calm.contains)
  }

  private mutating func add(_ matter: Matter, _ outlook: Outlook) {
    points.append(
      Point(
        thing: matter.thing, title: outlook.title(of: matter.thing),
        reason: matter.reason))
  }

  /// The same on another board.
  mutating func follow(_ outlook: Outlook, from old: Outlook) {
    for index in points.indices {
      points[index].thing = points[index].thing.flatMap {
        outlook.successor(of: $0, in: old)
      }
    }
    rest = rest.compactMap { outlook.successor(of: $0, in: old) }
  }
}

extension Matter.Reason {
  /// Why a meeting looks at something, in a word or two.
  var words: String {
    switch self {
    case .failing: "failing"
    case .stale: "stale"
    case .doubted: "confidence fell"
    case .signal: "signal"
    case .atRisk: "at risk"
    case .lateAction: "late action"
    case .rest: "fine"
    }
  }
}
