extension Change {
  /// The change that makes `result` of `bytes`, as one patch from the first byte
  /// that differs to the last.
  package init(from bytes: [UInt8], to result: [UInt8]) {
    let old = bytes.span
    let new = result.span
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var end = 0
    while end < shorter - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    self.init(
      [
        Patch(
          range: start..<(bytes.count - end),
          replacement: Array(result[start..<(result.count - end)]))
      ], of: bytes)
  }
}
