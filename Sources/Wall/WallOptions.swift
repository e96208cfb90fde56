import Goals

/// What a wall shows and how, as it was asked for.
package struct WallOptions: Hashable, Sendable {
  /// Whether the picture moves, against burn-in.
  package enum Shift: Hashable, Sendable {
    case none
    /// By a cell each minute, in a small circle.
    case everyMinute
  }

  /// How long a page stays, in seconds; one with something red stays twice as
  /// long.
  ///
  /// 0: pages do not turn by themselves.
  package var rotate = 20
  /// What has pages of its own, in this order; empty for everything, on as few
  /// pages as hold it.
  package var pages: [WallSubject] = []
  /// The one thing to show, whatever `pages` say.
  package var focus: WallSubject?
  package var shift = Shift.none
  /// When the picture is drawn dim; `nil` for never.
  package var dim: DimHours?

  package init() {}

  /// What was asked for, in its order; empty for everything.
  var subjects: [WallSubject] { focus.map { [$0] } ?? pages }
}

/// What a wall can be about.
package enum WallSubject: Hashable, Sendable {
  case objectives
  case kpis
  /// An objective, a key result or a KPI, whether the board has it or not.
  case thing(ID)

  /// The subject that a word names: `objectives`, `kpis`, else an id.
  package init(_ word: String) {
    switch word {
    case "objectives": self = .objectives
    case "kpis": self = .kpis
    default: self = .thing(ID(word))
    }
  }
}

/// The part of each day in which a wall is dim, also across midnight.
package struct DimHours: Hashable, Sendable {
  /// The first minute of it, from 0 to 1439.
  package let from: Int
  /// The first minute that does not belong to it.
  package let to: Int

  /// The hours that a text names, such as `19:00-07:00`; `nil` for any other
  /// text.
  ///
  /// From a time to the same time is the whole day.
  package init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = minuteOfDay(ends[0]),
      let to = minuteOfDay(ends[1])
    else { return nil }
    self.from = from
    self.to = to
  }

  /// Whether a minute of the day belongs to it.
  func contains(_ minute: Int) -> Bool {
    from < to
      ? from <= minute && minute < to : from <= minute || minute < to
  }
}

/// The minute of the day that `19:05` or `7:05` names; 24:00 is 0:00.
private func minuteOfDay(_ text: Substring) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, (1...2).contains(parts[0].utf8.count),
    parts[1].utf8.count == 2,
    parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
    let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
    hour < 24 || hour == 24 && minute == 0
  else { return nil }
  return hour % 24 * 60 + minute
}
