/// The objectives of a board, each under what it supports.
///
/// An objective that supports several stands under each of them; what supports it
/// stands only where it stands first. There are no loops: `supports` has none.
package struct AlignmentTree: Hashable, Sendable {
  /// An objective at one of its places.
  package struct Row: Hashable, Sendable {
    /// By its place in the board.
    package let objective: Int
    /// The row that it stands under, by its place in `rows`; `nil` for a root.
    package let parent: Int?
    /// How many rows it stands under.
    package let depth: Int
    /// Whether nothing follows it under the same parent.
    package let isLast: Bool
    /// Whether what supports it stands further up, where it stands first.
    package fileprivate(set) var isRepeated = false
  }

  /// From the top, those that support an objective right below it.
  package private(set) var rows: [Row] = []
  /// Objectives that neither support one nor are supported, while others in
  /// their cycle do, by their places in the board.
  package let orphans: [Int]

  /// - Parameter hidden: the objectives of which nothing that supports them is
  ///   shown.
  package init(
    of board: Board, _ standing: Standing, hiding hidden: Set<Int> = []
  ) {
    orphans = board.orphans
    let alone = Set(orphans)
    let roots = board.objectives.indices.filter {
      board.objectives[$0].parents.isEmpty && !alone.contains($0)
    }
    var unfolded: Set<Int> = []
    var open = roots.reversed().map {
      Row(objective: $0, parent: nil, depth: 0, isLast: $0 == roots.last)
    }
    while var row = open.popLast() {
      let supporters = standing.objectives[row.objective].supporters
      let isFirst = unfolded.insert(row.objective).inserted
      row.isRepeated = !isFirst && !supporters.isEmpty
      rows.append(row)
      guard isFirst, !hidden.contains(row.objective) else { continue }
      open += supporters.reversed().map {
        Row(
          objective: $0, parent: rows.count - 1, depth: row.depth + 1,
          isLast: $0 == supporters.last)
      }
    }
  }

  /// The rows that a row stands under, the nearest first.
  package func path(above row: Int) -> [Int] {
    var path: [Int] = []
    var next = rows.indices.contains(row) ? rows[row].parent : nil
    while let row = next {
      path.append(row)
      next = rows[row].parent
    }
    return path
  }
}

extension Board {
  /// The objectives that neither support one nor are supported, while others in
  /// their cycle do, in the order of the file.
  package var orphans: [Int] {
    var isAligned = objectives.map { !$0.parents.isEmpty }
    for objective in objectives {
      for parent in objective.parents { isAligned[parent] = true }
    }
    let cycles = Set(
      objectives.indices.filter { isAligned[$0] }.map { objectives[$0].cycle })
    return objectives.indices.filter {
      !isAligned[$0] && cycles.contains(objectives[$0].cycle)
    }
  }
}
