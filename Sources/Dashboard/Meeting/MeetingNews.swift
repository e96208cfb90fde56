import Canvas
import GoalFile
import Goals

/// What happened since the meeting before.
struct MeetingNews: Hashable, Sendable {
  /// One piece of news.
  fileprivate enum Entry: Hashable {
    /// A sentence of its own.
    case sentence(PageContent.Line)
    /// What is said of a thing, behind its title.
    case thing(Thing, String)
    /// An action, told as it is now; in words as it was.
    case action(Promise, words: String)
  }

  /// Pieces of news of one kind.
  fileprivate struct Section: Hashable {
    let heading: String
    var entries: [Entry]
  }

  /// What it is counted from: `since Mon 16 Nov`.
  private(set) var since = ""
  /// How the board was kept over the last weeks; empty where nothing says.
  private var practice = ""
  private var sections: [Section] = []

  /// Nothing is known yet.
  init() {}

  /// All of it, in lines of that width.
  func lines(_ outlook: Outlook, width: Int) -> [PageContent.Line] {
    var lines: [PageContent.Line] = []
    if !practice.isEmpty {
      lines += Paragraph(practice).lines(width: max(1, width)).map {
        PageContent.Line(text: $0, style: .faint)
      }
    }
    guard !sections.isEmpty else {
      return lines + [PageContent.Line(text: "Nothing has changed.")]
    }
    for section in sections {
      if !lines.isEmpty { lines.append(PageContent.Line(text: "")) }
      lines.append(PageContent.Line(text: section.heading, style: .heading))
      let titles = TitleColumn(section.things, outlook, width: width)
      lines += section.entries.map { entry in
        switch entry {
        case .sentence(let line): line
        case .thing(let thing, let words): titles.line(thing, words)
        case .action(let promise, let words):
          outlook.line(of: promise)
            ?? PageContent.Line(text: words, style: .faint)
        }
      }
    }
    return lines
  }

  /// The same on another board: what is gone from it leads nowhere.
  mutating func follow(_ outlook: Outlook, from old: Outlook) {
    for index in sections.indices {
      sections[index].entries = sections[index].entries.map { entry in
        switch entry {
        case .sentence(var line):
          line.link = line.link.flatMap {
            outlook.successor(of: $0, in: old)
          }
          return .sentence(line)
        case .thing(let thing, let words):
          guard let new = outlook.successor(of: thing, in: old) else {
            return .sentence(
              PageContent.Line(
                text: "\(old.title(of: thing))  \(words)", style: .faint))
          }
          return .thing(new, words)
        case .action(let promise, let words):
          let place: Promise.Place? =
            switch outlook.successor(of: promise.place.subject, in: old) {
            case .thing(let thing): .thing(thing)
            case .meeting(let index): .meeting(index)
            case .head, nil: nil
            }
          let new = place.flatMap {
            outlook.successor(of: promise, at: $0, in: old)
          }
          return new.map { .action($0, words: words) }
            ?? .sentence(PageContent.Line(text: words, style: .faint))
        }
      }
    }
  }
}

extension MeetingNews.Section {
  fileprivate var things: [(thing: Thing, words: String)] {
    entries.compactMap {
      guard case .thing(let thing, let words) = $0 else { return nil }
      return (thing, words)
    }
  }
}

extension MeetingNews {
  /// - Parameter last: the meeting before, by its place in the board.
  /// - Parameter snapshot: the file as it was when that one ended, if that is
  ///   known.
  init(
    of document: Document, _ outlook: Outlook, since last: Int?,
    snapshot: [UInt8]?
  ) {
    let board = outlook.board
    let meeting = last.map { board.meetings[$0] }
    let then =
      meeting.map { Now($0.moment) } ?? Now(outlook.today.adding(-7))
    let day = clock(Now(then.today))
    since =
      meeting == nil
      ? "no meeting before: since \(day), a week ago"
      : "since \(meeting?.title ?? "") on \(day)"
    let phrases = board.practice(outlook.standing, overWeeks: 4).phrases
    if !phrases.isEmpty {
      practice = "in four weeks: \(phrases.joined(separator: ", "))"
    }
    let changes = board.changes(
      from: Goals.standing(of: board, at: then), to: outlook.standing)
    addFlips(changes, outlook)
    addMoves(changes, outlook)
    addEdits(to: document, outlook, snapshot)
    add("ACTIONS DONE", entries: entries(of: changes.done, outlook))
    add("ACTIONS LATE", entries: entries(of: changes.late, outlook))
    add("ACTIONS OPEN", entries: entries(of: changes.open, outlook))
    add(
      "PARKED LAST TIME",
      (meeting?.parked ?? []).map { PageContent.Line(text: $0) })
    add(
      "DECIDED LAST TIME",
      (meeting?.decisions ?? []).map { PageContent.Line(text: $0) })
  }

  private mutating func add(_ heading: String, _ new: [PageContent.Line]) {
    add(heading, entries: new.map { .sentence($0) })
  }

  private mutating func add(_ heading: String, entries: [Entry]) {
    guard !entries.isEmpty else { return }
    sections.append(Section(heading: heading, entries: entries))
  }
}

// What moved.
extension MeetingNews {
  private mutating func addFlips(_ changes: SinceThen, _ outlook: Outlook) {
    let flips = changes.movements.filter {
      $0.status != nil || $0.verdict != nil
    }
    add(
      "ANOTHER STATUS",
      entries: flips.map { movement in
        let words =
          movement.status.map { inWords($0) { $0.words } }
          ?? movement.verdict.map { inWords($0) { $0.rawValue } } ?? ""
        return .thing(movement.thing, words)
      })
  }

  private mutating func addMoves(_ changes: SinceThen, _ outlook: Outlook) {
    var unchanged = 0
    var moves: [Entry] = []
    for movement in changes.movements {
      let words = facts(of: movement, outlook)
      if words.isEmpty {
        unchanged += movement.rows.isEmpty ? 0 : 1
      } else {
        moves.append(
          .thing(movement.thing, words.joined(separator: "   ")))
      }
    }
    if unchanged > 0 {
      moves.append(
        .sentence(
          PageContent.Line(
            text: "\(counted(unchanged, "thing")) checked in, unchanged",
            style: .faint)))
    }
    add("MOVED", entries: moves)
  }

  /// What there is to tell of a thing besides its status.
  private func facts(of movement: Movement, _ outlook: Outlook) -> [String] {
    let thing = movement.thing
    var facts: [String] = []
    if let value = movement.value {
      let unit = outlook.unit(of: thing)
      facts.append(
        value.before == nil
          ? "first \(amount(value.after ?? 0, unit))"
          : arrow(value, unit))
    }
    if let progress = movement.progress {
      facts.append(inWords(progress, percentText))
    }
    if let confidence = movement.confidence, let after = confidence.after {
      facts.append(
        confidence.before.map { "confidence \($0) → \(after)" }
          ?? "confidence \(after)")
    }
    if let closing = movement.closing {
      facts.append("closed at \(number(closing.score))")
    }
    if !movement.ticked.isEmpty {
      facts.append("\(counted(movement.ticked.count, "milestone")) ticked")
    }
    if !movement.moves.isEmpty { facts.append("goalposts moved") }
    if !movement.accepted.isEmpty { facts.append("a red accepted") }
    return facts
  }

  private func inWords<Fact>(
    _ step: Step<Fact>, _ words: (Fact) -> String
  ) -> String {
    let after = step.after.map(words) ?? "–"
    return step.before.map { "\(words($0)) → \(after)" } ?? after
  }
}

// What was edited.
extension MeetingNews {
  private mutating func addEdits(
    to document: Document, _ outlook: Outlook, _ snapshot: [UInt8]?
  ) {
    guard let snapshot else {
      return add(
        "NEW, GONE AND EDITED",
        [
          PageContent.Line(
            text:
              "not known: no picture of the board from the last meeting is here",
            style: .faint)
        ])
    }
    let differences = Document(snapshot).differences(
      to: document, at: outlook.now
    ).filter(\.isEdited)
    add(
      "NEW, GONE AND EDITED",
      differences.map { difference in
        PageContent.Line(
          text: [difference.title, difference.sentence]
            .filter { !$0.isEmpty }.joined(separator: ": "),
          link: difference.thing.map { .thing($0) })
      })
  }

  private func entries(of promises: [Promise], _ outlook: Outlook) -> [Entry] {
    promises.map {
      .action($0, words: outlook.words(of: $0.action, at: $0.place))
    }
  }
}

extension Difference {
  /// Whether it is about what holds until somebody edits it, outside of the
  /// minutes: what is new or gone, titles, owners, targets and the like.
  fileprivate var isEdited: Bool {
    switch subject {
    case .newMeeting, .oldMeeting: false
    case .board, .new, .old: nature == .lasting
    }
  }

  /// The thing that it is about, if that is still there.
  fileprivate var thing: Thing? {
    guard case .new(let thing) = subject else { return nil }
    return thing
  }
}
