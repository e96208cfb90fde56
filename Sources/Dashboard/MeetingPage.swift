import Canvas
import Goals

/// A page of a meeting that is not about one thing, in words.
struct MeetingPage {
  let head: PageHead
  let lines: [PageContent.Line]

  init(_ session: Session, _ stop: Stop, width: Int) {
    guard let sitting = session.sitting else {
      head = PageHead(title: "", verdict: ("", .faint))
      lines = []
      return
    }
    let writer = MeetingWriter(
      session: session, sitting: sitting, width: width)
    switch stop {
    case .opening: (head, lines) = writer.opening
    case .agenda: (head, lines) = writer.agenda
    case .rest: (head, lines) = writer.rest
    case .outcome: (head, lines) = writer.outcome
    case .point(let index): (head, lines) = writer.gone(index)
    }
  }
}

/// What writes the pages of a meeting.
private struct MeetingWriter {
  typealias Page = (PageHead, [PageContent.Line])

  let session: Session
  let sitting: Sitting
  /// The cells of a line.
  let width: Int

  private var outlook: Outlook { session.outlook }
  private var points: [Agenda.Point] { sitting.agenda.points }

  private func head(
    _ title: String, _ verdict: String, _ role: Role, _ facts: [String] = []
  ) -> PageHead {
    PageHead(title: title, verdict: (verdict, role), facts: facts)
  }

  /// Who is here, in words.
  private var people: [String] {
    sitting.people.isEmpty ? [] : [sitting.people.joined(separator: ", ")]
  }

  var opening: Page {
    let words =
      points.isEmpty
      ? "nothing needs attention"
      : "\(counted(points.count, "thing")) to talk about"
    let next = "\(session.keyHere(.nextPoint)) begins"
    return (
      head(
        "Since we last met", "\(words): \(next)",
        outlook.worst ?? .pending, [sitting.news.since] + people),
      sitting.news.lines(outlook, width: width)
    )
  }

  var agenda: Page {
    let visited = points.indices.count {
      sitting.visited.contains(.point($0))
    }
    var lines = points.indices.map(line(ofPoint:))
    if !sitting.agenda.rest.isEmpty {
      lines.append(PageContent.Line(text: ""))
      lines.append(
        PageContent.Line(
          text: "The rest: \(restWords)", style: .faint, link: .meeting(.rest)))
    }
    if lines.isEmpty { lines = [PageContent.Line(text: "Nothing is on it.")] }
    return (
      head(
        "Agenda", "\(visited) of \(points.count) visited",
        outlook.worst ?? .pending, people), lines
    )
  }

  /// One point in columns: number, title, minutes if any took some, and why it
  /// is talked about.
  private func line(ofPoint index: Int) -> PageContent.Line {
    let point = points[index]
    let stop = Stop.point(index)
    let role = point.thing.map { outlook.role(of: $0) } ?? .pending
    let isHere = sitting.stop == stop
    let isVisited = sitting.visited.contains(stop)
    let times = points.indices.map(time(ofPoint:))
    let timeCells = times.map(displayCells(of:)).max() ?? 0
    let reasons = points.map { displayCells(of: $0.reason.words) }
    let titles = points.map { displayCells(of: $0.title) }
    let room = width - 12 - timeCells - (reasons.max() ?? 0)
    let words = [
      pad(title(ofPoint: index), to: max(8, min(48, titles.max() ?? 0, room))),
      pad(times[index], to: timeCells, .right),
      isHere ? "now" : isVisited ? "done" : point.reason.words,
    ]
    return PageContent.Line(
      text: words.filter { !$0.isEmpty }.joined(separator: "  "),
      style: isVisited && !isHere ? .faint : Style(role, isHere ? .bold : []),
      link: .meeting(stop), shape: role,
      lead: "\(pad("\(index + 1)", to: 3, .right)) ")
  }

  private func title(ofPoint index: Int) -> String {
    points[index].thing.map { outlook.title(of: $0) } ?? points[index].title
  }

  private func time(ofPoint index: Int) -> String {
    let minutes = sitting.minutes(at: .point(index), session.clock)
    return minutes > 0 ? inMinutes(minutes) : ""
  }

  /// `7 on track, 2 healthy`.
  private var restWords: String {
    let rest = sitting.agenda.rest
    var counts: [(word: String, count: Int)] = []
    for thing in rest {
      let word = outlook.word(for: thing)
      if let index = counts.firstIndex(where: { $0.word == word }) {
        counts[index].count += 1
      } else {
        counts.append((word, 1))
      }
    }
    let words = counts.map { "\($0.count) \($0.word)" }
    return words.joined(separator: ", ")
  }

  var rest: Page {
    let end = "\(session.keyHere(.adjourn)) ends the meeting"
    return (
      head("The rest", restWords, .onTrack, ["nothing to talk about: \(end)"]),
      Links.lines(to: sitting.agenda.rest, "", outlook)
    )
  }

  func gone(_ index: Int) -> Page {
    let title = points.indices.contains(index) ? points[index].title : ""
    return (head(title, "not on the board any more", .pending), [])
  }
}

// What a meeting came to.
extension MeetingWriter {
  var outcome: Page {
    let meeting = session.recordedMeeting.map { outlook.board.meetings[$0] }
    var lines: [PageContent.Line] = []
    func add(_ heading: String, _ new: [PageContent.Line]) {
      guard !new.isEmpty else { return }
      if !lines.isEmpty { lines.append(PageContent.Line(text: "")) }
      lines.append(PageContent.Line(text: heading, style: .heading))
      lines += new
    }
    func texts(_ texts: [String]) -> [PageContent.Line] {
      texts.map { PageContent.Line(text: $0) }
    }
    add("DECISIONS", texts(meeting?.decisions ?? []))
    add("ACTIONS", texts((meeting?.actions ?? []).map(outlook.words(of:))))
    add("BLOCKERS", texts(meeting?.blockers ?? []))
    add("PARKED", texts(meeting?.parked ?? []))
    let checkedIn = session.checkedInToday
    let said = checkedIn.map {
      (thing: $0, words: ThingWords(outlook, $0).lastCheckInWithoutDate)
    }
    let titles = TitleColumn(said, outlook, width: width)
    add(
      "CHECKED IN TODAY", said.map { titles.line($0.thing, $0.words) })
    if lines.isEmpty { lines = texts(["Nothing was recorded."]) }
    return (
      head(
        "\(sitting.title): what it came to", nextWords(meeting),
        .onTrack, people), lines
    )
  }

  private func nextWords(_ meeting: Meeting?) -> String {
    let next = meeting?.next.map {
      "next on \(clock(Now($0.day)))"
    }
    let back = "\(session.keyHere(.back)) goes back to the board"
    return [next ?? "no date for the next one", back].joined(separator: ", ")
  }
}
