/// Where a key result goes if it goes on as it did lately.
///
/// Rates are per week; all numbers are in the unit of the value.
package struct Forecast: Hashable, Sendable {
  /// What each week has to bring; `nil` where the target is met, or the time is
  /// over.
  package var needed: Double?
  /// What the last weeks brought.
  package var recent: Double
  /// The days from the first to the last of the readings that say so.
  package var days: Double
  /// Where that leads on the last day; `nil` once that has passed.
  package var landing: Landing?
  /// The day on which the target is met at that rate; `nil` where it is met
  /// already, or would not be within ten years.
  package var arrives: Day?

  /// A value in the future, and the range that holds it in 80 of 100 cases; all
  /// in the key result's unit.
  package struct Landing: Hashable, Sendable {
    package var value: Double
    package var low: Double
    package var high: Double
  }
}

extension Board {
  /// Where the key result at `index`, which stands like that, will land.
  ///
  /// It needs a way from a start to a target, and 3 readings; what is closed has
  /// arrived. The readings that it goes by are those of the last 4 weeks, or the
  /// last 8 where these are more; of more than 60, every other or every third
  /// and so on.
  package func forecast(
    ofKeyResult index: Int, _ standing: KeyResultStanding, at now: Now
  ) -> Forecast? {
    guard case .range = keyResults[index].measure, let to = standing.to,
      let value = standing.value, standing.pace.closing == nil,
      let trend = Trend(latestPoints(ofKeyResult: index, standing, at: now))
    else { return nil }
    var forecast = Forecast(
      needed: standing.neededPerWeek(from: now.today), recent: trend.slope * 7,
      days: trend.length)
    if let due = standing.window.due?.day, now.today <= due {
      forecast.landing = trend.landing(at: Double(due.number))
    }
    if let progress = standing.pace.progress, progress < 1 {
      forecast.arrives = trend.day(of: to, from: value, notBefore: now.today)
    }
    return forecast
  }

  /// The latest values with the days on which they were read, oldest first.
  private func latestPoints(
    ofKeyResult index: Int, _ standing: KeyResultStanding, at now: Now
  ) -> [Trend.Point] {
    let adds = keyResults[index].kpi.map { kpis[$0].total == .sum } ?? false
    var total = standing.value ?? 0
    var points: [Trend.Point] = []
    for row in standing.rows.reversed() {
      guard let value = readings.value(at: row) else { continue }
      let day = Double(readings.moment(at: row).seconds) / 86_400
      if points.count >= 8, day < Double(now.today.number - 28) { break }
      points.append(Trend.Point(day: day, value: adds ? total : value))
      total -= value
    }
    let step = (points.count + 59) / 60
    return stride(from: 0, to: points.count, by: max(1, step))
      .map { points[$0] }.reversed()
  }
}

/// A straight line through the latest readings, and how far they stray from it.
struct Trend {
  struct Point {
    let day: Double
    let value: Double
  }

  /// The median of the slopes between all pairs of points, per day.
  ///
  /// A few wild readings do not turn it (Theil 1950, Sen 1968).
  let slope: Double
  /// Days from the first point to the last.
  let length: Double
  private let last: Point
  private let count: Int
  /// The mean square of the steps from point to point beside the slope, per day.
  private let variance: Double

  /// `nil` for fewer than 3 points, and for numbers too large to reckon with.
  ///
  /// The points are in the order of their days, which all differ.
  init?(_ points: [Point]) {
    guard points.count >= 3, let first = points.first, let last = points.last
    else { return nil }
    var slopes: [Double] = []
    for (index, later) in points.enumerated() {
      for earlier in points[..<index] {
        slopes.append(
          (later.value - earlier.value) / (later.day - earlier.day))
      }
    }
    slopes.sort()
    let middle = slopes.count / 2
    let slope =
      slopes.count.isMultiple(of: 2)
      ? slopes[middle - 1] / 2 + slopes[middle] / 2 : slopes[middle]
    let squares = zip(points, points.dropFirst()).map { before, after in
      let days = after.day - before.day
      let step = after.value - before.value - slope * days
      return step * step / days
    }
    variance = squares.reduce(0, +) / Double(points.count - 2)
    guard slope.isFinite, variance.isFinite else { return nil }
    self.slope = slope
    self.last = last
    length = last.day - first.day
    count = points.count
  }

  /// The value on a day, from the last reading on along the slope.
  ///
  /// The range grows as that of a random walk does whose drift is known from
  /// these readings alone: with the square root of the days, and in the long run
  /// with the days. It is wider the fewer readings there are, by Student's t
  /// with two degrees of freedom less than readings; and a little narrower, since
  /// not every series walks. Over walks, scatter about a line and steps, 75 to 85
  /// of 100 ranges hold the truth.
  func landing(at day: Double) -> Forecast.Landing? {
    let days = max(0, day - last.day)
    let freedom = Double(count - 2)
    let student = 1.2816 + 0.85 / freedom + 1 / (freedom * freedom * freedom)
    let reach =
      0.92 * student * (variance * days * (1 + days / length)).squareRoot()
    let value = last.value + slope * days
    guard (value - reach).isFinite, (value + reach).isFinite else { return nil }
    return Forecast.Landing(
      value: value, low: value - reach, high: value + reach)
  }

  /// The day on which the slope leads from `value` to `target`; `nil` where that
  /// is not within ten years.
  func day(
    of target: Double, from value: Double, notBefore today: Day
  ) -> Day? {
    let days = (target - value) / slope
    guard days >= 0, days <= 3_652 else { return nil }
    // A day that is met but for rounding is met.
    let number = (last.day + days - tolerance).rounded(.up)
    return max(today, Day(number: Int(number)))
  }
}
