import Goals

/// Finds out in what two boards differ.
struct Comparison {
  let old: Side
  let new: Side
  private(set) var differences: [Difference] = []
  /// What the differences that are found next are about.
  private var subject = Difference.Subject.board
  private var id = ""
  private var title = ""
  private var isPrivate = false

  init(of old: Side, with new: Side) {
    self.old = old
    self.new = new
  }

  mutating func compare() {
    let pairs = Pairs(old, new)
    compare(Facts(old.board), Facts(new.board))
    noteOrder(of: pairs)
    noteSilentLines()
    for thing in new.board.allThings {
      guard let before = pairs.old[thing] else {
        begin(.new(thing), thing, of: new)
        note(thing.kind, "added", .open)
        continue
      }
      begin(.new(thing), thing, of: new)
      isPrivate = isPrivate || old.board.isPrivate(before)
      compare(before, thing, pairs)
    }
    for thing in old.board.allThings where pairs.new[thing] == nil {
      begin(.old(thing), thing, of: old)
      note(thing.kind, "removed", .open)
    }
    compareMeetings()
  }

  private mutating func begin(
    _ subject: Difference.Subject, _ thing: Thing, of side: Side
  ) {
    self.subject = subject
    id = side.board.id(of: thing).map { "[\($0)]" } ?? ""
    title = side.board.title(of: thing)
    isPrivate = side.board.isPrivate(thing)
  }

  /// Whether a difference is told of what is private too.
  enum Secrecy {
    case open, masked
  }

  mutating func note(
    _ fact: String, _ change: String, _ secrecy: Secrecy = .masked,
    nature: Difference.Nature = .lasting, because reason: String = ""
  ) {
    differences.append(
      Difference(
        subject: subject, id: id, title: title, fact: fact, change: change,
        nature: nature, reason: reason, isPrivate: isPrivate,
        isOpen: secrecy == .open))
  }

  private mutating func compare(_ before: Thing, _ after: Thing, _ pairs: Pairs)
  {
    noteMove(before, after, pairs)
    noteOrder(before, after, pairs)
    compare(Facts(before, of: old), Facts(after, of: new))
    compareReadings(before, after)
    let was = old.state(of: before)
    let now = new.state(of: after)
    guard was.word != now.word else { return }
    let name = if case .kpi = after { "verdict" } else { "status" }
    note(
      name, "\(was.word) → \(now.word)", .open, nature: .dated,
      because: now.reason)
  }

  /// Says where a key result has gone from one objective to another.
  private mutating func noteMove(
    _ before: Thing, _ after: Thing, _ pairs: Pairs
  ) {
    guard case .keyResult(let was) = before, case .keyResult(let now) = after
    else { return }
    let from = Thing.objective(old.board.keyResults[was].objective)
    let to = Thing.objective(new.board.keyResults[now].objective)
    guard pairs.new[from] != to else { return }
    note(
      "moved",
      "from \(quoted(old.board.title(of: from))) to \(quoted(new.board.title(of: to)))"
    )
  }

  private mutating func compareMeetings() {
    let before = old.board.meetings.enumerated().filter {
      old.now.knows($0.element.moment)
    }
    let after = new.board.meetings.enumerated().filter {
      new.now.knows($0.element.moment)
    }
    let pairs = matches(
      before.map { "\($0.element.moment) \($0.element.title)" },
      after.map { "\($0.element.moment) \($0.element.title)" })
    for (place, (index, meeting)) in after.enumerated() {
      begin(.newMeeting(index), meeting)
      if let was = pairs.old[place] {
        compare(
          Facts(before[was].element, at: old.now), Facts(meeting, at: new.now))
      } else {
        note("meeting", "added")
        compare(
          Facts(Meeting(like: meeting), at: old.now),
          Facts(meeting, at: new.now))
      }
    }
    for (place, (index, meeting)) in before.enumerated()
    where pairs.new[place] == nil {
      begin(.oldMeeting(index), meeting)
      note("meeting", "removed")
    }
  }

  private mutating func begin(
    _ subject: Difference.Subject, _ meeting: Meeting
  ) {
    self.subject = subject
    id = ""
    title = "\(meeting.moment) \(meeting.title)"
    isPrivate = false
  }
}

// MARK: - Facts

extension Comparison {
  /// Notes which properties and entries differ.
  private mutating func compare(_ before: Facts, _ after: Facts) {
    let was = Dictionary(
      before.properties.map { ($0.name, $0.value) }
    ) { first, _ in first }
    let now = Dictionary(
      after.properties.map { ($0.name, $0.value) }
    ) { first, _ in first }
    for part in after.properties where was[part.name] != part.value {
      note(part.name, changed(was[part.name], part.value), nature: part.nature)
    }
    for part in before.properties where now[part.name] == nil {
      note(part.name, changed(part.value, nil), nature: part.nature)
    }
    compareEntries(before.entries, after.entries)
  }

  private mutating func compareEntries(
    _ before: [Facts.Entry], _ after: [Facts.Entry]
  ) {
    let pairs = matches(
      before.map { "\($0.kind) \($0.key)" },
      after.map { "\($0.kind) \($0.key)" })
    for (index, entry) in after.enumerated() {
      guard let was = pairs.old[index] else {
        note("\(entry.kind) added", entry.words, nature: entry.nature)
        continue
      }
      let changes = entry.changes(from: before[was])
      guard !changes.isEmpty else { continue }
      note("\(entry.kind) \(entry.name)", changes, nature: entry.nature)
    }
    for (index, entry) in before.enumerated() where pairs.new[index] == nil {
      note("\(entry.kind) removed", entry.words, nature: entry.nature)
    }
  }
}

/// How a value has become another one.
func changed(_ before: String?, _ after: String?) -> String {
  switch (before, after) {
  case (let before?, let after?): return "\(before) → \(after)"
  case (nil, let after?): return "now \(after)"
  case (let before?, nil): return "no longer \(before)"
  case (nil, nil): return ""
  }
}

extension Facts.Entry {
  /// How it is named in a sentence: dates and ids as they are, texts in quotes.
  fileprivate var name: String {
    let isWord = key.utf8.count < 24 && !key.utf8.contains(32)
    return isWord ? key : quoted(key)
  }

  /// All that it says: `'Script approved', open, due 2026-10-09`.
  fileprivate var words: String {
    ([name]
      + parts.map { $0.name.isEmpty ? $0.value : "\($0.name) \($0.value)" })
      .joined(separator: ", ")
  }

  /// In which parts it differs from what it was.
  fileprivate func changes(from other: Facts.Entry) -> String {
    var changes: [String] = []
    for part in parts {
      let was = other.parts.first { $0.name == part.name }?.value
      guard was != part.value else { continue }
      let lead = part.name.isEmpty ? "" : "\(part.name) "
      changes.append(lead + changed(was, part.value))
    }
    for part in other.parts
    where !parts.contains(where: { $0.name == part.name }) {
      changes.append("\(part.name) \(changed(part.value, nil))")
    }
    return changes.joined(separator: ", ")
  }
}

extension Meeting {
  /// A meeting at which nothing was said.
  fileprivate init(like meeting: Meeting) {
    self.init(moment: meeting.moment, title: meeting.title, line: meeting.line)
    people = meeting.people
  }
}
