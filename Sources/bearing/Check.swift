import ArgumentParser
import GoalFile
import Goals
import Reports

/// Says what is wrong or unwise in board files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong or unwise in board files.",
    discussion: """
      Errors are breaches of the format, warnings are practice. The exit code is \
      1 where there is an error, 2 where a file could not be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "Board files; '-' is standard input. Default: $BEARING_FILE, else board.okr here.",
      valueName: "file"), completion: .board)
  var files: [String] = []

  @OptionGroup var moment: MomentOptions

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(help: "What it is printed as.")
  var format = ReportFormat.text

  func run() throws {
    let paths = files.isEmpty ? [BoardOptions.standardPath] : files
    var code: Int32 = 0
    var reports: [JSON] = []
    for path in paths {
      do {
        let document = Document(try readBoard(path).bytes)
        let report = CheckReport(
          of: document, named: path, at: moment.now,
          warningsAre: strict ? .error : .warning)
        if report.hasErrors { code = max(code, 1) }
        switch format {
        case .text: try emit(report.text)
        case .json: reports.append(report.json)
        }
      } catch let exit as ExitCode {
        code = exit.rawValue
      }
    }
    if format == .json { try emit(JSON.array(reports).text + "\n") }
    if code != 0 { throw ExitCode(code) }
  }
}
