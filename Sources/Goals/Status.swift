/// How an objective or a key result stands.
package enum Status: String, CaseIterable, Hashable, Sendable {
  case achieved, missed, stale
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  case pending

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
