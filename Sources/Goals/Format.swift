/// Returns a fraction in per cent: `46%`.
package func percentText(_ fraction: Double) -> String {
  "\(percent(fraction))%"
}

/// Returns a number as people write it: `38`, `99.98`, `-1,250,000`.
///
/// At most four digits behind the point, fewer the larger it is, so that a mean
/// does not fill the line.
package func number(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  let size = abs(value)
  let decimals =
    size >= 10_000 ? 0 : size >= 1_000 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4
  if size > 0, size < 0.001 { return "\(value)" }
  return decimal(value, decimals: decimals)
}

/// Returns a number in at most seven cells, for columns: `38`, `128k`, `1.25M`.
package func shortNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  let steps: [(Double, String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M")]
  for (step, letter) in steps where abs(value) >= step {
    return significant(value / step) + letter
  }
  return abs(value) >= 100_000
    ? significant(value / 1_000) + "k" : number(value)
}

/// Returns a number in about two digits: `1.3`, `0.12`, `6`, `128k`.
package func roughNumber(_ value: Double) -> String {
  let size = abs(value)
  guard size >= 0.01, size < 100 else { return shortNumber(value.rounded()) }
  return decimal(value, decimals: size >= 10 ? 0 : size >= 1 ? 1 : 2)
}

/// Returns a number with as many digits as matter where numbers differ by about
/// `width`: `41`, `99.972`.
package func number(_ value: Double, within width: Double) -> String {
  guard value.isFinite, abs(value) < 1e6, width > 0.002 else {
    return shortNumber(value)
  }
  let decimals = width >= 3 ? 0 : width >= 0.3 ? 1 : width >= 0.03 ? 2 : 3
  return decimal(value, decimals: decimals)
}

/// Returns a number in the fewest digits that give it again, as it would be
/// typed: `0.125`, `1250000`.
package func exactNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15
    ? String(Int(value)) : "\(value)"
}

/// Returns a number that says in which direction it goes: `+3`, `-0.5`, `0`.
package func signed(
  _ value: Double, _ write: (Double) -> String = number
) -> String {
  (value > 0 ? "+" : "") + write(value)
}

/// Returns a number with its unit: `3.9 %`, `$ 1.2M`, `14 months`.
package func amount(
  _ value: Double, _ unit: String?, _ write: (Double) -> String = number
) -> String {
  guard let unit, !unit.isEmpty else { return write(value) }
  return isCurrency(unit)
    ? "\(unit)\(unit.utf8.allSatisfy { $0 < 0x41 } ? "" : " ")\(write(value))"
    : "\(write(value)) \(unit)"
}

/// What a range is written with.
package enum RangeSigns: Hashable, Sendable {
  case unicode, ascii
}

/// Returns a range in few cells: `≥ 99.9 %`, `10–20 ms`; empty where it has no
/// ends.
///
/// - Parameter write: writes an end, with the unit unless that has no room.
package func rangeInSigns(
  _ bounds: Bounds, _ unit: String?, _ signs: RangeSigns,
  _ write: (Double, String?) -> String
) -> String {
  let isASCII = signs == .ascii
  switch (bounds.from, bounds.to) {
  case (let from?, let to?):
    let dash = isASCII ? "-" : "–"
    return unit.map(isCurrency) ?? false
      ? "\(write(from, unit))\(dash)\(shortNumber(to))"
      : "\(shortNumber(from))\(dash)\(write(to, unit))"
  case (let from?, nil): return "\(isASCII ? ">=" : "≥") \(write(from, unit))"
  case (nil, let to?): return "\(isASCII ? "<=" : "≤") \(write(to, unit))"
  case (nil, nil): return ""
  }
}

/// Whether a unit stands in front of its number.
package func isCurrency(_ unit: String) -> Bool {
  let utf8 = unit.utf8
  return ["$", "€", "£", "¥", "₹", "CHF"].contains {
    $0.utf8.elementsEqual(utf8)
  }
}

/// Returns a day as people say it: `2 Nov`, with the year where it is not that
/// of `today`.
package func dayInWords(_ day: Day, today: Day) -> String {
  let (year, month, number) = day.parts
  let name = monthNames[max(0, min(11, month - 1))]
  return year == today.parts.year
    ? "\(number) \(name)" : "\(number) \(name) \(year)"
}

/// Returns a moment as people say it: `2 Nov` or `2 Nov 09:30`.
package func momentInWords(_ moment: Moment, today: Day) -> String {
  let day = dayInWords(moment.day, today: today)
  return moment.precision == .day ? day : "\(day) \(moment.hourAndMinute)"
}

/// Whether a date says its year.
package enum YearWording: Hashable, Sendable {
  case shown, implied
}

/// Returns a date as people say it: `Fri 2 Oct 2026`.
package func dateInWords(_ date: Day) -> String {
  "\(weekdayAndDay(date)) \(date.parts.year)"
}

private func weekdayAndDay(_ date: Day) -> String {
  let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][
    max(0, min(6, date.weekday))]
  let (_, month, day) = date.parts
  return "\(weekday) \(day) \(monthNames[max(0, min(11, month - 1))])"
}

/// Returns which day of a time it is, the first being 1: `day 55 of 92`.
package func dayOfTime(_ number: Int, of length: Int) -> String {
  "day \(number) of \(length)"
}

/// Returns the same, and beyond that time how far away it is: `starts in 3 days`,
/// `ended 1 day ago`.
package func dayOfTime(_ days: ClosedRange<Day>, on today: Day) -> String {
  let length = days.upperBound.number - days.lowerBound.number + 1
  let number = today.number - days.lowerBound.number + 1
  if number < 1 { return "starts in \(counted(1 - number, "day"))" }
  if number > length { return "ended \(counted(number - length, "day")) ago" }
  return dayOfTime(number, of: length)
}

/// Returns the clock: `Sun 22 Nov 14:05` or `Sun 22 Nov 2026 14:05`.
package func clock(_ now: Now, year: YearWording = .implied) -> String {
  let date =
    year == .shown ? dateInWords(now.today) : weekdayAndDay(now.today)
  return now.moment.precision == .day
    ? date : "\(date) \(now.moment.hourAndMinute)"
}

/// Returns an age in days as people say it: `9 d`, `5 h`, `12 min`.
package func shortAge(_ days: Double) -> String {
  guard days.isFinite, abs(days) < 1e9 else { return "?" }
  if days >= 730 { return "\(Int(days / 365.25)) y" }
  if days >= 1 { return "\(Int(days)) d" }
  let minutes = Int(days * 1_440)
  return minutes >= 60 ? "\(minutes / 60) h" : "\(minutes) min"
}

/// Returns `count` and the word, in the plural where it is not one.
package func counted(_ count: Int, _ word: String) -> String {
  count == 1 ? "1 \(word)" : "\(count) \(word)s"
}

private var monthNames: [String] {
  [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
    "Nov", "Dec",
  ]
}

/// Three significant digits.
private func significant(_ value: Double) -> String {
  let size = abs(value)
  return decimal(value, decimals: size >= 100 ? 0 : size >= 10 ? 1 : 2)
}

/// `value`, smaller than 1e15, with at most `decimals` digits behind the point,
/// rounded half up, groups of thousands from 10,000 on.
private func decimal(_ value: Double, decimals: Int) -> String {
  let scale = [1, 10, 100, 1_000, 10_000][max(0, min(4, decimals))]
  let scaled = Int((abs(value) * Double(scale)).rounded())
  let whole = grouped(scaled / scale)
  var rest = String(scaled % scale + scale).dropFirst()
  while rest.last == "0" { rest = rest.dropLast() }
  let sign = value < 0 && scaled > 0 ? "-" : ""
  return rest.isEmpty ? sign + whole : "\(sign)\(whole).\(rest)"
}

private func grouped(_ value: Int) -> String {
  guard value >= 10_000 else { return String(value) }
  var text = ""
  for (index, digit) in String(value).reversed().enumerated() {
    if index > 0, index % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return String(text.reversed())
}
