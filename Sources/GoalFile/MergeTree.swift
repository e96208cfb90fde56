/// The blocks of three files, those matched that are the same, and what becomes
/// of each.
struct MergeTree {
  /// What becomes of a block.
  enum Fate: Hashable {
    /// It stands in the result, its lines merged.
    case settled
    case gone
    /// This side changed it and the other removed it.
    case contested(Version)
    /// The sides put it into two different objectives.
    case torn
  }

  /// A block in the three files, as places there.
  typealias Node = Trio<Int?>

  let sources: Trio<MergeSource>
  private(set) var nodes: [Node] = []
  /// For each block of a file the number of its node.
  private(set) var numbers: Trio<[Int]>
  private(set) var fates: [Fate] = []
  /// For each node the objective that it lies in, in the end.
  private(set) var parents: [Int?] = []
  /// Whether a block has no place left where it could stand.
  private(set) var hasHomeless = false

  init(_ sources: Trio<MergeSource>) {
    self.sources = sources
    numbers = Trio(base: [], ours: [], theirs: [])
    numberNodes()
    fates = nodes.map { _ in .gone }
    parents = nodes.map { _ in nil }
    for number in nodes.indices where !isKeyResult(number) {
      fates[number] = fateOfOuter(number)
    }
    for number in nodes.indices where isKeyResult(number) {
      decideKeyResult(number)
    }
  }

  private mutating func numberNodes() {
    nodes = sources.base.blocks.indices.map {
      Node(base: $0, ours: nil, theirs: nil)
    }
    numbers.base = Array(nodes.indices)
    for side in [Version.ours, .theirs] {
      let matching = BlockMatching(of: sources[side], from: sources.base)
      numbers[side] = matching.ofRight.map { $0 ?? -1 }
    }
    matchAdded()
    for side in [Version.ours, .theirs] {
      for (place, number) in numbers[side].enumerated() {
        nodes[number][side] = place
      }
    }
  }

  /// Makes nodes of the blocks that are not in the base.
  private mutating func matchAdded() {
    var isOpen = numbers.ours.map { $0 < 0 }
    var placesInOurs: [Int: Int] = [:]
    for (place, number) in numbers.ours.enumerated() where number >= 0 {
      placesInOurs[number] = place
    }
    for place in numbers.ours.indices where isOpen[place] {
      numbers.ours[place] = append()
    }
    // An objective that both added is matched first, then what lies in it.
    for _ in 0..<2 {
      let parents = sources.theirs.blocks.map { block in
        block.parent.flatMap { placesInOurs[numbers.theirs[$0]] }
      }
      let matching = BlockMatching(
        of: sources.theirs,
        isAdded: numbers.theirs.map { $0 < 0 }, with: sources.ours,
        isAdded: isOpen, parents: parents)
      for (place, found) in matching.ofRight.enumerated() {
        guard let found, numbers.theirs[place] < 0 else { continue }
        numbers.theirs[place] = numbers.ours[found]
        placesInOurs[numbers.ours[found]] = found
        isOpen[found] = false
      }
    }
    for place in numbers.theirs.indices where numbers.theirs[place] < 0 {
      numbers.theirs[place] = append()
    }
  }

  private mutating func append() -> Int {
    nodes.append(Node(base: nil, ours: nil, theirs: nil))
    return nodes.count - 1
  }
}

// MARK: - What they are

extension MergeTree {
  /// The block of a node in a file.
  func block(_ number: Int, _ version: Version) -> MergeBlock? {
    nodes[number][version].map { sources[version].blocks[$0] }
  }

  private func isKeyResult(_ number: Int) -> Bool {
    Version.allCases.contains { block(number, $0)?.parent != nil }
  }

  /// The node of the objective that a key result lies in, in one file.
  func parent(_ number: Int, _ version: Version) -> Int? {
    block(number, version)?.parent.map { numbers[version][$0] }
  }

  /// The nodes that lie in an objective in one file, or beside the objectives.
  func children(of number: Int?, in version: Version) -> [Int] {
    let source = sources[version]
    guard let number else {
      return source.blocks.indices.dropFirst()
        .filter { source.blocks[$0].parent == nil }
        .map { numbers[version][$0] }
    }
    guard let place = nodes[number][version] else { return [] }
    return source.children[place].map { numbers[version][$0] }
  }

  /// Those of them that stand there in the result as well.
  func survivors(of number: Int?, in version: Version) -> [Int] {
    children(of: number, in: version).filter { child in
      switch fates[child] {
      case .settled: parents[child] == number
      case .contested(let side): parents[child] == number && side == version
      case .torn: true
      case .gone:
        number == parent(child, version)
          && !floating(child, version).isEmpty
      }
    }
  }
}

// MARK: - What becomes of them

extension MergeTree {
  /// The one side that has a block which the other removed.
  private func onlySide(_ number: Int) -> Version? {
    let node = nodes[number]
    guard node.base != nil, (node.ours == nil) != (node.theirs == nil) else {
      return nil
    }
    return node.ours == nil ? .theirs : .ours
  }

  private func fateOfOuter(_ number: Int) -> Fate {
    let node = nodes[number]
    if node.ours == nil, node.theirs == nil { return .gone }
    guard let side = onlySide(number) else { return .settled }
    if changes(number, side).isChanged { return .contested(side) }
    for child in children(of: number, in: side)
    where nodes[child][side.other] == nil {
      let isKnown = nodes[child].base != nil
      if !isKnown || parent(child, .base) != number
        || changes(child, side).isChanged
      {
        return .contested(side)
      }
    }
    return .gone
  }

  private mutating func decideKeyResult(_ number: Int) {
    let node = nodes[number]
    switch (node.ours != nil, node.theirs != nil) {
    case (false, false): fates[number] = .gone
    case (true, true): decideShared(number)
    case (true, false): decide(number, .ours)
    case (false, true): decide(number, .theirs)
    }
  }

  /// Decides on a key result that both sides have.
  private mutating func decideShared(_ number: Int) {
    let places = Trio(
      base: parent(number, .base), ours: parent(number, .ours),
      theirs: parent(number, .theirs))
    let homes = [places.settled ?? nil, places.ours, places.theirs]
      .compactMap(\.self).filter { fates[$0] == .settled }
    fates[number] = .settled
    parents[number] = homes.first
    if homes.isEmpty {
      hasHomeless = true
    } else if places.settled == nil, Set(homes).count > 1 {
      fates[number] = .torn
    }
  }

  /// Decides on a key result that one side alone has.
  private mutating func decide(_ number: Int, _ side: Version) {
    guard let home = parent(number, side) else { return }
    parents[number] = home
    guard nodes[number].base != nil else {
      fates[number] = .settled
      return
    }
    let isMoved = parent(number, .base) != home
    fates[number] =
      isMoved || changes(number, side).isChanged ? .contested(side) : .gone
  }
}

// MARK: - What a side changed in a block

extension MergeTree {
  /// What a side changed in the lines of a block.
  private struct Changes {
    var isChanged = false
    /// The readings by name that it put there, which belong to no block.
    var floating: [Range<Int>] = []

    /// Changes, of which nothing else is to be known.
    static let some = Changes(isChanged: true)
  }

  /// The readings by name that a side added in a block that is gone.
  func floating(_ number: Int, _ version: Version) -> [Range<Int>] {
    guard fates[number] == .gone, onlySide(number) == version else { return [] }
    let inner = children(of: number, in: version)
      .filter { nodes[$0][version.other] == nil }
      .flatMap { changes($0, version).floating }
    return changes(number, version).floating + inner
  }

  private func changes(_ number: Int, _ side: Version) -> Changes {
    guard let block = block(number, side), let old = self.block(number, .base)
    else { return Changes.some }
    let (bytes, oldBytes) = (sources[side].bytes, sources.base.bytes)
    if bytes[block.own].elementsEqual(oldBytes[old.own]) { return Changes() }
    let left = LineList(oldBytes, in: old.own)
    let right = LineList(bytes, in: block.own)
    let alignment = Alignment(left, right, .versions)
    var changes = Changes()
    for place in left.elements.indices where !left[place].isEmpty {
      guard let found = alignment.ofLeft[place],
        left.isSame(place, as: found, in: right)
      else { return Changes.some }
    }
    for place in right.elements.indices
    where alignment.ofRight[place] == nil && !right[place].isEmpty {
      guard right[place].line.kind == .statement(.reading) else {
        return Changes.some
      }
      changes.floating.append(right[place].line.range)
    }
    return changes
  }
}
