import Canvas
import GoalFile
import Goals

// The line below every screen.
extension Session {
  func drawBottom(into canvas: inout Canvas) {
    let rect = Frame(in: canvas.bounds).bottom
    switch mode {
    case .checkingIn(let field, let thing):
      drawCheckIn(field, thing, into: &canvas)
    case .searching(let field, _):
      let below = rect.isEmpty ? canvas.bounds.split(bottom: 1).bottom : rect
      drawField("/", field, into: &canvas, in: below)
    case .quitting:
      drawQuestion(
        "Unsaved edits.", [.saveAndQuit, .discardAndQuit, .stay],
        into: &canvas)
    case .reloading:
      drawQuestion(
        "Unsaved edits.", [.discardAndReload, .stay], into: &canvas)
    case .browsing, .help:
      drawState(into: &canvas, in: rect)
    }
  }

  private func drawState(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let room = rect.inset(columns: rect.width >= 20 ? 1 : 0)
    let state = stateLine
    state.draw(into: &canvas, in: room)
    var rest = room.dropping(left: state.cells + 3)
    if let count {
      let line = Line("\(count)", .input)
      line.drawAtRight(into: &canvas, in: rest)
      rest = rest.dropping(right: line.cells + 2)
    }
    hintLine(atMost: rest.width).drawAtRight(into: &canvas, in: rest)
  }

  /// What is to be said, else the file and its state.
  private var stateLine: Line {
    if let notice {
      return Line(notice.text, notice.kind == .failure ? .error : .notice)
    }
    var line = Line(name, .faint)
    if hasUnsavedEdits { line.add("unsaved", Style(.notice, .bold)) }
    if isChangedOnDisk { line.add("changed on disk", .error) }
    if let problem { line.add("not read: \(problem)", .error) }
    if errors > 0 {
      line.add("\(counted(errors, "error")): run bearing check", .error)
    }
    if case .readOnly = access { line.add("read only") }
    return line
  }

  private func hintLine(atMost cells: Int) -> Line {
    let hints: [(Command, String)] =
      switch context {
      case .board:
        [
          (.checkIn, "check in"), (.open, "open"), (.nextPane, paneHint),
          (.search, "search"), (.help, "help"), (.quit, "quit"),
        ]
      case .page:
        [
          (.checkIn, "check in"), (.open, "open"), (.back, "back"),
          (.help, "help"), (.quit, "quit"),
        ]
      case .help: [(.down, "down"), (.back, "back")]
      case .typing, .quitting, .reloading: []
      }
    for start in hints.indices {
      var line = Line()
      for (command, word) in hints[start...] {
        guard let key = command.keys(in: context).first else { continue }
        if !line.spans.isEmpty { line.append("  ") }
        line.append("\(key)", .key)
        line.append(" \(word)", .faint)
      }
      if line.cells <= cells { return line }
    }
    return Line()
  }

  private var paneHint: String {
    trail.board.pane == .objectives ? "KPIs" : "objectives"
  }

  private func drawQuestion(
    _ text: String, _ answers: [Command], into canvas: inout Canvas
  ) {
    let rect = canvas.bounds.split(bottom: 1).bottom
    canvas.fill(rect)
    var line = Line(rect.width >= 60 ? " \(text)" : "", Style(.notice, .bold))
    for command in answers {
      guard let key = command.keys.first else { continue }
      if !line.text.isEmpty { line.append("  ") }
      line.append("\(key)", .key)
      line.append(" \(shortAnswer(command))")
    }
    line.draw(into: &canvas, in: rect)
  }

  private func shortAnswer(_ command: Command) -> String {
    if command == .saveAndQuit { return "save and quit" }
    if command == .stay { return "stay" }
    return "discard"
  }
}

// Lines of text.
extension Session {
  private func drawCheckIn(
    _ field: TextField, _ thing: Thing, into canvas: inout Canvas
  ) {
    let words = understandingLine(field.text, thing)
    let bounds = canvas.bounds
    let isWide = bounds.width >= 100
    let isTwoLines = !isWide && bounds.height >= 5
    let (_, area) = bounds.split(bottom: isTwoLines ? 2 : 1)
    canvas.fill(area)
    let title = elide(
      outlook.title(of: thing), to: max(0, bounds.width / 3))
    let prompt = bounds.width >= 30 ? " \(title) " : ""
    var input = area.line(area.height - 1)
    if isTwoLines {
      words.draw(into: &canvas, in: area.line(0).inset(columns: 1))
    } else if isWide {
      let width = min(words.cells, bounds.width / 2)
      let (left, right) = input.split(right: width + 1)
      words.draw(into: &canvas, in: right)
      input = left.dropping(right: 2)
    }
    drawField(prompt, field, into: &canvas, in: input)
  }

  /// What is understood of the text so far, or what is wrong with it.
  private func understandingLine(_ text: String, _ thing: Thing) -> Line {
    guard text.contains(where: { $0 != " " }) else {
      return Line(entryHint(for: thing), .faint)
    }
    switch understood(text, on: thing) {
    case .failure(let error): return Line(error.description, .error)
    case .success(let checkIn):
      return line(for: checkIn, outlook.unit(of: thing))
    }
  }

  private func entryHint(for thing: Thing) -> String {
    if let lack = outlook.board.lackOfNumber(of: thing) {
      return "confidence and note, like: 7 on our way (\(lack))"
    }
    return "value, confidence, note, like: 41 7 second survey"
  }

  private func line(for checkIn: CheckIn, _ unit: String?) -> Line {
    var line = Line()
    if checkIn.moment.day != clock.today {
      line.add(dayInWords(checkIn.moment.day, today: clock.today))
    }
    if let value = checkIn.value {
      line.add(amount(value, unit), Style(.input, .bold))
    }
    if let confidence = checkIn.confidence {
      line.add("confidence \(confidence)/10")
    }
    if let status = checkIn.status {
      line.add(Status(status).words, Style(Role(Status(status))))
    }
    if let person = checkIn.person { line.add("@\(person)") }
    if let note = checkIn.note { line.add("\"\(note)\"") }
    return line
  }

  /// Draws a prompt and a text with its cursor, scrolled so that it is seen.
  private func drawField(
    _ prompt: String, _ field: TextField, into canvas: inout Canvas,
    in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    canvas.fill(rect)
    let used = canvas.put(
      prompt, in: rect.split(left: rect.width / 2).left,
      style: Style(.notice, .bold))
    let room = rect.dropping(left: used)
    guard room.width > 0 else { return }
    let before = displayCells(of: field.head)
    let hidden = max(0, before - room.width + 1)
    canvas.put(
      visible(field.text, droppingCells: hidden), in: room, style: .input,
      overflow: .cut)
    canvas.cursor = Position(
      row: room.row,
      column: room.column + min(before - hidden, room.width - 1))
  }

  /// The text without as many cells at its start.
  private func visible(_ text: String, droppingCells cells: Int) -> String {
    var rest = text[...]
    var dropped = 0
    while dropped < cells, let first = rest.first {
      dropped += displayCells(of: String(first))
      rest = rest.dropFirst()
    }
    return String(rest)
  }
}
