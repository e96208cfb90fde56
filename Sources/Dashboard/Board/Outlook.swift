import Canvas
import Goals

/// A board as it stands at a moment, and who may read it: what views show.
package struct Outlook: Sendable {
  package let board: Board
  package let standing: Standing
  package let privacy: Privacy
  /// How much room the board would like to have.
  private(set) var extents = BoardExtents()

  package init(_ board: Board, at now: Now, _ privacy: Privacy = .shown) {
    self.board = board
    self.privacy = privacy
    standing = Goals.standing(of: board, at: now)
    extents = BoardExtents(self)
  }

  package var now: Now { standing.now }
  package var today: Day { standing.now.today }

  /// Whether there is nothing on the board at all.
  var isEmpty: Bool { board.objectives.isEmpty && board.kpis.isEmpty }

  /// All objectives, each with its key results after it unless it is `folded`.
  func rows(folded: Set<Int> = []) -> [Thing] {
    var rows: [Thing] = []
    rows.reserveCapacity(board.objectives.count + board.keyResults.count)
    for index in board.objectives.indices {
      rows.append(.objective(index))
      guard !folded.contains(index) else { continue }
      rows += board.objectives[index].keyResults.map { .keyResult($0) }
    }
    return rows
  }

  /// The cycle that the header shows: of those that hold today the one with
  /// the most objectives, else the one that ended last.
  var cycle: CycleStanding? {
    let current = standing.cycles.filter { $0.cycle.contains(today) }
    if let first = current.max(by: {
      ($0.objectives.count, -$0.cycle.length)
        < ($1.objectives.count, -$1.cycle.length)
    }) {
      return first
    }
    return standing.cycles.max { $0.cycle.end < $1.cycle.end }
  }

  /// The cycle that the header shows: the one that was chosen, else the one
  /// that holds today.
  func cycle(in sight: Sight) -> CycleStanding? {
    guard let name = sight.cycle else { return cycle }
    return standing.cycles.first { $0.cycle.name == name }
  }

  /// How many key results have each status, the worst first; objectives without
  /// key results count for themselves.
  func counts(in sight: Sight = Sight()) -> [(status: Status, count: Int)] {
    board.counts(of: sight.things ?? rows(), standing)
  }
}

extension Outlook {
  /// The worst that there is on the board: of key results, without these of
  /// KPIs; `nil` for an empty board.
  var worst: Role? {
    if let first = counts().first { return Role(first.status) }
    let order: [Role] = [.offTrack, .atRisk, .stale, .accepted, .onTrack]
    let roles = board.kpis.indices.map { role(of: .kpi($0)) }
    return order.first(where: roles.contains) ?? roles.first
  }
}

// What a thing is called and who answers for it.
extension Outlook {
  /// Whether a thing, or what it is under, is private and masked here.
  func isMasked(_ thing: Thing) -> Bool {
    board.isMasked(thing, privacy)
  }

  /// Whether the numbers of a thing are masked: also where they come from a KPI
  /// that is.
  func hidesNumbers(_ thing: Thing) -> Bool {
    board.hidesNumbers(thing, privacy)
  }

  func masked(_ text: String, of thing: Thing) -> String {
    isMasked(thing) ? Privacy.mask : text
  }

  func title(of thing: Thing) -> String {
    board.title(of: thing, privacy)
  }

  func id(of thing: Thing) -> ID? { board.id(of: thing) }

  func owner(of thing: Thing) -> String? {
    board.owner(of: thing).map { masked($0, of: thing) }
  }

  func team(of thing: Thing) -> String? {
    board.team(of: thing).map { masked($0, of: thing) }
  }

  func unit(of thing: Thing) -> String? { board.unit(of: thing) }

  func actions(of thing: Thing) -> [Action] { board.actions(of: thing) }

  func narrative(of thing: Thing) -> [String] {
    isMasked(thing) ? [] : board.narrative(of: thing)
  }

  /// The rows of its check-ins and readings that exist now, its own.
  func rows(of thing: Thing) -> Range<Int> {
    board.readings.known(board.rows(of: thing), at: now)
  }
}

// How a thing stands.
extension Outlook {
  /// How far and how sure; `nil` for a KPI.
  func pace(of thing: Thing) -> Pace? {
    standing.pace(of: thing)
  }

  /// What colour and shape its state has.
  func role(of thing: Thing) -> Role {
    guard case .kpi(let index) = thing else {
      return Role(pace(of: thing)?.status ?? .pending)
    }
    return Role(standing.kpis[index].verdict)
  }

  /// Its state in a word or two.
  func word(for thing: Thing) -> String {
    standing.word(for: thing)
  }

  func age(of thing: Thing) -> Double? {
    standing.age(of: thing)
  }

  /// Whether what is known of it is too old to believe; also where nothing is
  /// said of its state.
  func isStale(_ thing: Thing) -> Bool {
    if role(of: thing) == .stale { return true }
    guard case .kpi(let index) = thing, let age = standing.kpis[index].age
    else {
      return false
    }
    return age > 1.5 * board.period(ofKPI: index).days
  }

  /// The judged numbers of a thing, oldest first, at most `limit`.
  func history(of thing: Thing, limit: Int) -> [HistoryPoint] {
    switch thing {
    case .objective: []
    case .keyResult(let index):
      board.history(
        ofKeyResult: index, standing.keyResults[index], limit: limit)
    case .kpi(let index):
      board.history(ofKPI: index, at: now, limit: limit)
    }
  }
}

extension Role {
  init(_ status: Status) {
    self =
      switch status {
      case .achieved: .achieved
      case .missed: .missed
      case .stale: .stale
      case .onTrack: .onTrack
      case .atRisk: .atRisk
      case .offTrack: .offTrack
      case .pending: .pending
      }
  }

  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .healthy: .onTrack
      case .tolerable: .atRisk
      case .critical: .offTrack
      case .accepted: .accepted
      case .stale: .stale
      case .untracked: .pending
      }
  }
}

extension RangeSigns {
  init(_ glyphs: Glyphs) {
    self = glyphs.isASCII ? .ascii : .unicode
  }
}
