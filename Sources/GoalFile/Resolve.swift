import Goals

// What can be known only once the whole file is read: what references name,
// which rows belong to whom, and what contradicts itself.

extension Parser {
  mutating func resolve() {
    resolveSupports()
    resolveKPIs()
    resolveCycles()
    assignReadings()
    for index in board.keyResults.indices { checkPosts(ofKeyResult: index) }
    for index in board.kpis.indices { checkAcceptances(ofKPI: index) }
  }

  private mutating func resolveSupports() {
    var edges: [(from: Int, to: Int, place: Int)] = []
    for (place, reference) in supports.enumerated() {
      switch board.things[reference.id] {
      case .objective(let index):
        edges.append((reference.objective, index, place))
      case .keyResult, .kpi:
        complainAboutKind(
          reference.id, reference.line, reference.range, "an objective")
      case nil:
        warnAboutReference(reference.id, reference.line, reference.range)
      }
    }
    let loops = edgesThatCloseLoops(
      edges.map { ($0.from, $0.to) }, count: board.objectives.count)
    for (number, edge) in edges.enumerated() {
      guard loops.contains(number) else {
        board.objectives[edge.from].parents.append(edge.to)
        continue
      }
      let reference = supports[edge.place]
      complain(
        .loop, reference.range, onLine: reference.line,
        "this line closes a loop: the objective would support itself",
        "remove one of the 'supports' on the way round")
    }
  }

  private mutating func resolveKPIs() {
    for reference in measuredBy {
      switch board.things[reference.id] {
      case .kpi(let index): board.keyResults[reference.keyResult].kpi = index
      case .keyResult, .objective:
        complainAboutKind(
          reference.id, reference.line, reference.range, "a KPI")
      case nil:
        warnAboutReference(reference.id, reference.line, reference.range)
      }
    }
    for reference in guards {
      switch board.things[reference.id] {
      case .objective(let index):
        board.kpis[reference.kpi].guarded.append(index)
      case .keyResult, .kpi:
        complainAboutKind(
          reference.id, reference.line, reference.range, "an objective")
      case nil:
        warnAboutReference(reference.id, reference.line, reference.range)
      }
    }
  }

  private mutating func resolveCycles() {
    var known: Range<Int>?
    for (line, range) in cycleNames {
      // Most name the same as the one before.
      if let known, bytes[known] == bytes[range] { continue }
      let name = decoded(bytes[range])
      guard board.cycle(named: name) == nil else {
        known = range
        continue
      }
      complain(
        .unknownCycle, range, onLine: line,
        "there is no cycle \(quoted(name)), so no pace",
        "declare it (cycle \(quoted(name).dropFirst().dropLast()) 2026-10-01 .. 2026-12-31), or use a name such as 2026-Q4"
      )
    }
  }

  private mutating func warnAboutReference(
    _ id: ID, _ line: Int, _ range: Range<Int>
  ) {
    complain(
      .unknownReference, range, onLine: line,
      "nothing has the id \(quoted(id.text))",
      "correct it, or give the thing that is meant this id")
  }

  private mutating func complainAboutKind(
    _ id: ID, _ line: Int, _ range: Range<Int>, _ kind: String
  ) {
    complain(
      .wrongKind, range, onLine: line, "\(quoted(id.text)) is not \(kind)",
      "name \(kind) here")
  }
}

// MARK: - Contradictions

extension Parser {
  private func line(of keyword: Keyword, inKeyResult index: Int) -> Int? {
    statements.first(keyword, in: keyResultBlocks[index])?.line
  }

  private mutating func checkPosts(ofKeyResult index: Int) {
    let moves = board.keyResults[index].moves
    let plan = board.keyResults[index].plan
    guard !plan.isEmpty || !moves.isEmpty || board.keyResults[index].hasPosts
    else { return }
    guard case .range(let from, let to, _) = board.keyResults[index].measure
    else {
      for line in plan.map(\.line) + moves.map(\.line) {
        complain(
          .noRange, statements.range(onLine: line), onLine: line,
          "this needs a key result with 'from A to B'",
          "write its 'from', or remove this line")
      }
      return
    }
    if from == to, let line = line(of: .from, inKeyResult: index) {
      complainAboutPosts(onLine: line, word: 3)
    }
    var posts = (from, to)
    for move in moves.sorted(by: { $0.moment.day < $1.moment.day }) {
      posts = (move.from ?? posts.0, move.to)
      if posts.0 == posts.1 {
        complainAboutPosts(onLine: move.line, word: move.from == nil ? 3 : 5)
      }
    }
    checkPlan(ofKeyResult: index)
  }

  /// A word of the statement on a line, counted from its keyword at 0.
  private func word(_ number: Int, onLine line: Int) -> Range<Int> {
    let range = statements.range(onLine: line)
    var cursor = Cursor(
      bytes: bytes, position: range.lowerBound, end: range.upperBound)
    for _ in 0..<number { _ = cursor.word() }
    return cursor.word() ?? range
  }

  private mutating func complainAboutPosts(onLine line: Int, word: Int) {
    complain(
      .samePosts, self.word(word, onLine: line), onLine: line,
      "start and target are the same: there is no way to go",
      "change one of them, or hold the number with 'keep'")
  }

  private mutating func checkPlan(ofKeyResult index: Int) {
    let window = board.window(ofKeyResult: index)
    if let start = board.keyResults[index].start,
      let due = board.keyResults[index].due, start.day > due.day
    {
      let line =
        line(of: .due, inKeyResult: index) ?? board.keyResults[index].line
      complain(
        .wrongOrder, statements.range(onLine: line), onLine: line,
        "it is due before it starts", "correct 'start' or 'due'")
    }
    guard let days = window.days else { return }
    for point in board.keyResults[index].plan where !days.contains(point.day) {
      complain(
        .outsideWindow, word(1, onLine: point.line),
        onLine: point.line,
        "\(point.day) is outside the window of \(days.lowerBound) to \(days.upperBound)",
        "plan for a day inside it, or remove the line")
    }
  }

  private mutating func checkAcceptances(ofKPI index: Int) {
    let kpi = board.kpis[index]
    for acceptance in kpi.acceptances {
      let range = statements.range(onLine: acceptance.line)
      guard let healthy = kpi.healthy else {
        complain(
          .noRange, range, onLine: acceptance.line,
          "'accept' needs a KPI with 'healthy'",
          "write its 'healthy', or remove this line")
        continue
      }
      if healthy.distance(to: acceptance.value) <= 0 {
        complain(
          .acceptsHealthy, word(5, onLine: acceptance.line),
          onLine: acceptance.line,
          "the accepted value is healthy",
          "write the value up to which red is accepted")
      }
    }
  }
}

extension KeyResult {
  /// Whether something about its start, due or posts can be wrong.
  fileprivate var hasPosts: Bool {
    if start != nil, due != nil { return true }
    if case .range = measure { return true }
    return false
  }
}
