import GoalFile
import Goals

/// A final word as it is typed: `0.7 keep What we learned`.
///
/// Each part can be left out; without a score the one that is suggested holds.
package struct ClosingWords: Hashable, Sendable {
  /// The score as it is to be spelled.
  let score: String
  let value: Double
  let next: Closing.Next?
  let note: String

  /// Reads what was typed.
  init(typed text: String, suggested: Double?) throws(EditError) {
    let beginsWithScore =
      text.utf8.first { $0 != 32 }.map(beginsNumber) ?? false
    guard beginsWithScore || suggested != nil else {
      throw .invalid("nothing was measured: give a score, 0.0 to 1.0")
    }
    let score = beginsWithScore ? "" : suggested.map(scoreText) ?? ""
    let line = "close 2000-01-01 \(score) \(text)"
    let phrase = try Phrase(reading: line, in: .objective)
    let read = Document(Array("objective x\n\(line)".utf8)).board
    guard case .close(_, let spelled, let next, let note) = phrase,
      let closing = read.objectives.first?.closing
    else { throw .misread(text) }
    self.score = spelled
    value = closing.score
    self.next = next
    self.note = note
  }

  /// What can be typed for it.
  var typed: String {
    [score, next?.rawValue ?? "", note].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What can be typed for a final word that is spoken already.
  static func typed(for closing: Closing) -> String {
    [scoreText(closing.score), closing.next?.rawValue ?? "", closing.note]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Returns a score as boards write it: `0.7`, `0.46`, `1.0`.
func scoreText(_ score: Double) -> String {
  let hundredths = Int((min(1, max(0, score)) * 100).rounded())
  let (whole, rest) = (hundredths / 100, hundredths % 100)
  if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
  return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

private func beginsNumber(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || "+-.".utf8.contains(byte)
}
