import Canvas
import Goals

/// The lines of a thing's page below its chart.
///
/// Check-ins become text only when they are seen, so that a hundred thousand of
/// them are no more work than ten.
struct PageContent {
  /// One line: a text and perhaps where it leads.
  struct Line: Hashable {
    var text: String
    var style = Style.text
    /// The thing whose page Enter opens.
    var link: Thing?
    /// The role whose shape stands before the text, behind `lead`.
    var shape: Role?
    var lead = ""

    /// What is written on a canvas with these glyphs.
    func words(_ glyphs: Glyphs) -> String {
      guard let shape else { return text }
      return "\(lead)\(glyphs.text(glyphs.shape(of: shape))) \(text)"
    }
  }

  enum Way {
    case up, down
  }

  /// A piece of the page.
  private enum Part {
    case lines([Line])
    case checkIns(CheckInTable)

    var count: Int {
      switch self {
      case .lines(let lines): lines.count
      case .checkIns(let table): table.count
      }
    }

    subscript(index: Int) -> Line {
      switch self {
      case .lines(let lines): lines[index]
      case .checkIns(let table): table[index]
      }
    }
  }

  private var parts: [Part] = []
  private(set) var count = 0

  subscript(index: Int) -> Line {
    var offset = index
    for part in parts {
      if offset < part.count { return part[offset] }
      offset -= part.count
    }
    return Line(text: "")
  }

  func link(at index: Int) -> Thing? {
    (0..<count).contains(index) ? self[index].link : nil
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

  init(_ outlook: Outlook, _ thing: Thing, width: Int) {
    let words = ThingWords(outlook, thing)
    addNarrative(outlook, thing, width)
    addKeyResults(outlook, thing)
    addMilestones(outlook, thing)
    addSection(
      "ACTIONS",
      outlook.actions(of: thing).map { Line(text: words.words(of: $0)) })
    addCheckIns(outlook, thing)
    addMoves(outlook, thing)
    addSection("LINKS", Links(outlook, thing).lines)
  }

  private mutating func addSection(_ title: String, _ new: [Line]) {
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
    for text in outlook.narrative(of: thing) {
      let lines = Paragraph(text).lines(width: max(1, width))
      add(.lines(lines.map { Line(text: $0) }))
    }
    guard let closing = outlook.pace(of: thing)?.closing,
      !outlook.isMasked(thing)
    else { return }
    let next = closing.next.map { ", \($0.rawValue)" } ?? ""
    let day = dayInWords(closing.moment.day, today: outlook.today)
    addSection(
      "CLOSED",
      [Line(text: "\(day): \(number(closing.score))\(next)  \(closing.note)")])
  }

  private mutating func addKeyResults(_ outlook: Outlook, _ thing: Thing) {
    guard case .objective(let index) = thing else { return }
    addSection(
      "KEY RESULTS",
      outlook.board.objectives[index].keyResults.map {
        Links.line(to: .keyResult($0), "", outlook)
      })
  }

  private mutating func addMilestones(_ outlook: Outlook, _ thing: Thing) {
    guard case .keyResult(let index) = thing else { return }
    addSection(
      "MILESTONES",
      outlook.board.keyResults[index].milestones.map { milestone in
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
          style: isLate ? Style(.atRisk) : .text)
      })
  }

  private mutating func addMoves(_ outlook: Outlook, _ thing: Thing) {
    guard case .keyResult(let index) = thing, !outlook.hidesNumbers(thing)
    else { return }
    let keyResult = outlook.board.keyResults[index]
    let known = keyResult.moves.filter { outlook.now.knows($0.moment) }
    addSection(
      "GOALPOSTS",
      known.map { move in
        let day = dayInWords(move.moment.day, today: outlook.today)
        return Line(
          text:
            "\(day)  moved to \(amount(move.to, keyResult.unit))  \(move.reason)"
        )
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

/// Check-ins in columns, the newest first.
struct CheckInTable {
  private let outlook: Outlook
  private let thing: Thing
  private let rows: Range<Int>
  private let hides: Bool
  /// The widths of the columns, by the latest rows.
  private var dateWidth = 0
  private var valueWidth = 0

  init(_ outlook: Outlook, _ thing: Thing) {
    self.outlook = outlook
    self.thing = thing
    rows = outlook.rows(of: thing)
    hides = outlook.hidesNumbers(thing)
    for row in rows.suffix(200) {
      dateWidth = max(dateWidth, displayCells(of: date(row)))
      valueWidth = max(valueWidth, displayCells(of: value(row)))
    }
  }

  var count: Int { rows.count }

  subscript(index: Int) -> PageContent.Line {
    let row = rows.upperBound - 1 - index
    var text = atRight(date(row), dateWidth)
    if valueWidth > 0 { text += "  " + atRight(value(row), valueWidth) }
    if let words = outlook.board.readings.words(at: row) {
      let confidence = words.confidence < 0 ? "" : "\(words.confidence)/10"
      text +=
        "  "
        + atRight(hides && !confidence.isEmpty ? Outlook.mask : confidence, 5)
      if let status = words.status { text += "  \(Status(status).words)" }
      for excerpt in [words.person, words.note] {
        guard let excerpt else { continue }
        text += "  " + outlook.masked(outlook.board.text(excerpt), of: thing)
      }
    }
    return PageContent.Line(text: text)
  }

  private func date(_ row: Int) -> String {
    momentInWords(
      outlook.board.readings.moment(at: row), today: outlook.today)
  }

  private func value(_ row: Int) -> String {
    outlook.board.readings.value(at: row).map {
      hides ? Outlook.mask : number($0)
    } ?? ""
  }

  /// `text` with blanks in front; one that is too wide keeps all it says.
  private func atRight(_ text: String, _ cells: Int) -> String {
    String(repeating: " ", count: max(0, cells - displayCells(of: text))) + text
  }
}

/// What a thing is connected with.
struct Links {
  private(set) var lines: [PageContent.Line] = []

  init(_ outlook: Outlook, _ thing: Thing) {
    let board = outlook.board
    switch thing {
    case .objective(let index):
      add(
        board.objectives[index].parents.map { .objective($0) }, "supports",
        outlook)
      let supporters = outlook.standing.objectives[index].supporters
      add(supporters.map { .objective($0) }, "supported by", outlook)
      let guards = board.kpis.indices.filter {
        board.kpis[$0].guarded.contains(index)
      }
      add(guards.map { .kpi($0) }, "guarded by", outlook)
    case .keyResult(let index):
      add([.objective(board.keyResults[index].objective)], "measures", outlook)
      if let kpi = board.keyResults[index].kpi {
        add([.kpi(kpi)], "measured by", outlook)
      }
    case .kpi(let index):
      add(board.kpis[index].guarded.map { .objective($0) }, "guards", outlook)
      let measured = board.keyResults.indices.filter {
        board.keyResults[$0].kpi == index
      }
      add(measured.map { .keyResult($0) }, "measures", outlook)
    }
  }

  private mutating func add(
    _ things: [Thing], _ word: String, _ outlook: Outlook
  ) {
    lines += things.map { Links.line(to: $0, "\(word) ", outlook) }
  }

  /// A line that leads to a thing, with how that stands.
  static func line(
    to thing: Thing, _ word: String, _ outlook: Outlook
  ) -> PageContent.Line {
    let role = outlook.role(of: thing)
    var text = outlook.title(of: thing)
    if let progress = outlook.pace(of: thing)?.progress {
      text += "  \(percentText(progress))"
    }
    text += "  \(outlook.word(for: thing))"
    return PageContent.Line(
      text: text, style: Style(role), link: thing, shape: role, lead: word)
  }
}
