import Goals

/// A date as a board writes it, with or without a time.
struct DateWord {
  let moment: Moment

  /// Reads a word; throws what is wrong with it.
  init(_ word: ArraySlice<UInt8>) throws(Complaint) {
    let start = word.startIndex
    guard word.count >= 10, word[start + 4] == UInt8(ascii: "-"),
      word[start + 7] == UInt8(ascii: "-"),
      let year = number(word, start, 4),
      let month = number(word, start + 5, 2),
      let date = number(word, start + 8, 2),
      word.count == 10 || word[start + 10] == UInt8(ascii: "T")
    else { throw DateWord.complaint(about: word) }
    guard let day = Day(year: year, month: month, day: date) else {
      throw Complaint(
        .badDate, "\(quoted(decoded(word.prefix(10)))) is not in the calendar",
        "write a day that exists, as 2026-10-05")
    }
    guard word.count > 10 else {
      moment = Moment(day)
      return
    }
    moment = try DateWord.moment(
      on: day, time: word[(start + 11)...], in: word)
  }

  /// Whether a word looks like an attempt at a date.
  static func begins(_ word: ArraySlice<UInt8>) -> Bool {
    let start = word.startIndex
    return word.count >= 5 && word[start + 4] == UInt8(ascii: "-")
      && number(word, start, 4) != nil
  }

  private static func moment(
    on day: Day, time: ArraySlice<UInt8>, in word: ArraySlice<UInt8>
  ) throws(Complaint) -> Moment {
    let hasOffset =
      time.contains { "Zz+-".utf8.contains($0) } && time.count > 4
    if hasOffset {
      throw Complaint(
        .badDate, "\(quoted(decoded(word))) has an offset",
        "leave the offset out: times are local to the board")
    }
    let colon = UInt8(ascii: ":")
    let start = time.startIndex
    guard time.count == 5 || time.count == 8, time[start + 2] == colon,
      time.count == 5 || time[start + 5] == colon,
      let hour = number(time, start, 2),
      let minute = number(time, start + 3, 2), hour < 24, minute < 60
    else { throw complaint(about: word) }
    let second = hour * 3_600 + minute * 60
    guard time.count == 8 else {
      return Moment(day, second: second, precision: .minute)
    }
    guard let last = number(time, start + 6, 2), last < 60 else {
      throw complaint(about: word)
    }
    return Moment(day, second: second + last, precision: .second)
  }

  private static func complaint(about word: ArraySlice<UInt8>) -> Complaint {
    Complaint(
      .badDate, "\(quoted(decoded(word))) is not a date",
      "write it as 2026-10-05 or 2026-10-05T09:30")
  }
}

/// The number that so many ASCII digits write; `nil` where there are other
/// bytes.
private func number(
  _ bytes: ArraySlice<UInt8>, _ start: Int, _ length: Int
) -> Int? {
  var number = 0
  for index in start..<start + length {
    guard isDigit(bytes[index]) else { return nil }
    number = number * 10 + Int(bytes[index] - 48)
  }
  return number
}

extension Moment {
  /// The moment that `text` writes, as 2026-10-05 or 2026-10-05T09:30; `nil`
  /// where it is none.
  package init?(written text: String) {
    guard let word = try? DateWord(Array(text.utf8)[...]) else { return nil }
    self = word.moment
  }
}
