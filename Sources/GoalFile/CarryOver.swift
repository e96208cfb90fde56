import Goals

/// What of a cycle goes on in the next one: objectives that are kept or changed,
/// written anew with the key results that go along.
///
/// A key result begins where the old one ended and goes for its last target. No
/// check-ins, moves, plans and closings come along, and of milestones those that
/// are not done.
package struct CarryOver: Hashable, Sendable {
  /// A thing that is carried over.
  package struct Entry: Hashable, Sendable {
    /// The old one, by its place in the board.
    package let thing: Thing
    /// Of the new one.
    package let id: ID?
    /// Where a new key result goes from and to, as the file says it.
    package let way: String?
    package let remark: Remark?
  }

  /// What is to be done about a new key result.
  package enum Remark: Hashable, Sendable {
    /// Its target is reached: it begins where the old one began.
    case reached
    /// All of its milestones are done.
    case noMilestones
  }

  /// Each objective before its key results.
  package let entries: [Entry]
  /// What writes them, to be made together.
  package let edits: [Edit]

  /// - Parameter name: of the next cycle; what stands in that already is left
  ///   out.
  package init(
    of review: CycleReview, in document: Document, _ standing: Standing,
    into name: String
  ) {
    var writer = Writer(document, standing, from: review.cycle.name, to: name)
    writer.write(review.objectives.filter(writer.isCarried))
    entries = writer.entries
    edits = writer.edits
  }
}

/// Collects the edits of a carry-over.
private struct Writer {
  private let document: Document
  private let standing: Standing
  private let ending: String
  private let name: String
  /// The ids that are taken once the edits are made.
  private var taken: Set<ID>
  /// New ids by those of the objectives that are carried over.
  private var heirs: [ID: ID] = [:]
  private(set) var entries: [CarryOver.Entry] = []
  private(set) var edits: [Edit] = []

  private var board: Board { document.board }

  init(
    _ document: Document, _ standing: Standing, from ending: String,
    to name: String
  ) {
    self.document = document
    self.standing = standing
    self.ending = ending
    self.name = name
    taken = Set(document.board.things.keys)
  }

  /// Whether an objective, or of one that goes on by itself a key result, is
  /// kept or changed and has no heir yet.
  func isCarried(_ review: CycleReview.ObjectiveReview) -> Bool {
    guard let own = review.judgement else {
      return review.keyResults.contains { goesAlong($0, review.objective) }
    }
    let title = board.objectives[review.objective].title
    return isKept(own)
      && !board.objectives.contains { $0.cycle == name && $0.title == title }
  }

  private func isKept(_ judgement: Judgement) -> Bool {
    judgement.next == .keep || judgement.next == .change
  }

  /// Whether a key result comes along: it is kept or changed, or nothing is said
  /// of it and it is not reached.
  ///
  /// In an objective that goes on by itself only what is kept or changed does,
  /// and has no heir yet.
  private func goesAlong(_ judgement: Judgement, _ goingOn: Int?) -> Bool {
    guard case .keyResult(let index) = judgement.thing else { return false }
    guard let goingOn else {
      return isKept(judgement)
        || judgement.next == nil && judgement.isReached != true
    }
    let title = board.keyResults[index].title
    return isKept(judgement)
      && !board.objectives[goingOn].keyResults.contains {
        board.keyResults[$0].cycle == name
          && board.keyResults[$0].title == title
      }
  }

  mutating func write(_ reviews: [CycleReview.ObjectiveReview]) {
    let anew = reviews.filter { $0.judgement != nil }
    for review in anew {
      guard let id = board.objectives[review.objective].id else { continue }
      heirs[id] = freeID(for: id)
    }
    for (number, review) in anew.enumerated() {
      write(objective: review.objective)
      let place = board.objectives.count + number
      for judgement in review.keyResults where goesAlong(judgement, nil) {
        write(judgement.thing, into: place, [])
      }
    }
    for review in reviews where review.judgement == nil {
      for judgement in review.keyResults
      where goesAlong(judgement, review.objective) {
        write(judgement.thing, into: review.objective, [.cycle(name)])
      }
    }
    for (number, review) in anew.enumerated() {
      writeLinks(
        of: review.objective, to: board.objectives.count + number)
    }
  }

  /// `nps` becomes `nps-2027-Q1`, as does `nps-2026-Q4`.
  private mutating func freeID(for id: ID) -> ID {
    var stem = Substring(id.text)
    if stem.hasSuffix("-" + ending) { stem = stem.dropLast(ending.count + 1) }
    let scalars = name.unicodeScalars.map {
      belongsToID($0) ? Character($0) : "-"
    }
    let wanted = "\(stem)-\(String(scalars))"
    var free = ID(wanted)
    var number = 2
    while !taken.insert(free).inserted {
      free = ID("\(wanted)-\(number)")
      number += 1
    }
    return free
  }
}

// MARK: - Objectives

extension Writer {
  private mutating func write(objective index: Int) {
    let objective = board.objectives[index]
    let id = objective.id.flatMap { heirs[$0] }
    var lines: [Phrase] = [.cycle(name)]
    for phrase in phrases(of: .objective(index)) {
      switch phrase.keyword {
      case .owner, .team, .with, .kind, .weight, .every, .private, .narrative:
        lines.append(phrase)
      case .supports:
        if let parent = phrase.reference, goesOn(parent, above: objective) {
          lines.append(phrase)
        }
      case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
        .meeting, .reading, .action, .close, .cause, .from, .keep, .milestone,
        .measured, .plan, .moved, .start, .due, .unit, .healthy, .tolerable,
        .total, .target, .guards, .accept, .decision, .blocker, .parked, .next:
        break
      }
    }
    entries.append(
      CarryOver.Entry(
        thing: .objective(index), id: id, way: nil, remark: nil))
    let opener = Phrase.objective(id: id, title: objective.title)
    edits.append(
      .add([opener] + inOrder(lines, Block.Kind.objective), at: .end))
  }

  /// Whether an objective that is supported is there beyond the cycle.
  private func goesOn(_ parent: ID, above objective: Objective) -> Bool {
    objective.parents.contains {
      board.objectives[$0].id == parent && board.objectives[$0].cycle != ending
    }
  }

  /// What ties an objective to others: heirs that it supports, and the KPIs that
  /// guard it.
  private mutating func writeLinks(of index: Int, to place: Int) {
    let objective = board.objectives[index]
    for parent in objective.parents {
      guard let id = board.objectives[parent].id, let heir = heirs[id] else {
        continue
      }
      edits.append(.write(.supports(heir), in: .thing(.objective(place))))
    }
    guard let heir = objective.id.flatMap({ heirs[$0] }) else { return }
    for (kpi, watch) in board.kpis.enumerated()
    where watch.guarded.contains(index) {
      edits.append(.write(.guards(heir), in: .thing(.kpi(kpi))))
    }
  }

  /// The statements of a thing that say something.
  private func phrases(of thing: Thing) -> [Phrase] {
    let subject = Subject.thing(thing)
    return document.members(of: subject).compactMap { statement in
      guard statement.isSound else { return nil }
      return try? Phrase(
        reading: decoded(document.bytes[statement.range]), in: subject.kind)
    }
  }

  private func inOrder(_ phrases: [Phrase], _ kind: Block.Kind) -> [Phrase] {
    phrases.enumerated().sorted {
      (kind.rank(of: $0.element.keyword), $0.offset)
        < (kind.rank(of: $1.element.keyword), $1.offset)
    }.map(\.element)
  }
}

// MARK: - Key results

extension Writer {
  private mutating func write(
    _ thing: Thing, into objective: Int, _ more: [Phrase]
  ) {
    guard case .keyResult(let index) = thing else { return }
    let keyResult = board.keyResults[index]
    var remark: CarryOver.Remark?
    let lines = more + linesThatGoAlong(ofKeyResult: index, &remark)
    if keyResult.measure == .milestones,
      !lines.contains(where: { $0.keyword == .milestone })
    {
      remark = .noMilestones
    }
    let id = keyResult.id.map { freeID(for: $0) }
    let measure = lines.first { $0.keyword == .from || $0.keyword == .keep }
    entries.append(
      CarryOver.Entry(
        thing: thing, id: id,
        way: measure.map { $0.keyword.line($0.words) }, remark: remark))
    let opener = Phrase.keyResult(id: id, title: keyResult.title)
    edits.append(
      .add(
        [opener] + inOrder(lines, Block.Kind.keyResult),
        at: .inside(objective)))
  }

  private func linesThatGoAlong(
    ofKeyResult index: Int, _ remark: inout CarryOver.Remark?
  ) -> [Phrase] {
    let phrases = phrases(of: .keyResult(index))
    return phrases.compactMap { phrase in
      switch phrase.keyword {
      case .owner, .weight, .every, .private, .narrative, .keep:
        return phrase
      case .from:
        return way(from: phrase, phrases, index, &remark)
      case .milestone:
        return stillOpen(phrase)
      case .measured:
        return board.keyResults[index].kpi == nil ? nil : phrase
      case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
        .meeting, .reading, .team, .with, .kind, .supports, .action, .close,
        .cause, .plan, .moved, .start, .due, .unit, .healthy,
        .tolerable, .total, .target, .guards, .accept, .decision, .blocker,
        .parked, .next:
        return nil
      }
    }
  }

  /// From the last value to the last target, as that is spelled.
  private func way(
    from first: Phrase, _ phrases: [Phrase], _ index: Int,
    _ remark: inout CarryOver.Remark?
  ) -> Phrase {
    guard case .from(var start, var target, let unit) = first else {
      return first
    }
    for case .moved(let moment, let from, let to, _) in inTime(phrases)
    where standing.now.knows(moment) {
      start = from ?? start
      target = to
    }
    let keyResult = standing.keyResults[index]
    if let progress = keyResult.pace.progress, progress >= 1 {
      remark = .reached
    } else if let value = keyResult.value, !isSum(index) {
      start = exactNumber(value)
    }
    return .from(start, to: target, unit: unit)
  }

  private func inTime(_ phrases: [Phrase]) -> [Phrase] {
    phrases.enumerated().filter { $0.element.keyword == .moved }.sorted {
      ($0.element.moment?.day.number ?? 0, $0.offset)
        < ($1.element.moment?.day.number ?? 0, $1.offset)
    }.map(\.element)
  }

  /// Whether its value is a sum, which begins anew with each cycle.
  private func isSum(_ index: Int) -> Bool {
    board.keyResults[index].kpi.map { board.kpis[$0].total == .sum } ?? false
  }

  /// A milestone that is not done, without a date that has passed.
  private func stillOpen(_ phrase: Phrase) -> Phrase? {
    guard case .milestone(let box, let due, let text) = phrase,
      !box.known(at: standing.now).isDone
    else { return nil }
    let end = board.cycle(named: ending)?.end ?? standing.now.today
    let isOver = due.map { $0.day <= end } ?? true
    return .milestone(.open, due: isOver ? nil : due, text: text)
  }
}
