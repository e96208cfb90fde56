/// A made-up board and the moments for which it is to be shown.
package struct GeneratedBoard: Sendable {
  package let text: String
  /// Dates and dates with times.
  package let asOf: [String]
}

/// Makes up valid boards, as ugly as the format allows.
///
/// The same seed gives the same board, always.
package struct BoardGenerator: Sendable {
  var random: SplitMix64
  /// The year that most of the dates lie in.
  var year = 2026
  /// Cycles that the board declares, with their days.
  var declared: [(name: String, span: Span)] = []
  var objectives: [String] = []
  var kpis: [String] = []
  /// `reading [id] …` lines that may stand anywhere.
  var named: [String] = []
  var moments: [String] = []
  private var ids = 0

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Makes up one board.
  package mutating func board() -> GeneratedBoard {
    year = random.pick([2023, 2024, 2025, 2026, 2026, 2026, 2027, 2028])
    var blocks = declarations()
    let objectiveIDs = (0..<random.pick(0...4)).map { _ in id(chance: 80) }
    objectives = objectiveIDs.compactMap { $0 }
    let kpiIDs = (0..<random.pick(0...4)).map { _ in id(chance: 85) }
    kpis = kpiIDs.compactMap { $0 }
    for (place, id) in objectiveIDs.enumerated() {
      // Only the earlier ones are supported, so that no loop comes to be.
      let earlier = objectiveIDs[..<place].compactMap { $0 }
      blocks.append(objective(id, supporting: earlier))
    }
    for id in kpiIDs { blocks.append(kpi(id)) }
    for _ in 0..<random.pick(0...2) { blocks.append(meeting()) }
    var lines = head()
    for block in random.shuffled(blocks) { lines += block }
    for reading in named {
      lines.insert(reading, at: random.pick(0...lines.count))
    }
    return GeneratedBoard(text: dressed(lines), asOf: asOf())
  }

  /// What stands at the top of the file.
  private mutating func head() -> [String] {
    var lines: [String] = []
    if random.happens(85) { lines.append(line("board", random.prose())) }
    if random.happens(30) { lines.append(line("mission", random.prose())) }
    if random.happens(30) { lines.append(line("vision", random.prose())) }
    if random.happens(50) { lines.append(line("every", duration())) }
    if random.happens(20) { lines.append(line("limit", "objectives", "7")) }
    if random.happens(20) { lines.append(line("limit", "key-results", "3")) }
    if random.happens(20) { lines.append(line("limit", "kpis", "30")) }
    return random.shuffled(lines)
  }

  private mutating func declarations() -> [[String]] {
    let names = random.shuffled(["Sprint-1", "春", "H.one", "\(year)-Q2"])
    return names.prefix(random.pick(0...2)).map { name in
      let start = dayOfYear(0...250)
      let end = start.advanced(by: random.pick([0, 1, 6, 13, 89, 120]))
      if let span = Span(first: start, last: end) {
        declared.append((name, span))
      }
      return [line("cycle", name, start.text, "..", end.text)]
    }
  }

  /// A cycle that has days.
  mutating func cycle() -> (name: String, span: Span)? {
    if !declared.isEmpty, random.happens(40) { return random.pick(declared) }
    let name = random.pick([
      "\(year)", "\(year)-H1", "\(year)-H2", "\(year)-Q1", "\(year)-Q2",
      "\(year)-Q3", "\(year)-Q4", "\(year)-02", "\(year)-11", "\(year)-W01",
      "\(year)-W10", "\(year)-W52", "2026-W53",
    ])
    if let known = declared.first(where: { $0.name == name }) { return known }
    return Span(cycleName: name).map { (name, $0) }
  }

  /// An id that no other thing has, or none.
  mutating func id(chance: Int) -> String? {
    guard random.happens(chance) else { return nil }
    ids += 1
    let stem = random.pick([
      "trust", "a.b-c_d", "Übung", "信頼", "9lives", "नमस्ते", "e\u{301}",
      "X", "7", "q.", "k--",
    ])
    return "\(stem)\(ids)"
  }

  mutating func duration() -> String {
    random.pick([
      "minute", "hour", "day", "week", "week", "week", "month", "quarter",
      "year", "15 minutes", "6 hours", "36 hours", "2 days", "3 weeks",
      "2 months", "1 week", "10 days", "2 quarters", "5 years",
    ])
  }

  mutating func line(_ words: String...) -> String { random.line(words) }

  mutating func number(_ number: Decimal) -> String {
    random.spelling(number)
  }

  mutating func dayOfYear(_ range: ClosedRange<Int>) -> Day {
    let first = Day(year, 1, 1) ?? Day(number: 0)
    return first.advanced(by: random.pick(range))
  }

  /// Somewhere in the year or close to it.
  mutating func day() -> Day {
    if random.happens(3), let leap = Day(2024, 2, 29) { return leap }
    return dayOfYear(-20...390)
  }

  /// A date, sometimes with a time.
  mutating func moment() -> String {
    // Close together now and then, so that two fall on one.
    if !moments.isEmpty, random.happens(12) { return random.pick(moments) }
    var text = day().text
    if random.happens(20) {
      text += "T" + padded(random.pick(0...23), 2)
      text += ":" + random.pick(["00", "30", "07", "59"])
      if random.happens(40) { text += ":" + random.pick(["00", "15", "59"]) }
    }
    moments.append(text)
    return text
  }

  private mutating func asOf() -> [String] {
    var result = [day().text, dayOfYear(60...330).text]
    result.append("\(day().text)T" + random.pick(["00:00", "09:30", "23:59"]))
    result.append("\(day().text)T12:34:56")
    if !moments.isEmpty { result.append(random.pick(moments)) }
    return result
  }

  /// The lines with indentation, comments, empty lines and line ends.
  private mutating func dressed(_ lines: [String]) -> String {
    var text = random.happens(5) ? "\u{FEFF}" : ""
    let endings = random.pick([["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"]])
    for line in lines {
      if random.happens(6) {
        text += random.pick(["", "# kr no", "\t", "  #", "#objective"])
        text += random.pick(endings)
      }
      text += random.pick(["", "", "  ", "    ", "\t", " \t"]) + line
      text += random.pick(["", "", "", "", " ", "\t "])
      text += random.pick(endings)
    }
    if random.happens(20), text.unicodeScalars.last == "\n" {
      text.unicodeScalars.removeLast()
      if text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
    }
    return text
  }
}
