import Oracle
import Testing

/// Values worked out by hand, so that the second computation is one.
@Suite struct OracleTests {
  /// A value that a board has at a date, at a path such as `kpis.0.value`.
  struct Case: CustomTestStringConvertible, Sendable {
    let board: String
    let asOf: String
    let path: String
    let value: Value

    enum Value: Sendable {
      case number(Double)
      case text(String)
      case none
    }

    var testDescription: String { "\(board), \(asOf): \(path)" }

    init(_ board: String, _ asOf: String, _ path: String, _ value: Double) {
      self.init(board, asOf, path, .number(value))
    }

    init(_ board: String, _ asOf: String, _ path: String, _ value: String) {
      self.init(board, asOf, path, .text(value))
    }

    init(_ board: String, _ asOf: String, _ path: String, _ value: Value) {
      self.board = board
      self.asOf = asOf
      self.path = path
      self.value = value
    }
  }

  @Test(arguments: cases)
  func `edge boards have the values worked out by hand`(_ one: Case) throws {
    let board = try #require(
      EdgeBoard.all.first { $0.title == one.board })
    let tree = Oracle(text: board.text).show(
      asOf: one.asOf, privacy: .masked)
    try check(tree, one.path, one.value)
  }

  @Test(arguments: exampleCases)
  func `the example has the values worked out by hand`(_ one: Case) throws {
    let tree = Oracle(text: example).show(asOf: one.asOf, privacy: .masked)
    try check(tree, one.path, one.value)
  }

  @Test func `edge boards have different titles and moments`() {
    let titles = EdgeBoard.all.map(\.title)
    #expect(Set(titles).count == titles.count)
    #expect(EdgeBoard.all.allSatisfy { !$0.asOf.isEmpty })
  }

  @Test func `generated boards reach every status and every verdict`() {
    var words: Set<String> = []
    for seed in 0..<150 {
      var generator = BoardGenerator(seed: UInt64(seed))
      let board = generator.board()
      let oracle = Oracle(text: board.text)
      for asOf in board.asOf {
        let tree = oracle.show(asOf: asOf, privacy: .masked)
        for objective in tree["objectives"]?.elements ?? [] {
          words.insert(objective["status"]?.string ?? "?")
          for keyResult in objective["keyResults"]?.elements ?? [] {
            words.insert(keyResult["status"]?.string ?? "?")
            words.insert(keyResult["measure"]?.string ?? "no measure")
          }
        }
        for kpi in tree["kpis"]?.elements ?? [] {
          words.insert(kpi["verdict"]?.string ?? "?")
        }
      }
    }
    #expect(
      words == [
        "achieved", "missed", "stale", "on-track", "at-risk", "off-track",
        "pending", "range", "keep", "milestones", "no measure", "healthy",
        "tolerable", "critical", "accepted", "untracked",
      ])
  }

  @Test func `a seed gives the same board every time`() {
    var first = BoardGenerator(seed: 7)
    var second = BoardGenerator(seed: 7)
    var other = BoardGenerator(seed: 8)
    let text = first.board().text
    #expect(text == second.board().text)
    #expect(text != other.board().text)
  }

  @Test func `a tree read from its own text is the same`() throws {
    for seed in 0..<20 {
      var generator = BoardGenerator(seed: UInt64(seed))
      let board = generator.board()
      let tree = Oracle(text: board.text).show(
        asOf: board.asOf[0], privacy: .shown)
      let read = try JSONValue(parsing: "\(tree)")
      #expect(differences(expected: tree, found: read) == [])
    }
  }

  @Test func `differences name the place and both sides`() throws {
    let left = try JSONValue(
      parsing: #"{"a":[1,{"b":"x"}],"reason":"r","errors":1,"c":null}"#)
    let right = try JSONValue(
      parsing: #"{"a":[1.1,{"b":"\u0079"}],"reason":"","errors":2,"d":1}"#)
    #expect(
      differences(expected: left, found: right) == [
        "the whole: expected keys a reason c, found keys a reason d",
        "a[0]: expected 1.0, found 1.1",
        #"a[1].b: expected "x", found "y""#,
        #"reason: expected "r", found """#,
      ])
  }

  @Test(arguments: ["", "{", "[1,]", "nan", "\"\\x\"", "1 2", "\"a\nb\""])
  func `what is not JSON is refused`(_ text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  private func check(
    _ tree: JSONValue,
    _ path: String,
    _ expected: Case.Value
  ) throws {
    var found = tree
    for step in path.split(separator: ".") {
      let next = Int(step).map { found[$0] } ?? found[String(step)]
      found = try #require(next, "nothing at \(step) of \(path)")
    }
    switch expected {
    case .number(let number):
      let close = found.number.map { abs($0 - number) < 1e-9 } ?? false
      #expect(close, "\(found) is not \(number)")
    case .text(let text): #expect(found.string == text)
    case .none: #expect(found.isNull)
    }
  }
}

private typealias Case = OracleTests.Case

private let cases: [Case] =
  wayCases + windowCases + keepCases + meanCases + stateCases + kpiCases

private func keyResult(_ objective: Int, _ place: Int, _ key: String)
  -> String
{
  "objectives.\(objective).keyResults.\(place).\(key)"
}

private let wayCases: [Case] = [
  Case("B below A", "2026-06-30", keyResult(0, 0, "progress"), 1.1),
  Case("B below A", "2026-06-30", keyResult(0, 0, "status"), "achieved"),
  Case("B below A", "2026-06-30", "objectives.0.progress", 1),
  // 30 June is day 180 of 364 after 1 January.
  Case("B below A", "2026-06-30", "objectives.0.expected", 180.0 / 364),
  Case("A equals B", "2026-06-30", keyResult(0, 0, "progress"), .none),
  Case("A equals B", "2026-06-30", "objectives.0.progress", 0.25),
  Case(
    "a value beyond both ends", "2026-06-30", keyResult(0, 0, "progress"),
    1.12),
  Case(
    "a value beyond both ends", "2026-06-30", keyResult(0, 1, "progress"),
    -0.1),
  Case(
    "a value beyond both ends", "2026-06-30", "objectives.0.progress", 0.5),
  Case("no reading", "2026-06-30", keyResult(0, 0, "progress"), .none),
  Case("no reading", "2026-06-30", "objectives.0.progress", 0),
  Case(
    "readings out of order and twice on a date", "2026-03-10",
    keyResult(0, 0, "value"), 60),
  Case(
    "readings out of order and twice on a date", "2026-03-10",
    keyResult(0, 0, "confidence"), 6),
  Case(
    "readings out of order and twice on a date", "2026-03-10",
    keyResult(0, 0, "confidenceChange"), 1),
  Case(
    "readings out of order and twice on a date", "2026-03-10",
    keyResult(0, 0, "status"), "at-risk"),
  Case(
    "readings out of order and twice on a date", "2026-03-11",
    keyResult(0, 0, "confidence"), 8),
  Case(
    "readings out of order and twice on a date", "2026-03-11",
    keyResult(0, 0, "readings"), 2),
  Case("a leap day", "2024-02-28", keyResult(0, 0, "expected"), 27.0 / 28),
  Case("a leap day", "2024-02-28", "kpis.0.soFar", 1),
  Case("a leap day", "2024-02-29", "kpis.0.value", 3),
  Case("a leap day", "2024-03-01", "kpis.0.soFar", 4),
  Case(
    "a move between two readings", "2026-05-31", keyResult(0, 0, "original"),
    .none),
  Case(
    "a move between two readings", "2026-06-14", keyResult(0, 0, "progress"),
    0.25),
  Case(
    "a move between two readings", "2026-07-01", keyResult(0, 0, "progress"),
    0.5),
  Case(
    "a move between two readings", "2026-07-01",
    keyResult(0, 0, "original.progress"), 0.45),
  Case(
    "all the spellings of a number", "2026-06-30", keyResult(0, 0, "to"),
    2010),
  Case(
    "all the spellings of a number", "2026-06-30", keyResult(0, 2, "progress"),
    0.8),
]

private let windowCases: [Case] = [
  Case(
    "a cycle declared and cycles known by name", "2026-12-28", "cycles.0.end",
    "2027-01-01"),
  Case(
    "a cycle declared and cycles known by name", "2026-12-28",
    keyResult(2, 0, "due"), "2027-01-03"),
  Case(
    "a cycle declared and cycles known by name", "2026-11-15",
    keyResult(1, 0, "expected"), 14.0 / 29),
  Case(
    "a cycle declared and cycles known by name", "2026-12-28",
    keyResult(7, 0, "start"), .none),
  Case(
    "a plan with points on the ends", "2025-12-31",
    keyResult(0, 0, "expected"), 0.2),
  Case(
    "a plan with points on the ends", "2026-01-31",
    keyResult(0, 0, "expected"), 0.8),
  // Ten days to 50 and half of the twenty days from there to 100 and a quarter.
  Case(
    "a plan with points on the ends", "2026-01-16",
    keyResult(0, 1, "expected"), 0.625),
  Case(
    "a plan with points on the ends", "2026-01-16",
    keyResult(0, 2, "expected"), 0.25),
  Case("a window of one day", "2026-05-04", keyResult(0, 0, "expected"), 0),
  Case("a window of one day", "2026-05-05", keyResult(0, 0, "expected"), 1),
  Case("half a window", "2026-06-30", keyResult(0, 2, "value"), 5),
  Case(
    "milestones with and without dates", "2026-10-07",
    keyResult(0, 0, "progress"), 1.0 / 3),
  Case(
    "milestones with and without dates", "2026-10-08T12:00",
    keyResult(0, 1, "progress"), 0),
  Case(
    "milestones with and without dates", "2026-10-08",
    keyResult(0, 1, "milestones.0.on"), "2026-10-08T13:00"),
]

private let keepCases: [Case] = [
  // Two days in, two out, six in; it began on the 1st and ends with the 10th.
  Case(
    "keep with the value on the edge", "2026-06-10",
    keyResult(0, 0, "progress"), 0.8),
  Case(
    "keep with the value on the edge", "2026-06-05T12:00",
    keyResult(0, 1, "progress"), 2 / 4.5),
  // A month in and ten days of June out.
  Case(
    "keep over the window's last day", "2026-07-10",
    keyResult(0, 0, "progress"), 31.0 / 41),
  Case(
    "keep over the window's last day", "2026-07-10",
    keyResult(0, 1, "progress"), 1),
  Case(
    "keep at the very moment of its only reading", "2026-06-10T09:30",
    keyResult(0, 1, "progress"), 0),
  Case(
    "keep measured by a KPI and declared on track", "2026-06-05",
    keyResult(0, 0, "progress"), 0.2),
  Case(
    "keep measured by a KPI and declared on track", "2026-06-05",
    keyResult(0, 0, "status"), "at-risk"),
]

private let meanCases: [Case] = [
  Case("zero weights", "2026-06-30", "objectives.0.progress", .none),
  Case("zero weights", "2026-06-30", "objectives.1.progress", 0.4),
  Case("zero weights", "2026-06-30", "cycles.0.progress", 0.5),
  Case("zero weights", "2026-06-30", "cycles.0.objectives", 3),
  // Three times a half and once the 1 that comes by way of another.
  Case("living by supporters", "2026-06-30", "objectives.0.progress", 0.625),
  Case("loops in supports", "2026-06-30", "objectives.0.progress", 0.25),
  Case("loops in supports", "2026-06-30", "objectives.2.progress", 0.25),
  Case(
    "measured by the sum of a KPI", "2027-01-31", keyResult(0, 0, "value"),
    121),
  Case(
    "measured by the sum of a KPI", "2026-10-20", keyResult(0, 0, "readings"),
    2),
  Case(
    "a key result without pace among others", "2026-06-30",
    "objectives.0.expected", .none),
]

private let stateCases: [Case] =
  ["on-track", "at-risk", "at-risk", "off-track", "on-track", "achieved"]
  .enumerated().map { place, status in
    Case(
      "gaps on their thresholds", "2026-01-06",
      keyResult(0, place, "status"), status)
  } + [
    Case(
      "a tenth of the window", "2026-01-01", keyResult(0, 0, "status"),
      "pending"),
    Case(
      "a tenth of the window", "2026-01-02", keyResult(0, 0, "status"),
      "on-track"),
    // Ten days are not more than ten and a half, eleven are.
    Case("stale by age", "2026-06-11", "objectives.1.status", "on-track"),
    Case("stale by age", "2026-06-12", "objectives.1.status", "stale"),
    Case("stale by age", "2026-06-12", keyResult(0, 1, "status"), "on-track"),
    Case("stale by age", "2026-06-13", keyResult(0, 1, "status"), "stale"),
    Case("stale by age", "2026-07-16", keyResult(0, 2, "status"), "on-track"),
    Case("stale by age", "2026-07-17", keyResult(0, 2, "status"), "stale"),
    Case(
      "stale within a day", "2026-06-01T10:00", keyResult(0, 0, "status"),
      "on-track"),
    Case(
      "stale within a day", "2026-06-01T10:00:01", keyResult(0, 0, "status"),
      "stale"),
    Case("stale within a day", "2026-06-01T10:00", "kpis.0.verdict", "healthy"),
    Case(
      "stale within a day", "2026-06-01T10:00:01", "kpis.0.verdict", "stale"),
    Case(
      "closed by score", "2026-06-30", "objectives.0.status", "missed"),
    Case(
      "closed by score", "2026-12-31", keyResult(0, 0, "status"), "achieved"),
    Case("closed by score", "2026-06-30", keyResult(0, 1, "status"), "missed"),
    Case(
      "closed by score", "2026-06-30", "objectives.1.status", "achieved"),
    Case(
      "closed by score", "2026-06-30", keyResult(1, 0, "closed.note"),
      "keepers win"),
    Case("private things", "2026-06-30", "objectives.0.title", "•••"),
    Case("private things", "2026-06-30", keyResult(0, 0, "progress"), 0.3),
    Case("private things", "2026-06-30", keyResult(0, 0, "value"), "•••"),
    Case("private things", "2026-06-30", "kpis.0.healthy.to", .none),
  ]

private let kpiCases: [Case] = [
  Case(
    "ids with dots and non-Latin letters", "2026-06-30",
    keyResult(0, 1, "value"), 6),
  Case(
    "ids with dots and non-Latin letters", "2026-06-30",
    keyResult(0, 2, "value"), 5),
  Case(
    "a reading before the thing it names", "2026-06-29",
    keyResult(0, 0, "value"), 6),
  Case(
    "a reading before the thing it names", "2026-06-29",
    keyResult(0, 0, "confidence"), 8),
  Case("what stands twice", "2026-06-30", "objectives.1.id", .none),
  Case("awkward letters", "2026-06-30", "objectives.0.owner", "Grace  Hopper"),
  Case("words after a value", "2026-06-30", keyResult(0, 0, "confidence"), 10),
  Case(
    "the past and the future", "2026-06-15T09:29:59", keyResult(0, 0, "value"),
    1),
  // The week of 8 June: 3 on the 14th. The one before: 1 and 5 are one moment.
  Case("sum per period", "2026-06-14", "kpis.3.value", 3),
  Case("sum per period", "2026-06-14", "kpis.3.previous", 11.5),
  Case("mean per period", "2026-06-14", "kpis.3.previous", 11.5 / 3),
  Case("min per period", "2026-06-14", "kpis.3.previous", 2.5),
  Case("max per period", "2026-06-14", "kpis.3.previous", 5),
  Case("last per period", "2026-06-14", "kpis.3.previous", 2.5),
  Case("sum per period", "2026-06-21", "kpis.3.changePercent", 200),
  // The first two weeks after Monday, 1 June are half of two periods.
  Case("sum per period", "2026-06-21", "kpis.4.value", 12),
  Case(
    "a first period that is not complete", "2026-06-07", "kpis.0.value", 3),
  Case(
    "a first period that is not complete", "2026-06-07", "kpis.1.value",
    .none),
  Case("changes", "2026-06-30", "kpis.0.changePercent", .none),
  Case("changes", "2026-06-30", "kpis.1.changePercent", 25),
  Case("changes", "2026-06-30", "kpis.2.change", -10),
  Case("changes", "2026-06-30", "kpis.2.changePercent", .none),
  Case("accepted for a time", "2026-05-31", "kpis.0.verdict", "critical"),
  Case("accepted for a time", "2026-06-10", "kpis.0.verdict", "accepted"),
  Case("accepted for a time", "2026-06-20", "kpis.0.verdict", "critical"),
  Case("accepted for a time", "2026-06-01", "kpis.2.verdict", "accepted"),
  Case("accepted for a time", "2026-06-10", "kpis.2.verdict", "critical"),
  Case("ranges and their ends", "2026-06-30", "kpis.1.verdict", "tolerable"),
]

private let exampleCases: [Case] = [
  Case("example", "2026-11-22", keyResult(1, 0, "progress"), 4.0 / 13),
  Case(
    "example", "2026-11-22", keyResult(1, 0, "original.progress"), 4.0 / 18),
  Case("example", "2026-11-22", keyResult(1, 0, "expected"), 52.0 / 91),
  Case("example", "2026-11-22", keyResult(1, 0, "status"), "stale"),
  Case("example", "2026-10-20", keyResult(1, 0, "status"), "at-risk"),
  Case("example", "2026-11-22", keyResult(1, 0, "confidenceChange"), -2),
  Case("example", "2026-11-22", keyResult(1, 1, "progress"), 1.0 / 3),
  Case("example", "2026-11-22", keyResult(1, 1, "expected"), 2.0 / 3),
  Case("example", "2026-11-22", keyResult(1, 2, "progress"), 1),
  Case(
    "example", "2026-11-22", "objectives.1.progress",
    (2 * 4.0 / 13 + 1.0 / 3 + 1) / 4),
  Case(
    "example", "2026-11-22", "objectives.0.progress",
    (2 * 4.0 / 13 + 1.0 / 3 + 1) / 4),
  Case("example", "2026-11-22", "cycles.0.elapsed", 52.0 / 91),
  Case("example", "2026-11-22", "kpis.0.change", 0.03),
  Case("example", "2026-11-22", "kpis.0.last", "2026-10-02T09:30"),
  Case("example", "2026-10-03", "kpis.1.soFar", 131),
  Case("example", "2026-11-22", "meetings.0.actions.0.on", "2026-10-13"),
  Case("example", "2026-11-22", "meetings.0.people.1", "Grace"),
]

/// A board with a bit of everything.
private let example = """
  board    Acme Robotics
  mission  Robots people trust
  every    week

  cycle 2026-Q4 2026-10-01 .. 2026-12-31

  objective [trust] Become the robot that people trust with their parents
    cycle    2026
    owner    Lin

  objective [onboard] Make the first week with our robot unforgettable
    cycle    2026-Q4
    owner    Ada
    team     Growth
    with     Support, Design
    kind     aspirational
    supports [trust]
    > The first week decides whether a customer stays.
    action [ ] 2026-10-26 @Ada Call the survey vendor

    kr [nps] New customers recommend us
      owner  Grace
      from 32 to 50 points
      weight 2
      2026-10-05  34  6/10  @Grace  First survey is back
      2026-10-12  36  7/10
      2026-10-19  36  5/10  at-risk  @Grace  Vendor is late, same again
      moved 2026-11-02 to 45  The pilot starts two weeks late

    kr [tour] The guided tour is live for everyone
      milestone [x 2026-10-08] 2026-10-09 Script approved
      milestone [ ] 2026-11-06 Five customers have tried it
      milestone [ ] 2026-12-11 Live for everyone

    kr [uptime] The cloud side never gets in the way
      keep above 99.9 %
      measured by [availability]

  kpi [availability] Cloud availability
    unit      %
    healthy   99.9 ..
    tolerable 99.5 ..
    every     day
    guards    [onboard]
    2026-10-01T09:30  99.95
    2026-10-02T09:30  99.98

  kpi [signups] Signups
    total     sum per week
    target    400 by 2026-12-31
    2026-10-01  41
    2026-10-02  38

  meeting 2026-10-12 Weekly @Ada @Grace
    decision Move the tour ahead of the handbook
    action [x 2026-10-13] 2026-10-14 @Grace Ask support for their questions

  reading [signups] 2026-10-03 52
  """
