/// Which lines of two lists are the same line.
///
/// Equal lines are matched in their order where that is clear, then wherever
/// they are; then lines with one key, then those that are much alike in one
/// place. Nothing in it takes more than n log n steps.
struct Alignment {
  /// For each line of the left list its place in the right one, or `nil`.
  private(set) var ofLeft: [Int?]
  /// For each line of the right list its place in the left one, or `nil`.
  private(set) var ofRight: [Int?]
  private let left: LineList
  private let right: LineList

  /// How far two lines may differ to be the same.
  enum Reach {
    /// Of the two, one came from the other.
    case versions
    /// They were written by two people who did not know of each other.
    case strangers
  }

  init(_ left: LineList, _ right: LineList, _ reach: Reach) {
    self.left = left
    self.right = right
    ofLeft = Array(repeating: nil, count: left.count)
    ofRight = Array(repeating: nil, count: right.count)
    matchAround(0..<left.count, 0..<right.count)
    matchUnique()
    matchEqual()
    matchKeys(reach)
    if reach == .versions { matchAlike() }
  }

  private mutating func match(_ leftPlace: Int, _ rightPlace: Int) {
    ofLeft[leftPlace] = rightPlace
    ofRight[rightPlace] = leftPlace
  }

  /// Matches equal lines from both ends of two ranges on, as far as they go.
  private mutating func matchAround(
    _ leftRange: Range<Int>, _ rightRange: Range<Int>
  ) {
    var (i, j) = (leftRange.lowerBound, rightRange.lowerBound)
    while i < leftRange.upperBound, j < rightRange.upperBound, isOpen(i, j),
      left.isSame(i, as: j, in: right)
    {
      match(i, j)
      (i, j) = (i + 1, j + 1)
    }
    var (k, l) = (leftRange.upperBound - 1, rightRange.upperBound - 1)
    while k >= i, l >= j, isOpen(k, l), left.isSame(k, as: l, in: right) {
      match(k, l)
      (k, l) = (k - 1, l - 1)
    }
  }

  private func isOpen(_ leftPlace: Int, _ rightPlace: Int) -> Bool {
    ofLeft[leftPlace] == nil && ofRight[rightPlace] == nil
  }

  /// Matches what stands once in either list, and what lies between such lines.
  ///
  /// This is the patience algorithm of Bram Cohen.
  private mutating func matchUnique() {
    var places: [UInt64: (count: Int, left: Int)] = [:]
    for place in ofLeft.indices where ofLeft[place] == nil {
      places[left[place].hash, default: (0, place)].count += 1
    }
    var counts: [UInt64: Int] = [:]
    for place in ofRight.indices where ofRight[place] == nil {
      counts[right[place].hash, default: 0] += 1
    }
    var pairs: [(left: Int, right: Int)] = []
    for place in ofRight.indices where ofRight[place] == nil {
      let hash = right[place].hash
      guard let found = places[hash], found.count == 1, counts[hash] == 1,
        left.isSame(found.left, as: place, in: right)
      else { continue }
      pairs.append((found.left, place))
    }
    for pair in pairs { match(pair.left, pair.right) }
    matchBetween(pairs)
  }

  /// Matches equal lines right before and behind unique ones that kept their
  /// order.
  private mutating func matchBetween(_ pairs: [(left: Int, right: Int)]) {
    let isInOrder = longestIncreasing(pairs.map(\.left))
    var before = (left: -1, right: -1)
    var end = (left: left.count, right: right.count)
    while end.left > 0, end.right > 0, isTaken(end.left - 1, end.right - 1),
      (pairs.last?.right ?? -1) < end.right - 1
    {
      end = (end.left - 1, end.right - 1)
    }
    for (number, pair) in (pairs + [end]).enumerated()
    where number == pairs.count || isInOrder[number] {
      var start = before
      while start.left + 1 < pair.left, start.right + 1 < pair.right,
        isTaken(start.left + 1, start.right + 1)
      {
        start = (start.left + 1, start.right + 1)
      }
      matchAround(
        (start.left + 1)..<pair.left, (start.right + 1)..<pair.right)
      before = pair
    }
  }

  /// Whether two lines are matched with each other.
  private func isTaken(_ leftPlace: Int, _ rightPlace: Int) -> Bool {
    ofLeft[leftPlace] == rightPlace
  }

  /// Matches equal lines that are left, the first with the first.
  private mutating func matchEqual() {
    var open = Queues<UInt64>()
    for place in ofLeft.indices
    where ofLeft[place] == nil && !left[place].isEmpty {
      open.append(place, for: left[place].hash)
    }
    for place in ofRight.indices
    where ofRight[place] == nil && !right[place].isEmpty {
      guard let found = open.first(for: right[place].hash),
        left.isSame(found, as: place, in: right)
      else { continue }
      open.removeFirst(for: right[place].hash)
      match(found, place)
    }
  }

  /// Matches lines with one key that are left.
  ///
  /// Two readings that strangers wrote stay two, whatever their moment.
  private mutating func matchKeys(_ reach: Reach) {
    var open = Queues<LineKey>()
    for place in ofLeft.indices where ofLeft[place] == nil {
      guard reach == .versions || !left[place].isReading,
        let key = LineKey(left[place], in: left.bytes)
      else { continue }
      open.append(place, for: key)
    }
    for place in ofRight.indices where ofRight[place] == nil {
      guard reach == .versions || !right[place].isReading,
        let key = LineKey(right[place], in: right.bytes),
        let found = open.first(for: key)
      else { continue }
      open.removeFirst(for: key)
      match(found, place)
    }
  }

  /// Matches what is left between two matched lines and much alike.
  private mutating func matchAlike() {
    var next = 0
    var end = left.count
    var gapEnds = Array(repeating: left.count, count: right.count)
    for place in ofRight.indices.reversed() {
      gapEnds[place] = end
      if let found = ofRight[place] { end = found }
    }
    for place in ofRight.indices {
      if let found = ofRight[place] {
        next = found + 1
        continue
      }
      guard right[place].mayBeReworded, next < gapEnds[place] else { continue }
      for candidate in (next..<gapEnds[place]).prefix(16) {
        guard ofLeft[candidate] == nil, left.isAlike(candidate, right, place)
        else { continue }
        match(candidate, place)
        next = candidate + 1
        break
      }
    }
  }
}

/// Places by a key, the first in first.
private struct Queues<Key: Hashable> {
  private var places: [Key: (places: [Int], next: Int)] = [:]

  mutating func append(_ place: Int, for key: Key) {
    places[key, default: ([], 0)].places.append(place)
  }

  func first(for key: Key) -> Int? {
    guard let queue = places[key], queue.next < queue.places.count else {
      return nil
    }
    return queue.places[queue.next]
  }

  mutating func removeFirst(for key: Key) { places[key]?.next += 1 }
}

extension LineList.Element {
  /// Whether it is a reading, of its block or by name.
  var isReading: Bool {
    line.kind == .reading || line.kind == .statement(.reading)
  }

  /// Whether it is known by a text that people put in other words.
  fileprivate var mayBeReworded: Bool {
    switch line.kind {
    case .comment, .narrative, .unknown: return true
    case .empty, .marker, .reading: return false
    case .statement(let keyword):
      return [.action, .milestone, .decision, .blocker, .parked]
        .contains(keyword)
    }
  }
}

extension LineList {
  /// Whether two lines are of one kind and have half of the words of their texts
  /// in common.
  fileprivate func isAlike(
    _ place: Int, _ other: LineList, _ otherPlace: Int
  ) -> Bool {
    guard self[place].line.kind == other[otherPlace].line.kind else {
      return false
    }
    let (mine, others) = (
      wordsOfText(place), other.wordsOfText(otherPlace)
    )
    let shared = mine.intersection(others).count
    return shared > 0 && shared * 2 >= max(mine.count, others.count)
  }

  private func wordsOfText(_ place: Int) -> Set<ArraySlice<UInt8>> {
    let line = self[place].line
    let text = StatementParts(of: line, in: bytes)[.text]?.range ?? 0..<0
    let hasMark = line.kind == .comment || line.kind == .narrative
    return Set(
      bytes[text].dropFirst(hasMark ? 1 : 0).split(whereSeparator: isBlank))
  }
}

/// Which of some numbers belong to a longest run of them that increases.
func longestIncreasing(_ numbers: [Int]) -> [Bool] {
  var isChosen = Array(repeating: false, count: numbers.count)
  // The place of the smallest last number of a run, by the run's length.
  var ends: [Int] = []
  var before = Array(repeating: -1, count: numbers.count)
  for (place, number) in numbers.enumerated() {
    var low = 0
    var high = ends.count
    if let last = ends.last, numbers[last] < number { low = high }
    while low < high {
      let middle = (low + high) / 2
      if numbers[ends[middle]] < number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low > 0 { before[place] = ends[low - 1] }
    if low == ends.count { ends.append(place) } else { ends[low] = place }
  }
  var place = ends.last ?? -1
  while place >= 0 {
    isChosen[place] = true
    place = before[place]
  }
  return isChosen
}
