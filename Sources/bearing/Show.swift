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
      standard error, with exit code 1.
      """)

  @OptionGroup var board: BoardOptions
  @OptionGroup var moment: MomentOptions

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "How many cells wide the text is.")
  var width = 80

  @Option(help: "Leave the other part out: objectives or kpis.")
  var only: Selection.Part?

  @Option(help: "Only what this person answers for.")
  var owner: String?

  @Option(help: "Only what this team answers for or contributes to.")
  var team: String?

  @Option(help: "Only this cycle.")
  var cycle: String?

  @OptionGroup var look: LookOptions

  @Flag(name: .customLong("private"), help: "Show private things as they are.")
  var showsPrivate = false

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  func validate() throws {
    guard (1...10_000).contains(width) else {
      throw ValidationError("--width takes a number from 1 to 10000")
    }
  }

  func run() throws {
    var printer = BoardPrinter(name: board.path, now: moment.now)
    printer.format = format
    printer.width = width
    let look = look.resolved
    look.complain()
    printer.take(look)
    printer.selection = selection
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
