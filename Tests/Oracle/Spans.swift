/// From one day to another, both included.
struct Span: Sendable {
  let first: Day
  let last: Day

  /// Reads a name that speaks for itself: `2026`, `2026-H2`, `2026-Q4`,
  /// `2026-11`, `2026-W48`.
  init?(cycleName name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = Span.number(parts[0], digits: 4) else { return nil }
    if parts.count == 1 {
      self.init(year, months: 1...12)
      return
    }
    guard parts.count == 2 else { return nil }
    let part = parts[1]
    if let month = Span.number(part, digits: 2) {
      self.init(year, months: month...month)
    } else if part.hasPrefix("H"),
      let half = Span.number(part.dropFirst(), digits: 1),
      (1...2).contains(half)
    {
      self.init(year, months: half * 6 - 5...half * 6)
    } else if part.hasPrefix("Q"),
      let quarter = Span.number(part.dropFirst(), digits: 1),
      (1...4).contains(quarter)
    {
      self.init(year, months: quarter * 3 - 2...quarter * 3)
    } else if part.hasPrefix("W"),
      let week = Span.number(part.dropFirst(), digits: 2)
    {
      self.init(year, week: week)
    } else {
      return nil
    }
  }

  init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  private init?(_ year: Int, months: ClosedRange<Int>) {
    let end = months.upperBound
    guard let first = Day(year, months.lowerBound, 1),
      let last = Day(year, end, daysInMonth(year, end))
    else { return nil }
    self.init(first: first, last: last)
  }

  /// An ISO week: week 1 holds the year's 4th of January.
  private init?(_ year: Int, week: Int) {
    guard week >= 1, let fourth = Day(year, 1, 4) else { return nil }
    let firstWeek = fourth.advanced(by: -fourth.weekday)
    let monday = firstWeek.advanced(by: (week - 1) * 7)
    // A week belongs to the year of its Thursday.
    guard monday.advanced(by: 3).parts.year == year else { return nil }
    self.init(first: monday, last: monday.advanced(by: 6))
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits,
      text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// How much of it has passed on `today`, from 0 to 1, in whole days.
  func elapsed(on today: Day) -> Double {
    if today < first { return 0 }
    if today >= last { return 1 }
    return Double(today - first) / Double(last - first)
  }
}
