import ArgumentParser
import GoalFile
import Goals
import Reports

/// Says in words what differs between two boards, or between a board and its
/// past.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say in words what changed between two boards.",
    discussion: """
      With --since, what changed in one board since that day: everything that \
      carries a date from then on. The exit code is 1 where there is a \
      difference, 2 where a file could not be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "The older board file and the newer one; '-' is standard input.",
      valueName: "file"), completion: .board)
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Compare one board with its own past, as it stood then.",
      valueName: "date"))
  var since: Now?

  @OptionGroup var moment: MomentOptions

  @Option(help: "What it is printed as.")
  var format = ReportFormat.text

  @Option(help: "How many cells wide the text is.")
  var width = 80

  @Flag(name: .customLong("private"), help: "Show private things as they are.")
  var showsPrivate = false

  func validate() throws {
    guard files.count == (since == nil ? 2 : 1) else {
      throw ValidationError(
        "two files are compared, or one with its past: diff A B, or diff --since 2026-10-05 A"
      )
    }
    guard files != ["-", "-"] else {
      throw ValidationError("standard input is one file only")
    }
    guard (1...10_000).contains(width) else {
      throw ValidationError("--width takes a number from 1 to 10000")
    }
  }

  func run() throws {
    let documents = try files.map { Document(try readBoard($0).bytes) }
    guard let old = documents.first, let new = documents.last else { return }
    let report = DiffReport(
      from: old, to: new, at: moment.now, before: since,
      showsPrivate ? .shown : .masked)
    switch format {
    case .text: try emit(report.text(width: width))
    case .json: try emit(report.json.text + "\n")
    }
    if !report.isEmpty { throw ExitCode(1) }
  }
}
