import Goals

// A file of which an earlier version was read: blocks that say the same are
// taken over as they were read then.

extension Document {
  /// Reads a board file of less than 4 GiB, as `init(_:)` does, but faster where
  /// little of it is another than in an earlier version.
  package init(_ bytes: [UInt8], after earlier: Document) {
    var parser = Parser(bytes)
    if earlier.isInBlocks {
      parser.parse(after: earlier)
    } else {
      parser.parse()
    }
    self.init(parser)
  }

  /// Whether each line about a thing lies in its one block.
  var isInBlocks: Bool {
    conflicts.isEmpty && !statements.all.contains { $0.keyword == .reading }
  }

  /// Behind the line that begins at `offset`, line end included.
  fileprivate func endOfLine(from offset: Int) -> Int {
    min(bytes.count, line(at: offset).upperBound + 1)
  }

  /// The bytes from the opening before that one, or the start of the file, to
  /// it, or the end of the file.
  func segment(before place: Int) -> Range<Int> {
    let start = place > 0 ? openings[place - 1].offset : 0
    let end = place < openings.count ? openings[place].offset : bytes.count
    return start..<end
  }
}

extension Parser {
  /// Reads the file to its end, with the blocks that stand in the earlier
  /// version too as they were read there.
  fileprivate mutating func parse(after earlier: Document) {
    let same = SameBytes(earlier.bytes, bytes)
    var old = OpeningsInOrder(earlier.openings)
    parse { parser, position in
      guard parser.conflict == .none,
        let start = same.start(ofLineAt: position),
        let place = old.place(at: start)
      else { return nil }
      return parser.takeOver(
        place, of: earlier, by: position - start, within: same)
    }
  }

  /// Takes a block over that begins on the line after this one, and returns
  /// where the next line begins; `nil` where it has to be read.
  private mutating func takeOver(
    _ place: Int, of earlier: Document, by way: Int,
    within same: SameBytes
  ) -> Int? {
    let opening = earlier.openings[place]
    let segment = earlier.segment(before: place + 1)
    let move = Move(bytes: way, lines: line + 1 - opening.line)
    // The line that follows must open another block still.
    guard place + 1 < earlier.openings.count,
      same.holds(
        segment.lowerBound..<earlier.endOfLine(from: segment.upperBound),
        by: way),
      let thing = Thing(opening), let new = nextPlace(for: thing),
      earlier.board.rows(of: thing).upperBound <= earlier.rowsInOrder,
      isSound(segment, in: earlier), takeID(of: thing, in: earlier, as: new)
    else { return nil }
    take(thing, of: earlier, move)
    takeStatements(earlier.statements.within(segment), as: new, move)
    takeReadings(of: thing, in: earlier, as: new, move)
    scope = Scope(kind: opening.kind, index: new.index)
    line += earlier.openings[place + 1].line - opening.line
    return segment.upperBound + way
  }

  /// What a thing becomes that is taken over as the next of its kind; `nil`
  /// where it can not stand here.
  private func nextPlace(for thing: Thing) -> Thing? {
    switch thing {
    case .objective: return .objective(board.objectives.count)
    case .keyResult:
      let isUnderObjective =
        scope.kind == .objective || scope.kind == .keyResult
      return isUnderObjective ? .keyResult(board.keyResults.count) : nil
    case .kpi: return .kpi(board.kpis.count)
    }
  }

  /// Whether nothing was complained of there.
  private func isSound(_ segment: Range<Int>, in earlier: Document) -> Bool {
    earlier.diagnostics.allSatisfy { !segment.contains($0.range.lowerBound) }
  }

  /// Gives a thing the id that it had; `false` where another one has it.
  private mutating func takeID(
    of thing: Thing, in earlier: Document, as new: Thing
  ) -> Bool {
    guard let id = earlier.board.id(of: thing) else { return true }
    guard board.things[id] == nil else { return false }
    board.things[id] = new
    return true
  }

  private mutating func take(
    _ thing: Thing, of earlier: Document, _ move: Move
  ) {
    switch thing {
    case .objective(let index):
      var objective = earlier.board.objectives[index]
      objective.move(by: move.lines)
      objective.parents = []
      objective.rows = 0..<0
      let next = board.keyResults.count
      objective.keyResults = next..<next
      board.objectives.append(objective)
      let block = earlier.objectiveBlocks[index]
      objectiveBlocks.append(block.moved(by: move.bytes))
      open(.objective, board.objectives.count - 1, block, move)
    case .keyResult(let index):
      var keyResult = earlier.board.keyResults[index]
      keyResult.move(by: move.lines)
      keyResult.kpi = nil
      keyResult.rows = 0..<0
      keyResult.objective = board.objectives.count - 1
      for point in keyResult.plan {
        entries.insert(.plan(board.keyResults.count, point.day))
      }
      let first = board.objectives[keyResult.objective].keyResults.lowerBound
      board.keyResults.append(keyResult)
      board.objectives[keyResult.objective].keyResults =
        first..<board.keyResults.count
      let block = earlier.keyResultBlocks[index]
      keyResultBlocks.append(block.moved(by: move.bytes))
      open(.keyResult, board.keyResults.count - 1, block, move)
    case .kpi(let index):
      var kpi = earlier.board.kpis[index]
      kpi.move(by: move.lines)
      kpi.guarded = []
      kpi.rows = 0..<0
      board.kpis.append(kpi)
      let block = earlier.kpiBlocks[index]
      kpiBlocks.append(block.moved(by: move.bytes))
      open(.kpi, board.kpis.count - 1, block, move)
    }
  }

  private mutating func open(
    _ kind: Block.Kind, _ index: Int, _ block: Block, _ move: Move
  ) {
    openings.append(
      Opening(
        offset: block.start + move.bytes, kind: kind, index: index,
        line: line + 1))
  }

  private mutating func takeStatements(
    _ old: ArraySlice<Statement>, as thing: Thing, _ move: Move
  ) {
    for statement in old {
      let moved = statement.moved(by: move, index: thing.index)
      statements.append(moved)
      takeReference(in: moved)
    }
  }

  /// Notes what a statement refers to, to be resolved anew.
  private mutating func takeReference(in statement: Statement) {
    let (line, index) = (statement.line, statement.index)
    var cursor = Cursor(
      bytes: bytes, position: statement.range.lowerBound,
      end: statement.range.upperBound)
    _ = cursor.word()
    switch statement.keyword {
    case .cycle:
      if let name = cursor.word() { cycleNames.append((line, name)) }
    case .supports:
      if let (id, range) = try? reference(&cursor) {
        supports.append((index, id, line, range))
        entries.insert(.reference(from: .objective(index), to: id))
      }
    case .guards:
      if let (id, range) = try? reference(&cursor) {
        guards.append((index, id, line, range))
        entries.insert(.reference(from: .kpi(index), to: id))
      }
    case .measured:
      _ = cursor.word()
      if let (id, range) = try? reference(&cursor) {
        measuredBy.append((index, id, line, range))
      }
    case .board, .mission, .vision, .limit, .every, .objective, .kr, .kpi,
      .meeting, .reading, .owner, .team, .with, .kind, .weight, .private,
      .action, .close, .cause, .from, .keep, .milestone, .plan, .moved, .start,
      .due, .unit, .healthy, .tolerable, .total, .target, .accept, .decision,
      .blocker, .parked, .next, .narrative:
      break
    }
  }

  private mutating func takeReadings(
    of thing: Thing, in earlier: Document, as new: Thing, _ move: Move
  ) {
    let old = earlier.board.readings
    let rows = earlier.board.rows(of: thing)
    guard !rows.isEmpty else { return }
    readings.begin(.thing(new))
    let way = readings.count - rows.lowerBound
    readings.columns.moments += old.moments[rows]
    readings.columns.values += old.values[rows]
    readings.columns.offsets += old.offsets[rows].map {
      UInt32(Int($0) + move.bytes)
    }
    let words = old.indicesOfWords(in: rows)
    readings.columns.rowsWithWords += old.rowsWithWords[words].map {
      UInt32(Int($0) + way)
    }
    readings.columns.words += old.words[words].map {
      $0.moved(by: move.bytes)
    }
    readings.runs[readings.runs.count - 1].end = readings.count
  }
}

/// How far a block lies from where it lay.
private struct Move {
  let bytes: Int
  let lines: Int
}

/// The openings of an earlier version, to be asked for one after another.
private struct OpeningsInOrder {
  let openings: [Opening]
  private var next = 0

  init(_ openings: [Opening]) {
    self.openings = openings
  }

  /// The place of the opening at an offset, which is behind the last one that
  /// was asked for.
  mutating func place(at offset: Int) -> Int? {
    while next < openings.count, openings[next].offset < offset { next += 1 }
    return next < openings.count && openings[next].offset == offset
      ? next : nil
  }
}

extension Thing {
  /// `nil` for the opening of what is no thing.
  fileprivate init?(_ opening: Opening) {
    switch opening.kind {
    case .objective: self = .objective(opening.index)
    case .keyResult: self = .keyResult(opening.index)
    case .kpi: self = .kpi(opening.index)
    case .file, .meeting, .nothing: return nil
    }
  }

  fileprivate var index: Int {
    switch self {
    case .objective(let index), .keyResult(let index), .kpi(let index): index
    }
  }
}

// MARK: - Elsewhere in the file

extension Block {
  fileprivate func moved(by way: Int) -> Block {
    Block(start: start + way, end: end + way)
  }
}

extension Statement {
  fileprivate func moved(by move: Move, index: Int) -> Statement {
    Statement(
      line: line + move.lines, keyword: keyword,
      range: range.lowerBound + move.bytes..<range.upperBound + move.bytes,
      kind: kind, index: index, isSound: isSound)
  }
}

extension Readings.Words {
  fileprivate func moved(by way: Int) -> Readings.Words {
    var words = self
    words.person = person.map { $0.moved(by: way) }
    words.note = note.map { $0.moved(by: way) }
    return words
  }
}

extension Excerpt {
  fileprivate func moved(by way: Int) -> Excerpt {
    Excerpt(range.lowerBound + way..<range.upperBound + way)
  }
}

extension Objective {
  fileprivate mutating func move(by lines: Int) {
    guard lines != 0 else { return }
    line += lines
    for place in actions.indices { actions[place].line += lines }
    closing?.line += lines
  }
}

extension KeyResult {
  fileprivate mutating func move(by lines: Int) {
    guard lines != 0 else { return }
    line += lines
    for place in milestones.indices { milestones[place].line += lines }
    for place in plan.indices { plan[place].line += lines }
    for place in moves.indices { moves[place].line += lines }
    for place in actions.indices { actions[place].line += lines }
    closing?.line += lines
  }
}

extension KPI {
  fileprivate mutating func move(by lines: Int) {
    guard lines != 0 else { return }
    line += lines
    for place in acceptances.indices { acceptances[place].line += lines }
    for place in actions.indices { actions[place].line += lines }
  }
}
