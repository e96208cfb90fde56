/// The order of things that two sides put in order, each in its own way.
///
/// The things are numbered from 0. What neither side moved stays; what one side
/// moved or added comes behind what it stands behind there. Nothing depends on
/// which side is which.
struct Weave {
  /// For each thing its place in the base, or `nil` where it is not in it.
  let base: [Int?]
  /// The things of each side in its order, without those that are to vanish.
  let ours: [Int]
  let theirs: [Int]

  /// How two rows that were both added in one place stand: whole or merged.
  typealias Arrangement = (_ ours: [Int], _ theirs: [Int]) -> [Int]

  /// All things in the order that holds.
  func woven(_ arrange: Arrangement) -> [Int] {
    if ours == theirs { return ours }
    let kept = Trio(base: [], ours: kept(ours), theirs: kept(theirs))
    let isStable = base.indices.map { kept.ours[$0] && kept.theirs[$0] }
    let gaps = Trio(
      base: [], ours: gaps(ours, isStable), theirs: gaps(theirs, isStable))
    let homes = homes(gaps, kept)
    let rows = Trio(
      base: [], ours: rows(ours, homes, .theirs, isStable),
      theirs: rows(theirs, homes, .ours, isStable))
    let stables = ours.filter { isStable[$0] }
    var result: [Int] = []
    for gap in 0...stables.count {
      result += merged(rows.ours[gap], rows.theirs[gap], homes, arrange)
      if gap < stables.count { result.append(stables[gap]) }
    }
    return result
  }

  /// Where a thing that is not stable is put.
  private enum Home {
    case ours, theirs
    /// In the same gap on both sides.
    case shared
  }

  /// Which things of a side are in the base and did not move.
  private func kept(_ side: [Int]) -> [Bool] {
    let known = side.filter { base[$0] != nil }
    let isKept = longestIncreasing(known.compactMap { base[$0] })
    var result = Array(repeating: false, count: base.count)
    for (number, thing) in known.enumerated() { result[thing] = isKept[number] }
    return result
  }

  /// For each thing of a side how many stable ones stand before it.
  private func gaps(_ side: [Int], _ isStable: [Bool]) -> [Int?] {
    var gaps: [Int?] = Array(repeating: nil, count: base.count)
    var gap = 0
    for thing in side {
      if isStable[thing] { gap += 1 } else { gaps[thing] = gap }
    }
    return gaps
  }

  private func homes(_ gaps: Trio<[Int?]>, _ kept: Trio<[Bool]>) -> [Home] {
    base.indices.map { thing in
      guard let mine = gaps.ours[thing] else { return .theirs }
      guard let others = gaps.theirs[thing] else { return .ours }
      if mine == others { return .shared }
      if kept.ours[thing] != kept.theirs[thing] {
        return kept.ours[thing] ? .theirs : .ours
      }
      return mine < others ? .ours : .theirs
    }
  }

  /// The rows of unstable things between stable ones, as a side has them.
  private func rows(
    _ side: [Int], _ homes: [Home], _ strange: Home, _ isStable: [Bool]
  ) -> [[Int]] {
    var rows: [[Int]] = [[]]
    for thing in side {
      if isStable[thing] {
        rows.append([])
      } else if homes[thing] != strange {
        rows[rows.count - 1].append(thing)
      }
    }
    return rows
  }

  /// Merges the rows of one gap: around what is in both, if that has one order.
  private func merged(
    _ ours: [Int], _ theirs: [Int], _ homes: [Home], _ arrange: Arrangement
  ) -> [Int] {
    if ours.isEmpty { return theirs }
    if theirs.isEmpty { return ours }
    let shared = ours.filter { homes[$0] == .shared }
    guard shared == theirs.filter({ homes[$0] == .shared }) else {
      return deduplicated(arrange(ours, theirs))
    }
    var result: [Int] = []
    var rest = (ours: ours[...], theirs: theirs[...])
    for thing in shared.map(Optional.some) + [nil] {
      let mine = rest.ours.prefix { $0 != thing }
      let others = rest.theirs.prefix { $0 != thing }
      result += arrangedUnlessEmpty(Array(mine), Array(others), arrange)
      if let thing { result.append(thing) }
      rest = (
        rest.ours.dropFirst(mine.count + 1),
        rest.theirs.dropFirst(others.count + 1)
      )
    }
    return result
  }

  private func arrangedUnlessEmpty(
    _ ours: [Int], _ theirs: [Int], _ arrange: Arrangement
  ) -> [Int] {
    if ours.isEmpty { return theirs }
    return theirs.isEmpty ? ours : arrange(ours, theirs)
  }

  /// The things without those that stood before.
  private func deduplicated(_ things: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return things.filter { seen.insert($0).inserted }
  }
}

/// Merges two rows, taking from the right one as long as its first element is
/// to stand before that of the left one.
///
/// - Parameter takesRight: is given the places of both elements in their rows.
func merged(
  _ left: [Int], _ right: [Int], takesRight: (Int, Int) -> Bool
) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(left.count + right.count)
  var (i, j) = (0, 0)
  while i < left.count, j < right.count {
    if takesRight(i, j) {
      result.append(right[j])
      j += 1
    } else {
      result.append(left[i])
      i += 1
    }
  }
  return result + left[i...] + right[j...]
}
