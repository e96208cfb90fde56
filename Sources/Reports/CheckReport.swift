import Canvas
import GoalFile
import Goals

/// What is wrong or unwise in a board file, as text for people.
///
/// Each complaint is a place and a sentence, the line it is about with carets
/// under the words that are meant, and what to do.
package struct CheckReport {
  private let document: Document
  private let name: String
  /// The longest excerpt of a line, in cells.
  private let widest = 100

  /// `name` is the file's, as the user wrote it.
  package init(of document: Document, named name: String) {
    self.document = document
    self.name = name
  }

  /// The text of one complaint, of three or four lines, without a line end.
  package func text(_ complaint: Diagnostic, as severity: Diagnostic.Severity)
    -> String
  {
    let place = "\(visible(name)):\(complaint.line):\(complaint.column)"
    var lines = [
      "\(place): \(severity.rawValue): \(visible(complaint.message)) [\(complaint.code.rawValue)]"
    ]
    let line = document.line(at: complaint.range.lowerBound)
    if !line.isEmpty { lines += excerpt(line, complaint.range) }
    lines.append("  \(visible(complaint.remedy))")
    return lines.joined(separator: "\n")
  }

  /// The line and the carets below it; a long line is cut around them.
  private func excerpt(_ line: Range<Int>, _ range: Range<Int>) -> [String] {
    let start = max(line.lowerBound, range.lowerBound - 160)
    let end = min(
      line.upperBound, max(range.upperBound, range.lowerBound) + 160)
    let marked =
      max(range.lowerBound, start)..<min(max(range.upperBound, start), end)
    let before = text(start..<min(marked.lowerBound, end))
    var middle = text(marked)
    var after = text(marked.upperBound..<max(marked.upperBound, end))
    let indentation = before.prefix { $0 == " " }.count
    var head = String(before.dropFirst(indentation))
    if displayCells(of: head) > widest / 2 {
      head = "…" + suffix(of: head, cells: widest / 2)
    } else if start > line.lowerBound {
      head = "…" + head
    }
    middle = elide(middle, to: widest / 2)
    after = elide(after, to: max(0, widest - displayCells(of: head + middle)))
    let carets = String(
      repeating: "^", count: max(1, displayCells(of: middle)))
    let blanks = String(repeating: " ", count: displayCells(of: head))
    return ["  \(trimmed(head + middle + after))", "  \(blanks)\(carets)"]
  }

  private func text(_ range: Range<Int>) -> String {
    visible(decoded(document.bytes[range]))
  }

  private func suffix(of text: String, cells: Int) -> String {
    var characters: [Character] = []
    var width = 0
    for character in text.reversed() {
      width += displayCells(of: String(character))
      guard width <= cells else { break }
      characters.append(character)
    }
    return String(characters.reversed())
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
