import GoalFile
import Goals

// Boards of all layouts, sound and broken.

extension Dice {
  /// The bytes of a board file.
  mutating func board() -> [UInt8] {
    var writer = BoardWriter(dice: self)
    writer.write()
    self = writer.dice
    return writer.bytes
  }
}

private struct BoardWriter {
  var dice: Dice
  var lines: [String] = []
  var ids: [ID] = []
  /// How lines are indented, and the least blanks behind a keyword.
  private var unit = "  "
  private var column = 0
  private var spares = [
    "a", "b", "c-1", "d.e", "é", "f_g", "h2", "i", "j", "k",
  ]

  init(dice: Dice) { self.dice = dice }

  mutating func write() {
    unit = dice.pick(["  ", "  ", "    ", "\t", ""])
    column = dice.pick([0, 0, 9, 10])
    if dice.happens(40) { lines += ["# A board.", ""] }
    for _ in 0..<dice.pick(0..<4) { property(in: .file, depth: 0) }
    for _ in 0..<dice.pick(0..<7) { block() }
    for _ in 0..<dice.pick(0..<3) { readingByName() }
    if dice.happens(10) { broken(in: .file) }
  }

  private mutating func block() {
    if dice.happens(85) { lines.append("") }
    if dice.happens(25) { lines.append("# What follows.") }
    let choice = dice.pick(0..<10)
    switch choice {
    case 0...4: objective()
    case 5...7: kpi()
    case 8: meeting()
    default: dice.happens(50) ? readingByName() : broken(in: .file)
    }
  }

  private mutating func title(_ keyword: String, depth: Int) {
    var line = indentation(depth) + keyword + " "
    if !spares.isEmpty, dice.happens(80) {
      let id = spares.removeFirst()
      ids.append(ID(id))
      line += "[\(id)] "
    }
    lines.append(line + dice.pick(["Title", "Some title", "A # title"]))
  }

  private mutating func objective() {
    title("objective", depth: 0)
    inside(.objective, depth: 1)
    for _ in 0..<dice.pick(0..<4) {
      if dice.happens(60) { lines.append("") }
      if dice.happens(15) { lines.append(indentation(1) + "# A comment.") }
      title("kr", depth: 1)
      inside(.keyResult, depth: 2)
    }
  }

  private mutating func kpi() {
    title("kpi", depth: 0)
    inside(.kpi, depth: 1)
  }

  private mutating func meeting() {
    let people = dice.happens(60) ? " @Ada @\"Grace Hopper\"" : ""
    lines.append("meeting \(dice.moment()) Weekly\(people)")
    for _ in 0..<dice.pick(0..<4) { property(in: .meeting, depth: 1) }
  }

  private mutating func inside(_ kind: Block.Kind, depth: Int) {
    for _ in 0..<dice.pick(0..<6) { property(in: kind, depth: depth) }
    for _ in 0..<dice.pick(0..<4) { reading(depth: depth, kind) }
    if dice.happens(15) { property(in: kind, depth: depth) }
    if dice.happens(8) { broken(in: kind) }
    if dice.happens(10) { readingByName() }
    if dice.happens(10) { lines.append(indentation(depth) + "# Behind.") }
    if dice.happens(4) { conflict(in: kind, depth: depth) }
  }

  private mutating func property(in kind: Block.Kind, depth: Int) {
    let phrase = dice.phrase(in: kind, ids)
    lines.append(indentation(depth) + line(of: phrase))
  }

  private mutating func line(of phrase: Phrase) -> String {
    let keyword = phrase.keyword.rawValue
    let isPlain = phrase.keyword == .narrative || phrase.words.isEmpty
    let blanks = isPlain ? 1 : max(1, column - keyword.utf8.count)
    let gap =
      unit == "\t" && column > 0 ? "\t" : String(repeating: " ", count: blanks)
    return phrase.words.isEmpty ? keyword : keyword + gap + phrase.words
  }

  private mutating func reading(depth: Int, _ kind: Block.Kind) {
    let checkIn = dice.checkIn(dice.moment(), kind != .objective)
    lines.append(indentation(depth) + words(of: checkIn))
  }

  private mutating func words(of checkIn: CheckIn) -> String {
    var words = ["\(checkIn.moment)", checkIn.valueText ?? "-"]
    if let confidence = checkIn.confidence { words.append("\(confidence)/10") }
    if let person = checkIn.person { words.append("@\"\(person)\"") }
    if let note = checkIn.note { words += ["--", note] }
    return words.joined(separator: dice.pick([" ", "  ", "   "]))
  }

  private mutating func readingByName() {
    guard !ids.isEmpty else { return }
    let checkIn = dice.checkIn(dice.moment(), true)
    lines.append("reading [\(dice.pick(ids))] \(words(of: checkIn))")
  }

  private mutating func broken(in kind: Block.Kind) {
    switch kind {
    case .file:
      lines += dice.pick([
        ["kip [x] Churn", "  unit %"], ["kr Stray", "  from 1 to 2"],
        ["ownr Ada"], ["2026-10-05 5"], ["cycle Q 2026-13-01 .. 2026-12-31"],
      ])
    case .objective, .keyResult, .kpi, .meeting, .nothing:
      lines.append(
        dice.pick([
          "ownr Ada", "weight 1,5", "2026-10-05 1,5", "healthy", "supports x",
          "\u{1B}[31m", "action nothing", "every fortnight",
        ]))
    }
  }

  private mutating func conflict(in kind: Block.Kind, depth: Int) {
    lines.append("<<<<<<< ours")
    property(in: kind, depth: depth)
    reading(depth: depth, kind)
    lines.append("=======")
    property(in: kind, depth: depth)
    reading(depth: depth, kind)
    lines.append(">>>>>>> theirs")
  }

  private func indentation(_ depth: Int) -> String {
    String(repeating: unit, count: depth)
  }

  /// The lines with their ends.
  var bytes: [UInt8] {
    var dice = dice
    var bytes: [UInt8] = dice.happens(10) ? [0xEF, 0xBB, 0xBF] : []
    let mode = dice.pick(0..<6)
    for (index, line) in lines.enumerated() {
      bytes += Array(line.utf8)
      if index == lines.count - 1, dice.happens(20) { break }
      let isCRLF = mode == 0 || mode == 1 && dice.happens(50)
      bytes += isCRLF ? [13, 10] : [10]
    }
    return bytes
  }
}
