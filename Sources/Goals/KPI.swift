/// A number that says whether the ship is sound on the way.
package struct KPI: Hashable, Sendable {
  /// How the readings of a period become its one number.
  package enum Total: String, CaseIterable, Hashable, Sendable {
    case last, sum, mean, min, max
  }

  /// Where the number should be.
  package struct Target: Hashable, Sendable {
    package var value: Double
    package var by: Moment?

    package init(value: Double, by: Moment?) {
      self.value = value
      self.by = by
    }
  }

  /// A red that is known and accepted for a time.
  package struct Acceptance: Hashable, Sendable {
    package var from: Moment
    package var until: Moment
    /// The value up to which it is accepted.
    package var value: Double
    package var reason: String
    package var line: Int

    package init(
      from: Moment, until: Moment, value: Double, reason: String, line: Int
    ) {
      self.from = from
      self.until = until
      self.value = value
      self.reason = reason
      self.line = line
    }
  }

  package var id: ID?
  package var title: String
  /// The line that opens it, from 1.
  package var line: Int
  package var owner: String?
  package var team: String?
  package var isPrivate = false
  package var unit: String?
  package var every: Period?
  package var healthy: Bounds?
  package var tolerable: Bounds?
  package var total: Total?
  /// The period of the total, as it is written.
  package var per: Period?
  package var target: Target?
  /// The objectives it watches over, as they are named.
  package var guards: [ID] = []
  /// The same by their places in the board, without those that do not exist.
  package var guarded: [Int] = []
  package var acceptances: [Acceptance] = []
  package var narrative: [String] = []
  package var actions: [Action] = []
  /// Its readings, as rows of the board's readings.
  package var rows = 0..<0

  package init(id: ID?, title: String, line: Int) {
    self.id = id
    self.title = title
    self.line = line
  }
}
