/// Whole lines that come and go, to be made into patches.
struct LinePatches {
  private var patches: [Patch] = []

  /// Takes out the lines of a range, which begins and ends where lines do.
  mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { patches.append(Patch(range: range, replacement: [])) }
  }

  /// Puts in lines, each with its end, where a line begins or the file ends.
  mutating func insert(_ text: [UInt8], at offset: Int) {
    patches.append(Patch(range: offset..<offset, replacement: text))
  }

  /// The change of `document`, whose last line keeps its end or the lack of it.
  func change(of document: Document) -> Change {
    let bytes = document.bytes
    var merged = mergedPatches
    guard let last = merged.last, last.range.upperBound == bytes.count,
      let byte = bytes.last, byte != 10
    else { return Change(merged, of: bytes) }
    merged.removeLast()
    if !last.range.isEmpty, last.replacement.isEmpty {
      merged.append(Self.ending(last.range, &merged, document))
    } else {
      let ending = document.lineEnd(ofLineAt: bytes.count - 1)
      var text = last.replacement
      while text.last == 10 || text.last == 13 { text.removeLast() }
      if last.range.isEmpty { text = ending + text }
      merged.append(Patch(range: last.range, replacement: text))
    }
    return Change(merged, of: bytes)
  }

  /// The patch that takes out the end of a file without a final line end: with
  /// the line end before it, and the empty lines, which would be line ends again.
  private static func ending(
    _ range: Range<Int>, _ others: inout [Patch], _ document: Document
  ) -> Patch {
    var start = range.lowerBound
    while true {
      start = document.endOfWords(
        before: document.startOfEmptyLines(above: start))
      guard let last = others.last, last.range.upperBound >= start else {
        break
      }
      guard last.replacement.isEmpty else {
        start = last.range.upperBound
        break
      }
      others.removeLast()
      start = last.range.lowerBound
    }
    return Patch(range: start..<range.upperBound, replacement: [])
  }

  /// In order, those that touch made one.
  private var mergedPatches: [Patch] {
    let sorted = patches.enumerated().sorted {
      let (left, right) = ($0.element.range, $1.element.range)
      return (left.lowerBound, left.upperBound, $0.offset)
        < (right.lowerBound, right.upperBound, $1.offset)
    }
    var merged: [Patch] = []
    for (_, patch) in sorted {
      guard let last = merged.last,
        last.range.upperBound >= patch.range.lowerBound
      else {
        merged.append(patch)
        continue
      }
      let end = max(last.range.upperBound, patch.range.upperBound)
      merged[merged.count - 1] = Patch(
        range: last.range.lowerBound..<end,
        replacement: last.replacement + patch.replacement)
    }
    return merged
  }
}

// MARK: - Lines

extension Document {
  /// Where the first line begins: behind a byte order mark.
  var startOfText: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Where the line that holds the byte at `offset` begins.
  func startOfLine(at offset: Int) -> Int {
    let span = bytes.span
    var start = offset
    while start > 0, span[start - 1] != 10 { start -= 1 }
    return max(start, min(startOfText, bytes.count))
  }

  /// Behind the line at `offset`, its end included.
  func endOfLine(at offset: Int) -> Int {
    let span = bytes.span
    var index = offset
    while index < span.count, span[index] != 10 { index += 1 }
    return min(index + 1, span.count)
  }

  /// The whole line that holds the byte at `offset`, its end included.
  func wholeLine(at offset: Int) -> Range<Int> {
    startOfLine(at: offset)..<endOfLine(at: offset)
  }

  /// How the line at `offset` ends; where it has no end, the line before it.
  func lineEnd(ofLineAt offset: Int) -> [UInt8] {
    var end = endOfLine(at: offset)
    if end > 0, bytes[end - 1] != 10 {
      while end > 0, bytes[end - 1] != 10 { end -= 1 }
    }
    return end > 1 && bytes[end - 2] == 13 ? [13, 10] : [10]
  }

  /// Where the line before `start`, the beginning of a line, ends but for its
  /// line end; `start` where there is no line before it.
  func endOfWords(before start: Int) -> Int {
    guard start > startOfText, bytes[start - 1] == 10 else { return start }
    let end = start - 1
    return end > startOfText && bytes[end - 1] == 13 ? end - 1 : end
  }

  /// Where the line before the one at `start` begins, if there is one.
  func startOfLine(before start: Int) -> Int? {
    start > startOfText ? startOfLine(at: start - 1) : nil
  }

  /// The first byte of a line that is no blank, if there is one.
  func firstByte(ofLineAt start: Int) -> UInt8? {
    bytes[line(at: start)].first { !isBlank($0) }
  }

  func isEmptyLine(at start: Int) -> Bool {
    start < bytes.count && firstByte(ofLineAt: start) == nil
  }

  func isComment(at start: Int) -> Bool {
    start < bytes.count && firstByte(ofLineAt: start) == UInt8(ascii: "#")
  }

  /// The blanks that the line at `start` begins with.
  func indentation(ofLineAt start: Int) -> [UInt8] {
    Array(bytes[line(at: start)].prefix(while: isBlank))
  }
}
