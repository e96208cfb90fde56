import Goals

// The statements that open a block, and the head of the file.

extension Parser {
  /// Reads the statement that `keyword` begins.
  mutating func read(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    switch keyword {
    case .board, .mission, .vision, .limit:
      open(.file, index: 0)
      try readHead(keyword, at: word, &cursor)
    case .objective: try readObjective(&cursor)
    case .kr: try readKeyResult(at: word, &cursor)
    case .kpi: try readKPI(&cursor)
    case .meeting: try readMeeting(&cursor)
    case .reading: try readReadingByName(&cursor)
    case .cycle: try readCycle(at: word, &cursor)
    case .every, .owner, .team, .with, .kind, .supports, .weight, .private,
      .action, .close, .cause, .from, .keep, .milestone, .measured, .plan,
      .moved, .start, .due, .unit, .healthy, .tolerable, .total, .target,
      .guards, .accept, .decision, .blocker, .parked, .next, .narrative:
      try readProperty(keyword, at: word, &cursor)
    }
  }

  /// Makes the lines that follow belong to a block.
  mutating func open(_ kind: Block.Kind, index: Int) {
    note(
      Opening(
        offset: line == 1 ? 0 : lineStart, kind: kind, index: index, line: line)
    )
    var first = lineStart
    while first < bytes.count, isBlank(bytes[first]) { first += 1 }
    scope = Scope(
      kind: kind, index: index, indentation: indentation(of: first))
  }

  /// Notes an opening: the last one of a line holds, and the head of the file
  /// goes on where it is open already.
  private mutating func note(_ opening: Opening) {
    if openings.last?.offset == opening.offset { openings.removeLast() }
    let isOpen = (openings.last?.kind ?? .file) == .file
    if opening.kind == .file, isOpen { return }
    openings.append(opening)
  }

  /// Makes the line that was read, up to `next`, part of the open block.
  mutating func extendBlock(to next: Int) {
    switch scope.kind {
    case .objective: objectiveBlocks[scope.index].end = next
    case .keyResult: keyResultBlocks[scope.index].end = next
    case .kpi: kpiBlocks[scope.index].end = next
    case .meeting: meetingBlocks[scope.index].end = next
    case .file, .nothing: break
    }
  }

  private mutating func readHead(
    _ keyword: Keyword, at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    switch keyword {
    case .mission:
      try once.check(board.mission == nil, keyword, word)
      board.mission = try text(&cursor, "the text of the mission")
    case .vision:
      try once.check(board.vision == nil, keyword, word)
      board.vision = try text(&cursor, "the text of the vision")
    case .limit: try readLimit(at: word, &cursor)
    case .board:
      try once.check(board.title == nil, keyword, word)
      board.title = try text(&cursor, "the title of the board")
    case .every, .cycle, .objective, .kr, .kpi, .meeting, .reading, .owner,
      .team, .with, .kind, .supports, .weight, .private, .action, .close,
      .cause, .from, .keep, .milestone, .measured, .plan, .moved, .start, .due,
      .unit, .healthy, .tolerable, .total, .target, .guards, .accept, .decision,
      .blocker, .parked, .next, .narrative:
      break
    }
  }

  private mutating func readLimit(
    at keyword: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    guard let word = cursor.word() else {
      throw missing(
        "what is limited", "write objectives, key-results or kpis", cursor)
    }
    let limit: WritableKeyPath<Board.Limits, Int?>
    if cursor.matches(word, "objectives") {
      limit = \.objectives
    } else if cursor.matches(word, "key-results") {
      limit = \.keyResults
    } else if cursor.matches(word, "kpis") {
      limit = \.kpis
    } else {
      throw Complaint(
        .badWord, "\(quoted(decoded(bytes[word]))) can not be limited",
        "write objectives, key-results or kpis", at: word)
    }
    let numberPlace = cursor.peekWord() ?? cursor.missingPlace
    let number = try number(&cursor)
    guard number >= 0, number == number.rounded(), number < 1e9 else {
      throw Complaint(
        .badNumber,
        "\(quoted(decoded(bytes[numberPlace]))) is not a whole number",
        "write 0 or more", at: numberPlace)
    }
    try end(&cursor)
    try once.check(board.limits[keyPath: limit] == nil, .limit, keyword)
    board.limits[keyPath: limit] = Int(number)
  }

  private mutating func readObjective(
    _ cursor: inout Cursor
  ) throws(Complaint) {
    let (id, range) = idOfOpener(&cursor)
    if let id, reopens(id) { return }
    let place = board.objectives.count
    let title = cursor.rest()
    board.objectives.append(
      Objective(id: nil, title: decoded(bytes[title]), line: line))
    let block = Block(start: lineStart, end: lineStart)
    objectiveBlocks.append(block)
    board.objectives[place].keyResults =
      board.keyResults.count..<board.keyResults.count
    open(.objective, index: place)
    if try declare(id, range, as: .objective(place)) {
      board.objectives[place].id = id
    }
    if title.isEmpty { throw missingTitle(cursor) }
  }

  private mutating func readKeyResult(
    at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    let isUnderBroken = scope.kind == .nothing
    let isUnderObjective = scope.kind == .objective || scope.kind == .keyResult
    let (id, range) = idOfOpener(&cursor)
    guard isUnderObjective else {
      open(.nothing, index: 0)
      if isUnderBroken { return }
      throw Complaint(
        .noObjective, "a key result without an objective above it",
        "put it under the objective that it measures", at: word)
    }
    if let id, reopens(id) { return }
    let title = cursor.rest()
    let place = board.keyResults.count
    let objective = board.objectives.count - 1
    board.keyResults.append(
      KeyResult(
        id: nil, title: decoded(bytes[title]), line: line, objective: objective)
    )
    board.objectives[objective].keyResults =
      board.objectives[objective].keyResults.lowerBound..<(place + 1)
    keyResultBlocks.append(Block(start: lineStart, end: lineStart))
    open(.keyResult, index: place)
    if try declare(id, range, as: .keyResult(place)) {
      board.keyResults[place].id = id
    }
    if title.isEmpty { throw missingTitle(cursor) }
  }

  private mutating func readKPI(_ cursor: inout Cursor) throws(Complaint) {
    let (id, range) = idOfOpener(&cursor)
    if let id, reopens(id) { return }
    let place = board.kpis.count
    let title = cursor.rest()
    board.kpis.append(KPI(id: nil, title: decoded(bytes[title]), line: line))
    kpiBlocks.append(Block(start: lineStart, end: lineStart))
    open(.kpi, index: place)
    if try declare(id, range, as: .kpi(place)) { board.kpis[place].id = id }
    if title.isEmpty { throw missingTitle(cursor) }
  }

  private mutating func readMeeting(
    _ cursor: inout Cursor
  ) throws(Complaint) {
    open(.nothing, index: 0)
    let moment = try date(&cursor)
    let place = board.meetings.count
    let (title, people) = cursor.titleAndPeople()
    var meeting = Meeting(
      moment: moment, title: decoded(bytes[title]), line: line)
    meeting.people = people.map { decoded(bytes[$0]) }
    board.meetings.append(meeting)
    meetingBlocks.append(Block(start: lineStart, end: lineStart))
    open(.meeting, index: place)
    if title.isEmpty { throw missingTitle(cursor) }
  }

  private func missingTitle(_ cursor: Cursor) -> Complaint {
    missing("the title", "say in a few words what it is", cursor)
  }

  /// The id behind an opener's keyword.
  ///
  /// A bracket of another form belongs to the title, with a warning.
  private mutating func idOfOpener(
    _ cursor: inout Cursor
  ) -> (id: ID?, range: Range<Int>) {
    cursor.skipBlanks()
    let start = cursor.position
    guard cursor.next == UInt8(ascii: "["), let word = cursor.peekWord() else {
      return (nil, start..<start)
    }
    let inside =
      (word.lowerBound + 1)..<max(word.lowerBound + 1, word.upperBound - 1)
    if bytes[word.upperBound - 1] == UInt8(ascii: "]"), let id = id(inside) {
      _ = cursor.word()
      return (id, word)
    }
    complain(
      .bracketInTitle, word,
      "\(quoted(decoded(bytes[word]))) is not an id and belongs to the title",
      "write an id as [nps], or take the bracket out")
    return (nil, start..<start)
  }

  /// Gives an id to a thing; throws where another one has it.
  private mutating func declare(
    _ id: ID?, _ range: Range<Int>, as thing: Thing
  ) throws(Complaint) -> Bool {
    guard let id else { return false }
    if let first = board.things.updateValue(thing, forKey: id) {
      board.things[id] = first
      throw Complaint(
        .doubled, "the id \(quoted(id.text)) is taken",
        "choose another id: objectives, key results and KPIs share one name space",
        at: range)
    }
    return true
  }

  /// Whether an opener on the second side of a conflict is about the thing that
  /// the first side opened; its lines are then read into that.
  private mutating func reopens(_ id: ID) -> Bool {
    guard conflict == .second, let thing = board.things[id] else {
      return false
    }
    switch thing {
    case .objective(let index):
      guard index == board.objectives.count - 1 else { return false }
      open(.objective, index: index)
    case .keyResult(let index):
      guard board.keyResults[index].objective == board.objectives.count - 1
      else { return false }
      open(.keyResult, index: index)
    case .kpi(let index): open(.kpi, index: index)
    }
    return true
  }
}
