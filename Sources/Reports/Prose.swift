import Canvas

/// A text in blocks, to be written as Markdown, HTML or plain text.
package struct Prose: Hashable, Sendable {
  /// The heading of it all.
  package var title: String
  package var blocks: [Block] = []

  package init(title: String) {
    self.title = title
  }

  /// A piece of it.
  package enum Block: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    case list([Entry])
  }

  /// A line of a list.
  package struct Entry: Hashable, Sendable {
    /// What it is about; empty where it is about nothing that has a name.
    package var name: String
    package var words: String
    /// Whether it is done, of what can be done.
    package var box: Box?

    package init(_ words: String, about name: String = "", box: Box? = nil) {
      self.name = name
      self.words = words
      self.box = box
    }
  }

  /// The mark in front of something to do.
  package enum Box: Hashable, Sendable {
    case open, done
  }

  /// Adds a section, unless there is nothing in it.
  package mutating func add(_ heading: String, _ entries: [Entry]) {
    guard !entries.isEmpty else { return }
    blocks += [.heading(heading), .list(entries)]
  }

  package mutating func add(_ paragraph: String) {
    if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
  }
}

// MARK: - Markdown

extension Prose {
  /// As Markdown (CommonMark, with the boxes of GitHub), a line end at the end.
  package var markdown: String {
    var parts = ["# \(Prose.inMarkdown(title))"]
    for block in blocks {
      switch block {
      case .heading(let words): parts.append("## \(Prose.inMarkdown(words))")
      case .paragraph(let words): parts.append(Prose.inMarkdown(words))
      case .list(let entries):
        parts.append(entries.map(Prose.inMarkdown).joined(separator: "\n"))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func inMarkdown(_ entry: Entry) -> String {
    let box =
      switch entry.box {
      case .open: "[ ] "
      case .done: "[x] "
      case nil: ""
      }
    guard !entry.name.isEmpty else {
      return "- \(box)\(inMarkdown(entry.words))"
    }
    // Behind a name nothing can begin a list.
    let words = inMarkdown(" \(entry.words)")
    return "- \(box)**\(inMarkdown(entry.name))**\(words)"
  }

  /// A text in which nothing means more than itself.
  private static func inMarkdown(_ text: String) -> String {
    var result = ""
    var isStart = true
    for character in visible(text) {
      // What would begin a list, a heading or a rule stands at the start only.
      let isMark =
        "\\`*_[]<>|&~#".contains(character)
        || isStart && "+-=".contains(character)
        || ".)".contains(character) && isNumber(result)
      result += isMark ? "\\\(character)" : String(character)
      isStart = false
    }
    return result
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
}

// MARK: - HTML

extension Prose {
  /// As one file for a browser that needs nothing else.
  package var html: String {
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width\">",
      "<title>\(Prose.inHTML(title))</title>", "<style>", Prose.style,
      "</style>", "<h1>\(Prose.inHTML(title))</h1>",
    ]
    for block in blocks {
      switch block {
      case .heading(let words): lines.append("<h2>\(Prose.inHTML(words))</h2>")
      case .paragraph(let words): lines.append("<p>\(Prose.inHTML(words))</p>")
      case .list(let entries):
        lines.append("<ul>")
        lines += entries.map { "<li>\(Prose.inHTML($0))</li>" }
        lines.append("</ul>")
      }
    }
    return lines.joined(separator: "\n") + "\n</html>\n"
  }

  private static var style: String {
    """
    :root { color-scheme: light dark; }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem;
      margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
    ul { padding-left: 1.2rem; } li { margin: .25rem 0; }
    """
  }

  private static func inHTML(_ entry: Entry) -> String {
    let box =
      switch entry.box {
      case .open: "☐ "
      case .done: "☑ "
      case nil: ""
      }
    let name = entry.name.isEmpty ? "" : "<b>\(inHTML(entry.name))</b> "
    return box + name + inHTML(entry.words)
  }

  private static func inHTML(_ text: String) -> String {
    var result = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

// MARK: - Plain text

extension Prose {
  /// As text, `width` cells wide, a line end at the end.
  package func text(width: Int) -> String {
    var lines = Prose.flow(title, width)
    for block in blocks {
      switch block {
      case .heading(let words): lines += [""] + Prose.flow(words, width)
      case .paragraph(let words): lines += [""] + Prose.flow(words, width)
      case .list(let entries):
        for entry in entries { lines += Prose.flow(entry, width) }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func flow(_ entry: Entry, _ width: Int) -> [String] {
    let box =
      switch entry.box {
      case .open: "[ ] "
      case .done: "[x] "
      case nil: ""
      }
    let name = entry.name.isEmpty ? "" : "\(entry.name): "
    let indent = String(repeating: " ", count: max(4, 2 + box.utf8.count))
    return flow(name + entry.words, width - indent.utf8.count).enumerated()
      .map { ($0.offset == 0 ? "  " + box : indent) + $0.element }
  }

  private static func flow(_ text: String, _ width: Int) -> [String] {
    Paragraph(visible(text)).lines(width: max(1, width))
  }
}
