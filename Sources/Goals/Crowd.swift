/// More of something than the board's limits allow.
package struct Crowd: Hashable, Sendable {
  /// What there is too much of.
  package enum Kind: Hashable, Sendable {
    /// Objectives in the cycle of that name.
    case objectives(cycle: String)
    /// Key results in an objective, by its place in the board.
    case keyResults(objective: Int)
    case kpis
  }

  package let kind: Kind
  /// How many there are, more than `limit`.
  package let count: Int
  package let limit: Int
  /// The first one too many; of key results their objective.
  package let thing: Thing
}

extension Crowd {
  /// `7 objectives in 2026-Q4, more than 5`.
  package var phrase: String {
    switch kind {
    case .objectives(let cycle):
      return "\(count) objectives in \(cycle), more than \(limit)"
    case .keyResults:
      return "\(count) key results, more than \(limit)"
    case .kpis: return "\(count) KPIs, more than \(limit)"
    }
  }
}

extension Board {
  /// What there is too much of: 5 objectives in a cycle, 5 key results in an
  /// objective and 12 KPIs, unless the board sets other limits.
  package var crowds: [Crowd] {
    crowdsOfObjectives + crowdsOfKeyResults + crowdOfKPIs
  }

  private var crowdsOfObjectives: [Crowd] {
    let limit = limits.objectives ?? 5
    var members: [ID: [Int]] = [:]
    var names: [String] = []
    for (index, objective) in objectives.enumerated() {
      guard let name = objective.cycle else { continue }
      if members[ID(name)] == nil { names.append(name) }
      members[ID(name), default: []].append(index)
    }
    return names.compactMap { name in
      guard let crowd = members[ID(name)], crowd.count > limit else {
        return nil
      }
      return Crowd(
        kind: .objectives(cycle: name), count: crowd.count, limit: limit,
        thing: .objective(crowd[limit]))
    }
  }

  private var crowdsOfKeyResults: [Crowd] {
    let limit = limits.keyResults ?? 5
    return objectives.indices.compactMap { index in
      let count = objectives[index].keyResults.count
      guard count > limit else { return nil }
      return Crowd(
        kind: .keyResults(objective: index), count: count, limit: limit,
        thing: .objective(index))
    }
  }

  private var crowdOfKPIs: [Crowd] {
    let limit = limits.kpis ?? 12
    guard kpis.count > limit else { return [] }
    return [
      Crowd(kind: .kpis, count: kpis.count, limit: limit, thing: .kpi(limit))
    ]
  }
}
