import GoalFile
import Goals
import Testing

/// What is signal and what is noise, worked out by hand.
struct SignalTests {
  struct Chart: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let numbers: [Double]
    let limits: ClosedRange<Double>
    var signal: Signal?

    init(
      _ sentence: String, _ numbers: [Double], _ limits: ClosedRange<Double>,
      _ signal: Signal? = nil
    ) {
      testDescription = sentence
      self.numbers = numbers
      self.limits = limits
      self.signal = signal
    }
  }

  /// Mean 11, mean moving range 2.
  private static let zigzag: [Double] = [10, 12, 10, 12, 10, 12]
  private static let low: [Double] = [2, 0, 2, 0, 2, 0, 2, 0]

  static let charts = [
    Chart("just inside the upper limit", zigzag + [16.3], 5.68...16.32),
    Chart("above the upper limit", zigzag + [16.4], 5.68...16.32, .outside),
    Chart("just inside the lower limit", zigzag + [5.7], 5.68...16.32),
    Chart("below the lower limit", zigzag + [5.6], 5.68...16.32, .outside),
    // 29 / 15 ± 2.66 × 17 / 14
    Chart(
      "8 in a row above the mean", low + [3, 3, 3, 3, 3, 3, 3, 3],
      -1.296667...5.163333, .run),
    // 26 / 14 ± 2.66 × 17 / 13
    Chart(
      "7 in a row above the mean", low + [3, 3, 3, 3, 3, 3, 3],
      -1.621319...5.335604),
    // 138 / 12 ± 2.66 × 20 / 11
    Chart(
      "3 of 4 near the upper limit",
      zigzag + [10, 12, 10, 12, 14, 14, 14], 6.663636...16.336364, .near),
    // 124 / 11 ± 2.66 × 2
    Chart(
      "2 of 4 near the upper limit", zigzag + [10, 12, 10, 12, 14, 14],
      5.952727...16.592727),
    Chart(
      "what lies more than 25 back",
      [1_000, -1_000] + [Double](repeating: 0.1, count: 25), 0.1...0.1),
    Chart("a first change", [3, 3, 3, 3, 3, 3, 4], 3...3, .outside),
  ]

  @Test(arguments: charts)
  func `the limits are those of the chart`(_ chart: Chart) throws {
    let limits = try #require(NaturalLimits(chart.numbers))
    #expect(abs(limits.lower - chart.limits.lowerBound) < 1e-6)
    #expect(abs(limits.upper - chart.limits.upperBound) < 1e-6)
    #expect(abs(limits.mean - (limits.lower + limits.upper) / 2) < 1e-9)
    #expect(limits.signal == chart.signal)
    // Upside down it is the same.
    let mirrored = try #require(NaturalLimits(chart.numbers.map { -$0 }))
    #expect(mirrored.signal == chart.signal)
  }

  @Test func `6 numbers are too few, and so are infinite limits`() {
    #expect(NaturalLimits([]) == nil)
    #expect(NaturalLimits(Self.zigzag) == nil)
    let huge = Double.greatestFiniteMagnitude
    #expect(NaturalLimits([huge, -huge, huge, -huge, huge, -huge, 0]) == nil)
  }

  @Test(arguments: 0..<200)
  func `what is constant is noise, what shifts is a signal`(_ seed: Int) throws
  {
    let value = Double(seed * 7_919 % 1_000) / 7 - 50
    let constant = [Double](repeating: value, count: 7 + seed % 40)
    #expect(try #require(NaturalLimits(constant)).signal == nil)
    let shaken = constant.enumerated().map {
      $0.element + ($0.offset % 2 == 0 ? 0.5 : -0.5)
    }
    #expect(try #require(NaturalLimits(shaken)).signal == nil)
    let shift = seed % 3 == 0 ? -4.0 : 4
    #expect(
      try #require(NaturalLimits(shaken + [value + shift])).signal == .outside)
    let low = (0..<8).map { _ in value + shift / 4 }
    let shifted = try #require(NaturalLimits(shaken + shaken + low))
    #expect(shifted.signal != nil)
  }

  @Test func `a KPI that totals is judged by its complete periods`() throws {
    // Every other week is empty; the week that is under way does not count.
    let days = (0..<8).map { Day(number: 20_731 + $0 * 14) }
    let lines = days.enumerated().map {
      "\($0.element) \($0.offset < 7 ? 10 + $0.offset % 2 : 99)"
    }
    let text = "kpi K\ntotal mean per week\nevery 4 weeks\n"
    let board = Document(
      Array((text + lines.joined(separator: "\n") + "\n").utf8)
    ).board
    let during = board.standing(ofKPI: 0, at: Now(days[7]))
    let limits = try #require(during.limits)
    #expect(limits.mean == 10.5)
    #expect(limits.signal == nil)
    let after = board.standing(ofKPI: 0, at: Now(days[7].adding(7)))
    #expect(after.limits?.signal == .outside)
  }

  @Test func `a signal comes before what is at risk`() {
    let numbers = [5, 6, 5, 6, 5, 6, 5, 6, 20]
    let lines = numbers.enumerated().map {
      "\(Day(number: 20_731 + $0.offset)) \($0.element)"
    }.joined(separator: "\n")
    let text = """
      kpi Fine
      2026-10-13 1
      kpi Tolerable
      healthy 5 ..
      tolerable 0 ..
      2026-10-13 1
      kpi Signal
      healthy 5 ..
      \(lines)

      """
    let board = Document(Array(text.utf8)).board
    let now = Now(Day(number: 20_739))
    let matters = board.attention(standing(of: board, at: now))
    #expect(matters.map(\.thing) == [.kpi(2), .kpi(1), .kpi(0)])
    #expect(matters.map(\.reason) == [.signal, .atRisk, .rest])
  }

  @Test func `it is said in words`() throws {
    let outside = try #require(NaturalLimits(Self.zigzag + [20]))
    #expect(outside.words == "signal: outside its limits 5.7 to 16.3")
    let noise = try #require(NaturalLimits(Self.zigzag + [11]))
    #expect(noise.words == "noise")
  }
}
