/// Puts a merge together, block by block.
struct Merger {
  private let tree: MergeTree
  private let bytes: Trio<[UInt8]>
  private(set) var fragments = Fragments()

  /// Merges three files without byte order marks; `nil` where a block has no
  /// place left where it could stand.
  init?(_ sources: Trio<MergeSource>) {
    tree = MergeTree(sources)
    bytes = sources.map(\.bytes)
    guard !tree.hasHomeless else { return nil }
    append(0)
    appendChildren(of: nil)
  }

  private mutating func append(_ number: Int) {
    let node = tree.nodes[number]
    switch tree.fates[number] {
    case .settled:
      if node.base == nil, node.ours == nil || node.theirs == nil {
        appendAdded(number, node.ours == nil ? .theirs : .ours)
      } else {
        appendMerged(number)
      }
      appendChildren(of: number)
    case .contested(let side): appendContested(number, side)
    case .gone:
      for side in [Version.ours, .theirs] {
        for range in tree.floating(number, side) {
          fragments.append(bytes[side][range], .added(side))
        }
      }
    case .torn: break
    }
  }

  private mutating func appendChildren(of number: Int?) {
    var places: [Int: Int] = [:]
    for (place, child) in tree.children(of: number, in: .base).enumerated()
    where tree.fates[child] != .torn {
      places[child] = place
    }
    let rows = Trio(
      base: [Int](), ours: tree.survivors(of: number, in: .ours),
      theirs: tree.survivors(of: number, in: .theirs))
    // Small numbers for what lies here.
    var numbers: [Int: Int] = [:]
    var children: [Int] = []
    for child in rows.ours + rows.theirs where numbers[child] == nil {
      numbers[child] = children.count
      children.append(child)
    }
    let weave = Weave(
      base: children.map { places[$0] },
      ours: rows.ours.compactMap { numbers[$0] },
      theirs: rows.theirs.compactMap { numbers[$0] })
    let woven = weave.woven { ours, theirs in
      let texts = (
        text(ours.map { children[$0] }, .ours),
        text(theirs.map { children[$0] }, .theirs)
      )
      return texts.1.lexicographicallyPrecedes(texts.0)
        ? theirs + ours : ours + theirs
    }
    for child in woven.map({ children[$0] }) {
      if tree.fates[child] == .torn {
        appendTorn(child, number)
      } else {
        append(child)
      }
    }
  }

  /// The text of some blocks of a side one behind the other.
  private func text(_ numbers: [Int], _ side: Version) -> [UInt8] {
    numbers.flatMap { number in
      tree.block(number, side).map { bytes[side][$0.own] } ?? []
    }
  }
}

// MARK: - One block

extension Merger {
  private mutating func appendAdded(_ number: Int, _ side: Version) {
    guard let block = tree.block(number, side) else { return }
    fragments.append(
      bytes[side][block.own], .added(side),
      opens: block.opener == nil ? nil : block.kind)
  }

  private mutating func appendMerged(_ number: Int) {
    let blocks = Trio(
      base: tree.block(number, .base), ours: tree.block(number, .ours),
      theirs: tree.block(number, .theirs))
    let names = ConflictNames(blocks.base ?? blocks.ours, in: named(blocks))
    func range(_ part: KeyPath<MergeBlock, Range<Int>>) -> Trio<Range<Int>> {
      blocks.map { $0?[keyPath: part] ?? 0..<0 }
    }
    LinesMerge.merge(bytes, range(\.lead), names, into: &fragments)
    appendOpener(blocks, names)
    LinesMerge.merge(bytes, range(\.body), names, into: &fragments)
  }

  /// The bytes that the block lies in by which a merged one is named.
  private func named(_ blocks: Trio<MergeBlock?>) -> [UInt8] {
    blocks.base == nil ? bytes.ours : bytes.base
  }

  private mutating func appendOpener(
    _ blocks: Trio<MergeBlock?>, _ names: ConflictNames
  ) {
    let lines = blocks.map { $0?.opener }
    guard let ours = lines.ours, let theirs = lines.theirs,
      let kind = blocks.ours?.kind
    else { return }
    var contest = Contest(
      base: lines.base.map { bytes.base[$0.range] } ?? [],
      ours: bytes.ours[ours.range], theirs: bytes.theirs[theirs.range])
    contest.openings = Trio(base: [kind], ours: [kind], theirs: [kind])
    contest.allowsBoth = false
    switch LineMerge(bytes, lines).outcome {
    case .text(let text):
      if contest.ours == contest.theirs, contest.ours == contest.base {
        fragments.append(text, opens: kind)
      } else {
        fragments.append(text, changedFrom: contest, opens: kind)
      }
    case .conflict(let part):
      contest.what = names.name(of: part, in: ours, bytes.ours)
      fragments.append(conflict: contest)
    }
  }

  /// Adds a block that one side changed and the other removed.
  private mutating func appendContested(_ number: Int, _ side: Version) {
    var contest = Contest()
    (contest.base, _) = wholeText(number, .base, without: side.other)
    (contest[side], contest.openings[side]) = wholeText(
      number, side, without: side.other)
    contest.starts[side] = tree.block(number, side)?.own.lowerBound
    contest.allowsBoth = false
    contest.what =
      "\(name(number, side)) \(side.other.removedWords)"
    fragments.append(conflict: contest)
  }

  /// Adds the place that one side gave a key result of which the other side
  /// made something else.
  private mutating func appendTorn(_ number: Int, _ home: Int?) {
    for side in [Version.ours, .theirs]
    where tree.parent(number, side) == home {
      guard let block = tree.block(number, side) else { continue }
      var contest = Contest()
      contest[side] = bytes[side][block.own]
      contest.openings[side] = [block.kind]
      contest.allowsBoth = false
      contest.what =
        "place of \(name(number, side)), which two objectives claim"
      fragments.append(conflict: contest)
    }
  }

  private func name(_ number: Int, _ side: Version) -> String {
    ConflictNames(tree.block(number, side), in: bytes[side]).block
  }

  /// A block with those of its key results that are not elsewhere in another
  /// file, and the kinds of what it opens.
  private func wholeText(
    _ number: Int, _ version: Version, without other: Version
  ) -> (ArraySlice<UInt8>, [Block.Kind]) {
    guard let block = tree.block(number, version) else { return ([], []) }
    let inner = tree.children(of: number, in: version)
      .filter { tree.nodes[$0][other] == nil }
      .compactMap { tree.block($0, version) }
    let text = ([block] + inner).flatMap { bytes[version][$0.own] }
    return (text[...], ([block] + inner).map(\.kind))
  }
}
