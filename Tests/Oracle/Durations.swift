/// A unit of time.
enum TimeUnit: String, CaseIterable, Sendable {
  case minute, hour, day, week, month, quarter, year
}

/// How often a number is due, or how long the periods of a total are.
struct Duration: Sendable {
  let count: Int
  let unit: TimeUnit

  static let week = Duration(count: 1, unit: .week)

  /// Reads `week`, `2 weeks` and the like.
  init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\t" }
    guard let last = words.last, words.count <= 2 else { return nil }
    let name = last.hasSuffix("s") ? String(last.dropLast()) : String(last)
    guard let unit = TimeUnit(rawValue: name) else { return nil }
    self.unit = unit
    if words.count == 2 {
      guard words[0].utf8.allSatisfy({ (48...57).contains($0) }),
        let count = Int(words[0]), count > 0
      else { return nil }
      self.count = count
    } else {
      count = 1
    }
  }

  init(count: Int, unit: TimeUnit) {
    self.count = count
    self.unit = unit
  }

  /// The length in days.
  var days: Double {
    let count = Double(count)
    return switch unit {
    case .minute: count / 1440
    case .hour: count / 24
    case .day: count
    case .week: count * 7
    case .month: count * 30.4375
    case .quarter: count * 91.3125
    case .year: count * 365.25
    }
  }

  var isShorterThanADay: Bool {
    switch unit {
    case .minute: count < 1440
    case .hour: count < 24
    case .day, .week, .month, .quarter, .year: false
    }
  }

  /// Which of the periods that follow each other `moment` lies in.
  ///
  /// Several minutes, hours, days and weeks are counted from Monday, 1970-01-05,
  /// several months, quarters and years from January 1970.
  func period(of moment: Moment) -> Int {
    let origin = firstMonday * 86400
    if let length = seconds {
      return floorQuotient(moment.seconds - origin, length)
    }
    let (year, month, _) = moment.day.parts
    return floorQuotient((year - 1970) * 12 + month - 1, months)
  }

  /// The seconds from 1970-01-01 to where `period` begins.
  func start(ofPeriod period: Int) -> Int {
    if let length = seconds {
      return firstMonday * 86400 + period * length
    }
    let month = period * months
    let year = 1970 + floorQuotient(month, 12)
    let day = Day(year, floorRemainder(month, 12) + 1, 1)
    return day?.seconds ?? 0
  }

  /// The length in seconds where it is always the same.
  private var seconds: Int? {
    switch unit {
    case .minute: count * 60
    case .hour: count * 3600
    case .day: count * 86400
    case .week: count * 7 * 86400
    case .month, .quarter, .year: nil
    }
  }

  private var months: Int {
    switch unit {
    case .month: count
    case .quarter: count * 3
    case .year: count * 12
    case .minute, .hour, .day, .week: 1
    }
  }
}
