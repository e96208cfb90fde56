import Canvas
import GoalFile
import Goals

/// What the word that is being typed could become.
struct Completion: Hashable {
  /// How many characters before the cursor it replaces.
  let replaced: Int
  let text: String
  /// What stands faintly behind the cursor as long as it is not taken.
  let ghost: String

  /// The best of `candidates` for a word; `nil` where none is like it, or it is
  /// whole already.
  ///
  /// One that goes on where the word ends is better than one that has its
  /// letters; of equals the first is best.
  init?(of word: String, among candidates: [String], _ glyphs: Glyphs) {
    let wanted = FoldedText(word)
    guard !word.isEmpty, !candidates.contains(word) else { return nil }
    replaced = word.count
    if let text = candidates.first(where: {
      FoldedText($0).scalars.starts(with: wanted.scalars)
    }) {
      self.text = text
      ghost = String(text.dropFirst(word.count))
      return
    }
    var best: (match: FuzzyMatch, text: String)?
    for text in candidates {
      guard let match = FuzzyMatch(wanted, in: FoldedText(text)) else {
        continue
      }
      if best.map({ $0.match < match }) ?? true { best = (match, text) }
    }
    guard let best else { return nil }
    text = best.text
    ghost = " \(glyphs.isASCII ? "->" : "→") \(best.text)"
  }
}

extension TextField {
  /// Writes `completion` in the place of the word before the cursor.
  mutating func take(_ completion: Completion) {
    for _ in 0..<completion.replaced { edit(.eraseBack) }
    insert(completion.text)
  }
}

// The names that exist, those that are used most first.
extension Outlook {
  /// Who is named on the board.
  var people: [String] {
    var names: [String] = []
    names += board.objectives.compactMap(\.owner)
    names += board.keyResults.compactMap(\.owner)
    names += board.kpis.compactMap(\.owner)
    names += board.objectives.flatMap(\.contributors)
    names += board.meetings.flatMap(\.people)
    names += board.objectives.flatMap(\.actions).compactMap(\.person)
    names += board.keyResults.flatMap(\.actions).compactMap(\.person)
    names += board.kpis.flatMap(\.actions).compactMap(\.person)
    names += board.meetings.flatMap(\.actions).compactMap(\.person)
    // Of the check-ins the latest tell who is still here.
    names += board.readings.words.suffix(200).compactMap(\.person)
      .map(board.text)
    return byUse(names)
  }

  var teams: [String] {
    byUse(
      board.objectives.compactMap(\.team) + board.kpis.compactMap(\.team))
  }

  /// The cycles that are declared or used, and those that today speaks for.
  var cycleNames: [String] {
    let (year, month, _) = today.parts
    let next = month > 9 ? "\(year + 1)-Q1" : "\(year)-Q\((month + 2) / 3 + 1)"
    return byUse(
      board.objectives.compactMap(\.cycle)
        + board.keyResults.compactMap(\.cycle) + board.cycles.map(\.name)
        + [quarter, next, "\(year)", "\(year + 1)"])
  }

  /// The quarter of today: `2026-Q4`.
  var quarter: String {
    let (year, month, _) = today.parts
    return "\(String(year).paddedYear)-Q\((month + 2) / 3)"
  }

  private func byUse(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for name in names where !name.isEmpty { counts[name, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map(\.key)
  }
}

extension String {
  /// A year in four digits.
  fileprivate var paddedYear: String {
    String(repeating: "0", count: max(0, 4 - utf8.count)) + self
  }
}
