import Goals

// From rows in the order of the file to one sorted range of rows for each thing.

extension Parser {
  /// Gives every thing its rows.
  ///
  /// Most things have one run that is sorted already and keep their rows where
  /// they are. The others' rows are sorted, rows of one moment made one, and put
  /// behind the rest.
  mutating func assignReadings() {
    let runs = runsByThing()
    board.readings = readings.columns
    readings.columns = Readings()
    for (thing, numbers) in runs {
      let rows: Range<Int>
      if numbers.count == 1, let run = numbers.first,
        readings.runs[run].isSorted
      {
        rows = readings.runs[run].start..<readings.runs[run].end
      } else {
        rows = merge(numbers)
      }
      switch thing {
      case .objective(let index): board.objectives[index].rows = rows
      case .keyResult(let index): board.keyResults[index].rows = rows
      case .kpi(let index): board.kpis[index].rows = rows
      }
    }
  }

  /// The runs of each thing, in the order of the file; those that belong to
  /// nothing are left out, with a warning.
  private mutating func runsByThing() -> [(thing: Thing, runs: [Int])] {
    var owned: [(thing: Thing, run: Int)] = []
    let named = readings.names.map { board.things[$0.id] }
    for (number, run) in readings.runs.enumerated() where run.start < run.end {
      switch run.owner {
      case .thing(let thing): owned.append((thing, number))
      case .named(let name):
        guard let thing = named[name] else { continue }
        owned.append((thing, number))
      }
    }
    for (number, name) in readings.names.enumerated() {
      if named[number] == nil {
        complain(
          .unknownReference, name.range, onLine: name.line,
          "nothing has the id \(quoted(name.id.text))",
          "correct it, or give the thing that is meant this id")
      }
    }
    dropNumbersOfObjectives(named)
    return Parser.grouped(owned)
  }

  /// Runs of one thing together, each thing's in the order of the file.
  private static func grouped(
    _ owned: [(thing: Thing, run: Int)]
  ) -> [(thing: Thing, runs: [Int])] {
    let sorted = owned.sorted {
      ($0.thing.rank, $0.run) < ($1.thing.rank, $1.run)
    }
    var groups: [(thing: Thing, runs: [Int])] = []
    for (thing, run) in sorted {
      if groups.last?.thing == thing {
        groups[groups.count - 1].runs.append(run)
      } else {
        groups.append((thing, [run]))
      }
    }
    return groups
  }

  /// An objective has no number: complains where `reading [id]` gives it one.
  private mutating func dropNumbersOfObjectives(_ named: [Thing?]) {
    var lines = readings.linesOfNamedNumbers[...]
    for run in readings.runs {
      guard case .named(let name) = run.owner, case .objective = named[name]
      else { continue }
      lines = lines.drop { $0.row < run.start }
      while let (row, line) = lines.first, row < run.end {
        lines = lines.dropFirst()
        readings.columns.values[row] = .nan
        complainAboutNumber(inRow: row, line: line)
      }
    }
  }

  private mutating func complainAboutNumber(inRow row: Int, line: Int) {
    let start = Int(readings.columns.offsets[row])
    var end = endOfLine(from: start)
    while end > start, bytes[end - 1] == 13 { end -= 1 }
    complain(
      .numberHere, start..<end, onLine: line,
      "an objective has no number of its own",
      "write '-' for the value, or name a key result")
  }

  /// The rows of these runs as new rows at the end, sorted by moment, those of
  /// one moment made one: the later line's words replace the earlier's, word by
  /// word.
  private mutating func merge(_ runs: [Int]) -> Range<Int> {
    var rows: [Int] = []
    for run in runs {
      rows.append(contentsOf: readings.runs[run].start..<readings.runs[run].end)
    }
    rows.sort {
      let (left, right) = (
        board.readings.moments[$0] >> 2, board.readings.moments[$1] >> 2
      )
      return left == right ? $0 < $1 : left < right
    }
    let first = board.readings.moments.count
    for row in rows {
      let last = board.readings.moments.count - 1
      if last >= first,
        board.readings.moments[last] >> 2 == board.readings.moments[row] >> 2
      {
        replace(row: last, by: row)
      } else {
        append(row)
      }
    }
    return first..<board.readings.moments.count
  }

  private mutating func append(_ row: Int) {
    let words = board.readings.words(at: row)
    if let words {
      board.readings.rowsWithWords.append(UInt32(board.readings.moments.count))
      board.readings.words.append(words)
    }
    board.readings.moments.append(board.readings.moments[row])
    board.readings.values.append(board.readings.values[row])
    board.readings.offsets.append(board.readings.offsets[row])
  }

  /// Puts the words of the later line `row` over those of `last`.
  ///
  /// On the second side of a conflict they only fill what is missing.
  private mutating func replace(row last: Int, by row: Int) {
    let yields = readings.secondSide.contains(row)
    if !board.readings.values[row].isNaN,
      !yields || board.readings.values[last].isNaN
    {
      board.readings.values[last] = board.readings.values[row]
    }
    if !yields {
      board.readings.moments[last] = board.readings.moments[row]
      board.readings.offsets[last] = board.readings.offsets[row]
    }
    guard let new = board.readings.words(at: row) else { return }
    let hasWords = board.readings.rowsWithWords.last == UInt32(last)
    var words = Readings.Words()
    if hasWords {
      words = board.readings.words.removeLast()
    } else {
      board.readings.rowsWithWords.append(UInt32(last))
    }
    board.readings.words.append(
      yields ? words.filled(from: new) : new.filled(from: words))
  }
}

extension Thing {
  /// Different for different things.
  fileprivate var rank: Int {
    switch self {
    case .objective(let index): index * 3
    case .keyResult(let index): index * 3 + 1
    case .kpi(let index): index * 3 + 2
    }
  }
}

extension Readings.Words {
  /// These words, and where one is missing the other's.
  fileprivate func filled(from other: Readings.Words) -> Readings.Words {
    var words = self
    if words.confidence < 0 { words.confidence = other.confidence }
    words.status = words.status ?? other.status
    words.person = words.person ?? other.person
    words.note = words.note ?? other.note
    return words
  }
}
