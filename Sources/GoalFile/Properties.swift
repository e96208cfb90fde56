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
    try once.set(&board.every, every, .every, word)
  }

  private mutating func readObjectiveProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    let place = scope.index
    let once = once
    switch keyword {
    case .owner:
      try once.set(
        &board.objectives[place].owner, try owner(&cursor), .owner, word)
    case .team:
      try once.set(
        &board.objectives[place].team,
        try text(&cursor, "the name of the team"), .team, word)
    case .with:
      let names = try names(&cursor)
      try once.check(board.objectives[place].contributors.isEmpty, .with, word)
      if board.objectives[place].contributors.isEmpty {
        board.objectives[place].contributors = names
      }
    case .kind:
      let kind = try choice(&cursor, Objective.Kind.allCases)
      try once.set(&board.objectives[place].kind, kind, .kind, word)
    case .supports:
      let (id, range) = try reference(&cursor)
      try end(&cursor)
      let entry = Entry.reference(from: .objective(scope.index), to: id)
      let isNew = entries.insert(entry).inserted
      try once.check(isNew, .supports, word)
      guard isNew else { return }
      board.objectives[place].supports.append(id)
      supports.append((scope.index, id, line, range))
    case .weight:
      try once.set(
        &board.objectives[place].weight, try weight(&cursor), .weight, word)
    case .private:
      try end(&cursor)
      try once.set(&board.objectives[place].isPrivate, .private, word)
    case .every:
      try once.set(
        &board.objectives[place].every, try period(&cursor), .every, word)
    case .action: board.objectives[place].actions.append(try action(&cursor))
    case .close:
      try once.set(
        &board.objectives[place].closing, try closing(&cursor), .close, word)
    case .cause:
      try once.set(
        &board.objectives[place].cause, try text(&cursor, "the cause"), .cause,
        word)
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
    let place = scope.index
    let once = once
    switch keyword {
    case .owner:
      try once.set(&board.kpis[place].owner, try owner(&cursor), .owner, word)
    case .team:
      try once.set(
        &board.kpis[place].team, try text(&cursor, "the name of the team"),
        .team, word)
    case .private:
      try end(&cursor)
      try once.set(&board.kpis[place].isPrivate, .private, word)
    case .every:
      try once.set(&board.kpis[place].every, try period(&cursor), .every, word)
    case .action: board.kpis[place].actions.append(try action(&cursor))
    case .unit:
      try once.set(
        &board.kpis[place].unit, try text(&cursor, "the unit"), .unit, word)
    case .healthy:
      try once.set(
        &board.kpis[place].healthy, try range(&cursor), .healthy, word)
    case .tolerable:
      try once.set(
        &board.kpis[place].tolerable, try range(&cursor), .tolerable, word)
    case .total:
      let (total, per) = try total(&cursor)
      let isFirst = board.kpis[place].total == nil
      try once.set(&board.kpis[place].total, total, .total, word)
      if isFirst { board.kpis[place].per = per }
    case .target:
      try once.set(
        &board.kpis[place].target, try target(&cursor), .target, word)
    case .guards:
      let (id, range) = try reference(&cursor)
      try end(&cursor)
      let entry = Entry.reference(from: .kpi(scope.index), to: id)
      let isNew = entries.insert(entry).inserted
      try once.check(isNew, .guards, word)
      guard isNew else { return }
      board.kpis[place].guards.append(id)
      guards.append((scope.index, id, line, range))
    case .accept: board.kpis[place].acceptances.append(try acceptance(&cursor))
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
      try once.set(&board.meetings[scope.index].next, next, .next, word)
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .reading, .owner, .team, .with, .kind, .supports, .weight,
      .private, .close, .cause, .from, .keep, .milestone, .measured, .plan,
      .moved, .start, .due, .unit, .healthy, .tolerable, .total, .target,
      .guards, .accept, .narrative:
      break
    }
  }

  /// How to take what can stand only once, on the line that is read.
  var once: Once { Once(isOnSecondSide: conflict == .second) }
}
