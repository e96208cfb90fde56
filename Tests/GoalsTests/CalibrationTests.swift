import GoalFile
import Goals
import Testing

/// How well confidence foretold the outcome, worked out by hand.
struct CalibrationTests {
  /// A forecast, and whether it came true.
  private typealias Forecast = (stated: Int, isReached: Bool)

  @Test func `the Brier score is the mean of the squared distances`() throws {
    let reliability = try #require(
      Reliability(
        outcomes([(9, true), (7, true), (4, false), (8, false), (10, true)])))
    // 0.01 + 0.09 + 0.16 + 0.64 + 0 = 0.90
    #expect(isClose(reliability.brier, 0.18))
    #expect(isClose(reliability.stated, 0.76))
    #expect(isClose(reliability.reached, 0.6))
    #expect(reliability.count == 5)
  }

  @Test func `each class says what was stated and what was reached`() throws {
    let reliability = try #require(
      Reliability(
        outcomes([
          (0, false), (2, false), (4, true), (7, true), (8, false), (8, true),
          (9, true),
        ])))
    let classes = reliability.classes
    #expect(classes.map(\.count) == [2, 1, 0, 3, 1])
    #expect(classes.map(\.confidences) == [0...2, 3...4, 5...6, 7...8, 9...10])
    #expect(
      zip(classes.map(\.stated), [0.1, 0.4, nil, 23.0 / 30, 0.9])
        .allSatisfy { isClose($0, $1) })
    #expect(
      zip(classes.map(\.reached), [0, 1, nil, 2.0 / 3, 1])
        .allSatisfy { isClose($0, $1) })
  }

  @Test func `four forecasts say nothing yet`() {
    #expect(Reliability(outcomes([(9, true), (7, true), (4, false)])) == nil)
    let four = [Forecast](repeating: (9, true), count: 4)
    #expect(Reliability(outcomes(four)) == nil)
    #expect(Reliability(outcomes(four + [(1, true)])) != nil)
  }

  @Test(arguments: 0..<200)
  func `it lies between 0 and 1, and prophets score 0`(_ seed: Int) throws {
    var random = Xorshift(seed)
    let count = 5 + random.below(40)
    let isReached = (0..<count).map { _ in random.below(2) == 1 }
    let any = isReached.map { (stated: random.below(11), isReached: $0) }
    let reliability = try #require(Reliability(outcomes(any)))
    #expect((0...1).contains(reliability.brier))
    #expect((0...1).contains(reliability.brierOfMeans))
    #expect(reliability.classes.map(\.count).reduce(0, +) == count)
    // The classes make up the whole again.
    let sum = reliability.classes.map { ($0.reached ?? 0) * Double($0.count) }
      .reduce(0, +)
    #expect(isClose(sum / Double(count), reliability.reached))
    let prophet = isReached.map { (stated: $0 ? 10 : 0, isReached: $0) }
    #expect(try #require(Reliability(outcomes(prophet))).brier == 0)
    let wrong = isReached.map { (stated: $0 ? 0 : 10, isReached: $0) }
    #expect(try #require(Reliability(outcomes(wrong))).brier == 1)
    let unsure = isReached.map { (stated: 5, isReached: $0) }
    #expect(isClose(try #require(Reliability(outcomes(unsure))).brier, 0.25))
  }

  /// Two objectives, six closed key results, five of Ada's foretold.
  private static let board = """
    cycle Q 2026-07-01 .. 2026-09-30
    objective A
    cycle Q
    owner Ada
    kind committed
    kr 1
    2026-08-01 - 4/10
    2026-09-01 - 9/10
    close 2026-09-30 1.0 All of it
    kr 2
    2026-09-01 - 8/10
    2026-09-30 - 1/10 Said on the last day, too late
    close 2026-09-30 0.9 Not all of it
    kr 3
    owner Lin
    2026-09-01 - 6/10
    close 2026-09-30 1.0 Lin's
    kr nobody said anything
    close 2026-09-30 1.0 Well
    objective B
    cycle Q
    owner Ada
    kr 5
    2026-09-01 - 7/10
    close 2026-09-30 0.7 Enough
    kr 6
    2026-09-01 - 3/10
    close 2026-09-30 0.69 Not enough
    kr 7
    2026-09-01 - 2/10
    2026-09-02 12 a number alone
    close 2026-09-30 0.2 As feared
    kr still open
    2026-09-01 - 2/10
    objective C
    kind learning
    owner Ada
    kr 9
    2026-09-01 - 0/10
    close 2026-09-30 0.0 Learned

    """

  @Test func `only what was foretold before its day counts`() throws {
    let board = Document(Array(CalibrationTests.board.utf8)).board
    let at = standing(of: board, at: try now("2026-10-01"))
    let outcomes = board.forecastOutcomes(
      at, of: Array(board.keyResults.indices))
    #expect(outcomes.map(\.stated) == [9, 8, 6, 7, 3, 2])
    #expect(outcomes.map(\.mean) == [6.5, 8, 6, 7, 3, 2])
    #expect(
      outcomes.map(\.isReached) == [true, false, true, true, false, false])
  }

  @Test func `each owner is judged by what is their own`() throws {
    let board = Document(Array(CalibrationTests.board.utf8)).board
    let at = standing(of: board, at: try now("2026-10-01"))
    let calibration = try #require(board.calibration(at))
    #expect(calibration.overall.count == 6)
    // 0.01 + 0.64 + 0.16 + 0.09 + 0.09 + 0.04 = 1.03
    #expect(isClose(calibration.overall.brier, 1.03 / 6))
    #expect(calibration.owners.map(\.name) == ["Ada"])
    let ada = try #require(calibration.owners.first?.reliability)
    // Without Lin's 0.16; by the means 0.1225 for the first.
    #expect(isClose(ada.brier, 0.87 / 5))
    #expect(isClose(ada.brierOfMeans, (0.87 - 0.01 + 0.1225) / 5))
  }

  @Test func `before the closing there is nothing to judge`() throws {
    let board = Document(Array(CalibrationTests.board.utf8)).board
    let at = standing(of: board, at: try now("2026-09-29"))
    #expect(board.calibration(at) == nil)
    #expect(
      board.forecastOutcomes(at, of: Array(board.keyResults.indices)).isEmpty)
  }

  private func outcomes(_ forecasts: [Forecast]) -> [ForecastOutcome] {
    forecasts.map {
      ForecastOutcome(
        keyResult: 0, stated: $0.stated, mean: Double($0.stated),
        isReached: $0.isReached)
    }
  }
}

/// How a cycle came out, each rule with a board.
struct CycleReviewTests {
  private static let board = """
    cycle Q 2026-07-01 .. 2026-09-30
    cycle R 2026-10-01 .. 2026-12-31
    objective [a] Committed
    cycle Q
    kind committed
    weight 3
    cause The vendor was late
    close 2026-09-30 0.9 keep Nearly
    kr [a1] One
    from 0 to 10
    weight 3
    2026-09-01 9
    kr [a2] Two
    from 0 to 10
    2026-09-01 15 8/10
    close 2026-09-29 0.5 drop Too easy
    kr [a3] Of the next quarter
    cycle R
    from 0 to 10
    objective [b] Aspirational
    cycle Q
    kr [b1] Nothing yet
    from 0 to 10
    kr [b2] No measure
    kr [b3] Held
    keep above 5
    2026-07-01 7
    objective [c] Learning
    cycle Q
    kind learning
    close 2026-09-30 0.0 We know better now
    objective [d] Of the year
    cycle 2026
    kr [d1] Of the quarter
    cycle Q
    from 0 to 10
    2026-09-01 -5

    """

  private func review(_ name: String) throws -> (Board, CycleReview) {
    let board = Document(Array(CycleReviewTests.board.utf8)).board
    let at = standing(of: board, at: try now("2026-10-02"))
    let cycle = try #require(board.cycle(named: name))
    return (board, board.review(of: cycle, at))
  }

  @Test func `what has its end in the cycle is judged`() throws {
    let (board, review) = try review("Q")
    #expect(
      review.judgements.map { id(of: $0.thing, board) }
        == ["a", "a1", "a2", "b", "b1", "b2", "b3", "c", "d1"])
    #expect(review.keyResults == [0, 1, 3, 4, 5, 6])
    #expect(
      review.objectives.map { $0.judgement == nil }
        == [false, false, false, true])
    #expect(!review.isClosed)
    #expect(try self.review("R").1.keyResults == [2])
  }

  @Test func `a score is the final one, else that of the numbers`() throws {
    let (_, review) = try review("Q")
    let expected: [(suggested: Double?, score: Double?, isReached: Bool?)] = [
      // Three parts of 0.9, one of 0.5, one of 0.
      (3.2 / 5, 0.9, false), (0.9, 0.9, false), (1, 0.5, false),
      // 0 where nothing is measured yet; what has no measure is left out.
      (0.5, 0.5, false), (nil, nil, nil), (nil, nil, nil), (1, 1, true),
      (nil, 0, true), (0, 0, false),
    ]
    for (judgement, expected) in zip(review.judgements, expected) {
      #expect(isClose(judgement.suggested, expected.suggested))
      #expect(isClose(judgement.score, expected.score))
      #expect(judgement.isReached == expected.isReached)
    }
    // 0.9 by 3, 0.5 and 0 by 1 each.
    #expect(isClose(review.score, 3.2 / 5))
  }

  @Test func `the words of the closing stand beside the score`() throws {
    let (_, review) = try review("Q")
    let judgements = review.judgements
    #expect(judgements[0].next == .keep)
    #expect(judgements[0].learned == "Nearly")
    #expect(judgements[0].cause == "The vendor was late")
    #expect(judgements[2].next == .drop)
    #expect(judgements[2].confidence == 8)
    #expect(judgements[1].learned == nil)
    #expect(
      judgements.map(\.lacksCause)
        == [false, false, true, false, false, false, false, false, false])
  }

  private func id(of thing: Thing, _ board: Board) -> String? {
    switch thing {
    case .objective(let index): return board.objectives[index].id?.text
    case .keyResult(let index): return board.keyResults[index].id?.text
    case .kpi(let index): return board.kpis[index].id?.text
    }
  }
}

private func now(_ text: String) throws -> Now {
  Now(try #require(Moment(written: text)))
}

private func isClose(_ left: Double?, _ right: Double?) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return abs(left - right) < 1e-12
}

/// Dice that fall the same way for the same seed.
private struct Xorshift {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func below(_ end: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % end
  }
}
