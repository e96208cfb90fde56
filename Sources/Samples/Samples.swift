/// The sample board, written as if it had been kept until `day`.
///
/// It looks the same on every day it is opened: the quarter is a little more
/// than half over and the last weekly meeting was this Monday.
///
/// `day` is in whole days since 1970-01-01; the result is UTF-8.
package func sampleBoard(on day: Int) -> [UInt8] {
  dated(PackageResources.sample_okr, on: day)
}

/// Returns `template` with the dates of `day` in place of its marks.
///
/// A mark is `{-14}`, the day two weeks before; `{+39}`, a day to come;
/// `{mon-7}`, counted from the Monday of the week of `day`; each also with a
/// time: `{-1T09:30}`. A line that begins with a mark is a reading, and is left
/// out where its date is still to come. What is no mark stays as it is.
///
/// `day` is in whole days since 1970-01-01.
package func dated(_ template: [UInt8], on day: Int) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(template.count * 5 / 4)
  var rest = template[...]
  while !rest.isEmpty {
    let end = rest.firstIndex(of: UInt8(ascii: "\n"))
    let next = end.map { $0 + 1 } ?? rest.endIndex
    let line = rest[..<next]
    rest = rest[next...]
    let words = line.drop { $0 == UInt8(ascii: " ") }
    if let mark = Mark(start: words, today: day), mark.day > day { continue }
    append(line, on: day, to: &result)
  }
  return result
}

/// Appends one line of a template with its marks replaced.
private func append(
  _ line: ArraySlice<UInt8>, on day: Int, to result: inout [UInt8]
) {
  var rest = line
  while let byte = rest.first {
    if let mark = Mark(start: rest, today: day) {
      result += civilDate(daysSince1970: mark.day).utf8
      result += mark.time
      rest = rest[mark.end...]
    } else {
      result.append(byte)
      rest = rest.dropFirst()
    }
  }
}

/// A date in a template, relative to the day on which it is opened.
private struct Mark {
  /// In days since 1970-01-01.
  var day: Int
  /// Nothing, or as `T09:30`.
  var time: ArraySlice<UInt8>
  /// The offset behind the closing brace.
  var end: Int

  /// The mark at the start of `text`, or `nil` where none stands there.
  init?(start text: ArraySlice<UInt8>, today: Int) {
    guard text.first == UInt8(ascii: "{"),
      let close = text.firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    var words = text[(text.startIndex + 1)..<close]
    var origin = today
    if words.starts(with: "mon".utf8) {
      words = words.dropFirst(3)
      origin -= daysSinceMonday(today)
    }
    let number = words.prefix { $0 != UInt8(ascii: "T") }
    guard let offset = Int(String(decoding: number, as: UTF8.self)) else {
      return nil
    }
    day = origin + offset
    time = words[number.endIndex...]
    end = close + 1
  }
}

/// From 0 on a Monday to 6 on a Sunday; 1970-01-01 was a Thursday.
private func daysSinceMonday(_ day: Int) -> Int {
  ((day + 3) % 7 + 7) % 7
}

/// The date in the form `2026-11-22`, by the Gregorian calendar.
///
/// The inverse of Howard Hinnant's `days_from_civil`: years begin in March, so
/// that a leap day is the last day of its year.
private func civilDate(daysSince1970 days: Int) -> String {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra =
    (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096)
    / 365
  let dayOfYear =
    dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let monthFromMarch = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
  let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return padded(year, to: 4) + "-" + padded(month, to: 2) + "-"
    + padded(day, to: 2)
}

/// Returns `number` with zeros in front, at least `width` digits long.
private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
