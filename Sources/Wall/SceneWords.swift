import Canvas
import Goals

// What a thing is called, and how it stands, in few words.
extension Scene {
  /// What stands for what is private.
  static var mask: String { "•••" }

  func title(of thing: Thing) -> String {
    if board.isPrivate(thing) { return Scene.mask }
    let title =
      switch thing {
      case .objective(let index): board.objectives[index].title
      case .keyResult(let index): board.keyResults[index].title
      case .kpi(let index): board.kpis[index].title
      }
    return title.isEmpty ? "(no title)" : title
  }

  /// How far and how sure; `nil` for a KPI.
  func pace(of thing: Thing) -> Pace? {
    switch thing {
    case .objective(let index): standing.objectives[index].pace
    case .keyResult(let index): standing.keyResults[index].pace
    case .kpi: nil
    }
  }

  /// What colour and shape its state has.
  func role(of thing: Thing) -> Role {
    guard case .kpi(let index) = thing else {
      return Role(pace(of: thing)?.status ?? .pending)
    }
    return Role(standing.kpis[index].verdict)
  }

  /// Its state in a word or two.
  func word(for thing: Thing) -> String {
    guard case .kpi(let index) = thing else {
      return pace(of: thing)?.status.words ?? ""
    }
    return standing.kpis[index].verdict.rawValue
  }

  /// Whether it is off track or critical.
  func isRed(_ thing: Thing) -> Bool { role(of: thing) == .offTrack }

  /// Whether it is, or one of its key results.
  func hasRed(_ thing: Thing) -> Bool {
    guard case .objective(let index) = thing, !isRed(thing) else {
      return isRed(thing)
    }
    return board.objectives[index].keyResults.contains {
      isRed(.keyResult($0))
    }
  }

  func age(of thing: Thing) -> Double? {
    guard case .kpi(let index) = thing else { return pace(of: thing)?.age }
    return standing.kpis[index].age
  }

  /// The number that matters most, with its unit: `46%`, of a KPI `3.9 %`; a
  /// dash where there is none.
  func headline(of thing: Thing) -> String {
    guard case .kpi(let index) = thing else {
      return pace(of: thing)?.progress.map(percentText) ?? "-"
    }
    if board.hasPrivateNumbers(thing) { return Scene.mask }
    guard let value = standing.kpis[index].value else { return "-" }
    return amount(value, unit(ofKPI: index), shortNumber)
  }

  /// The same for large digits, few of them: `32.6k`, and the unit behind them,
  /// empty without one.
  func largeHeadline(of thing: Thing) -> (number: String, unit: String) {
    guard case .kpi(let index) = thing,
      !board.hasPrivateNumbers(thing), let value = standing.kpis[index].value
    else { return (headline(of: thing), "") }
    let size = abs(value)
    let number =
      size >= 10_000 && size < 1_000_000
      ? number(value / 1_000, within: 0.1) + "k" : shortNumber(value)
    guard let unit = unit(ofKPI: index) else { return (number, "") }
    return isCurrency(unit) && BlockText.pixels(of: unit) != nil
      ? (unit + number, "") : (number, unit)
  }

  /// A long unit is cut.
  private func unit(ofKPI index: Int) -> String? {
    board.kpis[index].unit.map { elide($0, to: 8) }
  }
}
