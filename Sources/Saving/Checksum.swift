/// A number of 64 bits that tells bytes from others.
///
/// Bytes that differ within one of their groups of eight always differ in it;
/// others do but for a chance of one in 2^64. It keeps nobody out who wants to
/// forge one.
struct Checksum: Hashable {
  private(set) var value: UInt64

  init(_ value: UInt64 = 0) {
    self.value = value
  }

  /// Takes in bytes, and how many they are.
  mutating func combine(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      var place = 0
      while place + 8 <= buffer.count {
        combine(
          UInt64(
            littleEndian: buffer.loadUnaligned(
              fromByteOffset: place, as: UInt64.self)))
        place += 8
      }
      var last: UInt64 = 0
      while place < buffer.count {
        last = last << 8 | UInt64(buffer[place])
        place += 1
      }
      combine(last)
      combine(UInt64(buffer.count))
    }
  }

  /// Takes in a number: a step that can be undone, so that no two numbers lead
  /// to the same result.
  mutating func combine(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}
