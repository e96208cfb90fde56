import GoalFile
import Goals

// How a model changes as an edit says.

extension BoardModel {
  /// The place of a top-level block in `blocks`.
  private func place(_ kind: Block.Kind, _ index: Int) -> Int? {
    let places = blocks.indices.filter { blocks[$0].kind == kind }
    return places.indices.contains(index) ? places[index] : nil
  }

  /// The place of a key result: of its objective, and among its key results.
  private func place(
    ofKeyResult index: Int, _ document: Document
  ) -> (objective: Int, index: Int)? {
    let objective = document.board.keyResults[index].objective
    let first = document.board.objectives[objective].keyResults.lowerBound
    return place(.objective, objective).map { ($0, index - first) }
  }

  func entry(_ subject: Subject, in document: Document) -> Entry? {
    switch subject {
    case .head: return head
    case .meeting(let index): return place(.meeting, index).map { blocks[$0] }
    case .thing(.objective(let index)):
      return place(.objective, index).map { blocks[$0] }
    case .thing(.kpi(let index)): return place(.kpi, index).map { blocks[$0] }
    case .thing(.keyResult(let index)):
      return place(ofKeyResult: index, document).map {
        blocks[$0.objective].keyResults[$0.index]
      }
    }
  }

  mutating func change(
    _ subject: Subject, in document: Document, _ body: (inout Entry) -> Void
  ) {
    switch subject {
    case .head: body(&head)
    case .meeting(let index):
      if let place = place(.meeting, index) { body(&blocks[place]) }
    case .thing(.objective(let index)):
      if let place = place(.objective, index) { body(&blocks[place]) }
    case .thing(.kpi(let index)):
      if let place = place(.kpi, index) { body(&blocks[place]) }
    case .thing(.keyResult(let index)):
      if let place = place(ofKeyResult: index, document) {
        body(&blocks[place.objective].keyResults[place.index])
      }
    }
  }

  mutating func remove(_ subject: Subject, in document: Document) -> Entry? {
    let entry = entry(subject, in: document)
    self = marking(subject, in: document)
    removeMarked()
    return entry
  }

  func marking(_ subject: Subject, in document: Document) -> BoardModel {
    var model = self
    model.change(subject, in: document) { $0.isMarked = true }
    return model
  }

  mutating func removeMarked() {
    blocks.removeAll(where: \.isMarked)
    for place in blocks.indices {
      blocks[place].keyResults.removeAll(where: \.isMarked)
    }
  }

  /// Puts a block behind the last of its kind, a meeting by its date.
  mutating func append(_ entry: Entry) {
    guard entry.kind == .meeting,
      let first = blocks.firstIndex(where: { $0.kind == .meeting })
    else {
      blocks.append(entry)
      return
    }
    let before = blocks.lastIndex {
      $0.kind == .meeting && $0.moment <= entry.moment
    }
    let isFirst = entry.moment < blocks[first].moment
    blocks.insert(entry, at: isFirst ? first : (before ?? first) + 1)
  }

  mutating func insert(
    _ entry: Entry, beside other: Thing, _ offset: Int, in document: Document
  ) {
    switch other {
    case .objective(let index):
      guard let place = place(.objective, index) else { return }
      blocks.insert(entry, at: place + offset)
    case .kpi(let index):
      guard let place = place(.kpi, index) else { return }
      blocks.insert(entry, at: place + offset)
    case .keyResult(let index):
      guard let place = place(ofKeyResult: index, document) else { return }
      blocks[place.objective].keyResults
        .insert(entry, at: place.index + offset)
    }
  }

  /// Takes out every reference to an id.
  mutating func forget(_ id: String) { replaceReferences(to: id, nil) }

  mutating func rename(id: String, _ new: String) {
    replaceReferences(to: id, new)
  }

  private mutating func replaceReferences(to id: String, _ new: String?) {
    for place in blocks.indices {
      blocks[place].replaceReferences(to: id, new)
      for index in blocks[place].keyResults.indices {
        blocks[place].keyResults[index].replaceReferences(to: id, new)
      }
    }
  }
}

extension BoardModel.Entry {
  fileprivate mutating func replaceReferences(to id: String, _ new: String?) {
    for phrase in [Phrase.supports, Phrase.guards, Phrase.measured(by:)] {
      let slot = phrase(ID(id)).slot
      let facts = facts[slot]?.compactMap {
        $0 == phrase(ID(id)).fact ? new.map { phrase(ID($0)).fact } : $0
      }
      self.facts[slot] = facts?.isEmpty == true ? nil : facts
    }
  }

  /// Takes out what lines of that keyword say, which for `from` and `keep` may
  /// be nothing: only one of them holds.
  mutating func clear(_ keyword: Keyword) {
    guard keyword == .from || keyword == .keep else {
      facts[keyword] = nil
      return
    }
    if facts[.from]?.first?.hasSuffix(keyword.rawValue) == true {
      facts[.from] = nil
    }
  }

  mutating func remove(_ phrase: Phrase, at place: Int) {
    if phrase.slot.isDated {
      if let index = facts[phrase.slot]?.firstIndex(of: phrase.fact) {
        facts[phrase.slot]?.remove(at: index)
      }
    } else {
      facts[phrase.slot]?.remove(at: place)
    }
    if facts[phrase.slot]?.isEmpty == true { facts[phrase.slot] = nil }
  }

  mutating func insert(_ phrase: Phrase, at place: Int) {
    facts[phrase.slot, default: []]
      .insert(phrase.fact, at: phrase.slot.isDated ? 0 : place)
    if phrase.slot.isDated { facts[phrase.slot]?.sort() }
  }
}

extension CheckIn {
  var fact: String {
    BoardModel.reading(
      value: valueText.flatMap(Spelling.value(of:)),
      confidence: confidence ?? -1, status: status, person: person, note: note)
  }
}

extension Phrase {
  func isRepeatable(in kind: Block.Kind) -> Bool {
    switch slot {
    case .supports, .guards, .narrative, .action, .milestone, .plan, .moved,
      .accept, .decision, .blocker, .parked:
      return true
    case .cycle: return kind == .file
    default: return false
    }
  }
}

// MARK: - Names

extension BoardModel {
  /// The model of a board in which a name is another one everywhere.
  init(_ document: Document, renaming name: Edit.Name, to new: String) {
    var board = document.board
    var person: (String) -> String = { $0 }
    switch name {
    case .person(let old):
      person = { $0 == old ? new : $0 }
      board.renamePersons(person)
    case .team(let old):
      for index in board.objectives.indices
      where board.objectives[index].team == old {
        board.objectives[index].team = new
      }
      for index in board.kpis.indices where board.kpis[index].team == old {
        board.kpis[index].team = new
      }
    case .cycle(let old):
      for index in board.objectives.indices
      where board.objectives[index].cycle == old {
        board.objectives[index].cycle = new
      }
      for index in board.keyResults.indices
      where board.keyResults[index].cycle == old {
        board.keyResults[index].cycle = new
      }
      let cycles = board.cycles.map {
        Cycle(
          name: $0.name == old ? new : $0.name, start: $0.start, end: $0.end,
          line: $0.line)
      }
      board.declareAnew(cycles)
    }
    self.init(document, board, person)
  }
}

extension Board {
  fileprivate mutating func renamePersons(_ person: (String) -> String) {
    for index in objectives.indices {
      objectives[index].owner = objectives[index].owner.map(person)
      objectives[index].contributors = objectives[index].contributors
        .map(person)
      Self.rename(&objectives[index].actions, person)
    }
    for index in keyResults.indices {
      keyResults[index].owner = keyResults[index].owner.map(person)
      Self.rename(&keyResults[index].actions, person)
    }
    for index in kpis.indices {
      kpis[index].owner = kpis[index].owner.map(person)
      Self.rename(&kpis[index].actions, person)
    }
    for index in meetings.indices {
      meetings[index].people = meetings[index].people.map(person)
      Self.rename(&meetings[index].actions, person)
    }
  }

  private static func rename(
    _ actions: inout [Action], _ person: (String) -> String
  ) {
    for index in actions.indices {
      actions[index].person = actions[index].person.map(person)
    }
  }
}
