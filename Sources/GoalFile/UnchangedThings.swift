import Goals

extension Document {
  /// What of the board is as it was in an earlier version of the file; `nil`
  /// where that is not to be told by comparing the lines of its blocks.
  ///
  /// One stretch of bytes is taken to have changed: from the first that differs
  /// to the last.
  package func unchanged(since earlier: Document) -> Unchanged? {
    guard isInBlocks, earlier.isInBlocks,
      openings.count == earlier.openings.count,
      board.objectives.count == earlier.board.objectives.count,
      board.keyResults.count == earlier.board.keyResults.count,
      board.kpis.count == earlier.board.kpis.count
    else { return nil }
    let bytes = CommonBytes(earlier.bytes, bytes)
    guard bytes.areSame(earlier.segment(before: 0), segment(before: 0)) else {
      return nil
    }
    var unchanged = Unchanged(of: board)
    for place in openings.indices {
      let (old, new) = (earlier.openings[place], openings[place])
      guard old.kind == new.kind, old.index == new.index else { return nil }
      let isSame = bytes.areSame(
        earlier.segment(before: place + 1), segment(before: place + 1))
      switch new.kind {
      case .objective: unchanged.objectives[new.index] = isSame
      case .keyResult: unchanged.keyResults[new.index] = isSame
      case .kpi: unchanged.kpis[new.index] = isSame
      case .meeting: break
      case .file, .nothing: if !isSame { return nil }
      }
    }
    dropDependents(of: &unchanged, since: earlier)
    return unchanged
  }

  /// Whether each line about a thing lies in its one block.
  private var isInBlocks: Bool {
    conflicts.isEmpty && !statements.all.contains { $0.keyword == .reading }
  }

  /// The bytes from the opening before that one, or the start of the file, to
  /// it, or the end of the file.
  private func segment(before place: Int) -> Range<Int> {
    let start = place > 0 ? openings[place - 1].offset : 0
    return
      start..<(place < openings.count ? openings[place].offset : bytes.count)
  }

  /// Takes out what depends on something that changed, or on something else.
  private func dropDependents(
    of unchanged: inout Unchanged, since earlier: Document
  ) {
    for (index, objective) in board.objectives.enumerated()
    where objective.parents != earlier.board.objectives[index].parents {
      unchanged.objectives[index] = false
    }
    for index in board.keyResults.indices {
      let kpi = board.keyResults[index].kpi
      let objective = board.keyResults[index].objective
      let isSame =
        kpi == earlier.board.keyResults[index].kpi
        && objective == earlier.board.keyResults[index].objective
        && unchanged.objectives[objective]
        && kpi.map { unchanged.kpis[$0] } ?? true
      if !isSame { unchanged.keyResults[index] = false }
    }
  }
}

/// What two files have in common at their beginning and at their end.
private struct CommonBytes {
  let counts: (old: Int, new: Int)
  /// How many bytes are the same from the start on.
  let start: Int
  /// How many are the same up to the end.
  let end: Int

  init(_ old: [UInt8], _ new: [UInt8]) {
    let (one, other) = (old.span, new.span)
    counts = (one.count, other.count)
    let most = min(one.count, other.count)
    var start = 0
    while start + step <= most,
      areEqual(one, other, from: start, start)
    {
      start += step
    }
    while start < most, one[start] == other[start] { start += 1 }
    var end = 0
    while end + step <= most,
      areEqual(
        one, other, from: one.count - end - step, other.count - end - step)
    {
      end += step
    }
    while end < most, one[one.count - end - 1] == other[other.count - end - 1] {
      end += 1
    }
    self.start = start
    self.end = end
  }

  /// Whether a part of the new file is that part of the old one, and lies at one
  /// end of what is the same.
  func areSame(_ old: Range<Int>, _ new: Range<Int>) -> Bool {
    if old == new, new.upperBound <= start { return true }
    return counts.old - old.lowerBound == counts.new - new.lowerBound
      && counts.old - old.upperBound == counts.new - new.upperBound
      && counts.new - new.lowerBound <= end
  }
}

/// How many bytes are compared at once.
private let step = 64

@inline(__always)
private func areEqual(
  _ old: Span<UInt8>, _ new: Span<UInt8>, from place: Int, _ other: Int
) -> Bool {
  let one = old.extracting(place..<place + 64)
  let two = new.extracting(other..<other + 64)
  var difference: UInt8 = 0
  for index in 0..<64 { difference |= one[index] ^ two[index] }
  return difference == 0
}
