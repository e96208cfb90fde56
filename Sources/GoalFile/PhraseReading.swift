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
