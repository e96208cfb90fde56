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
    let (one, other) = (left.text.utf8Span.span, right.text.utf8Span.span)
    return one.count == other.count
      && one.indices.allSatisfy { one[$0] == other[$0] }
  }

  package func hash(into hasher: inout Hasher) {
    // Equal bytes are equal texts.
    hasher.combine(text)
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
