import Goals

// Edits of whole blocks: they come, go and move.

extension Document {
  /// Takes out a block with what belongs to it.
  ///
  /// References to it go as well: a reference to nothing means nothing, and one
  /// that was left behind would come alive again with the next thing of that id.
  func removing(_ subject: Subject) throws(EditError) -> Change {
    guard has(subject), subject != .head else {
      throw .missing("such block")
    }
    let ids = ids(in: subject)
    let region = region(of: subject)
    try checkConflicts(in: region)
    try checkCut(region)
    try checkClaims(on: ids, outside: region)
    var patches = LinePatches()
    cut(region, keeping: readingsByName(in: region, except: ids), &patches)
    for statement in statements.all
    where !region.contains(statement.range.lowerBound) {
      guard let id = reference(in: statement), ids.contains(id) else {
        continue
      }
      if statement.keyword == .measured, let owner = self.subject(of: statement)
      {
        try checkLines(of: owner, without: [statement], with: [])
      }
      patches.remove(wholeLine(at: statement.range.lowerBound))
    }
    return try checked(patches.change(of: self))
  }

  /// Puts a block elsewhere.
  func moving(
    _ thing: Thing, to place: Edit.Place
  ) throws(EditError) -> Change {
    let subject = Subject.thing(thing)
    guard has(subject) else { throw .missing("such block") }
    let region = region(of: subject)
    let site = try site(for: subject.kind, at: place, date: nil, moving: thing)
    try checkConflicts(in: region)
    let around =
      startOfEmptyLines(
        above: region.lowerBound)...endOfEmptyLines(from: region.upperBound)
    guard !around.contains(site.offset) else { return Change([], of: bytes) }
    try checkCut(region)
    try checkPaste(subject.kind, at: site.offset)
    try checkReadings(of: subject, from: region, to: site.offset)
    let kept = readingsByName(in: region, except: [])
    var patches = LinePatches()
    cut(region, keeping: kept, &patches)
    var text = pieces(of: region, without: kept).flatMap { bytes[$0] }
    if text.last != 10 { text += lineEnd(ofLineAt: region.lowerBound) }
    patches.insert(site.surrounding(text), at: site.offset)
    return try checked(patches.change(of: self))
  }

  /// Puts in a new block.
  func adding(
    _ phrases: [Phrase], at place: Edit.Place
  ) throws(EditError) -> Change {
    guard let opener = phrases.first, let kind = opener.keyword.opens else {
      throw .missing("statement that opens a block")
    }
    try check(opener, in: kind == .keyResult ? .objective : .file)
    if let id = opener.id, board.things[id] != nil { throw .taken(id) }
    for phrase in phrases.dropFirst() {
      try check(phrase, in: kind)
      try check(referenceOf: phrase, in: .head)
    }
    try check(linesOf: phrases, in: kind)
    let site = try site(
      for: kind, at: place, date: opener.moment, moving: nil)
    try checkPaste(kind, at: site.offset)
    let text = lines(of: phrases, at: site)
    var patches = LinePatches()
    patches.insert(site.surrounding(text), at: site.offset)
    return try checked(patches.change(of: self))
  }

  /// The ids of a thing and, if it is an objective, of its key results.
  func ids(in subject: Subject) -> Set<ID> {
    guard case .thing(let thing) = subject else { return [] }
    var ids = Set([board.id(of: thing)].compactMap(\.self))
    if case .objective(let index) = thing {
      for keyResult in board.objectives[index].keyResults {
        if let id = board.keyResults[keyResult].id { ids.insert(id) }
      }
    }
    return ids
  }

  /// The id that a statement refers to, if it is one that refers.
  func reference(in statement: Statement) -> ID? {
    referenceRange(in: statement).map { ID(decoded(bytes[$0])) }
  }

  /// Where that id stands, without its brackets.
  func referenceRange(in statement: Statement) -> Range<Int>? {
    let place: Int
    switch statement.keyword {
    case .supports, .guards, .reading: place = 1
    case .measured: place = 2
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .owner, .team, .with, .kind, .weight, .private, .action,
      .close, .cause, .from, .keep, .milestone, .plan, .moved, .start, .due,
      .unit, .healthy, .tolerable, .total, .target, .accept, .decision,
      .blocker, .parked, .next, .narrative:
      return nil
    }
    var cursor = Cursor(
      bytes: bytes, position: statement.range.lowerBound,
      end: statement.range.upperBound)
    for _ in 0..<place { _ = cursor.word() }
    guard let word = cursor.word(), word.count > 2,
      bytes[word.lowerBound] == UInt8(ascii: "["),
      bytes[word.upperBound - 1] == UInt8(ascii: "]")
    else { return nil }
    return (word.lowerBound + 1)..<(word.upperBound - 1)
  }
}

// MARK: - Checks

extension Document {
  private func checkCut(_ region: Range<Int>) throws(EditError) {
    switch openKind(before: region.lowerBound) {
    case .objective, .keyResult: try checkStray(from: region.upperBound)
    case .file, .kpi, .meeting, .nothing: return
    }
  }

  private func checkPaste(
    _ kind: Block.Kind, at offset: Int
  ) throws(EditError) {
    switch kind {
    case .objective, .keyResult: try checkStray(from: offset)
    case .file, .kpi, .meeting, .nothing: return
    }
  }

  /// Throws where the lines of a new block contradict each other.
  private func check(
    linesOf phrases: [Phrase], in kind: Block.Kind
  ) throws(EditError) {
    let stage = kind == .keyResult ? "objective x\n" : ""
    let text = phrases.map { $0.keyword.line($0.words) }
      .joined(separator: "\n")
    let document = Document(Array((stage + text).utf8))
    let error = document.diagnostics.first {
      $0.severity == .error && $0.code != .wrongKind
    }
    if let error { throw .invalid(error.message) }
  }

  /// Throws where moving a thing would change which of two lines of one moment
  /// is the later one: its own, or one that gives the reading by name.
  private func checkReadings(
    of subject: Subject, from region: Range<Int>, to offset: Int
  ) throws(EditError) {
    let ids = ids(in: subject)
    let passed =
      min(region.lowerBound, offset)..<max(region.upperBound, offset)
    for statement in statements.within(passed) {
      guard statement.keyword == .reading, let id = reference(in: statement),
        ids.contains(id), let thing = board.things[id]
      else { continue }
      let start = startOfLine(at: statement.range.lowerBound)
      let words = words(in: statement.range)
      guard words.count > 2, let moment = Moment(written: words[2]) else {
        continue
      }
      let row = board.rows(of: thing).first {
        board.readings.moment(at: $0) == moment
      }
      guard let row else { continue }
      let lines = try lines(ofRow: row, of: thing)
      if lines.contains(where: { $0 != start && isOwnReading(at: $0) }) {
        throw .invalid(
          "line \(statement.line) gives the reading of \(moment) as well: remove one of them first"
        )
      }
    }
  }
}
