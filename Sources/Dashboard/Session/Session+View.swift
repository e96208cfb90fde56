import Canvas
import GoalFile
import Goals

// What is seen.
extension Session {
  /// The picture of this session on a screen of that size.
  package func view(width: Int, height: Int) -> Canvas {
    if showsBoard, height > 1 { return boardView(width, height) }
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    let bounds = canvas.bounds
    guard !bounds.isEmpty else { return canvas }
    let frame = Frame(in: bounds)
    drawFrame(into: &canvas)
    drawBody(into: &canvas, frame)
    if case .refused(let refusal) = mode {
      RefusalView(refusal: refusal).draw(into: &canvas, in: frame.body)
    }
    if case .filling(let form) = mode {
      FormView(session: self, form: form).draw(into: &canvas, in: frame.body)
    }
    if case .choosing(let palette) = mode {
      CommandPaletteView(palette, keymap, outlook).draw(
        into: &canvas, in: frame.body)
    }
    drawBottomLine(into: &canvas)
    return canvas
  }

  private func boardView(_ width: Int, _ height: Int) -> Canvas {
    var canvas = backdrop(width: width, height: height)
    guard !canvas.bounds.isEmpty else { return canvas }
    drawSelection(into: &canvas, in: canvas.bounds)
    drawBottomLine(into: &canvas)
    return canvas
  }

  /// Draws the bottom line; where there is no room for one, what is typed, asked
  /// or has happened takes the last line all the same.
  private func drawBottomLine(into canvas: inout Canvas) {
    var place = Frame(in: canvas.bounds).bottom
    if place.isEmpty, hasSomethingToSay(height: canvas.height) {
      place = canvas.bounds.line(canvas.height - 1)
      canvas.fill(place)
    }
    BottomLine(self).draw(into: &canvas, in: place)
  }

  /// Whether the bottom line is worth more than the last line of the board.
  private func hasSomethingToSay(height: Int) -> Bool {
    switch mode {
    case .browsing, .voting, .playing: notice != nil && height > 1
    case .help(let place): place.isTyping
    case .searching, .checkingIn, .repeating, .filtering, .choosing, .quitting,
      .reloading, .opening, .refused, .naming, .noting, .adjourning, .deciding,
      .recovering, .writing, .adding, .deleting, .filling, .closing, .carrying:
      true
    }
  }

  /// Draws what is the same above all: the header and the rule below it.
  func drawFrame(into canvas: inout Canvas) {
    let frame = Frame(in: canvas.bounds)
    defer {
      canvas.fill(frame.rule, with: canvas.glyphs.horizontal, style: .rule)
    }
    if isInMeeting {
      return MeetingHeader(self).draw(into: &canvas, in: frame.header)
    }
    let isLive = clockwork == .running && daysBack == 0
    HeaderView(
      outlook: outlook, name: name, tense: daysBack > 0 ? .past : .present,
      year: isLive ? .implied : .shown, sight: sight
    ).draw(into: &canvas, in: frame.header)
  }

  private func drawBody(into canvas: inout Canvas, _ frame: Frame) {
    switch mode {
    case .help(let place):
      HelpView(place).draw(into: &canvas, in: frame.body)
    case .deciding(let decision):
      DecisionView(decision: decision).draw(into: &canvas, in: frame.body)
    case .recovering(let scroll, _):
      RecoveryView(self, scroll)?.draw(into: &canvas, in: frame.body)
    case .voting(let vote):
      VoteView(self, vote).draw(into: &canvas, in: frame.body)
    case .closing(let walk): ClosingView(self, walk).draw(into: &canvas)
    case .carrying(let carrying):
      CarryingView(self, carrying).draw(into: &canvas, in: frame.body)
    case .browsing, .playing, .searching, .checkingIn, .repeating, .filtering,
      .choosing, .quitting, .reloading, .opening, .refused, .naming, .noting,
      .adjourning, .writing, .adding, .deleting, .filling:
      if let page = trail.pages.last {
        PageView(self, page).draw(into: &canvas, in: canvas.bounds)
      } else {
        BoardView(self).draw(into: &canvas, in: canvas.bounds)
      }
    }
  }

  /// The thing that a check-in is typed for, and what it would make of it.
  var preview: (thing: Thing, checkIn: CheckIn)? {
    guard case .checkingIn(let field, let thing) = mode,
      case .success(let checkIn) = understood(field.text, on: thing)
    else { return nil }
    return (thing, checkIn)
  }
}
