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

// MARK: - What properties are made of

extension Parser {
  /// A duration to the end of the line.
  func period(_ cursor: inout Cursor) throws(Complaint) -> Period {
    let period = try duration(&cursor)
    try end(&cursor)
    return period
  }

  func owner(_ cursor: inout Cursor) throws(Complaint) -> String {
    let name = try name(&cursor)
    guard cursor.isAtEnd else {
      throw Complaint(
        .unexpected, "a second owner: one person answers for it",
        "name the others with 'with', in the objective",
        at: cursor.position..<cursor.end)
    }
    return name
  }

  /// Names with commas between them.
  private func names(_ cursor: inout Cursor) throws(Complaint) -> [String] {
    var names = [try name(&cursor)]
    while !cursor.isAtEnd {
      cursor.position += 1
      names.append(try name(&cursor))
    }
    return names
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ cursor: inout Cursor, _ choices: [Choice]
  ) throws(Complaint) -> Choice {
    let words = choices.map(\.rawValue)
    let remedy =
      "write \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")"
    guard let word = cursor.word() else {
      throw missing("a word", remedy, cursor)
    }
    let text = decoded(bytes[word].prefix(20))
    guard let choice = Choice(rawValue: text) else {
      throw Complaint(
        .badWord, "unknown word \(quoted(decoded(bytes[word])))", remedy,
        at: word)
    }
    try end(&cursor)
    return choice
  }

  func weight(_ cursor: inout Cursor) throws(Complaint) -> Double {
    let place = cursor.peekWord() ?? cursor.missingPlace
    let weight = try number(&cursor)
    guard weight >= 0 else {
      throw Complaint(
        .badNumber, "a weight below 0", "write 0 or more", at: place)
    }
    try end(&cursor)
    return weight
  }

  /// `BOX DATE @WHO TEXT`.
  func action(_ cursor: inout Cursor) throws(Complaint) -> Action {
    let box = try box(&cursor)
    let due = try dateIfAny(&cursor)
    var person: String?
    if let (name, after) = cursor.person() {
      person = decoded(bytes[name])
      cursor = after
    }
    return Action(
      box: box, due: due, person: person,
      text: try text(&cursor, "what is to be done"), line: line)
  }

  /// `DATE SCORE [keep|change|drop] TEXT`.
  func closing(_ cursor: inout Cursor) throws(Complaint) -> Closing {
    let moment = try date(&cursor)
    let place = cursor.peekWord() ?? cursor.missingPlace
    let score = try number(&cursor)
    guard (0...1).contains(score) else {
      throw Complaint(
        .badNumber,
        "\(quoted(decoded(bytes[place]))) is not a score from 0.0 to 1.0",
        "write it from 0.0 to 1.0", at: place)
    }
    var next: Closing.Next?
    if let word = cursor.peekWord(), word.count <= 6,
      let choice = Closing.Next(rawValue: decoded(bytes[word]))
    {
      next = choice
      _ = cursor.word()
    }
    return Closing(
      moment: moment, score: score, next: next,
      note: decoded(bytes[cursor.rest()]), line: line)
  }

  /// `last`, `sum`, `mean`, `min` or `max`, and `per DURATION`; at least one.
  private func total(
    _ cursor: inout Cursor
  ) throws(Complaint) -> (KPI.Total, Period?) {
    let remedy = "write last, sum, mean, min or max, and perhaps 'per week'"
    guard let word = cursor.peekWord() else {
      throw missing("a word", remedy, cursor)
    }
    var total = KPI.Total.last
    if !cursor.matches(word, "per") {
      _ = cursor.word()
      guard word.count <= 4,
        let choice = KPI.Total(rawValue: decoded(bytes[word]))
      else {
        throw Complaint(
          .badWord, "unknown word \(quoted(decoded(bytes[word])))", remedy,
          at: word)
      }
      total = choice
    }
    guard !cursor.isAtEnd else { return (total, nil) }
    try expect("per", &cursor, "total sum per week")
    return (total, try period(&cursor))
  }

  /// `N` or `N by DATE`.
  private func target(_ cursor: inout Cursor) throws(Complaint) -> KPI.Target {
    let value = try number(&cursor)
    guard cursor.peekWord() != nil else {
      return KPI.Target(value: value, by: nil)
    }
    try expect("by", &cursor, "target 400 by 2026-12-31")
    let by = try date(&cursor)
    try end(&cursor)
    return KPI.Target(value: value, by: by)
  }

  /// `DATE until DATE at N REASON`.
  private mutating func acceptance(
    _ cursor: inout Cursor
  ) throws(Complaint) -> KPI.Acceptance {
    let form = "accept 2026-10-01 until 2026-12-31 at 5 REASON"
    let place = cursor.peekWord() ?? cursor.missingPlace
    let from = try date(&cursor)
    try expect("until", &cursor, form)
    let until = try date(&cursor)
    guard from.day <= until.day else {
      throw Complaint(
        .wrongOrder, "it ends before it begins", "put the first day first",
        at: place.lowerBound..<cursor.position)
    }
    try expect("at", &cursor, form)
    let value = try number(&cursor)
    let reason = cursor.rest()
    if reason.isEmpty { warnAboutReason(cursor) }
    return KPI.Acceptance(
      from: from, until: until, value: value, reason: decoded(bytes[reason]),
      line: line)
  }

  mutating func warnAboutReason(_ cursor: Cursor) {
    complain(
      .noReason, cursor.missingPlace, "the reason is missing",
      "say why, so that nobody has to ask later")
  }
}
