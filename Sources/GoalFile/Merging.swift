import Goals

/// Merges two changes of one board file, statement by statement.
///
/// What one side changed holds; where both changed one statement their changes
/// are put together part by part. What remains is a conflict, and choosing one
/// side for it never touches another line. Which side is which makes no
/// difference but for the sides of the conflicts.
///
/// - Parameter base: the file before either change.
package func merge(
  base: [UInt8], ours: [UInt8], theirs: [UInt8]
) -> Merge {
  let files = Trio(base: base, ours: ours, theirs: theirs)
  if let settled = files.settled { return Merge(pieces: [.text(settled)]) }
  let hasMark = files.map { $0.starts(with: byteOrderMark) }
  let bodies = files.map { bytes in
    bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
  }
  let start = hasMark.settled == true ? byteOrderMark : []
  if let settled = bodies.settled {
    return Merge(pieces: [.text(start + settled)])
  }
  let fragments = mergedByStatement(bodies) ?? undivided(bodies)
  return Merge(pieces: fragments.pieces(of: bodies, behind: start))
}

/// The parts of a merge; `nil` where it cannot be trusted, as where the result
/// would be read as another board.
private func mergedByStatement(_ files: Trio<[UInt8]>) -> Fragments? {
  guard Version.allCases.allSatisfy({ files[$0].count < Int(UInt32.max) / 4 })
  else { return nil }
  let sources = files.map { MergeSource($0) }
  let hasMarkers = Version.allCases.contains { version in
    sources[version].document.diagnostics
      .contains { $0.code == .conflictMarker }
  }
  guard !hasMarkers, var fragments = Merger(sources)?.fragments else {
    return nil
  }
  let known = knownComplaints(sources)
  for _ in 0..<4 {
    let results = fragments.results()
    guard results.allSatisfy(\.isSound) else { return nil }
    let disputes = results.flatMap { $0.disputes(beside: known) }
    let count = fragments.conflicts.count
    for dispute in disputes {
      guard fragments.dispute(dispute) else { return nil }
    }
    if fragments.conflicts.count == count { return fragments }
  }
  return nil
}

/// The whole of both files from their first difference to their last as one
/// conflict.
private func undivided(_ files: Trio<[UInt8]>) -> Fragments {
  let cut = sharedEnds(files, files.map(\.indices))
  var contest = Contest(
    base: files.base[cut.middle.base], ours: files.ours[cut.middle.ours],
    theirs: files.theirs[cut.middle.theirs])
  contest.what = "two changes that could not be put together"
  contest.allowsBoth = false
  var fragments = Fragments()
  fragments.append(files.ours[cut.start])
  fragments.append(conflict: contest)
  fragments.append(files.ours[cut.end])
  return fragments
}

// MARK: - What the result would be

/// A complaint about a line, whatever file the line stands in.
private struct Complained: Hashable {
  let code: Diagnostic.Code
  let line: [UInt8]

  init(_ diagnostic: Diagnostic, in document: Document) {
    code = diagnostic.code
    line = words(
      document.bytes[document.line(at: diagnostic.range.lowerBound)])
  }
}

/// What is wrong in the file of either side already.
private func knownComplaints(_ sources: Trio<MergeSource>) -> Set<Complained> {
  var known: Set<Complained> = []
  for document in [sources.ours.document, sources.theirs.document] {
    for diagnostic in document.diagnostics where diagnostic.breaksSomething {
      known.insert(Complained(diagnostic, in: document))
    }
  }
  return known
}

extension Diagnostic {
  /// Whether something in the file has no effect because of it.
  fileprivate var breaksSomething: Bool {
    severity == .error || code == .unknownReference
  }
}

/// A fragment that does not go with the others.
private struct Dispute {
  let fragment: Int
  let what: String
}

/// What a merge comes to if all that is not settled goes to one side.
private struct MergeResult {
  let document: Document
  let expected: [Block.Kind]
  let starts: [Int]

  /// Whether every block is one still, and none is new.
  var isSound: Bool {
    var kinds: [Block.Kind] = []
    for segment in Outline(of: document).segments.dropFirst() {
      kinds.append(segment.kind)
      kinds += segment.keyResults.map(\.kind)
    }
    return kinds == expected
  }

  /// The fragments in which something is wrong that was right on their side.
  func disputes(beside known: Set<Complained>) -> [Dispute] {
    var disputes: [Dispute] = []
    for diagnostic in document.diagnostics where diagnostic.breaksSomething {
      let complained = Complained(diagnostic, in: document)
      if known.contains(complained) { continue }
      let offset = document.line(at: diagnostic.range.lowerBound).lowerBound
      disputes.append(
        Dispute(
          fragment: fragment(at: offset),
          what: "\(quoted(decoded(complained.line[...]))), which does not go"
            + " with a change on the other side: \(diagnostic.message)"))
    }
    return disputes
  }

  private func fragment(at offset: Int) -> Int {
    partition(starts.indices) { starts[$0] > offset } - 1
  }
}

extension Fragments {
  /// The result for either side; one where there is no conflict.
  fileprivate func results() -> [MergeResult] {
    let sides: [Version] = conflicts.isEmpty ? [.ours] : [.ours, .theirs]
    return sides.map { side in
      let (bytes, starts) = text(choosing: side)
      var kinds: [Block.Kind] = []
      for kind in openings(choosing: side)
      where kind != .file || (kinds.last ?? .file) != .file {
        kinds.append(kind)
      }
      return MergeResult(
        document: Document(bytes), expected: kinds, starts: starts)
    }
  }

  /// Makes a conflict of a fragment; `false` where that would tear a block.
  fileprivate mutating func dispute(_ dispute: Dispute) -> Bool {
    let fragment = all[dispute.fragment]
    if fragment.opens == .objective, case .added = fragment.origin {
      return disputeObjective(dispute.fragment, dispute.what)
    }
    self.dispute(dispute.fragment, dispute.what)
    return true
  }

  /// The pieces of the merge.
  fileprivate func pieces(
    of files: Trio<[UInt8]>, behind start: [UInt8]
  ) -> [Merge.Piece] {
    var pieces: [Merge.Piece] = []
    var text = JoinedLines()
    text.append(start[...])
    let numbers = lineNumbers(in: files)
    for fragment in all {
      switch fragment.origin {
      case .settled, .added, .changed: text.append(fragment.text)
      case .conflict(let number):
        if !text.bytes.isEmpty { pieces.append(.text(text.bytes)) }
        text = JoinedLines()
        pieces.append(.conflict(conflict(number, numbers)))
      }
    }
    if !text.bytes.isEmpty { pieces.append(.text(text.bytes)) }
    return pieces
  }

  private func conflict(
    _ number: Int, _ numbers: Trio<[Int: Int]>
  ) -> Conflict {
    let contest = conflicts[number]
    return Conflict(
      what: contest.what, base: Array(contest.base),
      ours: Array(contest.ours), theirs: Array(contest.theirs),
      oursLine: contest.start(.ours).flatMap { numbers.ours[$0] },
      theirsLine: contest.start(.theirs).flatMap { numbers.theirs[$0] },
      allowsBoth: contest.allowsBoth)
  }

  /// The numbers of the lines in which the conflicts begin, by offset.
  private func lineNumbers(in files: Trio<[UInt8]>) -> Trio<[Int: Int]> {
    func numbers(_ version: Version) -> [Int: Int] {
      var numbers: [Int: Int] = [:]
      var (offset, line) = (0, 1)
      for start in conflicts.compactMap({ $0.start(version) }).sorted() {
        line += files[version][offset..<start].count { $0 == 10 }
        offset = start
        numbers[start] = line
      }
      return numbers
    }
    return Trio(base: [:], ours: numbers(.ours), theirs: numbers(.theirs))
  }
}

extension Contest {
  /// Where the lines of a side stand in its file; `nil` where it has none.
  fileprivate func start(_ version: Version) -> Int? {
    self[version].isEmpty ? nil : starts[version] ?? self[version].startIndex
  }
}
