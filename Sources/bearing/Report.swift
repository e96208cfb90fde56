import ArgumentParser
import Canvas
import GoalFile
import Goals
import Reports

/// Prints what happened since a day, or the minutes of the last meeting.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what happened since a day, or the last meeting's minutes.",
    discussion: """
      What turned, what moved, what was done and is late, and what to look at \
      next. A board with errors is told as far as it is understood, the errors \
      on standard error, with exit code 1.
      """)

  @OptionGroup var board: BoardOptions

  @Option(
    help: ArgumentHelp(
      "The day after which it begins. Default: that of the last meeting, else a week ago.",
      valueName: "date"))
  var since: Now?

  @Flag(help: "The minutes of the last meeting.")
  var meeting = false

  @OptionGroup var moment: MomentOptions

  @Option(help: "What it is printed as.")
  var format = Format.markdown

  @Option(help: "How many cells wide the text is.")
  var width = 80

  @Flag(name: .customLong("private"), help: "Show private things as they are.")
  var showsPrivate = false

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown, html, text
  }

  func validate() throws {
    guard (1...10_000).contains(width) else {
      throw ValidationError("--width takes a number from 1 to 10000")
    }
    guard since == nil || !meeting else {
      throw ValidationError(
        "--meeting tells what happened since the meeting before: leave --since out"
      )
    }
  }

  func run() throws {
    let now = moment.now
    if let since, since.today > now.today {
      throw ValidationError("--since \(since) lies after \(now.today)")
    }
    let document = Document(try readBoard(board.path).bytes)
    let prose =
      meeting
      ? try minutes(of: document.board, at: now)
      : digest(of: document.board, at: now)
    switch format {
    case .markdown: try emit(prose.markdown)
    case .html: try emit(prose.html)
    case .text: try emit(prose.text(width: width))
    }
    guard document.hasErrors else { return }
    let report = CheckReport(of: document, named: board.path, at: now)
    writeError(report.errors)
    throw ExitCode(1)
  }

  private var privacy: Privacy { showsPrivate ? .shown : .masked }

  private func digest(of board: Board, at now: Now) -> Prose {
    let meeting = board.lastMeeting(before: now).map {
      Now(board.meetings[$0].moment.day)
    }
    let then = since ?? meeting ?? Now(now.today.adding(-7))
    return Digest(of: board, since: then, at: now, privacy).prose
  }

  private func minutes(of board: Board, at now: Now) throws -> Prose {
    guard let last = board.lastMeeting(at: now) else {
      writeError(
        """
        bearing: there is no meeting in \(visible(self.board.path)) up to \(now.today)
          a meeting in the dashboard leaves one
        """)
      throw ExitCode(1)
    }
    return Minutes(of: board, meeting: last, at: now, privacy).prose
  }
}
