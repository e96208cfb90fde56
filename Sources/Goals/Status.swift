/// How an objective or a key result stands.
package enum Status: String, CaseIterable, Hashable, Sendable {
  case achieved, missed, stale
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  case pending

  /// All of them, what has to be looked at first before the rest.
  package static let worstFirst: [Status] = [
    .offTrack, .atRisk, .stale, .onTrack, .achieved, .missed, .pending,
  ]

  package init(_ declared: DeclaredStatus) {
    switch declared {
    case .onTrack: self = .onTrack
    case .atRisk: self = .atRisk
    case .offTrack: self = .offTrack
    }
  }

  /// The status as a person says it: `on track`.
  package var words: String {
    switch self {
    case .achieved: return "achieved"
    case .missed: return "missed"
    case .stale: return "stale"
    case .onTrack: return "on track"
    case .atRisk: return "at risk"
    case .offTrack: return "off track"
    case .pending: return "pending"
    }
  }
}

/// What is said of a KPI.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
  case healthy, tolerable, critical, accepted, stale, untracked
}

extension Board {
  /// How many key results among some things have each status, the worst first;
  /// objectives without key results count for themselves.
  package func counts(
    of things: [Thing], _ standing: Standing
  ) -> [(status: Status, count: Int)] {
    let order = Status.worstFirst
    var counts = order.map { _ in 0 }
    for thing in things {
      if case .objective(let index) = thing,
        !objectives[index].keyResults.isEmpty
      {
        continue
      }
      if let status = standing.status(of: thing),
        let place = order.firstIndex(of: status)
      {
        counts[place] += 1
      }
    }
    return zip(order, counts).filter { $0.1 > 0 }.map {
      (status: $0.0, count: $0.1)
    }
  }
}
