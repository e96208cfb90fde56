import ArgumentParser
import Canvas
import Themes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lists the themes and shows what they look like.
struct ListThemes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, each with a preview.",
    discussion: """
      Your own lie in ~/.config/bearing/themes: files NAME.theme as the program's \
      own, or base16 schemes NAME.yaml as they are. 't' in the dashboard goes \
      through them all.
      """)

  @Argument(
    help: ArgumentHelp("Only these themes.", valueName: "name"),
    completion: .theme)
  var names: [String] = []

  @OptionGroup var look: LookOptions

  func run() throws {
    let look = look.resolved
    look.complain()
    let depth = look.depth(ofTerminal: isatty(STDOUT_FILENO) == 1)
    var isWhole = true
    var lines: [String] = []
    for name in names.isEmpty ? look.shelf.allNames : names {
      do throws(ThemeTrouble) {
        let theme = try look.shelf.theme(named: name)
        let preview = ThemePreview(name: name, isInUse: name == look.themeName)
        let canvas = preview.canvas(
          look.glyphs(
            isUnicode: isatty(STDOUT_FILENO) != 1 || Look.localeIsUnicode))
        let text = ColouredText(theme: theme, depth: depth)
        for row in 0..<canvas.height {
          lines.append(text.line(canvas, row))
        }
        lines.append("")
      } catch {
        for line in error.lines { writeError("bearing: \(line)") }
        isWhole = false
      }
    }
    try emit(lines.map { $0 + "\n" }.joined())
    if !isWhole { throw ExitCode(2) }
  }
}

/// A few lines of a board, to see a theme by.
struct ThemePreview {
  let name: String
  let isInUse: Bool

  func canvas(_ glyphs: Glyphs) -> Canvas {
    var canvas = Canvas(width: 72, height: 6, glyphs: glyphs)
    let used = canvas.put(
      " \(name)", row: 0, column: 0, style: Style(.title, .bold))
    canvas.put(
      isInUse ? "  in use" : "", row: 0, column: used, style: .faint)
    canvas.fill(
      canvas.bounds.line(1), with: glyphs.horizontal, style: .rule)
    for (index, line) in lines.enumerated() {
      draw(line, row: 2 + index, into: &canvas)
    }
    canvas.mark(canvas.bounds.line(3), .selected)
    return canvas
  }

  private typealias Line = (
    left: Role, words: String, done: Double, right: Role, last: String
  )

  private var lines: [Line] {
    [
      (.onTrack, "Well on the way", 0.72, .achieved, "achieved"),
      (.atRisk, "A little behind", 0.46, .missed, "missed"),
      (.offTrack, "Far behind", 0.21, .stale, "stale 23 d"),
      (.pending, "Not begun", 0, .accepted, "accepted"),
    ]
  }

  private func draw(_ line: Line, row: Int, into canvas: inout Canvas) {
    let glyphs = canvas.glyphs
    canvas.set(
      glyphs.shape(of: line.left), row: row, column: 1, style: Style(line.left))
    canvas.put(line.words, row: row, column: 3)
    Bar(line.done, expected: 0.57, role: line.left).draw(
      into: &canvas, in: Rect(row: row, column: 24, height: 1, width: 16))
    Sparkline([2, 3, 3, 5, 4, 6, 7, 8].map { $0 * line.done + 1 }).draw(
      into: &canvas, in: Rect(row: row, column: 43, height: 1, width: 8))
    canvas.set(
      glyphs.shape(of: line.right), row: row, column: 55,
      style: Style(line.right))
    canvas.put(line.last, row: row, column: 57, style: Style(line.right))
  }
}
