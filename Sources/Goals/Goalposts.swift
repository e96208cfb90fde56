/// The start and the target between which a key result is on its way.
package struct Goalposts: Hashable, Sendable {
  package var from: Double
  package var to: Double

  /// How much of the way `value` is, or `nil` where the posts are the same.
  ///
  /// A fraction, not clamped: 1.2 is over-achievement, -0.1 a step back. A
  /// target below the start counts down.
  package func progress(of value: Double) -> Double? {
    let fraction = (value - from) / (to - from)
    return from == to || !fraction.isFinite ? nil : fraction
  }
}

extension KeyResult {
  /// The goalposts that hold at `now` and the first ones; `nil` where it has
  /// none.
  ///
  /// A move holds from its date on; of two on one day the later line.
  package func goalposts(
    at now: Now
  ) -> (current: Goalposts, original: Goalposts, haveMoved: Bool)? {
    guard case .range(let from, let to, _) = measure else { return nil }
    let original = Goalposts(from: from, to: to)
    if moves.isEmpty { return (original, original, false) }
    var current = original
    let known = moves.filter { now.knows($0.moment) }
    let inOrder = known.enumerated().sorted {
      ($0.element.moment.day.number, $0.offset)
        < ($1.element.moment.day.number, $1.offset)
    }
    for (_, move) in inOrder {
      current = Goalposts(from: move.from ?? current.from, to: move.to)
    }
    return (current, original, !known.isEmpty)
  }
}

extension Board {
  /// The progress that a key result would have at this value, for showing it
  /// while a number is typed; `nil` where a number gives it none.
  package func progress(
    ofKeyResult index: Int, value: Double, at now: Now
  ) -> Double? {
    keyResults[index].goalposts(at: now)?.current.progress(of: value)
  }
}
