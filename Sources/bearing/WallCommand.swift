import ArgumentParser
import Canvas
import Goals
import Reading
import Terminal
import Wall
import WallHost

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Hangs a board on a screen that nobody sits at.
struct WallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wall",
    abstract: "The board for a screen in the corridor: read-only, for weeks.",
    discussion: """
      Everything as large as fits on one page; only what does not fit turns. It \
      follows the file, which it never writes, and waits where it is missing or \
      broken: the last good board stays, and the picture says why. Keys do \
      nothing, Ctrl-C ends it. One line on standard error says why it ended, and \
      the exit code is 128 + the number of the signal. Without a terminal on \
      standard output it does what 'show' does; 'show --watch' goes on. On a \
      terminal that cannot show it, it does that too, and ends with 2.
      """)

  @OptionGroup var board: BoardOptions

  @Option(
    help: ArgumentHelp(
      "How long a page stays, as in 20s or 1m; one with something red stays twice as long.",
      valueName: "time"),
    transform: WallCommand.seconds)
  var rotate = WallOptions().rotate

  @Option(
    help: ArgumentHelp(
      "What has pages of its own, in this order: objectives, kpis, ids, with commas between.",
      valueName: "list"),
    completion: .wallSubject, transform: WallCommand.subjects)
  var pages: [WallSubject] = []

  @Option(
    help: ArgumentHelp(
      "Show this alone: objectives, kpis or an id.", valueName: "subject"),
    completion: .wallSubject, transform: WallCommand.subject)
  var focus: WallSubject?

  @Flag(help: "Move the picture by a cell each minute, against burn-in.")
  var shift = false

  @Option(
    help: ArgumentHelp(
      "Draw it dim at these times of the day, such as 19:00-07:00.",
      valueName: "from-to"),
    transform: WallCommand.hours)
  var dim: DimHours?

  @Flag(help: "Have q end it, as Ctrl-C does.")
  var allowQuit = false

  @OptionGroup var moment: MomentOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      if focus != nil || !pages.isEmpty {
        writeError(
          "bearing: --focus and --pages are for a screen; here is all of the board"
        )
      }
      return try showInstead()
    }
    Screen.advise("the wall is to be started again")
    Screen.guardProgram()
    let end: WallEnd
    do throws(ScreenError) {
      end = try runOnScreen()
    } catch {
      writeError("bearing: \(error); here is the board as text")
      try showInstead()
      throw ExitCode(2)
    }
    let moment = "\(Moment(WallTime.now()))".replacing("T", with: " ")
    writeError("bearing: the wall ended at \(moment): \(end.words)")
    if let signal = end.signal { Screen.end(by: signal) }
  }

  private func runOnScreen() throws(ScreenError) -> WallEnd {
    let screen = try Screen()
    let look = look.resolved
    // The screen holds back what is written to standard error: what is wrong
    // with the config file is to be read once the wall has ended.
    look.complain()
    let glyphs = look.glyphs(isUnicode: screen.isUnicode)
    let palette = look.palette(colours: screen.colours)
    var corridor = LiveCorridor(screen, palette: palette)
    var run = WallRun(
      fromRoot(board.path), named: visible(board.path), options: options,
      glyphs: glyphs,
      clockwork: moment.asOf.map { .stopped($0) } ?? .running,
      quitKeys: allowQuit ? .q : .none, in: corridor)
    return run.run(in: &corridor)
  }

  private var options: WallOptions {
    var options = WallOptions()
    options.rotate = rotate
    options.pages = pages
    options.focus = focus
    options.shift = shift ? .everyMinute : .none
    options.dim = dim
    return options
  }

  private func showInstead() throws {
    var printer = BoardPrinter(name: board.path, now: moment.now)
    printer.year = moment.asOf == nil ? .implied : .shown
    printer.take(look.resolved)
    try printer.show(try readBoard(board.path))
  }
}

/// The same path, written so that it holds where the folder of the program is
/// made anew.
private func fromRoot(_ path: String) -> String {
  if path.hasPrefix("/") || path == "-" { return path }
  guard let folder = getcwd(nil, 0) else { return path }
  defer { free(folder) }
  return String(cString: folder) + "/" + path
}

// What the options take.
extension WallCommand {
  private static func seconds(_ text: String) throws -> Int {
    let units = ["s": 1, "m": 60, "h": 3_600]
    let unit = text.last.flatMap { units[String($0)] }
    let digits = unit == nil ? text[...] : text.dropLast()
    let isNumber = !digits.isEmpty && digits.allSatisfy("0123456789".contains)
    guard isNumber, let number = Int(digits), number <= 86_400,
      (1...86_400).contains(number * (unit ?? 1))
    else {
      throw ValidationError(
        "--rotate takes a time from 1s to 24h, such as 20s or 1m")
    }
    return number * (unit ?? 1)
  }

  private static func subject(_ text: String) throws -> WallSubject {
    guard !text.isEmpty, !text.contains(where: { $0 == "," || $0.isWhitespace })
    else {
      throw ValidationError(
        "--focus takes 'objectives', 'kpis' or an id of the board")
    }
    return WallSubject(text)
  }

  private static func subjects(_ text: String) throws -> [WallSubject] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let subjects = try? words.map({ try subject(String($0)) }) else {
      throw ValidationError(
        "--pages takes 'objectives', 'kpis' and ids of the board, "
          + "with commas between and no blanks")
    }
    return subjects
  }

  private static func hours(_ text: String) throws -> DimHours {
    guard let hours = DimHours(text) else {
      throw ValidationError(
        "--dim takes two times of the day, such as 19:00-07:00")
    }
    return hours
  }
}

extension WallEnd {
  /// Why it ended, for who finds the line in a log.
  fileprivate var words: String {
    switch self {
    case .signal(.interrupt): "it was interrupted"
    case .signal(.terminate): "it was told to (SIGTERM)"
    case .signal(.quit): "it was told to (SIGQUIT)"
    case .signal(.hangUp), .closed: "the terminal is gone"
    case .quit: "q was pressed"
    }
  }

  /// The signal by which the program is to end, if there is one.
  fileprivate var signal: EndSignal? {
    switch self {
    case .signal(let signal): signal
    // Nobody may have sent the signal that tells of this.
    case .closed: .hangUp
    case .quit: nil
    }
  }
}
