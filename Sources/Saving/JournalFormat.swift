import GoalFile

/// How a journal is written down: a mark, then records.
///
/// A record is its kind, the length of its content, a checksum of these two, a
/// checksum of all of it, and the content. Each checksum covers all records
/// before, too.
enum JournalFormat {
  /// The first bytes of every journal; the digit is the version.
  static var mark: [UInt8] { Array("bearing journal 1\n".utf8) }

  /// What a record says.
  enum Kind: UInt8 {
    /// Which file the journal is about, and since when.
    case header = 1
    /// The file as it was before the first edit.
    case base = 2
    /// Patches, made at once.
    case edit = 3
    /// The file holds everything up to here.
    case saved = 4
  }

  /// Which file a journal is about, and since when.
  struct Header: Hashable {
    var path: [UInt8]
    var device: UInt64
    var inode: UInt64
    /// Since the start of 1970.
    var seconds: Int64
    var process: Int64
    /// Makes the checksums of no two journals agree.
    var salt: UInt64
  }
}

extension JournalFormat.Header {
  var content: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(number: device)
    bytes.append(number: inode)
    bytes.append(number: UInt64(bitPattern: seconds))
    bytes.append(number: UInt64(bitPattern: process))
    bytes.append(number: salt)
    return bytes + path
  }

  init?(content: ArraySlice<UInt8>) {
    var rest = content
    guard let device = rest.takeNumber(), let inode = rest.takeNumber(),
      let seconds = rest.takeNumber(), let process = rest.takeNumber(),
      let salt = rest.takeNumber()
    else { return nil }
    self.init(
      path: Array(rest), device: device, inode: inode,
      seconds: Int64(bitPattern: seconds), process: Int64(bitPattern: process),
      salt: salt)
  }
}

extension JournalFormat {
  /// What a record of patches contains.
  static func content(of patches: [Patch]) -> [UInt8] {
    var bytes: [UInt8] = []
    for patch in patches {
      bytes.append(number: UInt64(patch.range.lowerBound))
      bytes.append(number: UInt64(patch.range.upperBound))
      bytes.append(number: UInt64(patch.replacement.count))
      bytes += patch.replacement
    }
    return bytes
  }

  /// The patches of a record, or `nil` where they do not fit on `size` bytes
  /// or not beside each other.
  static func patches(
    _ content: ArraySlice<UInt8>, on size: Int
  ) -> [Patch]? {
    var rest = content
    var patches: [Patch] = []
    var last = 0
    while !rest.isEmpty {
      guard let start = rest.takeCount(atMost: size), start >= last,
        let end = rest.takeCount(atMost: size), end >= start,
        let length = rest.takeCount(atMost: rest.count), length <= rest.count
      else { return nil }
      let replacement = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
      patches.append(Patch(range: start..<end, replacement: replacement))
      last = end
    }
    return patches
  }
}

extension [UInt8] {
  /// Makes changes whose offsets are all into the bytes as they are now, in
  /// the order of the file.
  mutating func apply(_ patches: [Patch]) {
    for patch in patches.reversed() {
      replaceSubrange(patch.range, with: patch.replacement)
    }
  }

  mutating func append(number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Takes a number off the start, or returns `nil` where there is none whole.
  mutating func takeNumber() -> UInt64? {
    guard count >= 8 else { return nil }
    var number: UInt64 = 0
    for byte in prefix(8).reversed() { number = number << 8 | UInt64(byte) }
    self = dropFirst(8)
    return number
  }

  mutating func takeCount(atMost limit: Int) -> Int? {
    guard let number = takeNumber() else { return nil }
    guard let count = Int(exactly: number), count <= limit else { return nil }
    return count
  }
}
