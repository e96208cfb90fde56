/// A board as it stands in its file, without any number computed.
struct Board: Sendable {
  var title: String?
  var every: Duration?
  var cycles: [Cycle] = []
  var objectives: [Objective] = []
  var kpis: [KPI] = []
  var meetings: [Meeting] = []
}

/// An id, compared byte by byte, since `String` takes some spellings for equal.
struct Reference: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

struct Cycle: Sendable {
  let name: String
  let span: Span
}

/// What a reading's line says, and where it stands.
struct Entry: Sendable {
  let moment: Moment
  let line: Int
  var value: Double?
  var confidence: Int?
  var status: String?
}

struct Objective: Sendable {
  let id: Reference?
  let title: String?
  let line: Int
  var shared = Shared()
  var contributors: [String]?
  var kind: String?
  var supports: [(id: Reference, line: Int)] = []
  var keyResults: [KeyResult] = []
}

struct KeyResult: Sendable {
  let id: Reference?
  let title: String?
  let line: Int
  var shared = Shared()
  var measure: Measure?
  var kpi: Reference?
  var plan: [(day: Day, value: Double)] = []
  var moves: [Move] = []
  var start: Day?
  var due: Day?
}

struct KPI: Sendable {
  let id: Reference?
  let title: String?
  let line: Int
  var shared = Shared()
  var unit: String?
  var healthy: Range?
  var tolerable: Range?
  var total: Total?
  var target: (value: Double, by: Moment?)?
  var guards: [Reference] = []
  var accepted: [Acceptance] = []
}

/// What objectives, key results and KPIs can all have.
struct Shared: Sendable {
  var owner: String?
  var team: String?
  var cycle: String?
  var weight: Double?
  var isPrivate = false
  var every: Duration?
  var entries: [Entry] = []
  var actions: [Action] = []
  var close: Close?
}

enum Measure: Sendable {
  case way(from: Double, to: Double, unit: String?)
  case keep(Range, unit: String?)
  case milestones([Milestone])
}

struct Range: Sendable {
  var from: Double?
  var to: Double?

  func contains(_ value: Double) -> Bool { distance(to: value) == 0 }

  /// How far `value` lies outside, 0 where it lies inside.
  func distance(to value: Double) -> Double {
    if let from, value < from { return from - value }
    if let to, value > to { return value - to }
    return 0
  }
}

struct Milestone: Sendable {
  let tick: Tick
  let due: Moment?
  let text: String?
}

struct Action: Sendable {
  let tick: Tick
  let due: Moment?
  let who: String?
  let text: String?
}

struct Move: Sendable {
  let moment: Moment
  let from: Double?
  let to: Double
}

struct Close: Sendable {
  let moment: Moment
  let score: Double
  let then: String?
  let note: String?
}

struct Total: Sendable {
  let kind: String
  let per: Duration?
}

struct Acceptance: Sendable {
  let first: Moment
  let last: Day
  let value: Double
}

struct Meeting: Sendable {
  let moment: Moment
  let title: String?
  let people: [String]
  let line: Int
  var decisions: [String] = []
  var blockers: [String] = []
  var parked: [String] = []
  var actions: [Action] = []
  var next: Moment?
}
