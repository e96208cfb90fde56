import Canvas
import GoalFile
import Goals

// What is said beside the lines of a form as somebody types.
extension Session {
  /// What a line of a form is understood as, what is unwise about it, or what
  /// is wrong; empty where there is nothing to say.
  func note(
    on row: Form.Row, in form: Form
  ) -> (text: String, style: Style) {
    if let fault = fault(of: row, in: form) {
      return (fault, Style(.error, .bold))
    }
    guard !row.text.isEmpty else { return ("", .faint) }
    if let warning = warning(about: row, in: form) {
      return (warning, Style(.atRisk))
    }
    return (words(of: row, in: form), row.isChanged ? .notice : .faint)
  }

  /// What is wrong with a line.
  private func fault(of row: Form.Row, in form: Form) -> String? {
    guard !row.text.isEmpty else {
      guard form.isTried, let error = problem(of: form),
        error.property == row.property
      else { return nil }
      return error.reason.description
    }
    do throws(FormError) {
      switch row.property {
      case .id: _ = try id(in: form)
      case .oldName: try checkOldName(row, form)
      case .cycleName: _ = try cycleName(in: form)
      case .firstCheckIn: _ = try firstCheckIn(in: form)
      case .under: _ = try objective(in: form)
      case .cycleStart, .cycleEnd: _ = try day(row.property, in: form)
      case .title, .owner, .team, .with, .cycle, .kind, .supports, .weight,
        .every, .privacy, .measure, .measured, .start, .due, .unit, .healthy,
        .tolerable, .target, .total, .guards, .board, .mission, .vision,
        .limitOfObjectives, .limitOfKeyResults, .limitOfKPIs, .keyResult,
        .newName, .milestones:
        _ = try phrases(of: row, kind(of: row, in: form))
      }
      return nil
    } catch {
      return error.reason.description
    }
  }

  private func kind(of row: Form.Row, in form: Form) -> Block.Kind {
    if [.measure, .milestones].contains(row.property) { return .keyResult }
    return row.property == .board ? .file : form.kind
  }

  private func checkOldName(
    _ row: Form.Row, _ form: Form
  ) throws(FormError) {
    guard case .renaming(let naming) = form.purpose else { return }
    let edit = Edit.rename(naming.name(row.text), to: "\(row.text)2")
    do throws(EditError) {
      _ = try document.change(for: edit)
    } catch {
      throw FormError(property: .oldName, reason: error)
    }
  }

  /// Why a form can not be taken as it is, or `nil` where it can.
  func problem(of form: Form) -> FormError? {
    do throws(FormError) {
      let edits = try edits(for: form)
      if case .guide = form.purpose { return nil }
      // What comes behind something new needs that first.
      for edit in edits.prefix(form.purpose.isAdding ? 1 : edits.count) {
        do throws(EditError) {
          _ = try document.change(for: edit)
        } catch {
          return FormError(property: nil, reason: error)
        }
      }
      return nil
    } catch {
      return error
    }
  }

  /// What OKR practice warns of.
  private func warning(about row: Form.Row, in form: Form) -> String? {
    switch row.property {
    case .title where form.kind == .objective:
      let document = Document(Array("objective \(row.text)".utf8))
      let codes = document.complaints(at: clock).map(\.code)
      if codes.contains(.taskAsObjective) {
        return "sounds like a task: what will be different?"
      }
      return codes.contains(.numberInObjective)
        ? "the number belongs into a key result" : nil
    case .measure:
      guard form.text(.measured).isEmpty,
        case .success(let phrases) = read(row, .keyResult),
        phrases.contains(where: \.lacksUnit)
      else { return nil }
      return "without a unit: from 32 to 50 points"
    case .cycle:
      return outlook.board.cycle(named: row.text) == nil
        ? "no cycle that is known or speaks for itself" : nil
    case .title, .id, .owner, .team, .with, .kind, .supports, .weight, .every,
      .privacy, .measured, .start, .due, .unit, .healthy, .tolerable, .target,
      .total, .guards, .board, .mission, .vision, .limitOfObjectives,
      .limitOfKeyResults, .limitOfKPIs, .keyResult, .oldName, .newName,
      .milestones, .cycleName, .cycleStart, .cycleEnd, .firstCheckIn, .under:
      return nil
    }
  }

  private func read(
    _ row: Form.Row, _ kind: Block.Kind
  ) -> Result<[Phrase], EditError> {
    do throws(EditError) {
      return .success(try row.property.phrases(row.text, in: kind))
    } catch {
      return .failure(error)
    }
  }
}

extension Phrase {
  /// Whether it says what a number goes for, and not of what.
  fileprivate var lacksUnit: Bool {
    if case .from(_, _, let unit) = self { return unit == nil }
    if case .keepAbove(_, let unit) = self { return unit == nil }
    if case .keepBelow(_, let unit) = self { return unit == nil }
    if case .keepBetween(_, _, let unit) = self { return unit == nil }
    return false
  }
}

// What is understood.
extension Session {
  private func words(of row: Form.Row, in form: Form) -> String {
    switch row.property {
    case .id: form.kind == .file || !row.isChanged ? "" : "free"
    case .owner: load(row.text)
    case .team: outlook.teams.contains(row.text) ? "" : "new here"
    case .cycle: days(ofCycle: row.text)
    case .supports, .guards, .measured: titles(row.text)
    case .start, .due, .cycleStart, .cycleEnd: date(row.text)
    case .measure: way(row)
    case .kind: reached(row.text)
    case .oldName, .newName: rename(row, form)
    case .title, .with, .weight, .every, .privacy, .unit, .healthy, .tolerable,
      .target, .total, .board, .mission, .vision, .limitOfObjectives,
      .limitOfKeyResults, .limitOfKPIs, .keyResult, .cycleName:
      ""
    case .milestones: steps(row)
    case .firstCheckIn, .under: wordsOfPlace(row, in: form)
    }
  }

  private func load(_ person: String) -> String {
    let name = person.hasPrefix("@") ? String(person.dropFirst()) : person
    let board = outlook.board
    let count =
      board.objectives.count { $0.owner == name }
      + board.keyResults.count { $0.owner == name }
      + board.kpis.count { $0.owner == name }
    if count > 0 { return "answers for \(counted(count, "thing"))" }
    return outlook.people.contains(name) ? "" : "new here"
  }

  private func days(ofCycle name: String) -> String {
    guard let cycle = outlook.board.cycle(named: name) else { return "" }
    let today = clock.today
    return "\(dayInWords(cycle.start, today: today)) to "
      + dayInWords(cycle.end, today: today)
  }

  private func titles(_ text: String) -> String {
    Property.ids(in: text).compactMap { outlook.board.things[ID($0)] }
      .map { outlook.title(of: $0) }.joined(separator: ", ")
  }

  private func steps(_ row: Form.Row) -> String {
    let phrases = (try? phrases(of: row, .keyResult)) ?? []
    return counted(phrases.count, "milestone")
  }

  private func date(_ text: String) -> String {
    Moment(written: text).map { dayInWords($0.day, today: clock.today) } ?? ""
  }

  private func way(_ row: Form.Row) -> String {
    guard case .success(let phrases) = read(row, .keyResult),
      let phrase = phrases.first
    else { return "" }
    if case .from(let from, let to, let unit) = phrase {
      let arrow = glyphs.isASCII ? "->" : "→"
      return "\(from) \(arrow) \(to) \(unit ?? "")"
    }
    return phrase.keyword == .keep ? "a number to hold" : ""
  }

  private func reached(_ text: String) -> String {
    switch Objective.Kind(rawValue: text) {
    case .committed: "reached at 1.0"
    case .aspirational: "reached at 0.7"
    case .learning: "reached when something was learned"
    case nil: ""
    }
  }

  /// How many lines a new name changes.
  private func rename(_ row: Form.Row, _ form: Form) -> String {
    guard case .renaming(let naming) = form.purpose else { return "" }
    let old = form.text(.oldName)
    if row.property == .newName {
      return old != row.text && names(naming).contains(row.text)
        ? "is there already: both become one" : ""
    }
    let edit = Edit.rename(naming.name(old), to: "\(old)2")
    guard let change = try? document.change(for: edit) else { return "" }
    return "on \(counted(document.lines(of: change), "line"))"
  }

  /// The names that there are.
  func names(_ naming: Form.Naming) -> [String] {
    switch naming {
    case .person: outlook.people
    case .team: outlook.teams
    case .cycle:
      outlook.cycleNames.filter { name in
        outlook.board.isDeclared(cycle: name)
          || outlook.board.objectives.contains { $0.cycle == name }
          || outlook.board.keyResults.contains { $0.cycle == name }
      }
    }
  }
}

extension Document {
  /// How many lines a change touches.
  fileprivate func lines(of change: Change) -> Int {
    var count = 0
    var end = 0
    for patch in change.patches where patch.range.lowerBound >= end {
      count += 1
      end =
        bytes[patch.range.lowerBound...].firstIndex(of: 10) ?? bytes.count
    }
    return count
  }
}
