import Canvas
import Goals

// Facts beside a number, each in few words; `nil` where it is not known.
extension Scene {
  /// Its state: in capitals where somebody has to do something.
  func banner(for thing: Thing) -> String {
    let word = word(for: thing)
    return isTroubled(thing) ? word.uppercased() : word
  }

  /// How old its last number is, where one is late: `9 d`.
  func lateness(of thing: Thing) -> String? {
    guard let age = age(of: thing) ?? ageOfKeyResults(of: thing),
      standing.isDue(thing) || role(of: thing) == .stale
    else {
      return nil
    }
    return shortAge(age)
  }

  /// The days since the last look at any key result of an objective that is
  /// still open.
  private func ageOfKeyResults(of thing: Thing) -> Double? {
    guard case .objective(let index) = thing else { return nil }
    return standing.keyResults[board.objectives[index].keyResults]
      .filter { $0.pace.closing == nil }.compactMap(\.pace.age).min()
  }

  /// Since when it has been off track or critical: `since 9 Nov`.
  func redWords(_ thing: Thing) -> String? {
    guard isRed(thing), let day = redSince[thing] else { return nil }
    return day == today
      ? "since today" : "since \(dayInWords(day, today: today))"
  }

  /// How far behind or ahead: `11 pp behind`.
  func gapWords(_ thing: Thing) -> String? {
    guard !hasPrivateNumbers(thing), let pace = pace(of: thing),
      pace.closing == nil
    else { return nil }
    return pace.gap.map(gapInWords)
  }

  /// `confidence 4/10, down 3`.
  func confidenceWords(_ thing: Thing) -> String? {
    guard !hasPrivateNumbers(thing), let pace = pace(of: thing),
      pace.closing == nil
    else { return nil }
    return pace.confidenceWords
  }

  /// Which day of its window it is, where that is not the cycle of the header:
  /// `day 55 of 92`.
  func dayWords(_ thing: Thing) -> String? {
    let window: Window
    switch thing {
    case .objective(let index): window = board.window(ofObjective: index)
    case .keyResult(let index): window = standing.keyResults[index].window
    case .kpi: return nil
    }
    guard let days = window.days,
      days != cycle.map(\.cycle.days)
    else { return nil }
    return dayOfTime(days, on: today)
  }

  /// Of the cycles that hold today the one with the most objectives, else the
  /// one that ended last.
  var cycle: CycleStanding? {
    let held = standing.cycles.filter { $0.cycle.contains(today) }
    return held.max { $0.objectives.count < $1.objectives.count }
      ?? standing.cycles.max { $0.cycle.end < $1.cycle.end }
  }

  /// What a key result has come to, and where it goes: `8 / 14 farms`.
  func wayWords(_ thing: Thing, _ glyphs: Glyphs) -> String? {
    guard case .keyResult(let index) = thing,
      !hasPrivateNumbers(thing)
    else { return nil }
    let own = standing.keyResults[index]
    if let done = own.done {
      return "\(done) / \(board.keyResults[index].milestones.count) done"
    }
    guard let value = own.value else { return nil }
    switch board.keyResults[index].measure {
    case .range(_, _, let unit):
      guard let to = own.to else { return nil }
      return "\(shortNumber(value)) / \(amount(to, unit, shortNumber))"
    case .keep(let bounds, let unit):
      let range = words(bounds, unit, glyphs)
      return "\(shortNumber(value)), keep \(range)"
    case .milestones, nil: return nil
    }
  }

  /// Where a key result will land: `lands at 9`.
  func forecastWords(_ thing: Thing) -> String? {
    guard case .keyResult(let index) = thing, !hasPrivateNumbers(thing),
      let forecast = board.forecast(
        ofKeyResult: index, standing.keyResults[index], at: now),
      forecast.needed != nil, let landing = forecast.landing
    else { return nil }
    let width = landing.high - landing.low
    let value = amount(landing.value, board.unit(of: thing)) {
      width > 0 ? number($0, within: width) : number($0)
    }
    return "lands at \(value)"
  }

  /// The healthy range or the target of a KPI: `healthy ≥ 99.9 %`.
  func rangeWords(_ thing: Thing, _ glyphs: Glyphs) -> String? {
    guard case .kpi(let index) = thing, !hasPrivateNumbers(thing) else {
      return nil
    }
    let kpi = board.kpis[index]
    if let healthy = kpi.healthy {
      return "healthy \(words(healthy, kpi.unit, glyphs))"
    }
    return kpi.target.map {
      "target \(amount($0.value, kpi.unit, shortNumber))"
    }
  }

  /// How a KPI changed: `+0.2 pp`, `-4%`; `unchanged`.
  func changeWords(_ thing: Thing) -> String? {
    guard case .kpi(let index) = thing, !hasPrivateNumbers(thing),
      let change = standing.kpis[index].change
    else { return nil }
    if change == 0 { return "unchanged" }
    if board.kpis[index].unit == "%" {
      return "\(signed(change, shortNumber)) pp"
    }
    guard let share = standing.kpis[index].changePercent,
      abs(share) < 10_000, abs(share) >= 0.5
    else { return signed(change, shortNumber) }
    return "\(signed(share.rounded()))%"
  }

  /// What the latest number of a KPI says beyond its noise: `signal: outside 3.1
  /// to 4.4`.
  func signalWords(_ thing: Thing) -> String? {
    guard case .kpi(let index) = thing, !hasPrivateNumbers(thing),
      let limits = standing.kpis[index].limits, let signal = limits.signal
    else { return nil }
    func text(_ value: Double) -> String {
      number(value, within: (limits.upper - limits.lower) / 4)
    }
    return switch signal {
    case .outside:
      "signal: outside \(text(limits.lower)) to \(text(limits.upper))"
    case .run: "signal: 8 on one side of \(text(limits.mean))"
    case .near: "signal: 3 of 4 near a limit"
    }
  }

  /// The numbers that are judged, oldest first; none where they are private.
  func history(of thing: Thing, limit: Int) -> [Double?] {
    if hasPrivateNumbers(thing) { return [] }
    switch thing {
    case .objective: return []
    case .keyResult(let index):
      return board.history(
        ofKeyResult: index, standing.keyResults[index], limit: limit
      ).map(\.value)
    case .kpi(let index):
      return board.history(ofKPI: index, at: now, limit: limit).map(\.value)
    }
  }

  private func words(
    _ bounds: Bounds, _ unit: String?, _ glyphs: Glyphs
  ) -> String {
    rangeInSigns(bounds, unit, RangeSigns(glyphs)) {
      amount($0, $1, shortNumber)
    }
  }
}
