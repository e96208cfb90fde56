extension BoardAtMoment {
  func standing(
    _ keyResult: KeyResult,
    in objective: Objective
  ) -> KeyResultStanding {
    var standing = KeyResultStanding()
    let span =
      span(keyResult.shared.cycle) ?? span(objective.shared.cycle)
    standing.start = keyResult.start ?? span?.first
    standing.due = keyResult.due ?? span?.last
    standing.numbers = numbers(keyResult, standing)
    switch keyResult.measure {
    case .none: break
    case .way(let from, let to, _):
      measureWay(from, to, keyResult, &standing)
    case .keep(let range, _):
      standing.from = range.from
      standing.to = range.to
      standing.progress = shareInRange(range, standing)
      // "No window: none" closes the paragraph and holds for every measure.
      standing.expected = hasWindow(standing) ? 1 : nil
    case .milestones(let milestones):
      let done = milestones.count { isDone($0.tick) }
      standing.progress = Double(done) / Double(milestones.count)
      standing.expected =
        hasWindow(standing) ? expected(milestones, standing) : nil
    }
    standing.status = status(keyResult, objective, standing)
    return standing
  }

  private func hasWindow(_ standing: KeyResultStanding) -> Bool {
    guard let start = standing.start, let due = standing.due else {
      return false
    }
    return Span(first: start, last: due) != nil
  }

  /// The numbers by now: its own, or those it takes from its KPI.
  private func numbers(
    _ keyResult: KeyResult,
    _ standing: KeyResultStanding
  ) -> [(moment: Moment, value: Double)] {
    func numbers(_ shared: Shared) -> [(moment: Moment, value: Double)] {
      checkIns(shared.entries).compactMap { entry in
        entry.value.map { (entry.moment, $0) }
      }
    }
    guard let kpi = kpi(keyResult.kpi) else {
      return numbers(keyResult.shared)
    }
    var taken = numbers(kpi.shared)
    if let start = standing.start {
      taken = taken.filter { $0.moment.day >= start }
    }
    if let due = standing.due {
      taken = taken.filter { $0.moment.day <= due }
    }
    guard kpi.total?.kind == "sum" else { return taken }
    var sum = 0.0
    return taken.map { moment, value in
      sum += value
      return (moment, sum)
    }
  }

  private func measureWay(
    _ from: Double,
    _ to: Double,
    _ keyResult: KeyResult,
    _ standing: inout KeyResultStanding
  ) {
    func progress(_ value: Double?, _ from: Double, _ to: Double) -> Double? {
      guard let value, from != to else { return nil }
      return (value - from) / (to - from)
    }
    var (currentFrom, currentTo) = (from, to)
    // A stable sort: of two on one day the later line comes last.
    let moves = keyResult.moves.filter { now.hasReached($0.moment) }
      .enumerated().sorted {
        ($0.element.moment.day, $0.offset)
          < ($1.element.moment.day, $1.offset)
      }
    for (_, move) in moves {
      currentFrom = move.from ?? currentFrom
      currentTo = move.to
    }
    standing.from = currentFrom
    standing.to = currentTo
    standing.progress = progress(standing.value, currentFrom, currentTo)
    if !moves.isEmpty {
      standing.original = (from, to, progress(standing.value, from, to))
    }
    guard let start = standing.start, let due = standing.due,
      let span = Span(first: start, last: due)
    else { return }
    if keyResult.plan.isEmpty {
      standing.expected = span.elapsed(on: now.day)
    } else {
      let value = planned(keyResult.plan, currentFrom, currentTo, span)
      standing.expected = progress(value, currentFrom, currentTo)
    }
  }

  /// Where the plan wants the value to be today.
  private func planned(
    _ plan: [(day: Day, value: Double)],
    _ from: Double,
    _ to: Double,
    _ span: Span
  ) -> Double {
    var values: [Day: Double] = [:]
    for point in plan where point.day >= span.first && point.day <= span.last {
      values[point.day] = point.value
    }
    var points = values.sorted { $0.key < $1.key }
    if points.first?.key != span.first {
      points.insert((span.first, from), at: 0)
    }
    // On a window of one day this is a step up from the first to the last.
    if points.last?.key != span.last || values.isEmpty {
      points.append((span.last, to))
    }
    if now.day < span.first { return points[0].value }
    for (left, right) in zip(points, points.dropFirst())
    where now.day >= left.key && now.day < right.key {
      let share = Double(now.day - left.key) / Double(right.key - left.key)
      return left.value + (right.value - left.value) * share
    }
    return points[points.count - 1].value
  }

  /// The share of time in which the value lay in `range`.
  private func shareInRange(
    _ range: Range,
    _ standing: KeyResultStanding
  ) -> Double? {
    guard let first = standing.numbers.first, let value = standing.value
    else { return nil }
    let dueEnd = standing.due.map { $0.seconds + 86400 } ?? now.seconds
    let end = min(now.seconds, dueEnd)
    let all = end - first.moment.seconds
    guard all > 0 else { return range.contains(value) ? 1 : 0 }
    var inside = 0
    for (place, reading) in standing.numbers.enumerated()
    where range.contains(reading.value) {
      let next = place + 1
      let until =
        next < standing.numbers.count
        ? standing.numbers[next].moment.seconds : end
      inside += max(0, min(until, end) - reading.moment.seconds)
    }
    return Double(inside) / Double(all)
  }

  private func expected(
    _ milestones: [Milestone],
    _ standing: KeyResultStanding
  ) -> Double? {
    let dues = milestones.compactMap(\.due)
    if dues.count == milestones.count {
      let due = dues.count { $0.day <= now.day }
      return Double(due) / Double(dues.count)
    }
    guard let start = standing.start, let due = standing.due else {
      return nil
    }
    return Span(first: start, last: due)?.elapsed(on: now.day)
  }

  private func status(
    _ keyResult: KeyResult,
    _ objective: Objective,
    _ standing: KeyResultStanding
  ) -> String {
    if let close = closed(keyResult.shared) {
      return closedStatus(close, kind: objective.kind)
    }
    let checkIns = checkIns(keyResult.shared.entries)
    let kpi = kpi(keyResult.kpi)
    var signs = checkIns.map(\.moment)
    if let kpi { signs += self.checkIns(kpi.shared.entries).map(\.moment) }
    if case .milestones(let milestones) = keyResult.measure {
      for milestone in milestones {
        guard case .done(on: .some(let moment)) = milestone.tick,
          now.hasReached(moment)
        else { continue }
        signs.append(moment)
      }
    }
    let every =
      keyResult.shared.every ?? objective.shared.every ?? kpi?.shared.every
      ?? board.every ?? .week
    if isStale(
      last: signs.max(), windowStart: standing.start, every: every)
    {
      return "stale"
    }
    var isOut = false
    var isKeep = false
    if case .keep(let range, _) = keyResult.measure {
      isKeep = true
      isOut = standing.value.map { !range.contains($0) } ?? false
    }
    func atBest(_ status: String) -> String {
      isOut && status == "on-track" ? "at-risk" : status
    }
    if let declared = checkIns.last?.status { return atBest(declared) }
    if let progress = standing.progress, !isKeep, progress >= 1 - tolerance {
      return "achieved"
    }
    guard let gap = standing.gap,
      !isEarly(first: standing.start, last: standing.due)
    else { return "pending" }
    return atBest(statusByGap(gap))
  }

  /// Whether less than a tenth of the window has passed.
  func isEarly(first: Day?, last: Day?) -> Bool {
    guard let first, let last, let span = Span(first: first, last: last)
    else { return false }
    return span.elapsed(on: now.day) < 0.1 - tolerance
  }
}
