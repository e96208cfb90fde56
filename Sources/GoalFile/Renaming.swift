import Goals

// Ids and names that stand in many places.

extension Document {
  /// Gives a thing another id, or none; what refers to it follows.
  func identifying(_ thing: Thing, as id: ID?) throws(EditError) -> Change {
    let subject = Subject.thing(thing)
    guard has(subject) else { throw .missing("such block") }
    let block = block(of: subject)
    guard
      let opener = statements.within(block.start..<endOfLine(at: block.start))
        .first
    else { throw .missing("statement that opens it") }
    let place = opener.place
    let phrase = try Phrase(reading: decoded(bytes[opener.range]), in: place)
    if phrase.id == id { return Change([], of: bytes) }
    if let id, board.things[id] != nil { throw .taken(id) }
    try check(phrase.identified(as: id), in: place)
    var patches = [patch(ofOpener: opener, from: phrase.id, to: id)]
    if let old = board.id(of: thing), old == phrase.id {
      try checkClaims(on: [old], outside: 0..<0)
      for statement in statements.all {
        guard let range = referenceRange(in: statement),
          bytes[range].elementsEqual(old.text.utf8)
        else { continue }
        guard let id else {
          throw .invalid("line \(statement.line) refers to \(quoted(old.text))")
        }
        patches.append(Patch(range: range, replacement: Array(id.text.utf8)))
      }
    }
    return try change(of: patches)
  }

  private func patch(
    ofOpener opener: Statement, from old: ID?, to id: ID?
  ) -> Patch {
    var cursor = Cursor(
      bytes: bytes, position: opener.range.lowerBound,
      end: opener.range.upperBound)
    _ = cursor.word()
    cursor.skipBlanks()
    let start = cursor.position
    guard old != nil, let word = cursor.word() else {
      return Patch(
        range: start..<start,
        replacement: id.map { Array("[\($0)] ".utf8) } ?? [])
    }
    guard let id else {
      cursor.skipBlanks()
      return Patch(range: start..<cursor.position, replacement: [])
    }
    return Patch(
      range: (word.lowerBound + 1)..<(word.upperBound - 1),
      replacement: Array(id.text.utf8))
  }

  /// Gives a person, a team or a cycle another name everywhere.
  func renaming(
    _ name: Edit.Name, to new: String
  ) throws(EditError) -> Change {
    let patches: [Patch]
    switch name {
    case .person(let old):
      try check(person: new)
      patches = rangesOfPersons().filter { decoded(bytes[$0]) == old }
        .map { patch(ofPerson: $0, new) }
    case .team(let old):
      try check(.team(new), in: .objective)
      patches = statements.all.filter { $0.keyword == .team }
        .map(textRange(in:)).filter { decoded(bytes[$0]) == old }
        .map { Patch(range: $0, replacement: Array(new.utf8)) }
    case .cycle(let old):
      try check(.cycle(new), in: .objective)
      let isDeclared = board.cycles.contains { $0.name == old }
      if isDeclared, board.cycles.contains(where: { $0.name == new }) {
        throw .invalid("there is a cycle \(quoted(new)) already")
      }
      patches = statements.all.filter { $0.keyword == .cycle }
        .compactMap(nameRange(in:)).filter { decoded(bytes[$0]) == old }
        .map { Patch(range: $0, replacement: Array(new.utf8)) }
    }
    guard !patches.isEmpty else { throw .missing(name.words) }
    return try change(of: patches)
  }

  /// The change that patches make which stand in any order.
  private func change(of patches: [Patch]) throws(EditError) -> Change {
    let sorted = patches.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    return try checked(Change(sorted, of: bytes))
  }
}

extension Edit.Name {
  /// How a sentence names it.
  fileprivate var words: String {
    switch self {
    case .person(let name): return "person \(quoted(name))"
    case .team(let name): return "team \(quoted(name))"
    case .cycle(let name): return "cycle \(quoted(name))"
    }
  }
}

// MARK: - Where names stand

extension Document {
  private func check(person name: String) throws(EditError) {
    guard !name.utf8.contains(UInt8(ascii: "\"")) else {
      throw .misread(name)
    }
    try check(.owner(name), in: .objective)
    try check(
      .action(.open, due: nil, person: name, text: "x"), in: .objective)
  }

  /// The name in quotes, where it needs them and has none.
  private func patch(ofPerson range: Range<Int>, _ new: String) -> Patch {
    let isMention =
      range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "@")
    let needsQuotes = isMention && new.utf8.contains(where: isBlank)
    return Patch(
      range: range,
      replacement: Array((needsQuotes ? "\"\(new)\"" : new).utf8))
  }

  /// Where the board names persons, without `@` and quotes.
  private func rangesOfPersons() -> [Range<Int>] {
    var ranges = Set(board.readings.words.compactMap { $0.person?.range })
    for statement in statements.all {
      var cursor = Cursor(
        bytes: bytes, position: statement.range.lowerBound,
        end: statement.range.upperBound)
      _ = cursor.word()
      switch statement.keyword {
      case .owner, .with:
        ranges.insert(cursor.name())
        while !cursor.isAtEnd {
          cursor.position += 1
          ranges.insert(cursor.name())
        }
      case .action:
        if let person = cursor.personOfAction() { ranges.insert(person) }
      case .meeting:
        _ = cursor.word()
        ranges.formUnion(cursor.titleAndPeople().people)
      case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
        .kpi, .reading, .team, .kind, .supports, .weight, .private, .close,
        .cause, .from, .keep, .milestone, .measured, .plan, .moved, .start,
        .due, .unit, .healthy, .tolerable, .total, .target, .guards, .accept,
        .decision, .blocker, .parked, .next, .narrative:
        continue
      }
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func textRange(in statement: Statement) -> Range<Int> {
    var cursor = Cursor(
      bytes: bytes, position: statement.range.lowerBound,
      end: statement.range.upperBound)
    _ = cursor.word()
    return cursor.rest()
  }

  private func nameRange(in statement: Statement) -> Range<Int>? {
    var cursor = Cursor(
      bytes: bytes, position: statement.range.lowerBound,
      end: statement.range.upperBound)
    _ = cursor.word()
    return cursor.word()
  }
}

extension Cursor {
  /// The person of an action, behind its box and its date.
  fileprivate mutating func personOfAction() -> Range<Int>? {
    skipBlanks()
    guard
      let close = bytes[position..<max(position, end)]
        .firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    position = close + 1
    if let word = peekWord(), DateWord.begins(bytes[word]) {
      _ = self.word()
    }
    return person()?.name
  }
}
