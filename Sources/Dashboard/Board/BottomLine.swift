import Canvas
import GoalFile
import Goals

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
      draw(
        field, prompt: prompt(for: thing, rect.width, canvas.glyphs) + ": ",
        into: &canvas, in: rect, note: checkInNote(field, thing, rect.width))
    case .repeating(let field, let thing):
      let title = prompt(for: thing, rect.width, canvas.glyphs)
      draw(
        field,
        prompt: rect.width < 60 ? "same, because " : "\(title): same, because ",
        into: &canvas, in: rect,
        note: session.repeatingNote(field.text, on: thing))
    case .writing(let jot):
      draw(
        jot.field, prompt: jot.prompt, into: &canvas, in: rect, note: note(jot),
        ghost: session.completion?.ghost ?? "")
    case .quitting, .reloading, .opening, .refused, .deciding, .recovering,
      .adjourning, .adding, .deleting:
      guard session.notice == nil || session.context != .deciding else {
        return drawHints(into: &canvas, in: rect)
      }
      ask(into: &canvas, in: rect)
    case .naming(let field):
      draw(
        field, prompt: "save as: ", into: &canvas, in: rect,
        note: ("a new file", .faint))
    case .noting(let field, let line):
      draw(
        field, prompt: line.prompt, into: &canvas, in: rect,
        note: session.words(of: field, as: line),
        ghost: session.completion?.ghost ?? "")
    case .filtering(let field, _):
      draw(
        field, prompt: "filter: ", into: &canvas, in: rect,
        note: session.filterNote, ghost: session.filterCompletion)
    case .choosing(let palette):
      draw(
        palette.field, prompt: ":", into: &canvas, in: rect,
        note: (
          palette.choices.isEmpty
            ? "nothing is like that" : session.answersToPalette, .faint
        ))
    case .help(let place) where place.isTyping:
      draw(
        place.field, prompt: "/", into: &canvas, in: rect,
        note: noteOnHelp(place))
    case .voting(let vote) where session.notice == nil:
      ask(
        "silent vote",
        session.answers(to: vote, rect.width >= 70 ? .full : .short),
        into: &canvas, in: rect)
    case .closing(let walk) where walk.question == .early:
      ask(into: &canvas, in: rect)
    case .closing(let walk):
      guard session.notice?.kind != .failure else {
        return drawHints(into: &canvas, in: rect)
      }
      draw(
        walk.field, prompt: session.prompt(of: walk), into: &canvas, in: rect,
        note: session.note(on: walk))
    case .carrying(let carrying):
      guard session.notice?.kind != .failure else {
        return drawHints(into: &canvas, in: rect)
      }
      draw(
        carrying.field, prompt: "next cycle: ", into: &canvas, in: rect,
        note: session.noteOnNextCycle(carrying))
    case .browsing, .help, .voting, .playing, .filling:
      drawHints(into: &canvas, in: rect)
    }
  }

  /// What can be answered; the keys alone where there is no room for words.
  private func answers(_ wording: Session.Wording, in width: Int) -> String {
    let answers = session.answers(wording)
    let text = answers.joined(separator: wording == .full ? "   " : "  ")
    if displayCells(of: text) < width { return text }
    let shorter = session.answers(.short).joined(separator: "  ")
    if case .adding = session.mode, displayCells(of: shorter) < width {
      return shorter
    }
    return answers.map { String($0.prefix { $0 != " " }) }
      .joined(separator: " ")
  }

  /// What is asked, as long as there is room for.
  private func ask(into canvas: inout Canvas, in rect: Rect) {
    let wording: Session.Wording = rect.width >= 70 ? .full : .short
    ask(
      session.question(wording), answers(wording, in: rect.width),
      into: &canvas, in: rect)
  }

  private func ask(
    _ question: String, _ answers: String, into canvas: inout Canvas,
    in rect: Rect
  ) {
    // What can be done is worth more than all of what has happened.
    let room = rect.width - displayCells(of: answers) - 3
    let text = elide(question, to: room, glyphs: canvas.glyphs)
    let used = canvas.put(
      room < 10 ? " " : " \(text): ", row: rect.row, column: rect.column,
      limit: rect.width, style: Style(.notice, .bold), overflow: .elide)
    canvas.put(
      answers, row: rect.row, column: rect.column + used,
      limit: rect.width - used, style: .key, overflow: .elide)
  }

  private func drawHints(into canvas: inout Canvas, in rect: Rect) {
    if let notice = session.notice,
      drawNotice(notice, into: &canvas, in: rect)
    {
      return
    }
    let marks = session.marks
    if marks.isEmpty, let line = session.keptHints?.picture,
      line.width == rect.width
    {
      canvas.put(line, at: Position(row: rect.row, column: rect.column))
    } else {
      drawHints(marks, into: &canvas, in: rect)
    }
  }

  /// The keys worth knowing beside what is to be known of the file, which comes
  /// before what is always the same.
  func drawHints(
    _ marks: [(text: String, style: Style)], into canvas: inout Canvas,
    in rect: Rect
  ) {
    let needed = marks.reduce(0) { $0 + displayCells(of: $1.text) + 2 }
    let least = needed > 0 ? 0 : 1
    let room = min(12, displayCells(of: session.name) + 1) + 2
    var hints = session.hints[...]
    var width = hints.reduce(-2) { $0 + displayCells(of: $1) + 2 }
    while hints.count > least,
      width + (needed > 0 ? needed + room : 12) > rect.width
    {
      width -= displayCells(of: hints.removeFirst()) + 2
    }
    let hintWidth = hints.isEmpty ? 0 : min(rect.width, width + 1)
    let (left, right) = rect.split(right: hintWidth)
    canvas.put(hints.joined(separator: "  "), in: right, style: .faint)
    var column = left.column
    column += canvas.put(
      " \(session.name)", row: rect.row, column: column,
      limit: max(0, min(left.width - 2, max(12, left.width - needed))),
      style: .faint, overflow: .elide)
    for (text, style) in marks {
      column += canvas.put(
        "  \(text)", row: rect.row, column: column,
        limit: left.columns.upperBound - column - 1, style: style,
        overflow: .elide)
    }
  }

  /// What happened, and at the right what is to be known of the file; returns
  /// whether that took the line, which what is too long leaves to the hints.
  private func drawNotice(
    _ notice: Notice, into canvas: inout Canvas, in rect: Rect
  ) -> Bool {
    let mark = session.marks.first
    let width = mark.map { displayCells(of: $0.text) + 2 } ?? 0
    let (left, right) = rect.split(right: width * 2 < rect.width ? width : 0)
    let style =
      notice.kind == .failure ? Style(.error, .bold) : Style(.notice, .bold)
    let room = left.dropping(left: 1, right: right.isEmpty ? 0 : 2)
    let words = Paragraph(notice.text, style: style)
    if words.lines(width: room.width).count > 1,
      drawAbove((notice.text, style), into: &canvas, at: rect)
    {
      return false
    }
    words.draw(into: &canvas, in: room)
    if let mark { canvas.put(mark.text, in: right, style: mark.style) }
    return true
  }

  /// How many lines above this one words may take that are too long for it.
  private func roomAbove(on canvas: Canvas) -> Int {
    min(3, canvas.height / 4)
  }

  /// Draws what is understood, or not, above the line that is typed; returns
  /// whether there is room for that.
  private func drawAbove(
    _ note: (text: String, style: Style), into canvas: inout Canvas,
    at rect: Rect
  ) -> Bool {
    let words = Paragraph(note.text, style: note.style)
    let lines = words.lines(width: rect.width - 2).count
    let height = min(lines, roomAbove(on: canvas))
    guard height > 0 else { return false }
    let place = Rect(
      row: rect.row - height, column: rect.column, height: height,
      width: rect.width)
    canvas.fill(place)
    words.draw(into: &canvas, in: place.inset(columns: 1))
    return true
  }

  /// A prompt, the text with the cursor in it, and behind it what is understood.
  private func draw(
    _ field: TextField, prompt: String, into canvas: inout Canvas,
    in rect: Rect, note: (text: String, style: Style)?, ghost: String = ""
  ) {
    // What is typed is seen whole, as long as half of the line holds it.
    let typed = min(
      displayCells(of: field.text + ghost) + 1, rect.width / 2)
    let left = rect.width - 2 - displayCells(of: prompt) - typed
    let needed = note.map { displayCells(of: $0.text) + 2 } ?? 0
    var noteWidth = max(0, min(left, needed))
    // A hint may be cut; what is said of the text itself may not.
    if let note, needed > left, note.style != .faint,
      drawAbove(note, into: &canvas, at: rect)
    {
      noteWidth = 0
    }
    var column = rect.column + 1
    column += canvas.put(
      prompt, row: rect.row, column: column, limit: rect.width - 1,
      style: Style(.key, .bold), overflow: .elide)
    let room = max(1, rect.columns.upperBound - column - noteWidth - 1)
    FieldView(field: field, ghost: ghost).draw(
      into: &canvas,
      in: Rect(row: rect.row, column: column, height: 1, width: room))
    if let note {
      canvas.put(
        note.text, in: rect.split(right: noteWidth).right, style: note.style)
    }
  }

  private func noteOnHelp(
    _ place: HelpPlace
  ) -> (text: String, style: Style)? {
    if place.field.text.isEmpty { return ("what is to be done?", .faint) }
    return place.match == nil
      ? ("nothing here mentions that", Style(.error, .bold)) : nil
  }

  private func note(_ jot: Jot) -> (text: String, style: Style) {
    guard !jot.isBlank else { return (jot.hint, .faint) }
    switch session.understood(jot) {
    case .success(let words): return (words, .notice)
    case .failure(let error):
      return (error.description, Style(.error, .bold))
    }
  }

  /// The title of what is checked in; on the walk through what is due, how far
  /// one is.
  private func prompt(
    for thing: Thing, _ width: Int, _ glyphs: Glyphs
  ) -> String {
    let title = elide(
      session.outlook.title(of: thing), to: max(8, width / 4), glyphs: glyphs)
    guard let walk = session.walk else { return title }
    // The page says what it is about.
    if width < 60 { return walk.words }
    return "\(walk.words) \(glyphs.text(glyphs.separator)) \(title)"
  }

  private func checkInNote(
    _ field: TextField, _ thing: Thing, _ width: Int
  ) -> (text: String, style: Style)? {
    guard field.text.contains(where: { $0 != " " }) else {
      if let notice = session.notice {
        return (notice.text, Style(.error, .bold))
      }
      let before = prompt(for: thing, width, session.glyphs)
      let room = width - displayCells(of: before) - 6
      return (session.checkInHint(for: thing, in: room), .faint)
    }
    switch session.understood(field.text, on: thing) {
    case .success(let checkIn):
      return (session.words(of: checkIn, on: thing), .notice)
    case .failure(let error):
      return (error.description, Style(.error, .bold))
    }
  }
}
