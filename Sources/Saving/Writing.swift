import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Descriptor {
  /// Writes all bytes where it stands, or at the end if it was opened so.
  func append(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = try check("write") {
        rest.withUnsafeBytes {
          // A system may refuse more than this in one call.
          write(number, $0.baseAddress, min($0.count, 1 << 30))
        }
      }
      // A disk that takes nothing is full.
      guard count > 0 else { throw SystemFailure(call: "write", code: ENOSPC) }
      rest = rest.dropFirst(count)
    }
  }

  /// The bytes from `place` on, at most `count`; fewer where there are not so
  /// many or where they cannot be read.
  func bytes(at place: Int64, count: Int) -> [UInt8] {
    bytesOf(number, at: place, count: count)
  }
}

/// The bytes of an open file from `place` on, at most `count`.
func bytesOf(_ file: Int32, at place: Int64, count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
      let got = pread(
        file, rest.baseAddress, rest.count, off_t(place) + off_t(filled))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return }
      filled += got
    }
  }
}
