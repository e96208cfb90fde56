import Goals

/// What a page is about.
package enum Topic: Hashable, Sendable {
  case thing(Thing)
  /// The tree of objectives, without what supports these.
  case alignment(hiding: Set<Int>)
  /// What a thing has to do with in one way.
  case relatives(of: Thing, Relation)
  /// A page of the meeting that is being held.
  case meeting(Stop)
  /// What came of a walk through all that was due.
  case walked(WalkSummary)
  /// All cycles side by side.
  case cycles
  /// How the cycle of that name came out.
  case review(cycle: String)
  /// How the board is kept.
  case practice
  /// What everybody promised to do.
  case actions

  /// Whether there is something to draw a chart of.
  func hasChart(_ outlook: Outlook) -> Bool {
    switch self {
    case .thing(let thing): ChartsView.exists(outlook, thing)
    case .alignment, .relatives, .meeting, .walked, .cycles, .review, .practice,
      .actions:
      false
    }
  }
}

extension Outlook {
  /// What that topic of an older board is on this one; `nil` where it is gone.
  func successor(of topic: Topic, in old: Outlook) -> Topic? {
    switch topic {
    case .thing(let thing): successor(of: thing, in: old).map { .thing($0) }
    case .alignment(let hidden):
      .alignment(hiding: successors(of: hidden, in: old))
    case .relatives(let thing, let relation):
      successor(of: thing, in: old).map { .relatives(of: $0, relation) }
    case .meeting, .practice, .actions: topic
    case .walked(let summary): .walked(summary.following(self, from: old))
    case .cycles: .cycles
    case .review(let name): board.cycle(named: name).map { _ in topic }
    }
  }

  /// What has become of these objectives, without those that are gone.
  func successors(of objectives: Set<Int>, in old: Outlook) -> Set<Int> {
    Set(
      objectives.compactMap { index in
        guard
          case .objective(let new)? = successor(of: .objective(index), in: old)
        else { return nil }
        return new
      })
  }
}
