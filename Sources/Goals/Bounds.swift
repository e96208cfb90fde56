/// A range of numbers, open on at most one side; its ends belong to it.
package struct Bounds: Hashable, Sendable {
  /// The lower end, or `nil` where it is open.
  package let from: Double?
  /// The upper end, or `nil` where it is open.
  package let to: Double?

  package init(from: Double?, to: Double?) {
    self.from = from
    self.to = to
  }

  /// Whether `value` lies inside, with a tolerance of 1e-9 at the ends.
  package func contains(_ value: Double) -> Bool {
    distance(to: value) <= tolerance
  }

  /// How far outside `value` lies: 0 inside, else the way to the nearest end.
  package func distance(to value: Double) -> Double {
    if let from, value < from { return from - value }
    if let to, value > to { return value - to }
    return 0
  }
}

/// What two numbers may differ by and still count as equal in a comparison with
/// a threshold.
package var tolerance: Double { 1e-9 }
