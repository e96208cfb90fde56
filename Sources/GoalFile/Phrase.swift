import Goals

/// One statement of a board file by its meaning: what an edit writes.
///
/// Numbers are kept as they are spelled, so that `120k` stays `120k`.
package enum Phrase: Hashable, Sendable {
  // What opens a block.
  case objective(id: ID?, title: String)
  case keyResult(id: ID?, title: String)
  case kpi(id: ID?, title: String)
  case meeting(Moment, title: String, people: [String])
  // The head of the file.
  case board(String)
  case mission(String)
  case vision(String)
  case limit(Limit, String)
  /// The declaration of a cycle by its first and last day.
  case declaration(String, from: Moment, to: Moment)
  // Properties.
  case every(Period)
  case cycle(String)
  case owner(String)
  case team(String)
  case with([String])
  case kind(Objective.Kind)
  case supports(ID)
  case weight(String)
  case `private`
  case narrative(String)
  case action(Box, due: Moment?, person: String?, text: String)
  case close(Moment, score: String, next: Closing.Next?, note: String)
  case cause(String)
  // What measures a key result.
  case from(String, to: String, unit: String?)
  case keepAbove(String, unit: String?)
  case keepBelow(String, unit: String?)
  case keepBetween(String, and: String, unit: String?)
  case milestone(Box, due: Moment?, text: String)
  case measured(by: ID)
  case plan(Moment, String)
  case moved(Moment, from: String?, to: String, reason: String)
  case start(Moment)
  case due(Moment)
  // What a KPI is judged by.
  case unit(String)
  case healthy(from: String?, to: String?)
  case tolerable(from: String?, to: String?)
  case total(KPI.Total?, per: Period?)
  case target(String, by: Moment?)
  case guards(ID)
  case accept(from: Moment, until: Moment, at: String, reason: String)
  // What a meeting came to.
  case decision(String)
  case blocker(String)
  case parked(String)
  case next(Moment)

  /// What `limit` limits.
  package enum Limit: String, CaseIterable, Hashable, Sendable {
    case objectives
    case keyResults = "key-results"
    case kpis
  }

  /// What its line begins with.
  package var keyword: Keyword {
    switch self {
    case .objective: .objective
    case .keyResult: .kr
    case .kpi: .kpi
    case .meeting: .meeting
    case .board: .board
    case .mission: .mission
    case .vision: .vision
    case .limit: .limit
    case .declaration, .cycle: .cycle
    case .every: .every
    case .owner: .owner
    case .team: .team
    case .with: .with
    case .kind: .kind
    case .supports: .supports
    case .weight: .weight
    case .private: .private
    case .narrative: .narrative
    case .action: .action
    case .close: .close
    case .cause: .cause
    case .from: .from
    case .keepAbove, .keepBelow, .keepBetween: .keep
    case .milestone: .milestone
    case .measured: .measured
    case .plan: .plan
    case .moved: .moved
    case .start: .start
    case .due: .due
    case .unit: .unit
    case .healthy: .healthy
    case .tolerable: .tolerable
    case .total: .total
    case .target: .target
    case .guards: .guards
    case .accept: .accept
    case .decision: .decision
    case .blocker: .blocker
    case .parked: .parked
    case .next: .next
    }
  }

  /// The date by which it takes its place among others of its kind.
  var moment: Moment? {
    if case .plan(let moment, _) = self { return moment }
    if case .moved(let moment, _, _, _) = self { return moment }
    if case .accept(let moment, _, _, _) = self { return moment }
    if case .declaration(_, let moment, _) = self { return moment }
    if case .meeting(let moment, _, _) = self { return moment }
    return nil
  }

  /// The thing that it refers to.
  var reference: ID? {
    if case .supports(let id) = self { return id }
    if case .guards(let id) = self { return id }
    if case .measured(let id) = self { return id }
    return nil
  }

  /// The id that it gives what it opens.
  var id: ID? {
    if case .objective(let id, _) = self { return id }
    if case .keyResult(let id, _) = self { return id }
    if case .kpi(let id, _) = self { return id }
    return nil
  }

  /// The same with another id; itself, where it opens nothing that has one.
  func identified(as id: ID?) -> Phrase {
    if case .objective(_, let title) = self {
      return .objective(id: id, title: title)
    }
    if case .keyResult(_, let title) = self {
      return .keyResult(id: id, title: title)
    }
    if case .kpi(_, let title) = self { return .kpi(id: id, title: title) }
    return self
  }
}

// MARK: - Words

extension Phrase {
  /// What follows the keyword on its line; empty where nothing does.
  package var words: String {
    wordList.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A line or two for each case, like a table.
  private var wordList: [String] {
    switch self {
    case .objective(let id, let title), .keyResult(let id, let title),
      .kpi(let id, let title):
      return [id.map { "[\($0)]" } ?? "", title]
    case .meeting(let moment, let title, let people):
      return [moment.description, title] + people.map(mention)
    case .board(let text), .mission(let text), .vision(let text),
      .cycle(let text), .owner(let text), .team(let text),
      .weight(let text), .narrative(let text), .cause(let text),
      .unit(let text), .decision(let text), .blocker(let text),
      .parked(let text):
      return [text]
    case .limit(let limit, let number): return [limit.rawValue, number]
    case .declaration(let name, let start, let end):
      return [name, start.description, "..", end.description]
    case .every(let period): return [written(period)]
    case .with(let names): return [names.joined(separator: ", ")]
    case .kind(let kind): return [kind.rawValue]
    case .supports(let id), .guards(let id): return ["[\(id)]"]
    case .private: return []
    case .start(let moment), .due(let moment), .next(let moment):
      return [moment.description]
    case .action(let box, let due, let person, let text):
      return [
        written(box), due?.description ?? "", person.map(mention) ?? "", text,
      ]
    case .close(let moment, let score, let next, let note):
      return [moment.description, score, next?.rawValue ?? "", note]
    case .milestone(let box, let due, let text):
      return [written(box), due?.description ?? "", text]
    case .plan(let moment, let value): return [moment.description, value]
    case .moved(let moment, let from, let to, let reason):
      let start = from.map { ["from", $0] } ?? []
      return [moment.description] + start + ["to", to, reason]
    case .target(let value, let by):
      return [value] + (by.map { ["by", $0.description] } ?? [])
    case .total(let total, let per):
      let period = per.map { ["per", written($0)] } ?? []
      return [total?.rawValue ?? ""] + period
    case .accept(let from, let until, let value, let reason):
      return [
        from.description, "until", until.description, "at", value, reason,
      ]
    case .from(let from, let to, let unit): return [from, "to", to, unit ?? ""]
    case .keepAbove(let from, let unit): return ["above", from, unit ?? ""]
    case .keepBelow(let to, let unit): return ["below", to, unit ?? ""]
    case .keepBetween(let from, let to, let unit):
      return ["between", from, "and", to, unit ?? ""]
    case .measured(let id): return ["by", "[\(id)]"]
    case .healthy(let from, let to), .tolerable(let from, let to):
      return [from ?? "", "..", to ?? ""]
    }
  }
}

/// A person as a statement names one: `@Ada`, `@"Grace Hopper"`.
package func mention(_ name: String) -> String {
  name.utf8.contains(where: isBlank) ? "@\"\(name)\"" : "@\(name)"
}

private func written(_ box: Box) -> String {
  switch box {
  case .open: return "[ ]"
  case .done(let moment?): return "[x \(moment)]"
  case .done(nil): return "[x]"
  }
}

private func written(_ period: Period) -> String {
  let unit = period.unit.rawValue
  return period.count == 1 ? unit : "\(period.count) \(unit)s"
}

/// `text` without blanks at its ends.
func trimmed(_ text: String) -> String {
  var bytes = text.utf8[...]
  while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
  while let last = bytes.last, isBlank(last) { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
