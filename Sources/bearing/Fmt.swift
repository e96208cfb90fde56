import ArgumentParser
import Canvas
import GoalFile
import Reading

/// Lays board files out anew.
struct Fmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lay board files out anew.",
    discussion: """
      Two blanks a level, columns aligned within a block, nothing at the ends of \
      lines. Lines keep their order and their words, and one that is not \
      understood stays as it is. The exit code is 1 where --check finds a file \
      that would change or a file holds a conflict, 2 where one could not be \
      read or written.
      """)

  @Argument(
    help: ArgumentHelp(
      "Board files; '-' goes from standard input to standard output.",
      valueName: "file"), completion: .board)
  var files: [String]

  @Flag(help: "Name the files that would change, and write nothing.")
  var check = false

  func run() throws {
    ignoreSignalsOfWriting()
    var code: Int32 = 0
    for path in files {
      do {
        try format(path)
      } catch let exit as ExitCode {
        code = max(code, exit.rawValue)
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  private func format(_ path: String) throws {
    let file = try readBoard(path)
    let document = Document(file.bytes)
    let bytes = document.formatted
    if document.hasConflict {
      writeError(
        "bearing: \(visible(path)) holds a conflict that git left behind and stays as it is; decide it first"
      )
    }
    if check {
      if bytes != file.bytes { try emit(visible(path) + "\n") }
    } else if path == "-" {
      try emit(bytes)
    } else if bytes != file.bytes {
      try writeBoard(bytes, to: path, over: file)
    }
    if document.hasConflict || check && bytes != file.bytes {
      throw ExitCode(1)
    }
  }
}
