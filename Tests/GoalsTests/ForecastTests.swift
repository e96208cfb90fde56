import GoalFile
import Goals
import Testing

/// Where key results land, worked out by hand.
struct ForecastTests {
  @Test func `a straight line goes on`() throws {
    let forecast = try #require(
      landed("from 0 to 100", [5, 10, 15, 20]))
    #expect(isClose(forecast.needed, 80.0 / 67 * 7))
    #expect(isClose(forecast.recent, 5))
    #expect(isClose(forecast.days, 21))
    let landing = try #require(forecast.landing)
    for value in [landing.value, landing.low, landing.high] {
      #expect(isClose(value, 20 + 5 * 66.0 / 7))
    }
    #expect(forecast.arrives?.description == "2027-02-15")
  }

  @Test func `a wild reading does not turn it`() throws {
    let forecast = try #require(
      landed("from 0 to 100", [0, 5, 50, 15, 20]))
    #expect(isClose(forecast.recent, 5))
    let landing = try #require(forecast.landing)
    #expect(landing.low < 0 && landing.high > 100)
  }

  @Test func `the range is that of a walk whose drift is not known`() throws {
    // Slopes 1, 3 and 2: the median is 2, the steps beside it -1 and 1.
    let forecast = try #require(landed("from 0 to 100", [0, 1, 4]))
    #expect(isClose(forecast.recent, 2))
    let landing = try #require(forecast.landing)
    // 2 / 7 a day of one degree of freedom, 73 days, 14 days of readings.
    let reach = 0.92 * 3.1316 * (2.0 / 7 * 73 * (1 + 73.0 / 14)).squareRoot()
    #expect(isClose(landing.value, 4 + 2 * 73.0 / 7))
    #expect(isClose(landing.high - landing.value, reach))
    #expect(isClose(landing.value - landing.low, reach))
  }

  @Test func `the way may lead down, or nowhere`() throws {
    let down = try #require(landed("from 9 to 2", [8, 7, 6, 5]))
    #expect(isClose(down.recent, -1))
    #expect(down.arrives?.description == "2026-11-16")
    let flat = try #require(landed("from 0 to 9", [4, 4, 4, 4]))
    #expect(flat.recent == 0 && flat.arrives == nil)
    let back = try #require(landed("from 0 to 9", [7, 6, 5, 4]))
    #expect(back.arrives == nil)
    let there = try #require(landed("from 0 to 9", [7, 8, 9, 10]))
    #expect(there.arrives == nil && there.needed == nil)
    #expect(there.landing != nil)
  }

  @Test func `old readings do not count`() throws {
    let rising = (1...8).map { 100 + $0 }
    let forecast = try #require(
      landed("from 0 to 200", [90, 0, 70, 0] + rising))
    #expect(isClose(forecast.recent, 1))
    #expect(isClose(forecast.days, 49))
  }

  @Test func `what cannot be told is not told`() {
    #expect(landed("from 0 to 100", [5, 10]) == nil)
    #expect(landed("keep 0 .. 100", [5, 10, 15]) == nil)
    #expect(landed("[x] Done", [5, 10, 15]) == nil)
    #expect(
      landed("from 0 to 100\nclose 2026-10-12 0.5 Enough", [5, 10, 15])
        == nil)
  }

  @Test func `a KPI that adds up goes by its sums`() throws {
    let text = """
      kpi [sold] Sold
      total sum per week
      \(lines([3, 4, 5, 4, 3]))
      objective O
      cycle Q
      kr K
      from 0 to 100
      measured by [sold]
      cycle Q 2026-10-01 .. 2026-12-31

      """
    let board = Document(Array(text.utf8)).board
    let now = Now(Self.first.adding(28))
    let standing = board.standing(ofKeyResult: 0, at: now)
    #expect(standing.value == 19)
    let forecast = try #require(
      board.forecast(ofKeyResult: 0, standing, at: now))
    #expect(isClose(forecast.recent, 4))
  }

  // MARK: - Calibration

  /// How a series comes about.
  enum Family: CaseIterable {
    case walk, line, steps
  }

  /// Of each series the first 4 to 11 weeks are known, and the last 1 to 9 are not.
  @Test func `of 100 ranges 75 to 85 hold the truth`() throws {
    var held: [Family: Int] = [:]
    let count = 400
    for family in Family.allCases {
      for seed in 0..<count {
        var dice = Dice(seed: seed * 3 + 1)
        let known = 4 + dice.below(8)
        let ahead = 1 + dice.below(9)
        let all = series(family, known + ahead, &dice)
        let end = Self.first.adding(7 * (known + ahead - 1))
        let forecast = try #require(
          landed(
            "from 0 to 1000000\ndue \(end)", Array(all.prefix(known))))
        let landing = try #require(forecast.landing)
        let truth = Double(all[known + ahead - 1])
        if landing.low - 0.5 <= truth, truth <= landing.high + 0.5 {
          held[family, default: 0] += 1
        }
      }
    }
    let shares = held.mapValues { Double($0) / Double(count) }
    let share = shares.values.reduce(0, +) / 3
    #expect((0.75...0.85).contains(share), "\(shares)")
    // The range is that of a walk: it is wide for what only scatters about a
    // line, and narrow for what moves by few large steps.
    #expect((0.75...0.85).contains(shares[.walk] ?? 0), "\(shares)")
    #expect((0.8...1).contains(shares[.line] ?? 0), "\(shares)")
    #expect((0.65...0.85).contains(shares[.steps] ?? 0), "\(shares)")
  }

  private func series(
    _ family: Family, _ count: Int, _ dice: inout Dice
  ) -> [Int] {
    let drift = 1_000 + 500 * dice.normal()
    let noise = 300 + 200 * Double(dice.below(9))
    let chance = 30 + dice.below(40)
    var value = 0.0
    return (0..<count).map { index in
      switch family {
      case .walk:
        value += drift + noise * dice.normal()
        return Int(value)
      case .line: return Int(drift * Double(index) + noise * dice.normal())
      case .steps:
        if dice.below(100) < chance {
          value += 500 + Double(dice.below(2 * Int(abs(drift)) + 1))
        }
        return Int(value)
      }
    }
  }

  // MARK: - Boards

  /// A Monday.
  private static let first = Day(
    number: Day.number(year: 2026, month: 10, day: 5))

  private func lines(_ values: [Int]) -> String {
    values.enumerated().map {
      "\(Self.first.adding(7 * $0.offset)) \($0.element)"
    }.joined(separator: "\n")
  }

  /// The forecast on the day of the last of these readings, one a week.
  private func landed(_ measure: String, _ values: [Int]) -> Forecast? {
    let text = """
      cycle Q 2026-10-01 .. 2026-12-31
      objective O
      cycle Q
      kr K
      \(measure)
      \(lines(values))

      """
    let board = Document(Array(text.utf8)).board
    let now = Now(Self.first.adding(7 * (values.count - 1)))
    return board.forecast(
      ofKeyResult: 0, board.standing(ofKeyResult: 0, at: now), at: now)
  }

  private func isClose(_ left: Double?, _ right: Double) -> Bool {
    left.map { abs($0 - right) < 1e-9 } ?? false
  }
}

/// Dice that fall the same way for the same seed.
private struct Dice {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func below(_ end: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % end
  }

  /// About normal, with the mean 0 and the deviation 1.
  mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double(below(1 << 20)) / 1_048_576 }
  }
}
