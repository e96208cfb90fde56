import ArgumentParser
import Canvas
import Goals
import Reading
import Samples
import Saving

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a new board from a template.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a new board from a template.",
    discussion: """
      \(Template.allCases.map { "\($0.rawValue): \($0.sentence)." }
        .joined(separator: " ")) Every template but the empty one is an example in \
      the cycle of today, to be overwritten line by line. A file that is there already is \
      left alone, with exit code 2.
      """)

  @Argument(
    help: ArgumentHelp(
      "The board file; '-' is standard output. Default: $BEARING_FILE, else board.okr here.",
      valueName: "file"), completion: .board)
  var file: String?

  @Option(
    help: "What the board is for. Default: asked on a terminal, else team.")
  var template: Template?

  func run() throws {
    let path = file ?? BoardOptions.standardPath
    if path == "-" {
      return try emit(newBoard(template ?? .team, on: Now.clock().today))
    }
    let written = try NewBoard(path: path).write(template)
    let kind =
      written == .empty
      ? "an empty board" : "a board to overwrite (\(written.rawValue))"
    try emit(
      "wrote \(visible(path)), \(kind): 'bearing \(visible(path))' opens it\n")
  }
}

extension Template: ExpressibleByArgument {}

/// A board file that is to be made.
struct NewBoard {
  let path: String

  /// Writes the file from a template, asked for on a terminal if it is `nil`,
  /// and returns which; says why not and ends with 2 where that fails.
  func write(_ wanted: Template?) throws -> Template {
    ignoreSignalsOfWriting()
    guard !FileStamp.current(of: path).exists else { try refuse(.exists) }
    let template = try wanted ?? asked()
    do {
      let bytes = newBoard(template, titled: title, on: Now.clock().today)
      _ = try create(bytes, at: path)
    } catch {
      try refuse(error)
    }
    return template
  }

  /// What an empty board is called at first: as its file is.
  private var title: String {
    var name = visible(lastPart(of: path))
    if name.hasSuffix(".okr") { name.removeLast(4) }
    return name.isEmpty || name == "board" ? "Our board" : name
  }

  private func refuse(_ error: SaveError) throws -> Never {
    writeError(
      """
      bearing: cannot make \(visible(path)): \(visible(error.description))
        nothing was written\(error == .exists ? "; name another file" : "")
      """)
    throw ExitCode(2)
  }

  /// The template that somebody at the terminal chooses; `team` without one.
  private func asked() throws -> Template {
    guard isOnTerminal else { return .team }
    let choices = Template.allCases.enumerated().map { place, template in
      "  \(place + 1)  \(pad(template.rawValue, to: 11)) \(template.sentence)"
    }
    writeError("What is the board for?\n\(choices.joined(separator: "\n"))")
    while true {
      guard let answer = ask("Number or name (Enter: team): ") else {
        writeError("\nbearing: nothing was written")
        throw ExitCode(2)
      }
      if let template = NewBoard.template(answer) { return template }
      writeError("Please type one of the numbers or names above.")
    }
  }

  /// What an answer means: a number from 1, a name or its beginning, or nothing.
  private static func template(_ answer: String) -> Template? {
    guard !answer.isEmpty else { return .team }
    if let number = Int(answer) {
      let all = Template.allCases
      return all.indices.contains(number - 1) ? all[number - 1] : nil
    }
    return Template.allCases.first {
      $0.rawValue.hasPrefix(answer.lowercased())
    }
  }
}

/// Whether somebody can be asked.
var isOnTerminal: Bool {
  isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
}

/// Asks on the terminal and returns the answer without blanks around it; `nil`
/// where there is none to come.
func ask(_ question: String) -> String? {
  writeQuestion(question)
  guard let line = readLine() else { return nil }
  let words = line.drop { $0 == " " || $0 == "\t" }
  let end = words.lastIndex { $0 != " " && $0 != "\t" }
  return end.map { String(words[...$0]) } ?? ""
}
