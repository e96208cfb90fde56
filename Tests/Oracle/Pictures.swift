extension Picture {
  func objective(_ place: Int) -> JSONValue {
    let objective = board.board.objectives[place]
    let standing = board.standing(place)
    let shared = objective.shared
    let hides = shared.isPrivate && privacy == .masked
    let checkIns = board.checkIns(shared.entries)
    let parents = board.parents[place].map { board.board.objectives[$0] }
    return .object(
      [
        JSONMember("id", text(objective.id?.text)),
        JSONMember("title", text(objective.title, hidden: hides)),
        JSONMember("line", .number(Double(objective.line))),
        JSONMember("owner", text(shared.owner, hidden: hides)),
        JSONMember("team", text(shared.team, hidden: hides)),
        JSONMember(
          "contributors",
          texts(objective.contributors ?? [], hidden: hides)),
        JSONMember("cycle", text(shared.cycle)),
        JSONMember("kind", .string(objective.kind ?? "aspirational")),
        JSONMember("weight", .number(shared.weight ?? 1)),
        JSONMember("private", .bool(shared.isPrivate)),
        JSONMember("supports", .array(parents.map { text($0.id?.text) })),
        JSONMember("progress", number(standing.progress)),
        JSONMember("expected", number(standing.expected)),
        JSONMember("gap", number(standing.gap)),
        JSONMember("status", .string(standing.status)),
        JSONMember("reason", .string("by the oracle")),
      ] + confidence(checkIns, hidden: hides) + [
        JSONMember("lastCheckIn", date(checkIns.last?.moment)),
        JSONMember("closed", closed(shared, hidden: hides)),
        JSONMember(
          "keyResults",
          .array(objective.keyResults.map { keyResult($0, in: objective) })),
        JSONMember("actions", actions(shared.actions, hidden: hides)),
      ])
  }

  private func keyResult(
    _ keyResult: KeyResult,
    in objective: Objective
  ) -> JSONValue {
    let standing = board.standing(keyResult, in: objective)
    let shared = keyResult.shared
    let isPrivate = shared.isPrivate || objective.shared.isPrivate
    let hides = isPrivate && privacy == .masked
    let checkIns = board.checkIns(shared.entries)
    // A number that a private KPI gives is that KPI's.
    let isFromPrivate = board.kpi(keyResult.kpi)?.shared.isPrivate ?? false
    let hidesNumbers = hides || isFromPrivate && privacy == .masked
    let (measure, unit, milestones) = parts(keyResult.measure)
    return .object(
      [
        JSONMember("id", text(keyResult.id?.text)),
        JSONMember("title", text(keyResult.title, hidden: hides)),
        JSONMember("line", .number(Double(keyResult.line))),
        JSONMember("owner", text(shared.owner, hidden: hides)),
        JSONMember("weight", .number(shared.weight ?? 1)),
        JSONMember("private", .bool(isPrivate)),
        JSONMember("measure", text(measure)),
        JSONMember("kpi", text(board.kpi(keyResult.kpi)?.id?.text)),
        JSONMember("start", text(standing.start?.text)),
        JSONMember("due", text(standing.due?.text)),
        JSONMember("from", number(standing.from, hidden: hidesNumbers)),
        JSONMember("to", number(standing.to, hidden: hidesNumbers)),
        JSONMember("unit", text(unit, hidden: hides)),
        JSONMember("original", original(standing, hidden: hidesNumbers)),
        JSONMember("value", number(standing.value, hidden: hidesNumbers)),
        JSONMember("progress", number(standing.progress)),
        JSONMember("expected", number(standing.expected)),
        JSONMember("gap", number(standing.gap)),
        JSONMember("status", .string(standing.status)),
        JSONMember("reason", .string("by the oracle")),
      ] + confidence(checkIns, hidden: hides) + [
        JSONMember("lastCheckIn", date(checkIns.last?.moment)),
        JSONMember("readings", .number(Double(standing.numbers.count))),
        JSONMember("closed", closed(shared, hidden: hides)),
        JSONMember("forecast", .null),
        JSONMember(
          "milestones",
          .array(milestones.map { milestone($0, hidden: hides) })),
        JSONMember("actions", actions(shared.actions, hidden: hides)),
      ])
  }

  private func parts(
    _ measure: Measure?
  ) -> (name: String?, unit: String?, milestones: [Milestone]) {
    switch measure {
    case .none: (nil, nil, [])
    case .way(_, _, let unit): ("range", unit, [])
    case .keep(_, let unit): ("keep", unit, [])
    case .milestones(let milestones): ("milestones", nil, milestones)
    }
  }

  func kpi(_ kpi: KPI) -> JSONValue {
    let standing = board.standing(kpi)
    let shared = kpi.shared
    let hides = shared.isPrivate && privacy == .masked
    var change: Double?
    if let value = standing.value, let previous = standing.previous {
      change = value - previous
    }
    var percent: Double?
    if let change, let previous = standing.previous, previous != 0,
      kpi.unit != "%"
    {
      percent = change / abs(previous) * 100
    }
    let guarded = kpi.guards.filter { id in
      board.board.objectives.contains { $0.id == id }
    }
    return .object([
      JSONMember("id", text(kpi.id?.text)),
      JSONMember("title", text(kpi.title, hidden: hides)),
      JSONMember("line", .number(Double(kpi.line))),
      JSONMember("owner", text(shared.owner, hidden: hides)),
      JSONMember("team", text(shared.team, hidden: hides)),
      JSONMember("unit", text(kpi.unit, hidden: hides)),
      JSONMember("private", .bool(shared.isPrivate)),
      JSONMember("value", number(standing.value, hidden: hides)),
      JSONMember("previous", number(standing.previous, hidden: hides)),
      JSONMember("soFar", number(standing.soFar, hidden: hides)),
      JSONMember("change", number(change, hidden: hides)),
      JSONMember("changePercent", number(percent, hidden: hides)),
      JSONMember("verdict", .string(standing.verdict)),
      JSONMember("reason", .string("by the oracle")),
      JSONMember("healthy", range(kpi.healthy, hidden: hides)),
      JSONMember("tolerable", range(kpi.tolerable, hidden: hides)),
      JSONMember("target", target(kpi, hidden: hides)),
      JSONMember("guards", .array(guarded.map { .string($0.text) })),
      JSONMember("last", date(standing.last)),
      JSONMember("readings", .number(Double(standing.readings))),
      JSONMember("limits", .null),
      JSONMember("signal", .null),
    ])
  }

  /// The last confidence given and how it differs from the one before.
  private func confidence(
    _ checkIns: [Entry],
    hidden: Bool
  ) -> [JSONMember] {
    let given = checkIns.compactMap(\.confidence).map(Double.init)
    var change: Double?
    if given.count > 1 {
      change = given[given.count - 1] - given[given.count - 2]
    }
    return [
      JSONMember("confidence", number(given.last, hidden: hidden)),
      JSONMember("confidenceChange", number(change, hidden: hidden)),
    ]
  }

  private func original(
    _ standing: KeyResultStanding,
    hidden: Bool
  ) -> JSONValue {
    guard let original = standing.original else { return .null }
    return .object([
      JSONMember("from", number(original.from, hidden: hidden)),
      JSONMember("to", number(original.to, hidden: hidden)),
      JSONMember("progress", number(original.progress)),
    ])
  }

  private func closed(_ shared: Shared, hidden: Bool) -> JSONValue {
    guard let close = board.closed(shared) else { return .null }
    return .object([
      JSONMember("date", date(close.moment)),
      JSONMember("score", number(close.score, hidden: hidden)),
      JSONMember("then", text(close.then)),
      JSONMember("note", text(close.note, hidden: hidden)),
    ])
  }

  private func range(_ range: Range?, hidden: Bool) -> JSONValue {
    guard let range else { return .null }
    return .object([
      JSONMember("from", number(range.from, hidden: hidden)),
      JSONMember("to", number(range.to, hidden: hidden)),
    ])
  }

  private func target(_ kpi: KPI, hidden: Bool) -> JSONValue {
    guard let target = kpi.target else { return .null }
    return .object([
      JSONMember("value", number(target.value, hidden: hidden)),
      JSONMember("by", date(target.by)),
    ])
  }

  private func milestone(_ milestone: Milestone, hidden: Bool) -> JSONValue {
    .object([
      JSONMember("done", .bool(board.isDone(milestone.tick))),
      JSONMember("on", doneOn(milestone.tick)),
      JSONMember("due", date(milestone.due)),
      JSONMember("text", text(milestone.text, hidden: hidden)),
    ])
  }

  func actions(_ actions: [Action], hidden: Bool = false) -> JSONValue {
    .array(
      actions.map { action in
        .object([
          JSONMember("done", .bool(board.isDone(action.tick))),
          JSONMember("on", doneOn(action.tick)),
          JSONMember("due", date(action.due)),
          JSONMember("who", text(action.who, hidden: hidden)),
          JSONMember("text", text(action.text, hidden: hidden)),
        ])
      })
  }

  private func doneOn(_ tick: Tick) -> JSONValue {
    guard case .done(on: .some(let moment)) = tick,
      board.now.hasReached(moment)
    else { return .null }
    return date(moment)
  }

  func date(_ moment: Moment?) -> JSONValue {
    text(moment?.text)
  }

  func text(_ text: String?, hidden: Bool = false) -> JSONValue {
    guard let text else { return .null }
    return .string(hidden ? "•••" : text)
  }

  func texts(_ texts: [String], hidden: Bool = false) -> JSONValue {
    .array(texts.map { text($0, hidden: hidden) })
  }

  func number(_ number: Double?, hidden: Bool = false) -> JSONValue {
    guard let number else { return .null }
    return hidden ? .string("•••") : .number(number)
  }
}
