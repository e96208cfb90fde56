import Canvas
import Goals

/// A round through all that is due, one thing after another.
struct CheckInWalk: Hashable, Sendable {
  /// What came of a stop.
  enum Outcome: Hashable, Sendable {
    case waiting, checkedIn, skipped
  }

  /// A thing on the way, and how it stood when the walk began.
  struct Stop: Hashable, Sendable {
    fileprivate(set) var thing: Thing
    let role: Role
    let word: String
    fileprivate(set) var outcome = Outcome.waiting

    /// The same stop for what its thing has become.
    func with(_ thing: Thing) -> Stop {
      var result = self
      result.thing = thing
      return result
    }
  }

  private(set) var stops: [Stop]
  private(set) var place = 0
  /// Where one stood before.
  private(set) var origin: Trail

  init(_ things: [Thing], _ outlook: Outlook, from origin: Trail) {
    stops = things.map {
      Stop(
        thing: $0, role: outlook.role(of: $0), word: outlook.word(for: $0))
    }
    self.origin = origin
  }

  /// The thing that is asked about; `nil` at the end.
  var thing: Thing? {
    stops.indices.contains(place) ? stops[place].thing : nil
  }

  /// `3 of 12`.
  var words: String { "\(place + 1) of \(stops.count)" }

  func count(_ outcome: Outcome) -> Int {
    stops.count { $0.outcome == outcome }
  }

  /// Goes on to the next stop; what was checked in once stays so.
  mutating func leave(_ outcome: Outcome) {
    guard stops.indices.contains(place) else { return }
    if stops[place].outcome != .checkedIn { stops[place].outcome = outcome }
    place += 1
  }

  mutating func goBack() { place = max(0, place - 1) }

  /// The same walk on another board, without what is gone.
  mutating func follow(_ outlook: Outlook, from old: Outlook) {
    origin = origin.following(outlook, from: old)
    var kept: [Stop] = []
    var newPlace = place
    for (index, stop) in stops.enumerated() {
      guard let thing = outlook.successor(of: stop.thing, in: old) else {
        if index < place { newPlace -= 1 }
        continue
      }
      kept.append(stop.with(thing))
    }
    stops = kept
    place = newPlace
  }
}
