import GoalFile
import Goals

/// What is typed in a meeting to be recorded, in one line.
package enum MeetingLine: Hashable, Sendable {
  /// Whether the meeting begins with it.
  package enum Occasion: Hashable, Sendable {
    case start, later
  }

  /// Who is here.
  case people(Occasion)
  case decision, blocker, parked, action
  /// When the next meeting is; this one ends with it.
  case next

  var prompt: String {
    switch self {
    case .people: "here are: "
    case .decision: "decision: "
    case .blocker: "blocker: "
    case .parked: "parked: "
    case .action: "action: "
    case .next: "next meeting: "
    }
  }

  /// What can be typed.
  var hint: String {
    switch self {
    case .people: "@Ada @\"Grace Hopper\""
    case .decision: "what was decided"
    case .blocker: "what is in the way"
    case .parked: "what is for another time"
    case .action: "@Ada fri call the vendor, or 1 Dec, +7"
    case .next: "Enter: no date for the next meeting; or 1 Dec, mon, 7"
    }
  }
}

/// What was typed, as it is understood.
enum MeetingEntry: Hashable {
  case people([String])
  case statement(Phrase)
  /// Nothing: a meeting that has no date yet.
  case nothing
}

extension MeetingLine {
  /// What `text` means on `today`.
  func understood(
    _ text: String, on today: Day
  ) throws(EditError) -> MeetingEntry {
    let text = String(text.drop { $0 == " " })
    guard text.contains(where: { $0 != " " }) else { return .nothing }
    switch self {
    case .people: return .people(try people(in: text))
    case .decision: return try statement("decision \(text)")
    case .blocker: return try statement("blocker \(text)")
    case .parked: return try statement("parked \(text)")
    case .action:
      let words = TaskWords(text, .action, today: today).line
      return try statement("action \(words)")
    case .next: return .statement(try next(in: text, today))
    }
  }

  private func statement(
    _ line: String
  ) throws(EditError) -> MeetingEntry {
    .statement(try Phrase(reading: line, in: .meeting))
  }

  /// The names in `text`, with or without `@` and commas.
  ///
  /// They are read as the opener of a meeting writes them, and an "and" between
  /// them is no name.
  private func people(in text: String) throws(EditError) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "," }
      if rest.first == "@" { rest = rest.dropFirst() }
      guard let first = rest.first else { break }
      let name: Substring
      if first == "\"" {
        name = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(name.count + 2)
      } else {
        name = rest.prefix { $0 != " " && $0 != "," }
        rest = rest.dropFirst(name.count)
      }
      if !name.isEmpty, !["and", "&", "+"].contains(name),
        !names.contains(String(name))
      {
        names.append(String(name))
      }
    }
    let opener = Phrase.meeting(
      Moment(Day(number: 0)), title: "x", people: names)
    let read = try Phrase(
      reading: "meeting \(opener.words)", in: .file)
    guard read == opener else {
      throw .invalid("these are no names: write @Ada @\"Grace Hopper\"")
    }
    return names
  }

  /// A date, or a number of days from `today`.
  private func next(
    in text: String, _ today: Day
  ) throws(EditError) -> Phrase {
    let word = text.prefix { $0 != " " }
    if let said = TypedDay(text, today: today, .future), said.day > today {
      return .next(Moment(said.day))
    }
    if let days = Int(word), (1...999).contains(days) {
      return .next(Moment(today.adding(days)))
    }
    guard let moment = Moment(written: String(word)) else {
      throw .invalid(
        "'\(word)' is no date: write it as 2026-12-01, 1 Dec or mon")
    }
    guard moment.day > today else {
      throw .invalid("that is not after today")
    }
    return .next(moment)
  }
}
