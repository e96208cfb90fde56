/// A decimal number: `mantissa` divided by ten as often as `decimals` says.
struct Decimal: Sendable {
  var mantissa: Int
  var decimals: Int

  /// The plain spelling, such as `-0.05`.
  var plain: String {
    let digits = padded(abs(mantissa), decimals + 1)
    let sign = mantissa < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }

  func divided(tenTimes count: Int) -> Decimal {
    Decimal(mantissa: mantissa, decimals: decimals + count)
  }
}

extension SplitMix64 {
  /// One of the many ways to write `number`.
  mutating func spelling(_ number: Decimal) -> String {
    let sign = number.mantissa >= 0 && happens(8) ? "+" : ""
    let percent = happens(6) ? "%" : ""
    return sign + unsigned(number) + percent
  }

  private mutating func unsigned(_ number: Decimal) -> String {
    switch pick(1...20) {
    case 1: return number.divided(tenTimes: 3).plain + "k"
    case 2: return number.divided(tenTimes: 6).plain + "M"
    case 3: return number.divided(tenTimes: 9).plain + "B"
    case 4: return number.divided(tenTimes: 2).plain + "e2"
    case 5: return number.divided(tenTimes: 1).plain + "e+1"
    case 6 where number.decimals > 0:
      return "\(number.mantissa)e-\(number.decimals)"
    case 7: return number.divided(tenTimes: 5).plain + "e2k"
    case 8: return grouped(number)
    case 9 where number.decimals > 0: return number.plain + "0"
    case 10 where number.decimals == 0: return number.plain + ".0"
    default: return number.plain
    }
  }

  /// With a `_` between two digits before the point.
  private mutating func grouped(_ number: Decimal) -> String {
    let plain = number.plain
    let sign = plain.hasPrefix("-") ? "-" : ""
    let parts = plain.dropFirst(sign.count).split(separator: ".")
    let whole = String(parts[0])
    guard whole.count > 1 else { return plain }
    let cut = pick(1...whole.count - 1)
    let tail = parts.count > 1 ? "." + parts[1] : ""
    return sign + whole.prefix(cut) + "_" + whole.dropFirst(cut) + tail
  }

  /// A blank or several, or a tab.
  mutating func gap() -> String {
    switch pick(1...10) {
    case 1: "\t"
    case 2: "   "
    case 3: " \t "
    default: " "
    }
  }

  /// `words` as one line, with gaps between them.
  mutating func line(_ words: [String]) -> String {
    var line = ""
    for word in words where !word.isEmpty {
      line += line.isEmpty ? word : gap() + word
    }
    return line
  }

  /// A few words that mean nothing to a program.
  mutating func prose() -> String {
    let words = [
      "survey", "vendor", "the", "robot", "first", "week", "naïve", "Größe",
      "信頼", "мир", "to", "by", "until", "#4", "50%", "a=b", "\"so\"",
      "back\\slash", "->", "e\u{301}", "👩‍🚀", "on-track", "6/10", "..",
    ]
    var prose = pick(["Ask", "Make", "Über", "Keep", "日本", "Why", "42nd"])
    for _ in 0..<pick(0...4) { prose += " " + pick(words) }
    return prose
  }

  /// A person as `@` writes them.
  mutating func mention() -> String {
    pick(["@Ada", "@Lin", "@\"Grace Hopper\"", "@Zoë", "@李", "@a.b-c"])
  }

  /// A person as `owner` and `with` may write them.
  mutating func name() -> String {
    pick([
      "Ada", "@Ada", "Grace Hopper", "@\"Grace Hopper\"", "Zoë", "李 雷",
      "@Lin",
    ])
  }
}
