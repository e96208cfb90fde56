import ArgumentParser
import Canvas
import Dashboard
import GoalFile
import Goals
import Pictures
import Reading
import Reports
import Themes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints a board once, to standard output; its errors to standard error.
struct BoardPrinter {
  var name: String
  var now: Now
  /// Whether the date above text says its year.
  var year = YearWording.implied
  var format = Show.Format.text
  /// In cells; `nil` for 80, or 120 in a picture.
  var width: Int?
  /// The lines of a picture; `nil` for as many as the board needs.
  var height: Int?
  var glyphs = Glyphs.unicode
  /// The colours that the text is printed in, if any.
  var colours: ColouredText?
  /// The theme of a picture.
  var theme = Theme.dark
  var selection = Selection()

  /// Ends with 1 where the board has errors.
  func show(_ file: LoadedFile) throws {
    let document = Document(file.bytes)
    switch format {
    case .json: try emit(json(of: document).text + "\n")
    case .text: try emit(text(of: document))
    case .svg, .html: try emit(picture(of: document))
    }
    complain(about: document)
    if document.hasErrors { throw ExitCode(1) }
  }

  /// Tells the errors of a board on standard error.
  func complain(about document: Document) {
    guard document.hasErrors else { return }
    writeError(CheckReport(of: document, named: name, at: now).errors)
  }

  /// - Parameter failure: why the file cannot be read any more.
  func json(of document: Document, failure: String? = nil) -> JSON {
    var report = ShowReport(of: document, at: now, selection)
    report.failure = failure
    return report.json
  }

  func text(of document: Document) -> String {
    var report = report(of: document)
    report.year = year
    let width = width ?? 80
    guard let colours else {
      return report.text(width: width, glyphs: glyphs) + "\n"
    }
    return report.lines(width: width, glyphs: glyphs, colours.line)
      .joined(separator: "\n") + "\n"
  }

  private func report(of document: Document) -> BoardReport {
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
    return BoardReport(
      of: board, named: name, at: now, selection.privacy, choice)
  }
}

// Pictures.
extension BoardPrinter {
  private func picture(of document: Document) -> String {
    let width = width ?? 120
    let moment = now.moment.description.replacing("T", with: " ")
    let title = "\(document.board.title ?? name), \(moment)"
    switch format {
    case .html:
      var picture = HTMLPicture(title: title, width: width, theme: theme)
      draw(document, width) { picture.add($0, $1) }
      return picture.text
    case .svg, .text, .json:
      var picture = SVGPicture(title: title, width: width, theme: theme)
      draw(document, width) { picture.add($0, $1) }
      return picture.text
    }
  }

  private func draw(
    _ document: Document, _ width: Int, _ add: (Canvas, Int) -> Void
  ) {
    guard let height else {
      _ = report(of: document).screenLines(width: width, glyphs: glyphs, add)
      return
    }
    let screen = boardScreen(
      of: document, named: visible(lastPart(of: name)), at: now,
      selection.privacy,
      width: width, height: height, glyphs: glyphs)
    for row in 0..<height { add(screen, row) }
  }
}

extension BoardPrinter {
  /// Prints as `look` says: in colours to a terminal, plain to a pipe.
  mutating func take(_ look: Look) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    // A file for a browser is in UTF-8, whatever is said here.
    let isUnicode = format.isPicture || !isTerminal || Look.localeIsUnicode
    glyphs = look.glyphs(isUnicode: isUnicode)
    theme = look.theme
    let depth = look.depth(ofTerminal: isTerminal)
    guard depth != .none else { return }
    colours = ColouredText(theme: look.theme, depth: depth)
  }
}
