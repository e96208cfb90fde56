import Goals

// The statements inside a block.

extension Parser {
  mutating func readNarrative(_ cursor: inout Cursor) {
    let start = cursor.position
    cursor.position += 1
    let text = decoded(bytes[cursor.rest()])
    switch scope.kind {
    case .objective: board.objectives[scope.index].narrative.append(text)
    case .keyResult: board.keyResults[scope.index].narrative.append(text)
    case .kpi: board.kpis[scope.index].narrative.append(text)
    case .meeting: board.meetings[scope.index].narrative.append(text)
    case .nothing: break
    case .file:
      complain(
        .misplaced, start..<(start + 1),
        "narrative belongs to an objective, a key result, a KPI or a meeting",
        "put it under one, or make it a comment with '#'")
    }
    note(.narrative, start..<cursor.end, isSound: scope.kind != .file)
  }

  /// Reads a statement inside a block.
  ///
  /// What has no place in that kind of block is refused here: the readers of
  /// the kinds, below, never see it.
  mutating func readProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    if scope.kind == .nothing { return }
    guard keyword.places.contains(scope.kind) else {
      throw misplaced(keyword, at: word)
    }
    switch scope.kind {
    case .file: try readBoardPeriod(at: word, &cursor)
    case .objective: try readObjectiveProperty(keyword, at: word, &cursor)
    case .keyResult: try readKeyResultProperty(keyword, at: word, &cursor)
    case .kpi: try readKPIProperty(keyword, at: word, &cursor)
    case .meeting: try readMeetingProperty(keyword, at: word, &cursor)
    case .nothing: break
    }
  }

  private mutating func readBoardPeriod(
    at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    let every = try period(&cursor)
    try set(&board.every, every, .every, word)
  }

  private mutating func readObjectiveProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    var objective = Objective(id: nil, title: "", line: 0)
    swap(&objective, &board.objectives[scope.index])
    defer { swap(&objective, &board.objectives[scope.index]) }
    switch keyword {
    case .owner: try set(&objective.owner, try owner(&cursor), .owner, word)
    case .team:
      try set(
        &objective.team, try text(&cursor, "the name of the team"), .team, word)
    case .with:
      let names = try names(&cursor)
      try first(objective.contributors.isEmpty, .with, word)
      if objective.contributors.isEmpty { objective.contributors = names }
    case .kind:
      let kind = try choice(&cursor, Objective.Kind.allCases)
      try set(&objective.kind, kind, .kind, word)
    case .supports:
      let (id, range) = try reference(&cursor)
      try end(&cursor)
      let entry = Entry.reference(from: .objective(scope.index), to: id)
      let isNew = entries.insert(entry).inserted
      try first(isNew, .supports, word)
      guard isNew else { return }
      objective.supports.append(id)
      supports.append((scope.index, id, line, range))
    case .weight: try set(&objective.weight, try weight(&cursor), .weight, word)
    case .private: try setPrivate(&objective.isPrivate, word, &cursor)
    case .every: try set(&objective.every, try period(&cursor), .every, word)
    case .action: objective.actions.append(try action(&cursor))
    case .close: try set(&objective.closing, try closing(&cursor), .close, word)
    case .cause:
      try set(&objective.cause, try text(&cursor, "the cause"), .cause, word)
    case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
      .meeting, .reading, .from, .keep, .milestone, .measured, .plan, .moved,
      .start, .due, .unit, .healthy, .tolerable, .total, .target, .guards,
      .accept, .decision, .blocker, .parked, .next, .narrative:
      break
    }
  }

  private mutating func readKPIProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    var kpi = KPI(id: nil, title: "", line: 0)
    swap(&kpi, &board.kpis[scope.index])
    defer { swap(&kpi, &board.kpis[scope.index]) }
    switch keyword {
    case .owner: try set(&kpi.owner, try owner(&cursor), .owner, word)
    case .team:
      try set(&kpi.team, try text(&cursor, "the name of the team"), .team, word)
    case .private: try setPrivate(&kpi.isPrivate, word, &cursor)
    case .every: try set(&kpi.every, try period(&cursor), .every, word)
    case .action: kpi.actions.append(try action(&cursor))
    case .unit: try set(&kpi.unit, try text(&cursor, "the unit"), .unit, word)
    case .healthy: try set(&kpi.healthy, try range(&cursor), .healthy, word)
    case .tolerable:
      try set(&kpi.tolerable, try range(&cursor), .tolerable, word)
    case .total:
      let (total, per) = try total(&cursor)
      let isFirst = kpi.total == nil
      try set(&kpi.total, total, .total, word)
      if isFirst { kpi.per = per }
    case .target: try set(&kpi.target, try target(&cursor), .target, word)
    case .guards:
      let (id, range) = try reference(&cursor)
      try end(&cursor)
      let entry = Entry.reference(from: .kpi(scope.index), to: id)
      let isNew = entries.insert(entry).inserted
      try first(isNew, .guards, word)
      guard isNew else { return }
      kpi.guards.append(id)
      guards.append((scope.index, id, line, range))
    case .accept: kpi.acceptances.append(try acceptance(&cursor))
    case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
      .meeting, .reading, .with, .kind, .supports, .weight, .close, .cause,
      .from, .keep, .milestone, .measured, .plan, .moved, .start, .due,
      .decision, .blocker, .parked, .next, .narrative:
      break
    }
  }

  private mutating func readMeetingProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    switch keyword {
    case .decision:
      board.meetings[scope.index].decisions.append(
        try text(&cursor, "the decision"))
    case .blocker:
      board.meetings[scope.index].blockers.append(
        try text(&cursor, "the blocker"))
    case .parked:
      board.meetings[scope.index].parked.append(
        try text(&cursor, "what is parked"))
    case .action:
      board.meetings[scope.index].actions.append(try action(&cursor))
    case .next:
      let next = try date(&cursor)
      try end(&cursor)
      try set(&board.meetings[scope.index].next, next, .next, word)
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .reading, .owner, .team, .with, .kind, .supports, .weight,
      .private, .close, .cause, .from, .keep, .milestone, .measured, .plan,
      .moved, .start, .due, .unit, .healthy, .tolerable, .total, .target,
      .guards, .accept, .narrative:
      break
    }
  }

  /// Sets what can stand only once.
  func set<Value>(
    _ property: inout Value?, _ value: Value, _ keyword: Keyword,
    _ word: Range<Int>
  ) throws(Complaint) {
    try first(property == nil, keyword, word)
    if property == nil { property = value }
  }

  func setPrivate(
    _ isPrivate: inout Bool, _ word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    try end(&cursor)
    try first(!isPrivate, .private, word)
    isPrivate = true
  }
}
