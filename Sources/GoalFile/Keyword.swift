import Goals

/// The words that statements begin with.
package enum Keyword: String, CaseIterable, Hashable, Sendable {
  case board, mission, vision, limit, every
  case cycle, objective, kr, kpi, meeting, reading
  case owner, team, with, kind, supports, weight, `private`, action, close
  case cause, from, keep, milestone, measured, plan, moved, start, due
  case unit, healthy, tolerable, total, target, guards, accept
  case decision, blocker, parked, next
  /// The sign that narrative begins with.
  case narrative = ">"

  /// The blocks in which it may stand.
  var places: [Block.Kind] {
    switch self {
    case .board, .mission, .vision, .limit, .objective, .kr, .kpi, .meeting,
      .reading:
      return Block.Kind.allCases
    case .every: return [.file, .objective, .keyResult, .kpi]
    case .cycle: return [.objective, .keyResult]
    case .owner, .private: return [.objective, .keyResult, .kpi]
    case .team: return [.objective, .kpi]
    case .with, .kind, .supports: return [.objective]
    case .weight, .close, .cause: return [.objective, .keyResult]
    case .action: return [.objective, .keyResult, .kpi, .meeting]
    case .from, .keep, .milestone, .measured, .plan, .moved, .start, .due:
      return [.keyResult]
    case .unit, .healthy, .tolerable, .total, .target, .guards, .accept:
      return [.kpi]
    case .decision, .blocker, .parked, .next: return [.meeting]
    case .narrative: return [.objective, .keyResult, .kpi, .meeting]
    }
  }

  /// The kind of block that it opens; `nil` where it stands inside one.
  var opens: Block.Kind? {
    switch self {
    case .objective: .objective
    case .kr: .keyResult
    case .kpi: .kpi
    case .meeting: .meeting
    case .board, .mission, .vision, .limit, .every, .cycle, .reading, .owner,
      .team, .with, .kind, .supports, .weight, .private, .action, .close,
      .cause, .from, .keep, .milestone, .measured, .plan, .moved, .start, .due,
      .unit, .healthy, .tolerable, .total, .target, .guards, .accept, .decision,
      .blocker, .parked, .next, .narrative:
      nil
    }
  }

  /// Whether it opens a block of its own.
  var isOpener: Bool { opens != nil }

  /// The keyword that a misspelled word was most likely meant to be, or `nil`
  /// where none is near; one that may stand in `place` is preferred.
  static func nearest(to word: String, in place: Block.Kind) -> Keyword? {
    let letters = Array(word.lowercased().utf8.prefix(24))
    var best: (keyword: Keyword, cost: Int)?
    for keyword in allCases where keyword != .narrative {
      let name = Array(keyword.rawValue.utf8)
      let distance = editDistance(letters, name)
      guard isNear(letters, name, at: distance) else { continue }
      let cost = distance * 2 + (keyword.places.contains(place) ? 0 : 1)
      if cost < best?.cost ?? .max { best = (keyword, cost) }
    }
    return best?.keyword
  }
}

/// The keywords, to be found by their bytes.
struct KeywordTable: Sendable {
  static let all = KeywordTable()

  /// Each as one number, in their order.
  private let numbers: [UInt64]
  private let keywords: [Keyword]

  init() {
    let inOrder = Keyword.allCases.compactMap { keyword in
      KeywordTable.packed(Array(keyword.rawValue.utf8)[...]).map {
        (number: $0, keyword: keyword)
      }
    }.sorted { $0.number < $1.number }
    numbers = inOrder.map(\.number)
    keywords = inOrder.map(\.keyword)
  }

  subscript(packed: UInt64) -> Keyword? {
    let place = partition(numbers.indices) { numbers[$0] >= packed }
    guard place < numbers.count, numbers[place] == packed else { return nil }
    return keywords[place]
  }

  /// A word of at most nine small letters as one number, seven bits a letter;
  /// `nil` for any other word.
  static func packed(_ word: ArraySlice<UInt8>) -> UInt64? {
    guard word.count <= 9 else { return nil }
    var packed: UInt64 = 0
    for byte in word {
      guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else {
        return nil
      }
      packed = packed << 7 | UInt64(byte)
    }
    return packed
  }
}
