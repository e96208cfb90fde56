import ArgumentParser
import Canvas
import Goals
import Reports

/// Prints a board once.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the board once; no terminal is needed.",
    discussion: """
      A board with errors is printed as far as it is understood, the errors on \
      standard error, with exit code 1. svg and html are pictures in the \
      colours of the theme, each one file that needs nothing else; with \
      --height they show the dashboard as it opens on a terminal of that size. \
      --watch goes on until it is ended: the board is printed again after each \
      change of the file, and when time has changed it, such as at midnight; \
      between two boards stands a line with a form feed. With --format json each \
      is one line. Errors, and a file that is missing, are told on standard \
      error, and in the diagnostics of JSON; it comes back by itself.
      """)

  @OptionGroup var board: BoardOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "What it is printed as.")
  var format = Format.text

  @Option(
    parsing: .unconditional,
    help: "How many cells wide the text or picture is. Default: 80, or 120.")
  var width: Int?

  @Option(
    parsing: .unconditional,
    help: "How many lines a picture has. Default: as many as the board needs.")
  var height: Int?

  @Option(help: "Leave the other part out.")
  var only: Selection.Part?

  @Option(help: "Only what this person answers for.")
  var owner: String?

  @Option(help: "Only what this team answers for or contributes to.")
  var team: String?

  @Option(help: "Only this cycle.")
  var cycle: String?

  @Flag(help: "Print it again whenever it changes, for ever.")
  var watch = false

  @OptionGroup var look: LookOptions

  @Flag(name: .customLong("private"), help: "Show private things as they are.")
  var showsPrivate = false

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, svg, html

    var isPicture: Bool {
      switch self {
      case .svg, .html: true
      case .text, .json: false
      }
    }
  }

  func validate() throws {
    guard (1...10_000).contains(width ?? 80) else {
      throw ValidationError("--width takes a number from 1 to 10000")
    }
    if watch {
      guard !format.isPicture else {
        throw ValidationError("--watch is for --format text or json")
      }
      guard board.path != "-" else {
        throw ValidationError("--watch wants a file, not standard input")
      }
    }
    guard let height else { return }
    guard (1...1_000).contains(height) else {
      throw ValidationError("--height takes a number from 1 to 1000")
    }
    guard format.isPicture else {
      throw ValidationError("--height is for --format svg or html")
    }
    guard only == nil, owner == nil, team == nil, cycle == nil else {
      throw ValidationError(
        "--height shows the dashboard, which shows the whole board: "
          + "leave it out, or --only, --owner, --team and --cycle")
    }
  }

  func run() throws {
    var printer = BoardPrinter(name: board.path, now: moment.now)
    printer.year = moment.asOf == nil ? .implied : .shown
    printer.format = format
    printer.width = width
    printer.height = height
    let look = look.resolved
    look.complain()
    printer.take(look)
    printer.selection = selection
    if watch {
      var follower = BoardFollower(board.path, printer, standIn: moment.asOf)
      try follower.run()
    }
    try printer.show(try readBoard(board.path))
  }

  private var selection: Selection {
    var selection = Selection()
    selection.only = only
    selection.owner = owner
    selection.team = team
    selection.cycle = cycle
    selection.privacy = showsPrivate ? .shown : .masked
    return selection
  }
}

extension Selection.Part: ExpressibleByArgument {}
