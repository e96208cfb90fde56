import Goals

// What a line could go on with.
extension Session {
  /// What the word in a line of a form could become.
  func completion(in form: Form) -> Completion? {
    guard let row = form.row, row.field.tail.isEmpty else { return nil }
    let head = row.field.head
    var word = head
    switch row.property {
    case .with, .supports, .guards, .measured:
      word = head.suffix { $0 != "," && $0 != "[" }
      while word.first == " " { word.removeFirst() }
    case .title, .id, .owner, .team, .cycle, .kind, .weight, .every, .privacy,
      .measure, .start, .due, .unit, .healthy, .tolerable, .target, .total,
      .board, .mission, .vision, .limitOfObjectives, .limitOfKeyResults,
      .limitOfKPIs, .keyResult, .oldName, .newName, .milestones, .cycleName,
      .cycleStart, .cycleEnd, .firstCheckIn, .under:
      break
    }
    return Completion(of: word, among: candidates(row.property, form), glyphs)
  }

  private func candidates(_ property: Property, _ form: Form) -> [String] {
    switch property {
    case .owner, .with: outlook.people
    case .team: outlook.teams
    case .cycle: outlook.cycleNames
    case .kind: Objective.Kind.allCases.map(\.rawValue)
    case .every: ["day", "week", "2 weeks", "month", "quarter", "year"]
    case .privacy: ["yes", "no"]
    case .supports, .guards:
      outlook.board.objectives.compactMap(\.id?.text)
    case .measured: outlook.board.kpis.compactMap(\.id?.text)
    case .under:
      outlook.board.objectives.flatMap { [$0.id?.text, $0.title] }
        .compactMap(\.self)
    case .unit: units
    case .oldName:
      if case .renaming(let naming) = form.purpose { names(naming) } else { [] }
    case .title, .id, .weight, .measure, .start, .due, .healthy, .tolerable,
      .target, .total, .board, .mission, .vision, .limitOfObjectives,
      .limitOfKeyResults, .limitOfKPIs, .keyResult, .newName, .milestones,
      .cycleName, .cycleStart, .cycleEnd, .firstCheckIn:
      []
    }
  }

  private var units: [String] {
    let used =
      outlook.board.kpis.compactMap(\.unit)
      + outlook.board.keyResults.compactMap(\.unit)
    var units: [String] = []
    for unit in used where !units.contains(unit) { units.append(unit) }
    return units
  }
}
