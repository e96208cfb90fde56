extension Board {
  /// How every objective stands at `now`, given how its key results do.
  func standings(
    ofObjectivesWith keyResults: [KeyResultStanding], at now: Now
  ) -> [ObjectiveStanding] {
    var standings = objectives.map { _ in ObjectiveStanding() }
    for (index, objective) in objectives.enumerated() {
      for parent in objective.parents {
        standings[parent].supporters.append(index)
      }
    }
    for index in supportersFirst() {
      judge(objective: index, keyResults, into: &standings, at: now)
    }
    return standings
  }

  /// The objectives, each after all that support it; `supports` has no loops.
  func supportersFirst() -> [Int] {
    var waiting = Array(repeating: 0, count: objectives.count)
    for objective in objectives {
      for parent in objective.parents { waiting[parent] += 1 }
    }
    var order = waiting.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for parent in objectives[order[next]].parents {
        waiting[parent] -= 1
        if waiting[parent] == 0 { order.append(parent) }
      }
      next += 1
    }
    return order
  }

  private func judge(
    objective index: Int, _ keyResults: [KeyResultStanding],
    into standings: inout [ObjectiveStanding], at now: Now
  ) {
    let own = keyResults[objectives[index].keyResults]
    var pace = Pace()
    (pace.progress, pace.expected) = means(
      of: index, keyResults, standings)
    let window = window(ofObjective: index)
    let rows = readings.known(objectives[index].rows, at: now)
    let period = period(ofObjective: index)
    let closing = objectives[index].closing
    let isOpen = closing.map { !now.knows($0.moment) } ?? true
    pace.lastCheckIn = rows.last.map(readings.moment(at:))
    confidence(in: rows, into: &pace)
    pace.closing = isOpen ? nil : closing
    var evidence = Evidence()
    evidence.closing = pace.closing
    evidence.kind = objectives[index].kind ?? .aspirational
    evidence.period = period
    if own.isEmpty {
      pace.age = age(of: pace.lastCheckIn, window, period, now)
      pace.isDue = isOpen && (pace.age ?? -1) >= period.days - tolerance
      evidence.age = pace.age
    }
    evidence.declared = declared(in: rows)
    evidence.progress = pace.progress
    evidence.expected = pace.expected
    evidence.isMeasured =
      own.isEmpty
      ? standings[index].supporters.contains { standings[$0].isMeasured }
      : objectives[index].keyResults.contains {
        isMeasured(keyResult: $0, keyResults[$0])
      }
    standings[index].isMeasured = evidence.isMeasured
    evidence.elapsed = window.elapsed(on: now.today)
    evidence.concern = concern(about: own)
    evidence.silence = silence(of: own)
    (pace.status, pace.reason) = evidence.judged()
    standings[index].pace = pace
  }

  private func isMeasured(
    keyResult index: Int, _ standing: KeyResultStanding
  ) -> Bool {
    keyResults[index].measure != nil
      && (standing.value != nil || standing.done != nil)
  }

  /// The means over its key results that have a measure, or, where it has no
  /// key results, over the objectives that support it and have a progress.
  private func means(
    of objective: Int, _ keyResults: [KeyResultStanding],
    _ standings: [ObjectiveStanding]
  ) -> (progress: Double?, expected: Double?) {
    var mean = PaceMean()
    if objectives[objective].keyResults.isEmpty {
      for supporter in standings[objective].supporters {
        let pace = standings[supporter].pace
        guard let progress = pace.progress else { continue }
        mean.add(
          progress, pace.expected, weight: objectives[supporter].weight ?? 1)
      }
      return mean.means
    }
    for index in objectives[objective].keyResults
    where self.keyResults[index].measure != nil {
      let pace = keyResults[index].pace
      mean.add(
        pace.progress, pace.expected,
        weight: self.keyResults[index].weight ?? 1)
    }
    return mean.means
  }

  private func concern(
    about keyResults: ArraySlice<KeyResultStanding>
  ) -> StatusReason? {
    let count = keyResults.count { $0.pace.status == .offTrack }
    return count > 0 ? .keyResultsOffTrack(count) : nil
  }

  private func silence(
    of keyResults: ArraySlice<KeyResultStanding>
  ) -> StatusReason? {
    let open = keyResults.count { $0.pace.closing == nil }
    let stale = keyResults.count {
      $0.pace.closing == nil && $0.pace.status == .stale
    }
    return open > 0 && stale == open ? .staleKeyResults(open) : nil
  }
}
