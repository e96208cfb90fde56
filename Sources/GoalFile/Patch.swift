/// A change of some bytes of a file into others; all other bytes stay.
package struct Patch: Hashable, Sendable {
  /// The bytes that are replaced, as offsets; empty to insert.
  package let range: Range<Int>
  package let replacement: [UInt8]

  package init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// The bytes with this change made.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - range.count + replacement.count)
    result.append(contentsOf: bytes[..<range.lowerBound])
    result.append(contentsOf: replacement)
    result.append(contentsOf: bytes[range.upperBound...])
    return result
  }
}
