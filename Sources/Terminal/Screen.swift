import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal, taken over for as long as this value lives.
///
/// There must be one at most. When it goes, the terminal is as it was before,
/// and so it is after a crash or a signal.
package struct Screen: ~Copyable {
  /// How many colours the terminal has; 0 for none.
  package let colours: Int
  /// Whether it shows text beyond ASCII.
  package let isUnicode: Bool
  /// What the person should know, such as that TERM is not known here.
  package let notice: String?
  private var decoder = KeyDecoder()
  private var shown: Canvas?
  private var palette: Palette?

  /// Takes the terminal over.
  package init() throws(ScreenError) {
    let report = terminal_start()
    colours = Int(report.colours)
    isUnicode = report.unicode
    notice =
      report.substituted
      ? "this system does not know the terminal that TERM names; "
        + "treating it as xterm-256color" : nil
    switch report.outcome {
    case .ready: return
    case .absent: throw .notATerminal
    case .dumb: throw .cannotPlaceCursor
    case .unknown: throw .noDescription
    }
  }

  deinit {
    terminal_stop()
  }

  /// The columns and rows there are.
  package var size: (width: Int, height: Int) {
    (Int(terminal_width()), Int(terminal_height()))
  }

  /// Shows `canvas`; only what differs from what is there goes out.
  package mutating func show(_ canvas: Canvas, palette: Palette) {
    if self.palette != palette {
      setPaints(of: palette)
      self.palette = palette
      shown = nil
    }
    let size = self.size
    let old = shown?.bounds == canvas.bounds ? shown : nil
    var cells: [terminal_cell] = []
    cells.reserveCapacity(canvas.width)
    for row in 0..<min(size.height, canvas.height) {
      let columns =
        old.map { canvas.difference(row, from: $0) } ?? 0..<canvas.width
      guard !columns.isEmpty else { continue }
      cells.removeAll(keepingCapacity: true)
      append(row, columns, of: canvas, inUnicode: isUnicode, to: &cells)
      terminal_draw_cells(
        Int32(row), Int32(columns.lowerBound), &cells, Int32(cells.count))
    }
    if old == nil { clear(around: canvas) }
    terminal_show(
      Int32(canvas.cursor?.row ?? -1), Int32(canvas.cursor?.column ?? -1))
    shown = canvas
  }

  /// Shows `canvas` at `place` of what is shown, and leaves the rest; nothing
  /// where nothing is shown.
  ///
  /// For a small part of the screen, of which each cell is looked at.
  package mutating func show(_ canvas: Canvas, at place: Position) {
    guard shown != nil else { return }
    var cells: [terminal_cell] = []
    for row in 0..<canvas.height {
      let columns = 0..<canvas.width
      let differs = columns.contains {
        canvas[row, $0] != shown?[place.row + row, place.column + $0]
      }
      guard differs else { continue }
      cells.removeAll(keepingCapacity: true)
      append(row, columns, of: canvas, inUnicode: isUnicode, to: &cells)
      terminal_draw_cells(
        Int32(place.row + row), Int32(place.column), &cells,
        Int32(cells.count))
    }
    shown?.put(canvas, at: place)
    terminal_show(
      Int32(shown?.cursor?.row ?? -1), Int32(shown?.cursor?.column ?? -1))
  }

  /// Makes blank what lies right of the canvas and below it.
  private func clear(around canvas: Canvas) {
    for row in 0..<size.height {
      terminal_clear_row(
        Int32(row), row < canvas.height ? Int32(canvas.width) : 0)
    }
  }

  /// Has the next `show` send everything, whatever the terminal may show.
  package mutating func redraw() {
    shown = nil
    terminal_redraw()
  }

  /// Has the mouse reported from now on, or no longer.
  package func use(mouse: MouseUse) {
    terminal_use_mouse(mouse == .on)
  }

  /// Has Ctrl-Z, Ctrl-\, Ctrl-S and Ctrl-Q be keys like others, so that nobody
  /// stops the program or its output with them; Ctrl-C interrupts as before.
  package func keepKeys() {
    terminal_keep_keys()
  }

  /// Waits for what comes next; without a deadline, for ever.
  ///
  /// - Parameter descriptors: further descriptors to watch; at most 30.
  package mutating func nextInput(
    deadline: Deadline? = nil, watching descriptors: [Int32] = []
  ) -> Input {
    while true {
      if let input = decoder.next() { return noting(input) }
      // What is already typed comes before any wait.
      if readCodes() > 0 { continue }
      if let input = wait(until: deadline, watching: descriptors) {
        return noting(input)
      }
    }
  }

  /// Lends the terminal to another program, such as an editor, until it ends.
  ///
  /// The words begin with the path of the program. Returns its exit code, 128 +
  /// the signal that ended it, or 127 where there is no such program.
  package mutating func lend(to words: [String]) -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    shown = nil
    return terminal_run(&arguments)
  }

  /// Puts the program under guard: however it ends, even where it cannot know
  /// of its end, the terminal is as it was before.
  ///
  /// To be called once, early, before any screen and any other thread. The
  /// program goes on in a process of its own.
  package static func guardProgram() {
    terminal_guard()
  }

  /// Ends the program by `signal`, as its default action does, so that a shell
  /// sees 128 + its number.
  package static func end(by signal: EndSignal) -> Never {
    switch signal {
    case .interrupt: terminal_die(SIGINT)
    case .terminate: terminal_die(SIGTERM)
    case .hangUp: terminal_die(SIGHUP)
    case .quit: terminal_die(SIGQUIT)
    }
  }

  /// Forgets what is shown where `input` says that it no longer is.
  private mutating func noting(_ input: Input) -> Input {
    switch input {
    case .resized, .resumed: shown = nil
    case .key, .paste, .mouse, .focusGained, .focusLost, .signal, .ready,
      .deadline,
      .closed:
      break
    }
    return input
  }

  /// Waits once; `nil` where there is something to read or nothing to tell.
  private mutating func wait(
    until deadline: Deadline?, watching descriptors: [Int32]
  ) -> Input? {
    var monotonic: Int64 = -1
    var wall: Int64 = -1
    switch deadline {
    case nil: break
    case .monotonic(let nanoseconds): monotonic = max(0, nanoseconds)
    case .wall(let seconds): wall = max(0, seconds) * 1_000_000_000
    case .either(let nanoseconds, let seconds):
      monotonic = nanoseconds.map { max(0, $0) } ?? -1
      wall = max(0, seconds) * 1_000_000_000
    }
    let pasteEnd = decoder.isPasting ? terminal_monotonic_now() + patience : -1
    let endsPaste = pasteEnd >= 0 && (monotonic < 0 || pasteEnd < monotonic)
    let wakeup = terminal_wait(
      endsPaste ? pasteEnd : monotonic, wall, descriptors,
      Int32(descriptors.count))
    if let signal = EndSignal(number: wakeup.signal) { return .signal(signal) }
    if wakeup.suspend {
      terminal_suspend()
      return .resumed
    }
    if wakeup.continued {
      terminal_leave()
      terminal_enter()
      return .resumed
    }
    if wakeup.closed { return .closed }
    if wakeup.input && readCodes() > 0 { return nil }
    if wakeup.deadline {
      guard endsPaste else { return .deadline }
      decoder.endPaste()
      return nil
    }
    return wakeup.ready >= 0 ? .ready(descriptor: wakeup.ready) : nil
  }

  /// Hands everything typed so far to the decoder; returns how much it was.
  private mutating func readCodes() -> Int {
    var count = 0
    while true {
      let code = terminal_read()
      guard code.kind != .nothing else { break }
      decoder.add(code)
      count += 1
    }
    decoder.endBatch(size: size)
    return count
  }
}

/// How long a paste may pause before it counts as ended, in nanoseconds.
private let patience: Int64 = 1_000_000_000

extension EndSignal {
  fileprivate init?(number: Int32) {
    switch number {
    case SIGINT: self = .interrupt
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangUp
    case SIGQUIT: self = .quit
    default: return nil
    }
  }
}

/// Adds the cells of a row that exists.
private func append(
  _ row: Int, _ columns: Range<Int>, of canvas: Canvas,
  inUnicode isUnicode: Bool, to cells: inout [terminal_cell]
) {
  canvas.withCells(in: row) { line in
    for column in columns {
      let packed = line[column]
      if isUnicode, packed.isPlain {
        cells.append(terminal_cell(packed))
      } else {
        let cell = canvas[row, column]
        cells.append(terminal_cell(isUnicode ? cell : cell.inASCII))
      }
    }
  }
}

extension terminal_cell {
  /// A plain cell.
  fileprivate init(_ cell: PackedCell) {
    self.init(
      scalar: cell.scalarValue, marks: (0, 0, 0, 0), paint: cell.styleNumber,
      kind: .narrow)
  }

  fileprivate init(_ cell: Cell) {
    self.init()
    scalar = cell.scalar.value
    paint = cell.style.number
    kind =
      switch cell.kind {
      case .narrow: .narrow
      case .wide: .wide
      case .continuation: .continuation
      }
    if !cell.marks.isEmpty {
      let values = cell.marks.scalars.map(\.value) + [0, 0, 0, 0]
      marks = (values[0], values[1], values[2], values[3])
    }
  }
}

private func setPaints(of palette: Palette) {
  let paints = palette.paints.map {
    terminal_paint(
      foreground: $0.foreground, background: $0.background,
      attributes: $0.attributes.rawValue)
  }
  terminal_set_paints(paints, Int32(paints.count))
}
