/// How well the confidence that was stated foretold what was reached.
///
/// A confidence of 7/10 is taken as the forecast of a chance of 0.7.
package struct Calibration: Hashable, Sendable {
  /// Over everybody's forecasts.
  package let overall: Reliability
  /// Of each owner with enough of them, in the order of the file.
  package let owners: [OwnersReliability]

  /// How one owner's forecasts came out.
  package struct OwnersReliability: Hashable, Sendable {
    package let name: String
    package let reliability: Reliability
  }

  /// How many forecasts it takes before anything is said of them.
  package static var leastForecasts: Int { 5 }
}

/// What somebody was sure of, and what came of it.
package struct ForecastOutcome: Hashable, Sendable {
  /// The key result, by its place in the board.
  package let keyResult: Int
  /// The confidence given last before the day it was closed, from 0 to 10.
  package let stated: Int
  /// The mean of all that were given before that day.
  package let mean: Double
  package let isReached: Bool

  package init(keyResult: Int, stated: Int, mean: Double, isReached: Bool) {
    self.keyResult = keyResult
    self.stated = stated
    self.mean = mean
    self.isReached = isReached
  }
}

/// How several forecasts came out.
package struct Reliability: Hashable, Sendable {
  package let count: Int
  /// The share that was reached, from 0 to 1.
  package let reached: Double
  /// The mean of what was stated last, from 0 to 1.
  package let stated: Double
  /// The Brier score of what was stated last: 0 for a prophet, 0.25 for one who
  /// always says 5/10, 1 for one who is sure and always wrong.
  ///
  /// The mean of (p − o)² with o as 1 or 0: half of the score that G. W. Brier
  /// gave for two classes in "Verification of forecasts expressed in terms of
  /// probability", Monthly Weather Review 78 (1950), 1–3.
  package let brier: Double
  /// The same of the mean confidence on the way.
  package let brierOfMeans: Double
  /// How each class of confidence came out, the lowest first; all five of them.
  package let classes: [ConfidenceClass]

  /// `nil` where there are fewer than five.
  package init?(_ outcomes: [ForecastOutcome]) {
    guard outcomes.count >= Calibration.leastForecasts else { return nil }
    count = outcomes.count
    reached = mean(outcomes.map(\.outcome))
    stated = mean(outcomes.map(\.chance))
    brier = mean(outcomes.map { squared($0.chance - $0.outcome) })
    brierOfMeans = mean(
      outcomes.map { squared($0.mean / 10 - $0.outcome) })
    classes = ConfidenceClass.ranges.map { ConfidenceClass($0, outcomes) }
  }
}

/// How the forecasts with about the same confidence came out.
package struct ConfidenceClass: Hashable, Sendable {
  /// The confidences that it takes, from 0 to 10.
  package let confidences: ClosedRange<Int>
  package let count: Int
  /// The mean of what was stated, from 0 to 1; `nil` where nothing was.
  package let stated: Double?
  /// The share that was reached; `nil` where nothing was stated.
  package let reached: Double?

  package static var ranges: [ClosedRange<Int>] {
    [0...2, 3...4, 5...6, 7...8, 9...10]
  }

  init(_ confidences: ClosedRange<Int>, _ outcomes: [ForecastOutcome]) {
    let members = outcomes.filter { confidences.contains($0.stated) }
    self.confidences = confidences
    count = members.count
    stated = members.isEmpty ? nil : mean(members.map(\.chance))
    reached = members.isEmpty ? nil : mean(members.map(\.outcome))
  }
}

extension ForecastOutcome {
  fileprivate var chance: Double { Double(stated) / 10 }
  fileprivate var outcome: Double { isReached ? 1 : 0 }
}

extension Board {
  /// How well confidence foretold the outcome, over these key results, or over
  /// all of them; `nil` where fewer than five of them were foretold.
  ///
  /// An owner is the key result's, else its objective's.
  package func calibration(
    _ standing: Standing, of keyResults: [Int]? = nil
  ) -> Calibration? {
    let outcomes = forecastOutcomes(
      standing, of: keyResults ?? Array(self.keyResults.indices))
    guard let overall = Reliability(outcomes) else { return nil }
    var names: [String] = []
    var owned: [String: [ForecastOutcome]] = [:]
    for outcome in outcomes {
      guard let name = owner(ofKeyResult: outcome.keyResult) else { continue }
      if owned[name] == nil { names.append(name) }
      owned[name, default: []].append(outcome)
    }
    return Calibration(
      overall: overall,
      owners: names.compactMap { name in
        Reliability(owned[name] ?? []).map {
          Calibration.OwnersReliability(name: name, reliability: $0)
        }
      })
  }

  /// What was foretold of those of these key results that are closed.
  ///
  /// What was said on the day of the closing is no forecast any more. Under a
  /// learning objective whatever comes is reached, so nothing is foretold.
  package func forecastOutcomes(
    _ standing: Standing, of keyResults: [Int]
  ) -> [ForecastOutcome] {
    keyResults.compactMap { index in
      let keyResult = self.keyResults[index]
      let kind = objectives[keyResult.objective].kind ?? .aspirational
      guard let closing = standing.keyResults[index].pace.closing,
        kind != .learning
      else { return nil }
      let end = readings.end(
        of: keyResult.rows, where: closing.moment.day.number * 86_400 - 1)
      let rows = keyResult.rows.lowerBound..<end
      let given = readings.indicesOfWords(in: rows)
        .map { Int(readings.words[$0].confidence) }.filter { $0 >= 0 }
      guard let last = given.last else { return nil }
      return ForecastOutcome(
        keyResult: index, stated: last, mean: mean(given.map(Double.init)),
        isReached: kind.isReached(by: closing.score))
    }
  }

  /// Who answers for a key result: its owner, else its objective's.
  package func owner(ofKeyResult index: Int) -> String? {
    keyResults[index].owner ?? objectives[keyResults[index].objective].owner
  }
}

/// The mean of numbers; 0 where there are none.
private func mean(_ numbers: [Double]) -> Double {
  numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
}

private func squared(_ number: Double) -> Double { number * number }
