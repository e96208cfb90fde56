/// Where a team wants to go.
package struct Objective: Hashable, Sendable {
  /// What counts as reached.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// All of it: 1.00.
    case committed
    /// Most of it: 0.70.
    case aspirational
    /// To have learned, whatever the score.
    case learning

    /// The score from which it counts as reached.
    package var bar: Double {
      switch self {
      case .committed: return 1
      case .aspirational: return 0.7
      case .learning: return 0
      }
    }

    /// Whether a score counts as reached.
    package func isReached(by score: Double) -> Bool {
      score >= bar - tolerance
    }
  }

  package var id: ID?
  package var title: String
  /// The line that opens it, from 1.
  package var line: Int
  package var owner: String?
  package var team: String?
  package var contributors: [String] = []
  /// The name of its cycle.
  package var cycle: String?
  package var kind: Kind?
  /// The objectives that it serves, as they are named.
  package var supports: [ID] = []
  /// The objectives that it serves, by their place in the board; without those
  /// that do not exist and those that would close a loop.
  package var parents: [Int] = []
  /// Its share in means; 1 if not given.
  package var weight: Double?
  package var isPrivate = false
  /// How often its key results are due by default.
  package var every: Period?
  package var narrative: [String] = []
  package var actions: [Action] = []
  package var closing: Closing?
  package var cause: String?
  /// Its own check-ins, as rows of the board's readings.
  package var rows = 0..<0
  /// Its key results, by their places in the board.
  package var keyResults = 0..<0

  package init(id: ID?, title: String, line: Int) {
    self.id = id
    self.title = title
    self.line = line
  }
}

/// Something somebody promised to do.
package struct Action: Hashable, Sendable {
  package var box: Box
  package var due: Moment?
  package var person: String?
  package var text: String
  package var line: Int

  package init(
    box: Box, due: Moment?, person: String?, text: String, line: Int
  ) {
    self.box = box
    self.due = due
    self.person = person
    self.text = text
    self.line = line
  }
}

/// Whether something is done, and since when.
package enum Box: Hashable, Sendable {
  case open
  /// Done, on a day that is known or not.
  case done(on: Moment?)

  /// The box as it stands at `now`: a tick of a later date is still to come.
  package func known(at now: Now) -> Box {
    if case .done(let moment?) = self, !now.knows(moment) { return .open }
    return self
  }

  package var isDone: Bool { self != .open }

  package var moment: Moment? {
    guard case .done(let moment) = self else { return nil }
    return moment
  }
}

/// The final word on an objective or a key result.
package struct Closing: Hashable, Sendable {
  /// What becomes of it in the next cycle.
  package enum Next: String, CaseIterable, Hashable, Sendable {
    case keep, change, drop
  }

  package var moment: Moment
  /// From 0 to 1.
  package var score: Double
  package var next: Next?
  package var note: String
  package var line: Int

  package init(
    moment: Moment, score: Double, next: Next?, note: String, line: Int
  ) {
    self.moment = moment
    self.score = score
    self.next = next
    self.note = note
    self.line = line
  }
}
