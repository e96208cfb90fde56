import Canvas
import Goals

/// Objectives with their key results inline.
struct ObjectivesView {
  let outlook: Outlook
  let rows: [Thing]
  let folded: Set<Int>
  let histories: [Thing: [HistoryPoint]]
  let scroll: Scroll
  let isActive: Bool
  /// The thing whose bar shows what is being typed, and the progress shown.
  var preview: Thing?
  var previewed: Double?
  /// What is marked in titles and names.
  var sought = FoldedText("")
  /// The objectives that are shown for the sake of their key results alone.
  var faint: Set<Int> = []
  /// What is said where there is no line.
  var absence: String?

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let body = rect.belowHeading
    let places = places(in: body)
    let columns = columns(
      for: places.map(\.row), width: rect.width, canvas.glyphs)
    if body.height < rect.height {
      drawHeading(into: &canvas, in: rect.line(0), columns)
    }
    if rows.isEmpty, let absence {
      canvas.put(" \(absence)", in: body.line(0), style: .faint)
    }
    for (row, place) in places {
      draw(rows[row], into: &canvas, in: place, columns)
    }
  }

  /// The line of what is selected, where the keyboard is here.
  func selectedPlace(in rect: Rect) -> Rect? {
    guard isActive, !rect.isEmpty else { return nil }
    return places(in: rect.belowHeading).first {
      $0.row == scroll.selected
    }?.place
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

  private func columns(
    for seen: [Int], width: Int, _ glyphs: Glyphs
  ) -> ObjectiveColumns {
    var needs = ObjectiveColumns.Needs()
    needs.title = min(66, outlook.extents.title + 1)
    for row in seen {
      let thing = rows[row]
      let before = if case .objective = thing { 4 } else { 6 }
      let title = displayCells(of: outlook.title(of: thing))
      needs.title = max(needs.title, min(66, before + title + 1))
      needs.value = max(needs.value, displayCells(of: valueText(thing)))
      needs.owner = max(
        needs.owner, outlook.owner(of: thing).map(displayCells) ?? 0)
      // Further columns have no room without this much.
      guard width > 100 else { continue }
      needs.hasHistory = needs.hasHistory || history(of: thing).count > 1
      let words = ThingWords(outlook, thing, glyphs)
      needs.goal = max(needs.goal, displayCells(of: words.shortGoal))
      needs.due = max(needs.due, displayCells(of: words.due ?? ""))
      needs.needed = max(needs.needed, displayCells(of: words.needed))
    }
    return ObjectiveColumns(width: width, needs)
  }

  private func history(of thing: Thing) -> [HistoryPoint] {
    guard !outlook.hidesNumbers(thing) else { return [] }
    return histories[thing] ?? outlook.history(of: thing, limit: 120)
  }

  private func drawHeading(
    into canvas: inout Canvas, in rect: Rect, _ columns: ObjectiveColumns
  ) {
    let places = Places(in: rect, columns)
    canvas.put(
      " OBJECTIVES", in: places.title.dropping(right: 1), style: .heading)
    for kind in ObjectiveColumns.Kind.allCases {
      let place = places[kind].dropping(
        left: kind == .history ? 1 : 0, right: 1)
      let isLeft = kind == .bar || kind == .history
      guard displayCells(of: kind.heading) <= place.width else { continue }
      canvas.put(
        kind.heading, in: place, isLeft ? .left : .right, style: .heading)
    }
  }

  private func draw(
    _ thing: Thing, into canvas: inout Canvas, in rect: Rect,
    _ columns: ObjectiveColumns
  ) {
    let role = outlook.role(of: thing)
    let pace = outlook.pace(of: thing) ?? Pace()
    guard rect.width >= 12 else {
      let number = pace.progress.map(percentText) ?? ""
      return SmallRow(role: role, number: number).draw(into: &canvas, in: rect)
    }
    let places = Places(in: rect, columns)
    drawTitle(thing, role, into: &canvas, in: places.title)
    if let owner = outlook.owner(of: thing) {
      canvas.put(
        owner, in: places[.owner].dropping(right: 1), style: .faint)
      canvas.mark(sought, in: owner, at: places[.owner].dropping(right: 1))
    }
    drawProgress(thing, role, pace, into: &canvas, places)
    drawNow(thing, pace, into: &canvas, places)
    drawFurther(thing, pace, into: &canvas, places)
  }

  private func drawTitle(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect
  ) {
    var column = rect.column
    var style = Style.text
    if case .objective(let index) = thing {
      style =
        faint.contains(index) ? .faint : Style(titleRole(role), .bold)
      if hasFold(thing, in: rect) {
        canvas.set(
          folded.contains(index)
            ? canvas.glyphs.folded : canvas.glyphs.unfolded,
          row: rect.row, column: column, style: .faint)
      }
      column += rect.width >= 12 ? ObjectivesView.foldWidth : 0
    } else {
      column += rect.width >= 24 ? 4 : rect.width >= 12 ? 2 : 0
    }
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row, column: column,
      style: Style(role))
    let title = outlook.title(of: thing)
    let place = rect.line(0).dropping(
      left: min(rect.width, column + 2 - rect.column)
    ).dropping(right: 1)
    canvas.put(title, in: place, style: style)
    canvas.mark(sought, in: title, at: place)
  }

  /// What the title of an objective says: trouble is to be seen from afar.
  private func titleRole(_ role: Role) -> Role {
    [.atRisk, .offTrack, .stale].contains(role) ? role : .text
  }

  private func drawProgress(
    _ thing: Thing, _ role: Role, _ pace: Pace, into canvas: inout Canvas,
    _ places: Places
  ) {
    let isPreview = thing == preview
    let progress = isPreview ? previewed ?? pace.progress : pace.progress
    Bar(progress, expected: pace.expected, role: role).draw(
      into: &canvas, in: places[.bar])
    canvas.put(
      progress.map(percentText) ?? canvas.glyphs.text(canvas.glyphs.dash),
      in: places[.percent].dropping(right: 1), .right,
      style: isPreview ? Style(.notice, .bold) : Style(role))
  }

  private func valueText(_ thing: Thing) -> String {
    guard case .keyResult(let index) = thing else { return "" }
    if outlook.hidesNumbers(thing) { return Privacy.mask }
    let standing = outlook.standing.keyResults[index]
    if let done = standing.done {
      return "\(done)/\(outlook.board.keyResults[index].milestones.count)"
    }
    return standing.value.map(shortNumber) ?? ""
  }

  /// The value and the confidence, or in their place how old they are.
  private func drawNow(
    _ thing: Thing, _ pace: Pace, into canvas: inout Canvas, _ places: Places
  ) {
    let isStale = outlook.isStale(thing)
    if isStale, let age = pace.age, !places[.value].isEmpty {
      let place = places.now.dropping(right: 1)
      let words = places[.age].isEmpty ? "stale \(shortAge(age))" : "stale"
      canvas.put(
        displayCells(of: words) <= place.width ? words : "stale",
        in: place, .right, style: .stale)
      return
    }
    canvas.put(
      valueText(thing), in: places[.value].dropping(right: 1), .right,
      style: isStale ? .stale : .text)
    drawConfidence(pace, thing, into: &canvas, in: places[.confidence])
  }

  private func drawConfidence(
    _ pace: Pace, _ thing: Thing, into canvas: inout Canvas, in rect: Rect
  ) {
    guard rect.width >= 5, let confidence = pace.confidence else { return }
    let text = outlook.hidesNumbers(thing) ? Privacy.mask : "\(confidence)"
    canvas.put(text, in: rect.dropping(right: 3), .right)
    let change = pace.confidenceChange ?? 0
    guard change != 0, !outlook.hidesNumbers(thing) else { return }
    canvas.set(
      change > 0 ? canvas.glyphs.up : canvas.glyphs.down, row: rect.row,
      column: rect.columns.upperBound - 2,
      style: change <= -2 ? Style(.atRisk, .bold) : .faint)
  }

  /// What only a large screen has room for.
  private func drawFurther(
    _ thing: Thing, _ pace: Pace, into canvas: inout Canvas, _ places: Places
  ) {
    let spark = places[.history].dropping(left: 1, right: 1)
    if !spark.isEmpty {
      Sparkline(
        history(of: thing).map(\.value), last: outlook.role(of: thing)
      ).draw(into: &canvas, in: spark)
    }
    let words = ThingWords(outlook, thing, canvas.glyphs)
    func put(_ text: String, _ kind: ObjectiveColumns.Kind, _ style: Style) {
      canvas.put(
        text, in: places[kind].dropping(right: 1), .right, style: style)
    }
    if !places[.goal].isEmpty { put(words.shortGoal, .goal, .faint) }
    if !places[.due].isEmpty { put(words.due ?? "", .due, .faint) }
    if !places[.needed].isEmpty { put(words.needed, .needed, .text) }
    guard !places[.age].isEmpty, let age = pace.age else { return }
    put(
      age == 0 ? "today" : shortAge(age), .age,
      outlook.isStale(thing) ? .stale : pace.isDue ? .text : .faint)
  }
}

/// Where the columns of one line of objectives lie.
private struct Places {
  private(set) var title: Rect
  /// By the order of the kinds.
  private var rects: [Rect]

  /// From the left to the right, behind the title.
  private static var order: [ObjectiveColumns.Kind] {
    [
      .owner, .bar, .percent, .value, .confidence, .goal, .needed, .due, .age,
      .history,
    ]
  }

  init(in rect: Rect, _ columns: ObjectiveColumns) {
    var rest: Rect
    (title, rest) = rect.line(0).split(left: columns.title)
    rects = Array(
      repeating: rest.split(left: 0).left,
      count: ObjectiveColumns.Kind.allCases.count)
    for kind in Places.order {
      (rects[kind.rawValue], rest) = rest.split(left: columns[kind])
    }
  }

  subscript(kind: ObjectiveColumns.Kind) -> Rect { rects[kind.rawValue] }

  /// The value and the confidence together.
  var now: Rect {
    let value = self[.value]
    return Rect(
      row: value.row, column: value.column, height: value.height,
      width: value.width + self[.confidence].width)
  }
}

/// A line of a list that has room for a shape and a number alone, or for less.
struct SmallRow {
  let role: Role
  let number: String

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row, column: rect.column,
      style: Style(role))
    // A part of a number would be another number.
    guard displayCells(of: number) < rect.width else { return }
    canvas.put(number, in: rect.dropping(left: 1), .right, style: Style(role))
  }
}
