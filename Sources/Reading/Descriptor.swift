#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file or folder, closed when this value goes.
package struct Descriptor: ~Copyable {
  package let number: Int32

  /// Takes over `number`, which is open.
  package init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Closes it and says whether that went well.
  package consuming func finish() throws(SystemFailure) {
    let number = self.number
    discard self
    // After EINTR the descriptor is closed all the same.
    if close(number) == -1, errno != EINTR {
      throw SystemFailure(call: "close", code: errno)
    }
  }

  /// Gives the number away without closing it.
  package consuming func release() -> Int32 {
    let number = self.number
    discard self
    return number
  }

  /// What the system says about it.
  package var status: stat {
    get throws(SystemFailure) {
      var status = stat()
      try check("fstat") { fstat(number, &status) }
      return status
    }
  }

  /// Reads from where it stands to the end.
  ///
  /// - Parameter expected: how many bytes there probably are.
  /// - Parameter limit: `EFBIG` is thrown beyond that many.
  package func readAll(
    expected: Int, limit: Int = .max
  ) throws(SystemFailure) -> [UInt8] {
    var failure: SystemFailure?
    var bytes = [UInt8](unsafeUninitializedCapacity: min(expected, limit)) {
      buffer, count in
      do throws(SystemFailure) {
        while count < buffer.count {
          let rest = buffer.count - count
          let place = buffer.baseAddress.map { $0 + count }
          let got = try check("read") { read(number, place, rest) }
          if got == 0 { break }
          count += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    try readRest(into: &bytes, limit: limit)
    return bytes
  }

  /// Appends what there is beyond the expected bytes; mostly nothing.
  private func readRest(
    into bytes: inout [UInt8], limit: Int
  ) throws(SystemFailure) {
    var chunkSize = 512
    while true {
      var got = 0
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) {
        buffer, count in
        got = read(number, buffer.baseAddress, buffer.count)
        code = errno
        count = max(0, got)
      }
      if got == 0 { return }
      guard got > 0 else {
        if code == EINTR { continue }
        throw SystemFailure(call: "read", code: code)
      }
      guard bytes.count <= limit - got else {
        throw SystemFailure(call: "read", code: EFBIG)
      }
      bytes += chunk
      chunkSize = 1 << 16
    }
  }
}
