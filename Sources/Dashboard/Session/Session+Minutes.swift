import Canvas
import GoalFile
import Goals

// What is recorded in a meeting, as it is said.
extension Session {
  /// Has something typed that is to be recorded.
  mutating func note(_ line: MeetingLine) {
    guard let sitting else { return }
    if let obstacle { return say(obstacle) }
    if sitting.phase == .over {
      return say("the meeting is over: \(key(.undo)) undoes")
    }
    ask(line)
  }

  /// The same, where nobody asked for it.
  mutating func ask(_ line: MeetingLine) {
    mode = .noting(TextField(proposal(for: line)), line)
  }

  /// What stands in the line before somebody types.
  private func proposal(for line: MeetingLine) -> String {
    switch line {
    case .people:
      (sitting?.people ?? []).map(mention).joined(separator: " ")
    case .next:
      "\(recordedMeeting.flatMap { outlook.board.meetings[$0].next } ?? usualNext)"
    case .decision, .blocker, .parked, .action: ""
    }
  }

  /// As many days from this meeting on as lay between the two before, or between
  /// the one before and this one, or as numbers are due.
  private var usualNext: Moment {
    let start = sitting?.start.day ?? clock.today
    let days = outlook.board.meetings.map(\.moment.day).filter { $0 < start }
      .sorted().suffix(2)
    let interval: Int
    if let first = days.first, let last = days.last, first < last {
      interval = last.number - first.number
    } else if let last = days.last {
      interval = start.number - last.number
    } else {
      interval = Int((outlook.board.every ?? .week).days.rounded())
    }
    return Moment(clock.today.adding(max(1, min(366, interval))))
  }

  /// The record of this meeting in the file, by its place in the board.
  var recordedMeeting: Int? {
    guard let sitting else { return nil }
    let all = outlook.board.meetings.indices.filter {
      outlook.board.meetings[$0].moment == sitting.start
    }
    return all.last { outlook.board.meetings[$0].title == sitting.title }
      ?? all.last
  }

  private var opener: Phrase? {
    sitting.map { .meeting($0.start, title: $0.title, people: $0.people) }
  }

  /// Writes a statement of this meeting, and before the first one what opens it.
  mutating func record(_ phrase: Phrase) throws(EditError) {
    if let place = recordedMeeting {
      try make(.write(phrase, in: .meeting(place)))
    } else if let opener {
      try make(.add([opener, phrase], at: .end))
    }
  }

  /// Writes what opens the record of this meeting, unless that is there.
  mutating func recordMeeting() throws(EditError) {
    guard recordedMeeting == nil, let opener else { return }
    try make(.add([opener], at: .end))
  }

  /// Writes who is here before what was done is saved, so that a meeting that is
  /// cut off then can be gone on with; where that is refused, saving goes on.
  mutating func recordPresence() {
    guard let sitting, sitting.phase == .underWay, !sitting.people.isEmpty
    else { return }
    do throws(EditError) {
      try recordMeeting()
    } catch {
      say("who is here is not recorded: \(error)", .failure)
    }
  }

  /// Takes what was typed.
  mutating func accept(_ field: TextField, as line: MeetingLine) -> [Effect] {
    do throws(EditError) {
      switch try line.understood(field.text, on: clock.today) {
      case .people(let names): try set(names)
      case .statement(.next(let moment)) where line == .next:
        endMeeting(next: moment)
      case .statement(let phrase):
        try record(phrase)
        mode = .browsing
        say("recorded: \(savingKeys)")
      case .nothing: try acceptNothing(as: line)
      }
    } catch {
      say("\(error)", .failure)
    }
    return []
  }

  private mutating func acceptNothing(
    as line: MeetingLine
  ) throws(EditError) {
    switch line {
    case .people: try set([])
    case .next:
      endMeeting(next: nil)
      if sitting?.phase == .over { say("no date for the next meeting") }
    case .decision, .blocker, .parked, .action:
      mode = .browsing
      say("nothing typed, nothing changed")
    }
  }

  /// Notes who is here, also in the record if there is one.
  private mutating func set(_ people: [String]) throws(EditError) {
    mode = .browsing
    sitting?.people = people
    guard let place = recordedMeeting, let opener else { return }
    let line = outlook.board.meetings[place].line
    guard outlook.board.meetings[place].people != people else { return }
    try make(.change(line: line, to: opener))
    say("recorded: \(savingKeys)")
  }

  /// Leaves a line without taking it; a meeting that has not begun yet is left,
  /// too.
  mutating func leave(_ line: MeetingLine) {
    mode = .browsing
    guard line == .people(.start), let sitting else { return }
    trail = sitting.origin
    arrange()
    self.sitting = nil
  }

  /// What is understood of what is being typed, for beside it.
  func words(
    of field: TextField, as line: MeetingLine
  ) -> (text: String, style: Style) {
    do throws(EditError) {
      switch try line.understood(field.text, on: clock.today) {
      case .nothing: return (line.hint, .faint)
      case .people(let names):
        return (
          names.count == 1 ? "1 person" : "\(names.count) people", .notice
        )
      case .statement(.action(_, let due, let person, let text)):
        let parts = [
          text, person.map { "@\($0)\(isKnown($0) ? "" : " (new here)")" },
          due.map { "due \(dayInWords($0.day, today: clock.today))" },
          person == nil ? "nobody's: @who" : nil,
          due == nil ? "no date" : nil,
        ]
        return (
          parts.compactMap(\.self).joined(
            separator: " \(glyphs.text(glyphs.separator)) "), .notice
        )
      case .statement(.next(let moment)):
        return (Goals.clock(Now(moment.day)), .notice)
      case .statement: return ("a line of the minutes", .faint)
      }
    } catch {
      return ("\(error)", Style(.error, .bold))
    }
  }
}

extension Session {
  private func isKnown(_ person: String) -> Bool {
    sitting?.people.contains(person) ?? false
      || outlook.people.contains(person)
  }
}
