/// What happened on a board between two moments: what moved, what flipped, what
/// was said, done and missed.
///
/// It compares one board with its own past, so it knows of everything that
/// carries a date. What carries none (titles, owners, which things exist) it
/// takes to have been the same all the time.
package struct SinceThen: Hashable, Sendable {
  package let then: Now
  package let now: Now
  /// The things about which there is news, in the order of the file: each
  /// objective, then its key results; the KPIs last.
  package var movements: [Movement] = []
  /// What was promised and has been done since, the earliest first.
  package var done: [Promise] = []
  /// What was promised and is open past its date at `now`, the longest late first;
  /// also what was late at `then` already.
  package var late: [Promise] = []
  /// What was promised and is open at `now`, but not late: the next due first,
  /// what has no date last.
  package var open: [Promise] = []
  /// The meetings held since, by their places in the board.
  package var meetings: [Int] = []

  package var isEmpty: Bool {
    movements.isEmpty && done.isEmpty && late.isEmpty && meetings.isEmpty
  }
}

/// A fact before and after it changed; `nil` where there was none.
package struct Step<Fact: Hashable & Sendable>: Hashable, Sendable {
  package let before: Fact?
  package let after: Fact?

  /// `nil` where both are the same.
  package init?(from before: Fact?, to after: Fact?) {
    guard before != after else { return nil }
    self.before = before
    self.after = after
  }
}

/// A number before and after, its unit once where it stands behind.
package func arrow(_ step: Step<Double>, _ unit: String?) -> String {
  guard let unit, !isCurrency(unit), let after = step.after else {
    return arrow(step) { amount($0, unit) }
  }
  return "\(step.before.map { number($0) } ?? "–") → \(amount(after, unit))"
}

/// A fact before and after, each as it is spelled, a dash where there is none.
package func arrow<Fact>(
  _ step: Step<Fact>, _ spell: (Fact) -> String
) -> String {
  "\(step.before.map(spell) ?? "–") → \(step.after.map(spell) ?? "–")"
}

/// The news about one objective, key result or KPI.
package struct Movement: Hashable, Sendable {
  package let thing: Thing
  /// Of a key result or KPI.
  package var value: Step<Double>?
  /// As a fraction; only where the whole per cent differ.
  package var progress: Step<Double>?
  package var confidence: Step<Int>?
  /// Of an objective or key result.
  package var status: Step<Status>?
  /// Of a KPI.
  package var verdict: Step<Verdict>?
  /// Its check-ins or readings since, as rows of the board's readings.
  package var rows = 0..<0
  /// The final word, where it was spoken since.
  package var closing: Closing?
  /// The milestones ticked since, by their places.
  package var ticked: [Int] = []
  /// The goalposts moved since, by their places in `moves`.
  package var moves: [Int] = []
  /// The reds accepted since, by their places in `acceptances`.
  package var accepted: [Int] = []

  package init(_ thing: Thing) {
    self.thing = thing
  }

  /// Whether its status or verdict became better or worse; `nil` where it did
  /// not change, or from or to one that is neither good nor bad.
  package var turn: Turn? {
    if let status {
      return Turn(from: status.before?.rank, to: status.after?.rank)
    }
    return verdict.flatMap { Turn(from: $0.before?.rank, to: $0.after?.rank) }
  }

  /// Which way something turned.
  package enum Turn: Hashable, Sendable {
    case better, worse

    init?(from before: Int?, to after: Int?) {
      guard let before, let after, before != after else { return nil }
      self = before < after ? .better : .worse
    }
  }

  var hasNews: Bool {
    value != nil || progress != nil || confidence != nil || status != nil
      || verdict != nil || !rows.isEmpty || closing != nil || !ticked.isEmpty
      || !moves.isEmpty || !accepted.isEmpty
  }
}

/// An action, and where it stands.
package struct Promise: Hashable, Sendable {
  /// Where an action is written.
  package enum Place: Hashable, Sendable {
    case thing(Thing)
    /// In the record of a meeting, by its place in the board.
    case meeting(Int)
  }

  package let place: Place
  /// Its place among the actions there.
  package let index: Int
  package let action: Action

  package init(place: Place, index: Int, action: Action) {
    self.place = place
    self.index = index
    self.action = action
  }
}

extension Status {
  /// Higher is better; `nil` where it is neither.
  fileprivate var rank: Int? {
    switch self {
    case .offTrack, .missed: return 0
    case .stale: return 1
    case .atRisk: return 2
    case .onTrack: return 3
    case .achieved: return 4
    case .pending: return nil
    }
  }
}

extension Verdict {
  /// Higher is better; `nil` where it is neither.
  fileprivate var rank: Int? {
    switch self {
    case .critical: return 0
    case .stale: return 1
    case .accepted: return 2
    case .tolerable: return 3
    case .healthy: return 4
    case .untracked: return nil
    }
  }
}
