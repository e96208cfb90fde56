import Goals

/// Readings in the order of the file, before it is known what each belongs to.
struct RawReadings {
  /// What a run of readings belongs to.
  enum Owner: Hashable {
    case thing(Thing)
    /// What the id of that number, in `names`, will turn out to be.
    case named(Int)
  }

  /// Rows that follow each other and belong to one thing.
  struct Run {
    let owner: Owner
    let start: Int
    var end: Int
    /// Whether each row is later than the one before.
    var isSorted = true
  }

  var columns = Readings()
  var runs: [Run] = []
  /// The ids in `reading [id]` lines, each with the line and the place where it
  /// stands first.
  var names: [(id: ID, line: Int, range: Range<Int>)] = []
  private var numbersOfNames: [ID: Int] = [:]
  /// The rows with a number that are given by name, each with its line.
  var linesOfNamedNumbers: [(row: Int, line: Int)] = []
  /// Rows of the second side of a conflict, which replace nothing.
  var secondSide: Set<Int> = []

  /// Lays out columns for up to `capacity` readings.
  init(capacity: Int) {
    columns.moments.reserveCapacity(capacity)
    columns.values.reserveCapacity(capacity)
    columns.offsets.reserveCapacity(capacity)
  }

  var count: Int { columns.moments.count }

  /// Makes the rows that follow belong to `owner`.
  mutating func begin(_ owner: Owner) {
    if runs.last?.owner == owner { return }
    if let last = runs.last, last.start == last.end { runs.removeLast() }
    runs.append(Run(owner: owner, start: count, end: count))
  }

  /// Adds a row to the last run.
  mutating func append(
    _ moment: Moment, _ value: Double?, _ words: Readings.Words?, offset: Int
  ) {
    let row = count
    let last = runs.count - 1
    if row > runs[last].start,
      columns.moments[row - 1] >> 2 >= moment.packed >> 2
    {
      runs[last].isSorted = false
    }
    columns.moments.append(moment.packed)
    columns.values.append(value ?? .nan)
    columns.offsets.append(UInt32(offset))
    if let words {
      columns.rowsWithWords.append(UInt32(row))
      columns.words.append(words)
    }
    runs[last].end = row + 1
  }

  /// The number of an id in `names`, which is added if it is new.
  mutating func number(
    ofName id: ID, line: Int, range: Range<Int>
  ) -> Int {
    if let number = numbersOfNames[id] { return number }
    names.append((id, line, range))
    numbersOfNames[id] = names.count - 1
    return names.count - 1
  }
}
