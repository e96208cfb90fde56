extension Board {
  /// The mean score of the closed objectives of a cycle, by weight; `nil` where
  /// none is closed.
  package func meanScore(
    of cycle: CycleStanding, _ standing: Standing
  ) -> Double? {
    var mean = WeightedMean()
    for index in cycle.objectives {
      guard let closing = standing.objectives[index].pace.closing else {
        continue
      }
      mean.add(closing.score, weight: objectives[index].weight ?? 1)
    }
    return mean.value
  }

  /// The mean of the confidence given last in the key results of a cycle's
  /// objectives; `nil` where none was given.
  package func meanConfidence(
    in cycle: CycleStanding, _ standing: Standing
  ) -> Double? {
    var mean = WeightedMean()
    for index in cycle.objectives {
      for keyResult in objectives[index].keyResults {
        guard let confidence = standing.keyResults[keyResult].pace.confidence
        else { continue }
        mean.add(Double(confidence), weight: 1)
      }
    }
    return mean.value
  }
}
