import Canvas
import Dashboard
import Testing

/// What the mouse does, told from what is seen.
struct PointingTests {
  struct Size: CustomTestStringConvertible {
    let width: Int
    let height: Int
    var testDescription: String { "\(width)x\(height)" }
  }

  static let sizes = [
    Size(width: 200, height: 60), Size(width: 120, height: 40),
    Size(width: 80, height: 24), Size(width: 40, height: 12),
    Size(width: 20, height: 5), Size(width: 10, height: 3),
  ]

  /// The sample after some keys, on a screen of that size.
  private func session(_ size: Size, _ script: String = "") -> Session {
    var session = Stage.session()
    _ = session.update(.resized(width: size.width, height: size.height))
    for event in Stage.keys(script) { _ = session.update(event) }
    return session
  }

  private func frame(_ session: Session, _ size: Size) -> Canvas {
    session.view(width: size.width, height: size.height)
  }

  /// The lines that are marked as selected.
  private func marked(_ canvas: Canvas) -> [Int] {
    (0..<canvas.height).filter { row in
      (0..<canvas.width).contains {
        canvas[row, $0].style.emphasis.contains(.selected)
      }
    }
  }

  private func press(
    _ session: inout Session, _ row: Int, _ column: Int
  ) {
    let effects = session.update(
      .mouse(.press, at: Position(row: row, column: column)))
    #expect(effects == [])
  }

  @Test(arguments: sizes, ["", "G", "<Tab>", "j<Enter>", "<Tab><Enter>"])
  func `a click selects the line that is drawn there`(
    size: Size, script: String
  ) {
    var hits = 0
    let start = session(size, script)
    let before = frame(start, size)
    let selection = start.selection
    // A wide page has its list at the left, a chart at the right.
    let isPage = script.contains("Enter")
    let column = isPage ? min(4, size.width - 1) : size.width - 2
    for row in 0..<size.height {
      var session = start
      press(&session, row, column)
      let after = frame(session, size)
      guard session.selection != selection || after != before else { continue }
      guard session.context == .board || isPage else {
        #expect(marked(before) == [row], "only what is selected opens")
        continue
      }
      if marked(after).contains(row) { hits += 1 }
    }
    #expect(hits > 0 || size.height < 6)
  }

  @Test(arguments: sizes)
  func `a click on what is selected opens it`(size: Size) {
    var session = session(size)
    let row = marked(frame(session, size))[0]
    let column = size.width >= 12 ? 6 : 0
    let wanted = session.selection
    press(&session, row, column)
    #expect(session.context == .page)
    #expect(session.selection == wanted)
  }

  @Test func `the first click on another pane goes there alone`() {
    let size = Size(width: 120, height: 40)
    var session = session(size)
    let row = marked(frame(self.session(size, "<Tab>"), size))[0]
    press(&session, row, 100)
    #expect(session.context == .board)
    #expect(session.selection == .kpi(0))
    press(&session, row, 100)
    #expect(session.context == .page)
  }

  @Test func `a click on the triangle folds and unfolds`() {
    let size = Size(width: 120, height: 40)
    var session = session(size, "G")
    let row = frame(session, size).text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.hasPrefix("▾") }
    guard let row else {
      Issue.record("nothing can be folded")
      return
    }
    press(&session, row, 0)
    #expect(frame(session, size).text.contains("▸"))
    #expect(session.context == .board)
    #expect(session.selection == .objective(0))
    press(&session, row, 0)
    #expect(!frame(session, size).text.contains("▸"))
  }

  @Test func `on a page the second click follows a link`() {
    let size = Size(width: 120, height: 40)
    var session = session(size, "<Enter>")
    let lines = frame(session, size).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let row = lines.lastIndex { $0.contains("Fewer subscribers") }
    guard let row else {
      Issue.record("the page names no key result")
      return
    }
    press(&session, row, 10)
    #expect(session.selection == .objective(0))
    press(&session, row, 10)
    #expect(session.selection == .keyResult(0))
    #expect(session.context == .page)
  }

  @Test(arguments: ["", "<Tab>", "<Enter>", "?"])
  func `the wheel scrolls there and back, and what is selected stays in sight`(
    script: String
  ) {
    let size = Size(width: 40, height: 12)
    var session = session(size, script)
    let context = session.context
    let start = frame(session, size).text
    var texts: Set<String> = [start]
    for gesture in [Gesture.wheelDown, .wheelUp] {
      for _ in 0..<25 {
        let place = Position(row: 6, column: 5)
        #expect(session.update(.mouse(gesture, at: place)) == [])
        let canvas = frame(session, size)
        texts.insert(canvas.text)
        #expect(context == .help || marked(canvas).count == 1)
      }
    }
    #expect(session.context == context)
    #expect(texts.count > 2 || script == "<Tab>")
    #expect(frame(session, size).text == start)
  }

  @Test func `the wheel scrolls the pane below the mouse, not the other`() {
    let size = Size(width: 120, height: 10)
    var session = session(size)
    let start = frame(session, size)
    _ = session.update(.mouse(.wheelDown, at: Position(row: 5, column: 110)))
    #expect(session.selection == .objective(0))
    let left = frame(session, size)
    for row in 0..<size.height - 1 {
      for column in 0..<70 { #expect(left[row, column] == start[row, column]) }
    }
    #expect(left != start)
  }

  @Test(arguments: ["/new", "c41 7", "c41<Enter>q"])
  func `what is typed or asked is left as it is`(script: String) {
    let size = Size(width: 120, height: 40)
    var session = session(size, script)
    let before = frame(session, size)
    let context = session.context
    for gesture in [Gesture.press, .wheelUp, .wheelDown] {
      for row in 0..<size.height {
        let place = Position(row: row, column: 8)
        #expect(session.update(.mouse(gesture, at: place)) == [])
      }
    }
    #expect(session.context == context)
    #expect(frame(session, size) == before)
  }

  @Test func `it can be switched off and on`() {
    var session = Stage.session()
    #expect(session.use(mouse: .off) == [.use(mouse: .off)])
    #expect(session.use(mouse: .on) == [.use(mouse: .on)])
  }

  @Test(arguments: sizes + [Size(width: 1, height: 1)])
  func `no place is a trap`(size: Size) {
    for script in ["", "<Tab>", "<Enter>", "?", "/a", "c4"] {
      let start = session(size, script)
      for gesture in [Gesture.press, .wheelUp, .wheelDown] {
        var session = start
        for row in stride(from: -1, through: size.height, by: 5) {
          for column in stride(from: -1, through: size.width, by: 17) {
            let place = Position(row: row, column: column)
            _ = session.update(.mouse(gesture, at: place))
          }
        }
        _ = frame(session, size)
      }
    }
  }
}
