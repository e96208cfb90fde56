import Canvas
import Goals

/// What is said of a thing, in words.
struct ThingWords {
  private let outlook: Outlook
  private let thing: Thing
  private let glyphs: Glyphs

  init(_ outlook: Outlook, _ thing: Thing, _ glyphs: Glyphs = .unicode) {
    self.outlook = outlook
    self.thing = thing
    self.glyphs = glyphs
  }

  private var today: Day { outlook.today }
  private var board: Board { outlook.board }
  private var isMasked: Bool { outlook.isMasked(thing) }
  private var hidesNumbers: Bool { outlook.hidesNumbers(thing) }

  /// `32 → 45 points (moved from 50 on 2 Nov)`, owner, due date and the like.
  var facts: [String] {
    var facts: [String] = []
    switch thing {
    case .objective(let index):
      let objective = board.objectives[index]
      if let team = objective.team {
        facts.append(outlook.masked(team, of: thing))
      }
      facts.append((objective.kind ?? .aspirational).rawValue)
      if let cycle = objective.cycle { facts.append(cycle) }
    case .keyResult(let index):
      if let way { facts.append(way) }
      if let due = outlook.standing.keyResults[index].window.due {
        facts.append("due \(dayInWords(due.day, today: today))")
      }
    case .kpi(let index):
      if let ranges, !hidesNumbers { facts.append(ranges) }
      facts.append("every \(board.period(ofKPI: index))")
    }
    if let owner = outlook.owner(of: thing) {
      facts.insert(owner, at: min(1, facts.count))
    }
    return facts
  }

  /// Where a key result goes from and to.
  var way: String? {
    guard case .keyResult(let index) = thing else { return nil }
    let keyResult = board.keyResults[index]
    let standing = outlook.standing.keyResults[index]
    switch keyResult.measure {
    case .range:
      guard let from = standing.from, let to = standing.to else { return nil }
      if hidesNumbers { return Privacy.mask }
      let unit = keyResult.unit
      let way = glyphs.isASCII ? "->" : "→"
      let arrow = "\(number(from)) \(way) \(amount(to, unit))"
      guard let original = standing.original,
        let move = keyResult.moves.last(where: { outlook.now.knows($0.moment) })
      else { return arrow }
      let day = dayInWords(move.moment.day, today: today)
      return "\(arrow) (moved from \(number(original.to)) on \(day))"
    case .keep(let bounds, let unit):
      if hidesNumbers { return Privacy.mask }
      switch (bounds.from, bounds.to) {
      case (let from?, let to?):
        return "keep \(number(from)) to \(amount(to, unit))"
      case (let from?, nil): return "keep above \(amount(from, unit))"
      case (nil, let to?): return "keep below \(amount(to, unit))"
      case (nil, nil): return nil
      }
    case .milestones: return counted(keyResult.milestones.count, "milestone")
    case nil: return "no measure"
    }
  }

  /// The number that matters most: `46%`, of a KPI `3.9 %`; empty without one.
  var mainNumber: String {
    guard case .kpi(let index) = thing else {
      return outlook.pace(of: thing)?.progress.map(percentText) ?? ""
    }
    if hidesNumbers { return Privacy.mask }
    return outlook.standing.kpis[index].value.map {
      shortAmount($0, board.kpis[index].unit)
    } ?? ""
  }

  /// The goal of a key result in a few cells: `46 points`, `≤ 300 ms`.
  var shortGoal: String {
    guard case .keyResult(let index) = thing, !hidesNumbers else { return "" }
    let keyResult = board.keyResults[index]
    let standing = outlook.standing.keyResults[index]
    switch keyResult.measure {
    case .range:
      return standing.to.map { shortAmount($0, keyResult.unit) } ?? ""
    case .keep(let bounds, let unit): return shortWords(bounds, unit)
    case .milestones, nil: return ""
    }
  }

  /// The day on which a key result is due.
  var due: String? {
    guard case .keyResult(let index) = thing else { return nil }
    return outlook.standing.keyResults[index].window.due.map {
      dayInWords($0.day, today: today)
    }
  }

  /// What each week from now on has to bring: `+1.3`; empty where there is
  /// nothing left to do, or no time.
  var needed: String {
    guard case .keyResult(let index) = thing, !hidesNumbers,
      let needed = outlook.standing.keyResults[index].neededPerWeek(
        from: today)
    else { return "" }
    return signed(needed, roughNumber)
  }

  /// The healthy range or the target of a KPI in a few cells: `≥ 99.9 %`.
  var shortRange: String {
    guard case .kpi(let index) = thing, !hidesNumbers else { return "" }
    let kpi = board.kpis[index]
    if let healthy = kpi.healthy { return shortWords(healthy, kpi.unit) }
    return kpi.target.map { shortAmount($0.value, kpi.unit) } ?? ""
  }

  private func shortWords(_ bounds: Bounds, _ unit: String?) -> String {
    rangeInSigns(bounds, unit, RangeSigns(glyphs), shortAmount)
  }

  /// A number with its unit unless that is long.
  private func shortAmount(_ value: Double, _ unit: String?) -> String {
    let text = amount(value, unit, shortNumber)
    return displayCells(of: text) <= 12 ? text : shortNumber(value)
  }

  /// The ranges of a KPI.
  var ranges: String? {
    guard case .kpi(let index) = thing else { return nil }
    let kpi = board.kpis[index]
    if let healthy = kpi.healthy {
      return "healthy \(words(healthy, kpi.unit))"
    }
    if let target = kpi.target {
      return "target \(amount(target.value, kpi.unit))"
    }
    return nil
  }

  private func words(_ bounds: Bounds, _ unit: String?) -> String {
    switch (bounds.from, bounds.to) {
    case (let from?, let to?): return "\(number(from)) to \(amount(to, unit))"
    case (let from?, nil): return "from \(amount(from, unit))"
    case (nil, let to?): return "up to \(amount(to, unit))"
    case (nil, nil): return ""
    }
  }

  /// The state and why: `at risk: 46% done, 57% expected: 11 pp behind`.
  var verdict: String {
    guard case .kpi(let index) = thing else { return paceVerdict }
    let standing = outlook.standing.kpis[index]
    let kpi = board.kpis[index]
    var words: [String] = []
    if isMasked { return standing.verdict.rawValue }
    if let value = standing.value { words.append(amount(value, kpi.unit)) }
    words.append("\(standing.verdict.rawValue): \(standing.reason)")
    if standing.verdict != .stale, outlook.isStale(thing),
      let age = standing.age
    {
      words.append("last reading \(shortAge(age)) ago")
    }
    if let change = standing.change {
      words.append(changeWords(change, standing, kpi))
    }
    if let limits = standing.limits,
      limits.signal != nil || standing.change.map({ $0 != 0 }) ?? false
    {
      words.append(limits.words)
    }
    if let soFar = standing.soFar {
      words.append("\(amount(soFar, kpi.unit)) so far")
    }
    if let target = kpi.target {
      let by = target.by.map { " by \(dayInWords($0.day, today: today))" } ?? ""
      words.append("target \(amount(target.value, kpi.unit))\(by)")
    }
    return words.joined(separator: ", ")
  }

  private var paceVerdict: String {
    guard let pace = outlook.pace(of: thing) else { return "" }
    if isMasked { return pace.status.words }
    var words = "\(pace.status.words): \(pace.reason.words)"
    if case .keyResult(let index) = thing,
      let original = outlook.standing.keyResults[index].original?.progress
    {
      words += " (\(percentText(original)) of the first goal)"
    }
    if let confidence = pace.confidenceWords { words += ", \(confidence)" }
    return words
  }

  private func changeWords(
    _ change: Double, _ standing: KPIStanding, _ kpi: KPI
  ) -> String {
    if change == 0 { return "unchanged" }
    if kpi.unit == "%" { return "\(signed(change)) pp" }
    guard let percent = standing.changePercent else { return signed(change) }
    return "\(signed(change)) (\(signed(percent.rounded()))%)"
  }

  /// The last check-in or reading, in one line.
  var lastCheckIn: String {
    guard let row = outlook.rows(of: thing).last else {
      return isKPI ? "no reading yet" : "no check-in yet"
    }
    return checkIn(at: row, separatedBy: "  ")
  }

  /// The same, where it is known when that was.
  var lastCheckInWithoutDate: String {
    guard let row = outlook.rows(of: thing).last else { return "" }
    return words(ofCheckInAt: row).joined(separator: "  ")
  }

  private var isKPI: Bool {
    if case .kpi = thing { return true }
    return false
  }

  /// A check-in in words: date, value, confidence, who, note.
  func checkIn(at row: Int, separatedBy separator: String) -> String {
    let moment = board.readings.moment(at: row)
    let parts = [momentInWords(moment, today: today)]
    return (parts + words(ofCheckInAt: row)).joined(separator: separator)
  }

  /// What a check-in says: value, confidence, who, note.
  private func words(ofCheckInAt row: Int) -> [String] {
    let readings = board.readings
    var parts: [String] = []
    if let value = readings.value(at: row) {
      parts.append(hidesNumbers ? Privacy.mask : number(value))
    }
    if let words = readings.words(at: row) {
      if words.confidence >= 0 {
        parts.append(hidesNumbers ? Privacy.mask : "\(words.confidence)/10")
      }
      if let status = words.status { parts.append(Status(status).words) }
      if let person = words.person {
        parts.append(outlook.masked(board.text(person), of: thing))
      }
      if let note = words.note {
        parts.append(outlook.masked(board.text(note), of: thing))
      }
    }
    return parts
  }

  /// The actions that are still open, each in one line.
  var openActions: [String] {
    outlook.actions(of: thing)
      .filter { !$0.box.known(at: outlook.now).isDone }
      .map(words(of:))
  }

  /// `[ ] Call the vendor (Ada, due 26 Oct, late)`.
  func words(of action: Action) -> String {
    guard isMasked else { return outlook.words(of: action) }
    let box = action.box.known(at: outlook.now)
    return "\(box.isDone ? "[x]" : "[ ]") \(Privacy.mask)"
  }
}

extension Outlook {
  /// An action that is not private, in words:
  /// `[ ] Call the vendor (Ada, due 26 Oct, late)`.
  func words(of action: Action) -> String {
    let box = action.box.known(at: now)
    var facts: [String] = []
    if let person = action.person { facts.append(person) }
    if let done = box.moment {
      facts.append("done \(dayInWords(done.day, today: today))")
    } else if let due = action.due {
      facts.append("due \(dayInWords(due.day, today: today))")
      if !box.isDone, due.day < today { facts.append("late") }
    }
    let tail = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    return "\(box.isDone ? "[x]" : "[ ]") \(action.text)\(tail)"
  }
}
