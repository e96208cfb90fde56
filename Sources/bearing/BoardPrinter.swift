import ArgumentParser
import Canvas
import Dashboard
import GoalFile
import Goals
import Reading
import Reports

/// Prints a board once, to standard output; its errors to standard error.
struct BoardPrinter {
  var name: String
  var now: Now
  var format = Show.Format.text
  /// In cells.
  var width = 80
  var glyphs = Glyphs.unicode
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
    return report.text(width: width, glyphs: glyphs) + "\n"
  }
}
