import Goals

/// Which thing of an old board is which thing of a new one.
///
/// By id first, then by title within the same objective, then those of the same
/// title anywhere.
struct Pairs {
  /// By the thing of the new board.
  private(set) var old: [Thing: Thing] = [:]
  /// By the thing of the old board.
  private(set) var new: [Thing: Thing] = [:]

  init(_ before: Side, _ after: Side) {
    for thing in before.board.allThings {
      guard let id = before.board.id(of: thing),
        let found = after.board.things[id],
        found.kind == thing.kind
      else { continue }
      pair(thing, found)
    }
    pairByTitle(before, after) { side, thing in
      guard case .keyResult(let index) = thing else { return "" }
      let objective = Thing.objective(side.board.keyResults[index].objective)
      return side.board.title(of: objective)
    }
    pairByTitle(before, after) { _, _ in "" }
  }

  private mutating func pair(_ before: Thing, _ after: Thing) {
    guard new[before] == nil, old[after] == nil else { return }
    new[before] = after
    old[after] = before
  }

  /// Pairs what is left, things of one title in their order.
  private mutating func pairByTitle(
    _ before: Side, _ after: Side, _ place: (Side, Thing) -> String
  ) {
    let left = before.board.allThings.filter { new[$0] == nil }
    let right = after.board.allThings.filter { old[$0] == nil }
    let pairs = matches(
      left.map {
        "\($0.kind)\n\(place(before, $0))\n\(before.board.title(of: $0))"
      },
      right.map {
        "\($0.kind)\n\(place(after, $0))\n\(after.board.title(of: $0))"
      })
    for (index, thing) in left.enumerated() {
      if let found = pairs.new[index] { pair(thing, right[found]) }
    }
  }
}

/// Pairs equal keys of two lists, the first with the first and so on; both ways,
/// by their places.
func matches(
  _ before: [String], _ after: [String]
) -> (old: [Int: Int], new: [Int: Int]) {
  var places: [ID: [Int]] = [:]
  for (index, key) in before.enumerated().reversed() {
    places[ID(key), default: []].append(index)
  }
  var old: [Int: Int] = [:]
  var new: [Int: Int] = [:]
  for (index, key) in after.enumerated() {
    guard let place = places[ID(key)]?.popLast() else { continue }
    old[index] = place
    new[place] = index
  }
  return (old, new)
}
