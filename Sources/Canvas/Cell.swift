/// One place of the grid: a character with its marks, and its style.
package struct Cell: Hashable, Sendable {
  /// How much of a character lies in a cell.
  package enum Kind: UInt8, Hashable, Sendable {
    /// A character of one cell.
    case narrow
    /// The left half of a character of two cells.
    case wide
    /// The right half of the wide character in the cell before.
    case continuation
  }

  /// The character without its marks; a blank in a continuation.
  package var scalar: Unicode.Scalar
  package var marks: Marks
  package var style: Style
  package var kind: Kind

  package init(
    _ scalar: Unicode.Scalar,
    marks: Marks = Marks(),
    style: Style = .text,
    kind: Kind = .narrow
  ) {
    self.scalar = scalar
    self.marks = marks
    self.style = style
    self.kind = kind
  }

  /// A blank of ordinary text.
  package static var blank: Cell { Cell(" ") }

  /// The scalars of this cell in the order to print them; none in a
  /// continuation.
  package var scalars: [Unicode.Scalar] {
    kind == .continuation ? [] : [scalar] + marks.scalars
  }
}

/// The combining scalars on one character, at most four.
package struct Marks: Hashable, Sendable {
  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0
  private var fourth: UInt32 = 0

  package init() {}

  package var isEmpty: Bool { first == 0 }

  /// The marks in their order.
  package var scalars: [Unicode.Scalar] {
    [first, second, third, fourth].prefix { $0 != 0 }
      .compactMap(Unicode.Scalar.init)
  }

  /// Adds `mark`, unless there are four already.
  package mutating func append(_ mark: Unicode.Scalar) {
    if first == 0 {
      first = mark.value
    } else if second == 0 {
      second = mark.value
    } else if third == 0 {
      third = mark.value
    } else if fourth == 0 {
      fourth = mark.value
    }
  }
}
