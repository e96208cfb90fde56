/// What the status of an objective or a key result follows from.
struct Evidence {
  var closing: Closing?
  var kind = Objective.Kind.aspirational
  /// Days since it was looked at last; `nil` where silence does not count.
  var age: Double?
  var period = Period.week
  var declared: (status: DeclaredStatus, on: Moment)?
  var progress: Double?
  var expected: Double?
  /// Whether reaching 1 means that it is achieved; not for a number to hold.
  var canBeAchieved = true
  var isMeasured = false
  /// The part of its window that has passed.
  var elapsed: Double?
  /// What keeps it from being better than at risk.
  var concern: StatusReason?
  /// Why it is stale for another reason than its age.
  var silence: StatusReason?
}

extension Evidence {
  /// The status and its reason, by the first rule that holds.
  func judged() -> (status: Status, reason: StatusReason) {
    if let closing { return judged(closing) }
    if let reason = staleReason { return (.stale, reason) }
    if let declared {
      return limited(Status(declared.status), .declared(declared.on.day))
    }
    if canBeAchieved, let progress, progress >= 1 - tolerance {
      return limited(.achieved, .reached(progress))
    }
    guard isMeasured, let progress else { return (.pending, .unmeasured) }
    guard let expected else { return (.pending, .withoutPace) }
    if let elapsed, elapsed < 0.1 - tolerance { return (.pending, .early) }
    return judged(progress: progress, expected: expected)
  }

  private func judged(
    progress: Double, expected: Double
  ) -> (status: Status, reason: StatusReason) {
    let gap = progress - expected
    let reason = StatusReason.progress(progress, expected: expected)
    if gap >= -0.10 - tolerance { return limited(.onTrack, reason) }
    if gap >= -0.25 - tolerance { return (.atRisk, reason) }
    return (.offTrack, reason)
  }

  private func judged(
    _ closing: Closing
  ) -> (status: Status, reason: StatusReason) {
    (
      kind.isReached(by: closing.score) ? .achieved : .missed,
      .closed(closing.moment.day, score: closing.score)
    )
  }

  private var staleReason: StatusReason? {
    if let silence { return silence }
    guard let age, age > 1.5 * period.days + tolerance else { return nil }
    return .silence(days: age, period)
  }

  /// At best at risk, where there is a concern.
  private func limited(
    _ status: Status, _ reason: StatusReason
  ) -> (status: Status, reason: StatusReason) {
    guard let concern, status == .onTrack || status == .achieved else {
      return (status, reason)
    }
    return (.atRisk, concern)
  }
}

/// An age in words: `23 days`, `5 hours`.
package func ageInWords(_ days: Double) -> String {
  func words(_ count: Double, _ unit: String) -> String {
    let whole = Int(min(count.rounded(.down), 1e9))
    return "\(whole) \(unit)\(whole == 1 ? "" : "s")"
  }
  if days >= 1 { return words(days, "day") }
  if days * 24 >= 1 { return words(days * 24, "hour") }
  return words(days * 1_440, "minute")
}
