import Goals

/// The sample board, written as if it had been kept until `today`, in UTF-8.
///
/// It looks the same on every day it is opened: the quarter is a little more
/// than half over and the last weekly meeting was this Monday.
package func sampleBoard(on today: Day) -> [UInt8] {
  dated(PackageResources.sample_okr, on: today)
}

/// Returns `template` with dates in place of its marks.
///
/// A mark is `{-14}`, the day two weeks before today; `{+39}`, a day to come;
/// `{mon-7}`, counted from the Monday of this week; each also with a time:
/// `{-1T09:30}`. `{rest50}` is the day when half of the time is over that is
/// left of this quarter, `{quarter}` and `{year}` are the names of the cycles,
/// `{year-end}`, `{quarter-start}` and `{quarter-end}` are days of them. A line that begins with a day is a reading, and
/// is left out where it is still to come. What is no mark stays as it is.
package func dated(_ template: [UInt8], on today: Day) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(template.count * 5 / 4)
  var rest = template[...]
  while !rest.isEmpty {
    let end = rest.firstIndex(of: UInt8(ascii: "\n"))
    let next = end.map { $0 + 1 } ?? rest.endIndex
    let line = rest[..<next]
    rest = rest[next...]
    let words = line.drop { $0 == UInt8(ascii: " ") }
    if let mark = Mark(start: words, today: today), let day = mark.day,
      day > today
    {
      continue
    }
    append(line, on: today, to: &result)
  }
  return result
}

/// Appends one line of a template with its marks replaced.
private func append(
  _ line: ArraySlice<UInt8>, on today: Day, to result: inout [UInt8]
) {
  var rest = line
  while let byte = rest.first {
    if let mark = Mark(start: rest, today: today) {
      result += mark.text
      rest = rest[mark.end...]
    } else {
      result.append(byte)
      rest = rest.dropFirst()
    }
  }
}

/// A word in a template, relative to the day on which it is opened.
private struct Mark {
  /// The day it stands for; `nil` where it names a cycle.
  var day: Day?
  var text: [UInt8]
  /// The offset behind the closing brace.
  var end: Int

  /// The mark at the start of `text`, or `nil` where none stands there.
  init?(start text: ArraySlice<UInt8>, today: Day) {
    guard text.first == UInt8(ascii: "{"),
      let close = text.firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    end = close + 1
    let words = text[(text.startIndex + 1)..<close]
    if let cycle = Mark.cycle(words, today: today) {
      self.text = Array(cycle.utf8)
      return
    }
    let number = words.prefix { $0 != UInt8(ascii: "T") }
    guard let day = Mark.day(number, today: today) else { return nil }
    self.day = day
    self.text = Array(day.description.utf8) + words[number.endIndex...]
  }

  private static func cycle(_ word: ArraySlice<UInt8>, today: Day) -> String? {
    switch String(decoding: word, as: UTF8.self) {
    case "year": return String(year(of: today).name)
    case "quarter": return quarter(of: today).name
    default: return nil
    }
  }

  private static func day(_ word: ArraySlice<UInt8>, today: Day) -> Day? {
    if word.elementsEqual("year-end".utf8) { return year(of: today).end }
    if word.elementsEqual("quarter-start".utf8) {
      return quarter(of: today).start
    }
    if word.elementsEqual("quarter-end".utf8) { return quarter(of: today).end }
    if word.starts(with: "rest".utf8) {
      let left = quarter(of: today).end.number - today.number
      return offset(word.dropFirst(4)).map { today.adding(left * $0 / 100) }
    }
    if word.starts(with: "mon".utf8) {
      let monday = today.adding(-today.weekday)
      return offset(word.dropFirst(3)).map(monday.adding)
    }
    return offset(word).map(today.adding)
  }

  private static func offset(_ word: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: word, as: UTF8.self))
  }

  private static func year(of today: Day) -> Cycle {
    cycle(named: padded(today.parts.year), of: today)
  }

  private static func quarter(of today: Day) -> Cycle {
    let (year, month, _) = today.parts
    return cycle(named: "\(padded(year))-Q\((month + 2) / 3)", of: today)
  }

  /// The cycle of that name, which holds `today`.
  private static func cycle(named name: String, of today: Day) -> Cycle {
    Cycle(named: name)
      ?? Cycle(name: name, start: today, end: today, line: nil)
  }

  /// A year in four digits.
  private static func padded(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
