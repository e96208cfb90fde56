import Canvas
import Goals

/// What of a board its lists show: all, or what a filter and a cycle leave.
package struct Sight: Sendable {
  /// The cycle whose objectives alone are shown; `nil` for all.
  var cycle: String?
  /// What was typed to filter by.
  var text = ""
  private(set) var filter = Filter()
  /// How many things the filter leaves, and of how many.
  private(set) var found = (matches: 0, total: 0)
  /// The objectives that are shown for the sake of their key results alone.
  private(set) var faint: Set<Int> = []
  /// The things that are left, unfolded and in the order of the board; `nil`
  /// where that is all of them.
  private(set) var things: [Thing]?

  package init() {}

  var showsAll: Bool { cycle == nil && filter.isEmpty }

  /// Looks at a board anew.
  mutating func look(at outlook: Outlook, user: String?) {
    faint = []
    found = (0, 0)
    things = nil
    filter = Filter()
    if !outlook.standing.cycles.contains(where: { $0.cycle.name == cycle }) {
      cycle = nil
    }
    guard cycle != nil || !text.allSatisfy({ $0 == " " }) else { return }
    let names = FilterNames(outlook, user: user)
    filter = Filter(text, names)
    let sieve = Sieve(outlook, filter.terms, user: user)
    var left: [Thing] = []
    for (index, objective) in outlook.board.objectives.enumerated()
    where cycle == nil || objective.cycle == cycle {
      let keyResults = objective.keyResults.filter {
        sieve.passes(.keyResult($0))
      }
      let isMatch = sieve.passes(.objective(index))
      found.total += 1 + objective.keyResults.count
      found.matches += (isMatch ? 1 : 0) + keyResults.count
      guard isMatch || !keyResults.isEmpty else { continue }
      if !isMatch { faint.insert(index) }
      left.append(.objective(index))
      left += keyResults.map { .keyResult($0) }
    }
    let kpis = outlook.board.kpis.indices.filter { sieve.passes(.kpi($0)) }
    found.total += outlook.board.kpis.count
    found.matches += kpis.count
    things = left + kpis.map { .kpi($0) }
  }
}

/// Tells which things a filter leaves.
struct Sieve {
  private let outlook: Outlook
  private let user: String?
  private var owners: Set<String>?
  private var teams: Set<String>?
  private var cycles: Set<String>?
  private var states: Set<Role>?
  private var texts: [FoldedText] = []
  private var rest: [Filter.Term] = []

  init(_ outlook: Outlook, _ terms: [Filter.Term], user: String?) {
    self.outlook = outlook
    self.user = user
    for term in terms {
      switch term {
      case .owner(let names): owners = (owners ?? []).union(names)
      case .team(let names): teams = (teams ?? []).union(names)
      case .cycle(let names): cycles = (cycles ?? []).union(names)
      case .state(let roles, _): states = (states ?? []).union(roles)
      case .stale: states = (states ?? []).union([.stale])
      case .text(let text): texts.append(FoldedText(text))
      case .mine, .due: rest.append(term)
      }
    }
  }

  func passes(_ thing: Thing) -> Bool {
    fits(outlook.accountable(for: thing).map { [$0] } ?? [], owners)
      && fits(outlook.teams(of: thing), teams)
      && fits(outlook.cycles(of: thing), cycles)
      && (states.map { hasState(thing, in: $0) } ?? true)
      && texts.allSatisfy { outlook.mentions($0, thing) }
      && rest.allSatisfy { has($0, thing) }
  }

  private func fits(
    _ names: @autoclosure () -> [String], _ wanted: Set<String>?
  ) -> Bool {
    wanted.map { names().contains(where: $0.contains) } ?? true
  }

  private func hasState(_ thing: Thing, in roles: Set<Role>) -> Bool {
    roles.contains(outlook.role(of: thing))
      || roles.contains(.stale) && outlook.isStale(thing)
  }

  private func has(_ term: Filter.Term, _ thing: Thing) -> Bool {
    switch term {
    case .mine:
      guard let user, let owner = outlook.accountable(for: thing) else {
        return false
      }
      return FoldedText(owner).scalars == FoldedText(user).scalars
    case .due: return outlook.isDue(thing)
    case .owner, .team, .cycle, .state, .stale, .text: return true
    }
  }
}

extension Outlook {
  /// Who answers for a thing: its owner, else that of its objective.
  func accountable(for thing: Thing) -> String? {
    if let owner = owner(of: thing) { return owner }
    guard case .keyResult(let index) = thing else { return nil }
    return owner(of: .objective(board.keyResults[index].objective))
  }

  /// The teams that answer for a thing or contribute to it.
  fileprivate func teams(of thing: Thing) -> [String] {
    switch thing {
    case .objective(let index):
      let objective = board.objectives[index]
      return [objective.team].compactMap(\.self) + objective.contributors
    case .keyResult(let index):
      return teams(of: .objective(board.keyResults[index].objective))
    case .kpi(let index): return [board.kpis[index].team].compactMap(\.self)
    }
  }

  /// The cycles that a thing belongs to; a KPI those of the objectives that it
  /// guards or measures a key result of.
  fileprivate func cycles(of thing: Thing) -> [String] {
    switch thing {
    case .objective(let index):
      return [board.objectives[index].cycle].compactMap(\.self)
    case .keyResult(let index):
      let keyResult = board.keyResults[index]
      return keyResult.cycle.map { [$0] }
        ?? cycles(of: .objective(keyResult.objective))
    case .kpi(let index):
      let measured = board.keyResults.indices.filter {
        board.keyResults[$0].kpi == index
      }
      return board.kpis[index].guarded.flatMap { cycles(of: .objective($0)) }
        + measured.flatMap { cycles(of: .keyResult($0)) }
    }
  }

  /// Whether the title, id, owner or team of a thing contains `wanted`.
  func mentions(_ wanted: FoldedText, _ thing: Thing) -> Bool {
    [
      title(of: thing), id(of: thing)?.text, owner(of: thing), team(of: thing),
    ].contains {
      $0.map { FoldedText($0).contains(wanted) } ?? false
    }
  }

  /// Whether a check-in is due.
  func isDue(_ thing: Thing) -> Bool {
    standing.isDue(thing)
  }
}
