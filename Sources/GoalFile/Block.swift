import Goals

/// The lines that belong to one thing, as byte offsets into the file.
package struct Block: Hashable, Sendable {
  /// What a block is about.
  package enum Kind: CaseIterable, Hashable, Sendable {
    /// The head of the file, before the first block.
    case file
    case objective, keyResult, kpi, meeting
    /// What a broken line opened; its lines belong to nothing.
    case nothing

    /// How a sentence names it.
    var name: String {
      switch self {
      case .file: return "the head of the file"
      case .objective: return "an objective"
      case .keyResult: return "a key result"
      case .kpi: return "a KPI"
      case .meeting: return "a meeting"
      case .nothing: return "nothing"
      }
    }
  }

  /// Where the line that opens it begins.
  package var start: Int
  /// Behind the last statement or reading of its own, line end included; what
  /// follows are comments, empty lines, or the lines of other blocks.
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A statement that is no reading, by its place.
struct Statement: Hashable, Sendable {
  /// From 1.
  let line: Int
  let keyword: Keyword
  /// From its keyword to the last byte that is no blank.
  let range: Range<Int>
  /// The block that it belongs to, or that it opens.
  let kind: Block.Kind
  /// The place of that block's thing in the board.
  let index: Int
  /// Whether it was understood and holds, as far as its line tells.
  let isSound: Bool

  /// Whether it belongs to `subject`.
  func belongs(to subject: Subject) -> Bool {
    kind == subject.kind && (kind == .file || index == subject.index)
  }
}

/// The statements of a file, in their order.
struct Statements: Sendable {
  private(set) var all: [Statement] = []

  mutating func append(_ statement: Statement) { all.append(statement) }

  /// The bytes of the statement on a line; empty where there is none.
  func range(onLine line: Int) -> Range<Int> {
    statement(onLine: line)?.range ?? 0..<0
  }

  /// The statement on a line, or `nil` where there is none.
  func statement(onLine line: Int) -> Statement? {
    let place = first { $0.line >= line }
    guard place < all.count, all[place].line == line else { return nil }
    return all[place]
  }

  /// The statements that begin in a range of bytes.
  func within(_ range: Range<Int>) -> ArraySlice<Statement> {
    let start = first { $0.range.lowerBound >= range.lowerBound }
    let end = first { $0.range.lowerBound >= range.upperBound }
    return all[start..<max(start, end)]
  }

  /// The first statement in a block that begins with `keyword`.
  func first(_ keyword: Keyword, in block: Block) -> Statement? {
    let start = first { $0.range.lowerBound >= block.start }
    return all[start...].prefix { $0.range.upperBound <= block.end }
      .first { $0.keyword == keyword }
  }

  /// The first that fulfils `condition`, which holds for all after it.
  private func first(where condition: (Statement) -> Bool) -> Int {
    partition(all.indices) { condition(all[$0]) }
  }
}
