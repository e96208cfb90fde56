import Goals

/// What was said and decided at a meeting.
package struct Minutes {
  private let meeting: Meeting
  private let now: Now
  /// What happened from the meeting before, or from a week before, to the end
  /// of the meeting's day.
  private let news: News

  private var board: Board { news.board }

  /// The minutes of the meeting at `index` of the board, as known at `now`.
  package init(
    of board: Board, meeting index: Int, at now: Now,
    _ privacy: Privacy
  ) {
    meeting = board.meetings[index]
    self.now = now
    let day = meeting.moment.day
    let then =
      board.meeting(before: index).map { Now(board.meetings[$0].moment.day) }
      ?? Now(day.adding(-7))
    let end = Now(day)
    news = News(
      of: board, from: then, to: now.lastSecond < end.lastSecond ? now : end,
      privacy, notes: .left)
  }

  package var prose: Prose {
    let name = meeting.title.isEmpty ? "Meeting" : meeting.title
    var prose = Prose(title: "\(name), \(words(for: meeting.moment))")
    if let title = board.title { prose.add(title) }
    if !meeting.people.isEmpty {
      prose.add("With \(meeting.people.joined(separator: ", ")).")
    }
    for line in meeting.narrative { prose.add(line) }
    let since = "Since \(news.words(for: news.since.then.today))"
    prose.add(
      since, news.flips + news.movesOfKeyResults + news.closings + news.done)
    prose.add("Decisions", meeting.decisions.map { Prose.Entry($0) })
    prose.add("Actions", meeting.actions.map(entry))
    prose.add("Late", news.late)
    prose.add("Blockers", meeting.blockers.map { Prose.Entry($0) })
    prose.add("Parked", meeting.parked.map { Prose.Entry($0) })
    prose.add("Check-ins of the day", checkIns)
    if let next = meeting.next {
      prose.add("Next meeting: \(words(for: next)).")
    }
    return prose
  }

  private func words(for moment: Moment) -> String {
    momentInWords(moment, today: Day(number: 0))
  }

  private func entry(_ action: Action) -> Prose.Entry {
    let details = [
      action.person, action.due.map { "due \(news.words(for: $0.day))" },
    ].compactMap(\.self).joined(separator: ", ")
    return Prose.Entry(
      action.text + (details.isEmpty ? "" : " (\(details))"),
      box: action.box.known(at: now).isDone ? .done : .open)
  }

  /// What was said on the day of the meeting, thing by thing; not what a KPI
  /// merely measured.
  private var checkIns: [Prose.Entry] {
    news.since.movements.flatMap { movement in
      movement.rows.filter {
        board.readings.moment(at: $0).day == meeting.moment.day
          && isSaid($0, movement.thing)
      }.map { news.entry(checkIn($0, movement.thing), about: movement.thing) }
    }
  }

  private func isSaid(_ row: Int, _ thing: Thing) -> Bool {
    guard case .kpi = thing else { return true }
    return board.readings.words(at: row) != nil
  }

  private func checkIn(_ row: Int, _ thing: Thing) -> String {
    if news.isMasked(thing) { return Privacy.mask }
    let words = board.readings.words(at: row)
    var parts: [String] = []
    if let value = board.readings.value(at: row) {
      parts.append(
        news.isNumberMasked(thing)
          ? Privacy.mask : amount(value, news.board.unit(of: thing)))
    }
    if let confidence = words?.confidence, confidence >= 0 {
      parts.append(
        news.isNumberMasked(thing)
          ? "confidence •••" : "confidence \(confidence)/10")
    }
    if let status = words?.status { parts.append(Status(status).words) }
    let said = parts.joined(separator: ", ")
    let person = words?.person.map { board.text($0) }
    let note = words?.note.map { board.text($0) }
    let who = person.map { said.isEmpty ? $0 : "\(said) (\($0))" } ?? said
    return [who, note ?? ""].filter { !$0.isEmpty }.joined(separator: ". ")
  }
}
