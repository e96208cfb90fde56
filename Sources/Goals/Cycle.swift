/// A time box with a name.
package struct Cycle: Hashable, Sendable {
  package let name: String
  package let start: Day
  /// The last day, which belongs to it.
  package let end: Day
  /// The line that declares it, from 1, or `nil` where the name alone says it.
  package let line: Int?

  package init(name: String, start: Day, end: Day, line: Int?) {
    self.name = name
    self.start = start
    self.end = end
    self.line = line
  }

  /// The cycle that a name stands for by itself: `2026`, `2026-H2`, `2026-Q4`,
  /// `2026-11`, `2026-W48` (an ISO week), or `nil` for any other name.
  package init?(named name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count >= 4, let year = digits(bytes[0..<4]), year >= 1 else {
      return nil
    }
    guard let box = Cycle.days(year: year, part: bytes[4...]) else {
      return nil
    }
    self.init(name: name, start: box.start, end: box.end, line: nil)
  }

  package func contains(_ day: Day) -> Bool { start <= day && day <= end }

  package var days: ClosedRange<Day> { start...end }

  /// How many days it has.
  package var length: Int { end.number - start.number + 1 }

  /// The first and the last day of a year, or of the part of it that is named.
  private static func days(
    year: Int, part: ArraySlice<UInt8>
  ) -> (start: Day, end: Day)? {
    let word = Array(part)
    if word.isEmpty { return months(1...12, of: year) }
    guard word.count >= 3, word[0] == UInt8(ascii: "-") else { return nil }
    let rest = word[2...]
    switch (word[1], word.count) {
    case (UInt8(ascii: "H"), 3):
      guard let half = digits(rest), (1...2).contains(half) else { return nil }
      return months((half * 6 - 5)...(half * 6), of: year)
    case (UInt8(ascii: "Q"), 3):
      guard let quarter = digits(rest), (1...4).contains(quarter) else {
        return nil
      }
      return months((quarter * 3 - 2)...(quarter * 3), of: year)
    case (UInt8(ascii: "W"), 4):
      guard let week = digits(rest) else { return nil }
      return days(ofWeek: week, year: year)
    case (_, 3):
      guard let month = digits(word[1...]), (1...12).contains(month) else {
        return nil
      }
      return months(month...month, of: year)
    default: return nil
    }
  }

  private static func months(
    _ months: ClosedRange<Int>, of year: Int
  ) -> (start: Day, end: Day) {
    let last = Day.length(ofMonth: months.upperBound, year: year)
    return (
      Day(number: Day.number(year: year, month: months.lowerBound, day: 1)),
      Day(number: Day.number(year: year, month: months.upperBound, day: last))
    )
  }

  /// Monday and Sunday of an ISO 8601 week: week 1 is the one with 4 January.
  private static func days(
    ofWeek week: Int, year: Int
  ) -> (start: Day, end: Day)? {
    let first = monday(ofFirstWeekIn: year)
    let start = first.adding((week - 1) * 7)
    guard week >= 1, start < monday(ofFirstWeekIn: year + 1) else { return nil }
    return (start, start.adding(6))
  }

  private static func monday(ofFirstWeekIn year: Int) -> Day {
    let fourth = Day(number: Day.number(year: year, month: 1, day: 4))
    return fourth.adding(-fourth.weekday)
  }
}

/// The number that ASCII digits write, or `nil` where there are other bytes.
private func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      return nil
    }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return bytes.isEmpty ? nil : number
}
