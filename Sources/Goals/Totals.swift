/// The readings of a KPI, gathered by calendar period.
struct Totals {
  private let total: KPI.Total
  private let per: Period
  /// The periods that have readings, oldest first.
  private var periods: [(index: Int, value: Double)] = []
  /// The period that is under way.
  private let current: Int
  /// Whether the first period began before the first reading's date.
  private var firstIsCut = false

  init(
    of rows: Range<Int>, _ total: KPI.Total, _ per: Period, _ board: Board,
    _ now: Now
  ) {
    self.total = total
    self.per = per
    current = per.index(of: Moment(packed: now.end * 4))
    var open:
      (
        index: Int, sum: Double, count: Double, low: Double, high: Double,
        last: Double
      )?
    for row in rows {
      guard let value = board.readings.value(at: row) else { continue }
      let index = per.index(of: board.readings.moment(at: row))
      if open == nil, periods.isEmpty {
        let day = board.readings.moment(at: row).day
        firstIsCut = per.start(ofIndex: index) < day.number * 86_400
      }
      if let gathered = open, gathered.index == index {
        open = (
          index, gathered.sum + value, gathered.count + 1,
          min(gathered.low, value), max(gathered.high, value), value
        )
      } else {
        if let gathered = open { close(gathered) }
        open = (index, value, 1, value, value, value)
      }
    }
    if let gathered = open { close(gathered) }
  }

  private mutating func close(
    _ gathered: (
      index: Int, sum: Double, count: Double, low: Double, high: Double,
      last: Double
    )
  ) {
    let value: Double =
      switch total {
      case .sum: gathered.sum
      case .mean: gathered.sum / gathered.count
      case .min: gathered.low
      case .max: gathered.high
      case .last: gathered.last
      }
    periods.append((gathered.index, value))
  }

  /// The first period that is complete at its beginning.
  private var first: Int? {
    periods.first.map { firstIsCut ? $0.index + 1 : $0.index }
  }

  /// The number of the period with this index: of one without readings between
  /// two with, 0 for a sum and none else.
  private func number(of index: Int) -> Double? {
    guard let first, let last = periods.last?.index, index >= first,
      index <= last
    else { return nil }
    let place = partition(0..<periods.count) { periods[$0].index >= index }
    let value: Double
    if place < periods.count, periods[place].index == index {
      value = periods[place].value
    } else if total == .sum {
      value = 0
    } else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  /// The last complete period that lies at or before the last one with
  /// readings.
  private var lastComplete: Int? {
    periods.last.map { min($0.index, current - 1) }
  }

  var value: Double? { lastComplete.flatMap(number(of:)) }

  var previous: Double? { lastComplete.flatMap { number(of: $0 - 1) } }

  var soFar: Double? {
    guard let last = periods.last, last.index == current, last.value.isFinite
    else { return nil }
    return last.value
  }

  /// The numbers of the complete periods, at most `limit` of the latest.
  func history(limit: Int) -> [HistoryPoint] {
    guard let first, let lastComplete, first <= lastComplete else { return [] }
    let start = max(first, lastComplete - max(0, limit - 1))
    return (start...lastComplete).map {
      HistoryPoint(
        moment: Moment(packed: per.start(ofIndex: $0) * 4),
        value: number(of: $0))
    }
  }

  /// The numbers of the latest complete periods that have one, oldest first, at
  /// most `limit`.
  func latestNumbers(limit: Int) -> [Double] {
    guard total != .sum else {
      return history(limit: limit).compactMap(\.value)
    }
    var numbers: [Double] = []
    for period in periods.reversed() {
      if numbers.count >= limit { break }
      guard let lastComplete, period.index <= lastComplete,
        let number = number(of: period.index)
      else { continue }
      numbers.append(number)
    }
    return numbers.reversed()
  }
}
