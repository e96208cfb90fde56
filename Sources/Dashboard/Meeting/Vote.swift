import GoalFile
import Goals

/// A silent vote on how sure people are of something: each types a digit that
/// nobody sees, and all are revealed together.
package struct Vote: Hashable, Sendable {
  /// Whether the votes are seen.
  enum Phase: Hashable {
    case hidden, revealed
  }

  /// What the vote is on.
  var thing: Thing
  /// From 0 to 10 each, in the order in which they were typed.
  private(set) var votes: [Int] = []
  private(set) var phase = Phase.hidden

  init(on thing: Thing) {
    self.thing = thing
  }

  /// Takes a vote, unless they are revealed.
  mutating func cast(_ vote: Int) {
    guard phase == .hidden, (0...10).contains(vote), votes.count < 99 else {
      return
    }
    votes.append(vote)
  }

  mutating func takeBack() {
    if phase == .hidden { _ = votes.popLast() }
  }

  mutating func reveal() {
    votes.sort()
    phase = .revealed
  }

  /// `nil` without votes.
  var mean: Double? {
    votes.isEmpty ? nil : Double(votes.reduce(0, +)) / Double(votes.count)
  }

  /// The mean as a confidence, half rounded up.
  var confidence: Int? { mean.map { Int(($0 + 0.5).rounded(.down)) } }

  /// The votes that lie 3 or more from the median, unless half of all do: who
  /// gave them has something to say.
  var outliers: [Int] {
    let sorted = votes.sorted()
    guard !sorted.isEmpty else { return [] }
    let middle = sorted.count / 2
    let median = Double(sorted[middle] + sorted[(sorted.count - 1) / 2]) / 2
    let far = sorted.filter { abs(Double($0) - median) >= 3 }
    return far.count * 2 < sorted.count ? far : []
  }

  /// What is recorded of it, as it would be typed:
  /// `- 6/10 vote of 5: 4 6 6 7 8`.
  var entry: String? {
    guard let confidence else { return nil }
    let all = votes.sorted().map(String.init).joined(separator: " ")
    return "- \(confidence)/10 vote of \(votes.count): \(all)"
  }
}
