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
    /// What a letter is worth at each column: more at the start of a word.
    private let bonuses: [Int]
    /// The best score of a match that ends exactly there; `nowhere` for none.
    private var scores: [Int]
    /// The column where the letter before stands in that match.
    private var origins: [Int]

    init(_ wanted: [Unicode.Scalar], _ letters: [Unicode.Scalar]) {
      self.wanted = wanted
      self.letters = letters
      bonuses = Table.bonuses(letters)
      let count = wanted.count * letters.count
      scores = Array(repeating: Table.nowhere, count: count)
      origins = Array(repeating: -1, count: count)
    }

    /// Far below every score, and far enough above the least number that a gap
    /// may be taken off.
    private static var nowhere: Int { -1_000_000 }

    /// The best score, and the columns of its letters.
    mutating func best() -> (Int, [Int])? {
      for row in wanted.indices { fill(row) }
      let last = (wanted.count - 1) * letters.count
      guard
        var column = letters.indices.max(by: {
          scores[last + $0] < scores[last + $1]
        }), scores[last + column] > Table.nowhere
      else { return nil }
      let score = scores[last + column]
      var columns = [column]
      for row in wanted.indices.dropFirst().reversed() {
        column = origins[row * letters.count + column]
        columns.append(column)
      }
      return (score, columns.reversed())
    }

    private mutating func fill(_ row: Int) {
      guard row > 0 else {
        for column in letters.indices where letters[column] == wanted[0] {
          scores[column] = bonuses[column] - min(column, 12) / 4
        }
        return
      }
      // The best match of the letters before that ends further left, less what
      // the gap costs.
      var reached = (score: Table.nowhere, column: -1)
      // Every letter before this one stands left of it.
      for column in letters.indices.dropFirst(row) {
        let place = row * letters.count + column
        let before = scores[place - letters.count - 1]
        let isRun = before > Table.nowhere
        if letters[column] == wanted[row] {
          let own = bonuses[column]
          if reached.column >= 0 {
            set(place, reached.score + own, reached.column)
          }
          if isRun { set(place, before + max(own, 6) + 6, column - 1) }
        }
        if reached.column >= 0 { reached.score -= 1 }
        if isRun, before - 3 > reached.score {
          reached = (before - 3, column - 1)
        }
      }
    }

    private mutating func set(_ place: Int, _ score: Int, _ origin: Int) {
      guard score > scores[place] else { return }
      scores[place] = score
      origins[place] = origin
    }

    private static func bonuses(_ letters: [Unicode.Scalar]) -> [Int] {
      var isBehindLetter = false
      return letters.enumerated().map { column, letter in
        let isLetter = isAlphabetic(letter)
        defer { isBehindLetter = isLetter }
        if column == 0 { return 14 }
        return isLetter && !isBehindLetter ? 12 : 2
      }
    }

    private static func isAlphabetic(_ letter: Unicode.Scalar) -> Bool {
      guard letter.isASCII else { return letter.properties.isAlphabetic }
      // Folded letters are small.
      return ("a"..."z").contains(letter)
    }
  }
}
