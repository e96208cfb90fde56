extension Board {
  /// Until when nothing on the board stands otherwise than in `standing` unless
  /// its file changes: the first second that may be another, since
  /// 1970-01-01T00:00, at the latest the next midnight.
  ///
  /// The share of time that a number was kept is as good as the same for a
  /// thousandth of that time.
  package func steadyEnd(of standing: Standing) -> Int {
    let now = standing.now
    var end = (now.today.number + 1) * 86_400
    for second in comingMoments(at: now) + driftEnds(standing)
    where second > now.lastSecond {
      end = min(end, second)
    }
    return hasShortPeriods ? min(end, now.lastSecond + 1) : end
  }

  /// The seconds of what is written on the board and yet to come, among others.
  private func comingMoments(at now: Now) -> [Int] {
    var moments: [Moment] = []
    for objective in objectives {
      moments += [objective.closing?.moment].compactMap(\.self)
      moments += objective.actions.compactMap(\.box.moment)
    }
    for keyResult in keyResults {
      moments += keyResult.moves.map(\.moment)
      moments += keyResult.milestones.compactMap(\.box.moment)
      moments += keyResult.actions.compactMap(\.box.moment)
      moments += [keyResult.closing?.moment].compactMap(\.self)
    }
    for kpi in kpis {
      moments += kpi.acceptances.map(\.from)
      moments += kpi.actions.compactMap(\.box.moment)
    }
    let rows =
      objectives.map(\.rows) + keyResults.map(\.rows) + kpis.map(\.rows)
    let next = rows.compactMap { rows in
      let end = readings.known(rows, at: now).upperBound
      return end < rows.upperBound ? readings.moment(at: end) : nil
    }
    return (moments + next).map(\.seconds)
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
