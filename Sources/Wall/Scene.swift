import Canvas
import Goals

/// A board as it stands at a moment, in the words of a wall: what is private is
/// masked.
struct Scene: Sendable {
  /// Whether the words of a board are shown.
  enum Words: Hashable {
    case shown
    /// All are as if they were private: of a file with errors nobody can tell
    /// which are.
    case masked
  }

  private(set) var board: Board
  let standing: Standing
  let words: Words
  /// Since when what is off track or critical has been; without what nobody can
  /// tell.
  let redSince: [Thing: Day]
  /// For which things that was asked.
  private let reds: Set<Thing>
  /// The objectives that a wall is about, by their places: where the cycles of
  /// some hold today, not those of other cycles.
  let objectives: [Int]
  /// From which second on, since 1970-01-01T00:00, something may stand otherwise
  /// though the file does not change.
  private var steadyEnd: Int
  /// When something on the board comes to pass next, in the same seconds; `nil`
  /// where nothing does today.
  private let nextSecond: Int?
  /// What changed when the file did, marked for a minute: when it did, in
  /// seconds of local time.
  private(set) var marks: [Thing: Int] = [:]

  init(_ board: Board, at now: Now, words: Words = .shown) {
    self.init(board, Goals.standing(of: board, at: now), words)
  }

  /// A board after its file changed: what is unchanged is not judged again, and
  /// what stands otherwise than before is marked.
  init(
    _ board: Board, at now: Now, words: Words, after before: Scene,
    _ unchanged: Unchanged?
  ) {
    let kept = before.isSteady(until: now) ? unchanged : nil
    let standing =
      kept.map {
        Goals.standing(
          of: board, at: now, after: (before.board, before.standing), $0)
      } ?? Goals.standing(of: board, at: now)
    self.init(board, standing, words)
    // What was not judged again stands as it did until the same moment at most.
    if kept != nil { steadyEnd = min(steadyEnd, before.steadyEnd) }
    markChanges(since: before, kept)
  }

  private init(_ board: Board, _ standing: Standing, _ words: Words) {
    self.init(
      board, standing, words, redSince: board.redSince(standing),
      of: Set(board.reds(standing)))
  }

  private init(
    _ board: Board, _ standing: Standing, _ words: Words,
    redSince: [Thing: Day],
    of reds: Set<Thing>
  ) {
    self.board = board
    self.standing = standing
    self.words = words
    self.redSince = redSince
    self.reds = reds
    objectives = board.objectivesOfToday(standing.now.today)
    steadyEnd = board.steadyEnd(of: standing)
    nextSecond = board.nextSecond(after: standing.now)
  }

  var now: Now { standing.now }
  var today: Day { standing.now.today }

  /// Whether all is at that moment as it is at this one.
  func isSteady(until now: Now) -> Bool {
    now.today == today
      && (self.now.lastSecond..<steadyEnd).contains(now.lastSecond)
  }

  /// How many seconds after `now` something on the board comes to pass; 0 or
  /// less where it has; `nil` where nothing does today.
  func secondsToNext(at now: Now) -> Int? {
    nextSecond.map { $0 - now.lastSecond }
  }

  /// The same board at another moment.
  func moved(to now: Now) -> Scene {
    let standing = Goals.standing(of: board, at: now)
    // Within a day nothing has been red for longer than it was known to be.
    let isKnown =
      now.today == today && reds.isSuperset(of: board.reds(standing))
    var moved =
      isKnown
      ? Scene(board, standing, words, redSince: redSince, of: reds)
      : Scene(board, at: now, words: words)
    moved.marks = marks
    return moved
  }

  /// The same with some things hidden.
  func hiding(_ things: [Thing]) -> Scene {
    var scene = self
    for thing in things { scene.board.hide(thing) }
    return scene
  }

  /// Whether there is nothing on the board at all.
  var isEmpty: Bool { board.isEmpty }

  /// How many objectives of other cycles are not shown.
  var leftOut: Int { board.objectives.count - objectives.count }

  /// What comes first in order of attention; the same for what is equal.
  func rank(of thing: Thing) -> Int {
    board.reason(for: thing, standing).rawValue
  }

  /// Whether it is off track or critical, stale, at risk or tolerable.
  func isTroubled(_ thing: Thing) -> Bool {
    switch role(of: thing) {
    case .offTrack, .stale, .atRisk: true
    case .text, .faint, .title, .heading, .selection, .key, .input, .match,
      .notice, .error, .rule, .achieved, .onTrack, .missed, .pending,
      .accepted, .tick, .track, .spark, .line, .expected, .target, .healthy,
      .tolerable, .axis:
      false
    }
  }
}

extension Board {
  /// Whether nothing is on it that a wall could show.
  var isEmpty: Bool { objectives.isEmpty && kpis.isEmpty }

  /// The objectives whose cycles hold today and those without one; all where
  /// none holds.
  fileprivate func objectivesOfToday(_ today: Day) -> [Int] {
    let days = objectives.indices.map { window(ofObjective: $0).days }
    guard days.contains(where: { $0?.contains(today) ?? false }) else {
      return Array(objectives.indices)
    }
    return objectives.indices.filter { days[$0]?.contains(today) ?? true }
  }
}

// What changed.
extension Scene {
  /// How long a change stays marked, in seconds.
  private static var lengthOfMarks: Int { 60 }

  /// Marks what differs from how it stood `before` the file changed; what was
  /// marked then keeps its mark.
  private mutating func markChanges(
    since before: Scene, _ unchanged: Unchanged?
  ) {
    let all = board.allThings
    let earlier = before.board.allThings
    func isSame(_ thing: Thing) -> Bool {
      unchanged?.contains(thing) ?? false
        || before.name(of: thing) == name(of: thing)
    }
    // Where all have their places still, none has to be looked for.
    if all == earlier, all.allSatisfy(isSame) {
      for thing in all {
        if unchanged?.standsStill(thing) ?? false {
          marks[thing] = before.marks[thing]
        } else {
          mark(thing, since: before, as: thing)
        }
      }
    } else {
      let old = Dictionary(
        earlier.map { (before.name(of: $0), $0) }, uniquingKeysWith: { $1 })
      for thing in all { mark(thing, since: before, as: old[name(of: thing)]) }
    }
    forgetMarks(at: now)
  }

  /// Marks a thing that was `old` before, unless it stands as that did.
  private mutating func mark(
    _ thing: Thing, since before: Scene, as old: Thing?
  ) {
    if let old, before.facts(of: old) == facts(of: thing) {
      if let mark = before.marks[old] { marks[thing] = mark }
    } else {
      marks[thing] = now.lastSecond
    }
  }

  func isMarked(_ thing: Thing) -> Bool { marks[thing] != nil }

  /// How many seconds it takes until the next mark ends; `nil` where there is
  /// none.
  func marksLast(at now: Now) -> Int? {
    marks.values.min().map {
      max(0, $0 + Scene.lengthOfMarks - now.lastSecond)
    }
  }

  mutating func forgetMarks() {
    marks = [:]
  }

  /// Takes the marks away whose time is over, also where the clock was set back.
  mutating func forgetMarks(at now: Now) {
    if marks.isEmpty { return }
    marks = marks.filter {
      (0..<Scene.lengthOfMarks).contains(now.lastSecond - $0.value)
    }
  }

  /// What a viewer would see of a thing, and take for the same thing in another
  /// version of the file.
  private struct Facts: Equatable {
    var value: Double?
    var progress: Int?
    var status: Status?
    var verdict: Verdict?
    var confidence: Int?
  }

  private func facts(of thing: Thing) -> Facts {
    var facts = Facts()
    switch thing {
    case .objective, .keyResult:
      let pace = pace(of: thing)
      facts.progress = pace?.progress.map(percent)
      facts.status = pace?.status
      facts.confidence = pace?.confidence
      if case .keyResult(let index) = thing {
        facts.value = standing.keyResults[index].value
      }
    case .kpi(let index):
      facts.value = standing.kpis[index].value
      facts.verdict = standing.kpis[index].verdict
    }
    return facts
  }
}
