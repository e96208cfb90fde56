import Canvas
import Goals

/// The columns of objectives and key results, as wide as there is room.
struct PaceColumns: Hashable {
  var title: Rect
  var owner: Rect
  var word: Rect
  var bar: Rect
  var percent: Rect
  var value: Rect
  var confidence: Rect

  init(in rect: Rect) {
    let width = rect.width
    var rest = rect.dropping(right: width >= 50 ? 1 : 0)
    func take(_ cells: Int, from least: Int) -> Rect {
      let (left, right) = rest.split(right: width >= least ? cells : 0)
      rest = left
      return right
    }
    confidence = take(5, from: 56)
    value = take(8, from: 40)
    percent = take(width >= 30 ? 6 : 5, from: 12)
    bar = take(width >= 110 ? 17 : width >= 56 ? 11 : 7, from: 32)
      .dropping(left: 1)
    word = take(12, from: 94).dropping(left: 2)
    owner = take(width >= 110 ? 13 : 9, from: 66).dropping(left: 1)
    title = rest
  }
}

/// Lines of objectives and key results.
struct ObjectivesView {
  var outlook: Outlook
  var rows: [Thing]
  var folded: Set<Int> = []
  var scroll = Scroll()
  /// Whether the selected line is marked.
  var isFocused = false
  /// A key result that is drawn with a progress that is only typed so far.
  var preview: (thing: Thing, value: Double, progress: Double?)?

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let list = rect.belowHeading
    if list.height < rect.height {
      drawHeading(into: &canvas, in: rect.line(0))
    }
    let scroll = scroll.settled(count: rows.count, height: list.height)
    let visible = scroll.visible(count: rows.count, height: list.height)
    for (line, row) in visible.enumerated() {
      drawRow(rows[row], into: &canvas, in: list.line(line))
      if isFocused, row == scroll.selected {
        canvas.mark(list.line(line), .selected)
      }
    }
  }

  func drawHeading(into canvas: inout Canvas, in rect: Rect) {
    let columns = PaceColumns(in: rect)
    let style = Style(.heading, isFocused ? .bold : [])
    canvas.put(
      "OBJECTIVES", in: columns.title.dropping(left: 1), style: style)
    if columns.title.width >= 24 {
      canvas.put(
        "progress", in: columns.bar, style: .heading, overflow: .cut)
    }
    canvas.put("now", in: columns.value, .right, style: .heading)
    canvas.put("conf", in: columns.confidence, .right, style: .heading)
  }

  func drawRow(_ thing: Thing, into canvas: inout Canvas, in rect: Rect) {
    guard let pace = outlook.pace(of: thing) else { return }
    let columns = PaceColumns(in: rect)
    let role = outlook.role(of: thing)
    drawTitle(thing, role, into: &canvas, in: columns.title)
    if let owner = outlook.owner(of: thing) {
      canvas.put(owner, in: columns.owner, style: .faint)
    }
    canvas.put(word(for: thing), in: columns.word, style: Style(role))
    drawProgress(thing, pace, role, into: &canvas, in: columns)
    let isOld = role == .stale && columns.word.isEmpty
    if isOld, !columns.value.isEmpty {
      let old = columns.value.isEmpty ? columns.confidence : columns.value
      let both = Rect(
        row: old.row, column: old.column, height: 1,
        width: old.width + columns.confidence.width)
      canvas.put(word(for: thing), in: both, .right, style: .stale)
    } else {
      drawValue(thing, role, into: &canvas, in: columns.value)
      drawConfidence(thing, pace, into: &canvas, in: columns.confidence)
    }
  }

  private func drawTitle(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect
  ) {
    let glyphs = canvas.glyphs
    var column = 0
    let isRoomy = rect.width >= 20
    if case .objective(let index) = thing {
      if isRoomy, !outlook.board.objectives[index].keyResults.isEmpty {
        let isFolded = folded.contains(index)
        canvas.set(
          isFolded ? glyphs.folded : glyphs.unfolded, row: rect.row,
          column: rect.column, style: .faint)
      }
      column = isRoomy ? 2 : 0
    } else {
      column = isRoomy ? 4 : 1
    }
    let rest = rect.dropping(left: column)
    guard !rest.isEmpty else { return }
    canvas.set(
      glyphs.shape(of: role), row: rest.row, column: rest.column,
      style: Style(role))
    let isObjective = if case .objective = thing { true } else { false }
    canvas.put(
      outlook.title(of: thing), in: rest.dropping(left: 2),
      style: Style(.text, isObjective ? .bold : []))
  }

  private func word(for thing: Thing) -> String {
    let word = outlook.word(for: thing)
    guard outlook.isStale(thing), let age = outlook.age(of: thing) else {
      return word
    }
    return "\(word) \(shortAge(age))"
  }

  private func drawProgress(
    _ thing: Thing, _ pace: Pace, _ role: Role, into canvas: inout Canvas,
    in columns: PaceColumns
  ) {
    let isPreview = preview?.thing == thing
    let progress = isPreview ? preview?.progress : pace.progress
    Bar(progress, expected: pace.expected, role: role)
      .draw(into: &canvas, in: columns.bar)
    let glyphs = canvas.glyphs
    canvas.put(
      progress.map(percentage) ?? glyphs.text(glyphs.dash),
      in: columns.percent, .right,
      style: isPreview ? .input : Style(role == .stale ? .stale : .text))
  }

  private func drawValue(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect
  ) {
    if preview?.thing == thing, let value = preview?.value {
      canvas.put(shortNumber(value), in: rect, .right, style: .input)
      return
    }
    let style = Style(role == .stale ? .stale : .text)
    canvas.put(outlook.shortValue(of: thing), in: rect, .right, style: style)
  }

  private func drawConfidence(
    _ thing: Thing, _ pace: Pace, into canvas: inout Canvas, in rect: Rect
  ) {
    guard !rect.isEmpty, let confidence = pace.confidence,
      !outlook.isMasked(thing)
    else { return }
    let change = pace.confidenceChange ?? 0
    let column = rect.columns.upperBound - 1
    let digits = rect.dropping(right: 2)
    let style = change <= -2 ? Style.atRisk : .text
    canvas.put("\(confidence)", in: digits, .right, style: style)
    guard change != 0 else { return }
    canvas.set(
      change > 0 ? canvas.glyphs.up : canvas.glyphs.down, row: rect.row,
      column: column, style: style)
  }
}

extension Outlook {
  /// The value of a key result in a column of eight cells: `38`, `2/3`, `$1.2M`.
  func shortValue(of thing: Thing) -> String {
    guard case .keyResult(let index) = thing else { return "" }
    if hidesNumbers(thing) { return Outlook.mask }
    let standing = standing.keyResults[index]
    if let done = standing.done {
      return "\(done)/\(board.keyResults[index].milestones.count)"
    }
    guard let value = standing.value else { return "" }
    let unit = unit(of: thing)
    let isShort = unit.map { isCurrency($0) || $0 == "%" } ?? false
    let text = isShort ? amount(value, unit, shortNumber) : shortNumber(value)
    return displayCells(of: text) <= 7 ? text : shortNumber(value)
  }
}
