/// All readings and check-ins of a board, in columns.
///
/// Each thing owns a range of rows, sorted by moment, no two of one moment. A
/// row has a number, words, or both. The columns take 20 bytes a row, and words
/// more only where there are some.
package struct Readings: Sendable {
  /// `Moment.packed` of each row.
  package var moments: [Int] = []
  /// The number of each row; not a number where it has none.
  package var values: [Double] = []
  /// The offset in the file of the line that each row stands on; the last such
  /// line where several lines speak of one moment.
  package var offsets: [UInt32] = []
  /// The rows that have words, ascending.
  package var rowsWithWords: [UInt32] = []
  /// Their words.
  package var words: [Words] = []

  package init() {}

  /// The words after a value: how sure, how it stands, who says so, and why.
  package struct Words: Hashable, Sendable {
    /// From 0 to 10, or -1 where none is given.
    package var confidence: Int8 = -1
    package var status: DeclaredStatus?
    package var person: Excerpt?
    package var note: Excerpt?

    package init() {}
  }

  package func moment(at row: Int) -> Moment {
    Moment(packed: moments[row])
  }

  /// The number of a row, or `nil` where it has words alone.
  package func value(at row: Int) -> Double? {
    let value = values[row]
    return value.isNaN ? nil : value
  }

  /// The words of a row, or `nil` where it has a number alone.
  package func words(at row: Int) -> Words? {
    let index = firstIndex(ofRowsFrom: row)
    guard index < rowsWithWords.count, rowsWithWords[index] == UInt32(row)
    else { return nil }
    return words[index]
  }

  /// The indices into `words` of the rows in `rows`.
  package func indicesOfWords(in rows: Range<Int>) -> Range<Int> {
    let first = firstIndex(ofRowsFrom: rows.lowerBound)
    return first..<max(first, firstIndex(ofRowsFrom: rows.upperBound))
  }

  /// Those of `rows` that exist at `now`.
  package func known(_ rows: Range<Int>, at now: Now) -> Range<Int> {
    rows.lowerBound..<end(of: rows, where: now.lastSecond)
  }

  /// The row behind the last one of `rows` that lies at or before `second`.
  package func end(of rows: Range<Int>, where second: Int) -> Int {
    partition(rows) { moments[$0] >> 2 > second }
  }

  /// The last row of `rows` that has a number.
  package func lastWithNumber(in rows: Range<Int>) -> Int? {
    rows.last { !values[$0].isNaN }
  }

  /// How many of `rows` have a number.
  package func countOfNumbers(in rows: Range<Int>) -> Int {
    rows.reduce(0) { values[$1].isNaN ? $0 : $0 + 1 }
  }

  private func firstIndex(ofRowsFrom row: Int) -> Int {
    partition(0..<rowsWithWords.count) { rowsWithWords[$0] >= UInt32(row) }
  }
}

/// The first of `range` that fulfils `condition`, which holds for all after it;
/// the end of the range where none does.
package func partition(
  _ range: Range<Int>, _ condition: (Int) -> Bool
) -> Int {
  var low = range.lowerBound
  var high = range.upperBound
  while low < high {
    let middle = low + (high - low) / 2
    if condition(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

/// A piece of the file's text, as a half-open range of byte offsets.
package struct Excerpt: Hashable, Sendable {
  package let start: UInt32
  package let end: UInt32

  package init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// The status that somebody gives at a check-in.
package enum DeclaredStatus: String, CaseIterable, Hashable, Sendable {
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
}
