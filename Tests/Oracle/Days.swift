/// A day of the calendar, as the number of days since 1970-01-01.
struct Day: Hashable, Comparable, Sendable {
  let number: Int

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func - (left: Day, right: Day) -> Int { left.number - right.number }

  init(number: Int) { self.number = number }

  /// The day, or `nil` where the calendar has no such day in years 1 to 9999.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...daysInMonth(year, month)).contains(day)
    else { return nil }
    var number = daysBeforeYear(year) + day - 1
    for earlier in 1..<month { number += daysInMonth(year, earlier) }
    self.number = number
  }

  /// Year, month from 1, day of the month from 1.
  var parts: (year: Int, month: Int, day: Int) {
    var year = 1970 + number / 366
    while daysBeforeYear(year) > number { year -= 1 }
    while daysBeforeYear(year + 1) <= number { year += 1 }
    var rest = number - daysBeforeYear(year)
    var month = 1
    while rest >= daysInMonth(year, month) {
      rest -= daysInMonth(year, month)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  var weekday: Int { floorRemainder(number - firstMonday, 7) }

  func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// The seconds from 1970-01-01 to this day's 00:00.
  var seconds: Int { number * 86400 }

  var text: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A day with a time of that day.
struct Moment: Hashable, Comparable, Sendable {
  let day: Day
  /// From 0 to 86399.
  let second: Int

  static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }

  var seconds: Int { day.seconds + second }

  /// The date alone at 00:00, seconds only where there are some.
  var text: String { second == 0 ? day.text : "\(day.text)T\(timeText)" }

  var timeText: String {
    let minutes =
      "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
    return second % 60 == 0 ? minutes : "\(minutes):\(padded(second % 60, 2))"
  }

  /// Reads `2026-10-05`, `2026-10-05T09:30` or `2026-10-05T09:30:15`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func digits(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      var result = 0
      for byte in bytes[start..<start + count] {
        guard (48...57).contains(byte) else { return nil }
        result = result * 10 + Int(byte) - 48
      }
      return result
    }
    func has(_ byte: Unicode.Scalar, _ place: Int) -> Bool {
      UInt32(bytes[place]) == byte.value
    }
    guard [10, 16, 19].contains(bytes.count),
      let year = digits(0, 4), has("-", 4), let month = digits(5, 2),
      has("-", 7), let day = digits(8, 2), let date = Day(year, month, day)
    else { return nil }
    self.day = date
    if bytes.count == 10 {
      second = 0
      return
    }
    guard has("T", 10), let hour = digits(11, 2), hour < 24, has(":", 13),
      let minute = digits(14, 2), minute < 60
    else { return nil }
    if bytes.count == 16 {
      second = hour * 3600 + minute * 60
      return
    }
    guard has(":", 16), let extra = digits(17, 2), extra < 60
    else { return nil }
    second = hour * 3600 + minute * 60 + extra
  }

  init(day: Day, second: Int = 0) {
    self.day = day
    self.second = second
  }
}

/// The moment for which a board is shown.
struct Now: Sendable {
  /// Today.
  let day: Day
  /// From 0 to 86400, which is the end of a day given without a time.
  let second: Int
  /// As `asOf` says it.
  let text: String

  /// Reads a date, which means the end of that day, or a date with a time.
  init?(_ text: String) {
    guard let moment = Moment(text) else { return nil }
    day = moment.day
    if text.utf8.count == 10 {
      second = 86400
      self.text = moment.day.text
    } else {
      second = moment.second
      self.text = "\(moment.day.text)T\(moment.timeText)"
    }
  }

  var seconds: Int { day.seconds + second }

  /// Whether what carries the date `moment` exists by now.
  func hasReached(_ moment: Moment) -> Bool {
    second == 86400 ? moment.day <= day : moment.seconds <= seconds
  }
}

/// The number of 1970-01-05.
let firstMonday = 4

func daysInMonth(_ year: Int, _ month: Int) -> Int {
  switch month {
  case 2: isLeap(year) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

func floorQuotient(_ value: Int, _ divisor: Int) -> Int {
  (value - floorRemainder(value, divisor)) / divisor
}

func floorRemainder(_ value: Int, _ divisor: Int) -> Int {
  let remainder = value % divisor
  return remainder < 0 ? remainder + divisor : remainder
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func isLeap(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

private func daysBeforeYear(_ year: Int) -> Int {
  let years = year - 1
  let all = years * 365 + years / 4 - years / 100 + years / 400
  return all - 719162
}
