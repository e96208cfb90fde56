import Goals

// What the last statement of a block says, as a phrase.

extension Phrase {
  init?(_ keyword: Keyword, _ words: [String], of it: Objective) {
    var phrase: Phrase?
    switch keyword {
    case .cycle: phrase = it.cycle.map(Phrase.cycle)
    case .owner: phrase = it.owner.map(Phrase.owner)
    case .team: phrase = it.team.map(Phrase.team)
    case .with: phrase = .with(it.contributors)
    case .kind: phrase = it.kind.map(Phrase.kind)
    case .supports: phrase = it.supports.last.map(Phrase.supports)
    case .weight: phrase = words.at(1).map(Phrase.weight)
    case .private: phrase = .private
    case .every: phrase = it.every.map(Phrase.every)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .close: phrase = it.closing.flatMap { Phrase($0, words) }
    case .cause: phrase = it.cause.map(Phrase.cause)
    case .board, .mission, .vision, .limit, .objective, .kr, .kpi, .meeting,
      .reading, .from, .keep, .milestone, .measured, .plan, .moved, .start,
      .due, .unit, .healthy, .tolerable, .total, .target, .guards, .accept,
      .decision, .blocker, .parked, .next:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }

  init?(_ keyword: Keyword, _ words: [String], of it: KeyResult) {
    var phrase: Phrase?
    switch keyword {
    case .cycle: phrase = it.cycle.map(Phrase.cycle)
    case .owner: phrase = it.owner.map(Phrase.owner)
    case .weight: phrase = words.at(1).map(Phrase.weight)
    case .private: phrase = .private
    case .every: phrase = it.every.map(Phrase.every)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .close: phrase = it.closing.flatMap { Phrase($0, words) }
    case .cause: phrase = it.cause.map(Phrase.cause)
    case .from, .keep: phrase = Phrase(measure: words, unit: it.unit)
    case .milestone:
      phrase = it.milestones.last.map {
        .milestone($0.box, due: $0.due, text: $0.text)
      }
    case .measured: phrase = it.kpiID.map(Phrase.measured(by:))
    case .plan:
      guard let point = it.plan.last, let value = words.at(2) else { break }
      phrase = .plan(point.moment, value)
    case .moved: phrase = it.moves.last.flatMap { Phrase($0, words) }
    case .start: phrase = it.start.map(Phrase.start)
    case .due: phrase = it.due.map(Phrase.due)
    case .board, .mission, .vision, .limit, .objective, .kr, .kpi, .meeting,
      .reading, .team, .with, .kind, .supports, .unit, .healthy, .tolerable,
      .total, .target, .guards, .accept, .decision, .blocker, .parked, .next:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }

  init?(_ keyword: Keyword, _ words: [String], of it: KPI) {
    var phrase: Phrase?
    switch keyword {
    case .owner: phrase = it.owner.map(Phrase.owner)
    case .team: phrase = it.team.map(Phrase.team)
    case .private: phrase = .private
    case .every: phrase = it.every.map(Phrase.every)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .unit: phrase = it.unit.map(Phrase.unit)
    case .healthy:
      let ends = Phrase.ends(of: words)
      phrase = .healthy(from: ends.from, to: ends.to)
    case .tolerable:
      let ends = Phrase.ends(of: words)
      phrase = .tolerable(from: ends.from, to: ends.to)
    case .total:
      let total = words.at(1).flatMap(KPI.Total.init(rawValue:))
      phrase = .total(total, per: it.per)
    case .target:
      phrase = words.at(1).map { .target($0, by: it.target?.by) }
    case .guards: phrase = it.guards.last.map(Phrase.guards)
    case .accept:
      guard let last = it.acceptances.last, let value = words.at(5) else {
        break
      }
      phrase = .accept(
        from: last.from, until: last.until, at: value, reason: last.reason)
    case .board, .mission, .vision, .limit, .cycle, .objective, .kr, .kpi,
      .meeting, .reading, .with, .kind, .supports, .weight, .close, .cause,
      .from, .keep, .milestone, .measured, .plan, .moved, .start, .due,
      .decision, .blocker, .parked, .next:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }

  init?(_ keyword: Keyword, of it: Meeting) {
    var phrase: Phrase?
    switch keyword {
    case .decision: phrase = it.decisions.last.map(Phrase.decision)
    case .blocker: phrase = it.blockers.last.map(Phrase.blocker)
    case .parked: phrase = it.parked.last.map(Phrase.parked)
    case .narrative: phrase = it.narrative.last.map(Phrase.narrative)
    case .action: phrase = it.actions.last.map(Phrase.init(_:))
    case .next: phrase = it.next.map(Phrase.next)
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .reading, .owner, .team, .with, .kind, .supports, .weight,
      .private, .close, .cause, .from, .keep, .milestone, .measured, .plan,
      .moved, .start, .due, .unit, .healthy, .tolerable, .total, .target,
      .guards, .accept:
      phrase = nil
    }
    guard let phrase else { return nil }
    self = phrase
  }
}

// MARK: - Statements of several words

extension Phrase {
  private init(_ action: Action) {
    self = .action(
      action.box, due: action.due, person: action.person, text: action.text)
  }

  private init?(_ closing: Closing, _ words: [String]) {
    guard let score = words.at(2) else { return nil }
    self = .close(
      closing.moment, score: score, next: closing.next, note: closing.note)
  }

  private init?(_ move: KeyResult.Move, _ words: [String]) {
    let from = move.from == nil ? nil : words.at(3)
    guard let to = words.at(from == nil ? 3 : 5) else { return nil }
    self = .moved(move.moment, from: from, to: to, reason: move.reason)
  }

  private init?(measure words: [String], unit: String?) {
    guard let first = words.at(1), let second = words.at(2) else { return nil }
    if words[0] == Keyword.from.rawValue, let to = words.at(3) {
      self = .from(first, to: to, unit: unit)
    } else if first == "above" {
      self = .keepAbove(second, unit: unit)
    } else if first == "below" {
      self = .keepBelow(second, unit: unit)
    } else if let to = words.at(4) {
      self = .keepBetween(second, and: to, unit: unit)
    } else {
      return nil
    }
  }

  private static func ends(
    of words: [String]
  ) -> (from: String?, to: String?) {
    guard words.at(1) != ".." else { return (nil, words.at(2)) }
    return (words.at(1), words.at(3))
  }
}

extension [String] {
  fileprivate func at(_ index: Int) -> String? {
    indices.contains(index) ? self[index] : nil
  }
}
