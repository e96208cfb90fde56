/// What measures whether an objective is reached.
package struct KeyResult: Hashable, Sendable {
  /// How it is measured.
  package enum Measure: Hashable, Sendable {
    /// A number on its way.
    case range(from: Double, to: Double, unit: String?)
    /// A number to hold.
    case keep(Bounds, unit: String?)
    /// Steps that are done or not.
    case milestones
  }

  /// The goalposts moved.
  package struct Move: Hashable, Sendable {
    package var moment: Moment
    /// The new start, or `nil` where it stays.
    package var from: Double?
    package var to: Double
    package var reason: String
    package var line: Int

    package init(
      moment: Moment, from: Double?, to: Double, reason: String, line: Int
    ) {
      self.moment = moment
      self.from = from
      self.to = to
      self.reason = reason
      self.line = line
    }
  }

  /// A step that is done or not.
  package struct Milestone: Hashable, Sendable {
    package var box: Box
    package var due: Moment?
    package var text: String
    package var line: Int

    package init(box: Box, due: Moment?, text: String, line: Int) {
      self.box = box
      self.due = due
      self.text = text
      self.line = line
    }
  }

  /// Where the value is meant to be on a day.
  package struct PlanPoint: Hashable, Sendable {
    package var moment: Moment
    package var value: Double
    package var line: Int

    package init(moment: Moment, value: Double, line: Int) {
      self.moment = moment
      self.value = value
      self.line = line
    }

    package var day: Day { moment.day }
  }

  package var id: ID?
  package var title: String
  /// The line that opens it, from 1.
  package var line: Int
  /// The objective it belongs to, by its place in the board.
  package var objective: Int
  package var owner: String?
  /// Its share in means; 1 if not given.
  package var weight: Double?
  package var isPrivate = false
  package var every: Period?
  package var cycle: String?
  package var start: Moment?
  package var due: Moment?
  package var measure: Measure?
  /// The KPI that its numbers come from, as it is named.
  package var kpiID: ID?
  /// The same by its place in the board; `nil` where there is no such KPI.
  package var kpi: Int?
  package var milestones: [Milestone] = []
  package var plan: [PlanPoint] = []
  package var moves: [Move] = []
  package var narrative: [String] = []
  package var actions: [Action] = []
  package var closing: Closing?
  package var cause: String?
  /// Its check-ins, as rows of the board's readings.
  package var rows = 0..<0

  package init(id: ID?, title: String, line: Int, objective: Int) {
    self.id = id
    self.title = title
    self.line = line
    self.objective = objective
  }

  /// The unit of its number, or `nil` where it has none.
  package var unit: String? {
    switch measure {
    case .range(_, _, let unit), .keep(_, let unit): return unit
    case .milestones, nil: return nil
    }
  }
}
