/// The name by which a board refers to an objective, a key result or a KPI.
///
/// Compared byte for byte: two spellings of one accented letter are two ids.
package struct ID: Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }
}

extension ID: Hashable {
  package static func == (left: ID, right: ID) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension ID: CustomStringConvertible {
  package var description: String { text }
}

/// What an id can name: an objective, a key result or a KPI, by its place in
/// the board's columns.
package enum Thing: Hashable, Sendable {
  case objective(Int)
  case keyResult(Int)
  case kpi(Int)
}
