extension Board {
  /// Until when nothing on the board stands otherwise than in `standing` unless
  /// its file changes: the first second that may be another, since
  /// 1970-01-01T00:00, at the latest the next midnight.
  ///
  /// The share of time that a number was kept is as good as the same for a
  /// thousandth of that time.
  package func steadyEnd(of standing: Standing) -> Int {
    let now = standing.now
    var end = nextSecond(after: now) ?? (now.today.number + 1) * 86_400
    for second in driftEnds(standing) where second > now.lastSecond {
      end = min(end, second)
    }
    return hasShortPeriods ? min(end, now.lastSecond + 1) : end
  }

  /// When the next thing that is written on the board comes to pass, in seconds
  /// since 1970-01-01T00:00; `nil` where none does today.
  package func nextSecond(after now: Now) -> Int? {
    let midnight = (now.today.number + 1) * 86_400
    var next = midnight
    forEachMoment(at: now) { moment in
      if moment.seconds > now.lastSecond { next = min(next, moment.seconds) }
    }
    return next < midnight ? next : nil
  }

  /// The moments of what is written on the board and yet to come, among others.
  private func forEachMoment(at now: Now, _ body: (Moment) -> Void) {
    func note(_ actions: [Action]) {
      for action in actions { action.box.moment.map(body) }
    }
    func noteNext(of rows: Range<Int>) {
      let end = readings.known(rows, at: now).upperBound
      if end < rows.upperBound { body(readings.moment(at: end)) }
    }
    for objective in objectives {
      if let closing = objective.closing { body(closing.moment) }
      note(objective.actions)
      noteNext(of: objective.rows)
    }
    for keyResult in keyResults {
      for move in keyResult.moves { body(move.moment) }
      for milestone in keyResult.milestones { milestone.box.moment.map(body) }
      if let closing = keyResult.closing { body(closing.moment) }
      note(keyResult.actions)
      noteNext(of: keyResult.rows)
    }
    for kpi in kpis {
      for acceptance in kpi.acceptances { body(acceptance.from) }
      note(kpi.actions)
      noteNext(of: kpi.rows)
    }
  }

  /// When a share of time that grows or shrinks may have become another.
  private func driftEnds(_ standing: Standing) -> [Int] {
    keyResults.indices.compactMap { index in
      let own = standing.keyResults[index]
      guard case .keep(let bounds, _) = keyResults[index].measure,
        let value = own.value, let share = own.pace.progress,
        share != (bounds.contains(value) ? 1 : 0),
        let first = own.rows.first
      else { return nil }
      let now = standing.now.lastSecond
      let length = now - readings.moment(at: first).seconds
      return now + max(1, length / 1_000)
    }
  }

  /// Whether something is due or added up in hours or minutes.
  private var hasShortPeriods: Bool {
    objectives.indices.contains { !period(ofObjective: $0).isInWholeDays }
      || keyResults.indices.contains {
        !period(ofKeyResult: $0).isInWholeDays
      }
      || kpis.indices.contains {
        !period(ofKPI: $0).isInWholeDays
          || !(periodOfTotal(ofKPI: $0)?.isInWholeDays ?? true)
      }
  }
}
