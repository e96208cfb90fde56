extension Board {
  /// How the KPI at `index` stands at `now`.
  package func standing(ofKPI index: Int, at now: Now) -> KPIStanding {
    let kpi = kpis[index]
    var standing = KPIStanding()
    standing.rows = readings.known(kpi.rows, at: now)
    standing.readings = readings.countOfNumbers(in: standing.rows)
    standing.last = standing.rows.last.map(readings.moment(at:))
    if let per = periodOfTotal(ofKPI: index) {
      let totals = Totals(of: standing.rows, kpi.total ?? .last, per, self, now)
      standing.value = totals.value
      standing.previous = totals.previous
      standing.soFar = totals.soFar
      standing.limits = NaturalLimits(
        totals.latestNumbers(limit: NaturalLimits.countOfNumbers))
    } else {
      takeLastReadings(into: &standing)
      standing.limits = NaturalLimits(
        history(of: standing.rows, limit: NaturalLimits.countOfNumbers)
          .compactMap(\.value))
    }
    change(kpi, into: &standing)
    let period = period(ofKPI: index)
    standing.age = age(of: standing.last, Window(), period, now)
    standing.isDue = (standing.age ?? -1) >= period.days - tolerance
    (standing.verdict, standing.reason) = verdict(kpi, standing, period, now)
    return standing
  }

  /// The period over which a KPI totals, or `nil` where each reading stands for
  /// itself.
  ///
  /// A sum that does not say is taken over the period in which numbers are due.
  package func periodOfTotal(ofKPI index: Int) -> Period? {
    let kpi = kpis[index]
    return kpi.per ?? (kpi.total == .sum ? period(ofKPI: index) : nil)
  }

  /// The numbers of a KPI that are judged, oldest first, at most `limit` of the
  /// latest: one a complete period, or one a reading.
  package func history(
    ofKPI index: Int, at now: Now, limit: Int
  ) -> [HistoryPoint] {
    let rows = readings.known(kpis[index].rows, at: now)
    guard let per = periodOfTotal(ofKPI: index) else {
      return history(of: rows, limit: limit)
    }
    let totals = Totals(of: rows, kpis[index].total ?? .last, per, self, now)
    return totals.history(limit: limit)
  }

  /// The readings that a key result is measured by, oldest first, at most
  /// `limit` of the latest.
  package func history(
    ofKeyResult index: Int, _ standing: KeyResultStanding, limit: Int
  ) -> [HistoryPoint] {
    history(of: standing.rows, limit: limit)
  }

  private func history(of rows: Range<Int>, limit: Int) -> [HistoryPoint] {
    var points: [HistoryPoint] = []
    for row in rows.reversed() {
      if points.count >= limit { break }
      guard let value = readings.value(at: row) else { continue }
      points.append(
        HistoryPoint(moment: readings.moment(at: row), value: value))
    }
    return points.reversed()
  }

  private func takeLastReadings(into standing: inout KPIStanding) {
    guard let last = readings.lastWithNumber(in: standing.rows) else { return }
    standing.value = readings.values[last]
    let before = standing.rows.lowerBound..<last
    standing.previous = readings.lastWithNumber(in: before).map {
      readings.values[$0]
    }
  }

  /// The change in units, and in per cent of the previous number's magnitude
  /// where that is not 0 and the unit is not itself per cent.
  private func change(_ kpi: KPI, into standing: inout KPIStanding) {
    guard let value = standing.value, let previous = standing.previous else {
      return
    }
    let change = value - previous
    guard change.isFinite else { return }
    standing.change = change
    let share = change / abs(previous) * 100
    guard previous != 0, kpi.unit != "%", share.isFinite else { return }
    standing.changePercent = share
  }

  private func verdict(
    _ kpi: KPI, _ standing: KPIStanding, _ period: Period, _ now: Now
  ) -> (Verdict, String) {
    guard kpi.healthy != nil || kpi.tolerable != nil else {
      return (.untracked, "no healthy range")
    }
    guard let last = standing.last else {
      return (.untracked, "no reading yet")
    }
    if let age = standing.age, age > 1.5 * period.days + tolerance {
      return (
        .stale,
        "last reading \(ageInWords(age)) ago, on \(last.day), due every \(period)"
      )
    }
    guard let value = standing.value else {
      return (.untracked, "no complete period yet")
    }
    if let healthy = kpi.healthy, healthy.contains(value) {
      return (.healthy, "inside its healthy range")
    }
    if let tolerable = kpi.tolerable, tolerable.contains(value) {
      return (.tolerable, "outside its healthy range")
    }
    if let acceptance = acceptance(of: kpi, value, now) {
      let reason = acceptance.reason.isEmpty ? "" : ": \(acceptance.reason)"
      return (.accepted, "accepted until \(acceptance.until.day)\(reason)")
    }
    return (.critical, "outside all its ranges")
  }

  /// The acceptance in force that began last, if the value is no further from
  /// `healthy` than it allows.
  private func acceptance(
    of kpi: KPI, _ value: Double, _ now: Now
  ) -> KPI.Acceptance? {
    guard let healthy = kpi.healthy,
      let last = kpi.acceptances.filter({
        now.knows($0.from) && now.today <= $0.until.day
          && healthy.distance(to: $0.value) > 0
      }).max(by: { ($0.from.seconds, $0.line) < ($1.from.seconds, $1.line) }),
      healthy.distance(to: value)
        <= healthy.distance(to: last.value) + tolerance
    else { return nil }
    return last
  }
}
