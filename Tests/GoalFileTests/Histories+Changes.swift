extension Writer {
  /// Changes a board in some places.
  mutating func change(_ board: inout DraftBoard, times: Int) {
    for _ in 0..<times { change(&board) }
  }

  private mutating func change(_ board: inout DraftBoard) {
    switch dice.roll(14) {
    case 0: board.head.append(headLine())
    case 1: board.blocks.insert(block(), at: dice.roll(board.blocks.count + 1))
    case 2:
      if !board.blocks.isEmpty {
        board.blocks.remove(at: dice.roll(board.blocks.count))
      }
    case 3: moveBlock(&board)
    case 4: moveKeyResult(&board)
    case 5: board.hasLastEnd.toggle()
    default: changeLines(&board)
    }
  }

  private mutating func moveBlock(_ board: inout DraftBoard) {
    guard !board.blocks.isEmpty else { return }
    let block = board.blocks.remove(at: dice.roll(board.blocks.count))
    board.blocks.insert(block, at: dice.roll(board.blocks.count + 1))
  }

  private mutating func moveKeyResult(_ board: inout DraftBoard) {
    let objectives = board.blocks.indices.filter {
      board.blocks[$0].opener.hasPrefix("objective")
    }
    let full = objectives.filter { !board.blocks[$0].keyResults.isEmpty }
    guard !full.isEmpty else { return }
    let from = full[dice.roll(full.count)]
    let place = dice.roll(board.blocks[from].keyResults.count)
    let keyResult = board.blocks[from].keyResults.remove(at: place)
    if dice.hits(oneOf: 4) { return }
    let to = objectives[dice.roll(objectives.count)]
    board.blocks[to].keyResults.insert(
      keyResult, at: dice.roll(board.blocks[to].keyResults.count + 1))
  }

  /// Changes the lines of one block.
  private mutating func changeLines(_ board: inout DraftBoard) {
    guard !board.blocks.isEmpty else { return }
    let place = dice.roll(board.blocks.count)
    let count = board.blocks[place].keyResults.count
    if count > 0, !dice.hits(oneOf: 3) {
      let inner = dice.roll(count)
      changeLines(of: &board.blocks[place].keyResults[inner], "kr")
    } else {
      let kind = board.blocks[place].opener.prefix { $0 != " " }
      changeLines(of: &board.blocks[place], String(kind))
    }
  }

  private mutating func changeLines(
    of block: inout DraftBoard.Block, _ kind: String
  ) {
    let lines = block.lines
    switch dice.roll(8) {
    case 0 where !lines.isEmpty: block.lines.remove(at: dice.roll(lines.count))
    case 1 where !lines.isEmpty:
      let line = block.lines.remove(at: dice.roll(lines.count))
      block.lines.insert(line, at: dice.roll(lines.count))
    case 2: block.opener += "x" + unique()
    case 3: block.lead = ["", "# \(unique())"]
    case 4, 5:
      guard !lines.isEmpty else { fallthrough }
      let place = dice.roll(lines.count)
      block.lines[place] = changed(lines[place])
    default:
      block.lines.insert(
        line(in: kind, beside: lines), at: dice.roll(lines.count + 1))
    }
  }

  /// A line with one of its words changed.
  mutating func changed(_ line: String) -> String {
    if dice.hits(oneOf: 6) { return "  " + line }
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let places = words.indices.filter { place in
      let word = words[place]
      return Int(word) != nil || Int(word.dropFirst()) != nil
        || word.hasSuffix("/10")
    }
    guard !places.isEmpty else { return line }
    let place = places[dice.roll(places.count)]
    var changed = words
    let isNumber = Int(words[place]) != nil
    let isConfidence = words[place].hasSuffix("/10")
    changed[place] = Substring(
      isNumber
        ? "\(1_000_000 + dice.roll(999_999))"
        : isConfidence ? "\(dice.roll(11))/10" : unique())
    return changed.joined(separator: " ")
  }
}
