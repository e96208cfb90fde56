import Canvas
import Goals

/// The line above everything: whose board, which cycle, how it stands, when.
struct HeaderView {
  let outlook: Outlook
  let name: String
  let tense: Tense
  let year: YearWording
  /// What of the board is shown.
  var sight = Sight()

  /// Whether the board is seen as it stands or as it stood.
  enum Tense {
    case present, past
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let plan = HeaderPlan(
      of: outlook, named: name, tense, year, sight: sight,
      width: rect.width, canvas.glyphs)
    drawLeft(plan, into: &canvas, in: rect)
    drawRight(plan, into: &canvas, in: rect)
  }

  private func drawLeft(
    _ plan: HeaderPlan, into canvas: inout Canvas, in rect: Rect
  ) {
    var column = rect.column + 1
    if plan.title > 0 {
      column += canvas.put(
        plan.titleText, row: rect.row, column: column, limit: plan.title,
        style: Style(.title, .bold), overflow: .elide)
    }
    column += canvas.put(
      plan.cycle, row: rect.row, column: column, style: .title)
    if plan.bar > 0, let elapsed = outlook.cycle(in: sight)?.elapsed {
      TimeBar(elapsed).draw(
        into: &canvas,
        in: Rect(row: rect.row, column: column + 1, height: 1, width: plan.bar))
      column += 1 + plan.bar
    }
    if !plan.filter.isEmpty {
      canvas.put(
        " \(plan.filter) ", row: rect.row,
        column: column + (plan.title > 0 ? 1 : 0),
        style: Style(.notice, .reverse))
    }
    guard !plan.day.isEmpty else { return }
    canvas.put(
      plan.day, row: rect.row, column: column + (plan.title > 0 ? 1 : 0),
      style: .faint)
  }

  /// How things stand, the worst first, and the clock.
  private func drawRight(
    _ plan: HeaderPlan, into canvas: inout Canvas, in rect: Rect
  ) {
    var rest = rect
    if !plan.time.isEmpty {
      let (left, right) = rest.split(right: displayCells(of: plan.time) + 2)
      canvas.put(
        " \(plan.time) ", in: right,
        style: tense == .past ? Style(.notice, [.reverse, .bold]) : .faint)
      rest = left
    }
    var column =
      rest.columns.upperBound - plan.counts.cells - (plan.time.isEmpty ? 1 : 2)
    for (index, part) in plan.counts.parts.enumerated() {
      if index > 0 {
        column += canvas.put(
          plan.counts.separator, row: rect.row, column: column, style: .faint)
      }
      column += canvas.put(
        part.text, row: rect.row, column: column, style: Style(part.role))
    }
  }
}

/// What of the header has room, and how long each part may be.
///
/// The day of the cycle and what is in trouble stay the longest.
struct HeaderPlan {
  /// How many things stand in which way.
  struct Counts {
    var parts: [(text: String, role: Role)] = []
    var separator = ""

    var cells: Int {
      parts.reduce(0) { $0 + displayCells(of: $1.text) }
        + max(0, parts.count - 1) * displayCells(of: separator)
    }
  }

  let titleText: String
  private(set) var title = 0
  private(set) var cycle = ""
  private(set) var bar = 0
  private(set) var day = ""
  private(set) var counts = Counts()
  private(set) var time = ""
  /// What of the board is shown; it takes the place of the day.
  private(set) var filter = ""
  /// The cells that nothing takes yet.
  private var left: Int

  init(
    of outlook: Outlook, named name: String, _ tense: HeaderView.Tense,
    _ year: YearWording, sight: Sight, width: Int, _ glyphs: Glyphs
  ) {
    titleText = outlook.board.title ?? name
    left = width - 2
    let standing = outlook.cycle(in: sight)
    let clocks = HeaderPlan.clocks(outlook.now, year)
    if tense == .past { addTime(HeaderPlan.past(outlook.today, glyphs)) }
    if !sight.filter.isEmpty { addFilter(sight, glyphs) }
    addDay(of: standing?.cycle, on: outlook.today)
    let choices = HeaderPlan.choices(outlook.counts(in: sight), glyphs)
    addCounts(choices[2..<4])
    take(min(8, displayCells(of: titleText))) { $0.title = $1 }
    if tense == .present { addTime(clocks) }
    addCounts(choices[0..<2])
    if let standing, title > 0 {
      let name = standing.cycle.name
      let text = " \(glyphs.text(glyphs.separator)) \(name)"
      take(displayCells(of: text)) { plan, _ in plan.cycle = text }
    }
    let more = min(left, displayCells(of: titleText) - title)
    if title > 0 { take(more) { $0.title += $1 } }
    addCounts(choices[0..<1])
    if standing != nil, !day.isEmpty, left >= 12 {
      take(min(25, left - 2)) { $0.bar = $1 - 1 }
    }
  }

  /// Gives a part of that width its room if there is as much.
  private mutating func take(
    _ cells: Int, _ give: (inout HeaderPlan, Int) -> Void
  ) {
    guard cells > 0, cells <= left else { return }
    left -= cells
    give(&self, cells)
  }

  /// Ways to write the moment, from the longest: a year that is to be shown is
  /// worth more than the time of the day.
  private static func clocks(_ now: Now, _ year: YearWording) -> [String] {
    let long = clock(now, year: year)
    if year == .implied { return [long] }
    return [long, clock(Now(now.today), year: year), "\(now.today)"]
  }

  private mutating func addTime(_ texts: [String]) {
    for text in texts where time.isEmpty {
      take(displayCells(of: text) + 2) { plan, _ in plan.time = text }
    }
  }

  private mutating func addFilter(_ sight: Sight, _ glyphs: Glyphs) {
    let long = "filter: \(sight.words(.full, glyphs))"
    let short = sight.words(.short, glyphs)
    for text in [long, "filter: \(short)", short] where filter.isEmpty {
      // What is in trouble has room beside it.
      guard text == short || displayCells(of: text) + 24 <= left else {
        continue
      }
      take(displayCells(of: text) + 3) { plan, _ in plan.filter = text }
    }
  }

  private mutating func addDay(of cycle: Cycle?, on today: Day) {
    guard let cycle, filter.isEmpty else { return }
    let length = cycle.length
    let number = max(0, min(length, today.number - cycle.start.number + 1))
    for text in [dayOfTime(number, of: length), "day \(number)"]
    where day.isEmpty {
      take(displayCells(of: text) + 1) { plan, _ in plan.day = text }
    }
  }

  /// Takes the first of `choices` that has room, in place of what there is.
  private mutating func addCounts(_ choices: ArraySlice<Counts>) {
    let room = left + (counts.parts.isEmpty ? 0 : counts.cells + 2)
    guard let choice = choices.first(where: { $0.cells + 2 <= room }) else {
      return
    }
    left = room - choice.cells - 2
    counts = choice
  }

  /// Ways to write the counts, from the longest: words, shapes, shapes close
  /// together, and of these the worst alone.
  private static func choices(
    _ all: [(status: Status, count: Int)], _ glyphs: Glyphs
  ) -> [Counts] {
    func counts(_ separator: String, _ text: (Status, Int) -> String) -> Counts
    {
      Counts(
        parts: all.map { (text($0.status, $0.count), Role($0.status)) },
        separator: separator)
    }
    func shape(_ status: Status) -> String {
      glyphs.text(glyphs.shape(of: Role(status)))
    }
    let dot = " \(glyphs.text(glyphs.separator)) "
    let close = counts(" ") { "\(shape($0))\($1)" }
    var worst = close
    worst.parts = Array(close.parts.prefix(3))
    return [
      counts(dot) { "\($1) \($0.words)" },
      counts(dot) { "\(shape($0)) \($1)" }, close, worst,
    ]
  }

  /// Ways to say that this is the past, from the longest.
  private static func past(_ today: Day, _ glyphs: Glyphs) -> [String] {
    let date = dateInWords(today)
    let dot = " \(glyphs.text(glyphs.separator)) "
    return [
      ["PAST", date, "0 returns"].joined(separator: dot),
      ["PAST", date].joined(separator: dot), "PAST \(today)", "PAST",
    ]
  }
}
