import Goals

// Phrases are read by the parser of files and by nothing else, so that what is
// checked before it is written means the same when the file is read again.

extension Phrase {
  /// Reads one line as a statement of a block of that kind.
  ///
  /// What only other lines can contradict is not looked at.
  package init(
    reading line: String, in place: Block.Kind
  ) throws(EditError) {
    guard !line.unicodeScalars.contains(where: breaksLines) else {
      throw .notText
    }
    let stage = Phrase.stage(for: place)
    let document = Document(Array((stage + line).utf8))
    if let error = document.diagnostics.first(where: \.isAboutOneLine) {
      throw .invalid(error.message)
    }
    let lastLine = stage.utf8.count { $0 == 10 } + 1
    guard let statement = document.statements.statement(onLine: lastLine),
      let phrase = Phrase(statement, in: document)
    else { throw .misread(trimmed(line)) }
    guard statement.place == place else {
      throw .invalid(
        "'\(phrase.keyword.rawValue)' does not belong to \(place.name)")
    }
    self = phrase
  }

  /// The lines under which one of a block of that kind can stand.
  static func stage(for place: Block.Kind) -> String {
    switch place {
    case .file, .nothing: return ""
    case .objective: return "objective x\n"
    case .keyResult: return "objective x\nkr x\n"
    case .kpi: return "kpi x\n"
    case .meeting: return "meeting 2000-01-01 x\n"
    }
  }

  /// What a statement that stands alone in `document` says; `nil` where it is
  /// none that can be written.
  private init?(_ statement: Statement, in document: Document) {
    let board = document.board
    let words = document.words(in: statement.range)
    let phrase: Phrase?
    switch statement.keyword {
    case .reading: phrase = nil
    case .objective, .kr, .kpi, .meeting:
      phrase = Phrase(opener: statement.keyword, in: board)
    case .board, .mission, .vision, .limit:
      phrase = Phrase(head: statement.keyword, words, in: board)
    case .cycle where statement.kind == .file:
      phrase = board.cycles.last.map {
        .declaration($0.name, from: Moment($0.start), to: Moment($0.end))
      }
    case .every where statement.kind == .file:
      phrase = board.every.map(Phrase.every)
    case .every, .cycle, .owner, .team, .with, .kind, .supports, .weight,
      .private, .action, .close, .cause, .from, .keep, .milestone, .measured,
      .plan, .moved, .start, .due, .unit, .healthy, .tolerable, .total, .target,
      .guards, .accept, .decision, .blocker, .parked, .next, .narrative:
      switch statement.kind {
      case .objective:
        phrase = board.objectives.last.flatMap {
          Phrase(statement.keyword, words, of: $0)
        }
      case .keyResult:
        phrase = board.keyResults.last.flatMap {
          Phrase(statement.keyword, words, of: $0)
        }
      case .kpi:
        phrase = board.kpis.last.flatMap {
          Phrase(statement.keyword, words, of: $0)
        }
      case .meeting:
        phrase = board.meetings.last.flatMap {
          Phrase(statement.keyword, of: $0)
        }
      case .file, .nothing: phrase = nil
      }
    }
    guard let phrase else { return nil }
    self = phrase
  }

  private init?(opener: Keyword, in board: Board) {
    if opener == .objective, let it = board.objectives.last {
      self = .objective(id: it.id, title: it.title)
    } else if opener == .kr, let it = board.keyResults.last {
      self = .keyResult(id: it.id, title: it.title)
    } else if opener == .kpi, let it = board.kpis.last {
      self = .kpi(id: it.id, title: it.title)
    } else if let it = board.meetings.last {
      self = .meeting(it.moment, title: it.title, people: it.people)
    } else {
      return nil
    }
  }

  private init?(head: Keyword, _ words: [String], in board: Board) {
    if head == .board, let title = board.title {
      self = .board(title)
    } else if head == .mission, let text = board.mission {
      self = .mission(text)
    } else if head == .vision, let text = board.vision {
      self = .vision(text)
    } else if words.count > 2, let limit = Limit(rawValue: words[1]) {
      self = .limit(limit, words[2])
    } else {
      return nil
    }
  }
}

// MARK: - In a block

extension Phrase {
  private init?(_ keyword: Keyword, _ words: [String], of it: Objective) {
    var phrase: Phrase?
    switch keyword {
    case .cycle: phrase = it.cycle.map(Phrase.cycle)
    case .owner: phrase = it.owner.map(Phrase.owner)
    case .team: phrase = it.team.map(Phrase.team)
    case .with: phrase = .with(it.contributors)
    case .kind: phrase = it.kind.map(Phrase.kind)
    case .supports: phrase = it.supports.last.map(Phrase.supports)
    case .weight: phrase = words.at(1).map(Phrase.weight)
    case .private: phrase = .private
    case .every: phrase = it.every.map(Phrase.every)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .close: phrase = it.closing.flatMap { Phrase($0, words) }
    case .cause: phrase = it.cause.map(Phrase.cause)
    case .board, .mission, .vision, .limit, .objective, .kr, .kpi, .meeting,
      .reading, .from, .keep, .milestone, .measured, .plan, .moved, .start,
      .due, .unit, .healthy, .tolerable, .total, .target, .guards, .accept,
      .decision, .blocker, .parked, .next:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }

  private init?(_ keyword: Keyword, _ words: [String], of it: KeyResult) {
    var phrase: Phrase?
    switch keyword {
    case .cycle: phrase = it.cycle.map(Phrase.cycle)
    case .owner: phrase = it.owner.map(Phrase.owner)
    case .weight: phrase = words.at(1).map(Phrase.weight)
    case .private: phrase = .private
    case .every: phrase = it.every.map(Phrase.every)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .close: phrase = it.closing.flatMap { Phrase($0, words) }
    case .cause: phrase = it.cause.map(Phrase.cause)
    case .from, .keep: phrase = Phrase(measure: words, unit: it.unit)
    case .milestone:
      phrase = it.milestones.last.map {
        .milestone($0.box, due: $0.due, text: $0.text)
      }
    case .measured: phrase = it.kpiID.map(Phrase.measured(by:))
    case .plan:
      guard let point = it.plan.last, let value = words.at(2) else { break }
      phrase = .plan(point.moment, value)
    case .moved: phrase = it.moves.last.flatMap { Phrase($0, words) }
    case .start: phrase = it.start.map(Phrase.start)
    case .due: phrase = it.due.map(Phrase.due)
    case .board, .mission, .vision, .limit, .objective, .kr, .kpi, .meeting,
      .reading, .team, .with, .kind, .supports, .unit, .healthy, .tolerable,
      .total, .target, .guards, .accept, .decision, .blocker, .parked, .next:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }

  private init?(_ keyword: Keyword, _ words: [String], of it: KPI) {
    var phrase: Phrase?
    switch keyword {
    case .owner: phrase = it.owner.map(Phrase.owner)
    case .team: phrase = it.team.map(Phrase.team)
    case .private: phrase = .private
    case .every: phrase = it.every.map(Phrase.every)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .unit: phrase = it.unit.map(Phrase.unit)
    case .healthy:
      let ends = Phrase.ends(of: words)
      phrase = .healthy(from: ends.from, to: ends.to)
    case .tolerable:
      let ends = Phrase.ends(of: words)
      phrase = .tolerable(from: ends.from, to: ends.to)
    case .total:
      let total = words.at(1).flatMap(KPI.Total.init(rawValue:))
      phrase = .total(total, per: it.per)
    case .target:
      phrase = words.at(1).map { .target($0, by: it.target?.by) }
    case .guards: phrase = it.guards.last.map(Phrase.guards)
    case .accept:
      guard let last = it.acceptances.last, let value = words.at(5) else {
        break
      }
      phrase = .accept(
        from: last.from, until: last.until, at: value, reason: last.reason)
    case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
      .meeting, .reading, .with, .kind, .supports, .weight, .close, .cause,
      .from, .keep, .milestone, .measured, .plan, .moved, .start, .due,
      .decision, .blocker, .parked, .next:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }

  private init?(_ keyword: Keyword, of it: Meeting) {
    var phrase: Phrase?
    switch keyword {
    case .decision: phrase = it.decisions.last.map(Phrase.decision)
    case .blocker: phrase = it.blockers.last.map(Phrase.blocker)
    case .parked: phrase = it.parked.last.map(Phrase.parked)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .next: phrase = it.next.map(Phrase.next)
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .reading, .owner, .team, .with, .kind, .supports, .weight,
      .private, .close, .cause, .from, .keep, .milestone, .measured, .plan,
      .moved, .start, .due, .unit, .healthy, .tolerable, .total, .target,
      .guards, .accept:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }
}

// MARK: - Statements of several words

extension Phrase {
  private init(_ action: Action) {
    self = .action(
      action.box, due: action.due, person: action.person, text: action.text)
  }

  private init?(_ closing: Closing, _ words: [String]) {
    guard let score = words.at(2) else { return nil }
    self = .close(
      closing.moment, score: score, next: closing.next, note: closing.note)
  }

  private init?(_ move: KeyResult.Move, _ words: [String]) {
    let from = move.from == nil ? nil : words.at(3)
    guard let to = words.at(from == nil ? 3 : 5) else { return nil }
    self = .moved(move.moment, from: from, to: to, reason: move.reason)
  }

  private init?(measure words: [String], unit: String?) {
    guard let first = words.at(1), let second = words.at(2) else { return nil }
    if words[0] == Keyword.from.rawValue, let to = words.at(3) {
      self = .from(first, to: to, unit: unit)
    } else if first == "above" {
      self = .keepAbove(second, unit: unit)
    } else if first == "below" {
      self = .keepBelow(second, unit: unit)
    } else if let to = words.at(4) {
      self = .keepBetween(second, and: to, unit: unit)
    } else {
      return nil
    }
  }

  private static func ends(
    of words: [String]
  ) -> (from: String?, to: String?) {
    guard words.at(1) != ".." else { return (nil, words.at(2)) }
    return (words.at(1), words.at(3))
  }
}

extension [String] {
  fileprivate func at(_ index: Int) -> String? {
    indices.contains(index) ? self[index] : nil
  }
}

extension Diagnostic {
  /// Whether it is an error that a line has without looking at others.
  fileprivate var isAboutOneLine: Bool {
    switch code {
    case .samePosts, .noRange, .acceptsHealthy, .outsideWindow, .wrongKind,
      .loop:
      return false
    case .notText, .loneCarriageReturn, .conflictMarker, .unknownKeyword,
      .misplaced, .noObjective, .missing, .unexpected, .doubled, .badID,
      .badDate, .badNumber, .badRange, .badBox, .badDuration, .badConfidence,
      .badWord, .wrongOrder, .numberHere, .tooLarge, .bracketInTitle,
      .unknownReference, .unknownCycle, .noReason, .indentation,
      .numberInObjective, .taskAsObjective, .noOwner, .noMeasure, .noUnit,
      .noCycle, .tooManyObjectives, .tooManyKeyResults, .tooManyKPIs,
      .noVerdict, .dateOutsideWindow, .orphan, .future, .unwatched,
      .lateCheckIns, .unchanged, .noNotes:
      return severity == .error
    }
  }
}

extension Document {
  /// The words in a range of bytes.
  func words(in range: Range<Int>) -> [String] {
    var cursor = Cursor(
      bytes: bytes, position: range.lowerBound, end: range.upperBound)
    var words: [String] = []
    while let word = cursor.word() { words.append(decoded(bytes[word])) }
    return words
  }

  /// What the statement on a line says, its numbers as they are spelled there;
  /// `nil` where there is no statement that an edit could write.
  package func phrase(onLine line: Int) -> Phrase? {
    guard let statement = statements.statement(onLine: line) else {
      return nil
    }
    return try? Phrase(
      reading: decoded(bytes[statement.range]), in: statement.place)
  }
}

extension Statement {
  /// The kind of block that it would be written in: for a key result's opener
  /// the objective.
  var place: Block.Kind {
    switch keyword.opens {
    case .keyResult: .objective
    case .objective, .kpi, .meeting: .file
    case .file, .nothing, nil: kind
    }
  }
}
