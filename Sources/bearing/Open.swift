import ArgumentParser
import Canvas
import CSystem
import Dashboard
import Goals
import Reading
import Saving
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens the dashboard on a board.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The dashboard on a board file; what 'bearing FILE' does.",
    discussion: """
      Without a terminal on standard output it does what 'show' does.
      """)

  @OptionGroup var dashboard: DashboardOptions

  func run() throws { try dashboard.open() }
}

/// What every command that opens the dashboard takes.
struct DashboardOptions: ParsableArguments {
  @OptionGroup var board: BoardOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var terminal: TerminalOptions

  @Flag(help: "Change nothing.")
  var readOnly = false

  /// Opens it and lives until it ends.
  func open(beginningWith first: Command? = nil) throws {
    try Opening(
      file: board.file, asOf: moment.asOf, look: look.wishes,
      mouse: terminal.noMouse ? .off : .on,
      access: readOnly ? .readOnly("opened with --read-only") : .editing,
      first: first
    ).run()
  }
}

/// What is to be opened, and how.
struct Opening {
  /// `nil` where nobody named one.
  var file: String?
  /// The moment that stands in for the clock, if one was asked for.
  var asOf: Now?
  var look = LookWishes()
  var mouse = Settings.MouseChoice.on
  var access = Session.Access.editing
  /// What the dashboard begins with, if not with the board.
  var first: Command?

  /// The usual case, `bearing` or `bearing FILE`; `nil` for all others.
  ///
  /// A word with a dot or a slash is a file and none of our commands.
  init?(plainly arguments: some Collection<String>) {
    guard arguments.count <= 1 else { return nil }
    guard let file = arguments.first else { return }
    guard !file.hasPrefix("-"), file.contains(where: { ".\u{2F}".contains($0) })
    else { return nil }
    self.file = file
  }

  init(
    file: String?, asOf: Now?, look: LookWishes, mouse: Settings.MouseChoice,
    access: Session.Access, first: Command? = nil
  ) {
    self.file = file
    self.asOf = asOf
    self.look = look
    self.mouse = mouse
    self.access = access
    self.first = first
  }

  private var path: String { file ?? BoardOptions.standardPath }

  func run() throws {
    if file == nil, environment("BEARING_FILE") == nil,
      !FileStamp.current(of: path).exists
    {
      guard try offerBoard() else { return }
    }
    let isOnTerminal = isatty(STDOUT_FILENO) == 1
    // Before there is much that a new process would take along.
    if isOnTerminal { Screen.guardProgram() }
    sayWhatIsKept()
    let loaded = try readOrOfferNew()
    guard isOnTerminal else {
      try showInstead(of: loaded)
      return
    }
    var access = access
    if path == "-" { access = .readOnly("read from standard input") }
    let dashboard = OpenDashboard(
      path: path, file: loaded, access: access, standIn: asOf,
      look: look.resolved, mouse: mouse,
      keeping: stateFolder.map { .folder($0) } ?? .unknown, first: first)
    let end = try dashboard.run { try showInstead(of: loaded) }
    if let end { Screen.end(by: end) }
  }

  /// Offers the sample or a new board where there is none; whether a board is
  /// there now to be opened.
  private func offerBoard() throws -> Bool {
    guard isOnTerminal, isatty(STDOUT_FILENO) == 1 else {
      writeError(
        """
        bearing: there is no board.okr in this folder
          'bearing new' makes one; 'bearing demo' shows a sample board; 'bearing FILE' opens a board of yours
        """)
      throw ExitCode(2)
    }
    writeError(
      """
      There is no board.okr in this folder.
        n  make one from a template
        d  look around in a sample board
      """)
    switch ask("n, d, or Enter to leave: ")?.lowercased() {
    case "n", "new":
      _ = try NewBoard(path: path).write(nil)
      return true
    case "d", "demo":
      try Demonstration(asOf: asOf, look: look.resolved, mouse: mouse).run()
      return false
    default:
      return false
    }
  }

  /// Reads the board, or says how to make one where there is none.
  private func readOrOfferNew() throws -> LoadedFile {
    do {
      return try readBoard(path)
    } catch {
      if isOnTerminal, path != "-", !FileStamp.current(of: path).exists {
        writeError("  'bearing new \(visible(path))' makes a new board")
      }
      throw error
    }
  }

  /// Says, where the file is gone, that edits of it are kept.
  private func sayWhatIsKept() {
    guard !FileStamp.current(of: path).exists, let stateFolder,
      !recoveries(for: path, in: stateFolder).isEmpty
    else { return }
    writeError(
      """
      bearing: unsaved edits of \(visible(path)) are kept
        put the file back, or make an empty one of that name, and open it
      """)
  }

  private func showInstead(of file: LoadedFile) throws {
    var printer = BoardPrinter(name: path, now: asOf ?? Now.clock())
    printer.year = asOf == nil ? .implied : .shown
    printer.take(look.resolved)
    try printer.show(file)
  }
}

/// The dashboard on a file that has been read.
struct OpenDashboard {
  let path: String
  let file: LoadedFile
  let access: Session.Access
  let standIn: Now?
  let look: Look
  let mouse: Settings.MouseChoice
  /// Where unsaved edits are kept.
  let keeping: Keeper.Place
  /// What it begins with, if not with the board.
  var first: Command?

  /// Runs until somebody quits, or runs `plain` where the terminal can show no
  /// dashboard.
  ///
  /// Returns the signal by which the program is to end.
  func run(otherwise plain: () throws -> Void) throws -> EndSignal? {
    do throws(ScreenError) {
      let (end, isKept) = try runOnScreen()
      if isKept {
        writeError(
          "bearing: unsaved edits are kept; "
            + "'bearing \(visible(path))' offers them again")
      }
      return end
    } catch {
      writeError("bearing: \(error); here is the board as text")
    }
    try plain()
    return nil
  }

  private func runOnScreen() throws(ScreenError) -> (EndSignal?, Bool) {
    let screen = try Screen()
    if mouse == .on, look.settings.mouse == .on {
      screen.use(mouse: .on)
    }
    var session = Session(
      name: visible(lastPart(of: path)), path: path, bytes: file.bytes,
      now: standIn ?? Now.clock(),
      clockwork: standIn == nil ? .running : .stopped, access: access,
      glyphs: look.glyphs(isUnicode: screen.isUnicode), theme: look.themeName,
      settings: look.settings)
    let first = first ?? (session.lacksObjective ? .firstObjective : nil)
    var host = LiveHost(
      screen, look, path: path, file: file, standIn: standIn,
      access: access, keeper: Keeper(access == .editing ? keeping : .none),
      first: first)
    session.run(on: &host)
    let isKept = host.finish(session)
    return (host.end, isKept)
  }
}
