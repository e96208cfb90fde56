/// Which of these edges, taken one after another, would close a loop with the
/// edges before them that closed none.
///
/// Nodes are numbered from 0. Where there is no loop at all this takes time
/// linear in the edges.
func edgesThatCloseLoops(
  _ edges: [(from: Int, to: Int)], count: Int
) -> Set<Int> {
  let tangled = nodesBetweenLoops(edges, count: count)
  guard tangled.contains(true) else { return [] }
  var closing: Set<Int> = []
  var targets: [Int: [Int]] = [:]
  for (number, edge) in edges.enumerated()
  where tangled[edge.from] && tangled[edge.to] {
    if reaches(edge.from, from: edge.to, targets) {
      closing.insert(number)
    } else {
      targets[edge.from, default: []].append(edge.to)
    }
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

/// Whether `goal` can be reached from `start`.
private func reaches(
  _ goal: Int, from start: Int, _ targets: [Int: [Int]]
) -> Bool {
  var seen: Set<Int> = [start]
  var open = [start]
  while let node = open.popLast() {
    if node == goal { return true }
    for target in targets[node] ?? [] where seen.insert(target).inserted {
      open.append(target)
    }
  }
  return false
}
