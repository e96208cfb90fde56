import Canvas
import GoalFile
import Goals

/// What collides: a list, and the two sides of what is looked at, side by side
/// where there is room.
struct DecisionView {
  let decision: Decision

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (list, rest) = parts(of: rect)
    drawList(into: &canvas, in: list)
    guard decision.conflicts.indices.contains(decision.selected) else { return }
    let (rule, sides) = rest.split(top: rest.height >= 6 ? 1 : 0)
    canvas.fill(rule, with: canvas.glyphs.horizontal, style: .rule)
    drawSides(into: &canvas, in: sides)
  }

  private func parts(of rect: Rect) -> (list: Rect, rest: Rect) {
    let count = decision.conflicts.count
    let listHeight = max(1, min(count + 1, rect.height / 3))
    let (list, rest) = rect.split(top: listHeight)
    return (list, rest)
  }

  /// The lines of the list below its heading, and which conflicts they show.
  private func lines(of list: Rect) -> (rows: Rect, seen: Range<Int>) {
    let rows = list.split(top: list.height > 1 ? 1 : 0).rest
    var scroll = Scroll()
    scroll.selected = decision.selected
    let count = decision.conflicts.count
    scroll = scroll.settled(count: count, height: rows.height)
    return (rows, scroll.visible(count: count, height: rows.height))
  }

  /// The conflict whose line lies at a place.
  func conflict(at position: Position, in rect: Rect) -> Int? {
    let (rows, seen) = lines(of: parts(of: rect).list)
    let index = seen.lowerBound + position.row - rows.row
    return rows.contains(position) && seen.contains(index) ? index : nil
  }

  private func drawList(into canvas: inout Canvas, in rect: Rect) {
    let heading = rect.split(top: rect.height > 1 ? 1 : 0).top
    let (rows, seen) = lines(of: rect)
    canvas.put(
      "BOTH SIDES CHANGED THIS", in: heading.dropping(left: 1), style: .heading)
    for (row, index) in seen.enumerated() {
      let line = rows.line(row)
      let (left, right) = line.split(right: min(16, line.width / 3))
      canvas.put(decision.conflicts[index].what, in: left.dropping(left: 1))
      let choice = decision.choices[index]
      canvas.put(
        word(for: choice), in: right.dropping(right: 1), .right,
        style: choice == nil ? Style(.atRisk, .bold) : .notice)
      if index == decision.selected { canvas.mark(line, .selected) }
    }
  }

  private func word(for choice: Merge.Choice?) -> String {
    switch choice {
    case nil: "undecided"
    case .ours: decision.names.ours
    case .theirs: decision.names.theirs
    case .both: "both"
    }
  }

  private func drawSides(into canvas: inout Canvas, in rect: Rect) {
    let conflict = decision.conflicts[decision.selected]
    let hasBase = !conflict.base.isEmpty && rect.height >= 9
    let baseHeight =
      hasBase ? min(rect.height / 3, lines(conflict.base).count + 2) : 0
    let (both, base) = rect.split(bottom: baseHeight)
    if rect.width >= 60 {
      let (left, rest) = both.split(left: (both.width - 1) / 2)
      let (divider, right) = rest.split(left: 1)
      canvas.fill(divider, with: canvas.glyphs.vertical, style: .rule)
      draw(.ours, into: &canvas, in: left)
      draw(.theirs, into: &canvas, in: right)
    } else {
      // What is removed needs its heading and a word.
      let below =
        conflict.theirs.isEmpty
        ? 2 : conflict.ours.isEmpty ? both.height - 2 : both.height / 2
      let (top, bottom) = both.split(bottom: below)
      draw(.ours, into: &canvas, in: top)
      draw(.theirs, into: &canvas, in: bottom)
    }
    guard hasBase else { return }
    let (gap, rest) = base.split(top: 1)
    canvas.put(
      "BEFORE", in: gap.dropping(left: 1), style: .heading)
    put(lines(conflict.base), into: &canvas, in: rest, style: .faint)
  }

  private func draw(
    _ side: Merge.Choice, into canvas: inout Canvas, in rect: Rect
  ) {
    let conflict = decision.conflicts[decision.selected]
    let isOurs = side == .ours
    let name = isOurs ? decision.names.ours : decision.names.theirs
    let (heading, body) = rect.split(top: 1)
    let isChosen =
      decision.choices[decision.selected].map { $0 == side || $0 == .both }
      ?? false
    let key = isOurs ? "1" : "2"
    canvas.put(
      "\(key) \(name.uppercased())", in: heading.dropping(left: 1),
      style: isChosen ? Style(.notice, [.bold, .reverse]) : .heading)
    let bytes = isOurs ? conflict.ours : conflict.theirs
    let words =
      bytes.isEmpty ? ["(removed)"] : changedLines(of: bytes, in: body.height)
    let isDropped = decision.choices[decision.selected] != nil && !isChosen
    put(
      words, into: &canvas, in: body,
      style: isDropped || bytes.isEmpty ? .faint : .text)
  }

  private func put(
    _ lines: [String], into canvas: inout Canvas, in rect: Rect, style: Style
  ) {
    let rect = rect.dropping(left: 1, right: 1)
    var row = 0
    for line in lines {
      let wrapped = Paragraph(line, style: style).lines(width: rect.width)
      for text in wrapped {
        guard row < rect.height else { return }
        canvas.put(text, in: rect.line(row), style: style)
        row += 1
      }
    }
  }

  /// The lines of a side, from shortly before the first that is not as it was;
  /// from there on, where there is room for `height` lines only.
  private func changedLines(of bytes: [UInt8], in height: Int) -> [String] {
    let conflict = decision.conflicts[decision.selected]
    let all = lines(bytes)
    let before = lines(conflict.base)
    let same = zip(all, before).prefix { $0 == $1 }.count
    guard same < all.count else { return all }
    if height < 6 { return Array(all[same...]) }
    // The opener says what it is about, and the rest of it nothing new.
    guard same > 3 else { return all }
    return [all[0], "\(same - 2) lines as before"] + all[(same - 1)...]
  }

  /// The lines of some bytes, without the blanks before them.
  private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 10).map(words(ofLine:))
  }
}
