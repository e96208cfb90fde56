import Canvas

/// How well letters that were typed stand in a text, in their order but not
/// necessarily side by side.
///
/// Better is a match at the start of words and in one piece; worse, one with
/// gaps in a long text.
package struct FuzzyMatch: Hashable, Comparable {
  /// Higher is better.
  package let score: Int
  /// The characters of the text that stand for what was typed, ascending.
  package let places: [Int]

  /// `nil` where the letters do not stand in the text in their order.
  ///
  /// It takes time in the order of both lengths multiplied, and looks at the
  /// first 200 scalars of a text and 40 of what was typed.
  package init?(_ wanted: FoldedText, in text: FoldedText) {
    let wanted = wanted.scalars.filter { $0 != " " }.prefix(40)
    let letters = text.scalars.prefix(200)
    guard !wanted.isEmpty, FuzzyMatch.stands(wanted, in: letters) else {
      return nil
    }
    var table = Table(Array(wanted), Array(letters))
    guard let (score, ends) = table.best() else { return nil }
    self.score = score - letters.count / 8
    var places: [Int] = []
    for end in ends {
      let place = text.places[end]
      if places.last != place { places.append(place) }
    }
    self.places = places
  }

  package static func < (one: FuzzyMatch, other: FuzzyMatch) -> Bool {
    one.score < other.score
  }

  /// Whether all of `wanted` stand in `letters` in their order.
  private static func stands(
    _ wanted: ArraySlice<Unicode.Scalar>,
    in letters: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var rest = wanted[...]
    for letter in letters where letter == rest.first {
      rest = rest.dropFirst()
    }
    return rest.isEmpty
  }

  /// The scores of all prefixes: a row for each letter typed, a column for each
  /// of the text.
  private struct Table {
    private let wanted: [Unicode.Scalar]
    private let letters: [Unicode.Scalar]
    /// The best score of a match that ends exactly there; `nil` for none.
    private var scores: [Int?]
    /// The column where the letter before stands in that match.
    private var origins: [Int]

    init(_ wanted: [Unicode.Scalar], _ letters: [Unicode.Scalar]) {
      self.wanted = wanted
      self.letters = letters
      scores = Array(repeating: nil, count: wanted.count * letters.count)
      origins = Array(repeating: -1, count: wanted.count * letters.count)
    }

    /// The best score, and the columns of its letters.
    mutating func best() -> (Int, [Int])? {
      for row in wanted.indices { fill(row) }
      let last = (wanted.count - 1) * letters.count
      guard
        var column = letters.indices.filter({ scores[last + $0] != nil })
          .max(by: { (scores[last + $0] ?? 0) < (scores[last + $1] ?? 0) }),
        let score = scores[last + column]
      else { return nil }
      var columns = [column]
      for row in wanted.indices.dropFirst().reversed() {
        column = origins[row * letters.count + column]
        columns.append(column)
      }
      return (score, columns.reversed())
    }

    private mutating func fill(_ row: Int) {
      // The best match of the letters before that ends further left, less what
      // the gap costs.
      var reached: (score: Int, column: Int)?
      for column in letters.indices {
        let place = row * letters.count + column
        let before = place - letters.count - 1
        let isRun = row > 0 && column > 0 && scores[before] != nil
        if letters[column] == wanted[row] {
          let own = bonus(column)
          if row == 0 {
            scores[place] = own - min(column, 12) / 4
          } else {
            if let reached { set(place, reached.score + own, reached.column) }
            if isRun, let score = scores[before] {
              set(place, score + max(own, 6) + 6, column - 1)
            }
          }
        }
        guard row > 0 else { continue }
        if let score = reached?.score { reached?.score = score - 1 }
        if isRun, let score = scores[before], score - 3 > reached?.score ?? .min
        {
          reached = (score - 3, column - 1)
        }
      }
    }

    private mutating func set(_ place: Int, _ score: Int, _ origin: Int) {
      guard score > scores[place] ?? .min else { return }
      scores[place] = score
      origins[place] = origin
    }

    /// What a letter is worth there: more at the start of a word.
    private func bonus(_ column: Int) -> Int {
      guard column > 0 else { return 14 }
      let isWordStart =
        !letters[column - 1].properties.isAlphabetic
        && letters[column].properties.isAlphabetic
      return isWordStart ? 12 : 2
    }
  }
}
