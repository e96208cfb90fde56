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
  private let complaints: [Diagnostic]
  private let severityOfWarnings: Diagnostic.Severity
  /// The longest excerpt of a line, in cells.
  private let widest = 100

  /// `name` is the file's, as the user wrote it.
  package init(
    of document: Document, named name: String, at now: Now,
    warningsAre severityOfWarnings: Diagnostic.Severity = .warning
  ) {
    self.document = document
    self.name = name
    self.severityOfWarnings = severityOfWarnings
    complaints = document.complaints(at: now)
  }

  package var hasErrors: Bool {
    complaints.contains { severity(of: $0) == .error }
  }

  /// All complaints, each with its lines; empty where there are none.
  package var text: String {
    complaints.map { text(of: $0) + "\n" }.joined()
  }

  /// The errors alone, without the last line end.
  package var errors: String {
    complaints.filter { severity(of: $0) == .error }.map(text).joined(
      separator: "\n")
  }

  /// The complaints for other programs.
  package var json: JSON {
    .object([
      ("file", .string(name)),
      (
        "diagnostics",
        .array(
          complaints.map {
            .object([
              ("line", .integer($0.line)),
              ("column", .integer($0.column)),
              ("severity", .string(severity(of: $0).rawValue)),
              ("code", .string($0.code.rawValue)),
              ("message", .string($0.message)),
              ("remedy", .string($0.remedy)),
            ])
          })
      ),
    ])
  }

  private func severity(of complaint: Diagnostic) -> Diagnostic.Severity {
    complaint.severity == .error ? .error : severityOfWarnings
  }

  /// One complaint, in three or four lines, without the last line end.
  private func text(of complaint: Diagnostic) -> String {
    let place = "\(visible(name)):\(complaint.line):\(complaint.column)"
    let what = visible(complaint.message)
    var lines = [
      "\(place): \(severity(of: complaint).rawValue): \(what) [\(complaint.code.rawValue)]"
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
    middle = elide(middle, to: widest - displayCells(of: head))
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
