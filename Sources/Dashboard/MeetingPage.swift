import Canvas
import Goals

/// A page of a meeting that is not about one thing, in words.
struct MeetingPage {
  let head: PageHead
  let lines: [PageContent.Line]

  init(_ session: Session, _ stop: Stop) {
    guard let sitting = session.sitting else {
      head = PageHead(title: "", verdict: ("", .faint))
      lines = []
      return
    }
    let writer = MeetingWriter(session: session, sitting: sitting)
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
      sitting.news.lines
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
          text: restTitle, style: .faint, link: .meeting(.rest)))
    }
    if lines.isEmpty { lines = [PageContent.Line(text: "Nothing is on it.")] }
    return (
      head(
        "Agenda", "\(visited) of \(points.count) visited",
        outlook.worst ?? .pending, people), lines
    )
  }

  private func line(ofPoint index: Int) -> PageContent.Line {
    let point = points[index]
    let stop = Stop.point(index)
    let minutes = sitting.minutes(at: stop, session.clock)
    let role = point.thing.map { outlook.role(of: $0) } ?? .pending
    let title = point.thing.map { outlook.title(of: $0) } ?? point.title
    let isVisited = sitting.visited.contains(stop)
    let isHere = sitting.stop == stop
    let width = points.map { displayCells(of: $0.title) }.max() ?? 0
    let time = minutes > 0 ? inMinutes(minutes) : ""
    let number = pad("\(index + 1)", to: 3, .right)
    let words = [
      pad(title, to: min(48, width)), pad(time, to: 7, .right),
      isHere ? "now" : isVisited ? "done" : point.reason.words,
    ]
    return PageContent.Line(
      text: words.joined(separator: "  "),
      style: isVisited && !isHere ? .faint : Style(role, isHere ? .bold : []),
      link: .meeting(stop), shape: role, lead: "\(number) ")
  }

  /// `The rest: 7 on track, 2 healthy`.
  private var restTitle: String {
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
    return "The rest: \(words.joined(separator: ", "))"
  }

  var rest: Page {
    let end = "\(session.keyHere(.adjourn)) ends the meeting"
    return (
      head(restTitle, "fine, nothing to talk about: \(end)", .onTrack),
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
    let titles = TitleColumn(checkedIn, outlook)
    add(
      "CHECKED IN TODAY",
      checkedIn.map {
        titles.line($0, ThingWords(outlook, $0).lastCheckInWithoutDate)
      })
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
