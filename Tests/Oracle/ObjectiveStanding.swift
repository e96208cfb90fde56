extension BoardAtMoment {
  func standing(_ place: Int) -> ObjectiveStanding {
    let objective = board.objectives[place]
    let keyResults = objective.keyResults.map {
      (keyResult: $0, standing: self.standing($0, in: objective))
    }
    var standing = ObjectiveStanding()
    if keyResults.isEmpty {
      liveBySupporters(place, &standing)
    } else {
      let measured = keyResults.filter { $0.keyResult.measure != nil }
      standing.progress = mean(
        measured.map { pair in
          (
            clamped(pair.standing.progress ?? 0),
            pair.keyResult.shared.weight ?? 1
          )
        })
      standing.isMeasured = measured.contains {
        $0.standing.progress != nil
      }
      let expected = measured.compactMap { pair in
        pair.standing.expected.map {
          (clamped($0), pair.keyResult.shared.weight ?? 1)
        }
      }
      if expected.count == measured.count {
        standing.expected = mean(expected)
      }
    }
    standing.status = status(objective, keyResults.map(\.standing), standing)
    return standing
  }

  private func liveBySupporters(
    _ place: Int,
    _ standing: inout ObjectiveStanding
  ) {
    let supporters = board.objectives.indices.filter {
      parents[$0].contains(place)
    }
    let parts = supporters.map {
      (
        standing: self.standing($0),
        weight: board.objectives[$0].shared.weight ?? 1
      )
    }.filter { $0.standing.progress != nil }
    standing.progress = mean(
      parts.map { (clamped($0.standing.progress ?? 0), $0.weight) })
    standing.isMeasured = parts.contains { $0.standing.isMeasured }
    let expected = parts.compactMap { part in
      part.standing.expected.map { (clamped($0), part.weight) }
    }
    if expected.count == parts.count { standing.expected = mean(expected) }
  }

  private func status(
    _ objective: Objective,
    _ keyResults: [KeyResultStanding],
    _ standing: ObjectiveStanding
  ) -> String {
    if let close = closed(objective.shared) {
      return closedStatus(close, kind: objective.kind)
    }
    let checkIns = checkIns(objective.shared.entries)
    let span = span(objective.shared.cycle)
    if keyResults.isEmpty {
      let every = objective.shared.every ?? board.every ?? .week
      if isStale(
        last: checkIns.last?.moment, windowStart: span?.first, every: every)
      {
        return "stale"
      }
    } else {
      let open = zip(objective.keyResults, keyResults).filter {
        closed($0.0.shared) == nil
      }
      if !open.isEmpty, open.allSatisfy({ $0.1.status == "stale" }) {
        return "stale"
      }
    }
    let isHeldBack = keyResults.contains { $0.status == "off-track" }
    func atBest(_ status: String) -> String {
      let isBetter = status == "on-track" || status == "achieved"
      return isHeldBack && isBetter ? "at-risk" : status
    }
    if let declared = checkIns.last?.status { return atBest(declared) }
    if let progress = standing.progress, progress >= 1 - tolerance {
      return atBest("achieved")
    }
    guard standing.isMeasured, let gap = standing.gap,
      !isEarly(first: span?.first, last: span?.last)
    else { return "pending" }
    return atBest(statusByGap(gap))
  }
}
