import Canvas
import Goals

/// The board screen: objectives with their key results, KPIs, and what is
/// selected in words.
struct BoardView {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func draw(into canvas: inout Canvas, in bounds: Rect) {
    let layout = session.boardLayout(in: bounds)
    let outlook = session.outlook
    if session.rows.isEmpty, outlook.board.kpis.isEmpty {
      drawEmpty(into: &canvas, in: Frame(in: bounds).body)
      return
    }
    drawDivider(into: &canvas, layout)
    session.objectivesView.draw(into: &canvas, in: layout.objectives)
    session.kpisView.draw(into: &canvas, in: layout.kpis)
    guard let thing = session.selection else { return }
    DetailView(
      outlook: outlook, thing: thing, history: session.history(of: thing)
    ).draw(into: &canvas, in: layout.detail)
  }

  private func drawDivider(into canvas: inout Canvas, _ layout: BoardLayout) {
    guard layout.isWide else { return }
    let glyphs = canvas.glyphs
    canvas.fill(layout.divider, with: glyphs.vertical, style: .rule)
    let column = layout.divider.column
    if !layout.rule.isEmpty {
      canvas.set(
        glyphs.teeDown, row: layout.rule.row, column: column, style: .rule)
    }
  }

  private func drawEmpty(into canvas: inout Canvas, in rect: Rect) {
    let lines = session.errors > 0 ? errorLines : welcomeLines
    let area = rect.dropping(
      top: min(2, rect.height / 4), left: min(2, rect.width / 10))
    for (index, line) in lines.enumerated() where index < area.height {
      canvas.put(
        line, in: area.line(index),
        style: index == 0 ? Style(.title, .bold) : .text)
    }
  }

  /// What is wrong with a file in which nothing is a board.
  private var errorLines: [String] {
    let errors = session.document.diagnostics.filter { $0.severity == .error }
    let first = errors.prefix(100).map {
      "line \($0.line): \($0.message)"
    }
    return ["Nothing in this file is understood as a board.", ""] + first + [
      "", "Mend it in an editor, then press r to read it anew.",
    ]
  }

  private var welcomeLines: [String] {
    [
      "This board is empty.",
      "",
      "Open \(session.name) in an editor and write, for example:",
      "",
      "objective [first] Where we want to go",
      "  cycle \(session.outlook.today.parts.year)-Q\((session.outlook.today.parts.month + 2) / 3)",
      "  kr [one] What measures whether we get there",
      "    from 0 to 10 points",
      "",
      "then press r to read it. 'bearing demo' shows a board that is full.",
    ]
  }
}

extension Session {
  var objectivesView: ObjectivesView {
    ObjectivesView(
      outlook: outlook, rows: rows, folded: trail.board.folded,
      scroll: trail.board.objectives,
      isActive: trail.board.pane == .objectives || context == .typing,
      preview: preview?.thing, previewed: previewedProgress)
  }

  var kpisView: KPIsView {
    KPIsView(
      outlook: outlook, indices: Array(outlook.board.kpis.indices),
      histories: histories, scroll: trail.board.kpis,
      isActive: trail.board.pane == .kpis)
  }

  /// The progress that the check-in being typed would give.
  var previewedProgress: Double? {
    guard let (thing, checkIn) = preview, let value = checkIn.value,
      case .keyResult(let index) = thing
    else { return nil }
    return outlook.board.progress(ofKeyResult: index, value: value, at: now)
  }
}

/// How wide the columns of the objectives pane are; 0 where one has no room.
struct ObjectiveColumns: Hashable {
  var title: Int
  var owner: Int
  var bar: Int
  var percent: Int
  var value: Int
  var confidence: Int

  /// - Parameters:
  ///   - values: how wide the widest of the values is.
  ///   - owners: how wide the widest of the owners is.
  init(width: Int, values: Int, owners: Int) {
    percent = width >= 16 ? 6 : 0
    confidence = width >= 50 ? 6 : 0
    value = width >= 34 ? max(5, min(11, values + 2)) : 0
    owner = width >= 62 && owners > 0 ? min(max(8, width / 7), owners + 2) : 0
    bar = width >= 28 ? max(6, min(24, width / 6)) : 0
    title = max(0, width - percent - confidence - value - owner - bar)
  }
}

/// Objectives with their key results inline.
struct ObjectivesView {
  let outlook: Outlook
  let rows: [Thing]
  let folded: Set<Int>
  let scroll: Scroll
  let isActive: Bool
  /// The thing whose bar shows what is being typed, and the progress shown.
  var preview: Thing?
  var previewed: Double?

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let body = rect.belowHeading
    let places = places(in: body)
    let columns = columns(for: places.map(\.row), width: rect.width)
    if body.height < rect.height {
      drawHeading(into: &canvas, in: rect.line(0), columns)
    }
    for (row, place) in places {
      draw(rows[row], into: &canvas, in: place, columns)
      if isActive, row == scroll.selected { canvas.mark(place, .selected) }
    }
  }

  /// The lines of the list that are seen, each with its place, in a pane without
  /// its heading.
  private func places(in body: Rect) -> [(row: Int, place: Rect)] {
    let seen = scroll.visible(count: rows.count, height: body.height)
    let isAiry = isAiry(body.height)
    var line = 0
    return seen.map { row in
      if isAiry, row > 0, case .objective = rows[row] { line += 1 }
      defer { line += 1 }
      return (row, body.line(line))
    }
  }

  /// What lies at a place of the pane.
  func spot(at position: Position, in rect: Rect) -> Spot {
    let found = places(in: rect.belowHeading).first {
      $0.place.contains(position)
    }
    guard let (row, place) = found else { return .pane(.objectives) }
    let isOnFold =
      hasFold(rows[row], in: place)
      && position.column < place.column + ObjectivesView.foldWidth
    return isOnFold ? .fold(row: row) : .line(row, in: .objectives)
  }

  /// How many columns the mark of a fold and the blank behind it take.
  private static var foldWidth: Int { 2 }

  /// Whether the line of a thing begins with the mark of a fold.
  private func hasFold(_ thing: Thing, in rect: Rect) -> Bool {
    guard case .objective(let index) = thing else { return false }
    return rect.width >= 12
      && !outlook.board.objectives[index].keyResults.isEmpty
  }

  /// Whether there is room for an empty line between objectives.
  private func isAiry(_ height: Int) -> Bool {
    guard rows.count <= height else { return false }
    let objectives = rows.count {
      if case .objective = $0 { true } else { false }
    }
    return rows.count + objectives - 1 <= height && objectives < rows.count
  }

  private func columns(for seen: [Int], width: Int) -> ObjectiveColumns {
    var values = 0
    var owners = 0
    for row in seen {
      values = max(values, displayCells(of: valueText(rows[row])))
      owners = max(owners, outlook.owner(of: rows[row]).map(displayCells) ?? 0)
    }
    return ObjectiveColumns(width: width, values: values, owners: owners)
  }

  private func drawHeading(
    into canvas: inout Canvas, in rect: Rect, _ columns: ObjectiveColumns
  ) {
    canvas.put(" OBJECTIVES", in: rect, style: .heading)
    var right = rect
    func label(_ text: String, _ width: Int) {
      guard width > 0 else { return }
      let (rest, cell) = right.split(right: width)
      canvas.put("\(text) ", in: cell, .right, style: .heading)
      right = rest
    }
    label("conf", columns.confidence)
    label("now", columns.value)
    label("", columns.percent)
    if columns.bar > 0 {
      canvas.put(
        "progress", in: right.split(right: columns.bar).right, style: .heading)
    }
  }

  private func draw(
    _ thing: Thing, into canvas: inout Canvas, in rect: Rect,
    _ columns: ObjectiveColumns
  ) {
    let role = outlook.role(of: thing)
    let (name, numbers) = rect.split(left: columns.title + columns.owner)
    drawName(thing, role, into: &canvas, in: name, columns)
    drawNumbers(thing, role, into: &canvas, in: numbers, columns)
  }

  private func drawName(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect,
    _ columns: ObjectiveColumns
  ) {
    let (title, owner) = rect.split(left: columns.title)
    var column = title.column
    var isObjective = false
    if case .objective(let index) = thing {
      isObjective = true
      let isFolded = folded.contains(index)
      if hasFold(thing, in: title) {
        canvas.set(
          isFolded ? canvas.glyphs.folded : canvas.glyphs.unfolded,
          row: title.row, column: column, style: .faint)
      }
      column += title.width >= 12 ? ObjectivesView.foldWidth : 0
    } else {
      column += title.width >= 24 ? 4 : title.width >= 12 ? 2 : 0
    }
    canvas.set(
      canvas.glyphs.shape(of: role), row: title.row, column: column,
      style: Style(role))
    canvas.put(
      outlook.title(of: thing), row: title.row, column: column + 2,
      limit: max(0, title.columns.upperBound - column - 3),
      style: isObjective ? Style(.text, .bold) : .text, overflow: .elide)
    guard !isObjective || outlook.owner(of: thing) != nil else { return }
    canvas.put(
      outlook.owner(of: thing) ?? "", row: owner.row, column: owner.column,
      limit: max(0, owner.width - 1), style: .faint, overflow: .elide)
  }

  private func drawNumbers(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect,
    _ columns: ObjectiveColumns
  ) {
    guard let pace = outlook.pace(of: thing) else { return }
    let isPreview = thing == preview
    let progress = isPreview ? previewed ?? pace.progress : pace.progress
    let (bar, afterBar) = rect.split(left: columns.bar)
    Bar(progress, expected: pace.expected, role: role).draw(
      into: &canvas, in: bar)
    let (percent, afterPercent) = afterBar.split(left: columns.percent)
    canvas.put(
      "\(progress.map(percentText) ?? canvas.glyphs.text(canvas.glyphs.dash)) ",
      in: percent, .right,
      style: isPreview ? Style(.notice, .bold) : Style(role))
    if outlook.isStale(thing), columns.value > 0, let age = pace.age {
      canvas.put(
        "stale \(shortAge(age)) ", in: afterPercent, .right, style: .stale)
      return
    }
    let (value, confidence) = afterPercent.split(left: columns.value)
    canvas.put(
      "\(valueText(thing)) ", in: value, .right,
      style: outlook.isStale(thing) ? .stale : .text)
    drawConfidence(pace, thing, into: &canvas, in: confidence)
  }

  private func valueText(_ thing: Thing) -> String {
    guard case .keyResult(let index) = thing else { return "" }
    if outlook.hidesNumbers(thing) { return Outlook.mask }
    let standing = outlook.standing.keyResults[index]
    if let done = standing.done {
      return "\(done)/\(outlook.board.keyResults[index].milestones.count)"
    }
    return standing.value.map(shortNumber) ?? ""
  }

  private func drawConfidence(
    _ pace: Pace, _ thing: Thing, into canvas: inout Canvas, in rect: Rect
  ) {
    guard rect.width >= 5, let confidence = pace.confidence else { return }
    let text = outlook.hidesNumbers(thing) ? Outlook.mask : "\(confidence)"
    canvas.put(text, in: rect.dropping(right: 3), .right)
    let change = pace.confidenceChange ?? 0
    guard change != 0, !outlook.hidesNumbers(thing) else { return }
    canvas.set(
      change > 0 ? canvas.glyphs.up : canvas.glyphs.down, row: rect.row,
      column: rect.columns.upperBound - 2,
      style: change <= -2 ? Style(.atRisk, .bold) : .faint)
  }
}
