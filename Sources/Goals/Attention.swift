/// What a meeting should look at, and why there.
package struct Matter: Hashable, Sendable {
  /// Why something comes where it comes, the first first.
  package enum Reason: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// Off track, or critical.
    case failing
    case stale
    /// Confidence fell by 2 or more.
    case doubted
    /// The latest number of a KPI is more than noise.
    case signal
    /// At risk, or tolerable.
    case atRisk
    /// It has an open action past its date.
    case lateAction
    case rest

    package static func < (left: Reason, right: Reason) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  package let thing: Thing
  package let reason: Reason
}

extension Board {
  /// Every objective, key result and KPI in the order in which a meeting should
  /// look at them; the stale ones oldest first, else in the order of the file.
  package func attention(_ standing: Standing) -> [Matter] {
    var matters = allThings.map { thing in
      (
        matter: Matter(thing: thing, reason: reason(for: thing, standing)),
        age: standing.age(of: thing) ?? 0
      )
    }
    // What is equal keeps its order.
    matters.sort { first, second in
      if first.matter.reason != second.matter.reason {
        return first.matter.reason < second.matter.reason
      }
      return first.matter.reason == .stale && first.age > second.age
    }
    return matters.map(\.matter)
  }

  /// Why a meeting should look at a thing.
  package func reason(
    for thing: Thing, _ standing: Standing
  ) -> Matter.Reason {
    switch thing {
    case .objective(let index):
      reason(
        standing.objectives[index].pace, objectives[index].actions,
        standing.now)
    case .keyResult(let index):
      reason(
        standing.keyResults[index].pace, keyResults[index].actions,
        standing.now)
    case .kpi(let index):
      reason(standing.kpis[index], kpis[index].actions, standing.now)
    }
  }

  private func reason(
    _ pace: Pace, _ actions: [Action], _ now: Now
  ) -> Matter.Reason {
    let byStatus: Matter.Reason =
      switch pace.status {
      case .offTrack: .failing
      case .stale: .stale
      case .atRisk: .atRisk
      case .achieved, .missed, .onTrack, .pending: .rest
      }
    let isOpen = pace.closing == nil
    let isDoubted = isOpen && (pace.confidenceChange ?? 0) <= -2
    let later: Matter.Reason = hasLate(actions, now) ? .lateAction : .rest
    return min(byStatus, isDoubted ? .doubted : later)
  }

  private func reason(
    _ standing: KPIStanding, _ actions: [Action], _ now: Now
  ) -> Matter.Reason {
    switch standing.verdict {
    case .critical: return .failing
    case .stale: return .stale
    case .tolerable, .healthy, .accepted, .untracked: break
    }
    if standing.limits?.signal != nil { return .signal }
    if standing.verdict == .tolerable { return .atRisk }
    return hasLate(actions, now) ? .lateAction : .rest
  }

  private func hasLate(_ actions: [Action], _ now: Now) -> Bool {
    actions.contains { $0.isLate(at: now) }
  }
}
