/// What is the same in two versions of a file, at its beginning and at its end.
///
/// So one stretch of bytes is taken to be another: from the first that differs
/// to the last.
struct SameBytes {
  private let counts: (old: Int, new: Int)
  /// How many bytes are the same from the start on.
  private let first: Int
  /// How many are the same up to the end.
  private let last: Int

  init(_ old: [UInt8], _ new: [UInt8]) {
    let (one, other) = (old.span, new.span)
    counts = (one.count, other.count)
    let most = min(one.count, other.count)
    var first = 0
    while first + step <= most, areEqual(one, first, other, first) {
      first += step
    }
    while first < most, one[first] == other[first] { first += 1 }
    var last = 0
    while last + step <= most,
      areEqual(
        one, one.count - last - step, other, other.count - last - step)
    {
      last += step
    }
    while last < most,
      one[one.count - last - 1] == other[other.count - last - 1]
    {
      last += 1
    }
    self.first = first
    self.last = last
  }

  /// Whether a part of the new file is that part of the old one, and lies at one
  /// end of what is the same.
  func areSame(_ old: Range<Int>, _ new: Range<Int>) -> Bool {
    let way = new.lowerBound - old.lowerBound
    return new.upperBound - old.upperBound == way && holds(old, by: way)
  }

  /// Whether a part of the old file stands in the new one so many bytes further
  /// on, and lies at one end of what is the same.
  func holds(_ old: Range<Int>, by way: Int) -> Bool {
    if way == 0, old.upperBound <= first { return true }
    return way == counts.new - counts.old
      && old.lowerBound >= counts.old - last
  }

  /// Where the line of the new file at `position` begins in the old one, as far
  /// as what is the same tells.
  func start(ofLineAt position: Int) -> Int? {
    if position < first { return position }
    // The line feed before it belongs to what is the same too.
    return position > counts.new - last
      ? position + counts.old - counts.new : nil
  }
}

/// How many bytes are compared at once.
private let step = 64

@inline(__always)
private func areEqual(
  _ one: Span<UInt8>, _ place: Int, _ other: Span<UInt8>, _ otherPlace: Int
) -> Bool {
  let left = one.extracting(place..<place + step)
  let right = other.extracting(otherPlace..<otherPlace + step)
  var difference: UInt8 = 0
  for index in 0..<step { difference |= left[index] ^ right[index] }
  return difference == 0
}
