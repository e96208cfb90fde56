import GoalFile

/// What the fuzzer runs on every input: merge the three files that a byte of
/// the value 30 parts, either way round, and read back what has conflicts.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let files = bytes.split(
    separator: 30, maxSplits: 2, omittingEmptySubsequences: false
  ).map { Array($0) }
  let base = files[0]
  let ours = files.count > 1 ? files[1] : base
  let theirs = files.count > 2 ? files[2] : base
  let merged = merge(base: base, ours: ours, theirs: theirs)
  let swapped = merge(base: base, ours: theirs, theirs: ours)
  precondition(
    sides(merged) == sides(swapped).map { [$0[0], $0[2], $0[1]] },
    "it matters which side is which")
  let marked = merged.marked(ours: "o", base: "b", theirs: "t")
  if merged.isClean {
    precondition(marked == merged.resolved([]), "a marker without a conflict")
  }
  for choice in Merge.Choice.allCases {
    let result = merged.resolved(merged.conflicts.map { _ in choice })
    lookForLoss(base, ours, theirs, merged, result, choice)
  }
  if let read = Merge(marked: marked) {
    precondition(read.conflicts.count >= merged.conflicts.count, "one is lost")
  }
  return 0
}

/// The base, ours and theirs of every piece.
private func sides(_ merge: Merge) -> [[[UInt8]]] {
  merge.pieces.map { piece in
    switch piece {
    case .text(let bytes): [bytes, bytes, bytes]
    case .conflict(let conflict):
      [conflict.base, conflict.ours, conflict.theirs]
    }
  }
}

/// What is in all three files, line for line, is in the result.
private func lookForLoss(
  _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ merge: Merge,
  _ result: [UInt8], _ choice: Merge.Choice
) {
  guard choice == .both else { return }
  let kept = lines(base).intersection(lines(ours)).intersection(lines(theirs))
  // A line may stand in several blocks, of which each side removed others.
  let once = kept.filter { line in
    [base, ours, theirs].allSatisfy { file in
      file.split(separator: 10).count { words($0) == line } == 1
    }
  }
  let found = lines(result)
  precondition(
    once.allSatisfy(found.contains) || !isOrdinary(base, ours, theirs),
    "a line is lost")
}

/// Whether no line is in another block than in the base.
private func isOrdinary(
  _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]
) -> Bool {
  openers(base) == openers(ours) && openers(base) == openers(theirs)
}

private func openers(_ bytes: [UInt8]) -> [[UInt8]] {
  Outline(of: Document(bytes)).segments.flatMap { [$0] + $0.keyResults }
    .map { Array(bytes[$0.own].prefix { $0 != 10 }) }
}

private func lines(_ bytes: [UInt8]) -> Set<[UInt8]> {
  Set(bytes.split(separator: 10).map(words).filter { !$0.isEmpty })
}

private func words(_ line: ArraySlice<UInt8>) -> [UInt8] {
  Array(
    line.split { $0 == 32 || $0 == 9 || $0 == 13 }.joined(separator: [32]))
}
