import Canvas
import Dashboard
import GoalFile
import Goals
import Pictures
import Testing
import Themes

/// A canvas as a file for a browser.
struct PictureTests {
  static let texts = [
    "plain words", "a < b > c & d \"e\" 'f'", "</text><script>x</script>",
    "]]>", "<!--", "&amp;", "&#27;", "美咲 said", "e\u{301} a\u{308}\u{301}",
    "👩‍💻 and 👍", "שלום עולם!", "السلام عليكم", "नमस्ते", "Ольга", "●▲▼ ◇○",
    "██▌│··┌─┐▁▂█", "⠁⠃⣿", "a\u{1B}[31mb", "a\rb\nc", "a\u{202E}b\u{2066}c",
    "a\u{200B}\u{FEFF}b", "a\u{E0041}b", "a\u{FFFE}b", "a\u{2028}b",
    "a\u{0}b\u{7F}\u{85}",
  ]

  private func canvas(_ text: String) -> Canvas {
    var canvas = Canvas(width: 40, height: 2)
    canvas.put(text, row: 0, column: 2, style: .onTrack)
    canvas.put("|", row: 0, column: 30)
    canvas.put(text, row: 1, column: 0, style: Style(.title, .bold))
    canvas.mark(canvas.bounds.line(1), .selected)
    return canvas
  }

  private func svg(_ canvas: Canvas, _ title: String = "t") -> String {
    var picture = SVGPicture(title: title, width: canvas.width, theme: .dark)
    for row in 0..<canvas.height { picture.add(canvas, row) }
    return picture.text
  }

  private func html(_ canvas: Canvas, _ title: String = "t") -> String {
    var picture = HTMLPicture(title: title, width: canvas.width, theme: .dark)
    for row in 0..<canvas.height { picture.add(canvas, row) }
    return picture.text
  }

  @Test(arguments: texts)
  func `what one selects is what the canvas says`(text: String) {
    let canvas = canvas(text)
    let svg = Markup(svg(canvas, text))
    #expect(svg.faults == [])
    #expect(svg.all("text").map(\.text) == [canvas.line(0), canvas.line(1)])
    #expect(svg.all("title").map(\.text) == [visible(text)])
    let html = Markup(html(canvas, text))
    #expect(html.faults == [])
    let lines = html.all("pre").first?.text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    #expect(lines == [canvas.line(0), canvas.line(1)])
    #expect(html.all("title").map(\.text) == [visible(text)])
    #expect(html.all("script").isEmpty && svg.all("script").isEmpty)
  }

  @Test(arguments: texts)
  func `every character stands in the column of its cell`(text: String) {
    let canvas = canvas(text)
    for (row, line) in Markup(svg(canvas)).lines.enumerated() {
      var columns: [Int: Unicode.Scalar] = [:]
      for span in line {
        let places = span.attributes["x", default: ""].split(separator: " ")
          .compactMap { Int($0) }
        let first = span.text.unicodeScalars.first ?? " "
        if places.count == 1 {
          columns[places[0] / 8] = first
        } else {
          for (place, scalar) in zip(places, span.text.unicodeScalars) {
            columns[place / 8] = scalar
          }
          #expect(places.count == span.text.unicodeScalars.count)
        }
      }
      for (column, scalar) in columns {
        #expect(canvas[row, column].scalar == scalar)
      }
    }
  }

  @Test(arguments: ["美咲", "e\u{301}", "👍", "שלום"])
  func `a character of a width of its own moves none behind it`(text: String) {
    let spans = Markup(svg(canvas(text))).lines[0]
    let last = spans.last { $0.text.contains("|") }
    let places = last?.attributes["x"]?.split(separator: " ").last
    #expect(places == "240")
  }

  @Test func `lines between panes are one stroke`() {
    var canvas = Canvas(width: 3, height: 4)
    canvas.fill(Rect(row: 0, column: 1, height: 4, width: 1), with: "│")
    #expect(svg(canvas).contains("d=\"M11 0h1v72h-1z\""))
  }

  @Test func `bars of rows below each other do not touch`() {
    var canvas = Canvas(width: 10, height: 2)
    for row in 0..<2 {
      Bar(0.5, role: .onTrack).draw(
        into: &canvas, in: Rect(row: row, column: 0, height: 1, width: 10))
    }
    #expect(
      svg(canvas).contains("d=\"M0 2h40v14h-40zM0 20h40v14h-40z\""))
  }

  @Test(arguments: Theme.embeddedNames)
  func `words are easy to read in every theme`(name: String) throws {
    let theme = try #require(Theme.embedded(named: name))
    for role in [Role.text, .title, .faint, .onTrack, .atRisk, .offTrack] {
      let ink = theme.ink(for: Style(role))
      let ratio = contrast(ink.foreground, ink.background)
      #expect(ratio >= 4.5, "\(name) \(role): \(ratio)")
    }
  }

  /// The ratio of WCAG 2.
  private func contrast(_ one: Light, _ other: Light) -> Double {
    func luminance(_ light: Light) -> Double {
      func linear(_ share: Int) -> Double {
        let share = Double(share) / 255
        return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
      }
      return 0.2126 * linear(light.red) + 0.7152 * linear(light.green)
        + 0.0722 * linear(light.blue)
    }
    // x^2.4 as x² times the fifth root of x².
    func power(_ base: Double) -> Double {
      let square = base * base
      var root = 1.0
      for _ in 0..<60 {
        let fourth = root * root * root * root
        root -= (fourth * root - square) / (5 * fourth)
      }
      return square * root
    }
    let values = [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }
}

/// What is private in a picture of the screen.
struct PrivatePictureTests {
  private static let board = """
    objective [a] The quiet thing
      private
      owner Mallory
      > Whispered words
      kr [b] The secret measure
        from 4711 to 4799 points
        2026-11-20 4723 6/10 @Mallory hush
    kpi [c] Hidden reserves
      private
      2026-11-20 815

    """

  @Test(arguments: [(120, 34), (120, 60), (80, 40), (220, 60)])
  func `private things are masked`(width: Int, height: Int) {
    let now = Now(Day(number: 20_779))
    let document = Document(Array(Self.board.utf8))
    let shown = boardScreen(
      of: document, named: "x", at: now, .shown, width: width, height: height)
    #expect(shown.text.contains("The quiet thing"))
    let masked = boardScreen(
      of: document, named: "x", at: now, .masked, width: width, height: height)
    for secret in [
      "quiet", "Mallory", "Whispered", "secret", "47", "hush", "Hidden", "815",
    ] {
      #expect(!masked.text.contains(secret), "\(secret)")
    }
  }
}

extension Markup {
  /// The spans of each line of text.
  var lines: [[Element]] {
    var lines: [[Element]] = []
    var spans: [Element] = []
    for element in elements {
      if element.name == "tspan" { spans.append(element) }
      if element.name == "text" {
        lines.append(spans)
        spans = []
      }
    }
    return lines
  }
}
