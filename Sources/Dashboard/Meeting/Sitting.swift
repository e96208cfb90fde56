import GoalFile
import Goals

/// A meeting that is being held: what it talks about, where it is, and since
/// when.
///
/// What is recorded in it is in the file, line by line, and not here.
package struct Sitting: Hashable, Sendable {
  /// Whether it goes on.
  enum Phase: Hashable {
    case underWay, over
  }

  /// When it began, as its line in the file says.
  let start: Moment
  let title: String
  /// Who is here.
  var people: [String]
  var agenda: Agenda
  /// What happened since the meeting before, as it was told at the beginning.
  var news = MeetingNews()
  private(set) var stop = Stop.opening
  private(set) var visited: Set<Stop> = [.opening]
  var phase = Phase.underWay
  /// Where everything stood before it began.
  var origin: Trail
  /// When the stop was reached, in seconds as a moment counts them.
  private var arrival: Int
  /// How many seconds each stop took before.
  private var spent: [Stop: Int] = [:]

  init(
    start: Moment, title: String, people: [String], agenda: Agenda,
    origin: Trail, at now: Now
  ) {
    self.start = start
    self.title = title
    self.people = people
    self.agenda = agenda
    self.origin = origin
    arrival = now.moment.seconds
  }

  /// The stops in their order.
  var stops: [Stop] {
    [.opening] + agenda.points.indices.map { .point($0) }
      + (agenda.rest.isEmpty ? [] : [.rest])
  }

  /// Goes to another stop; the clock of the one before rests.
  mutating func go(to next: Stop, at now: Now) {
    spent[stop, default: 0] += max(0, now.moment.seconds - arrival)
    arrival = now.moment.seconds
    stop = next
    visited.insert(next)
  }

  /// Takes what was talked about before the meeting was cut off as visited.
  mutating func noteVisited(_ things: Set<Thing>) {
    for (index, point) in agenda.points.enumerated() {
      guard let thing = point.thing, things.contains(thing) else { continue }
      visited.insert(.point(index))
    }
  }

  /// The first point of the agenda that nobody has been to.
  var firstUnvisited: Stop? {
    agenda.points.indices.map { Stop.point($0) }.first {
      !visited.contains($0)
    }
  }

  /// The whole minutes that a stop has taken.
  func minutes(at place: Stop, _ now: Now) -> Int {
    let running = place == stop ? max(0, now.moment.seconds - arrival) : 0
    return (spent[place, default: 0] + running) / 60
  }

  /// The whole minutes since the meeting began; 0 where only the day is known.
  func minutes(_ now: Now) -> Int {
    guard start.precision != .day, now.moment.precision != .day else {
      return 0
    }
    return max(0, now.moment.seconds - start.seconds) / 60
  }
}

/// A page of a meeting.
package enum Stop: Hashable, Sendable {
  /// What happened since the meeting before.
  case opening
  /// One thing to talk about, by its place in the agenda.
  case point(Int)
  /// What is fine.
  case rest
  /// The whole agenda.
  case agenda
  /// What the meeting came to.
  case outcome
}
