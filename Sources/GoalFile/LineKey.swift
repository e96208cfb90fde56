/// What a line is about, apart from what it says of it: two lines of one block
/// with one key are two states of the same line.
struct LineKey: Hashable {
  /// The keyword, `2` for a reading.
  private let keyword: String
  /// The words that tell it from others of its kind.
  private let words: [UInt8]

  /// The key of a line; `nil` for one that is known by its text alone.
  init?(_ element: LineList.Element, in bytes: [UInt8]) {
    switch element.line.kind {
    case .empty, .comment, .marker, .narrative, .unknown: return nil
    case .reading:
      let parts = StatementParts(of: element.line, in: bytes)
      self.init("2", parts, [.date], bytes)
    case .statement(let keyword):
      let parts = StatementParts(of: element.line, in: bytes)
      self.init(
        keyword.measureOrItself.rawValue, parts, keyword.parts(of: parts), bytes
      )
    }
  }

  private init(
    _ keyword: String, _ parts: StatementParts, _ names: [StatementParts.Name],
    _ bytes: [UInt8]
  ) {
    self.keyword = keyword
    var words: [UInt8] = []
    for name in names {
      guard let part = parts[name] else { continue }
      words += GoalFile.words(bytes[part.range]) + [10]
    }
    self.words = words
  }
}

extension Keyword {
  /// `from` for both measures that stand once.
  fileprivate var measureOrItself: Keyword { self == .keep ? .from : self }

  /// The parts of a statement by which it is known among its like in one block;
  /// none where it can stand only once.
  fileprivate func parts(of parts: StatementParts) -> [StatementParts.Name] {
    switch self {
    case .cycle: return parts[.range] == nil ? [] : [.name]
    case .limit: return [.name]
    case .reading: return [.id, .date]
    case .plan, .moved, .accept: return [.date]
    case .action, .milestone, .supports, .guards, .decision, .blocker, .parked:
      return [.text]
    case .objective, .kr, .kpi, .meeting: return [.id, .date, .title]
    case .board, .mission, .vision, .every, .owner, .team, .with, .kind,
      .weight, .private, .close, .cause, .from, .keep, .measured, .start, .due,
      .unit, .healthy, .tolerable, .total, .target, .next, .narrative:
      return []
    }
  }
}
