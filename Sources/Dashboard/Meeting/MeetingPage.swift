import Canvas
import GoalFile
import Goals

/// A page of a meeting that is not about one thing, in words.
struct MeetingPage {
  private let session: Session
  private let sitting: Sitting
  private let stop: Stop
  /// The cells of a line.
  private let width: Int

  /// `nil` where no meeting is held.
  init?(_ session: Session, _ stop: Stop, width: Int) {
    guard let sitting = session.sitting else { return nil }
    self.session = session
    self.sitting = sitting
    self.stop = stop
    self.width = width
  }

  var head: PageHead {
    switch stop {
    case .opening: headOfOpening
    case .agenda: headOfAgenda
    case .rest: headOfRest
    case .outcome: headOfOutcome
    case .point(let index):
      head(title(ofPoint: index), "not on the board any more", .pending)
    }
  }

  var lines: [PageContent.Line] {
    switch stop {
    case .opening: sitting.news.lines(outlook, width: width)
    case .agenda: linesOfAgenda
    case .rest: Links.lines(to: sitting.agenda.rest, "", outlook)
    case .outcome: linesOfOutcome
    case .point: []
    }
  }

  private var outlook: Outlook { session.outlook }
  private var points: [Agenda.Point] { sitting.agenda.points }

  private func head(
    _ title: String, _ verdict: String, _ role: Role, _ facts: [String] = []
  ) -> PageHead {
    PageHead(title: title, verdict: (verdict, role), facts: facts)
  }

  /// Who is here, in words.
  private var people: [String] {
    guard !sitting.people.isEmpty else { return [] }
    return ["here: \(sitting.people.joined(separator: ", "))"]
  }

  private var headOfOpening: PageHead {
    let words =
      points.isEmpty
      ? "nothing needs attention"
      : "\(counted(points.count, "thing")) to talk about"
    let next = "\(session.key(.nextPoint, in: .meeting)) begins"
    return head(
      "Since we last met", "\(words): \(next)", outlook.worst ?? .pending,
      [sitting.news.since] + people)
  }

  private var headOfRest: PageHead {
    let end = "\(session.key(.adjourn, in: .meeting)) ends the meeting"
    return head(
      "The rest", restWords, .onTrack, ["nothing to talk about: \(end)"])
  }
}

// The agenda.
extension MeetingPage {
  private var headOfAgenda: PageHead {
    let visited = points.indices.count {
      sitting.visited.contains(.point($0))
    }
    return head(
      "Agenda", "\(visited) of \(points.count) visited",
      outlook.worst ?? .pending, people)
  }

  private var linesOfAgenda: [PageContent.Line] {
    var lines = linesOfPoints
    if !sitting.agenda.rest.isEmpty {
      lines.append(PageContent.Line(text: ""))
      lines.append(
        PageContent.Line(
          text: "The rest: \(restWords)", style: .faint, link: .meeting(.rest)))
    }
    if lines.isEmpty { lines = [PageContent.Line(text: "Nothing is on it.")] }
    if !linesOfRecord.isEmpty { lines.append(PageContent.Line(text: "")) }
    return lines + linesOfRecord
  }

  /// The points in columns: number, title, minutes if any took some, and why it
  /// is talked about.
  private var linesOfPoints: [PageContent.Line] {
    let times = points.indices.map(time(ofPoint:))
    let timeCells = times.map(displayCells(of:)).max() ?? 0
    let reasons = points.map { displayCells(of: $0.reason.words) }
    let titles = points.map { displayCells(of: $0.title) }
    let room = width - 12 - timeCells - (reasons.max() ?? 0)
    let titleCells = max(8, min(48, titles.max() ?? 0, room))
    return points.indices.map { index in
      let point = points[index]
      let isHere = sitting.stop == .point(index)
      let isVisited = sitting.visited.contains(.point(index))
      let role = point.thing.map { outlook.role(of: $0) } ?? .pending
      let words = [
        pad(title(ofPoint: index), to: titleCells),
        pad(times[index], to: timeCells, .right),
        isHere ? "now" : isVisited ? "done" : point.reason.words,
      ]
      return PageContent.Line(
        text: words.filter { !$0.isEmpty }.joined(separator: "  "),
        style: isVisited && !isHere ? .faint : Style(role, isHere ? .bold : []),
        link: .meeting(.point(index)), shape: role,
        lead: "\(pad("\(index + 1)", to: 3, .right)) ")
    }
  }

  private func title(ofPoint index: Int) -> String {
    guard points.indices.contains(index) else { return "" }
    let point = points[index]
    return point.thing.map { outlook.title(of: $0) } ?? point.title
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
}

// What a meeting came to.
extension MeetingPage {
  private var record: Meeting? {
    session.recordedMeeting.map { outlook.board.meetings[$0] }
  }

  private var headOfOutcome: PageHead {
    let next = record?.next.map { "next on \(clock(Now($0.day)))" }
    let back = "\(session.key(.back, in: .meeting)) goes back to the board"
    return head(
      "\(sitting.title): what it came to",
      "\(next ?? "no date for the next one"), \(back)", .onTrack, people)
  }

  private var linesOfOutcome: [PageContent.Line] {
    var lines = linesOfRecord
    let said = session.checkedInToday.map {
      (thing: $0, words: ThingWords(outlook, $0).lastCheckInWithoutDate)
    }
    let titles = TitleColumn(said, outlook, width: width)
    add(
      "CHECKED IN TODAY", said.map { titles.line($0.thing, $0.words) }, &lines)
    return lines.isEmpty
      ? [PageContent.Line(text: "Nothing was recorded.")] : lines
  }

  /// What is recorded in the file up to now, each line to be edited there.
  private var linesOfRecord: [PageContent.Line] {
    guard let place = session.recordedMeeting else { return [] }
    let record = outlook.board.meetings[place]
    var lines: [PageContent.Line] = []
    func texts(_ texts: [String], _ keyword: Keyword) -> [PageContent.Line] {
      texts.enumerated().map { number, text in
        PageContent.Line(
          text: text,
          source: .statement(keyword, number, in: .meeting(place)))
      }
    }
    add("DECISIONS", texts(record.decisions, .decision), &lines)
    let actions = record.actions.enumerated().compactMap {
      outlook.line(
        of: Promise(place: .meeting(place), index: $0, action: $1))
    }
    add("ACTIONS", actions, &lines)
    add("BLOCKERS", texts(record.blockers, .blocker), &lines)
    add("PARKED", texts(record.parked, .parked), &lines)
    return lines
  }

  private func add(
    _ heading: String, _ new: [PageContent.Line],
    _ lines: inout [PageContent.Line]
  ) {
    guard !new.isEmpty else { return }
    if !lines.isEmpty { lines.append(PageContent.Line(text: "")) }
    lines.append(PageContent.Line(text: heading, style: .heading))
    lines += new
  }
}
