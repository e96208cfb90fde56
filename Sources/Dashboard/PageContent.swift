import Canvas
import Goals

/// All that the page of a thing says below its chart, as lines that are made
/// only when they are seen.
struct PageContent {
  enum Section {
    case lines([Line])
    /// Objectives and key results, or KPIs; each can be opened.
    case things([Thing])
    /// Check-ins and readings, the newest first.
    case readings(Range<Int>, of: Thing)

    var count: Int {
      switch self {
      case .lines(let lines): lines.count
      case .things(let things): things.count
      case .readings(let rows, _): rows.count
      }
    }
  }

  enum Way {
    case up, down
  }

  private(set) var sections: [Section] = []
  /// The lines of headings and blanks, which are not worth stopping at.
  private var silent: Set<Int> = []
  private(set) var count = 0

  init(_ outlook: Outlook, _ thing: Thing, width: Int) {
    addNarrative(outlook, thing, width: width)
    switch thing {
    case .objective(let index): addObjective(outlook, index)
    case .keyResult(let index): addKeyResult(outlook, index)
    case .kpi(let index): addKPI(outlook, index)
    }
    addActions(outlook, thing)
    let rows = outlook.rows(of: thing)
    if !rows.isEmpty {
      let isKPI = if case .kpi = thing { true } else { false }
      addHeading(isKPI ? "READINGS" : "CHECK-INS")
      add(.readings(rows, of: thing))
    }
    if count == 0 { add(.lines([Line("no check-in yet", .faint)])) }
  }

  /// The section that a line lies in, and its place there.
  private func place(of line: Int) -> (section: Section, offset: Int)? {
    var offset = line
    for section in sections {
      if offset < section.count { return offset >= 0 ? (section, offset) : nil }
      offset -= section.count
    }
    return nil
  }

  /// What Enter opens on a line.
  func link(at line: Int) -> Thing? {
    guard case .things(let things)? = place(of: line)?.section,
      let offset = place(of: line)?.offset
    else { return nil }
    return things[offset]
  }

  /// The nearest line from `line` on that says something, in that direction if
  /// there is one.
  func speakingLine(from line: Int, _ way: Way) -> Int {
    let line = max(0, min(line, count - 1))
    let down = (line..<max(line, count)).first { !silent.contains($0) }
    let up = (0...line).last { !silent.contains($0) }
    return (way == .down ? down ?? up : up ?? down) ?? line
  }

  func draw(
    _ line: Int, _ outlook: Outlook, history: @escaping (Thing) -> [HistoryPoint],
    into canvas: inout Canvas, in rect: Rect
  ) {
    guard let (section, offset) = place(of: line) else { return }
    switch section {
    case .lines(let lines):
      lines[offset].draw(into: &canvas, in: rect)
    case .things(let things):
      if case .kpi(let index) = things[offset] {
        KPIView(outlook: outlook, kpis: [], history: history)
          .drawRow(index, into: &canvas, in: rect.dropping(left: 1))
      } else {
        ObjectivesView(outlook: outlook, rows: [])
          .drawRow(things[offset], into: &canvas, in: rect)
      }
    case .readings(let rows, let thing):
      outlook.readingLine(at: rows.upperBound - 1 - offset, of: thing)
        .draw(into: &canvas, in: rect)
    }
  }
}

// What the pages are put together from.
extension PageContent {
  private mutating func add(_ section: Section) {
    sections.append(section)
    count += section.count
  }

  private mutating func addHeading(_ text: String) {
    var lines = [Line(" \(text)", .heading)]
    if count > 0 { lines.insert(Line(), at: 0) }
    for index in lines.indices { silent.insert(count + index) }
    add(.lines(lines))
  }

  private mutating func addThings(_ heading: String, _ things: [Thing]) {
    guard !things.isEmpty else { return }
    addHeading(heading)
    add(.things(things))
  }

  private mutating func addNarrative(
    _ outlook: Outlook, _ thing: Thing, width: Int
  ) {
    let text = outlook.narrative(of: thing).joined(separator: "\n")
    guard !text.isEmpty else { return }
    let lines = Paragraph(text).lines(width: max(1, min(100, width - 2)))
    add(.lines(lines.map { Line("  \($0)") }))
  }

  private mutating func addObjective(_ outlook: Outlook, _ index: Int) {
    let board = outlook.board
    let objective = board.objectives[index]
    addThings("KEY RESULTS", objective.keyResults.map { .keyResult($0) })
    let guards = board.kpis.indices.filter {
      board.kpis[$0].guarded.contains(index)
    }
    addThings("GUARDED BY", guards.map { .kpi($0) })
    addThings("SUPPORTS", objective.parents.map { .objective($0) })
    addThings(
      "SUPPORTED BY",
      outlook.standing.objectives[index].supporters.map { .objective($0) })
    addClosing(
      outlook, objective.closing, objective.cause, .objective(index))
  }

  private mutating func addKeyResult(_ outlook: Outlook, _ index: Int) {
    let keyResult = outlook.board.keyResults[index]
    let thing = Thing.keyResult(index)
    if !keyResult.milestones.isEmpty {
      addHeading("MILESTONES")
      add(
        .lines(
          keyResult.milestones.map {
            outlook.taskLine(
              $0.box, due: $0.due, person: nil, text: $0.text, of: thing
            ).indented
          }))
    }
    addThings("MEASURED BY", keyResult.kpi.map { [.kpi($0)] } ?? [])
    addThings("PART OF", [.objective(keyResult.objective)])
    let moves = keyResult.moves.filter { outlook.now.knows($0.moment) }
    if !moves.isEmpty {
      addHeading("GOALPOSTS MOVED")
      add(.lines(moves.map { moveLine(outlook, $0, keyResult.unit, thing) }))
    }
    addClosing(outlook, keyResult.closing, keyResult.cause, thing)
  }

  private func moveLine(
    _ outlook: Outlook, _ move: KeyResult.Move, _ unit: String?, _ thing: Thing
  ) -> Line {
    let day = dayInWords(move.moment.day, today: outlook.today)
    var line = Line("  \(pad(day, to: 11, .right))", .faint)
    if outlook.hidesNumbers(thing) {
      line.append("  \(Outlook.mask)")
      return line
    }
    let from = move.from.map { "from \(number($0)) " } ?? ""
    line.append("  \(from)to \(amount(move.to, unit))")
    line.append("  \(outlook.masked(move.reason, of: thing))")
    return line
  }

  private mutating func addKPI(_ outlook: Outlook, _ index: Int) {
    let board = outlook.board
    let kpi = board.kpis[index]
    addThings("GUARDS", kpi.guarded.map { .objective($0) })
    let measured = board.keyResults.indices.filter {
      board.keyResults[$0].kpi == index
    }
    addThings("MEASURES", measured.map { .keyResult($0) })
    let known = kpi.acceptances.filter { outlook.now.knows($0.from) }
    guard !known.isEmpty, !outlook.isMasked(.kpi(index)) else { return }
    addHeading("ACCEPTED")
    add(
      .lines(
        known.map {
          let from = dayInWords($0.from.day, today: outlook.today)
          let until = dayInWords($0.until.day, today: outlook.today)
          let value = amount($0.value, kpi.unit)
          return Line("  \(from) to \(until), at \(value)  \($0.reason)")
        }))
  }

  private mutating func addClosing(
    _ outlook: Outlook, _ closing: Closing?, _ cause: String?, _ thing: Thing
  ) {
    guard let closing, outlook.now.knows(closing.moment) else { return }
    addHeading("CLOSED")
    let day = dayInWords(closing.moment.day, today: outlook.today)
    var line = Line("  \(day)  ", .faint)
    if outlook.isMasked(thing) {
      line.append(Outlook.mask)
      return add(.lines([line]))
    }
    line.append("at \(number(closing.score))")
    if let next = closing.next { line.append(", \(next.rawValue)", .faint) }
    line.append("  \(closing.note)")
    add(.lines([line]))
    if let cause { add(.lines([Line("  why: \(cause)")])) }
  }

  private mutating func addActions(_ outlook: Outlook, _ thing: Thing) {
    let actions = outlook.actions(of: thing)
    guard !actions.isEmpty else { return }
    addHeading("ACTIONS")
    add(
      .lines(
        actions.map {
          outlook.taskLine(
            $0.box, due: $0.due, person: $0.person, text: $0.text, of: thing
          ).indented
        }))
  }
}

extension Line {
  fileprivate var indented: Line {
    var line = self
    line.spans.insert(Span(text: "  ", style: .text), at: 0)
    return line
  }
}
