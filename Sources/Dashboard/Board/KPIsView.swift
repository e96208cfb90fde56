import Canvas
import Goals

/// How wide the columns of the KPI pane are; 0 where one has no room.
struct KPIColumns: Hashable {
  var number: Int
  var spark = 0
  var change = 0
  var owner = 0
  var range = 0
  var age = 0

  /// What the columns have to show, in cells; 0 for nothing.
  struct Needs: Hashable {
    var title = 0
    var number = 0
    var owner = 0
    var range = 0
    var hasChange = false
  }

  /// Columns in a pane of that width; what is worth less than a whole title
  /// waits for that.
  init(width: Int, _ needs: Needs) {
    number = min(max(width / 3, 6), needs.number + 2)
    var title = width - number
    func take(_ cells: Int, keeping least: Int) -> Int {
      guard cells > 0, title - cells >= least else { return 0 }
      title -= cells
      return cells
    }
    spark = take(min(20, max(11, width / 5)), keeping: 12)
    change = take(needs.hasChange ? 8 : 0, keeping: needs.title)
    age = take(8, keeping: needs.title)
    owner = take(
      needs.owner > 0 ? min(16, needs.owner + 2) : 0, keeping: needs.title)
    range = take(
      needs.range > 0 ? min(18, needs.range + 2) : 0, keeping: needs.title)
    guard spark > 0 else { return }
    spark += max(0, min(60 - spark, title - needs.title))
  }

  /// How wide a pane would be in which titles that wide are whole.
  static func wish(title: Int) -> Int { min(48, title + 1) + 28 }
}

/// The KPIs, each with its number and its history.
struct KPIsView {
  let outlook: Outlook
  /// The KPIs that are shown, by their places in the board.
  let indices: [Int]
  let histories: [Thing: [HistoryPoint]]
  let scroll: Scroll
  let isActive: Bool
  /// What is marked in titles and names.
  var sought = FoldedText("")
  /// What is said where there is no line.
  var absence = "none yet"

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let body = rect.belowHeading
    let count = indices.count
    let seen = seen(in: body)
    let numbers = seen.map { numberText(indices[$0], canvas.glyphs) }
    let columns = columns(for: seen, numbers, rect.width, canvas.glyphs)
    if body.height < rect.height {
      drawHeading(into: &canvas, in: rect.line(0), columns)
    }
    if count == 0 {
      canvas.put(" \(absence)", in: body.line(0), style: .faint)
    }
    for (line, row) in seen.enumerated() {
      let place = body.line(line)
      draw(indices[row], numbers[line], columns, into: &canvas, in: place)
    }
  }

  /// The line of what is selected, where the keyboard is here.
  func selectedPlace(in rect: Rect) -> Rect? {
    guard isActive, !rect.isEmpty else { return nil }
    let body = rect.belowHeading
    return seen(in: body).firstIndex(of: scroll.selected).map {
      body.line($0 - seen(in: body).lowerBound)
    }
  }

  /// The lines of the list that are seen in a pane without its heading.
  private func seen(in body: Rect) -> Range<Int> {
    scroll.visible(count: indices.count, height: body.height)
  }

  /// What lies at a place of the pane.
  func spot(at position: Position, in rect: Rect) -> Spot {
    let body = rect.belowHeading
    let row = scroll.top + position.row - body.row
    guard body.contains(position), seen(in: body).contains(row) else {
      return .pane(.kpis)
    }
    return .line(row, in: .kpis)
  }

  private func columns(
    for seen: Range<Int>, _ numbers: [String], _ width: Int, _ glyphs: Glyphs
  ) -> KPIColumns {
    var needs = KPIColumns.Needs()
    needs.title = min(48, outlook.extents.kpi + 1)
    for row in seen {
      let title = displayCells(of: outlook.title(of: .kpi(indices[row])))
      needs.title = max(needs.title, min(48, 3 + title + 1))
    }
    needs.number = numbers.map(displayCells).max() ?? 0
    // Further columns have no room without this much.
    if width > needs.title + 20 {
      for row in seen {
        let thing = Thing.kpi(indices[row])
        let range = ThingWords(outlook, thing, glyphs).shortRange
        needs.range = max(needs.range, displayCells(of: range))
        needs.hasChange =
          needs.hasChange || outlook.standing.kpis[indices[row]].change != nil
        needs.owner = max(
          needs.owner, outlook.owner(of: thing).map(displayCells) ?? 0)
      }
    }
    return KPIColumns(width: width, needs)
  }

  private func numberText(_ index: Int, _ glyphs: Glyphs) -> String {
    if outlook.hidesNumbers(.kpi(index)) { return Privacy.mask }
    let unit = outlook.board.kpis[index].unit
    guard let value = outlook.standing.kpis[index].value else {
      return glyphs.text(glyphs.dash)
    }
    let text = amount(value, unit, shortNumber)
    // A long unit stands in the detail; the number must be whole.
    return displayCells(of: text) <= 12 ? text : shortNumber(value)
  }

  private func drawHeading(
    into canvas: inout Canvas, in rect: Rect, _ columns: KPIColumns
  ) {
    canvas.put(" KPIS", in: rect, style: .heading)
    let places = KPIPlaces(in: rect, columns)
    let headings: [(String, Rect, Alignment)] = [
      ("change", places.change, .right), ("healthy", places.range, .right),
      ("seen", places.age, .right),
    ]
    for (text, place, alignment) in headings where !place.isEmpty {
      canvas.put(
        text, in: place.dropping(right: 1), alignment, style: .heading)
    }
  }

  private func draw(
    _ index: Int, _ number: String, _ columns: KPIColumns,
    into canvas: inout Canvas, in rect: Rect
  ) {
    let thing = Thing.kpi(index)
    let role = outlook.role(of: thing)
    guard rect.width >= 12 else {
      return SmallRow(role: role, number: number).draw(into: &canvas, in: rect)
    }
    let places = KPIPlaces(in: rect, columns)
    let isStale = outlook.isStale(thing)
    let indent = rect.width >= 24 ? 1 : 0
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row,
      column: rect.column + indent, style: Style(role))
    let title = outlook.title(of: thing)
    let place = places.title.dropping(left: indent + 2, right: 1)
    canvas.put(title, in: place)
    canvas.mark(sought, in: title, at: place)
    if let owner = outlook.owner(of: thing) {
      canvas.put(owner, in: places.owner.dropping(right: 1), style: .faint)
      canvas.mark(sought, in: owner, at: places.owner.dropping(right: 1))
    }
    canvas.put(
      number, in: places.number.dropping(right: 1), .right,
      style: isStale ? .stale : Style(.text, .bold))
    drawFurther(thing, role, into: &canvas, places)
  }

  private func drawFurther(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas,
    _ places: KPIPlaces
  ) {
    guard case .kpi(let index) = thing else { return }
    let standing = outlook.standing.kpis[index]
    let isStale = outlook.isStale(thing)
    if !places.change.isEmpty, !outlook.hidesNumbers(thing) {
      canvas.put(
        changeText(standing), in: places.change.dropping(right: 1), .right,
        style: .faint)
    }
    if !places.range.isEmpty {
      canvas.put(
        ThingWords(outlook, thing, canvas.glyphs).shortRange,
        in: places.range.dropping(right: 1), .right, style: .faint)
    }
    if let age = standing.age {
      canvas.put(
        age == 0 ? "today" : shortAge(age), in: places.age.dropping(right: 1),
        .right, style: isStale ? .stale : .faint)
    }
    guard !places.spark.isEmpty, !outlook.hidesNumbers(thing) else { return }
    if isStale, let age = standing.age {
      let words = places.age.isEmpty ? "stale \(shortAge(age))" : "stale"
      canvas.put(words, in: places.spark.dropping(right: 1), style: .stale)
      return
    }
    let history = histories[thing] ?? outlook.history(of: thing, limit: 120)
    Sparkline(history.map(\.value), last: role).draw(
      into: &canvas, in: places.spark.dropping(right: 1))
  }

  /// `+12%`, or the change itself where it is none of a magnitude.
  private func changeText(_ standing: KPIStanding) -> String {
    guard let change = standing.change, change != 0 else { return "" }
    guard let percent = standing.changePercent, abs(percent) < 10_000 else {
      return signed(change, shortNumber)
    }
    let rounded = percent.rounded()
    return rounded == 0 ? "" : "\(signed(rounded))%"
  }
}

/// Where the columns of one line of KPIs lie.
private struct KPIPlaces {
  let title: Rect
  let owner: Rect
  let number: Rect
  let change: Rect
  let range: Rect
  let age: Rect
  let spark: Rect

  init(in rect: Rect, _ columns: KPIColumns) {
    var rest = rect.line(0)
    (rest, spark) = rest.split(right: columns.spark)
    (rest, age) = rest.split(right: columns.age)
    (rest, range) = rest.split(right: columns.range)
    (rest, change) = rest.split(right: columns.change)
    (rest, number) = rest.split(right: columns.number)
    (title, owner) = rest.split(right: columns.owner)
  }
}
