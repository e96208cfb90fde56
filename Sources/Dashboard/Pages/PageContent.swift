import Canvas
import GoalFile
import Goals

/// The lines of a page below its head and its chart.
///
/// Check-ins become text only when they are seen, so that a hundred thousand of
/// them are no more work than ten.
struct PageContent {
  /// One line: a text and perhaps where it leads.
  struct Line: Hashable {
    var text: String
    var style = Style.text
    /// What the page that Enter opens is about.
    var link: Topic?
    /// The role whose shape stands before the text, behind `lead`.
    var shape: Role?
    var lead = ""
    /// What is drawn in place of the text, where it stands in columns.
    var cells: [TableCell] = []
    /// The cycle that Enter shows on the board.
    var cycle: String?
    /// The line of the board that it shows.
    var source: Source?

    /// What is written on a canvas with these glyphs.
    func words(_ glyphs: Glyphs) -> String {
      guard let shape else { return text }
      return "\(lead)\(glyphs.text(glyphs.shape(of: shape))) \(text)"
    }
  }

  /// A line of the board that a line of a page stands for.
  enum Source: Hashable {
    /// Of the statements of that keyword in a block, the one of that number,
    /// from 0, in the order of the file.
    case statement(Keyword, Int, in: Subject)
    case reading(row: Int, of: Thing)
  }

  enum Way {
    case up, down
  }

  /// A piece of the page.
  private enum Part {
    case lines([Line])
    case checkIns(CheckInTable)
    case alignment(AlignmentTable)

    var count: Int {
      switch self {
      case .lines(let lines): lines.count
      case .checkIns(let table): table.count
      case .alignment(let table): table.count
      }
    }

    subscript(index: Int) -> Line {
      switch self {
      case .lines(let lines): lines[index]
      case .checkIns(let table): table[index]
      case .alignment(let table): table[index]
      }
    }
  }

  private var parts: [Part] = []
  private(set) var count = 0
  /// How many lines the narrative takes; more the narrower the page is.
  private(set) var narrativeLines = 0

  subscript(index: Int) -> Line {
    var offset = index
    for part in parts {
      if offset < part.count { return part[offset] }
      offset -= part.count
    }
    return Line(text: "")
  }

  func link(at index: Int) -> Topic? {
    (0..<count).contains(index) ? self[index].link : nil
  }

  func source(at index: Int) -> Source? {
    (0..<count).contains(index) ? self[index].source : nil
  }

  /// The line at `start`, or the next one that says something, on the way if
  /// there is one, else the other way.
  func speakingLine(from start: Int, _ way: Way) -> Int {
    let start = max(0, min(start, count - 1))
    let after = (start..<max(start, count)).first { speaks($0) }
    if way == .down, let after { return after }
    let before = (0..<min(count, start + 1)).last { speaks($0) }
    return before ?? after ?? 0
  }

  private func speaks(_ index: Int) -> Bool {
    let line = self[index]
    return !line.text.isEmpty && line.style.role != .heading
  }

  private mutating func add(_ part: Part) {
    parts.append(part)
    count += part.count
  }

  init(_ lines: [Line]) {
    add(.lines(lines))
  }

  init(_ sections: [(title: String, lines: [Line])]) {
    for section in sections { addSection(section.title, section.lines) }
  }

  init(_ outlook: Outlook, _ topic: Topic, width: Int) {
    switch topic {
    case .meeting, .actions: break
    case .thing(let thing): add(outlook, thing, width)
    case .alignment(let hidden):
      add(.alignment(AlignmentTable(outlook, hiding: hidden, width: width)))
    case .relatives(let thing, let relation):
      add(
        .lines(
          Links.lines(to: outlook.relatives(of: thing, relation), "", outlook)))
    case .walked(let summary):
      for section in summary.sections(outlook) {
        addSection(section.title, section.lines)
      }
    case .cycles: add(.lines(CycleComparison(outlook).lines(width: width)))
    case .review(let name): addReview(outlook, name, width)
    case .practice:
      for section in PracticeLines(outlook, width: width).sections {
        addSection(section.title, section.lines)
      }
    }
  }

  private mutating func add(_ outlook: Outlook, _ thing: Thing, _ width: Int) {
    let words = ThingWords(outlook, thing)
    addNarrative(outlook, thing, width)
    addClosing(outlook, thing)
    addKeyResults(outlook, thing)
    addMilestones(outlook, thing)
    addSection(
      "ACTIONS",
      outlook.actions(of: thing).enumerated().map { number, action in
        Line(
          text: words.words(of: action),
          source: .statement(.action, number, in: .thing(thing)))
      })
    addCheckIns(outlook, thing)
    addPlan(outlook, thing)
    addMoves(outlook, thing)
    addAcceptances(outlook, thing)
    addSection("LINKS", Links(outlook, thing).lines)
  }

  private mutating func addReview(
    _ outlook: Outlook, _ name: String, _ width: Int
  ) {
    guard let cycle = outlook.board.cycle(named: name) else { return }
    let lines = ReviewLines(outlook, cycle, width: width)
    add(.lines(lines.results))
    addSection("HOW WELL CONFIDENCE FORETOLD IT", lines.foretelling)
  }

  mutating func addSection(_ title: String, _ new: [Line]) {
    guard !new.isEmpty else { return }
    addHeading(title)
    add(.lines(new))
  }

  private mutating func addHeading(_ title: String) {
    let heading = Line(text: title, style: .heading)
    add(.lines(count == 0 ? [heading] : [Line(text: ""), heading]))
  }

  private mutating func addNarrative(
    _ outlook: Outlook, _ thing: Thing, _ width: Int
  ) {
    for (number, text) in outlook.narrative(of: thing).enumerated() {
      let lines = Paragraph(text).lines(width: max(1, width))
      let source = Source.statement(.narrative, number, in: .thing(thing))
      add(.lines(lines.map { Line(text: $0, source: source) }))
    }
    narrativeLines = count
  }

  private mutating func addKeyResults(_ outlook: Outlook, _ thing: Thing) {
    guard case .objective(let index) = thing else { return }
    addSection(
      "KEY RESULTS",
      Links.lines(
        to: outlook.board.objectives[index].keyResults.map { .keyResult($0) },
        "", outlook))
  }

  private mutating func addMilestones(_ outlook: Outlook, _ thing: Thing) {
    guard case .keyResult(let index) = thing else { return }
    addSection(
      "MILESTONES",
      outlook.board.keyResults[index].milestones.enumerated().map {
        place, milestone in
        let box = milestone.box.known(at: outlook.now)
        let text = outlook.masked(milestone.text, of: thing)
        var tail = ""
        if let done = box.moment {
          tail = " (done \(dayInWords(done.day, today: outlook.today)))"
        } else if let due = milestone.due {
          tail = " (due \(dayInWords(due.day, today: outlook.today)))"
        }
        let isLate =
          !box.isDone && milestone.due.map { $0.day < outlook.today } ?? false
        return Line(
          text: "\(box.isDone ? "[x]" : "[ ]") \(text)\(tail)",
          style: isLate ? Style(.atRisk) : .text,
          source: .statement(.milestone, place, in: .thing(thing)))
      })
  }

  private mutating func addMoves(_ outlook: Outlook, _ thing: Thing) {
    guard case .keyResult(let index) = thing, !outlook.hidesNumbers(thing)
    else { return }
    let keyResult = outlook.board.keyResults[index]
    let known = keyResult.moves.enumerated().filter {
      outlook.now.knows($0.element.moment)
    }
    addSection(
      "GOALPOSTS",
      known.map { place, move in
        let day = dayInWords(move.moment.day, today: outlook.today)
        return Line(
          text:
            "\(day)  moved to \(amount(move.to, keyResult.unit))  \(move.reason)",
          source: .statement(.moved, place, in: .thing(thing)))
      })
  }

  private mutating func addCheckIns(_ outlook: Outlook, _ thing: Thing) {
    let table = CheckInTable(outlook, thing)
    guard table.count > 0 else { return }
    let isKPI = if case .kpi = thing { true } else { false }
    addHeading(isKPI ? "READINGS" : "CHECK-INS")
    add(.checkIns(table))
  }
}
