/// A length of time by the calendar: how often a number is due, or what a total
/// is taken over.
package struct Period: Hashable, Sendable {
  /// What a period is counted in.
  package enum Unit: String, CaseIterable, Sendable {
    case minute, hour, day, week, month, quarter, year
  }

  /// How many units, 1 or more.
  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    precondition(count >= 1, "a period has at least one unit")
    self.count = count
    self.unit = unit
  }

  package static var day: Period { Period(1, .day) }
  package static var week: Period { Period(1, .week) }

  /// Its length in days; a month is 30.4375, a quarter 91.3125, a year 365.25.
  package var days: Double {
    let one: Double =
      switch unit {
      case .minute: 1.0 / 1_440
      case .hour: 1.0 / 24
      case .day: 1
      case .week: 7
      case .month: 30.4375
      case .quarter: 91.3125
      case .year: 365.25
      }
    return Double(count) * one
  }

  /// Whether ages are told in whole days, which holds from a day up.
  package var isInWholeDays: Bool { days >= 1 }

  /// The calendar period that a moment lies in, as a number that grows by one
  /// from each period to the next.
  ///
  /// Up to weeks they are counted from Monday, 1970-01-05; months, quarters and
  /// years from January 1970.
  package func index(of moment: Moment) -> Int {
    switch unit {
    case .minute, .hour, .day, .week:
      return floorDivision(moment.seconds - Period.monday, by: length)
    case .month, .quarter, .year:
      let (year, month, _) = moment.day.parts
      return floorDivision((year - 1970) * 12 + month - 1, by: months)
    }
  }

  /// The first second of the period with this index, since 1970-01-01T00:00.
  package func start(ofIndex index: Int) -> Int {
    switch unit {
    case .minute, .hour, .day, .week:
      return index * length + Period.monday
    case .month, .quarter, .year:
      let month = index * months
      let year = 1970 + floorDivision(month, by: 12)
      let day = Day.number(year: year, month: modulo(month, 12) + 1, day: 1)
      return day * 86_400
    }
  }

  /// Seconds from 1970-01-01 to the first Monday after it.
  private static var monday: Int { 4 * 86_400 }

  /// Seconds in a period of whole minutes, hours, days or weeks.
  private var length: Int {
    switch unit {
    case .minute: return count * 60
    case .hour: return count * 3_600
    case .day: return count * 86_400
    case .week: return count * 7 * 86_400
    case .month, .quarter, .year: return count * 86_400
    }
  }

  /// Months in a period of whole months, quarters or years.
  private var months: Int {
    switch unit {
    case .quarter: return count * 3
    case .year: return count * 12
    case .minute, .hour, .day, .week, .month: return count
    }
  }
}

extension Period: CustomStringConvertible {
  /// As a board writes it: `week`, `2 weeks`.
  package var description: String {
    count == 1 ? unit.rawValue : "\(count) \(unit.rawValue)s"
  }
}
