import Canvas
import Goals

// What is said of a thing in words.
extension Outlook {
  /// Shape and word of how a thing stands, and why.
  func verdictLine(of thing: Thing, glyphs: Glyphs) -> Line {
    let role = role(of: thing)
    let shape = glyphs.text(glyphs.shape(of: role))
    var line = Line("\(shape) \(word(for: thing))", Style(role, .bold))
    line.append("  ")
    if hidesNumbers(thing) {
      line.append(Outlook.mask)
      return line
    }
    guard case .kpi(let index) = thing else {
      line.append(paceInWords(of: thing))
      return line
    }
    let standing = standing.kpis[index]
    line.append(datesInWords(standing.reason, today: today))
    if let soFar = standing.soFar {
      line.append(
        " · so far \(amount(soFar, board.kpis[index].unit))", .faint)
    }
    return line
  }

  private func paceInWords(of thing: Thing) -> String {
    guard let pace = pace(of: thing) else { return "" }
    let reason = datesInWords(pace.reason, today: today)
    guard let progress = pace.progress, !reason.contains("% done") else {
      return reason
    }
    var numbers = "\(percentage(progress)) done"
    if let expected = pace.expected, let gap = pace.gap {
      numbers += ", \(percentage(expected)) expected: \(gapInWords(gap))"
    }
    return reason.isEmpty ? numbers : "\(reason); \(numbers)"
  }

  /// The goalposts, owner, dates and confidence of a thing.
  func factsLine(of thing: Thing) -> Line {
    var line = Line()
    switch thing {
    case .objective(let index):
      let objective = board.objectives[index]
      if let cycle = objective.cycle { line.add(cycle) }
      line.add((objective.kind ?? .aspirational).rawValue)
      if let team = objective.team { line.add(masked(team, of: thing)) }
      addOwner(of: thing, to: &line)
      let people = objective.contributors.joined(separator: ", ")
      if !people.isEmpty { line.add("with \(masked(people, of: thing))") }
    case .keyResult(let index):
      addGoalposts(ofKeyResult: index, to: &line)
      addOwner(of: thing, to: &line)
      if let due = standing.keyResults[index].window.due {
        line.add("due \(dayInWords(due.day, today: today))")
      }
    case .kpi(let index):
      addNumbers(ofKPI: index, to: &line)
      addOwner(of: thing, to: &line)
      line.add("every \(board.period(ofKPI: index))", .faint)
    }
    addConfidence(of: thing, to: &line)
    return line
  }

  private func addOwner(of thing: Thing, to line: inout Line) {
    if let owner = owner(of: thing) {
      line.add(owner)
    } else {
      line.add("nobody owns it", .faint)
    }
  }

  private func addConfidence(of thing: Thing, to line: inout Line) {
    guard let pace = pace(of: thing), let confidence = pace.confidence,
      !isMasked(thing)
    else { return }
    let change = pace.confidenceChange ?? 0
    let before = change == 0 ? "" : " (\(confidence - change) before)"
    line.add("confidence \(confidence)/10\(before)")
  }

  private func addGoalposts(ofKeyResult index: Int, to line: inout Line) {
    let keyResult = board.keyResults[index]
    let standing = standing.keyResults[index]
    if hidesNumbers(.keyResult(index)) { return line.add(Outlook.mask) }
    switch keyResult.measure {
    case .range(let from, let to, let unit):
      let posts = (standing.from ?? from, standing.to ?? to)
      let first = unit.map { isCurrency($0) } ?? false ? unit : nil
      line.add("\(amount(posts.0, first)) → \(amount(posts.1, unit))")
      if let original = standing.original, let words = movedWords(index) {
        let from =
          original.from == posts.0
          ? number(original.to)
          : "\(number(original.from)) → \(number(original.to))"
        line.append(" (moved from \(from) on \(words))", .faint)
      }
    case .keep(let bounds, let unit):
      line.add("keep \(boundsInWords(bounds, unit))")
    case .milestones:
      let done = standing.done ?? 0
      line.add("\(done) of \(counted(keyResult.milestones.count, "milestone"))")
    case nil:
      line.add("no measure", .faint)
    }
    guard let value = standing.value, standing.done == nil else { return }
    line.add("now \(amount(value, keyResult.unit))")
  }

  private func movedWords(_ index: Int) -> String? {
    board.keyResults[index].moves.last { now.knows($0.moment) }
      .map { dayInWords($0.moment.day, today: today) }
  }

  private func addNumbers(ofKPI index: Int, to line: inout Line) {
    let kpi = board.kpis[index]
    let standing = standing.kpis[index]
    if isMasked(.kpi(index)) { return line.add(Outlook.mask) }
    if let value = standing.value {
      line.add(amount(value, kpi.unit), Style(.text, .bold))
      let change = changeInWords(ofKPI: index)
      if !change.isEmpty {
        line.append(" (\(change))", .faint)
      }
    } else {
      line.add("no number yet", .faint)
    }
    if let healthy = kpi.healthy {
      line.add("healthy \(boundsInWords(healthy, kpi.unit))")
    }
    if let target = kpi.target {
      let by = target.by.map { " by \(dayInWords($0.day, today: today))" }
      line.add("target \(amount(target.value, kpi.unit))\(by ?? "")")
    }
  }

  func boundsInWords(_ bounds: Bounds, _ unit: String?) -> String {
    switch (bounds.from, bounds.to) {
    case (let from?, let to?):
      "\(number(from)) to \(amount(to, unit))"
    case (let from?, nil): "above \(amount(from, unit))"
    case (nil, let to?): "below \(amount(to, unit))"
    case (nil, nil): "anywhere"
    }
  }

  /// One check-in or reading: when, what, how sure, who, and the note.
  func readingLine(at row: Int, of thing: Thing) -> Line {
    let readings = board.readings
    let moment = readings.moment(at: row)
    var line = Line(
      pad(momentInWords(moment, today: today), to: 13, .right), .faint)
    let hides = hidesNumbers(thing)
    let value = readings.value(at: row).map {
      hides ? Outlook.mask : amount($0, unit(of: thing))
    }
    line.append("  \(pad(value ?? "–", to: 11, .right))")
    guard let words = readings.words(at: row) else { return line }
    let confidence = words.confidence >= 0 ? "\(words.confidence)/10" : ""
    line.append(
      "  \(pad(isMasked(thing) ? "" : confidence, to: 5, .right))")
    if let status = words.status {
      let role = Role(Status(status))
      line.append("  \(Status(status).words)", Style(role))
    }
    if isMasked(thing) {
      line.append("  \(Outlook.mask)")
      return line
    }
    if let person = words.person {
      line.append("  \(board.text(person))", .faint)
    }
    if let note = words.note { line.append("  \(board.text(note))") }
    return line
  }

  /// An action or milestone: box, date, person, text.
  func taskLine(
    _ box: Box, due: Moment?, person: String?, text: String, of thing: Thing
  ) -> Line {
    let box = box.known(at: now)
    var line = Line(box.isDone ? "[x] " : "[ ] ", .faint)
    let when = due.map { dayInWords($0.day, today: today) } ?? ""
    let isLate = due.map { !box.isDone && $0.day < today } ?? false
    line.append(
      pad(when, to: 7, .right), isLate ? Style(.offTrack) : .faint)
    line.append("  \(masked(text, of: thing))", box.isDone ? .faint : .text)
    if let person { line.append("  \(masked(person, of: thing))", .faint) }
    if let done = box.moment {
      line.append("  done \(dayInWords(done.day, today: today))", .faint)
    } else if isLate, let due {
      let days = today.number - due.day.number
      line.append("  late \(days) d", Style(.offTrack))
    }
    return line
  }
}
