/// Which blocks of two files are the same block: those with one id, else with
/// one title in one place, else those that have half of their lines in common.
struct BlockMatching {
  /// For each block of the right file its place in the left one, or `nil`.
  private(set) var ofRight: [Int?]
  private var isTaken: [Bool]
  /// Which blocks of the right file take no part.
  private let isClosed: [Bool]
  private let left: MergeSource
  private let right: MergeSource

  /// What a block is known by.
  private struct Key: Hashable {
    let kind: Block.Kind
    /// The objective it lies in, as a place in the left file.
    let parent: Int?
    let words: [UInt8]
  }

  /// The blocks that are matched together.
  private enum Part: CaseIterable {
    case outer, keyResults

    func holds(_ block: MergeBlock) -> Bool {
      block.opener != nil && (block.parent != nil) == (self == .keyResults)
    }
  }

  /// Matches all blocks of a version with those that it came from.
  init(of right: MergeSource, from left: MergeSource) {
    self.init(
      right, left, isTaken: left.blocks.map { _ in false },
      isClosed: right.blocks.map { _ in false })
    match(0, 0)
    matchIDs()
    for part in Part.allCases {
      matchTitles(
        part, parents: right.blocks.map { $0.parent.flatMap { ofRight[$0] } })
      matchAlike(part)
    }
    matchMovedTitles()
  }

  /// Matches those blocks of two versions that each side added.
  ///
  /// - Parameter parents: for each right block the objective in the left file
  ///   that it lies in.
  init(
    of right: MergeSource, isAdded: [Bool], with left: MergeSource,
    isAdded leftIsAdded: [Bool], parents: [Int?]
  ) {
    self.init(
      right, left, isTaken: leftIsAdded.map(!), isClosed: isAdded.map(!))
    matchIDs()
    for part in Part.allCases { matchTitles(part, parents: parents) }
  }

  private init(
    _ right: MergeSource, _ left: MergeSource, isTaken: [Bool],
    isClosed: [Bool]
  ) {
    self.left = left
    self.right = right
    self.isTaken = isTaken
    self.isClosed = isClosed
    ofRight = right.blocks.map { _ in nil }
  }

  private mutating func match(_ leftPlace: Int, _ rightPlace: Int) {
    ofRight[rightPlace] = leftPlace
    isTaken[leftPlace] = true
  }

  private func isOpen(right place: Int) -> Bool {
    ofRight[place] == nil && !isClosed[place]
  }

  /// Matches blocks with one key, the first with the first.
  private mutating func match(
    left leftKey: (MergeBlock) -> Key?, right rightKey: (Int) -> Key?
  ) {
    var places: [Key: [Int]] = [:]
    for place in left.blocks.indices.reversed() where !isTaken[place] {
      guard let key = leftKey(left.blocks[place]) else { continue }
      places[key, default: []].append(place)
    }
    for place in right.blocks.indices where isOpen(right: place) {
      guard let key = rightKey(place), let found = places[key]?.popLast()
      else { continue }
      match(found, place)
    }
  }

  private mutating func matchIDs() {
    func key(_ block: MergeBlock) -> Key? {
      guard !block.id.isEmpty else { return nil }
      return Key(kind: block.kind, parent: nil, words: block.id)
    }
    match(left: key) { [right] in key(right.blocks[$0]) }
  }

  /// Matches blocks by their titles, key results within one objective; where
  /// both have an id they are two.
  private mutating func matchTitles(_ part: Part, parents: [Int?]) {
    for hasID in [(false, false), (true, false), (false, true)] {
      match(
        left: { block in
          guard part.holds(block), block.id.isEmpty != hasID.0 else {
            return nil
          }
          return Key(
            kind: block.kind, parent: block.parent, words: block.title)
        },
        right: { [right] place in
          let block = right.blocks[place]
          guard part.holds(block), block.id.isEmpty != hasID.1,
            block.parent == nil || parents[place] != nil
          else { return nil }
          return Key(
            kind: block.kind, parent: parents[place], words: block.title)
        })
    }
  }

  /// Matches key results without an id that were put into another objective:
  /// those whose title is left once on either side.
  private mutating func matchMovedTitles() {
    var places: [[UInt8]: [Int]] = [:]
    for place in left.blocks.indices
    where !isTaken[place] && left.blocks[place].kind == .keyResult {
      places[left.blocks[place].title, default: []].append(place)
    }
    var found: [[UInt8]: [Int]] = [:]
    for place in right.blocks.indices
    where isOpen(right: place) && right.blocks[place].kind == .keyResult {
      found[right.blocks[place].title, default: []].append(place)
    }
    for (title, right) in found where right.count == 1 {
      guard let left = places[title], left.count == 1,
        self.left.blocks[left[0]].id.isEmpty
          || self.right.blocks[right[0]].id.isEmpty
      else { continue }
      match(left[0], right[0])
    }
  }

  /// Matches blocks that have half of their lines in common; where both have an
  /// id and another title they are two.
  private mutating func matchAlike(_ part: Part) {
    var owners: [UInt64: [Int]] = [:]
    var counts: [Int: Int] = [:]
    for place in left.blocks.indices
    where !isTaken[place] && part.holds(left.blocks[place]) {
      let hashes = left.hashes(of: place)
      counts[place] = hashes.count
      for hash in Set(hashes) { owners[hash, default: []].append(place) }
    }
    guard !counts.isEmpty else { return }
    for place in right.blocks.indices
    where isOpen(right: place) && part.holds(right.blocks[place]) {
      let hashes = right.hashes(of: place)
      var votes: [Int: Int] = [:]
      for hash in Set(hashes) {
        // Lines that stand everywhere say nothing.
        guard let places = owners[hash], places.count <= 8 else { continue }
        for place in places { votes[place, default: 0] += 1 }
      }
      let best = votes.filter { candidate, count in
        !isTaken[candidate]
          && left.blocks[candidate].kind == right.blocks[place].kind
          && mayBeSame(left.blocks[candidate], right.blocks[place])
          && count * 2 >= max(counts[candidate] ?? 0, hashes.count)
      }.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { match(best.key, place) }
    }
  }

  /// Whether two blocks that are known by nothing in common may be one: not
  /// where one thing gave way to another that is like it.
  private func mayBeSame(_ one: MergeBlock, _ other: MergeBlock) -> Bool {
    one.id.isEmpty || other.id.isEmpty || one.title == other.title
  }
}
