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
/// `{-1T09:30}`. A line that begins with a mark is a reading, and is left out
/// where its day is still to come. What is no mark stays as it is.
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
    if let mark = Mark(start: words, today: today), mark.day > today {
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
      result += mark.day.description.utf8
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
  var day: Day
  /// Nothing, or as `T09:30`.
  var time: ArraySlice<UInt8>
  /// The offset behind the closing brace.
  var end: Int

  /// The mark at the start of `text`, or `nil` where none stands there.
  init?(start text: ArraySlice<UInt8>, today: Day) {
    guard text.first == UInt8(ascii: "{"),
      let close = text.firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    var words = text[(text.startIndex + 1)..<close]
    var origin = today
    if words.starts(with: "mon".utf8) {
      words = words.dropFirst(3)
      origin = today.adding(-today.weekday)
    }
    let number = words.prefix { $0 != UInt8(ascii: "T") }
    guard let offset = Int(String(decoding: number, as: UTF8.self)) else {
      return nil
    }
    day = origin.adding(offset)
    time = words[number.endIndex...]
    end = close + 1
  }
}
