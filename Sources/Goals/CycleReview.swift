/// How a cycle came out: what was scored, what of it was reached, what was
/// learned.
package struct CycleReview: Hashable, Sendable {
  package let cycle: Cycle
  /// Everything that has its end in this cycle, in the order of the file.
  package let objectives: [ObjectiveReview]

  /// An objective and those of its key results that have their end in a cycle.
  package struct ObjectiveReview: Hashable, Sendable {
    /// By its place in the board.
    package let objective: Int
    /// How it came out itself; `nil` where only key results of it have their end
    /// in this cycle.
    package let judgement: Judgement?
    package let keyResults: [Judgement]
  }

  /// The mean over the scores of its objectives, by weight, from 0 to 1; `nil`
  /// where none has one.
  package let score: Double?

  /// All judgements, each objective's before those of its key results.
  package var judgements: [Judgement] {
    objectives.flatMap { objective in
      (objective.judgement.map { [$0] } ?? []) + objective.keyResults
    }
  }

  /// Whether the final word has been spoken on everything.
  package var isClosed: Bool { judgements.allSatisfy(\.isClosed) }

  /// Its key results, by their places in the board.
  package var keyResults: [Int] {
    objectives.flatMap(\.keyResults).compactMap {
      if case .keyResult(let index) = $0.thing { index } else { nil }
    }
  }
}

/// How an objective or a key result came out, or would if it ended now.
package struct Judgement: Hashable, Sendable {
  package let thing: Thing
  /// What counts as reached; a key result goes by its objective's kind.
  package let kind: Objective.Kind
  /// The score that the numbers suggest, from 0 to 1; `nil` where they say
  /// nothing.
  ///
  /// A key result's is its progress. An objective's is the mean of its key
  /// results' scores, by weight, or without key results its progress.
  package let suggested: Double?
  /// The final word; `nil` where it is still to be spoken.
  package let closing: Closing?
  package let cause: String?
  /// The confidence given last, from 0 to 10.
  package let confidence: Int?

  package var isClosed: Bool { closing != nil }

  /// The score of the final word, else the one that is suggested.
  package var score: Double? { closing?.score ?? suggested }

  /// Whether its score is reached by the rule of its kind; `nil` without a
  /// score.
  package var isReached: Bool? { score.map(kind.isReached) }

  /// What becomes of it.
  package var next: Closing.Next? { closing?.next }

  /// What was learned; `nil` where nothing is said.
  package var learned: String? {
    closing.flatMap { $0.note.isEmpty ? nil : $0.note }
  }

  /// Whether it ended under its bar and nobody has said why.
  package var lacksCause: Bool {
    isClosed && isReached == false && cause == nil
  }
}

extension Board {
  /// How a cycle came out, or would if it ended now.
  ///
  /// An objective has its end in its `cycle`, a key result in its own, else in
  /// its objective's.
  package func review(of cycle: Cycle, _ standing: Standing) -> CycleReview {
    let name = ID(cycle.name)
    var reviews: [CycleReview.ObjectiveReview] = []
    var scores = WeightedMean()
    for (index, objective) in objectives.enumerated() {
      let isOfCycle = objective.cycle.map { ID($0) == name } ?? false
      let judgements = objective.keyResults.filter { place in
        keyResults[place].cycle.map { ID($0) == name } ?? isOfCycle
      }.map { judgement(ofKeyResult: $0, standing) }
      guard isOfCycle || !judgements.isEmpty else { continue }
      let own = isOfCycle ? judgement(ofObjective: index, standing) : nil
      reviews.append(
        CycleReview.ObjectiveReview(
          objective: index, judgement: own, keyResults: judgements))
      if let score = own?.score {
        scores.add(score, weight: objective.weight ?? 1)
      }
    }
    return CycleReview(cycle: cycle, objectives: reviews, score: scores.value)
  }

  /// How a key result came out, or would if it ended now.
  package func judgement(
    ofKeyResult index: Int, _ standing: Standing
  ) -> Judgement {
    let keyResult = keyResults[index]
    let pace = standing.keyResults[index].pace
    return Judgement(
      thing: .keyResult(index),
      kind: objectives[keyResult.objective].kind ?? .aspirational,
      suggested: pace.progress.map(clamped), closing: pace.closing,
      cause: keyResult.cause, confidence: pace.confidence)
  }

  /// How an objective came out, or would if it ended now.
  package func judgement(
    ofObjective index: Int, _ standing: Standing
  ) -> Judgement {
    let objective = objectives[index]
    let pace = standing.objectives[index].pace
    return Judgement(
      thing: .objective(index), kind: objective.kind ?? .aspirational,
      suggested: suggestedScore(ofObjective: index, standing),
      closing: pace.closing, cause: objective.cause,
      confidence: pace.confidence)
  }

  /// The mean of the scores of its key results, by weight: of those that are
  /// closed the final one, of those that have a measure their progress so far,
  /// 0 where there is none yet.
  private func suggestedScore(
    ofObjective index: Int, _ standing: Standing
  ) -> Double? {
    let objective = objectives[index]
    guard !objective.keyResults.isEmpty else {
      return standing.objectives[index].pace.progress.map(clamped)
    }
    var mean = WeightedMean()
    for place in objective.keyResults {
      let judgement = judgement(ofKeyResult: place, standing)
      guard judgement.isClosed || keyResults[place].measure != nil else {
        continue
      }
      mean.add(judgement.score ?? 0, weight: keyResults[place].weight ?? 1)
    }
    return mean.value
  }
}
