import Goals

// The statements inside a key result.

extension Parser {
  mutating func readKeyResultProperty(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    let place = scope.index
    let once = once
    switch keyword {
    case .owner:
      try once.set(
        &board.keyResults[place].owner, try owner(&cursor), .owner, word)
    case .weight:
      try once.set(
        &board.keyResults[place].weight, try weight(&cursor), .weight, word)
    case .private:
      try end(&cursor)
      try once.set(&board.keyResults[place].isPrivate, .private, word)
    case .every:
      try once.set(
        &board.keyResults[place].every, try period(&cursor), .every, word)
    case .action: board.keyResults[place].actions.append(try action(&cursor))
    case .close:
      try once.set(
        &board.keyResults[place].closing, try closing(&cursor), .close, word)
    case .cause:
      try once.set(
        &board.keyResults[place].cause, try text(&cursor, "the cause"), .cause,
        word)
    case .from, .keep, .milestone:
      try readMeasure(keyword, at: word, &cursor)
    case .measured: try readMeasuredBy(at: word, &cursor)
    case .start:
      try once.set(
        &board.keyResults[place].start, try dateAlone(&cursor), .start, word)
    case .due:
      try once.set(
        &board.keyResults[place].due, try dateAlone(&cursor), .due, word)
    case .plan: try readPlanPoint(at: word, &cursor)
    case .moved: board.keyResults[place].moves.append(try move(&cursor))
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
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    let place = scope.index
    if keyword == .milestone {
      let measure = board.keyResults[place].measure
      if measure != nil, measure != .milestones {
        try once.check(false, .milestone, word)
        return
      }
      let box = try box(&cursor)
      let due = try dateIfAny(&cursor)
      let text = try text(&cursor, "the text of the milestone")
      board.keyResults[place].measure = .milestones
      board.keyResults[place].milestones.append(
        KeyResult.Milestone(box: box, due: due, text: text, line: line))
      return
    }
    let measure = try keyword == .from ? range(from: &cursor) : keep(&cursor)
    try once.set(&board.keyResults[place].measure, measure, keyword, word)
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
    at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    try expect("by", &cursor, "measured by [kpi]")
    let place = scope.index
    let (id, range) = try reference(&cursor)
    try end(&cursor)
    try once.check(board.keyResults[place].kpiID == nil, .measured, word)
    guard board.keyResults[place].kpiID == nil else { return }
    board.keyResults[place].kpiID = id
    measuredBy.append((scope.index, id, line, range))
  }

  private mutating func readPlanPoint(
    at word: Range<Int>, _ cursor: inout Cursor
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
    board.keyResults[scope.index].plan.append(
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
