import ArgumentParser
import CSystem
import Canvas
import Dashboard
import Goals
import Reading
import Samples
import Saving
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens the dashboard on a copy of the sample board.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The dashboard on the sample board.",
    discussion: """
      It is a copy in a temporary folder, which is removed again unless \
      something was saved in it.
      """)

  @OptionGroup var moment: MomentOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    try Demonstration(
      asOf: moment.asOf, look: look.resolved,
      mouse: terminal.noMouse ? .off : .on
    ).run()
  }
}

/// The sample board, to look around in.
struct Demonstration {
  /// The moment that stands in for the clock, if one was asked for.
  let asOf: Now?
  let look: Look
  let mouse: Settings.MouseChoice

  private var now: Now { asOf ?? Now.clock() }

  func run() throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      try show(sampleBoard(on: now.today))
      return
    }
    Screen.guardProgram()
    let bytes = sampleBoard(on: now.today)
    let folder = try makeTemporaryFolder()
    let path = folder + "/sample.okr"
    do {
      let saved = try create(bytes, at: path)
      let dashboard = OpenDashboard(
        path: path, file: saved.file, access: .editing, standIn: asOf,
        look: look, mouse: mouse,
        keeping: .none)
      let end = try dashboard.run { try show(bytes) }
      leave(folder, path, asIs: bytes)
      if let end { Screen.end(by: end) }
    } catch let error as SaveError {
      rmdir(folder)
      writeError(
        "bearing: cannot write \(visible(path)): \(visible("\(error)"))")
      throw ExitCode(2)
    }
  }

  private func show(_ bytes: [UInt8]) throws {
    try BoardPrinter(name: "the sample", now: now).show(
      LoadedFile(bytes: bytes, stamp: .absent, isSettled: false))
  }

  /// Removes the copy, or says where it is if it holds something new.
  private func leave(_ folder: String, _ path: String, asIs bytes: [UInt8]) {
    if let file = try? load(path), file.bytes != bytes {
      writeError("Your copy of the sample board is \(visible(path))")
      return
    }
    unlink(path)
    rmdir(folder)
  }

  private func makeTemporaryFolder() throws -> String {
    let parent = environment("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/bearing-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      writeError("bearing: cannot make a folder in \(visible(parent))")
      throw ExitCode(2)
    }
    return made
  }
}
