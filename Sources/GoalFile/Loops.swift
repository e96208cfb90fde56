/// Which of these edges, taken one after another, would close a loop with the
/// edges before them that closed none.
///
/// Nodes are numbered from 0. Where there is no loop at all this takes time
/// linear in the edges; where there is one, mostly little more.
func edgesThatCloseLoops(
  _ edges: [(from: Int, to: Int)], count: Int
) -> Set<Int> {
  let tangled = nodesBetweenLoops(edges, count: count)
  guard tangled.contains(true) else { return [] }
  var closing: Set<Int> = []
  let inLoops = edges.enumerated().filter {
    tangled[$0.element.from] && tangled[$0.element.to]
  }
  var order = GrowingOrder(inLoops.map(\.element), count: count)
  for (number, edge) in inLoops
  where !order.insert(from: edge.from, to: edge.to) {
    closing.insert(number)
  }
  return closing
}

/// The nodes that lie on a loop or on a way from one loop to another.
private func nodesBetweenLoops(
  _ edges: [(from: Int, to: Int)], count: Int
) -> [Bool] {
  let forward = peeled(edges, count: count)
  let backward = peeled(edges.map { ($0.to, $0.from) }, count: count)
  return zip(forward, backward).map { $0 && $1 }
}

/// The nodes that are left when, again and again, those that no edge leads to
/// are taken away (Kahn 1962).
private func peeled(_ edges: [(from: Int, to: Int)], count: Int) -> [Bool] {
  var left = Array(repeating: true, count: count)
  var incoming = Array(repeating: 0, count: count)
  var targets = Array(repeating: [Int](), count: count)
  for edge in edges {
    incoming[edge.to] += 1
    targets[edge.from].append(edge.to)
  }
  var free = incoming.indices.filter { incoming[$0] == 0 }
  while let node = free.popLast() {
    left[node] = false
    for target in targets[node] {
      incoming[target] -= 1
      if incoming[target] == 0 { free.append(target) }
    }
  }
  return left
}

/// Nodes in an order in which every edge leads to a later one, kept up while
/// edges come in (Pearce and Kelly 2007).
///
/// An edge that fits the order costs nothing; another one as much as what lies
/// between its ends.
private struct GrowingOrder {
  private var ranks: [Int]
  private var targets: [Int: [Int]] = [:]
  private var sources: [Int: [Int]] = [:]

  /// Begins with an order that most of `edges`, which are all to come, fit: that
  /// in which a search in depth leaves the nodes, turned round.
  init(_ edges: [(from: Int, to: Int)], count: Int) {
    ranks = Array(repeating: -1, count: count)
    var ways: [Int: [Int]] = [:]
    for edge in edges.reversed() {
      ways[edge.from, default: []].append(edge.to)
    }
    var seen = Array(repeating: false, count: count)
    var rank = count
    for edge in edges where !seen[edge.from] {
      seen[edge.from] = true
      var path = [edge.from]
      while let node = path.last {
        if let next = ways[node]?.popLast() {
          if !seen[next] { path.append(next) }
          seen[next] = true
        } else {
          rank -= 1
          ranks[node] = rank
          path.removeLast()
        }
      }
    }
  }

  /// Takes an edge in, unless it would close a loop; says whether it did.
  mutating func insert(from: Int, to: Int) -> Bool {
    guard from != to else { return false }
    if ranks[from] > ranks[to] {
      let behind = nodes(from: to, along: targets) { $0 <= ranks[from] }
      if behind.contains(from) { return false }
      let before = nodes(from: from, along: sources) { $0 >= ranks[to] }
      reorder(before, behind)
    }
    targets[from, default: []].append(to)
    sources[to, default: []].append(from)
    return true
  }

  /// What can be reached from `start` over nodes whose rank `belongs`.
  private func nodes(
    from start: Int, along edges: [Int: [Int]], _ belongs: (Int) -> Bool
  ) -> Set<Int> {
    var seen: Set<Int> = [start]
    var open = [start]
    while let node = open.popLast() {
      for next in edges[node] ?? []
      where belongs(ranks[next]) && seen.insert(next).inserted {
        open.append(next)
      }
    }
    return seen
  }

  /// Gives the ranks of all these nodes to those of `before` first.
  private mutating func reorder(_ before: Set<Int>, _ behind: Set<Int>) {
    let nodes =
      before.sorted { ranks[$0] < ranks[$1] }
      + behind.sorted { ranks[$0] < ranks[$1] }
    let free = nodes.map { ranks[$0] }.sorted()
    for (node, rank) in zip(nodes, free) { ranks[node] = rank }
  }
}
