extension Dice {
  /// A number from 0 up to below `limit`, or 0.
  mutating func roll(_ limit: Int) -> Int { pick(0..<max(1, limit)) }

  mutating func hits(oneOf count: Int) -> Bool { roll(count) == 0 }
}

/// A board as it is written down in tests: lines in blocks, each line there only
/// once.
struct DraftBoard: Hashable {
  struct Block: Hashable {
    /// Comments and empty lines.
    var lead: [String] = []
    var opener: String
    var lines: [String] = []
    var keyResults: [Block] = []
  }

  var head: [String] = ["board B"]
  var blocks: [Block] = []
  var lineEnd = "\n"
  var hasLastEnd = true

  var text: String {
    var lines = head
    for block in blocks {
      lines += block.lead + [block.opener] + block.lines
      for inner in block.keyResults {
        lines += inner.lead + [inner.opener] + inner.lines
      }
    }
    return lines.joined(separator: lineEnd) + (hasLastEnd ? lineEnd : "")
  }

  var bytes: [UInt8] { Array(text.utf8) }
}

/// Writes boards and changes them, by dice.
struct Writer {
  var dice: Dice
  /// Makes names that stand nowhere else.
  private var count = 0
  private let name: String

  init(_ seed: Int, name: String) {
    dice = Dice(seed: seed)
    self.name = name
  }

  mutating func unique() -> String {
    count += 1
    return "\(name)\(count)"
  }

  mutating func board() -> DraftBoard {
    var board = DraftBoard()
    for _ in 0..<dice.roll(3) { board.head.append(headLine()) }
    for _ in 0..<(1 + dice.roll(5)) { board.blocks.append(block()) }
    if dice.hits(oneOf: 6) { board.lineEnd = "\r\n" }
    if dice.hits(oneOf: 6) { board.hasLastEnd = false }
    return board
  }

  mutating func headLine() -> String {
    ["# \(unique())", "cycle \(unique()) 2026-10-01 .. 2026-12-31"][
      dice.roll(2)]
  }

  mutating func block() -> DraftBoard.Block {
    let name = unique()
    let opener =
      [
        "objective [\(name)] T \(name)", "kpi [\(name)] T \(name)",
        "meeting 2026-10-12 T \(name) @Ada", "objective T \(name)",
      ][dice.roll(4)]
    var block = DraftBoard.Block(opener: opener)
    block.lead = lead()
    let kind = opener.prefix { $0 != " " }
    for _ in 0..<dice.roll(6) {
      block.lines.append(line(in: String(kind), beside: block.lines))
    }
    guard kind == "objective" else { return block }
    for _ in 0..<dice.roll(4) { block.keyResults.append(keyResult()) }
    return block
  }

  mutating func keyResult() -> DraftBoard.Block {
    let name = unique()
    var block = DraftBoard.Block(
      opener: dice.hits(oneOf: 4)
        ? "  kr T \(name)" : "  kr [\(name)] T \(name)")
    block.lead = lead()
    for _ in 0..<dice.roll(6) {
      block.lines.append(line(in: "kr", beside: block.lines))
    }
    return block
  }

  private mutating func lead() -> [String] {
    [[], [], [""], ["", "# \(unique())"], ["# \(unique())"]][dice.roll(5)]
  }

  /// A new line for a block; what can stand once is not written twice.
  mutating func line(in kind: String, beside lines: [String]) -> String {
    let once = Self.once[kind] ?? []
    let keyword = once.isEmpty ? "" : once[dice.roll(once.count)]
    let isTaken = lines.contains {
      $0.split(separator: " ").first.map(String.init) == keyword
    }
    let hasReadings = kind == "kr" || kind == "kpi"
    switch dice.roll(6) {
    case 0 where !keyword.isEmpty && !isTaken: return property(keyword)
    case 1: return "  # \(unique())"
    case 2: return "  > \(unique()) matters to \(unique())"
    case 3, 4:
      guard hasReadings else { fallthrough }
      return reading()
    default:
      return "  action [ ] 2026-\(month())-\(day()) @Ada Do \(unique())"
    }
  }

  static let once = [
    "objective": ["owner", "team", "weight"],
    "kr": ["owner", "from", "weight"],
    "kpi": ["owner", "unit", "target", "healthy"], "meeting": [],
  ]

  private mutating func property(_ keyword: String) -> String {
    switch keyword {
    case "weight": "  weight \(1 + dice.roll(999_999))"
    case "from":
      "  from \(dice.roll(99_999)) to \(100_000 + dice.roll(99_999)) \(unique())"
    case "target": "  target \(dice.roll(999_999)) by 2026-\(month())-\(day())"
    case "healthy": "  healthy \(dice.roll(999_999)) .."
    default: "  \(keyword) \(unique())"
    }
  }

  mutating func reading() -> String {
    let name = unique()
    // No two readings of one writer have one moment.
    let time = "\(10 + count / 50 % 13):\(10 + count % 50)"
    return
      "    2026-\(month())-\(day())T\(time)  \(dice.roll(999_999))  \(dice.roll(11))/10  \(name)"
  }

  private mutating func month() -> String {
    ["10", "11", "12"][dice.roll(3)]
  }

  private mutating func day() -> String { "\(10 + dice.roll(13))" }
}
