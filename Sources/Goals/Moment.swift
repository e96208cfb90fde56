/// A date, with or without a time, as a board writes it.
///
/// Local to the board: no offset. Two moments are equal when they are the same
/// instant, so `2026-10-05` equals `2026-10-05T00:00`; how it was spelled is
/// kept beside.
package struct Moment: Sendable {
  /// How much of the time is written.
  package enum Precision: Int, Sendable {
    case day, minute, second
  }

  /// Seconds since 1970-01-01T00:00, four times, plus the precision.
  ///
  /// One number, so that a column of moments is a column of integers that sorts.
  package let packed: Int

  package init(packed: Int) {
    self.packed = packed
  }

  package init(_ day: Day) {
    packed = day.number * 86_400 * 4
  }

  /// The moment at `second` of a day, from 0 to 86,399.
  package init(_ day: Day, second: Int, precision: Precision) {
    packed = (day.number * 86_400 + second) * 4 + precision.rawValue
  }

  /// Seconds since 1970-01-01T00:00.
  package var seconds: Int { packed >> 2 }

  package var precision: Precision { Precision(rawValue: packed & 3) ?? .day }

  package var day: Day {
    Day(number: floorDivision(seconds, by: 86_400))
  }

  /// The second of its day, from 0 to 86,399.
  package var secondOfDay: Int { modulo(seconds, 86_400) }
}

extension Moment: Hashable, Comparable {
  package static func == (left: Moment, right: Moment) -> Bool {
    left.seconds == right.seconds
  }

  package static func < (left: Moment, right: Moment) -> Bool {
    left.seconds < right.seconds
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as it was written: `2026-10-05`, `2026-10-05T09:30` or
  /// `2026-10-05T09:30:15`.
  package var description: String {
    switch precision {
    case .day: return day.description
    case .minute: return "\(day)T\(hourAndMinute)"
    case .second:
      return "\(day)T\(hourAndMinute):\(padded(secondOfDay % 60, to: 2))"
    }
  }

  /// The time of day: `09:30`.
  package var hourAndMinute: String {
    let hour = padded(secondOfDay / 3_600, to: 2)
    return "\(hour):\(padded(secondOfDay / 60 % 60, to: 2))"
  }
}

/// The moment at which a board is looked at.
///
/// Whatever carries a later date does not exist then. A date without a time
/// stands for the whole of its day, up to 24:00.
package struct Now: Hashable, Sendable {
  /// What was asked for.
  package let moment: Moment

  package init(_ moment: Moment) {
    self.moment = moment
  }

  /// The whole of `day`.
  package init(_ day: Day) {
    moment = Moment(day)
  }

  package var today: Day { moment.day }

  /// The last second that exists, since 1970-01-01T00:00.
  package var lastSecond: Int {
    moment.precision == .day ? moment.seconds + 86_399 : moment.seconds
  }

  /// Where now ends, for lengths of time: 24:00 for a whole day.
  package var end: Int {
    moment.precision == .day ? moment.seconds + 86_400 : moment.seconds
  }

  /// Whether what carries `moment` exists already.
  package func knows(_ moment: Moment) -> Bool {
    moment.seconds <= lastSecond
  }

  /// The same time of day, some days later or earlier.
  package func moved(byDays days: Int) -> Now {
    Now(Moment(packed: moment.packed + days * 86_400 * 4))
  }
}

extension Now: CustomStringConvertible {
  package var description: String { moment.description }
}
