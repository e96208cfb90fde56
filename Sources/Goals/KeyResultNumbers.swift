extension Board {
  /// How the key result at `index` stands at `now`.
  package func standing(
    ofKeyResult index: Int, at now: Now
  ) -> KeyResultStanding {
    var standing = KeyResultStanding()
    standing.window = window(ofKeyResult: index)
    standing.rows = measuringRows(ofKeyResult: index, standing.window, at: now)
    measure(index, into: &standing, at: now)
    let posts = keyResults[index].goalposts(at: now)?.current
    standing.pace.expected = expected(
      ofKeyResult: index, window: standing.window, posts: posts, at: now)
    if let posts, let days = standing.window.days {
      standing.plan =
        PlanLine(days: days, posts: posts, points: keyResults[index].plan)
        .corners
    }
    judge(index, into: &standing, at: now)
    return standing
  }

  /// The rows that a key result is measured by: its own, or those of its KPI
  /// from the window's first day to its last, as far as either is known.
  private func measuringRows(
    ofKeyResult index: Int, _ window: Window, at now: Now
  ) -> Range<Int> {
    guard let kpi = keyResults[index].kpi else {
      return readings.known(keyResults[index].rows, at: now)
    }
    let known = readings.known(kpis[kpi].rows, at: now)
    var first = known.lowerBound
    var end = known.upperBound
    if let start = window.start?.day {
      first = readings.end(of: known, where: start.number * 86_400 - 1)
    }
    if let due = window.due?.day {
      end = readings.end(of: known, where: due.number * 86_400 + 86_399)
    }
    return first..<max(first, end)
  }

  private func measure(
    _ index: Int, into standing: inout KeyResultStanding, at now: Now
  ) {
    let rows = standing.rows
    standing.readings = readings.countOfNumbers(in: rows)
    if let row = readings.lastWithNumber(in: rows) {
      standing.value = readings.values[row]
      standing.valueMoment = readings.moment(at: row)
      if adds(index) {
        standing.value = rows.reduce(0) { $0 + (readings.value(at: $1) ?? 0) }
      }
    }
    if let value = standing.value, !value.isFinite { standing.value = nil }
    switch keyResults[index].measure {
    case .range:
      measureWay(index, into: &standing, at: now)
    case .keep(let bounds, _):
      standing.from = bounds.from
      standing.to = bounds.to
      standing.pace.progress = shareOfTime(
        of: index, in: bounds, standing, at: now)
    case .milestones:
      let milestones = keyResults[index].milestones
      let done = milestones.count { $0.box.known(at: now).isDone }
      standing.done = done
      standing.pace.progress = Double(done) / Double(milestones.count)
    case nil: break
    }
  }

  /// Whether the value is the sum of the readings, because its KPI adds up.
  private func adds(_ index: Int) -> Bool {
    keyResults[index].kpi.map { kpis[$0].total == .sum } ?? false
  }

  private func measureWay(
    _ index: Int, into standing: inout KeyResultStanding, at now: Now
  ) {
    guard let posts = keyResults[index].goalposts(at: now) else { return }
    standing.from = posts.current.from
    standing.to = posts.current.to
    standing.pace.progress = standing.value.flatMap(posts.current.progress)
    if posts.haveMoved {
      standing.original = KeyResultStanding.Original(
        from: posts.original.from, to: posts.original.to,
        progress: standing.value.flatMap(posts.original.progress))
    }
  }

  /// The share of time in which the value in force lay in `bounds`.
  ///
  /// From the first reading to now, but not beyond the window's last day. Where
  /// that is no time at all, 1 or 0 by the value.
  private func shareOfTime(
    of index: Int, in bounds: Bounds,
    _ standing: KeyResultStanding, at now: Now
  ) -> Double? {
    guard let value = standing.value else { return nil }
    var end = now.end
    if let due = standing.window.due?.day {
      end = min(end, due.number * 86_400 + 86_400)
    }
    let adds = adds(index)
    var held = 0
    var whole = 0
    var sum = 0.0
    var last: (second: Int, isHeld: Bool)?
    for row in standing.rows {
      guard let number = readings.value(at: row) else { continue }
      let second = min(readings.moment(at: row).seconds, end)
      if let last {
        whole += second - last.second
        if last.isHeld { held += second - last.second }
      }
      sum += number
      last = (second, bounds.contains(adds ? sum : number))
    }
    if let last {
      whole += end - last.second
      if last.isHeld { held += end - last.second }
    }
    guard whole > 0 else { return bounds.contains(value) ? 1 : 0 }
    return Double(held) / Double(whole)
  }

  private func judge(
    _ index: Int, into standing: inout KeyResultStanding, at now: Now
  ) {
    let rows = readings.known(keyResults[index].rows, at: now)
    let period = period(ofKeyResult: index)
    let closing = keyResults[index].closing
    let isOpen = closing.map { !now.knows($0.moment) } ?? true
    standing.pace.lastCheckIn = rows.last.map(readings.moment(at:))
    confidence(in: rows, into: &standing.pace)
    standing.pace.closing = isOpen ? nil : closing
    standing.pace.age = age(
      of: lastLook(at: index, standing, now), standing.window, period, now)
    standing.pace.isDue =
      isOpen && (standing.pace.age ?? -1) >= period.days - tolerance
    var evidence = Evidence()
    evidence.closing = standing.pace.closing
    evidence.kind =
      objectives[keyResults[index].objective].kind
      ?? .aspirational
    evidence.age = standing.pace.age
    evidence.period = period
    evidence.declared = declared(in: rows)
    evidence.progress = standing.pace.progress
    evidence.expected = standing.pace.expected
    evidence.isMeasured = standing.value != nil || standing.done != nil
    evidence.elapsed = standing.window.elapsed(on: now.today)
    if case .keep(let bounds, _) = keyResults[index].measure {
      evidence.canBeAchieved = false
      if let value = standing.value, !bounds.contains(value) {
        evidence.concern = .outOfRange
      }
    }
    (standing.pace.status, standing.pace.reason) = evidence.judged()
  }

  /// When a key result was looked at last: its own check-ins, the readings of
  /// its KPI, also those it does not take, and milestones ticked on a day.
  func lastLook(
    at index: Int, _ standing: KeyResultStanding, _ now: Now
  ) -> Moment? {
    var last = standing.pace.lastCheckIn
    func note(_ look: Moment?) {
      guard let look else { return }
      last = last.map { max($0, look) } ?? look
    }
    for milestone in keyResults[index].milestones {
      note(milestone.box.known(at: now).moment)
    }
    if let kpi = keyResults[index].kpi {
      let row = readings.known(kpis[kpi].rows, at: now).last
      note(row.map(readings.moment(at:)))
    }
    return last
  }
}

// MARK: - What objectives and KPIs share

extension Board {
  /// Days since `look`, or since the window began; `nil` before it begins and
  /// where there is neither.
  ///
  /// Whole days, unless the period is below a day.
  func age(
    of look: Moment?, _ window: Window, _ period: Period, _ now: Now
  ) -> Double? {
    if let start = window.start?.day, now.today < start { return nil }
    guard let since = look ?? window.start.map({ Moment($0.day) }) else {
      return nil
    }
    if period.isInWholeDays {
      return Double(now.today.number - since.day.number)
    }
    return Double(now.end - since.seconds) / 86_400
  }

  /// The confidence given last and its change from the one before.
  func confidence(in rows: Range<Int>, into pace: inout Pace) {
    var last: Int?
    for index in readings.indicesOfWords(in: rows).reversed() {
      let confidence = Int(readings.words[index].confidence)
      guard confidence >= 0 else { continue }
      if let last {
        pace.confidenceChange = last - confidence
        return
      }
      last = confidence
      pace.confidence = confidence
    }
  }

  /// The status that the last check-in declares.
  func declared(
    in rows: Range<Int>
  ) -> (status: DeclaredStatus, on: Moment)? {
    guard let row = rows.last, let status = readings.words(at: row)?.status
    else { return nil }
    return (status, readings.moment(at: row))
  }
}
