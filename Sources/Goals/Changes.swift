extension Board {
  /// What happened between two moments, given how the board stood at the first
  /// and how it stands at the second, which is not before the first.
  package func changes(
    from before: Standing, to after: Standing
  ) -> SinceThen {
    var since = SinceThen(then: before.now, now: after.now)
    let span = Span(then: before.now, now: after.now)
    for (index, objective) in objectives.enumerated() {
      let own = objective.keyResults.map {
        movement(ofKeyResult: $0, before, after, span)
      }
      var mean = movement(ofObjective: index, before, after, span)
      // What follows from the passing of time alone is no news.
      if !own.isEmpty, own.allSatisfy({ $0.progress == nil }) {
        mean.progress = nil
      }
      for movement in [mean] + own { since.add(movement) }
    }
    for index in kpis.indices {
      since.add(movement(ofKPI: index, before, after, span))
    }
    since.meetings = meetings.indices.filter {
      span.contains(meetings[$0].moment)
    }
    for promise in promises(at: after.now) {
      since.add(promise, in: span)
    }
    since.sortPromises()
    return since
  }

  /// What happened since `then`.
  package func changes(since then: Now, to now: Now) -> SinceThen {
    changes(
      from: Goals.standing(of: self, at: then),
      to: Goals.standing(of: self, at: now))
  }

  /// The last meeting before the day of `now`, by its place.
  ///
  /// Not one of that day: it is the one that is being held.
  package func lastMeeting(before now: Now) -> Int? {
    latestMeeting { $0.moment.day < now.today }
  }

  /// The last meeting that exists at `now`, by its place.
  package func lastMeeting(at now: Now) -> Int? {
    latestMeeting { now.knows($0.moment) }
  }

  /// The meeting before the one at `place`, by its place.
  package func meeting(before place: Int) -> Int? {
    latestMeeting { $0.moment < meetings[place].moment }
  }

  /// Of several of one moment the last in the file.
  private func latestMeeting(where condition: (Meeting) -> Bool) -> Int? {
    meetings.indices.filter { condition(meetings[$0]) }.max {
      (meetings[$0].moment.seconds, $0) < (meetings[$1].moment.seconds, $1)
    }
  }

  /// All actions of things and of the meetings that exist at `now`, in the
  /// order of the columns.
  package func promises(at now: Now) -> [Promise] {
    var promises: [Promise] = []
    func add(_ actions: [Action], _ place: Promise.Place) {
      for (index, action) in actions.enumerated() {
        promises.append(Promise(place: place, index: index, action: action))
      }
    }
    for (index, objective) in objectives.enumerated() {
      add(objective.actions, .thing(.objective(index)))
      for place in objective.keyResults {
        add(keyResults[place].actions, .thing(.keyResult(place)))
      }
    }
    for (index, kpi) in kpis.enumerated() {
      add(kpi.actions, .thing(.kpi(index)))
    }
    for (index, meeting) in meetings.enumerated()
    where now.knows(meeting.moment) {
      add(meeting.actions, .meeting(index))
    }
    return promises
  }

}

extension Action {
  /// Whether it is open past its date.
  package func isLate(at now: Now) -> Bool {
    guard let due else { return false }
    return !box.known(at: now).isDone && due.day < now.today
  }
}

// MARK: - Of one thing

/// The time after one moment up to another.
private struct Span {
  let then: Now
  let now: Now

  func contains(_ moment: Moment) -> Bool {
    now.knows(moment) && !then.knows(moment)
  }
}

extension Board {
  private func movement(
    ofObjective index: Int, _ before: Standing, _ after: Standing, _ span: Span
  ) -> Movement {
    let objective = objectives[index]
    var movement = Movement(.objective(index))
    compare(
      before.objectives[index].pace, after.objectives[index].pace, &movement)
    movement.rows = rows(objective.rows, span)
    return movement
  }

  private func movement(
    ofKeyResult index: Int, _ before: Standing, _ after: Standing, _ span: Span
  ) -> Movement {
    let keyResult = keyResults[index]
    let (was, stands) = (before.keyResults[index], after.keyResults[index])
    var movement = Movement(.keyResult(index))
    compare(was.pace, stands.pace, &movement)
    movement.value = Step(from: was.value, to: stands.value)
    movement.rows = rows(keyResult.rows, span)
    movement.ticked = keyResult.milestones.indices.filter {
      keyResult.milestones[$0].box.moment.map(span.contains) ?? false
    }
    movement.moves = keyResult.moves.indices.filter {
      span.contains(keyResult.moves[$0].moment)
    }
    // The share of time that a number was held grows by itself.
    if case .keep = keyResult.measure, movement.value == nil {
      movement.progress = nil
    }
    return movement
  }

  private func movement(
    ofKPI index: Int, _ before: Standing, _ after: Standing, _ span: Span
  ) -> Movement {
    let kpi = kpis[index]
    let (was, stands) = (before.kpis[index], after.kpis[index])
    var movement = Movement(.kpi(index))
    movement.value = Step(from: was.value, to: stands.value)
    movement.verdict = Step(from: was.verdict, to: stands.verdict)
    movement.rows = rows(kpi.rows, span)
    movement.accepted = kpi.acceptances.indices.filter {
      span.contains(kpi.acceptances[$0].from)
    }
    return movement
  }

  private func compare(
    _ before: Pace, _ after: Pace, _ movement: inout Movement
  ) {
    if before.progress.map(percent) != after.progress.map(percent) {
      movement.progress = Step(from: before.progress, to: after.progress)
    }
    movement.confidence = Step(from: before.confidence, to: after.confidence)
    movement.status = Step(from: before.status, to: after.status)
    if before.closing == nil { movement.closing = after.closing }
  }

  private func rows(_ rows: Range<Int>, _ span: Span) -> Range<Int> {
    let end = readings.known(rows, at: span.now).upperBound
    return min(readings.known(rows, at: span.then).upperBound, end)..<end
  }
}

extension SinceThen {
  fileprivate mutating func add(_ movement: Movement) {
    if movement.hasNews { movements.append(movement) }
  }

  fileprivate mutating func add(_ promise: Promise, in span: Span) {
    let action = promise.action
    if action.box.moment.map(span.contains) ?? false {
      done.append(promise)
    } else if action.isLate(at: span.now) {
      late.append(promise)
    } else if !action.box.known(at: span.now).isDone {
      open.append(promise)
    }
  }

  /// By date, and where that is the same in the order of the file.
  fileprivate mutating func sortPromises() {
    func second(_ moment: Moment?) -> Int { moment?.seconds ?? 0 }
    done.sort {
      (second($0.action.box.moment), $0.action.line)
        < (second($1.action.box.moment), $1.action.line)
    }
    late.sort {
      (second($0.action.due), $0.action.line)
        < (second($1.action.due), $1.action.line)
    }
    open.sort {
      ($0.action.due?.seconds ?? .max, $0.action.line)
        < ($1.action.due?.seconds ?? .max, $1.action.line)
    }
  }
}
