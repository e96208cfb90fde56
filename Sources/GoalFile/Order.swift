import Goals

extension Block.Kind {
  /// The keywords of its lines in their customary order; readings stand where
  /// `reading` does.
  var customaryOrder: [Keyword] {
    switch self {
    case .file: return [.board, .mission, .vision, .every, .limit, .cycle]
    case .objective:
      return [
        .cycle, .owner, .team, .with, .kind, .supports, .weight, .every,
        .private, .narrative, .action, .reading, .close, .cause,
      ]
    case .keyResult:
      return [
        .owner, .cycle, .start, .due, .from, .keep, .milestone, .measured,
        .weight, .every, .private, .plan, .narrative, .action, .reading,
        .moved, .close, .cause,
      ]
    case .kpi:
      return [
        .owner, .team, .unit, .healthy, .tolerable, .total, .target, .every,
        .guards, .private, .narrative, .accept, .action, .reading,
      ]
    case .meeting:
      return [.narrative, .decision, .blocker, .parked, .action, .next]
    case .nothing: return []
    }
  }

  /// The place of a keyword in that order.
  func rank(of keyword: Keyword) -> Int {
    customaryOrder.firstIndex(of: keyword) ?? customaryOrder.count
  }
}

extension Keyword {
  /// Whether a block may hold several of them.
  func isRepeatable(in kind: Block.Kind) -> Bool {
    switch self {
    case .supports, .guards, .narrative, .action, .milestone, .plan, .moved,
      .accept, .decision, .blocker, .parked:
      return true
    case .cycle: return kind == .file
    case .board, .mission, .vision, .limit, .every, .objective, .kr, .kpi,
      .meeting, .reading, .owner, .team, .with, .kind, .weight, .private,
      .close, .cause, .from, .keep, .measured, .start, .due, .unit, .healthy,
      .tolerable, .total, .target, .next:
      return false
    }
  }

  /// Whether what follows it stands in one column with that of its neighbours.
  var isAligned: Bool {
    switch self {
    case .board, .mission, .vision, .every, .cycle, .owner, .team, .with,
      .kind, .supports, .weight, .cause, .unit, .healthy, .tolerable, .total,
      .target, .guards, .start, .due:
      return true
    case .limit, .objective, .kr, .kpi, .meeting, .reading, .private, .action,
      .close, .from, .keep, .milestone, .measured, .plan, .moved, .accept,
      .decision, .blocker, .parked, .next, .narrative:
      return false
    }
  }
}

extension Phrase {
  /// Whether a line with `keyword`, whose first word behind it is `word`, says
  /// the same of its block as this does, so that only one of them can hold.
  func takesPlace(of keyword: Keyword, _ word: String?) -> Bool {
    if case .limit(let limit, _) = self {
      return keyword == .limit && word == limit.rawValue
    }
    let measures: Set<Keyword> = [.from, .keep]
    return keyword == self.keyword
      || measures.isSuperset(of: [keyword, self.keyword])
  }
}
