import Canvas
import GoalFile
import Goals

/// What happened since the meeting before, in lines.
struct MeetingNews: Hashable, Sendable {
  /// What it is counted from: `since Mon 16 Nov`.
  private(set) var since = ""
  private(set) var lines: [PageContent.Line] = []

  /// Nothing is known yet.
  init() {}

  /// The same on another board: what a line leads to may be gone.
  mutating func follow(_ outlook: Outlook, from old: Outlook) {
    for index in lines.indices {
      lines[index].link = lines[index].link.flatMap {
        outlook.successor(of: $0, in: old)
      }
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
    let changes = board.changes(
      from: Goals.standing(of: board, at: then), to: outlook.standing)
    addFlips(changes, outlook)
    addMoves(changes, outlook)
    addEdits(to: document, outlook, snapshot)
    add("ACTIONS DONE", lines(of: changes.done, outlook, .text))
    add("ACTIONS LATE", lines(of: changes.late, outlook, Style(.atRisk)))
    add(
      "PARKED LAST TIME",
      (meeting?.parked ?? []).map { PageContent.Line(text: $0) })
    add(
      "DECIDED LAST TIME",
      (meeting?.decisions ?? []).map { PageContent.Line(text: $0) })
    if lines.isEmpty {
      lines.append(PageContent.Line(text: "Nothing has changed."))
    }
  }

  private mutating func add(_ heading: String, _ new: [PageContent.Line]) {
    guard !new.isEmpty else { return }
    if !lines.isEmpty { lines.append(PageContent.Line(text: "")) }
    lines.append(PageContent.Line(text: heading, style: .heading))
    lines += new
  }
}

// What moved.
extension MeetingNews {
  private mutating func addFlips(_ changes: SinceThen, _ outlook: Outlook) {
    let flips = changes.movements.filter {
      $0.status != nil || $0.verdict != nil
    }
    let titles = TitleColumn(flips.map(\.thing), outlook)
    add(
      "ANOTHER STATUS",
      flips.map { movement in
        let words =
          movement.status.map { inWords($0) { $0.words } }
          ?? movement.verdict.map { inWords($0) { $0.rawValue } } ?? ""
        return titles.line(movement.thing, words)
      })
  }

  private mutating func addMoves(_ changes: SinceThen, _ outlook: Outlook) {
    var unchanged = 0
    var moves: [(thing: Thing, words: [String])] = []
    for movement in changes.movements {
      let words = facts(of: movement, outlook)
      if words.isEmpty {
        unchanged += movement.rows.isEmpty ? 0 : 1
      } else {
        moves.append((movement.thing, words))
      }
    }
    let titles = TitleColumn(moves.map(\.thing), outlook)
    let same =
      unchanged == 0
      ? []
      : [
        PageContent.Line(
          text: "\(counted(unchanged, "thing")) checked in, unchanged",
          style: .faint)
      ]
    add(
      "MOVED",
      moves.map {
        titles.line($0.thing, $0.words.joined(separator: "   "))
      } + same)
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
          : "\(inWords(value) { number($0) }) \(unit ?? "")")
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
    return facts.map { $0.last == " " ? String($0.dropLast()) : $0 }
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
              "not known: no meeting on this machine has left a picture of the "
              + "board; this one will", style: .faint)
        ])
    }
    let differences = Document(snapshot).differences(
      to: document, at: outlook.now
    ).filter(\.isWithoutDate)
    add(
      "NEW, GONE AND EDITED",
      differences.map { difference in
        PageContent.Line(
          text: [difference.title, difference.sentence]
            .filter { !$0.isEmpty }.joined(separator: ": "),
          link: difference.thing.map { .thing($0) })
      })
  }

  private func lines(
    of promises: [Promise], _ outlook: Outlook, _ style: Style
  ) -> [PageContent.Line] {
    promises.map { promise in
      switch promise.place {
      case .thing(let thing):
        PageContent.Line(
          text: ThingWords(outlook, thing).words(of: promise.action),
          style: style, link: .thing(thing))
      case .meeting:
        PageContent.Line(
          text: outlook.words(of: promise.action), style: style)
      }
    }
  }
}

extension Difference {
  /// Whether it is about what carries no date: what is new or gone, titles,
  /// owners, targets and the like.
  fileprivate var isWithoutDate: Bool {
    if ["status", "verdict", "closed"].contains(fact) { return false }
    switch subject {
    case .newMeeting, .oldMeeting: return false
    case .board, .new, .old: break
    }
    let isReading = fact.prefix(4).allSatisfy(\.isNumber)
    let isPromise = fact.hasPrefix("action")
    return !isReading && !isPromise
  }

  /// The thing that it is about, if that is still there.
  fileprivate var thing: Thing? {
    guard case .new(let thing) = subject else { return nil }
    return thing
  }
}

/// Titles of things in one column.
struct TitleColumn {
  private let outlook: Outlook
  private let width: Int

  init(_ things: [Thing], _ outlook: Outlook) {
    self.outlook = outlook
    width = min(
      48,
      things.map { displayCells(of: outlook.title(of: $0)) }.max() ?? 0)
  }

  /// A line that leads to a thing, with what is said of it.
  func line(_ thing: Thing, _ words: String) -> PageContent.Line {
    let title = elide(outlook.title(of: thing), to: width, glyphs: .unicode)
    return PageContent.Line(
      text: "\(pad(title, to: width, .left))  \(words)",
      style: Style(outlook.role(of: thing)), link: .thing(thing),
      shape: outlook.role(of: thing))
  }
}
