extension BoardAtMoment {
  func standing(_ kpi: KPI) -> KPIStanding {
    let checkIns = checkIns(kpi.shared.entries)
    let numbers: [(moment: Moment, value: Double)] = checkIns.compactMap {
      entry in entry.value.map { (entry.moment, $0) }
    }
    var standing = KPIStanding()
    standing.last = checkIns.last?.moment
    standing.readings = numbers.count
    let every = kpi.shared.every ?? board.every ?? .week
    var per = kpi.total?.per
    if kpi.total?.kind == "sum" { per = per ?? every }
    if let per, let kind = kpi.total?.kind {
      total(numbers, kind, per, &standing)
    } else {
      standing.value = numbers.last?.value
      standing.previous = numbers.dropLast().last?.value
    }
    standing.verdict = verdict(kpi, standing, every)
    return standing
  }

  private func total(
    _ numbers: [(moment: Moment, value: Double)],
    _ kind: String,
    _ per: Duration,
    _ standing: inout KPIStanding
  ) {
    guard let first = numbers.first, let last = numbers.last else { return }
    let firstPeriod = per.period(of: first.moment)
    let lastPeriod = per.period(of: last.moment)
    func value(_ period: Int) -> Double? {
      guard (firstPeriod...lastPeriod).contains(period) else { return nil }
      let values = numbers.filter { per.period(of: $0.moment) == period }
        .map(\.value)
      let sum = values.reduce(0, +)
      switch kind {
      case "sum": return sum
      case "mean": return values.isEmpty ? nil : sum / Double(values.count)
      case "min": return values.min()
      case "max": return values.max()
      default: return values.last
      }
    }
    func isOver(_ period: Int) -> Bool {
      per.start(ofPeriod: period + 1) <= now.seconds
    }
    func isWhole(_ period: Int) -> Bool {
      period != firstPeriod
        || per.start(ofPeriod: period) >= first.moment.day.seconds
    }
    if !isOver(lastPeriod) { standing.soFar = value(lastPeriod) }
    // Only the last period can be unfinished: it holds a reading by now.
    let latest = isOver(lastPeriod) ? lastPeriod : lastPeriod - 1
    guard latest >= firstPeriod, isWhole(latest) else { return }
    standing.value = value(latest)
    if latest > firstPeriod, isWhole(latest - 1) {
      standing.previous = value(latest - 1)
    }
  }

  private func verdict(
    _ kpi: KPI,
    _ standing: KPIStanding,
    _ every: Duration
  ) -> String {
    guard kpi.healthy != nil || kpi.tolerable != nil, standing.last != nil
    else { return "untracked" }
    if isStale(last: standing.last, windowStart: nil, every: every) {
      return "stale"
    }
    // It has readings, but they make no number yet.
    guard let value = standing.value else { return "untracked" }
    if let healthy = kpi.healthy, healthy.contains(value) { return "healthy" }
    if let tolerable = kpi.tolerable, tolerable.contains(value) {
      return "tolerable"
    }
    let inForce = kpi.accepted.enumerated().filter {
      now.hasReached($0.element.first) && now.day <= $0.element.last
    }
    let accepted = inForce.max {
      ($0.element.first.seconds, $0.offset)
        < ($1.element.first.seconds, $1.offset)
    }
    if let accepted, let healthy = kpi.healthy,
      healthy.distance(to: value)
        <= healthy.distance(to: accepted.element.value)
    {
      return "accepted"
    }
    return "critical"
  }
}
