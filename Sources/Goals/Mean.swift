/// A mean by weight, gathered one value at a time.
struct WeightedMean {
  private var total = 0.0
  private var weights = 0.0

  mutating func add(_ value: Double, weight: Double) {
    total += value * weight
    weights += weight
  }

  /// `nil` where nothing was added or all weights are 0.
  var value: Double? {
    guard weights > 0 else { return nil }
    let mean = total / weights
    return mean.isFinite ? mean : nil
  }
}

/// The means of progress and of expected progress, clamped, by weight.
///
/// A missing progress counts as 0; where one expected progress is missing,
/// there is no mean of them.
struct PaceMean {
  private var progress = WeightedMean()
  private var expected = WeightedMean()
  private var lacksExpected = false

  mutating func add(_ progress: Double?, _ expected: Double?, weight: Double) {
    self.progress.add(clamped(progress ?? 0), weight: weight)
    guard let expected else {
      lacksExpected = true
      return
    }
    self.expected.add(clamped(expected), weight: weight)
  }

  var means: (progress: Double?, expected: Double?) {
    (progress.value, lacksExpected ? nil : expected.value)
  }
}
