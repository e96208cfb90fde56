import GoalFile
import Goals

/// What a board says, without where it says it: the yardstick for edits.
///
/// It is taken from a board, or changed as an edit describes; both must agree.
struct BoardModel: Equatable {
  /// A block or the head of the file.
  struct Entry: Equatable {
    var kind: Block.Kind
    var id: String?
    var title = ""
    var moment = 0
    /// Its statements, those of one keyword in their order.
    var facts: [Keyword: [String]] = [:]
    /// Its readings by their second.
    var readings: [Int: String] = [:]
    var keyResults: [Entry] = []
    /// Whether it is on its way out.
    var isMarked = false
  }

  var head = Entry(kind: .file)
  /// In the order of the file.
  var blocks: [Entry] = []

  static func == (left: BoardModel, right: BoardModel) -> Bool {
    left.head == right.head
      && [Block.Kind.objective, .kpi, .meeting].allSatisfy { kind in
        left.blocks.filter { $0.kind == kind }
          == right.blocks.filter { $0.kind == kind }
      }
  }
}

// MARK: - From a board

extension BoardModel {
  init(_ document: Document) {
    self.init(document, document.board) { $0 }
  }

  /// The model of a board that was read from `document` and then changed, its
  /// readings' persons by what `person` makes of them.
  init(
    _ document: Document, _ board: Board, _ person: (String) -> String
  ) {
    head.add(Phrase.facts(of: board))
    var blocks: [(start: Int, entry: Entry)] = []
    for (index, objective) in board.objectives.enumerated() {
      var entry = Entry(
        kind: .objective, id: objective.id?.text, title: objective.title)
      entry.add(Phrase.facts(of: objective))
      entry.readings = board.texts(of: objective.rows, person)
      entry.keyResults = objective.keyResults.map {
        Entry(board.keyResults[$0], in: board, person)
      }
      blocks.append((document.objectiveBlocks[index].start, entry))
    }
    for (index, kpi) in board.kpis.enumerated() {
      var entry = Entry(kind: .kpi, id: kpi.id?.text, title: kpi.title)
      entry.add(Phrase.facts(of: kpi))
      entry.readings = board.texts(of: kpi.rows, person)
      blocks.append((document.kpiBlocks[index].start, entry))
    }
    for (index, meeting) in board.meetings.enumerated() {
      var entry = Entry(kind: .meeting, title: meeting.title)
      entry.moment = meeting.moment.seconds
      entry.title += meeting.people.map { " @\($0)" }.joined()
      entry.add(Phrase.facts(of: meeting))
      blocks.append((document.meetingBlocks[index].start, entry))
    }
    self.blocks = blocks.sorted { $0.start < $1.start }.map(\.entry)
  }
}

extension BoardModel.Entry {
  init(
    _ keyResult: KeyResult, in board: Board, _ person: (String) -> String
  ) {
    self.init(
      kind: .keyResult, id: keyResult.id?.text, title: keyResult.title)
    add(Phrase.facts(of: keyResult))
    readings = board.texts(of: keyResult.rows, person)
  }

  mutating func add(_ phrases: [Phrase]) { phrases.forEach { add($0) } }

  /// Adds a statement to those of its kind.
  mutating func add(_ phrase: Phrase) {
    facts[phrase.slot, default: []].append(phrase.fact)
    if phrase.slot.isDated { facts[phrase.slot]?.sort() }
  }
}

extension Keyword {
  /// Whether its lines take their place by their dates.
  var isDated: Bool { [.plan, .moved, .accept, .cycle, .limit].contains(self) }
}

extension Board {
  /// Readings as texts, by their second.
  fileprivate func texts(
    of rows: Range<Int>, _ person: (String) -> String
  ) -> [Int: String] {
    var texts: [Int: String] = [:]
    for row in rows {
      let words = readings.words(at: row)
      texts[readings.moment(at: row).seconds] = BoardModel.reading(
        value: readings.value(at: row),
        confidence: words.map { Int($0.confidence) } ?? -1,
        status: words?.status, person: words?.person.map { person(text($0)) },
        note: words?.note.map(text))
    }
    return texts
  }
}

extension BoardModel {
  static func reading(
    value: Double?, confidence: Int, status: DeclaredStatus?, person: String?,
    note: String?
  ) -> String {
    [
      value.map { "\($0)" } ?? "-", "\(confidence)/10", status?.rawValue ?? "",
      "@" + (person ?? ""), note ?? "",
    ].joined(separator: "|")
  }
}

// MARK: - Statements

extension Phrase {
  /// What it stands for in a block: several for `limit`, one for measures.
  var slot: Keyword { keyword == .keep ? .from : keyword }

  /// What it says, its numbers by their values.
  var fact: String {
    if case .total(nil, let per) = self {
      return Phrase.total(.last, per: per).fact
    }
    guard keyword != .narrative, !isFreeText else {
      return keyword.rawValue + words
    }
    return words.utf8.split(separator: 32, omittingEmptySubsequences: false)
      .map { word in
        let word = String(Substring(word))
        return Spelling.value(of: word).map { "\($0)" } ?? word
      }
      .joined(separator: " ") + keyword.rawValue
  }

  private var isFreeText: Bool {
    switch self {
    case .board, .mission, .vision, .cause, .unit, .decision, .blocker, .parked,
      .cycle, .owner, .team, .with:
      return true
    default: return false
    }
  }

  static func facts(of board: Board) -> [Phrase] {
    [board.title.map(Phrase.board), board.mission.map(Phrase.mission)]
      .compactMap(\.self)
      + [
        board.vision.map(Phrase.vision), board.every.map(Phrase.every),
        board.limits.objectives.map { .limit(.objectives, "\($0)") },
        board.limits.keyResults.map { .limit(.keyResults, "\($0)") },
        board.limits.kpis.map { .limit(.kpis, "\($0)") },
      ].compactMap(\.self)
      + board.cycles.map {
        .declaration($0.name, from: Moment($0.start), to: Moment($0.end))
      }
  }

  static func facts(of it: Objective) -> [Phrase] {
    [
      it.cycle.map(Phrase.cycle), it.owner.map(Phrase.owner),
      it.team.map(Phrase.team),
      it.contributors.isEmpty ? nil : .with(it.contributors),
      it.kind.map(Phrase.kind), it.weight.map { .weight("\($0)") },
      it.isPrivate ? .private : nil, it.every.map(Phrase.every),
      it.closing.map(Phrase.init(model:)), it.cause.map(Phrase.cause),
    ].compactMap(\.self) + it.supports.map(Phrase.supports)
      + it.narrative.map(Phrase.narrative) + it.actions.map(Phrase.init(model:))
  }

  static func facts(of it: KeyResult) -> [Phrase] {
    let properties: [Phrase?] = [
      it.cycle.map(Phrase.cycle), it.owner.map(Phrase.owner),
      it.weight.map { .weight("\($0)") }, it.isPrivate ? .private : nil,
      it.every.map(Phrase.every), it.closing.map(Phrase.init(model:)),
      it.cause.map(Phrase.cause), it.kpiID.map(Phrase.measured(by:)),
      it.start.map(Phrase.start), it.due.map(Phrase.due),
      it.measure.flatMap(Phrase.init(model:)),
    ]
    let lists: [Phrase] =
      it.milestones.map { .milestone($0.box, due: $0.due, text: $0.text) }
      + it.plan.map { .plan($0.moment, "\($0.value)") }
      + it.moves.map {
        .moved(
          $0.moment, from: $0.from.map { "\($0)" }, to: "\($0.to)",
          reason: $0.reason)
      }
    return properties.compactMap(\.self) + lists
      + it.narrative.map(Phrase.narrative) + it.actions.map(Phrase.init(model:))
  }

  static func facts(of it: KPI) -> [Phrase] {
    let properties: [Phrase?] = [
      it.owner.map(Phrase.owner), it.team.map(Phrase.team),
      it.isPrivate ? .private : nil, it.unit.map(Phrase.unit),
      it.every.map(Phrase.every),
      it.healthy.map {
        .healthy(from: $0.from.map { "\($0)" }, to: $0.to.map { "\($0)" })
      },
      it.tolerable.map {
        .tolerable(from: $0.from.map { "\($0)" }, to: $0.to.map { "\($0)" })
      },
      it.total == nil && it.per == nil ? nil : .total(it.total, per: it.per),
      it.target.map { .target("\($0.value)", by: $0.by) },
    ]
    let lists: [Phrase] =
      it.guards.map(Phrase.guards)
      + it.acceptances.map {
        .accept(
          from: $0.from, until: $0.until, at: "\($0.value)", reason: $0.reason)
      }
    return properties.compactMap(\.self) + lists
      + it.narrative.map(Phrase.narrative) + it.actions.map(Phrase.init(model:))
  }

  static func facts(of it: Meeting) -> [Phrase] {
    it.decisions.map(Phrase.decision) + it.blockers.map(Phrase.blocker)
      + it.parked.map(Phrase.parked) + it.narrative.map(Phrase.narrative)
      + it.actions.map(Phrase.init(model:))
      + [it.next.map(Phrase.next)].compactMap(\.self)
  }

  private init(model it: Action) {
    self = .action(it.box, due: it.due, person: it.person, text: it.text)
  }

  private init(model it: Closing) {
    self = .close(it.moment, score: "\(it.score)", next: it.next, note: it.note)
  }

  private init?(model measure: KeyResult.Measure) {
    switch measure {
    case .range(let from, let to, let unit):
      self = .from("\(from)", to: "\(to)", unit: unit)
    case .keep(let bounds, let unit):
      switch (bounds.from, bounds.to) {
      case (let from?, let to?):
        self = .keepBetween("\(from)", and: "\(to)", unit: unit)
      case (let from?, nil): self = .keepAbove("\(from)", unit: unit)
      case (nil, let to?): self = .keepBelow("\(to)", unit: unit)
      case (nil, nil): return nil
      }
    case .milestones: return nil
    }
  }
}

/// Numbers in the spellings that generated boards and edits have.
enum Spelling {
  static let all: [(text: String, value: Double)] = [
    ("120k", 120_000), ("1_200", 1_200), ("99.9", 99.9), ("-3", -3),
    ("+2.5", 2.5), ("1.2e6", 1_200_000), ("0", 0), ("2M", 2_000_000),
    ("7", 7), ("0.50", 0.5), ("12%", 12),
  ]

  /// The value of a word that is a number in one of these spellings, or as the
  /// language prints it.
  static func value(of word: String) -> Double? {
    if let known = all.first(where: { $0.text == word }) { return known.value }
    var bytes = Array(word.utf8)
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    var factor = 1.0
    if bytes.last == UInt8(ascii: "k") {
      bytes.removeLast()
      factor = 1_000
    }
    guard
      bytes.allSatisfy({ $0 >= 48 && $0 <= 57 || ".-e+".utf8.contains($0) })
    else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self)).map { $0 * factor }
  }
}
