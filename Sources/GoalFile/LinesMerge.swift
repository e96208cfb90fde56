/// The lines of one block, or of one place between blocks, merged.
struct LinesMerge {
  private let bytes: Trio<[UInt8]>
  private let names: ConflictNames
  private var lists: Trio<LineList>
  /// The lines that are the same, as places in the three lists.
  private var nodes: [Trio<Int?>] = []
  private var nodesOf: Trio<[Int]>
  /// What stands in the result for each node; `nil` where it vanishes.
  private var results: [Result?] = []

  private enum Result {
    case text(ArraySlice<UInt8>, Fragment.Origin)
    indirect case changed(ArraySlice<UInt8>, Contest)
    indirect case conflict(Contest)
  }

  /// Merges ranges of whole lines into what has been put together so far.
  static func merge(
    _ bytes: Trio<[UInt8]>, _ ranges: Trio<Range<Int>>, _ names: ConflictNames,
    into fragments: inout Fragments
  ) {
    let cut = sharedEnds(bytes, ranges)
    fragments.append(bytes.ours[cut.start])
    if !cut.middle.ours.isEmpty || !cut.middle.theirs.isEmpty {
      var merge = LinesMerge(bytes, cut.middle, names)
      merge.decide()
      merge.append(to: &fragments)
    }
    fragments.append(bytes.ours[cut.end])
  }

  private init(
    _ bytes: Trio<[UInt8]>, _ ranges: Trio<Range<Int>>, _ names: ConflictNames
  ) {
    self.bytes = bytes
    self.names = names
    lists = Trio(
      base: LineList(bytes.base, in: ranges.base),
      ours: LineList(bytes.ours, in: ranges.ours),
      theirs: LineList(bytes.theirs, in: ranges.theirs))
    nodesOf = lists.map { Array(repeating: -1, count: $0.count) }
    nodes = lists.base.elements.indices.map {
      Trio(base: $0, ours: nil, theirs: nil)
    }
    nodesOf.base = Array(nodes.indices)
    for side in [Version.ours, .theirs] {
      let alignment = Alignment(lists.base, lists[side], .versions)
      for (place, found) in alignment.ofRight.enumerated() {
        guard let found else { continue }
        nodes[found][side] = place
        nodesOf[side][place] = found
      }
    }
    matchAdded()
  }

  /// Makes nodes of the lines that are not in the base, one of those that both
  /// sides added.
  private mutating func matchAdded() {
    let added = Trio(
      base: [], ours: nodesOf.ours.indices.filter { nodesOf.ours[$0] < 0 },
      theirs: nodesOf.theirs.indices.filter { nodesOf.theirs[$0] < 0 })
    let (ours, theirs) = (
      LineList(lists.ours, at: added.ours),
      LineList(lists.theirs, at: added.theirs)
    )
    // So that the result is the same whichever side is which.
    let isOursFirst = !theirs.precedes(ours)
    let alignment =
      isOursFirst
      ? Alignment(ours, theirs, .strangers)
      : Alignment(theirs, ours, .strangers)
    let partners = isOursFirst ? alignment.ofLeft : alignment.ofRight
    for (number, place) in added.ours.enumerated() {
      let partner = partners[number].map { added.theirs[$0] }
      append(Trio(base: nil, ours: place, theirs: partner))
    }
    for place in added.theirs where nodesOf.theirs[place] < 0 {
      append(Trio(base: nil, ours: nil, theirs: place))
    }
  }

  private mutating func append(_ node: Trio<Int?>) {
    for side in [Version.ours, .theirs] {
      if let place = node[side] { nodesOf[side][place] = nodes.count }
    }
    nodes.append(node)
  }

  private mutating func decide() {
    results = nodes.map { node in
      switch (node.base, node.ours, node.theirs) {
      case (_, let ours?, let theirs?): return decide(node.base, ours, theirs)
      case (nil, let ours?, nil):
        return .text(lists.ours.whole(ours), .added(.ours))
      case (nil, nil, let theirs?):
        return .text(lists.theirs.whole(theirs), .added(.theirs))
      case (let base?, let ours?, nil): return remove(base, ours, .ours)
      case (let base?, nil, let theirs?): return remove(base, theirs, .theirs)
      case (_, nil, nil): return nil
      }
    }
  }

  private func decide(_ base: Int?, _ ours: Int, _ theirs: Int) -> Result {
    let (oursLine, theirsLine) = (
      lists.ours[ours].line, lists.theirs[theirs].line
    )
    let lines = Trio<Line?>(
      base: base.map { lists.base[$0].line }, ours: oursLine, theirs: theirsLine
    )
    if let base, lists.base.isSame(base, as: ours, in: lists.ours),
      lists.base.isSame(base, as: theirs, in: lists.theirs)
    {
      return .text(LineMerge(bytes, lines).layout, .settled)
    }
    var contest = Contest(
      base: base.map { lists.base.whole($0) } ?? [],
      ours: lists.ours.whole(ours), theirs: lists.theirs.whole(theirs))
    switch LineMerge(bytes, lines).outcome {
    case .text(let text): return .changed(text, contest)
    case .conflict(let part):
      contest.what = names.name(of: part, in: oursLine, bytes.ours)
      contest.allowsBoth = names.allowsBoth(oursLine)
      return .conflict(contest)
    }
  }

  /// Removes a line that one side has not, if the other left it as it was.
  private func remove(_ base: Int, _ place: Int, _ side: Version) -> Result? {
    if lists.base.isSame(base, as: place, in: lists[side]) { return nil }
    var contest = Contest()
    contest.base = lists.base.whole(base)
    contest[side] = lists[side].whole(place)
    contest.what = names.nameOfRemoval(
      of: lists.base[base].line, bytes.base, by: side.other)
    return .conflict(contest)
  }

  private func append(to fragments: inout Fragments) {
    let weave = Weave(
      base: nodes.map(\.base),
      ours: nodesOf.ours.filter { results[$0] != nil },
      theirs: nodesOf.theirs.filter { results[$0] != nil })
    for node in weave.woven(arranged) {
      switch results[node] {
      case .text(let text, let origin): fragments.append(text, origin)
      case .changed(let text, let contest):
        fragments.append(text, changedFrom: contest)
      case .conflict(let contest): fragments.append(conflict: contest)
      case nil: break
      }
    }
  }
}

// MARK: - The order of what both sides added

extension LinesMerge {
  /// Readings by their moment, anything else as it was written, in an order that
  /// does not depend on the side.
  private func arranged(_ ours: [Int], _ theirs: [Int]) -> [Int] {
    let keys = (
      ours: ours.map { key($0, .ours) }, theirs: theirs.map { key($0, .theirs) }
    )
    if !keys.ours.contains(where: \.isEmpty),
      !keys.theirs.contains(where: \.isEmpty)
    {
      return merged(ours, theirs) { i, j in
        let (mine, others) = (keys.ours[i], keys.theirs[j])
        if mine != others { return others.lexicographicallyPrecedes(mine) }
        return whole(theirs[j], .theirs)
          .lexicographicallyPrecedes(whole(ours[i], .ours))
      }
    }
    let ranks = (rank(ours, .ours), rank(theirs, .theirs))
    if ranks.0 != ranks.1 {
      return ranks.1 < ranks.0 ? theirs + ours : ours + theirs
    }
    let texts = (
      ours.flatMap { whole($0, .ours) }, theirs.flatMap { whole($0, .theirs) }
    )
    return texts.1.lexicographicallyPrecedes(texts.0)
      ? theirs + ours : ours + theirs
  }

  /// The words of a reading from its moment on; none of another line.
  private func key(_ node: Int, _ side: Version) -> ArraySlice<UInt8> {
    let list = lists[side]
    guard let place = nodes[node][side], list[place].isReading,
      let date = StatementParts(of: list[place].line, in: list.bytes)[.date]
    else { return [] }
    return list.bytes[date.range.lowerBound..<list[place].line.text.upperBound]
  }

  /// Properties stand before rows with readings among them.
  private func rank(_ row: [Int], _ side: Version) -> Int {
    let hasReading = row.contains { node in
      nodes[node][side].map { lists[side][$0].isReading } ?? false
    }
    return hasReading ? 1 : 0
  }

  private func whole(_ node: Int, _ side: Version) -> ArraySlice<UInt8> {
    nodes[node][side].map { lists[side].whole($0) } ?? []
  }
}

extension LineList {
  fileprivate func precedes(_ other: LineList) -> Bool {
    for place in 0..<min(count, other.count) {
      let (mine, others) = (whole(place), other.whole(place))
      if mine != others { return mine.lexicographicallyPrecedes(others) }
    }
    return count < other.count
  }
}

/// The lines at both ends of three ranges that are the same in all, byte for
/// byte, and what lies between.
func sharedEnds(
  _ bytes: Trio<[UInt8]>, _ ranges: Trio<Range<Int>>
) -> (start: Range<Int>, middle: Trio<Range<Int>>, end: Range<Int>) {
  let shortest = min(
    ranges.base.count, ranges.ours.count, ranges.theirs.count)
  let (base, ours, theirs) = (
    bytes.base.span, bytes.ours.span, bytes.theirs.span
  )
  let starts = ranges.map(\.lowerBound)
  var start = 0
  while start < shortest,
    ours[starts.ours + start] == base[starts.base + start],
    ours[starts.ours + start] == theirs[starts.theirs + start]
  {
    start += 1
  }
  while start > 0, ours[starts.ours + start - 1] != 10 { start -= 1 }
  let ends = ranges.map(\.upperBound)
  var end = 0
  while end < shortest - start,
    ours[ends.ours - end - 1] == base[ends.base - end - 1],
    ours[ends.ours - end - 1] == theirs[ends.theirs - end - 1]
  {
    end += 1
  }
  // The first of these bytes may lie in the middle of a line.
  while end > 0, ours[ends.ours - end] != 10 { end -= 1 }
  end = max(0, end - 1)
  return (
    starts.ours..<(starts.ours + start),
    Trio(
      base: (starts.base + start)..<(ends.base - end),
      ours: (starts.ours + start)..<(ends.ours - end),
      theirs: (starts.theirs + start)..<(ends.theirs - end)),
    (ends.ours - end)..<ends.ours
  )
}
