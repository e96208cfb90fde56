/// What a number says beyond its noise.
///
/// The chart of individual values and moving ranges (XmR) is that of Donald J.
/// Wheeler, *Understanding Variation: The Key to Managing Chaos*; its rules of
/// detection are the three of that book.
package enum Signal: String, CaseIterable, Hashable, Sendable {
  /// The latest value lies outside the natural limits.
  case outside
  /// The latest 8 values lie on one side of the mean.
  case run
  /// On one side, 3 of the latest 4 values lie nearer to the limit than to the
  /// mean.
  case near
}

/// Between which values a number moves while nothing changes.
package struct NaturalLimits: Hashable, Sendable {
  /// The mean of the values before the latest.
  package let mean: Double
  /// 2.66 mean moving ranges below the mean, and as far above.
  package let lower: Double
  package let upper: Double
  /// What the latest value says; `nil` for noise.
  package let signal: Signal?

  /// How many of the latest numbers are looked at: the one that is judged and
  /// those before it that set the limits.
  package static var countOfNumbers: Int { 25 }

  /// The limits that all but the last of `numbers` set, oldest first, and what
  /// the last says; `nil` where these are fewer than 6.
  ///
  /// Only the latest 25 count. A distance from the mean of up to 2.66 mean moving
  /// ranges is natural.
  package init?(_ numbers: [Double]) {
    let values = Array(numbers.suffix(NaturalLimits.countOfNumbers))
    let before = values.dropLast()
    guard let latest = values.last, before.count >= 6 else { return nil }
    // Each number is divided before it is added, so that no sum is infinite.
    let count = Double(before.count)
    let mean = before.reduce(0) { $0 + $1 / count }
    let range = zip(before, before.dropFirst()).reduce(0) {
      $0 + abs($1.1 - $1.0) / (count - 1)
    }
    let reach = 2.66 * range
    guard mean.isFinite, (mean - reach).isFinite, (mean + reach).isFinite
    else { return nil }
    self.mean = mean
    lower = mean - reach
    upper = mean + reach
    let size = values.reduce(0) { max($0, abs($1)) }
    signal = NaturalLimits.signal(
      in: values.map { $0 - mean }, latest: latest - mean, reach: reach,
      slack: tolerance * size)
  }

  /// What the latest of some distances from the mean say.
  ///
  /// What differs by no more than `slack` is equal: a mean is rounded.
  private static func signal(
    in distances: [Double], latest: Double, reach: Double, slack: Double
  ) -> Signal? {
    if abs(latest) > reach + slack { return .outside }
    let last = distances.suffix(8)
    if last.count == 8,
      last.allSatisfy({ $0 > slack }) || last.allSatisfy({ $0 < -slack })
    {
      return .run
    }
    let four = distances.suffix(4)
    let half = reach / 2 + slack
    if four.count(where: { $0 > half }) >= 3
      || four.count(where: { $0 < -half }) >= 3
    {
      return .near
    }
    return nil
  }
}

extension NaturalLimits {
  /// What the latest number says, in words:
  /// `signal: outside its limits 3.1 to 4.4`, `noise`.
  package var words: String {
    func text(_ value: Double) -> String {
      number(value, within: (upper - lower) / 4)
    }
    switch signal {
    case .outside:
      return "signal: outside its limits \(text(lower)) to \(text(upper))"
    case .run: return "signal: 8 in a row on one side of \(text(mean))"
    case .near:
      let side = "\(text(lower)) to \(text(upper))"
      return "signal: 3 of 4 close to one of its limits \(side)"
    case nil: return "noise"
    }
  }
}
