import ArgumentParser
import Canvas
import Dashboard
import GoalFile
import Goals
import Reading
import Reports

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints a board once, to standard output; its errors to standard error.
struct BoardPrinter {
  var name: String
  var now: Now
  var format = Show.Format.text
  /// In cells.
  var width = 80
  var glyphs = Glyphs.unicode
  /// The colours that the text is printed in, if any.
  var colours: ColouredText?
  var selection = Selection()

  /// Ends with 1 where the board has errors.
  func show(_ file: LoadedFile) throws {
    let document = Document(file.bytes)
    switch format {
    case .json:
      try emit(ShowReport(of: document, at: now, selection).json.text + "\n")
    case .text: try emit(text(of: document))
    }
    guard document.hasErrors else { return }
    let report = CheckReport(of: document, named: name, at: now)
    writeError(report.errors)
    throw ExitCode(1)
  }

  private func text(of document: Document) -> String {
    let board = document.board
    var choice = BoardReport.Choice()
    choice.showsObjectives = selection.only != .kpis
    choice.showsKPIs = selection.only != .objectives
    choice.objectives = Set(
      board.objectives.indices.filter {
        selection.includes(board.objectives[$0], in: board)
      })
    choice.kpis = Set(
      board.kpis.indices.filter { selection.includes(board.kpis[$0]) })
    let report = BoardReport(
      of: board, named: name, at: now,
      selection.privacy == .masked ? .masked : .shown, choice)
    guard let colours else {
      return report.text(width: width, glyphs: glyphs) + "\n"
    }
    return report.lines(width: width, glyphs: glyphs, colours.line)
      .joined(separator: "\n") + "\n"
  }
}

extension BoardPrinter {
  /// Prints as `look` says: in colours to a terminal, plain to a pipe.
  mutating func take(_ look: Look) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    glyphs = look.glyphs(isUnicode: !isTerminal || Look.localeIsUnicode)
    let depth = look.depth(ofTerminal: isTerminal)
    guard depth != .none else { return }
    colours = ColouredText(theme: look.theme, depth: depth)
  }
}
