import ArgumentParser
import Dashboard

/// Opens the dashboard straight into the meeting.
struct Meet: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the meeting about a board, in the dashboard.",
    discussion: """
      It begins with what happened since the meeting before, goes through what \
      needs attention, one thing per page, and records what is said in one \
      'meeting' block of the file. A meeting that was cut off goes on where \
      nobody has been yet. 'm' in the dashboard does the same.
      """)

  @OptionGroup var board: BoardOptions
  @OptionGroup var moment: MomentOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var terminal: TerminalOptions

  @Flag(help: "Change nothing.")
  var readOnly = false

  func run() throws {
    try Opening(
      file: board.file, asOf: moment.asOf, look: look.wishes,
      mouse: terminal.noMouse ? .off : .on,
      access: readOnly ? .readOnly("opened with --read-only") : .editing,
      first: .meet
    ).run()
  }
}
