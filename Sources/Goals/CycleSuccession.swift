extension Cycle {
  /// The name of the time box after this one, of the same length; `nil` where
  /// the name does not speak for itself.
  ///
  /// `2026-Q4` is followed by `2027-Q1`, whatever days it is declared with.
  package var nextName: String? {
    guard let spoken = Cycle(named: name) else { return nil }
    let next = spoken.end.adding(1)
    let (year, month, _) = next.parts
    guard year <= 9_999 else { return nil }
    let head = padded(year, 4)
    let part = name.utf8.count > 5 ? Array(name.utf8)[5] : nil
    switch part {
    case nil: return head
    case UInt8(ascii: "H"): return "\(head)-H\((month + 5) / 6)"
    case UInt8(ascii: "Q"): return "\(head)-Q\((month + 2) / 3)"
    case UInt8(ascii: "W"):
      // A week belongs to the year that its Thursday lies in.
      let thursday = next.adding(3)
      let first = Day.number(year: thursday.parts.year, month: 1, day: 1)
      let week = (thursday.number - first) / 7 + 1
      return "\(padded(thursday.parts.year, 4))-W\(padded(week, 2))"
    default: return "\(head)-\(padded(month, 2))"
    }
  }
}

extension Board {
  /// The name of the cycle that follows `cycle`: by its own name, else of those
  /// that are declared the first that begins after it; `nil` where there is
  /// none.
  package func nameOfCycle(after cycle: Cycle) -> String? {
    if let name = cycle.nextName { return name }
    return cycles.filter { $0.start > cycle.end }
      .min { $0.start < $1.start }?.name
  }
}

private func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
