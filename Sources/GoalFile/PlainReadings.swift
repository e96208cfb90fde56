import Goals

// The loop that most of a large file goes through: lines that are a date and a
// number, and perhaps words in their usual order, inside a key result or a KPI.

extension Parser {
  /// Whether such lines may stand here and mean nothing but themselves.
  var acceptsPlainReadings: Bool {
    conflict == .none && (scope.kind == .keyResult || scope.kind == .kpi)
  }

  /// Reads plain readings from `start` on and returns where the first line that
  /// is none begins.
  mutating func readPlainReadings(from start: Int) -> Int {
    let bytes = self.bytes
    let span = bytes.span
    let limit = scope.hasDeeperLine ? scope.indentation : -1
    var position = start
    var month = PlainMonth()
    var last = Int.min
    while let reading = plainReading(span, from: position, &month) {
      guard reading.indentation > limit else { break }
      if position == start { last = beginRun() }
      if reading.packed <= last | 3 {
        readings.runs[readings.runs.count - 1].isSorted = false
      }
      last = reading.packed
      readings.columns.moments.append(reading.packed)
      readings.columns.values.append(reading.value)
      readings.columns.offsets.append(UInt32(truncatingIfNeeded: position))
      if let words = reading.words {
        let row = readings.count - 1
        readings.columns.rowsWithWords.append(UInt32(truncatingIfNeeded: row))
        readings.columns.words.append(words)
      }
      line += 1
      if reading.indentation > scope.indentation { scope.hasDeeperLine = true }
      position = reading.next
    }
    if position > start {
      readings.runs[readings.runs.count - 1].end = readings.count
      extendBlock(to: position)
    }
    return position
  }

  /// Makes the rows that follow belong to the block that is read; returns the
  /// moment of the row before, if that belongs to it too.
  private mutating func beginRun() -> Int {
    let isKPI = scope.kind == .kpi
    readings.begin(.thing(isKPI ? .kpi(scope.index) : .keyResult(scope.index)))
    let first = readings.runs[readings.runs.count - 1].start
    return readings.count > first
      ? readings.columns.moments[readings.count - 1] : .min
  }
}

/// The month that was read last, so that its first day is counted once.
private struct PlainMonth {
  /// Year times 100 plus month, or 0.
  var number = 0
  /// Days from 1970-01-01 to the day before it begins.
  var eve = 0
  var length = 0
}

/// One plain reading.
private struct PlainReading {
  let indentation: Int
  /// `Moment.packed`.
  let packed: Int
  let value: Double
  var words: Readings.Words?
  /// Where the next line begins.
  let next: Int
}

/// Reads a line that is blanks, a date, perhaps hours and minutes, blanks and a
/// number of at most 15 digits, with or without plain words; `nil` for any
/// other line, which is then read by the rules.
@inline(__always)
private func plainReading(
  _ span: Span<UInt8>, from start: Int, _ month: inout PlainMonth
) -> PlainReading? {
  var index = start
  let count = span.count
  while index < count, span[index] == 32 { index &+= 1 }
  let indentation = index &- start
  guard index &+ 12 < count, span[index &+ 4] == 45, span[index &+ 7] == 45,
    let year = digits(span, index, 4),
    let monthOfYear = digits(span, index &+ 5, 2),
    let day = digits(span, index &+ 8, 2)
  else { return nil }
  if year &* 100 &+ monthOfYear != month.number {
    guard let first = Day(year: year, month: monthOfYear, day: 1) else {
      return nil
    }
    month.number = year &* 100 &+ monthOfYear
    month.eve = first.number - 1
    month.length = Day.length(ofMonth: monthOfYear, year: year)
  }
  guard day >= 1, day <= month.length else { return nil }
  index &+= 10
  var packed = (month.eve &+ day) &* 345_600
  if span[index] == 84 {
    guard index &+ 6 < count, span[index &+ 3] == 58,
      let hour = digits(span, index &+ 1, 2),
      let minute = digits(span, index &+ 4, 2),
      hour < 24, minute < 60
    else { return nil }
    packed &+= (hour &* 3_600 &+ minute &* 60) &* 4 &+ 1
    index &+= 6
  }
  guard span[index] == 32 else { return nil }
  while index < count, span[index] == 32 { index &+= 1 }
  guard let number = plainNumber(span, from: index) else { return nil }
  index = number.end
  if index < count, span[index] == 32 {
    guard let (words, next) = plainWords(span, from: index) else { return nil }
    return PlainReading(
      indentation: indentation, packed: packed, value: number.value,
      words: words, next: next)
  }
  if index < count, span[index] == 13 { index &+= 1 }
  guard index == count || span[index] == 10 else { return nil }
  guard index < count || span[count &- 1] != 13 else { return nil }
  return PlainReading(
    indentation: indentation, packed: packed, value: number.value,
    next: min(index &+ 1, count))
}

/// The number that `length` digits write, or `nil` where there are others.
@inline(__always)
private func digits(_ span: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
  var number = 0
  for index in start..<(start &+ length) {
    let digit = span[index] &- 48
    guard digit <= 9 else { return nil }
    number = number &* 10 &+ Int(digit)
  }
  return number
}

/// Reads a number of at most 15 digits with at most 15 after the point.
///
/// Both the digits and the power of ten are then exact, so that their quotient
/// is the number correctly rounded (Clinger 1990).
@inline(__always)
func plainNumber(
  _ span: Span<UInt8>, from start: Int
) -> (value: Double, end: Int)? {
  var index = start
  let count = span.count
  let isNegative = index < count && span[index] == 45
  if isNegative { index &+= 1 }
  let first = index
  var mantissa = 0
  while index < count, span[index] &- 48 <= 9 {
    mantissa = mantissa &* 10 &+ Int(span[index] &- 48)
    index &+= 1
  }
  var length = index &- first
  guard length > 0, length <= 15 else { return nil }
  var scale = 1.0
  if index < count, span[index] == 46 {
    index &+= 1
    let point = index
    while index < count, span[index] &- 48 <= 9 {
      mantissa = mantissa &* 10 &+ Int(span[index] &- 48)
      scale *= 10
      index &+= 1
    }
    guard index > point else { return nil }
    length &+= index &- point
    guard length <= 15 else { return nil }
  }
  let value = Double(mantissa) / scale
  return (isNegative ? -value : value, index)
}
