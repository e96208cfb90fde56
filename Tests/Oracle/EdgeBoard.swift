/// A board written by hand for one corner of the format.
package struct EdgeBoard: Sendable, CustomStringConvertible {
  /// What the corner is.
  package let title: String
  package let text: String
  /// Dates and dates with times for which the board is to be shown.
  package let asOf: [String]

  package var description: String { title }

  init(_ title: String, asOf: [String], _ text: String) {
    self.title = title
    self.text = text
    self.asOf = asOf
  }

  /// All of them.
  package static var all: [EdgeBoard] {
    ways + windows + keeps + means + states + names + totals + verdicts
  }
}
