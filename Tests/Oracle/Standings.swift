/// Whether private things show their words and numbers.
package enum Privacy: Sendable {
  case masked, shown
}

/// What a key result comes to at one moment.
struct KeyResultStanding {
  var numbers: [(moment: Moment, value: Double)] = []
  var start: Day?
  var due: Day?
  var from: Double?
  var to: Double?
  /// The first goalposts and the progress between them, once they have moved.
  var original: (from: Double, to: Double, progress: Double?)?
  var progress: Double?
  var expected: Double?
  var status = ""

  var value: Double? { numbers.last?.value }
  var gap: Double? {
    guard let progress, let expected else { return nil }
    return progress - expected
  }
}

/// What an objective comes to at one moment.
struct ObjectiveStanding {
  var progress: Double?
  var expected: Double?
  var isMeasured = false
  var status = ""

  var gap: Double? {
    guard let progress, let expected else { return nil }
    return progress - expected
  }
}

/// What a KPI comes to at one moment.
struct KPIStanding {
  var value: Double?
  var previous: Double?
  var soFar: Double?
  var verdict = ""
  var last: Moment?
  /// How many moments carry a number.
  var readings = 0
}

/// A board at one moment.
struct BoardAtMoment {
  let board: Board
  let now: Now
  /// For each objective the places of those that it supports, without loops.
  let parents: [[Int]]

  init(_ board: Board, _ now: Now) {
    self.board = board
    self.now = now
    parents = BoardAtMoment.parents(board)
  }

  /// What `supports` leads to; the line that would close a loop is left out.
  private static func parents(_ board: Board) -> [[Int]] {
    var parents: [[Int]] = board.objectives.map { _ in [] }
    func leads(_ from: Int, to goal: Int) -> Bool {
      from == goal || parents[from].contains { leads($0, to: goal) }
    }
    for (child, objective) in board.objectives.enumerated() {
      for (id, _) in objective.supports {
        let place = board.objectives.firstIndex { $0.id == id }
        guard let place, !parents[child].contains(place),
          !leads(place, to: child)
        else { continue }
        parents[child].append(place)
      }
    }
    return parents
  }

  func kpi(_ id: Reference?) -> KPI? {
    guard let id else { return nil }
    return board.kpis.first { $0.id == id }
  }

  /// The days of the cycle called `name`, a declared one first.
  func span(_ name: String?) -> Span? {
    guard let name else { return nil }
    let declared = board.cycles.first { isSame($0.name, name) }
    return declared?.span ?? Span(cycleName: name)
  }

  /// What `entries` say by now, one per moment, in order.
  func checkIns(_ entries: [Entry]) -> [Entry] {
    let known = entries.filter { now.hasReached($0.moment) }
    let sorted = known.sorted {
      ($0.moment.seconds, $0.line) < ($1.moment.seconds, $1.line)
    }
    var merged: [Entry] = []
    for entry in sorted {
      guard var last = merged.last, last.moment == entry.moment else {
        merged.append(entry)
        continue
      }
      last.value = entry.value ?? last.value
      last.confidence = entry.confidence ?? last.confidence
      last.status = entry.status ?? last.status
      merged[merged.count - 1] = last
    }
    return merged
  }

  /// Whether something was done by now.
  func isDone(_ tick: Tick) -> Bool {
    switch tick {
    case .open: false
    case .done(on: nil): true
    case .done(on: .some(let moment)): now.hasReached(moment)
    }
  }

  /// Whether silence has lasted too long.
  func isStale(last: Moment?, windowStart: Day?, every: Duration) -> Bool {
    if let windowStart, now.day < windowStart { return false }
    let since: Moment
    if let last {
      since = last
    } else if let windowStart {
      since = Moment(day: windowStart)
    } else {
      return false
    }
    if every.isShorterThanADay {
      let days = Double(now.seconds - since.seconds) / 86400
      return days > 1.5 * every.days
    }
    return Double(now.day - since.day) > 1.5 * every.days
  }

  /// How something ended, or `nil` while it has not by now.
  func closed(_ shared: Shared) -> Close? {
    guard let close = shared.close, now.hasReached(close.moment)
    else { return nil }
    return close
  }

  func closedStatus(_ close: Close, kind: String?) -> String {
    switch kind {
    case "learning": "achieved"
    case "committed": close.score >= 1 - tolerance ? "achieved" : "missed"
    default: close.score >= 0.7 - tolerance ? "achieved" : "missed"
    }
  }

  /// The status by progress and pace alone.
  func statusByGap(_ gap: Double) -> String {
    if gap >= -0.10 - tolerance { return "on-track" }
    if gap >= -0.25 - tolerance { return "at-risk" }
    return "off-track"
  }
}

/// By how much a comparison with a threshold may be missed.
let tolerance = 1e-9

/// The weighted mean, or `nil` where nothing weighs anything.
func mean(_ parts: [(value: Double, weight: Double)]) -> Double? {
  let weight = parts.map(\.weight).reduce(0, +)
  guard weight > 0 else { return nil }
  return parts.map { $0.value * $0.weight }.reduce(0, +) / weight
}

func clamped(_ value: Double) -> Double { min(1, max(0, value)) }
