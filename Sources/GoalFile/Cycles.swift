import Goals

extension Parser {
  /// Reads `cycle NAME` in an objective or a key result, and everywhere the
  /// declaration `cycle NAME DATE .. DATE`.
  mutating func readCycle(
    at word: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    guard let name = cursor.word() else {
      throw missing("the name of the cycle", "write it as 2026-Q4", cursor)
    }
    guard cursor.isAtEnd else {
      open(.nothing, index: 0)
      try readDeclaration(of: name, &cursor)
      open(.file, index: 0)
      return
    }
    let text = decoded(bytes[name])
    switch scope.kind {
    case .objective:
      try once.check(board.objectives[scope.index].cycle == nil, .cycle, word)
      if board.objectives[scope.index].cycle == nil {
        board.objectives[scope.index].cycle = text
      }
      cycleNames.append((line, name))
    case .keyResult:
      try once.check(board.keyResults[scope.index].cycle == nil, .cycle, word)
      if board.keyResults[scope.index].cycle == nil {
        board.keyResults[scope.index].cycle = text
      }
      cycleNames.append((line, name))
    case .nothing: break
    case .file:
      throw missing(
        "the dates of the cycle", "write cycle NAME 2026-10-01 .. 2026-12-31",
        cursor)
    case .kpi, .meeting: throw misplaced(.cycle, at: word)
    }
  }

  private mutating func readDeclaration(
    of name: Range<Int>, _ cursor: inout Cursor
  ) throws(Complaint) {
    let place = cursor.peekWord() ?? cursor.missingPlace
    let form = "cycle NAME 2026-10-01 .. 2026-12-31"
    if DateWord.begins(bytes[place]), place.count > 12,
      bytes[place.lowerBound + 10] == UInt8(ascii: ".")
    {
      throw Complaint(
        .badRange, "\(quoted(decoded(bytes[place]))) is not a date",
        "put blanks around the dots: \(form)", at: place)
    }
    let start = try date(&cursor)
    try expect("..", &cursor, form)
    let last = try date(&cursor)
    try end(&cursor)
    guard start.day <= last.day else {
      throw Complaint(
        .wrongOrder, "the cycle ends before it begins",
        "put the first day first", at: place.lowerBound..<cursor.end)
    }
    let text = decoded(bytes[name])
    let isFirst = !board.isDeclared(cycle: text)
    try once.check(isFirst, .cycle, name)
    guard isFirst else { return }
    board.declare(
      Cycle(name: text, start: start.day, end: last.day, line: line))
  }

  /// What is wrong with a statement in a block where it has no meaning.
  func misplaced(_ keyword: Keyword, at word: Range<Int>) -> Complaint {
    let places = Block.Kind.allCases.filter(keyword.places.contains)
    let names = places.map(\.name).joined(separator: " or ")
    return Complaint(
      .misplaced,
      "'\(keyword.rawValue)' belongs to \(names), not to \(scope.kind.name)",
      "move it there, or put '#' in front of it", at: word)
  }
}
