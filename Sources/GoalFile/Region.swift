import Goals

// The lines that go with a block when it goes.

extension Document {
  /// The lines of a block with the comments that belong to it; of an objective
  /// with its key results.
  ///
  /// The comments right above its opener belong to it, unless they stand at the
  /// very top of the file, and those right behind its last line, unless they
  /// stand right above something else.
  func region(of subject: Subject) -> Range<Int> {
    let block = block(of: subject)
    var end = block.end
    if case .thing(.objective(let index)) = subject {
      end = self.end(ofObjective: index)
    }
    return startOfComments(above: block.start)..<endOfComments(behind: end)
  }

  private func startOfComments(above start: Int) -> Int {
    var first = start
    while let line = startOfLine(before: first), isComment(at: line) {
      first = line
    }
    return first == startOfText ? start : first
  }

  func endOfComments(behind end: Int) -> Int {
    var last = end
    while isComment(at: last) { last = endOfLine(at: last) }
    return last == bytes.count || isEmptyLine(at: last) ? last : end
  }

  /// Where the empty lines right above `start` begin.
  func startOfEmptyLines(above start: Int) -> Int {
    var first = start
    while let line = startOfLine(before: first), isEmptyLine(at: line) {
      first = line
    }
    return first
  }

  /// Where the empty lines from `end` on end.
  func endOfEmptyLines(from end: Int) -> Int {
    var last = end
    while isEmptyLine(at: last) { last = endOfLine(at: last) }
    return last
  }

  /// The readings by name in a range, whole lines, but for those of `ids`.
  func readingsByName(
    in range: Range<Int>, except ids: Set<ID>
  ) -> [Range<Int>] {
    statements.within(range).filter { $0.keyword == .reading }
      .map { wholeLine(at: $0.range.lowerBound) }
      .filter { line in
        idOfReading(at: line.lowerBound).map { !ids.contains($0) } ?? true
      }
  }

  /// Takes a region out but for some lines of it, and one of the two gaps of
  /// empty lines around it.
  func cut(
    _ region: Range<Int>, keeping kept: [Range<Int>],
    _ patches: inout LinePatches
  ) {
    for piece in pieces(of: region, without: kept) { patches.remove(piece) }
    guard kept.isEmpty else { return }
    let gapStart = startOfEmptyLines(above: region.lowerBound)
    let gapEnd = endOfEmptyLines(from: region.upperBound)
    if gapEnd == bytes.count {
      patches.remove(gapStart..<region.lowerBound)
    } else if gapStart < region.lowerBound || gapStart == startOfText {
      patches.remove(region.upperBound..<gapEnd)
    }
  }

  /// A range without some ranges inside it.
  func pieces(
    of range: Range<Int>, without holes: [Range<Int>]
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for hole in holes {
      pieces.append(start..<hole.lowerBound)
      start = hole.upperBound
    }
    pieces.append(start..<range.upperBound)
    return pieces.filter { !$0.isEmpty }
  }

  /// Throws where a part of `range` stands in a conflict.
  func checkConflicts(in range: Range<Int>) throws(EditError) {
    for conflict in conflicts where conflict.overlaps(range) {
      throw .conflict(line: lineNumber(at: conflict.lowerBound))
    }
  }

  /// Throws where the first statement from `offset` on is a key result that
  /// belongs to nothing and would belong to an objective above it.
  func checkStray(from offset: Int) throws(EditError) {
    let next = statements.within(offset..<bytes.count)
      .first { $0.keyword != .reading }
    if let next, next.keyword == .kr, next.kind == .nothing {
      throw .stray(line: next.line)
    }
  }

  /// The kind of block that is open where the line at `offset` begins.
  func openKind(before offset: Int) -> Block.Kind {
    statements.within(0..<offset).last { $0.keyword != .reading }?.kind ?? .file
  }
}
