import ArgumentParser
import GoalFile
import Goals
import Reading
import WallHost

/// The file that a command is about.
struct BoardOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The board file; '-' is standard input. Default: $BEARING_FILE, else board.okr here.",
      valueName: "file"),
    completion: .board)
  var file: String?

  /// The path that was asked for, in one way or another.
  var path: String { file ?? BoardOptions.standardPath }

  /// The path where nobody asks for another.
  static var standardPath: String {
    environment("BEARING_FILE") ?? "board.okr"
  }
}

/// How the terminal is used.
struct TerminalOptions: ParsableArguments {
  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false
}

/// How a report is printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// The moment at which a board is looked at.
struct MomentOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show the board as it stood then: 2026-10-05 (the end of that day) or 2026-10-05T09:30.",
      valueName: "date"))
  var asOf: Now?

  /// The moment that was asked for, or the clock's.
  var now: Now { asOf ?? Now.clock() }
}

extension Now: ExpressibleByArgument {
  package init?(argument: String) {
    guard let moment = Moment(written: argument) else { return nil }
    self.init(moment)
  }
}

extension Now {
  /// The present time, as a clock on the wall shows it here.
  static func clock() -> Now {
    Now(WallTime.now())
  }
}
