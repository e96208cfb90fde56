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
    if case .choosing(let palette) = mode {
      CommandPaletteView(palette, keymap, outlook).draw(
        into: &canvas, in: frame.body)
    }
    BottomLine(self).draw(into: &canvas, in: frame.bottom)
    return canvas
  }

  private func boardView(_ width: Int, _ height: Int) -> Canvas {
    var canvas = backdrop(width: width, height: height)
    guard !canvas.bounds.isEmpty else { return canvas }
    BoardView(self).drawSelection(into: &canvas, in: canvas.bounds)
    BottomLine(self).draw(into: &canvas, in: Frame(in: canvas.bounds).bottom)
    return canvas
  }

  /// Draws what is the same above all: the header and the rule below it.
  func drawFrame(into canvas: inout Canvas) {
    let frame = Frame(in: canvas.bounds)
    HeaderView(outlook: outlook, name: name, isPast: daysBack > 0).draw(
      into: &canvas, in: frame.header)
    canvas.fill(frame.rule, with: canvas.glyphs.horizontal, style: .rule)
  }

  private func drawBody(into canvas: inout Canvas, _ frame: Frame) {
    switch mode {
    case .help(let place):
      HelpView(page: helpPage, scroll: place.scroll).draw(
        into: &canvas, in: frame.body)
    case .deciding(let decision):
      DecisionView(decision: decision).draw(into: &canvas, in: frame.body)
    case .recovering(let scroll, _):
      RecoveryView(self, scroll)?.draw(into: &canvas, in: frame.body)
    case .browsing, .searching, .checkingIn, .choosing, .quitting, .reloading,
      .opening, .refused, .naming:
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
