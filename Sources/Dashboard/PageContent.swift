import Canvas
import Goals

/// The lines of a thing's page below its chart.
struct PageContent: Hashable {
  /// One line: a text and perhaps where it leads.
  struct Line: Hashable {
    var text: String
    var style = Style.text
    /// The thing whose page Enter opens.
    var link: Thing?
  }

  enum Way {
    case up, down
  }

  private(set) var lines: [Line] = []

  var count: Int { lines.count }

  func link(at index: Int) -> Thing? {
    lines.indices.contains(index) ? lines[index].link : nil
  }

  /// The line at `start`, or the next one that says something, on the way if
  /// there is one, else the other way.
  func speakingLine(from start: Int, _ way: Way) -> Int {
    let start = max(0, min(start, lines.count - 1))
    let after = (start..<lines.count).first { speaks($0) }
    let before = (0..<min(lines.count, start + 1)).last { speaks($0) }
    return (way == .down ? after ?? before : before ?? after) ?? 0
  }

  private func speaks(_ index: Int) -> Bool {
    !lines[index].text.isEmpty && lines[index].style.role != .heading
  }

  init(_ outlook: Outlook, _ thing: Thing, width: Int) {
    let words = ThingWords(outlook, thing)
    addNarrative(outlook, thing, width)
    addKeyResults(outlook, thing)
    addMilestones(outlook, thing)
    addSection(
      "ACTIONS",
      outlook.actions(of: thing).map { Line(text: words.words(of: $0)) })
    addCheckIns(outlook, thing, words)
    addMoves(outlook, thing)
    addSection("LINKS", Links(outlook, thing).lines)
  }

  private mutating func addSection(_ title: String, _ new: [Line]) {
    guard !new.isEmpty else { return }
    if !lines.isEmpty { lines.append(Line(text: "")) }
    lines.append(Line(text: title, style: .heading))
    lines += new
  }

  private mutating func addNarrative(
    _ outlook: Outlook, _ thing: Thing, _ width: Int
  ) {
    for text in outlook.narrative(of: thing) {
      lines += Paragraph(text).lines(width: max(1, width)).map {
        Line(text: $0)
      }
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

  private mutating func addCheckIns(
    _ outlook: Outlook, _ thing: Thing, _ words: ThingWords
  ) {
    var rows = outlook.rows(of: thing)
    var title = "CHECK-INS"
    if case .kpi = thing { title = "READINGS" }
    let limit = 2_000
    if rows.count > limit {
      title += " (the last \(limit) of \(rows.count))"
      rows = (rows.upperBound - limit)..<rows.upperBound
    }
    addSection(
      title, CheckInTable(outlook, thing, rows).lines)
  }
}

/// Check-ins in columns, the newest first.
struct CheckInTable {
  let lines: [PageContent.Line]

  init(_ outlook: Outlook, _ thing: Thing, _ rows: Range<Int>) {
    let readings = outlook.board.readings
    let hides = outlook.hidesNumbers(thing)
    let dates = rows.map {
      momentInWords(readings.moment(at: $0), today: outlook.today)
    }
    let values = rows.map { row in
      readings.value(at: row).map { hides ? Outlook.mask : number($0) } ?? ""
    }
    let dateWidth = dates.map(displayCells).max() ?? 0
    let valueWidth = values.map(displayCells).max() ?? 0
    var lines: [PageContent.Line] = []
    for (index, row) in rows.enumerated().reversed() {
      var text = pad(dates[index], to: dateWidth, .right)
      if valueWidth > 0 {
        text += "  " + pad(values[index], to: valueWidth, .right)
      }
      if let words = readings.words(at: row) {
        let confidence = words.confidence < 0 ? "" : "\(words.confidence)/10"
        text +=
          "  "
          + pad(
            hides && !confidence.isEmpty ? Outlook.mask : confidence, to: 5,
            .right)
        if let status = words.status { text += "  \(Status(status).words)" }
        if let person = words.person {
          text += "  " + outlook.masked(outlook.board.text(person), of: thing)
        }
        if let note = words.note {
          text += "  " + outlook.masked(outlook.board.text(note), of: thing)
        }
      }
      lines.append(PageContent.Line(text: text))
    }
    self.lines = lines
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
    let shape = Glyphs.unicode.text(Glyphs.unicode.shape(of: role))
    var text = "\(word)\(shape) \(outlook.title(of: thing))"
    if let progress = outlook.pace(of: thing)?.progress {
      text += "  \(percentText(progress))"
    }
    text += "  \(outlook.word(for: thing))"
    return PageContent.Line(text: text, style: Style(role), link: thing)
  }
}
