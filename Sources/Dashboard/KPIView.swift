import Canvas
import Goals

/// The columns of KPIs, as wide as there is room.
struct KPIColumns: Hashable {
  var title: Rect
  var owner: Rect
  var number: Rect
  var change: Rect
  var spark: Rect

  init(in rect: Rect) {
    let width = rect.width
    var rest = rect.dropping(right: width >= 30 ? 1 : 0)
    func take(_ cells: Int, from least: Int) -> Rect {
      let (left, right) = rest.split(right: width >= least ? cells : 0)
      rest = left
      return right
    }
    spark = take(width >= 54 ? 17 : 10, from: 34).dropping(left: 1)
    change = take(9, from: 50)
    number = take(width >= 44 ? 12 : 11, from: 12)
    owner = take(9, from: 66).dropping(left: 1)
    title = rest
  }
}

/// Lines of KPIs.
struct KPIView {
  var outlook: Outlook
  var kpis: [Int]
  var scroll = Scroll()
  var isFocused = false
  /// The number that is only typed so far.
  var preview: (thing: Thing, value: Double)?
  /// The history of a KPI for its sparkline.
  var history: (Thing) -> [HistoryPoint]

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let list = rect.belowHeading
    if list.height < rect.height {
      canvas.put(
        "KPIS", in: rect.line(0).dropping(left: 1),
        style: Style(.heading, isFocused ? .bold : []))
    }
    let scroll = scroll.settled(count: kpis.count, height: list.height)
    let visible = scroll.visible(count: kpis.count, height: list.height)
    for (line, row) in visible.enumerated() {
      drawRow(kpis[row], into: &canvas, in: list.line(line))
      if isFocused, row == scroll.selected {
        canvas.mark(list.line(line), .selected)
      }
    }
  }

  func drawRow(_ index: Int, into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let thing = Thing.kpi(index)
    let columns = KPIColumns(in: rect)
    let role = outlook.role(of: thing)
    let indent = columns.title.width >= 12 ? 1 : 0
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row,
      column: rect.column + indent, style: Style(role))
    canvas.put(
      outlook.title(of: thing), in: columns.title.dropping(left: indent + 2))
    if let owner = outlook.owner(of: thing) {
      canvas.put(owner, in: columns.owner, style: .faint)
    }
    drawNumber(thing, role, into: &canvas, in: columns.number)
    let change = outlook.changeInWords(ofKPI: index)
    canvas.put(change, in: columns.change, .right, style: .faint)
    drawSpark(thing, role, into: &canvas, in: columns.spark)
  }

  private func drawNumber(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect
  ) {
    if let preview, preview.thing == thing {
      let text = amount(preview.value, outlook.unit(of: thing), shortNumber)
      canvas.put(text, in: rect, .right, style: .input)
      return
    }
    let style = Style(role == .stale ? .stale : .text)
    canvas.put(outlook.numberCell(of: thing), in: rect, .right, style: style)
  }

  private func drawSpark(
    _ thing: Thing, _ role: Role, into canvas: inout Canvas, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    if role == .stale, let age = outlook.age(of: thing) {
      canvas.put("stale \(shortAge(age))", in: rect, style: .stale)
      return
    }
    guard !outlook.hidesNumbers(thing) else { return }
    let values = history(thing).suffix(rect.width).map(\.value)
    Sparkline(Array(values), last: role == .pending ? .spark : role)
      .draw(into: &canvas, in: rect)
  }
}

extension Outlook {
  /// The number of a KPI in a column of eleven cells.
  func numberCell(of thing: Thing) -> String {
    guard case .kpi(let index) = thing else { return "" }
    if hidesNumbers(thing) { return Outlook.mask }
    guard let value = standing.kpis[index].value else { return "–" }
    let unit = board.kpis[index].unit
    let text = amount(value, unit, shortNumber)
    return displayCells(of: text) <= 11 ? text : shortNumber(value)
  }

  /// The change of a KPI against its previous number: `+0.3 pp`, `-4%`.
  func changeInWords(ofKPI index: Int) -> String {
    let standing = standing.kpis[index]
    guard let change = standing.change, !hidesNumbers(.kpi(index)) else {
      return ""
    }
    let sign = change > 0 ? "+" : ""
    if board.kpis[index].unit == "%" {
      return "\(sign)\(shortNumber(change)) pp"
    }
    if let share = standing.changePercent {
      return "\(sign)\(percentage(share / 100))"
    }
    return "\(sign)\(shortNumber(change))"
  }
}
