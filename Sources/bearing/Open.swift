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

  @OptionGroup var board: BoardOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var terminal: TerminalOptions

  @Flag(help: "Change nothing.")
  var readOnly = false

  func run() throws {
    if board.file == nil, environment("BEARING_FILE") == nil,
      !FileStamp.current(of: board.path).exists
    {
      writeError(
        """
        bearing: there is no board.okr in this folder
          'bearing demo' shows a sample board; 'bearing FILE' opens a board of yours
        """)
      throw ExitCode(2)
    }
    let isOnTerminal = isatty(STDOUT_FILENO) == 1
    // Before there is much that a new process would take along.
    if isOnTerminal { Screen.guardProgram() }
    sayWhatIsKept()
    let file = try readBoard(board.path)
    guard isOnTerminal else {
      try showInstead(of: file)
      return
    }
    var access = Session.Access.editing
    if readOnly { access = .readOnly("opened with --read-only") }
    if board.path == "-" { access = .readOnly("read from standard input") }
    let dashboard = OpenDashboard(
      path: board.path, file: file, access: access, standIn: moment.asOf,
      look: look.resolved, terminal: terminal,
      keeping: stateFolder.map { .folder($0) } ?? .unknown)
    let end = try dashboard.run { try showInstead(of: file) }
    if let end { Screen.end(by: end) }
  }

  /// Says, where the file is gone, that edits of it are kept.
  private func sayWhatIsKept() {
    guard !FileStamp.current(of: board.path).exists, let stateFolder,
      !recoveries(for: board.path, in: stateFolder).isEmpty
    else { return }
    writeError(
      """
      bearing: unsaved edits of \(visible(board.path)) are kept
        put the file back, or make an empty one of that name, and open it
      """)
  }

  private func showInstead(of file: LoadedFile) throws {
    try BoardPrinter(name: board.path, now: moment.now).show(file)
  }
}

/// The dashboard on a file that has been read.
struct OpenDashboard {
  let path: String
  let file: LoadedFile
  let access: Session.Access
  let standIn: Now?
  let look: Look
  let terminal: TerminalOptions
  /// Where unsaved edits are kept.
  let keeping: Keeper.Place

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
    if !terminal.noMouse, look.settings.mouse == .on {
      screen.use(mouse: .on)
    }
    var session = Session(
      name: visible(lastPart(of: path)), path: path, bytes: file.bytes,
      now: standIn ?? Now.clock(), access: access,
      glyphs: look.glyphs(isUnicode: screen.isUnicode), theme: look.themeName,
      settings: look.settings)
    var host = LiveHost(
      screen, look, path: path, file: file, standIn: standIn,
      access: access, keeper: Keeper(access == .editing ? keeping : .none))
    session.run(on: &host)
    let isKept = host.finish(session)
    return (host.end, isKept)
  }
}
