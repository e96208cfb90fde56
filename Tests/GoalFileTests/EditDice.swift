import GoalFile
import Goals

/// An edit and what it means for the board.
struct MeantEdit {
  let edit: Edit
  /// How many lines more there are afterwards; `nil` where that is open.
  var growth: Int?
  let mean: (inout BoardModel) -> Void

  init(
    _ edit: Edit, growth: Int? = nil,
    _ mean: @escaping (inout BoardModel) -> Void
  ) {
    self.edit = edit
    self.growth = growth
    self.mean = mean
  }
}

extension Dice {
  /// An edit of a document; `nil` where the choice fell on what it has not.
  mutating func edit(of document: Document) -> MeantEdit? {
    switch pick(0..<15) {
    case 0...3: return writing(document)
    case 4: return checkIn(document)
    case 5: return changingLine(document)
    case 6: return erasing(document)
    case 7: return clearing(document)
    case 8: return changingReading(document)
    case 9: return removingReading(document)
    case 10: return adding(document)
    case 11: return removing(document)
    case 12: return moving(document)
    case 13: return identifying(document)
    default: return renaming(document)
    }
  }

  private mutating func subject(_ document: Document) -> Subject {
    let board = document.board
    var subjects: [Subject] = [.head]
    subjects += board.meetings.indices.map(Subject.meeting)
    subjects += things(board).map(Subject.thing)
    return pick(subjects)
  }

  private func things(_ board: Board) -> [Thing] {
    board.objectives.indices.map(Thing.objective)
      + board.keyResults.indices.map(Thing.keyResult)
      + board.kpis.indices.map(Thing.kpi)
  }

  private mutating func thing(_ document: Document) -> Thing? {
    let things = things(document.board)
    return things.isEmpty ? nil : pick(things)
  }

  private func ids(_ document: Document) -> [ID] {
    document.board.things.keys.sorted { $0.text < $1.text }
  }

  // MARK: Lines

  private mutating func writing(_ document: Document) -> MeantEdit {
    let subject = subject(document)
    let phrase = phrase(in: subject.kind, ids(document))
    return MeantEdit(.write(phrase, in: subject)) { model in
      model.change(subject, in: document) { entry in
        let slot = phrase.slot
        if case .limit(let limit, _) = phrase {
          entry.facts[slot]?.removeAll { $0.contains(limit.rawValue) }
        } else if !phrase.isRepeatable(in: subject.kind) {
          entry.facts[slot] = nil
        }
        entry.add(phrase)
      }
    }
  }

  /// A statement that is there, by its place among its like.
  private mutating func line(
    _ document: Document
  ) -> (subject: Subject, phrase: Phrase, place: Int, line: Int)? {
    let subject = subject(document)
    let keywords = Keyword.allCases.filter {
      !document.lines(of: $0, in: subject).isEmpty
    }
    guard !keywords.isEmpty else { return nil }
    let keyword = pick(keywords)
    let lines = document.lines(of: keyword, in: subject)
    let place = pick(0..<lines.count)
    guard let phrase = document.phrase(onLine: lines[place]) else { return nil }
    let model = BoardModel(document)
    let count = model.entry(subject, in: document)?.facts[phrase.slot]?.count
    guard count == lines.count else { return nil }
    return (subject, phrase, place, lines[place])
  }

  private mutating func changingLine(_ document: Document) -> MeantEdit? {
    guard let old = line(document) else { return nil }
    for _ in 0..<40 {
      let new = phrase(in: old.subject.kind, ids(document))
      guard new.keyword == old.phrase.keyword else { continue }
      return MeantEdit(.change(line: old.line, to: new), growth: 0) { model in
        model.change(old.subject, in: document) { entry in
          entry.remove(old.phrase, at: old.place)
          entry.insert(new, at: old.place)
        }
      }
    }
    return nil
  }

  private mutating func erasing(_ document: Document) -> MeantEdit? {
    guard let old = line(document) else { return nil }
    let others = document.diagnostics.contains { $0.code == .doubled }
    guard !others else { return nil }
    return MeantEdit(.erase(line: old.line), growth: -1) { model in
      model.change(old.subject, in: document) {
        $0.remove(old.phrase, at: old.place)
      }
    }
  }

  private mutating func clearing(_ document: Document) -> MeantEdit {
    let subject = subject(document)
    let keyword = phrase(in: subject.kind, ids(document)).keyword
    return MeantEdit(.clear(keyword, in: subject)) { model in
      model.change(subject, in: document) {
        $0.clear(keyword)
      }
    }
  }

  // MARK: Readings

  private mutating func freshMoment(
    _ document: Document, _ thing: Thing
  ) -> Moment {
    let board = document.board
    var moment = moment()
    while board.rows(of: thing).contains(where: {
      board.readings.moment(at: $0) == moment
    }) {
      moment = self.moment()
    }
    return moment
  }

  private func isObjective(_ thing: Thing) -> Bool {
    if case .objective = thing { return true }
    return false
  }

  private mutating func checkIn(_ document: Document) -> MeantEdit? {
    guard let thing = thing(document) else { return nil }
    let checkIn = checkIn(freshMoment(document, thing), !isObjective(thing))
    return MeantEdit(.checkIn(checkIn, on: thing), growth: 1) { model in
      model.change(.thing(thing), in: document) {
        $0.readings[checkIn.moment.seconds] = checkIn.fact
      }
    }
  }

  private mutating func row(
    _ document: Document
  ) -> (thing: Thing, row: Int, moment: Moment)? {
    guard let thing = thing(document) else { return nil }
    let rows = document.board.rows(of: thing)
    guard !rows.isEmpty else { return nil }
    let row = pick(rows)
    return (thing, row, document.board.readings.moment(at: row))
  }

  private mutating func changingReading(_ document: Document) -> MeantEdit? {
    guard let (thing, row, moment) = row(document) else { return nil }
    let new = happens(50) ? moment : freshMoment(document, thing)
    let checkIn = checkIn(new, !isObjective(thing))
    return MeantEdit(.changeReading(row: row, of: thing, to: checkIn)) {
      $0.change(.thing(thing), in: document) {
        $0.readings[moment.seconds] = nil
        $0.readings[checkIn.moment.seconds] = checkIn.fact
      }
    }
  }

  private mutating func removingReading(_ document: Document) -> MeantEdit? {
    guard let (thing, row, moment) = row(document) else { return nil }
    return MeantEdit(.removeReading(row: row, of: thing)) {
      $0.change(.thing(thing), in: document) {
        $0.readings[moment.seconds] = nil
      }
    }
  }

  // MARK: Blocks

  private mutating func adding(_ document: Document) -> MeantEdit? {
    let kind = pick([Block.Kind.objective, .keyResult, .kpi, .meeting])
    let id = ID(isHostile ? hostile() : "new\(pick(0..<999))")
    let moment = moment()
    let title = pick(["New", "A new one", text()])
    let opener: Phrase
    var entry = BoardModel.Entry(kind: kind, title: title)
    switch kind {
    case .objective: opener = .objective(id: id, title: title)
    case .keyResult: opener = .keyResult(id: id, title: title)
    case .kpi: opener = .kpi(id: id, title: title)
    case .meeting, .file, .nothing:
      opener = .meeting(moment, title: title, people: ["Ada"])
      entry.moment = moment.seconds
      entry.title += " @Ada"
    }
    if kind != .meeting { entry.id = id.text }
    var phrases = [opener]
    for _ in 0..<pick(0..<4) {
      let phrase = phrase(in: kind, ids(document))
      entry.add(phrase)
      phrases.append(phrase)
    }
    guard let (place, put) = place(for: entry, document, moving: nil) else {
      return nil
    }
    return MeantEdit(.add(phrases, at: place)) { put(&$0, entry) }
  }

  private mutating func removing(_ document: Document) -> MeantEdit {
    let subject = subject(document)
    return MeantEdit(.remove(subject)) { model in
      guard let entry = model.remove(subject, in: document) else { return }
      let ids =
        [entry.id].compactMap(\.self) + entry.keyResults.compactMap(\.id)
      for id in ids { model.forget(id) }
    }
  }

  private mutating func moving(_ document: Document) -> MeantEdit? {
    guard let thing = thing(document),
      let entry = BoardModel(document).entry(.thing(thing), in: document),
      let (place, put) = place(for: entry, document, moving: thing)
    else { return nil }
    return MeantEdit(.move(thing, to: place), growth: nil) { model in
      let marked = model.marking(.thing(thing), in: document)
      model = marked
      put(&model, entry)
      model.removeMarked()
    }
  }

  /// A place, and how a model puts an entry there.
  private mutating func place(
    for entry: BoardModel.Entry, _ document: Document, moving thing: Thing?
  ) -> (Edit.Place, (inout BoardModel, BoardModel.Entry) -> Void)? {
    let board = document.board
    if entry.kind == .keyResult {
      if happens(40), !board.objectives.isEmpty {
        let index = pick(0..<board.objectives.count)
        return (
          .inside(index),
          { model, entry in
            model.change(.thing(.objective(index)), in: document) {
              $0.keyResults.append(entry)
            }
          }
        )
      }
      guard !board.keyResults.isEmpty else { return nil }
      return beside(.keyResult(pick(0..<board.keyResults.count)), document)
    }
    if happens(30) || entry.kind == .meeting {
      guard thing == nil || entry.kind != .meeting else { return nil }
      return (.end, { model, entry in model.append(entry) })
    }
    let others = things(board).filter {
      if case .keyResult = $0 { return false }
      return true
    }
    return others.isEmpty ? nil : beside(pick(others), document)
  }

  private mutating func beside(
    _ other: Thing, _ document: Document
  ) -> (Edit.Place, (inout BoardModel, BoardModel.Entry) -> Void) {
    let isBefore = happens(50)
    return (
      isBefore ? .before(other) : .after(other),
      { model, entry in
        model.insert(entry, beside: other, isBefore ? 0 : 1, in: document)
      }
    )
  }

  // MARK: Names

  private mutating func identifying(_ document: Document) -> MeantEdit? {
    guard let thing = thing(document) else { return nil }
    let word = isHostile ? hostile() : pick(["x", "y-1", "ü", "a", "b"])
    let new = happens(80) ? ID(word) : nil
    return MeantEdit(.identify(thing, as: new), growth: 0) { model in
      var old: String?
      model.change(.thing(thing), in: document) {
        old = $0.id
        $0.id = new?.text
      }
      if let old, let new { model.rename(id: old, new.text) }
    }
  }

  private mutating func renaming(_ document: Document) -> MeantEdit {
    let choice = pick(0..<3)
    var tame = Dice(seed: pick(0..<1_000))
    let old =
      choice == 0 ? tame.name() : choice == 1 ? tame.team() : tame.cycle()
    let new =
      isHostile ? hostile() : pick(["Max", "New Name", "2027", old + "2"])
    let name: Edit.Name =
      choice == 0 ? .person(old) : choice == 1 ? .team(old) : .cycle(old)
    return MeantEdit(.rename(name, to: new), growth: 0) { model in
      model = BoardModel(document, renaming: name, to: new)
    }
  }
}
