/// The line that a key result should follow, in value, from its first day to its
/// last.
struct PlanLine {
  /// In the order of their days, at least two unless the window is one day.
  let corners: [Corner]

  typealias Corner = KeyResultStanding.PlanCorner

  /// The straight lines from start over the plan's points to the target.
  ///
  /// A point on an end replaces that end; one outside the window is ignored.
  init(
    days: ClosedRange<Day>, posts: Goalposts, points: [KeyResult.PlanPoint]
  ) {
    var corners = [Corner(day: days.lowerBound, value: posts.from)]
    corners.append(Corner(day: days.upperBound, value: posts.to))
    if !points.isEmpty || days.lowerBound == days.upperBound {
      for point in points where days.contains(point.day) {
        corners.append(Corner(day: point.day, value: point.value))
      }
      corners = PlanLine.sorted(corners)
    }
    self.corners = corners
  }

  /// By their days; of those of one day the last one alone.
  private static func sorted(_ corners: [Corner]) -> [Corner] {
    let order = corners.indices.sorted {
      (corners[$0].day, $0) < (corners[$1].day, $1)
    }
    var sorted: [Corner] = []
    for place in order {
      if sorted.last?.day == corners[place].day { sorted.removeLast() }
      sorted.append(corners[place])
    }
    return sorted
  }

  /// The value that is planned for a day; before the window the first, after it
  /// the last.
  func value(on day: Day) -> Double? {
    guard let next = corners.firstIndex(where: { $0.day > day }) else {
      return corners.last?.value
    }
    guard next > 0 else { return corners.first?.value }
    let (before, after) = (corners[next - 1], corners[next])
    let length = Double(after.day.number - before.day.number)
    let passed = Double(day.number - before.day.number)
    return before.value + (after.value - before.value) * passed / length
  }
}

extension Board {
  /// Whether and how far a key result should have come by today, as a fraction.
  func expected(
    ofKeyResult index: Int, window: Window, posts: Goalposts?, at now: Now
  ) -> Double? {
    guard let days = window.days, let elapsed = window.elapsed(on: now.today)
    else { return nil }
    switch keyResults[index].measure {
    case .keep: return 1
    case .milestones:
      return expectedOfMilestones(keyResults[index].milestones, at: now)
        ?? elapsed
    case .range:
      let points = keyResults[index].plan.filter { days.contains($0.day) }
      guard let posts, !points.isEmpty else { return elapsed }
      let line = PlanLine(days: days, posts: posts, points: points)
      return line.value(on: now.today).flatMap(posts.progress)
    case nil: return nil
    }
  }

  /// The share of milestones that are due by today, or `nil` unless all have a
  /// due date.
  private func expectedOfMilestones(
    _ milestones: [KeyResult.Milestone], at now: Now
  ) -> Double? {
    let days = milestones.compactMap(\.due?.day)
    guard !days.isEmpty, days.count == milestones.count else {
      return nil
    }
    return Double(days.count { $0 <= now.today }) / Double(days.count)
  }
}

extension KeyResultStanding {
  /// What each week from `today` to the last day has to bring, so that the
  /// target is met; `nil` where it is met, nothing is known, or the time is over.
  ///
  /// The unit is that of the value; where the way leads down it is negative.
  package func neededPerWeek(from today: Day) -> Double? {
    guard !plan.isEmpty, pace.closing == nil, let to, let value,
      let progress = pace.progress, progress < 1, let due = window.due?.day
    else { return nil }
    let days = due.number + 1 - today.number
    let needed = (to - value) / Double(days) * 7
    return days > 0 && needed.isFinite ? needed : nil
  }
}
