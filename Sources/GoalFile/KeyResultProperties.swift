import Goals

// The statements inside a key result.

extension Parser {
  mutating func readKeyResultProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    var keyResult = KeyResult(id: nil, title: "", line: 0, objective: 0)
    swap(&keyResult, &board.keyResults[scope.index])
    defer { swap(&keyResult, &board.keyResults[scope.index]) }
    switch keyword {
    case .owner: try set(&keyResult.owner, try owner(&cursor), .owner, word)
    case .weight: try set(&keyResult.weight, try weight(&cursor), .weight, word)
    case .private: try setPrivate(&keyResult.isPrivate, word, &cursor)
    case .every: try set(&keyResult.every, try period(&cursor), .every, word)
    case .action: keyResult.actions.append(try action(&cursor))
    case .close: try set(&keyResult.closing, try closing(&cursor), .close, word)
    case .cause:
      try set(&keyResult.cause, try text(&cursor, "the cause"), .cause, word)
    case .from, .keep, .milestone:
      try readMeasure(keyword, at: word, &keyResult, &cursor)
    case .measured: try readMeasuredBy(at: word, &keyResult, &cursor)
    case .start: try set(&keyResult.start, try dateAlone(&cursor), .start, word)
    case .due: try set(&keyResult.due, try dateAlone(&cursor), .due, word)
    case .plan: try readPlanPoint(at: word, &keyResult, &cursor)
    case .moved: keyResult.moves.append(try move(&cursor))
    case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
      .meeting, .reading, .team, .with, .kind, .supports, .unit, .healthy,
      .tolerable, .total, .target, .guards, .accept, .decision, .blocker,
      .parked, .next, .narrative:
      break
    }
  }

  private func dateAlone(_ cursor: inout Cursor) throws(Complaint) -> Moment {
    let moment = try date(&cursor)
    try end(&cursor)
    return moment
  }

  private mutating func readMeasure(
    _ keyword: Keyword, at word: Range<Int>, _ keyResult: inout KeyResult,
    _ cursor: inout Cursor
  ) throws(Complaint) {
    if keyword == .milestone {
      let isSecond =
        keyResult.measure != nil && keyResult.measure != .milestones
      if isSecond {
        try first(false, .milestone, word)
        return
      }
      let box = try box(&cursor)
      let due = try dateIfAny(&cursor)
      let text = try text(&cursor, "the text of the milestone")
      keyResult.measure = .milestones
      keyResult.milestones.append(
        KeyResult.Milestone(box: box, due: due, text: text, line: line))
      return
    }
    let measure = try keyword == .from ? range(from: &cursor) : keep(&cursor)
    try set(&keyResult.measure, measure, keyword, word)
  }

  /// `A to B UNIT`.
  private func range(
    from cursor: inout Cursor
  ) throws(Complaint) -> KeyResult.Measure {
    let from = try number(&cursor)
    try expect("to", &cursor, "from 32 to 50 points")
    let to = try number(&cursor)
    return .range(from: from, to: to, unit: unit(&cursor))
  }

  /// `above A UNIT`, `below B UNIT` or `between A and B UNIT`.
  private func keep(
    _ cursor: inout Cursor
  ) throws(Complaint) -> KeyResult.Measure {
    let form = "keep above A, keep below B or keep between A and B"
    guard let word = cursor.word() else {
      throw missing("'above', 'below' or 'between'", "write \(form)", cursor)
    }
    if cursor.matches(word, "above") {
      let from = try number(&cursor)
      return .keep(Bounds(from: from, to: nil), unit: unit(&cursor))
    }
    if cursor.matches(word, "below") {
      let to = try number(&cursor)
      return .keep(Bounds(from: nil, to: to), unit: unit(&cursor))
    }
    guard cursor.matches(word, "between") else {
      throw Complaint(
        .badWord,
        "expected 'above', 'below' or 'between', found \(quoted(decoded(bytes[word])))",
        "write \(form)", at: word)
    }
    let place = cursor.peekWord() ?? cursor.missingPlace
    let from = try number(&cursor)
    try expect("and", &cursor, form)
    let to = try number(&cursor)
    guard from <= to else {
      throw Complaint(
        .wrongOrder, "the range ends before it begins",
        "put the lower number first", at: place.lowerBound..<cursor.position)
    }
    return .keep(Bounds(from: from, to: to), unit: unit(&cursor))
  }

  private func unit(_ cursor: inout Cursor) -> String? {
    let rest = cursor.rest()
    return rest.isEmpty ? nil : decoded(bytes[rest])
  }

  private mutating func readMeasuredBy(
    at word: Range<Int>, _ keyResult: inout KeyResult, _ cursor: inout Cursor
  ) throws(Complaint) {
    try expect("by", &cursor, "measured by [kpi]")
    let (id, range) = try reference(&cursor)
    try end(&cursor)
    try first(keyResult.kpiID == nil, .measured, word)
    guard keyResult.kpiID == nil else { return }
    keyResult.kpiID = id
    measuredBy.append((scope.index, id, line, range))
  }

  private mutating func readPlanPoint(
    at word: Range<Int>, _ keyResult: inout KeyResult, _ cursor: inout Cursor
  ) throws(Complaint) {
    let moment = try date(&cursor)
    let value = try number(&cursor)
    try end(&cursor)
    let entry = Entry.plan(scope.index, moment.day)
    let isFirst = entries.insert(entry).inserted
    if !isFirst, conflict != .second {
      throw Complaint(
        .doubled, "a second plan for \(moment.day): the first one holds",
        "keep one of them", at: word)
    }
    guard isFirst else { return }
    keyResult.plan.append(
      KeyResult.PlanPoint(moment: moment, value: value, line: line))
  }

  /// `DATE to B REASON` or `DATE from A to B REASON`.
  private mutating func move(
    _ cursor: inout Cursor
  ) throws(Complaint) -> KeyResult.Move {
    let form = "moved 2026-11-02 to 45 REASON"
    let moment = try date(&cursor)
    var from: Double?
    if cursor.take("from") { from = try number(&cursor) }
    try expect("to", &cursor, form)
    let to = try number(&cursor)
    return KeyResult.Move(
      moment: moment, from: from, to: to, reason: reason(&cursor),
      line: line)
  }
}
