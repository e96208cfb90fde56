import GoalFile
import Goals

// Holding a meeting.
extension Session {
  /// Whether a page of the meeting, or one that was opened from it, is seen.
  var isInMeeting: Bool {
    guard sitting != nil, case .meeting? = trail.pages.first?.topic else {
      return false
    }
    return true
  }

  /// What a page shows: a point of the agenda shows its thing.
  func resolved(_ topic: Topic) -> Topic {
    guard case .meeting(.point(let index)) = topic,
      let points = sitting?.agenda.points, points.indices.contains(index),
      let thing = points[index].thing
    else { return topic }
    return .thing(thing)
  }

  /// Begins a meeting, or goes on with the one that is under way.
  mutating func meet() -> [Effect] {
    guard daysBack == 0 else {
      say(obstacle ?? "")
      return []
    }
    if let sitting {
      showStop(sitting.stop)
      return []
    }
    let board = outlook.board
    let cutOff = board.meetings.indices.last {
      let meeting = board.meetings[$0]
      return meeting.moment.day == clock.today && meeting.next == nil
        && clock.knows(meeting.moment)
    }
    if let cutOff {
      resume(board.meetings[cutOff])
    } else {
      begin()
    }
    tellNews(nil)
    return [.recallSnapshot]
  }

  private mutating func begin() {
    let last = lastMeeting.map { outlook.board.meetings[$0] }
    sitting = Sitting(
      start: clock.moment.toTheMinute, title: last?.title ?? usualTitle,
      people: last?.people ?? [], agenda: Agenda(of: outlook), origin: trail,
      at: clock)
    showStop(.opening)
    ask(.people(.start))
  }

  /// Goes on with a meeting that was cut off, where nobody has been yet.
  private mutating func resume(_ meeting: Meeting) {
    var sitting = Sitting(
      start: meeting.moment, title: meeting.title, people: meeting.people,
      agenda: Agenda(of: outlook), origin: trail, at: clock)
    sitting.noteVisited(
      outlook.touchedToday.union(checkedInToday)
        .union(outlook.mentions(in: meeting)))
    self.sitting = sitting
    showStop(.opening)
    say("the meeting of \(meeting.moment) goes on")
  }

  /// What it is called, where no meeting was before.
  private var usualTitle: String {
    switch (outlook.board.every ?? .week).unit {
    case .week: "Weekly"
    case .month: "Monthly"
    case .minute, .hour, .day, .quarter, .year: "Meeting"
    }
  }

  /// The meeting before this one, by its place in the board.
  private var lastMeeting: Int? {
    let start = sitting?.start ?? clock.moment
    return outlook.board.meetings.indices.filter {
      let moment = outlook.board.meetings[$0].moment
      return moment < start && clock.knows(moment)
    }.max {
      outlook.board.meetings[$0].moment < outlook.board.meetings[$1].moment
    }
  }

  /// Tells what is new, also by how the file was then, where that is known.
  mutating func noteSnapshot(_ bytes: [UInt8]?) {
    if sitting != nil { tellNews(bytes) }
  }

  private mutating func tellNews(_ snapshot: [UInt8]?) {
    let news = MeetingNews(
      of: document, outlook, since: lastMeeting, snapshot: snapshot)
    sitting?.news = news
    if case .meeting(.opening)? = trail.pages.last?.topic {
      trail.pages = []
      openStop(.opening)
    }
  }

  /// The things that somebody has checked in on today.
  var checkedInToday: [Thing] {
    let all = outlook.board.allThings
    return all.filter { thing in
      let rows = outlook.rows(of: thing)
      guard let last = rows.last else { return false }
      // A KPI has readings of which nobody spoke.
      if case .kpi = thing, outlook.board.readings.words(at: last) == nil {
        return false
      }
      return outlook.board.readings.moment(at: last).day == clock.today
    }
  }

  /// Lets the meeting follow the board.
  mutating func followMeeting(from old: Outlook) {
    guard var sitting else { return }
    sitting.agenda.follow(outlook, from: old)
    sitting.news.follow(outlook, from: old)
    sitting.origin = sitting.origin.following(outlook, from: old)
    self.sitting = sitting
    guard case .voting(var vote) = mode else { return }
    if let thing = outlook.successor(of: vote.thing, in: old) {
      vote.thing = thing
      mode = .voting(vote)
    } else {
      mode = .browsing
    }
  }
}

// Going through the agenda.
extension Session {
  /// Goes so many stops on, or back where negative.
  mutating func movePoint(by steps: Int) {
    guard let sitting else { return }
    guard sitting.phase == .underWay else {
      return say("the meeting is over")
    }
    let stops = sitting.stops
    let place = stops.firstIndex(of: sitting.stop) ?? 0
    var target = max(0, min(stops.count - 1, place + steps))
    // A meeting that was cut off goes on where nobody has been yet.
    if sitting.stop == .opening, steps == 1,
      let first = sitting.firstUnvisited.flatMap({ stops.firstIndex(of: $0) })
    {
      target = first
    }
    guard target != place else {
      return say(
        steps > 0
          ? "that was the agenda: \(key(.adjourn, in: .meeting)) ends the meeting"
          : "this is where it begins")
    }
    go(to: stops[target])
  }

  /// Goes to a stop of the meeting.
  mutating func go(to stop: Stop) {
    sitting?.go(to: stop, at: clock)
    showStop(stop)
  }

  private mutating func showStop(_ stop: Stop) {
    trail.pages = []
    mode = .browsing
    openStop(stop)
  }

  private mutating func openStop(_ stop: Stop) {
    openPage(of: .meeting(stop))
  }

  /// The line that is selected first: on the agenda that of where one is.
  func firstLine(of topic: Topic) -> Int {
    guard topic == .meeting(.agenda), case .point(let index)? = sitting?.stop
    else { return 0 }
    return index
  }
}

// Ending.
extension Session {
  /// Asks whether the meeting is to end; one that is over is left.
  mutating func adjourn() {
    guard let sitting else { return }
    if daysBack > 0 {
      daysBack = 0
      refresh()
    }
    if sitting.phase == .over { return closeMeeting() }
    mode = .adjourning
  }

  /// Leaves the meeting as it is, to be gone on with.
  mutating func leaveMeeting() {
    mode = .browsing
    guard let sitting else { return }
    trail = sitting.origin
    arrange()
    say("the meeting is not over: \(key(.meet)) goes on with it")
  }

  /// Asks for the date of the next meeting, which ends this one.
  mutating func askForNext() {
    mode = .browsing
    guard obstacle == nil else { return endMeeting(next: nil) }
    ask(.next)
  }

  /// Ends the meeting: its record is complete, and how the board is now is kept
  /// for the next one.
  mutating func endMeeting(next: Moment?) {
    mode = .browsing
    if obstacle == nil {
      do throws(EditError) {
        if let next {
          try record(.next(next))
        } else {
          try recordMeeting()
        }
      } catch {
        return say("\(error)", .failure)
      }
      outbox.append(.keepSnapshot(document.bytes))
    }
    sitting?.phase = .over
    go(to: .outcome)
  }

  /// Goes back to where everything stood before the meeting.
  private mutating func closeMeeting() {
    guard let sitting else { return }
    mode = .browsing
    trail = sitting.origin
    arrange()
    self.sitting = nil
    say(
      hasUnsavedEdits
        ? "the meeting is recorded: \(key(.save)) saves"
        : "the meeting is over")
  }
}

extension Moment {
  /// The same without its seconds.
  fileprivate var toTheMinute: Moment {
    precision == .day
      ? self
      : Moment(day, second: secondOfDay / 60 * 60, precision: .minute)
  }
}
