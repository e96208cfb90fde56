import Goals

/// A date as a board writes it, with or without a time.
struct DateWord {
  let moment: Moment

  /// Reads a word; throws what is wrong with it.
  init(_ word: ArraySlice<UInt8>) throws(Complaint) {
    let bytes = Array(word)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"), let year = number(bytes[0..<4]),
      let month = number(bytes[5..<7]), let date = number(bytes[8..<10]),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T")
    else { throw DateWord.complaint(about: word) }
    guard let day = Day(year: year, month: month, day: date) else {
      throw Complaint(
        .badDate, "\(quoted(decoded(word.prefix(10)))) is not in the calendar",
        "write a day that exists, as 2026-10-05")
    }
    guard bytes.count > 10 else {
      moment = Moment(day)
      return
    }
    moment = try DateWord.moment(on: day, time: bytes[11...], in: word)
  }

  /// Whether a word looks like an attempt at a date.
  static func begins(_ word: ArraySlice<UInt8>) -> Bool {
    let head = Array(word.prefix(5))
    return head.count == 5 && head[4] == UInt8(ascii: "-")
      && head[0..<4].allSatisfy(isDigit)
  }

  private static func moment(
    on day: Day, time: ArraySlice<UInt8>, in word: ArraySlice<UInt8>
  ) throws(Complaint) -> Moment {
    let bytes = Array(time)
    let hasOffset =
      bytes.contains { "Zz+-".utf8.contains($0) } && bytes.count > 4
    if hasOffset {
      throw Complaint(
        .badDate, "\(quoted(decoded(word))) has an offset",
        "leave the offset out: times are local to the board")
    }
    let colon = UInt8(ascii: ":")
    guard bytes.count == 5 || bytes.count == 8, bytes[2] == colon,
      bytes.count == 5 || bytes[5] == colon, let hour = number(bytes[0..<2]),
      let minute = number(bytes[3..<5]), hour < 24, minute < 60
    else { throw complaint(about: word) }
    let second = hour * 3_600 + minute * 60
    guard bytes.count == 8 else {
      return Moment(day, second: second, precision: .minute)
    }
    guard let last = number(bytes[6..<8]), last < 60 else {
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

/// The number that ASCII digits write; `nil` where there are other bytes.
private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for digit in digits {
    guard isDigit(digit) else { return nil }
    number = number * 10 + Int(digit - 48)
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
