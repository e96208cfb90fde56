import GoalFile
import Goals
import Testing

/// Every rule of what the numbers mean, each with a board and what must come
/// out, worked out by hand.
struct NumbersTests {
  struct Rule: CustomTestStringConvertible, Sendable {
    /// The rule, in a sentence.
    let sentence: String
    let board: String
    let asOf: String
    /// What is said of the first key result (`kr`), the first objective (`o`),
    /// the first KPI (`kpi`) or the first cycle (`cycle`).
    let expected: [String: String]

    init(
      _ sentence: String, _ asOf: String, _ expected: [String: String],
      _ board: String
    ) {
      self.sentence = sentence
      self.asOf = asOf
      self.expected = expected
      self.board = board
    }

    var testDescription: String { sentence }
  }

  @Test(
    arguments: keyResultRules + objectiveRules + statusRules + kpiRules
      + pastRules)
  func `the numbers follow the rule`(_ rule: Rule) throws {
    let moment = try #require(Moment(written: rule.asOf))
    let board = Document(Array(rule.board.utf8)).board
    let facts = Facts(board, standing(of: board, at: Now(moment)))
    for (name, value) in rule.expected {
      #expect(facts[name] == value, "\(name)")
    }
  }

  /// A quarter of 92 days: half of it has passed on the 46th day after the first.
  private static func quarter(_ lines: String, objective: String = "") -> String
  {
    """
    cycle Q 2026-10-01 .. 2026-12-31
    objective [o] Go
      cycle Q
    \(objective)
      kr [k] Measure
    \(lines)

    """
  }

  static let keyResultRules = [
    Rule(
      "the value is the last reading that carries a number", "2026-11-22",
      ["kr.value": "20", "kr.readings": "2"],
      quarter("from 0 to 40\n2026-10-10 10\n2026-11-10 20\n2026-11-12 - 5/10")),
    Rule(
      "readings may stand in any order", "2026-11-22", ["kr.value": "20"],
      quarter("from 0 to 40\n2026-11-10 20\n2026-10-10 10")),
    Rule(
      "of two with one moment the later line's words replace the earlier's",
      "2026-11-22",
      ["kr.value": "30", "kr.confidence": "6", "kr.readings": "1"],
      quarter("from 0 to 40\n2026-11-10 20 6/10\n2026-11-10 30")),
    Rule(
      "progress is the share of the way", "2026-11-22", ["kr.progress": "0.25"],
      quarter("from 10 to 50\n2026-11-10 20")),
    Rule(
      "a target below the start counts down", "2026-11-22",
      ["kr.progress": "0.5"],
      quarter("from 50 to 10\n2026-11-10 30")),
    Rule(
      "progress is not clamped above", "2026-11-22", ["kr.progress": "1.25"],
      quarter("from 0 to 40\n2026-11-10 50")),
    Rule(
      "progress is not clamped below", "2026-11-22", ["kr.progress": "-0.25"],
      quarter("from 0 to 40\n2026-11-10 -10")),
    Rule(
      "without a reading there is no progress, and it counts as 0 in a mean",
      "2026-11-22",
      ["kr.progress": "none", "o.progress": "0"], quarter("from 0 to 40")),
    Rule(
      "where start and target are the same there is no progress", "2026-11-22",
      ["kr.progress": "none"],
      quarter("from 5 to 5\n2026-11-10 5")),
    Rule(
      "moved goalposts hold from their date on", "2026-11-22",
      ["kr.to": "80", "kr.progress": "0.25", "kr.original": "0.5"],
      quarter("from 0 to 40\nmoved 2026-11-01 to 80 why\n2026-11-10 20")),
    Rule(
      "goalposts that move later stand where they were", "2026-10-20",
      ["kr.to": "40", "kr.original": "none"],
      quarter("from 0 to 40\nmoved 2026-11-01 to 80 why\n2026-10-10 20")),
    Rule(
      "of two moves on one day the later line holds", "2026-11-22",
      ["kr.to": "90"],
      quarter(
        "from 0 to 40\nmoved 2026-11-01 to 80 why\nmoved 2026-11-01 to 90 why")),
    Rule(
      "a move may give a new start too", "2026-11-22",
      ["kr.from": "10", "kr.progress": "0.25"],
      quarter("from 0 to 40\nmoved 2026-11-01 from 10 to 50 why\n2026-11-10 20")
    ),
    Rule(
      "milestones are done over all, a dated tick from its day", "2026-11-22",
      ["kr.progress": "0.5", "kr.done": "1"],
      quarter("milestone [x 2026-11-01] one\nmilestone [x 2026-12-01] two")),
    Rule(
      "keep is the share of time in the range", "2026-10-10",
      ["kr.progress": "0.5", "kr.expected": "1"],
      quarter("keep above 10\n2026-10-01 12\n2026-10-06 5")),
    Rule(
      "the ends of a keep belong to it", "2026-10-02", ["kr.progress": "1"],
      quarter("keep between 5 and 10\n2026-10-01 10")),
    Rule(
      "keep does not count beyond the window's last day", "2027-03-01",
      ["kr.progress": "0.5"],
      "cycle Q 2026-10-01 .. 2026-10-10\nobjective A\ncycle Q\nkr B\nkeep above 10\n2026-10-01 12\n2026-10-06 5\n"
    ),
    Rule(
      "a key result measured by a KPI takes its readings inside the window",
      "2026-11-22",
      ["kr.value": "7", "kr.readings": "1"],
      quarter("from 0 to 10\nmeasured by [p]")
        + "kpi [p] P\n2026-09-30 3\n2026-11-01 7\n2027-01-01 9\n"),
    Rule(
      "where the KPI totals by sum the value is the sum", "2026-11-22",
      ["kr.value": "9"],
      quarter("from 0 to 10\nmeasured by [p]")
        + "kpi [p] P\ntotal sum per week\n2026-09-30 3\n2026-11-01 7\n2026-11-02 2\n"
    ),
    Rule(
      "no measure means nothing and is left out of the mean", "2026-11-22",
      ["o.progress": "0.5"],
      "objective A\nkr Nothing\nkr Half\nfrom 0 to 10\n2026-11-01 5\n"),
    Rule(
      "the expected progress is the share of whole days", "2026-11-22",
      ["kr.expected": num(52.0 / 91)],
      quarter("from 0 to 40")),
    Rule(
      "start and due narrow the window", "2026-11-11", ["kr.expected": "0.5"],
      quarter("from 0 to 40\nstart 2026-11-01\ndue 2026-11-21")),
    Rule(
      "a window of one day is passed from that day on", "2026-11-01",
      ["kr.expected": "1"],
      quarter("from 0 to 40\nstart 2026-11-01\ndue 2026-11-01")),
    Rule(
      "before the window nothing is expected", "2026-09-01",
      ["kr.expected": "0"], quarter("from 0 to 40")),
    Rule(
      "plan points bend the expected line", "2026-11-06",
      ["kr.expected": "0.25"],
      quarter(
        "from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\nplan 2026-11-11 20")),
    Rule(
      "a plan point on an end replaces that end", "2026-11-01",
      ["kr.expected": "0.1"],
      quarter(
        "from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\nplan 2026-11-01 4")),
    Rule(
      "a plan point outside the window is ignored", "2026-11-11",
      ["kr.expected": "0.5"],
      quarter(
        "from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\nplan 2026-12-01 4")),
    Rule(
      "milestones that all have due dates expect the share due by today",
      "2026-11-22", ["kr.expected": "0.5"],
      quarter("milestone [ ] 2026-11-22 one\nmilestone [ ] 2026-11-23 two")),
    Rule(
      "milestones of which one has no due date go by the calendar",
      "2026-11-22", ["kr.expected": num(52.0 / 91)],
      quarter("milestone [ ] 2026-11-22 one\nmilestone [ ] two")),
    Rule(
      "without a window nothing is expected", "2026-11-22",
      ["kr.expected": "none", "kr.status": "pending"],
      "objective A\nkr B\nfrom 0 to 10\n2026-11-20 9\n"),
    Rule(
      "numbers are rounded as one decimal number", "2026-11-22",
      ["kr.to": "2010"], quarter("from 0 to 2.01k")),
    Rule(
      "confidence is the last one given, and its change from the one before",
      "2026-11-22",
      ["kr.confidence": "5", "kr.confidenceChange": "-2"],
      quarter(
        "from 0 to 40\n2026-11-01 1 7/10\n2026-11-08 2 5/10\n2026-11-15 3")),
  ]

  static let objectiveRules = [
    Rule(
      "an objective is the mean of its key results by weight", "2026-11-22",
      ["o.progress": "0.625"],
      "objective A\nkr B\nweight 3\nfrom 0 to 10\n2026-11-01 5\nkr C\nfrom 0 to 10\n2026-11-01 10\n"
    ),
    Rule(
      "progress is clamped where it enters a mean", "2026-11-22",
      ["o.progress": "0.5"],
      "objective A\nkr B\nfrom 0 to 10\n2026-11-01 -50\nkr C\nfrom 0 to 10\n2026-11-01 50\n"
    ),
    Rule(
      "with all weights 0 there is no mean", "2026-11-22",
      ["o.progress": "none"],
      "objective A\nkr B\nweight 0\nfrom 0 to 10\n2026-11-01 5\n"),
    Rule(
      "where one expected progress is missing there is none", "2026-11-22",
      ["o.expected": "none"],
      "objective A\nkr B\nstart 2026-11-01\ndue 2026-12-01\nfrom 0 to 10\nkr C\nfrom 0 to 10\n"
    ),
    Rule(
      "without key results it lives by its supporters", "2026-11-22",
      ["o.progress": "0.5"],
      "objective [a] A\nobjective B\nsupports [a]\nkr C\nfrom 0 to 10\n2026-11-01 5\n"
    ),
    Rule(
      "a loop is cut at the line that closes it", "2026-11-22",
      ["o.progress": "0.5"],
      "objective [a] A\nsupports [b]\nobjective [b] B\nsupports [a]\nkr C\nfrom 0 to 10\n2026-11-01 5\nobjective [c] C\nsupports [a]\nkr D\nfrom 0 to 10\n2026-11-01 5\n"
    ),
    Rule(
      "a cycle is the mean over its objectives that have a progress, by weight",
      "2026-11-22", ["cycle.progress": "0.75"],
      "objective A\ncycle 2026-Q4\nweight 2\nkr B\nfrom 0 to 8\n2026-11-01 8\nobjective C\ncycle 2026-Q4\nweight 2\nkr D\nfrom 0 to 8\n2026-11-01 4\nobjective E\ncycle 2026-Q4\n"
    ),
    Rule(
      "an ISO week 53 is a cycle", "2026-12-31",
      ["cycle.start": "2026-12-28", "cycle.end": "2027-01-03"],
      "objective A\ncycle 2026-W53\n"),
    Rule(
      "a declared cycle goes before what its name would say", "2026-12-31",
      ["cycle.start": "2026-10-05"],
      "cycle 2026-Q4 2026-10-05 .. 2026-12-31\nobjective A\ncycle 2026-Q4\n"),
    Rule(
      "an objective is at best at risk while a key result is off track",
      "2026-11-22", ["o.status": "at-risk"],
      quarter("from 0 to 10\n2026-11-20 10", objective: "")
        + "kr Off\nfrom 0 to 10\n2026-11-20 - off-track\nkr B\nfrom 0 to 10\n2026-11-20 10\n"
    ),
    Rule(
      "an objective is stale when all its open key results are", "2026-11-22",
      ["o.status": "stale"],
      quarter("from 0 to 10\n2026-10-20 10")
        + "kr Closed\nfrom 0 to 10\nclose 2026-11-01 1.0 done\n"),
    Rule(
      "an objective with key results is not stale by its own age", "2026-11-22",
      ["o.status": "on-track"],
      quarter("from 0 to 10\n2026-11-20 6")),
  ]

  static let statusRules = [
    Rule(
      "closed goes before everything", "2026-11-22", ["kr.status": "missed"],
      quarter("from 0 to 10\n2026-10-02 10 on-track\nclose 2026-11-01 0.69 why")
    ),
    Rule(
      "an aspirational one is achieved at 0.70", "2026-11-22",
      ["kr.status": "achieved"],
      quarter("from 0 to 10\nclose 2026-11-01 0.7 why")),
    Rule(
      "a committed one is achieved at 1.00 only", "2026-11-22",
      ["kr.status": "missed"],
      quarter(
        "from 0 to 10\nclose 2026-11-01 0.99 why", objective: "kind committed")),
    Rule(
      "learning is always achieved", "2026-11-22", ["kr.status": "achieved"],
      quarter(
        "from 0 to 10\nclose 2026-11-01 0 why", objective: "kind learning")),
    Rule(
      "it is stale when older than one and a half times every", "2026-11-22",
      ["kr.status": "stale", "kr.age": "11"],
      quarter("from 0 to 10\n2026-11-11 6")),
    Rule(
      "ten days are not older than one and a half weeks", "2026-11-22",
      ["kr.status": "on-track", "kr.age": "10"],
      quarter("from 0 to 10\n2026-11-12 6")),
    Rule(
      "its own every goes before the objective's", "2026-11-22",
      ["kr.status": "on-track"],
      quarter("every month\nfrom 0 to 10\n2026-10-20 6", objective: "every day")
    ),
    Rule(
      "every below a day is counted by the clock", "2026-11-22T12:00",
      ["kr.status": "stale"],
      quarter("every hour\nfrom 0 to 10\n2026-11-22T10:00 6")),
    Rule(
      "before the first check-in the age is counted from the window's first day",
      "2026-10-12", ["kr.status": "stale"],
      quarter("from 0 to 10")),
    Rule(
      "it is never stale before its window begins", "2026-09-30",
      ["kr.status": "pending"],
      quarter("from 0 to 10\n2026-01-01 5")),
    Rule(
      "a dated tick is a sign of life", "2026-11-22", ["kr.status": "at-risk"],
      quarter(
        "2026-10-20 -\nmilestone [x 2026-11-20] one\nmilestone [ ] two\nmilestone [ ] three"
      )),
    Rule(
      "a declared status goes before the gap", "2026-11-22",
      ["kr.status": "off-track"],
      quarter("from 0 to 10\n2026-11-20 9 off-track")),
    Rule(
      "the next check-in without one ends it", "2026-11-22",
      ["kr.status": "on-track"],
      quarter("from 0 to 10\n2026-11-19 9 off-track\n2026-11-20 9")),
    Rule(
      "reaching the target is achieved", "2026-11-22",
      ["kr.status": "achieved"],
      quarter("from 0 to 10\n2026-11-20 10")),
    Rule(
      "a keep is not achieved by being in its range", "2026-11-22",
      ["kr.status": "on-track"],
      quarter("keep above 5\n2026-11-20 10")),
    Rule(
      "a keep out of its range is at best at risk", "2026-11-22",
      ["kr.status": "at-risk"],
      quarter("keep above 5\n2026-10-01 10\n2026-11-21 4")),
    Rule(
      "it is pending while less than a tenth of the window has passed",
      "2026-10-09", ["kr.status": "pending"],
      quarter("from 0 to 10\n2026-10-05 0")),
    Rule(
      "a gap of -0.10 is on track", "2026-11-11", ["kr.status": "on-track"],
      quarter("from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\n2026-11-10 16")),
    Rule(
      "a gap below -0.10 is at risk", "2026-11-11", ["kr.status": "at-risk"],
      quarter(
        "from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\n2026-11-10 15.99")),
    Rule(
      "a gap of -0.25 is at risk", "2026-11-11", ["kr.status": "at-risk"],
      quarter("from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\n2026-11-10 10")),
    Rule(
      "a gap below -0.25 is off track", "2026-11-11",
      ["kr.status": "off-track"],
      quarter("from 0 to 40\nstart 2026-11-01\ndue 2026-11-21\n2026-11-10 9.99")
    ),
  ]

  static let kpiRules = [
    Rule(
      "without a period the number is the last reading, the previous the one before",
      "2026-11-22",
      [
        "kpi.value": "8", "kpi.previous": "5", "kpi.change": "3",
        "kpi.changePercent": "60",
      ],
      "kpi A\n2026-11-20 5\n2026-11-21 8\n"),
    Rule(
      "a change in a % unit is given in points only", "2026-11-22",
      ["kpi.change": "3", "kpi.changePercent": "none"],
      "kpi A\nunit %\n2026-11-20 5\n2026-11-21 8\n"),
    Rule(
      "a sum is that of the last complete period", "2026-11-21",
      ["kpi.value": "12", "kpi.previous": "7", "kpi.soFar": "4"],
      "kpi A\ntotal sum per week\n2026-11-02 7\n2026-11-09 5\n2026-11-15 7\n2026-11-16 4\n"
    ),
    Rule(
      "at 24:00 of its last day a period is complete", "2026-11-22",
      ["kpi.value": "4"],
      "kpi A\ntotal sum per week\n2026-11-09 5\n2026-11-16 4\n"),
    Rule(
      "a sum without per is taken per every", "2026-11-21T12:00",
      ["kpi.value": "3"],
      "kpi A\nevery day\ntotal sum\n2026-11-20T09:00 1\n2026-11-20T10:00 2\n2026-11-21 9\n"
    ),
    Rule(
      "a mean is that of the period's readings", "2026-11-21",
      ["kpi.value": "6"],
      "kpi A\ntotal mean per week\n2026-11-09 5\n2026-11-15 7\n2026-11-16 4\n"),
    Rule(
      "min is the least of the period", "2026-11-21", ["kpi.value": "5"],
      "kpi A\ntotal min per week\n2026-11-09 5\n2026-11-15 7\n2026-11-16 4\n"),
    Rule(
      "max is the most of the period", "2026-11-21", ["kpi.value": "7"],
      "kpi A\ntotal max per week\n2026-11-09 5\n2026-11-15 7\n2026-11-16 4\n"),
    Rule(
      "a first period that began before the first reading is not complete",
      "2026-11-21", ["kpi.value": "none"],
      "kpi A\ntotal sum per week\n2026-11-10 5\n"),
    Rule(
      "a period without readings between two with counts 0 in sums",
      "2026-11-22", ["kpi.value": "4", "kpi.previous": "0"],
      "kpi A\ntotal sum per week\n2026-11-02 5\n2026-11-16 4\n"),
    Rule(
      "and none in means", "2026-11-22",
      ["kpi.value": "4", "kpi.previous": "none"],
      "kpi A\ntotal mean per week\n2026-11-02 5\n2026-11-16 4\n"),
    Rule(
      "quarters are those of the calendar", "2026-12-31",
      ["kpi.value": "6", "kpi.previous": "3"],
      "kpi A\nevery year\ntotal sum per quarter\n2026-07-01 3\n2026-10-01 6\n"),
    Rule(
      "without ranges it is untracked", "2026-11-22",
      ["kpi.verdict": "untracked"], "kpi A\n2026-11-22 5\n"),
    Rule(
      "stale goes before every colour", "2026-11-22", ["kpi.verdict": "stale"],
      "kpi A\nhealthy 1 ..\n2026-11-11 5\n"),
    Rule(
      "inside healthy it is healthy, ends included", "2026-11-22",
      ["kpi.verdict": "healthy"],
      "kpi A\nhealthy 5 ..\n2026-11-22 5\n"),
    Rule(
      "inside tolerable it is tolerable", "2026-11-22",
      ["kpi.verdict": "tolerable"],
      "kpi A\nhealthy 5 ..\ntolerable 3 ..\n2026-11-22 4\n"),
    Rule(
      "else it is critical", "2026-11-22", ["kpi.verdict": "critical"],
      "kpi A\nhealthy 5 ..\ntolerable 3 ..\n2026-11-22 2\n"),
    Rule(
      "an accepted red is accepted as far as it was accepted", "2026-11-22",
      ["kpi.verdict": "accepted"],
      "kpi A\nhealthy 5 ..\naccept 2026-11-01 until 2026-11-22 at 2 why\n2026-11-22 2\n"
    ),
    Rule(
      "further away it is critical again", "2026-11-22",
      ["kpi.verdict": "critical"],
      "kpi A\nhealthy 5 ..\naccept 2026-11-01 until 2026-11-22 at 2 why\n2026-11-22 1.9\n"
    ),
    Rule(
      "after its end date it is critical again", "2026-11-23",
      ["kpi.verdict": "critical"],
      "kpi A\nhealthy 5 ..\naccept 2026-11-01 until 2026-11-22 at 2 why\n2026-11-22 2\n"
    ),
    Rule(
      "a reading by name belongs to the KPI", "2026-11-22", ["kpi.value": "9"],
      "reading [a] 2026-11-22 9\nkpi [a] A\n2026-11-20 5\n"),
  ]

  static let pastRules = [
    Rule(
      "a date means the whole of its day", "2026-11-22", ["kpi.value": "7"],
      "kpi A\n2026-11-22T23:59:59 7\n2026-11-23 9\n"),
    Rule(
      "a date with a time means that moment", "2026-11-22T12:00",
      ["kpi.value": "5"],
      "kpi A\n2026-11-22T12:00 5\n2026-11-22T12:00:01 7\n"),
    Rule(
      "a closing of a later date does not exist", "2026-11-22",
      ["kr.status": "on-track"],
      quarter("from 0 to 10\n2026-11-20 9\nclose 2026-11-23 0 why")),
    Rule(
      "an accepted red of a later date does not exist", "2026-11-22",
      ["kpi.verdict": "critical"],
      "kpi A\nhealthy 5 ..\naccept 2026-11-23 until 2026-12-22 at 2 why\n2026-11-22 2\n"
    ),
    Rule(
      "a leap day is a day", "2024-02-29", ["kpi.value": "7"],
      "kpi A\n2024-02-29 7\n2024-03-01 8\n"),
  ]
}

/// What a standing says of the first of each kind, by name.
private struct Facts {
  private var facts: [String: String] = [:]

  subscript(name: String) -> String? { facts[name] }

  init(_ board: Board, _ standing: Standing) {
    if let first = standing.keyResults.first { add(first) }
    if let pace = standing.objectives.first?.pace { add("o", pace) }
    if let first = standing.kpis.first { add(first) }
    if let first = standing.cycles.first {
      facts["cycle.progress"] = num(first.progress)
      facts["cycle.start"] = first.cycle.start.description
      facts["cycle.end"] = first.cycle.end.description
    }
  }

  private mutating func add(_ keyResult: KeyResultStanding) {
    add("kr", keyResult.pace)
    facts["kr.value"] = num(keyResult.value)
    facts["kr.readings"] = "\(keyResult.readings)"
    facts["kr.from"] = num(keyResult.from)
    facts["kr.to"] = num(keyResult.to)
    facts["kr.original"] = num(keyResult.original?.progress)
    facts["kr.done"] = keyResult.done.map { "\($0)" } ?? "none"
  }

  private mutating func add(_ name: String, _ pace: Pace) {
    facts["\(name).progress"] = num(pace.progress)
    facts["\(name).expected"] = num(pace.expected)
    facts["\(name).status"] = pace.status.rawValue
    facts["\(name).confidence"] = pace.confidence.map { "\($0)" } ?? "none"
    facts["\(name).confidenceChange"] =
      pace.confidenceChange.map { "\($0)" } ?? "none"
    facts["\(name).age"] = num(pace.age)
  }

  private mutating func add(_ kpi: KPIStanding) {
    facts["kpi.value"] = num(kpi.value)
    facts["kpi.previous"] = num(kpi.previous)
    facts["kpi.soFar"] = num(kpi.soFar)
    facts["kpi.change"] = num(kpi.change)
    facts["kpi.changePercent"] = num(kpi.changePercent)
    facts["kpi.verdict"] = kpi.verdict.rawValue
  }
}

/// A number to nine digits behind the point, or `none`.
private func num(_ value: Double?) -> String {
  guard let value else { return "none" }
  let rounded = (value * 1e9).rounded() / 1e9
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}
