import Goals

extension Document {
  /// All that is wrong or unwise at `now`, in the order of the lines.
  package func complaints(at now: Now) -> [Diagnostic] {
    complaints(standing(of: board, at: now))
  }

  /// All that is wrong or unwise at the moment of `standing`, the board's.
  package func complaints(_ standing: Standing) -> [Diagnostic] {
    var advice = Advice(document: self, standing: standing)
    advice.look()
    return (diagnostics + advice.warnings).sorted {
      ($0.line, $0.column, $0.code.rawValue)
        < ($1.line, $1.column, $1.code.rawValue)
    }
  }
}

/// Looks for what OKR and KPI practice warns of.
private struct Advice {
  let document: Document
  let standing: Standing
  var warnings: [Diagnostic] = []

  private var board: Board { document.board }
  private var now: Now { standing.now }

  init(document: Document, standing: Standing) {
    self.document = document
    self.standing = standing
  }

  mutating func look() {
    for index in board.objectives.indices { look(atObjective: index) }
    for index in board.keyResults.indices { look(atKeyResult: index) }
    for index in board.kpis.indices { look(atKPI: index) }
    lookForCrowds()
    lookForOrphans()
    lookAtHabits()
  }

  private mutating func look(atObjective index: Int) {
    let objective = board.objectives[index]
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
    for crowd in board.crowds {
      let (code, word): (Diagnostic.Code, String) =
        switch crowd.kind {
        case .objectives: (.tooManyObjectives, "objectives")
        case .keyResults: (.tooManyKeyResults, "key-results")
        case .kpis: (.tooManyKPIs, "kpis")
        }
      warn(
        code, board.line(of: crowd.thing), crowd.phrase,
        "keep the few that matter, or say how many are meant: limit \(word) N")
    }
  }

  private mutating func lookAtHabits() {
    let weeks = 8
    let practice = board.practice(standing, overWeeks: weeks)
    for unwatched in practice.unwatched {
      warn(
        .unwatched, board.objectives[unwatched.objective].line,
        "nobody has looked at this objective for \(ageInWords(unwatched.age)), due every \(unwatched.period)",
        "check in on it or on a key result of it, or close it")
    }
    let checkIns = practice.checkIns
    let line = lineOfBoard
    if checkIns.isMostlyLate {
      warn(
        .lateCheckIns, line,
        "\(checkIns.onTime) of \(checkIns.timed) check-ins of the last \(weeks) weeks came on time",
        "check in as often as 'every' says, or say how often is meant: every 2 weeks"
      )
    }
    if checkIns.isMostlyUnchanged {
      warn(
        .unchanged, line,
        "\(checkIns.unchanged) of \(checkIns.compared) numbers of the last \(weeks) weeks repeat the one before",
        "say in a note what is in the way, or measure what can move within weeks"
      )
    }
    if checkIns.isMostlySilent {
      warn(
        .noNotes, line,
        "\(checkIns.withoutNote) of \(checkIns.count) check-ins of the last \(weeks) weeks have no note",
        "say in a few words behind the number what made it so")
    }
  }

  /// The line of the board's title, else the first statement's.
  private var lineOfBoard: Int {
    let statements = document.statements.all
    return (statements.first { $0.keyword == .board } ?? statements.first)?.line
      ?? 1
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
