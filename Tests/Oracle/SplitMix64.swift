/// A small source of numbers that look random and are the same for a seed.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `range`.
  mutating func pick(_ range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next() % count)
  }

  /// One of `values`, of which there must be some.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[pick(0...values.count - 1)]
  }

  /// Whether something that happens in `percent` of 100 cases happens.
  mutating func happens(_ percent: Int) -> Bool { pick(1...100) <= percent }

  /// `values` in another order.
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for place in values.indices.reversed() where place > 0 {
      values.swapAt(place, pick(0...place))
    }
    return values
  }
}
