import Goals

extension Document {
  /// All that is wrong or unwise at `now`, in the order of the lines.
  package func complaints(at now: Now) -> [Diagnostic] {
    var practice = Practice(document: self, now: now)
    practice.look()
    return (diagnostics + practice.warnings).sorted {
      ($0.line, $0.column, $0.code.rawValue)
        < ($1.line, $1.column, $1.code.rawValue)
    }
  }
}

/// Looks for what OKR and KPI practice warns of.
private struct Practice {
  let document: Document
  let now: Now
  var warnings: [Diagnostic] = []

  private var board: Board { document.board }

  init(document: Document, now: Now) {
    self.document = document
    self.now = now
  }

  mutating func look() {
    for index in board.objectives.indices { look(atObjective: index) }
    for index in board.keyResults.indices { look(atKeyResult: index) }
    for index in board.kpis.indices { look(atKPI: index) }
    lookForCrowds()
    lookForOrphans()
  }

  private mutating func look(atObjective index: Int) {
    let objective = board.objectives[index]
    let count = board.limits.keyResults ?? 5
    if objective.title.utf8.contains(where: { $0 &- 48 <= 9 }) {
      warn(
        .numberInObjective, objective.line, "an objective with a number in it",
        "say where to go in words; numbers belong into key results")
    }
    if let word = taskWord(of: objective.title) {
      warn(
        .taskAsObjective, objective.line,
        "an objective that begins with \(quoted(word)) sounds like a task",
        "say what will be different when it is done")
    }
    if objective.keyResults.count > count {
      warn(
        .tooManyKeyResults, objective.line,
        "\(objective.keyResults.count) key results, more than \(count)",
        "keep the few that matter, or say how many are meant: limit key-results N"
      )
    }
    warnOfFuture(objective.rows, objective.line)
  }

  private mutating func look(atKeyResult index: Int) {
    let keyResult = board.keyResults[index]
    let objective = board.objectives[keyResult.objective]
    let line = keyResult.line
    if keyResult.owner == nil, objective.owner == nil {
      warn(.noOwner, line, "a key result without an owner", "add: owner NAME")
    }
    if keyResult.measure == nil {
      warn(
        .noMeasure, line, "a key result without a measure",
        "add one: from A to B UNIT, keep above A, or milestones")
    } else if keyResult.measure != .milestones, keyResult.unit == nil,
      keyResult.kpi.flatMap({ board.kpis[$0].unit }) == nil
    {
      warn(
        .noUnit, line, "a key result without a unit",
        "write it behind the numbers: from 32 to 50 points")
    }
    let hasOwnWindow = keyResult.start != nil && keyResult.due != nil
    if keyResult.cycle == nil, objective.cycle == nil, !hasOwnWindow {
      warn(
        .noCycle, line, "a key result without a cycle has no pace",
        "add to its objective: cycle 2026-Q4")
    }
    warnOfFuture(keyResult.rows, line)
    lookAtDates(of: keyResult, index)
  }

  private mutating func lookAtDates(of keyResult: KeyResult, _ index: Int) {
    guard let days = board.window(ofKeyResult: index).days else { return }
    let window = "\(days.lowerBound) to \(days.upperBound)"
    for milestone in keyResult.milestones {
      guard let due = milestone.due, !days.contains(due.day) else { continue }
      warn(
        .dateOutsideWindow, milestone.line,
        "\(due.day) is outside the window of \(window)",
        "correct the date, or the key result's 'start' and 'due'")
    }
    let outside = keyResult.rows.first {
      !days.contains(board.readings.moment(at: $0).day)
    }
    guard let outside else { return }
    warn(
      .dateOutsideWindow, keyResult.line,
      "the check-in of \(board.readings.moment(at: outside).day) is outside the window of \(window)",
      "correct the date, or the key result's 'start' and 'due'")
  }

  private mutating func look(atKPI index: Int) {
    let kpi = board.kpis[index]
    if kpi.healthy == nil, kpi.tolerable == nil, kpi.target == nil {
      warn(
        .noVerdict, kpi.line, "a KPI without a range or a target says nothing",
        "add: healthy 10 .. 20, or target 400")
    }
    warnOfFuture(kpi.rows, kpi.line)
  }

  private mutating func warnOfFuture(_ rows: Range<Int>, _ line: Int) {
    let future =
      board.readings.known(rows, at: now).upperBound..<rows.upperBound
    guard let first = future.first else { return }
    let day = board.readings.moment(at: first)
    warn(
      .future, line,
      future.count == 1
        ? "a reading in the future, of \(day)"
        : "\(future.count) readings in the future, the first of \(day)",
      "correct the date; it counts only from then on")
  }

  private mutating func lookForCrowds() {
    let objectives = board.limits.objectives ?? 5
    let names = board.objectives.compactMap(\.cycle)
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: [String: Int] = [:]
    for objective in board.objectives {
      guard let cycle = objective.cycle else { continue }
      seen[cycle, default: 0] += 1
      guard seen[cycle] == objectives + 1, let all = counts[cycle] else {
        continue
      }
      warn(
        .tooManyObjectives, objective.line,
        "\(all) objectives in \(cycle), more than \(objectives)",
        "keep the few that matter, or say how many are meant: limit objectives N"
      )
    }
    let kpis = board.limits.kpis ?? 12
    guard board.kpis.count > kpis else { return }
    warn(
      .tooManyKPIs, board.kpis[kpis].line,
      "\(board.kpis.count) KPIs, more than \(kpis)",
      "keep the few that matter, or say how many are meant: limit kpis N")
  }

  /// An orphan neither supports nor is supported, while others in its cycle do.
  private mutating func lookForOrphans() {
    for index in board.orphans {
      warn(
        .orphan, board.objectives[index].line,
        "an orphan: it neither supports an objective nor is supported by one",
        "add: supports [id], or ask why it is done")
    }
  }

  private mutating func warn(
    _ code: Diagnostic.Code, _ line: Int, _ message: String, _ remedy: String
  ) {
    let range = document.statements.range(onLine: line)
    warnings.append(
      Diagnostic(
        code: code, line: line, column: document.column(of: range.lowerBound),
        range: range, message: message, remedy: remedy))
  }
}

/// The word that makes a title a task: what is done instead of what changes.
private func taskWord(of title: String) -> String? {
  guard let word = title.split(separator: " ").first else { return nil }
  let tasks: Set = [
    "build", "create", "deliver", "deploy", "develop", "document", "finish",
    "hire", "implement", "install", "integrate", "introduce", "launch",
    "migrate",
    "organise", "organize", "plan", "prepare", "publish", "refactor", "release",
    "rewrite", "roll", "run", "set", "ship", "start", "upgrade", "write",
  ]
  return tasks.contains(word.lowercased()) ? String(word) : nil
}
