import Canvas
import Goals

extension Outlook {
  /// Where a key result is going, in words:
  /// `Needs +1.3 a week, last 7 weeks gave +0.5: lands at 41 (39–43)`.
  ///
  /// `nil` for what is no key result, too new to tell, over, private, or there
  /// already.
  func forecastWords(_ thing: Thing, _ glyphs: Glyphs) -> String? {
    guard case .keyResult(let index) = thing, !hidesNumbers(thing),
      let forecast = board.forecast(
        ofKeyResult: index, standing.keyResults[index], at: now),
      let needed = forecast.needed
    else { return nil }
    let weeks = Int((forecast.days / 7).rounded())
    let time =
      weeks > 1
      ? "last \(weeks) weeks"
      : weeks == 1 ? "last week" : "last days"
    let words =
      "Needs \(signed(needed, roughNumber)) a week, \(time) gave \(signed(forecast.recent, roughNumber))"
    guard let landing = forecast.landing else { return words }
    let width = landing.high - landing.low
    func text(_ value: Double) -> String {
      width > 0 ? number(value, within: width) : number(value)
    }
    let range =
      "\(text(landing.low))\(glyphs.text(glyphs.dash))\(text(landing.high))"
    let tail = width > 0 ? " (\(range))" : ""
    return "\(words): lands at \(text(landing.value))\(tail)"
  }
}
