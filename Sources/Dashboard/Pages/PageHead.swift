import Canvas
import Goals

/// What a page is about and how that stands, on top of it.
struct PageHead {
  let title: String
  /// How it stands, in a sentence behind the shape of its role.
  let verdict: (text: String, role: Role)
  /// A number to be read before everything else; empty where there is none.
  let number: String
  /// What else is to be known, in few words each.
  let facts: [String]

  init(
    _ session: Session, _ topic: Topic, _ glyphs: Glyphs = .unicode
  ) {
    let topic = session.resolved(topic)
    if case .meeting(let stop) = topic,
      let page = MeetingPage(session, stop, width: 0)
    {
      self = page.head
    } else if topic == .actions {
      self.init(
        title: "Actions", verdict: session.actions.verdict,
        facts: session.sight.filterOfActions)
    } else {
      self.init(session.outlook, topic, glyphs)
    }
  }

  init(
    title: String, verdict: (text: String, role: Role), facts: [String] = []
  ) {
    self.title = title
    self.verdict = verdict
    self.facts = facts
    number = ""
  }

  init(_ outlook: Outlook, _ topic: Topic, _ glyphs: Glyphs = .unicode) {
    switch topic {
    case .meeting, .actions:
      (title, verdict, number, facts) = ("", ("", .faint), "", [])
    case .thing(let thing):
      let words = ThingWords(outlook, thing, glyphs)
      title = outlook.title(of: thing)
      let forecast = outlook.forecastWords(thing, glyphs).map { ". \($0)" }
      verdict = (words.verdict + (forecast ?? ""), outlook.role(of: thing))
      number = words.mainNumber
      facts = words.facts
    case .alignment:
      let words = AlignmentWords(outlook, glyphs)
      (title, verdict, number, facts) = (
        "Alignment", (words.verdict, .text), "", words.facts
      )
    case .relatives(let thing, let relation):
      title = outlook.title(of: thing)
      verdict = (thing.words(for: relation), .text)
      number = ""
      facts = []
    case .walked(let summary):
      title = "Check-in"
      verdict = summary.verdict(outlook)
      number = ""
      facts = []
    case .cycles:
      title = "Cycles"
      verdict = CycleComparison(outlook).verdict
      number = ""
      facts = []
    case .review(let cycle):
      let words = ReviewWords(outlook, cycle)
      title = words.title
      verdict = (words.verdict, .text)
      number = words.number
      facts = words.facts
    case .practice:
      let phrases = outlook.practice.phrases
      title = "How the board is kept"
      verdict = (
        phrases.isEmpty
          ? "nothing to say yet" : phrases.joined(separator: ", "), .text
      )
      number = ""
      facts = ["the last \(PracticeLines.weeks) weeks"]
    }
  }

  /// How many lines it takes to say all.
  func lines(width: Int) -> Int {
    displayCells(of: verdict.text) + 2 > width ? 4 : 3
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let style = Style(verdict.role)
    let glyph = canvas.glyphs.shape(of: verdict.role)
    let shape = glyph == " " ? "" : "\(canvas.glyphs.text(glyph)) "
    if rect.height == 1 {
      return drawShort(shape, style, into: &canvas, in: rect)
    }
    canvas.put(title, in: rect.line(0), style: Style(.title, .bold))
    let last = rect.height - 1
    Paragraph("\(shape)\(verdict.text)", style: style).draw(
      into: &canvas, in: rect.dropping(top: 1, bottom: last >= 2 ? 1 : 0))
    guard last >= 2 else { return }
    let separator = " \(canvas.glyphs.text(canvas.glyphs.separator)) "
    canvas.put(
      facts.joined(separator: separator), in: rect.line(last), style: .faint)
  }

  /// All in one line: how it stands comes before what it is called.
  private func drawShort(
    _ shape: String, _ style: Style, into canvas: inout Canvas, in rect: Rect
  ) {
    let hasNumber = displayCells(of: number) + 2 <= rect.width
    let used = canvas.put(
      hasNumber && !number.isEmpty ? "\(shape)\(number)  " : shape,
      in: rect, style: style, overflow: .cut)
    guard rect.width - used >= 4 else { return }
    canvas.put(
      title, in: rect.dropping(left: used), style: Style(.title, .bold))
  }
}
