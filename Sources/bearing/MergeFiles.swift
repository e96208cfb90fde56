import ArgumentParser
import Canvas
import GoalFile

/// Merges two changes of a board file, as git asks a merge driver to.
struct MergeFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two changes of a board file, statement by statement.",
    discussion: """
      The result is written over OURS, complete or not at all. What both changed \
      differently is written with git's markers, named on standard error, and \
      ends with 1; 2 says that a file could not be read or written. As a driver \
      of git: driver = bearing merge %O %A %B --marker-size %L --path %P
      """)

  @Argument(help: "The file before either change.", completion: .board)
  var base: String

  @Argument(
    help: "The one change; the result is written over it.", completion: .board)
  var ours: String

  @Argument(help: "The other change.", completion: .board)
  var theirs: String

  @Option(help: "How many characters a marker has.")
  var markerSize = 7

  @Option(help: "What to call the file; OURS if not given.")
  var path: String?

  @Option(help: "What to call the file before either change.")
  var baseLabel = "base"

  @Option(help: "What to call the one change.")
  var oursLabel = "ours"

  @Option(help: "What to call the other change.")
  var theirsLabel = "theirs"

  func validate() throws {
    guard (1...1_000).contains(markerSize) else {
      throw ValidationError("--marker-size takes a number from 1 to 1000")
    }
  }

  func run() throws {
    ignoreSignalsOfWriting()
    let file = try readBoard(ours)
    let merge = merge(
      base: try readBoard(base).bytes, ours: file.bytes,
      theirs: try readBoard(theirs).bytes)
    let result = merge.marked(
      ours: oursLabel, base: baseLabel, theirs: theirsLabel, size: markerSize)
    if result != file.bytes { try writeBoard(result, to: ours, over: file) }
    let name = visible(path ?? ours)
    for conflict in merge.conflicts {
      writeError("\(name): conflict: \(visible(conflict.what))")
    }
    if !merge.isClean { throw ExitCode(1) }
  }
}
