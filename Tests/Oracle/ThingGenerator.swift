extension BoardGenerator {
  mutating func objective(
    _ id: String?,
    supporting earlier: [String]
  ) -> [String] {
    var lines: [String] = []
    var span: Span?
    if random.happens(80), let cycle = cycle() {
      lines.append(line("cycle", cycle.name))
      span = cycle.span
    }
    if random.happens(70) { lines.append(line("owner", random.name())) }
    if random.happens(40) { lines.append(line("team", random.prose())) }
    if random.happens(30) {
      let names = [random.name(), random.name(), random.name()]
      let count = random.pick(1...3)
      let comma = random.pick([",", ", ", " , "])
      let list = names.prefix(count).joined(separator: comma)
      lines.append(line("with", list))
    }
    if random.happens(50) {
      let kind = random.pick(["committed", "aspirational", "learning"])
      lines.append(line("kind", kind))
    }
    for parent in earlier where random.happens(50) {
      lines.append(line("supports", "[\(parent)]"))
    }
    if random.happens(30) { lines.append(line("every", duration())) }
    lines += shared(privateChance: 15)
    lines += entries(id, chance: 40) { _ in nil }
    lines = [opener("objective", id)] + random.shuffled(lines)
    for _ in 0..<random.pick([0, 1, 1, 2, 3, 4]) {
      lines += keyResult(in: span)
    }
    return lines
  }

  /// What objectives and key results have alike.
  private mutating func shared(privateChance: Int) -> [String] {
    var lines: [String] = []
    if random.happens(35) {
      let weight = random.pick(["0", "0", "1", "2", "0.5", "3.25", "1e1"])
      lines.append(line("weight", weight))
    }
    if random.happens(privateChance) { lines.append("private") }
    if random.happens(20) { lines.append("> " + random.prose()) }
    if random.happens(20) { lines.append(action()) }
    if random.happens(15) {
      let score = random.pick(["0", "0.0", "0.69", "0.7", "0.70", "1", "1.0"])
      let then = random.pick(["", "keep", "change", "drop"])
      let text = random.pick(["", "We learned " + random.prose()])
      lines.append(line("close", moment(), score, then, text))
    }
    if random.happens(10) { lines.append(line("cause", random.prose())) }
    return lines
  }

  private mutating func keyResult(in span: Span?) -> [String] {
    let id = id(chance: 60)
    var span = span
    var lines: [String] = []
    if random.happens(15), let cycle = cycle() {
      lines.append(line("cycle", cycle.name))
      span = cycle.span
    }
    if random.happens(15), let window = span {
      let start = inside(window)
      lines.append(line("start", start.text))
      span = Span(first: start, last: window.last)
    }
    if random.happens(15), let window = span {
      let due = inside(window)
      lines.append(line("due", due.text))
      span = Span(first: window.first, last: due)
    }
    if random.happens(50) { lines.append(line("owner", random.name())) }
    if random.happens(20) { lines.append(line("every", duration())) }
    if !kpis.isEmpty, random.happens(25) {
      lines.append(line("measured", "by", "[\(random.pick(kpis))]"))
    }
    lines += shared(privateChance: 10)
    let scale = random.pick([0, 0, 1, 2])
    let ends = (random.pick(-50...50), random.pick(51...1300))
    func decimal(_ mantissa: Int) -> Decimal {
      Decimal(mantissa: mantissa, decimals: scale)
    }
    switch random.pick(1...10) {
    case 1...5:
      lines += way(random.happens(30), ends, span, decimal)
    case 6...7:
      lines.append(keep(ends, decimal))
    case 8...9:
      for _ in 0..<random.pick(1...4) { lines.append(milestone()) }
    default: break
    }
    lines += entries(id, chance: 85) { random in
      decimal(value(ends, &random))
    }
    return [opener("kr", id)] + random.shuffled(lines)
  }

  private mutating func way(
    _ countsDown: Bool,
    _ ends: (Int, Int),
    _ span: Span?,
    _ decimal: (Int) -> Decimal
  ) -> [String] {
    let (from, to) = countsDown ? (ends.1, ends.0) : ends
    let unit = random.pick(["", "points", "%", "€", "CHF", "ms of wait"])
    var lines = [
      line(
        "from", number(decimal(from)), "to", number(decimal(to)), unit)
    ]
    if let span, random.happens(25) {
      for _ in 0..<random.pick(1...4) {
        let day = random.pick([inside(span), span.first, span.last])
        let point = decimal(value(ends, &random))
        // Two points on one day would not be one plan.
        if !lines.contains(where: { $0.contains(day.text) }) {
          lines.append(line("plan", day.text, number(point)))
        }
      }
    }
    for _ in 0..<random.pick([0, 0, 0, 1, 1, 2]) {
      let target = decimal(to + random.pick([-7, 9, 40]))
      let start =
        random.happens(40)
        ? line("from", number(decimal(from + random.pick(-5...5)))) : ""
      lines.append(
        line(
          "moved", day().text, start, "to", number(target),
          random.pick(["", "Because " + random.prose()])))
    }
    return lines
  }

  private mutating func keep(
    _ ends: (Int, Int),
    _ decimal: (Int) -> Decimal
  ) -> String {
    let (low, high) = (number(decimal(ends.0)), number(decimal(ends.1)))
    let unit = random.pick(["", "%", "ms", "$"])
    return switch random.pick(1...3) {
    case 1: line("keep", "above", low, unit)
    case 2: line("keep", "below", high, unit)
    default: line("keep", "between", low, "and", high, unit)
    }
  }

  private mutating func milestone() -> String {
    let due = random.happens(60) ? day().text : ""
    return line("milestone", box(), due, "Ship " + random.prose())
  }

  mutating func action() -> String {
    let due = random.happens(60) ? day().text : ""
    let who = random.happens(60) ? random.mention() : ""
    return line("action", box(), due, who, "Do " + random.prose())
  }

  private mutating func box() -> String {
    random.pick(["[ ]", "[ ]", "[x]", "[x \(day().text)]"])
  }

  mutating func meeting() -> [String] {
    var lines: [String] = []
    for keyword in ["decision", "blocker", "parked"] {
      for _ in 0..<random.pick(0...2) {
        lines.append(line(keyword, random.prose()))
      }
    }
    if random.happens(50) { lines.append(action()) }
    if random.happens(30) { lines.append(line("next", day().text)) }
    if random.happens(30) { lines.append("> " + random.prose()) }
    let people = (0..<random.pick(0...3)).map { _ in random.mention() }
    let opener = line(
      "meeting", moment(), "Weekly " + random.prose(), random.line(people))
    return [opener] + random.shuffled(lines)
  }

  mutating func kpi(_ id: String?) -> [String] {
    var lines: [String] = []
    if random.happens(60) { lines.append(line("owner", random.name())) }
    if random.happens(30) { lines.append(line("team", random.prose())) }
    if random.happens(60) {
      let unit = random.pick(["%", "points", "ms", "$", "€", "per head"])
      lines.append(line("unit", unit))
    }
    if random.happens(10) { lines.append("private") }
    if random.happens(40) { lines.append(line("every", duration())) }
    if random.happens(20) { lines.append(action()) }
    if random.happens(20) { lines.append("> " + random.prose()) }
    let scale = random.pick([0, 0, 1, 2])
    func decimal(_ mantissa: Int) -> Decimal {
      Decimal(mantissa: mantissa, decimals: scale)
    }
    let ends = (random.pick(-20...40), random.pick(41...160))
    lines += ranges(ends, decimal)
    if random.happens(40) {
      let kind = random.pick(["last", "sum", "sum", "mean", "min", "max"])
      let per = kind == "sum" && random.happens(20) ? "" : "per"
      let length = per.isEmpty ? "" : duration()
      lines.append(line("total", kind, per, length))
    }
    if random.happens(40) {
      let by = random.happens(60) ? line("by", day().text) : ""
      lines.append(line("target", number(decimal(ends.1)), by))
    }
    if !objectives.isEmpty, random.happens(30) {
      lines.append(line("guards", "[\(random.pick(objectives))]"))
    }
    lines += entries(id, chance: 90) { random in
      decimal(value(ends, &random))
    }
    return [opener("kpi", id)] + random.shuffled(lines)
  }

  /// Healthy and tolerable values, and what is accepted beyond them.
  private mutating func ranges(
    _ ends: (Int, Int),
    _ decimal: (Int) -> Decimal
  ) -> [String] {
    guard random.happens(75) else { return [] }
    let low = random.happens(70) ? decimal(ends.0) : nil
    let high = low == nil || random.happens(50) ? decimal(ends.1) : nil
    var lines: [String] = []
    if random.happens(90) {
      lines.append(range("healthy", low, high))
      if random.happens(80) {
        let accepted =
          low == nil
          ? decimal(ends.1 + random.pick([1, 9, 60]))
          : decimal(ends.0 - random.pick([1, 9, 60]))
        let first = day()
        let last = first.advanced(by: random.pick([0, 10, 200, 400]))
        lines.append(
          line(
            "accept", first.text, "until", last.text, "at",
            number(accepted), "Known since " + random.prose()))
      }
    }
    if random.happens(60) {
      let wider = low.map {
        Decimal(mantissa: $0.mantissa - 8, decimals: $0.decimals)
      }
      let higher = high.map {
        Decimal(mantissa: $0.mantissa + 8, decimals: $0.decimals)
      }
      lines.append(range("tolerable", wider, higher))
    }
    return lines
  }

  private mutating func range(
    _ keyword: String,
    _ low: Decimal?,
    _ high: Decimal?
  ) -> String {
    line(
      keyword, low.map { number($0) } ?? "", "..",
      high.map { number($0) } ?? "")
  }

  private mutating func opener(_ keyword: String, _ id: String?) -> String {
    line(keyword, id.map { "[\($0)]" } ?? "", random.prose())
  }

  /// A day of `span`, its ends more often than others.
  private mutating func inside(_ span: Span) -> Day {
    random.pick([
      span.first, span.last,
      span.first.advanced(by: random.pick(0...(span.last - span.first))),
      span.first.advanced(by: random.pick(0...(span.last - span.first))),
    ])
  }

  /// Readings of the thing called `id`; some of them stand elsewhere, by name.
  private mutating func entries(
    _ id: String?,
    chance: Int,
    value: (inout SplitMix64) -> Decimal?
  ) -> [String] {
    guard random.happens(chance) else { return [] }
    var lines: [String] = []
    for _ in 0..<random.pick(1...9) {
      let value = value(&random).flatMap {
        random.happens(90) ? random.spelling($0) : nil
      }
      let entry = line(moment(), value ?? "-", words())
      if let id, random.happens(15) {
        named.append(line("reading", "[\(id)]", entry))
      } else {
        lines.append(entry)
      }
    }
    return lines
  }

  /// What may follow the value of a reading.
  private mutating func words() -> String {
    var words: [String] = []
    if random.happens(40) { words.append("\(random.pick(0...10))/10") }
    if random.happens(15) {
      words.append(random.pick(["on-track", "at-risk", "off-track"]))
    }
    if random.happens(25) { words.append(random.mention()) }
    words = random.shuffled(words)
    switch random.pick(1...6) {
    case 1: words.append("Then " + random.prose())
    case 2: words += ["--", "9/10 off-track @Nobody " + random.prose()]
    case 3: words.append("so 3/10 at-risk")
    default: break
    }
    return random.line(words)
  }
}

/// A value on the way between two ends, on them, or beyond both.
private func value(_ ends: (Int, Int), _ random: inout SplitMix64) -> Int {
  switch random.pick(1...8) {
  case 1: ends.0
  case 2: ends.1
  case 3: ends.0 - random.pick(1...30)
  case 4: ends.1 + random.pick(1...30)
  default: random.pick(ends.0...ends.1)
  }
}
