import GoalFile
import Goals

/// Why a form can not be taken as it is, and which of its lines is to blame.
struct FormError: Error, Hashable {
  let property: Property?
  let reason: EditError
}

// What a form asks for.
extension Session {
  /// The edits that a form stands for, to be made as one step; none where
  /// nothing in it has changed.
  func edits(for form: Form) throws(FormError) -> [Edit] {
    switch form.purpose {
    case .adding(let kind, let place):
      let add = Edit.add(try phrases(of: form, kind), at: place)
      return [add] + (try checkingIn(form, behind: [add]))
    case .editing(let thing): return try edits(for: form, on: .thing(thing))
    case .board: return try edits(for: form, on: .head)
    case .guide: return try editsOfGuide(form)
    case .declaring:
      return [.write(try declaration(in: form), in: .head)]
    case .renaming(let naming):
      let old = form.text(.oldName)
      let new = form.text(.newName)
      if old.isEmpty { throw FormError(.oldName, "type the name as it is now") }
      if new.isEmpty { throw FormError(.newName, "type the new name") }
      return old == new ? [] : [.rename(naming.name(old), to: new)]
    }
  }

  /// A block with all that is typed.
  private func phrases(
    of form: Form, _ kind: Block.Kind
  ) throws(FormError) -> [Phrase] {
    var phrases = [try opener(of: form, kind)]
    for row in form.rows { phrases += try self.phrases(of: row, kind) }
    return phrases
  }

  /// The statements of a line; throws where something that it names is not
  /// there.
  func phrases(
    of row: Form.Row, _ kind: Block.Kind
  ) throws(FormError) -> [Phrase] {
    do throws(EditError) {
      if row.property == .milestones { return try milestones(row.text) }
      let phrases = try row.property.phrases(row.text, in: kind)
      if [.supports, .guards, .measured].contains(row.property) {
        for id in Property.ids(in: row.text) {
          try check(ID(id), named: row.property)
        }
      }
      return phrases
    } catch {
      throw FormError(property: row.property, reason: error)
    }
  }

  /// Milestones that are separated by semicolons.
  private func milestones(_ text: String) throws(EditError) -> [Phrase] {
    var phrases: [Phrase] = []
    for step in text.split(separator: ";") {
      let words = TaskWords(String(step), .milestone, today: clock.today).line
      phrases.append(
        try Phrase(reading: "milestone \(words)", in: .keyResult))
    }
    return phrases
  }

  private func check(_ id: ID, named property: Property) throws(EditError) {
    switch (property, document.board.things[id]) {
    case (_, nil): throw .invalid("nothing has the id '\(id)'")
    case (.measured, .kpi), (.supports, .objective), (.guards, .objective):
      return
    case (.measured, _): throw .invalid("'\(id)' is not a KPI")
    case (_, _): throw .invalid("'\(id)' is not an objective")
    }
  }

  /// What opens a new block.
  private func opener(
    of form: Form, _ kind: Block.Kind
  ) throws(FormError) -> Phrase {
    let id = try self.id(in: form)
    let title = form.text(.title)
    if title.isEmpty { throw FormError(.title, "it has no title yet") }
    let phrase = Phrase(opening: kind, id, title)
    try check(phrase, .title)
    return phrase
  }

  /// Throws where an opener would be read as another one.
  private func check(
    _ opener: Phrase, _ property: Property
  ) throws(FormError) {
    do throws(EditError) {
      let place: Block.Kind = opener.keyword == .kr ? .objective : .file
      let line = "\(opener.keyword.rawValue) \(opener.words)"
      guard try Phrase(reading: line, in: place) == opener else {
        throw .misread(opener.words)
      }
    } catch {
      throw FormError(property: property, reason: error)
    }
  }

  /// The id that is typed, free or already that of the thing.
  func id(in form: Form) throws(FormError) -> ID? {
    let text = form.text(.id).filter { $0 != "[" && $0 != "]" }
    guard !text.isEmpty else { return nil }
    let id = ID(text)
    let isReadable =
      try? Phrase(reading: "objective [\(text)] x", in: .file)
      == .objective(id: id, title: "x")
    guard isReadable == true else {
      throw FormError(.id, "an id is of letters, digits, '-', '_' and '.'")
    }
    if let other = document.board.things[id], .editing(other) != form.purpose {
      throw FormError(.id, "taken by \"\(outlook.title(of: other))\"")
    }
    return id
  }
}

extension FormError {
  init(_ property: Property, _ words: String) {
    self.init(property: property, reason: .invalid(words))
  }
}

extension Form.Naming {
  func name(_ text: String) -> Edit.Name {
    switch self {
    case .person: .person(text)
    case .team: .team(text)
    case .cycle: .cycle(text)
    }
  }
}

extension Phrase {
  /// What opens a block of that kind.
  init(opening kind: Block.Kind, _ id: ID?, _ title: String) {
    switch kind {
    case .keyResult: self = .keyResult(id: id, title: title)
    case .kpi: self = .kpi(id: id, title: title)
    case .objective, .file, .meeting, .nothing:
      self = .objective(id: id, title: title)
    }
  }
}

// What changes.
extension Session {
  private func edits(
    for form: Form, on subject: Subject
  ) throws(FormError) -> [Edit] {
    var first: [Edit] = []
    var gone: [Int] = []
    var edits: [Edit] = []
    for row in form.rows where row.isChanged {
      let phrases = try phrases(of: row, subject.kind)
      switch row.property {
      case .title: first += try retitling(form, subject)
      case .supports, .guards:
        let (lines, new) = changes(row, phrases, subject)
        gone += lines
        edits += new.map { .write($0, in: subject) }
      case .id, .keyResult, .oldName, .newName, .milestones, .cycleName,
        .cycleStart, .cycleEnd, .firstCheckIn, .under:
        break
      case .owner, .team, .with, .cycle, .kind, .weight, .every, .privacy,
        .measure, .measured, .start, .due, .unit, .healthy, .tolerable, .target,
        .total, .board, .mission, .vision, .limitOfObjectives,
        .limitOfKeyResults, .limitOfKPIs:
        if let phrase = phrases.first {
          edits.append(.write(phrase, in: subject))
        } else if let limit = row.property.limit {
          gone += lines(of: limit)
        } else {
          edits += erasing(row, subject)
        }
      }
    }
    // From below and before all else, so that lines keep their numbers.
    let erasures = gone.sorted(by: >).map { Edit.erase(line: $0) }
    return first + erasures + edits + (try identifying(form, subject))
      + (try moving(form, subject))
  }

  private func retitling(
    _ form: Form, _ subject: Subject
  ) throws(FormError) -> [Edit] {
    guard case .thing(let thing) = subject else { return [] }
    let title = form.text(.title)
    if title.isEmpty { throw FormError(.title, "a title is needed") }
    let phrase = Phrase(opening: subject.kind, outlook.id(of: thing), title)
    try check(phrase, .title)
    return [.change(line: outlook.board.line(of: thing), to: phrase)]
  }

  /// The lines that go and the statements that come.
  private func changes(
    _ row: Form.Row, _ phrases: [Phrase], _ subject: Subject
  ) -> (gone: [Int], new: [Phrase]) {
    guard let keyword = row.property.keyword else { return ([], []) }
    let lines = document.lines(of: keyword, in: subject)
    let old = lines.map { ($0, document.phrase(onLine: $0)) }
    let gone = old.filter { _, phrase in
      !phrases.contains { $0 == phrase }
    }
    let new = phrases.filter { phrase in !old.contains { $0.1 == phrase } }
    return (gone.map(\.0), new)
  }

  /// What takes out the lines of a property.
  private func erasing(_ row: Form.Row, _ subject: Subject) -> [Edit] {
    guard let keyword = row.property.keyword else { return [] }
    let keywords = row.property == .measure ? [.from, .keep] : [keyword]
    return keywords.filter { !document.lines(of: $0, in: subject).isEmpty }
      .map { .clear($0, in: subject) }
  }

  /// The lines of a limit.
  private func lines(of limit: Phrase.Limit) -> [Int] {
    document.lines(of: .limit, in: .head).filter {
      guard case .limit(limit, _)? = document.phrase(onLine: $0) else {
        return false
      }
      return true
    }
  }

  private func identifying(
    _ form: Form, _ subject: Subject
  ) throws(FormError) -> [Edit] {
    guard case .thing(let thing) = subject else { return [] }
    let id = try id(in: form)
    return id == outlook.id(of: thing) ? [] : [.identify(thing, as: id)]
  }

  private func editsOfGuide(_ form: Form) throws(FormError) -> [Edit] {
    var objective = [try opener(of: form, .objective)]
    var keyResult: [Phrase] = []
    var edits: [Edit] = []
    for row in form.rows {
      switch row.property {
      case .keyResult:
        guard !row.text.isEmpty else { continue }
        let phrase = Phrase(opening: .keyResult, nil, row.text)
        try check(phrase, .keyResult)
        keyResult.insert(phrase, at: 0)
      case .measure: keyResult += try phrases(of: row, .keyResult)
      case .board:
        edits += try phrases(of: row, .file).map { .write($0, in: .head) }
      case .title, .id, .owner, .team, .with, .cycle, .kind, .supports, .weight,
        .every, .privacy, .measured, .start, .due, .unit, .healthy, .tolerable,
        .target, .total, .guards, .mission, .vision, .limitOfObjectives,
        .limitOfKeyResults, .limitOfKPIs, .oldName, .newName, .milestones,
        .cycleName, .cycleStart, .cycleEnd, .firstCheckIn, .under:
        objective += try phrases(of: row, .objective)
      }
    }
    edits.append(.add(objective, at: .end))
    if let first = keyResult.first {
      guard first.keyword == .kr else {
        throw FormError(.keyResult, "a measure needs a key result")
      }
      edits.append(
        .add(keyResult, at: .inside(document.board.objectives.count)))
    }
    return edits + (try checkingIn(form, behind: edits))
  }
}
