import Canvas
import GoalFile
import Goals

// What is seen.
extension Session {
  /// The picture of this session on a screen of that size.
  package func view(width: Int, height: Int) -> Canvas {
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    let bounds = canvas.bounds
    guard !bounds.isEmpty else { return canvas }
    let frame = Frame(in: bounds)
    HeaderView(outlook: outlook, name: name, isPast: daysBack > 0).draw(
      into: &canvas, in: frame.header)
    canvas.fill(
      frame.rule, with: canvas.glyphs.horizontal, style: .rule)
    if case .help(let scroll) = mode {
      HelpView(lines: helpLines, scroll: scroll).draw(
        into: &canvas, in: frame.body)
    } else if let page = trail.pages.last {
      PageView(self, page).draw(into: &canvas, in: bounds)
    } else {
      BoardView(self).draw(into: &canvas, in: bounds)
    }
    BottomLine(self).draw(into: &canvas, in: frame.bottom)
    return canvas
  }

  /// The thing that a check-in is typed for, and what it would make of it.
  var preview: (thing: Thing, checkIn: CheckIn)? {
    guard case .checkingIn(let field, let thing) = mode,
      case .success(let checkIn) = understood(field.text, on: thing)
    else { return nil }
    return (thing, checkIn)
  }
}

/// The line above everything: whose board, which cycle, how it stands, when.
struct HeaderView {
  let outlook: Outlook
  let name: String
  let isPast: Bool

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let time =
      isPast ? "as it stood on \(clock(outlook.now))" : clock(outlook.now)
    let timeWidth = displayCells(of: time) + 2
    var rest = rect
    if rect.width >= timeWidth + 16 {
      let (left, right) = rect.split(right: timeWidth)
      canvas.put(
        " \(time) ", in: right, .right,
        style: isPast ? Style(.notice, [.reverse, .bold]) : .faint)
      rest = left
    } else if isPast {
      canvas.put(
        " \(time)", in: rect, style: Style(.notice, [.reverse, .bold]))
      return
    }
    var column = rest.column + 1
    let title = outlook.board.title ?? name
    let room = rest.width - 1
    column += canvas.put(
      title, row: rest.row, column: column, limit: max(0, min(room, room / 2)),
      style: Style(.title, .bold), overflow: .elide)
    column = drawCycle(into: &canvas, rest, column)
    drawCounts(into: &canvas, rest, from: column + 2)
  }

  private func drawCycle(
    into canvas: inout Canvas, _ rect: Rect, _ start: Int
  ) -> Int {
    guard let cycle = outlook.cycle else { return start }
    let end = rect.columns.upperBound
    var column = start
    let name =
      " \(canvas.glyphs.text(canvas.glyphs.separator)) \(cycle.cycle.name)"
    guard end - column >= displayCells(of: name) else { return column }
    column += canvas.put(name, row: rect.row, column: column, style: .title)
    let first = cycle.cycle.start.number
    let length = cycle.cycle.end.number - first + 1
    let day = max(0, min(length, outlook.today.number - first + 1))
    let words = " day \(day) of \(length)"
    let barWidth = min(24, (rect.width - 60) / 2)
    if barWidth >= 8, end - column > barWidth + 1 + words.utf8.count {
      TimeBar(cycle.elapsed).draw(
        into: &canvas,
        in: Rect(row: rect.row, column: column + 1, height: 1, width: barWidth))
      column += barWidth + 1
    }
    guard end - column > words.utf8.count else { return column }
    return column
      + canvas.put(words, row: rect.row, column: column, style: .faint)
  }

  /// `4 on track · 1 off track`, the worst first, as far as there is room.
  private func drawCounts(
    into canvas: inout Canvas, _ rect: Rect, from start: Int
  ) {
    let separator = " \(canvas.glyphs.text(canvas.glyphs.separator)) "
    var parts = outlook.counts.map {
      (text: "\($0.count) \($0.status.words)", role: Role($0.status))
    }
    func width() -> Int {
      parts.reduce(0) { $0 + displayCells(of: $1.text) }
        + max(0, parts.count - 1) * 3
    }
    let room = rect.columns.upperBound - start - 1
    // Shapes in place of words, from the best to the worst, rather than a part
    // of the numbers.
    for index in parts.indices.reversed() where width() > room {
      let shape = canvas.glyphs.text(canvas.glyphs.shape(of: parts[index].role))
      parts[index].text = "\(shape) \(outlook.counts[index].count)"
    }
    while !parts.isEmpty, width() > room { parts.removeLast() }
    var column = max(start, rect.columns.upperBound - width() - 2)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        column += canvas.put(
          separator, row: rect.row, column: column, style: .faint)
      }
      column += canvas.put(
        part.text, row: rect.row, column: column, style: Style(part.role))
    }
  }
}

/// The line below everything: the file, what to press, what happened, or the
/// text that is being typed.
struct BottomLine {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    switch session.mode {
    case .searching(let field, _):
      draw(field, prompt: "/", into: &canvas, in: rect, note: nil)
    case .checkingIn(let field, let thing):
      let title = elide(
        session.outlook.title(of: thing), to: max(8, rect.width / 4),
        glyphs: canvas.glyphs)
      draw(
        field, prompt: "\(title): ", into: &canvas, in: rect,
        note: checkInNote(field, thing))
    case .quitting:
      ask(
        "there are unsaved edits",
        "w save and quit   d discard and quit   Esc stay",
        into: &canvas, in: rect)
    case .reloading:
      ask(
        "there are unsaved edits", "d discard them and read anew   Esc stay",
        into: &canvas, in: rect)
    case .browsing, .help: drawHints(into: &canvas, in: rect)
    }
  }

  private func ask(
    _ question: String, _ answers: String, into canvas: inout Canvas,
    in rect: Rect
  ) {
    let used = canvas.put(
      " \(question): ", row: rect.row, column: rect.column,
      limit: rect.width, style: Style(.notice, .bold), overflow: .elide)
    canvas.put(
      answers, row: rect.row, column: rect.column + used,
      limit: rect.width - used, style: .key, overflow: .elide)
  }

  private func drawHints(into canvas: inout Canvas, in rect: Rect) {
    var hints = session.hints
    func text() -> String { hints.joined(separator: "  ") }
    while hints.count > 1, text().utf8.count + 12 > rect.width {
      hints.removeFirst()
    }
    if let notice = session.notice {
      drawNotice(notice, into: &canvas, in: rect)
      return
    }
    let hintWidth = min(rect.width, displayCells(of: text()) + 1)
    let (left, right) = rect.split(right: hintWidth)
    canvas.put(text(), in: right, style: .faint)
    var column = left.column
    column += canvas.put(
      " \(session.name)", row: rect.row, column: column,
      limit: max(0, left.width - 2), style: .faint, overflow: .elide)
    for (text, style) in session.marks {
      column += canvas.put(
        "  \(text)", row: rect.row, column: column,
        limit: left.columns.upperBound - column, style: style, overflow: .elide)
    }
  }

  /// What happened, and at the right what is to be known of the file.
  private func drawNotice(
    _ notice: Notice, into canvas: inout Canvas, in rect: Rect
  ) {
    let mark = session.marks.first
    let width = mark.map { displayCells(of: $0.text) + 2 } ?? 0
    let (left, right) = rect.split(right: width * 2 < rect.width ? width : 0)
    canvas.put(
      " \(notice.text)", in: left,
      style: notice.kind == .failure
        ? Style(.error, .bold) : Style(.notice, .bold))
    if let mark { canvas.put(mark.text, in: right, style: mark.style) }
  }

  /// A prompt, the text with the cursor in it, and behind it what is understood.
  private func draw(
    _ field: TextField, prompt: String, into canvas: inout Canvas,
    in rect: Rect, note: (text: String, style: Style)?
  ) {
    let noteWidth =
      note.map { min(rect.width / 2, displayCells(of: $0.text) + 2) } ?? 0
    var column = rect.column + 1
    column += canvas.put(
      prompt, row: rect.row, column: column, limit: rect.width - 1,
      style: Style(.key, .bold), overflow: .elide)
    let room = max(1, rect.columns.upperBound - column - noteWidth - 1)
    var head = Substring(visible(field.head))
    while displayCells(of: String(head)) >= room, !head.isEmpty {
      head.removeFirst()
    }
    let used = canvas.put(
      head, row: rect.row, column: column, limit: room, style: .input)
    let tail = visible(String(field.text.dropFirst(field.head.count)))
    canvas.put(
      tail, row: rect.row, column: column + used, limit: room - used,
      style: .input)
    canvas.cursor = Position(row: rect.row, column: column + used)
    if let note {
      canvas.put(
        note.text, in: rect.split(right: noteWidth).right, style: note.style)
    }
  }

  private func checkInNote(
    _ field: TextField, _ thing: Thing
  ) -> (text: String, style: Style)? {
    guard field.text.contains(where: { $0 != " " }) else {
      return (session.checkInHint(for: thing), .faint)
    }
    switch session.understood(field.text, on: thing) {
    case .success(let checkIn):
      return (session.words(of: checkIn, on: thing), .notice)
    case .failure(let error):
      return (error.description, Style(.error, .bold))
    }
  }
}

extension Session {
  /// The keys worth knowing where one is, the least important first.
  fileprivate var hints: [String] {
    if case .help = mode { return ["j down", "k up", "Esc back"] }
    if !trail.pages.isEmpty {
      return ["Enter open", "/ search", "c check in", "? help", "Esc back"]
    }
    if rows.isEmpty, outlook.board.kpis.isEmpty {
      return ["r read anew", "? help", "q quit"]
    }
    return [
      "Tab panes", "space fold", "/ search", "Enter open", "c check in",
      "? help", "q quit",
    ]
  }

  /// What is to be known of the file at all times.
  fileprivate var marks: [(text: String, style: Style)] {
    var marks: [(String, Style)] = []
    if hasUnsavedEdits {
      marks.append(("unsaved: w saves", Style(.notice, .bold)))
    }
    if isChangedOnDisk {
      marks.append(("changed on disk", Style(.error, .bold)))
    }
    if let problem {
      marks.append(("not read: \(problem)", Style(.error, .bold)))
    }
    if errors > 0 {
      marks.append(
        (
          "\(counted(errors, "error")): bearing check \(name)", Style(.error)
        ))
    }
    if case .readOnly = access { marks.append(("read-only", .faint)) }
    return marks
  }

  fileprivate func checkInHint(for thing: Thing) -> String {
    if outlook.board.lackOfNumber(of: thing) != nil {
      return "confidence, note: 7 going well"
    }
    return "value, confidence, note: 41 7 second survey"
  }

  /// `41 · confidence 7/10 · "second survey"`.
  fileprivate func words(of checkIn: CheckIn, on thing: Thing) -> String {
    var words: [String] = []
    if checkIn.moment.day != clock.today {
      words.append(momentInWords(checkIn.moment, today: clock.today))
    }
    if let value = checkIn.value {
      words.append(amount(value, outlook.unit(of: thing)))
    }
    if let confidence = checkIn.confidence {
      words.append("confidence \(confidence)/10")
    }
    if let status = checkIn.status { words.append(Status(status).words) }
    if let person = checkIn.person { words.append("@\(person)") }
    if let note = checkIn.note { words.append("\"\(note)\"") }
    return words.joined(
      separator: " \(glyphs.text(glyphs.separator)) ")
  }
}
