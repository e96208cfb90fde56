import Canvas
import Goals

// What a thing is called, and how it stands, in few words.
extension Scene {
  /// Whether its numbers are private, or must be taken to be.
  func hasPrivateNumbers(_ thing: Thing) -> Bool {
    switch words {
    case .masked: true
    case .shown: board.hasPrivateNumbers(thing)
    }
  }

  func title(of thing: Thing) -> String {
    switch words {
    case .masked: Privacy.mask
    case .shown: board.title(of: thing, .masked)
    }
  }

  /// How far and how sure; `nil` for a KPI.
  func pace(of thing: Thing) -> Pace? {
    standing.pace(of: thing)
  }

  /// What colour and shape its state has.
  func role(of thing: Thing) -> Role {
    guard case .kpi(let index) = thing else {
      return Role(standing.status(of: thing) ?? .pending)
    }
    return Role(standing.kpis[index].verdict)
  }

  /// Its state in a word or two.
  func word(for thing: Thing) -> String {
    standing.word(for: thing)
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

  /// How many key results of an objective are off track and stale, the longest
  /// words first; none where no one is.
  func troubleBelow(_ thing: Thing) -> [String] {
    guard case .objective(let index) = thing else { return [] }
    let all = board.objectives[index].keyResults.map {
      role(of: .keyResult($0))
    }
    let counts = [
      (all.count { $0 == .offTrack }, "off track"),
      (all.count { $0 == .stale }, "stale"),
    ].filter { $0.0 > 0 }
    if counts.isEmpty { return [] }
    let sum = counts.reduce(0) { $0 + $1.0 }
    let words = counts.map { "\($0) \($1)" }.joined(separator: ", ")
    return [words, "\(sum) in trouble", "!\(sum)"]
  }

  func age(of thing: Thing) -> Double? {
    standing.age(of: thing)
  }

  /// The number that matters most, with its unit: `46%`, of a KPI `3.9 %`; a
  /// dash where there is none.
  func headline(of thing: Thing) -> String {
    guard case .kpi(let index) = thing else {
      return pace(of: thing)?.progress.map(percentText) ?? "-"
    }
    if hasPrivateNumbers(thing) { return Privacy.mask }
    guard let value = standing.kpis[index].value else { return "-" }
    return amount(value, unit(ofKPI: index), shortNumber)
  }

  /// The same for large digits, few of them: `32.6k`, and the unit behind them,
  /// empty without one.
  func largeHeadline(of thing: Thing) -> (number: String, unit: String) {
    guard case .kpi(let index) = thing,
      !hasPrivateNumbers(thing), let value = standing.kpis[index].value
    else { return (headline(of: thing), "") }
    let size = abs(value)
    let number =
      size >= 10_000 && size < 1_000_000
      ? number(value / 1_000, within: 0.1) + "k" : shortNumber(value)
    guard let unit = unit(ofKPI: index) else { return (number, "") }
    return isCurrency(unit) && BlockText.pixels(of: unit) != nil
      ? (unit + number, "") : (number, unit)
  }

  /// `nil` also for a long one, as half a unit says nothing.
  private func unit(ofKPI index: Int) -> String? {
    board.kpis[index].unit.flatMap { displayCells(of: $0) > 8 ? nil : $0 }
  }
}
