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
  /// What keeps it from being better than at risk, in words.
  var concern: String?
  /// Why it is stale for another reason than its age, in words.
  var silence: String?
}

extension Evidence {
  /// The status and its reason, by the first rule that holds.
  func judged() -> (status: Status, reason: String) {
    if let closing { return judged(closing) }
    if let reason = staleReason { return (.stale, reason) }
    if let declared {
      let status = Status(declared.status)
      return limited(status, "declared on \(declared.on.day)")
    }
    if canBeAchieved, let progress, progress >= 1 - tolerance {
      return limited(.achieved, "\(percent(progress))% done")
    }
    guard isMeasured, let progress else {
      return (.pending, "nothing measured yet")
    }
    guard let expected else { return (.pending, "no cycle, no pace") }
    if let elapsed, elapsed < 0.1 - tolerance {
      return (.pending, "less than a tenth of its time has passed")
    }
    return judged(progress: progress, expected: expected)
  }

  private func judged(
    progress: Double, expected: Double
  ) -> (status: Status, reason: String) {
    let gap = progress - expected
    let reason =
      "\(percent(progress))% done, \(percent(expected))% expected: \(gapInWords(gap))"
    if gap >= -0.10 - tolerance { return limited(.onTrack, reason) }
    if gap >= -0.25 - tolerance { return (.atRisk, reason) }
    return (.offTrack, reason)
  }

  private func judged(_ closing: Closing) -> (status: Status, reason: String) {
    let score = (closing.score * 100).rounded() / 100
    return (
      kind.isReached(by: closing.score) ? .achieved : .missed,
      "closed on \(closing.moment.day) at \(score)"
    )
  }

  private var staleReason: String? {
    if let silence { return silence }
    guard let age, age > 1.5 * period.days + tolerance else { return nil }
    return "no check-in for \(ageInWords(age)), due every \(period)"
  }

  /// At best at risk, where there is a concern.
  private func limited(
    _ status: Status, _ reason: String
  ) -> (status: Status, reason: String) {
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
