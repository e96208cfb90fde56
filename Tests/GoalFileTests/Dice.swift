import GoalFile
import Goals

/// A source of choices that is the same for a seed (SplitMix64).
struct Dice {
  private var state: UInt64
  /// Whether texts, names and numbers are what nobody should enter.
  let isHostile: Bool

  init(seed: Int, isHostile: Bool = false) {
    state = UInt64(truncatingIfNeeded: seed)
    self.isHostile = isHostile
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[pick(0..<values.count)]
  }

  mutating func happens(_ percent: Int) -> Bool { pick(0..<100) < percent }

  mutating func maybe<Value>(_ value: Value) -> Value? {
    happens(50) ? value : nil
  }
}

// MARK: - Words

extension Dice {
  mutating func number() -> String {
    isHostile && happens(30) ? hostile() : pick(Spelling.all).text
  }

  mutating func moment() -> Moment {
    let day = Day(number: 20_700 + pick(0..<400))
    guard happens(30) else { return Moment(day) }
    return Moment(day, second: pick(0..<1_440) * 60, precision: .minute)
  }

  mutating func name() -> String {
    isHostile
      ? hostile() : pick(["Ada", "Grace Hopper", "Lin", "Zoë", "R2-D2"])
  }

  mutating func team() -> String {
    isHostile ? hostile() : pick(["Growth", "Cloud & Edge", "Ops"])
  }

  mutating func cycle() -> String {
    isHostile ? hostile() : pick(["2026", "2026-Q4", "sprint", "S1"])
  }

  mutating func period() -> Period {
    Period(pick(1..<4), pick(Period.Unit.allCases))
  }

  /// A text, now and then one that looks like something else.
  mutating func text() -> String {
    isHostile
      ? hostile()
      : pick([
        "plain words", "one", "# no comment", "> more", "7/10 of them",
        "[x] done", "[ ] open", "on-track now", "@Ada said so", "a\tb",
        "kpi [x] Churn", "two  blanks", "-- dashes", "2026-10-05 then",
        "é 👩‍💻 و", "reading [a] 2026-01-01 5", "100 % \"sure\"", "keep it",
        "from 1 to 2", "<<<<<<< ours", "a, b", "- minus",
      ])
  }

  /// Some pieces, each of which means something in a file or breaks something.
  mutating func hostile() -> String {
    let pieces = [
      "\n", "\r", "\r\n", "\0", "\u{1B}[2J", "\u{85}", "\u{2028}", "\t", " ",
      "kpi [x] X", "reading [a] 2026-01-01 5", "#", ">", "[x]", "[ ]", "[",
      "]", "@Ada", "@", "\"", ",", "2026-10-05", "7/10", "11/10", "--", "-",
      "on-track", "<<<<<<<", "=======", ">>>>>>> x", "..", "to", "by", "until",
      "at", "per", "keep", "1,5", "1e999", "5", "%", "k", "é", "\u{301}",
      "\u{202E}", "\u{200B}", "\u{FEFF}", "👩‍💻", "word", "objective", "\u{7F}",
    ]
    var text = ""
    for _ in 0...pick(0..<4) {
      text += happens(85) ? pick(pieces) : scalar()
      if happens(30) { text += " " }
    }
    return happens(80) ? Self.trimmed(text) : text
  }

  private mutating func scalar() -> String {
    let scalar = Unicode.Scalar(UInt32(pick(0..<0x3000)))
    return scalar.map { String(Character($0)) } ?? "?"
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, " \t".unicodeScalars.contains(first) {
      scalars.removeFirst()
    }
    while let last = scalars.last, " \t".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    return String(String.UnicodeScalarView(scalars))
  }

  mutating func box() -> Box {
    pick([.open, .done(on: nil), .done(on: moment())])
  }

  mutating func checkIn(_ moment: Moment, _ hasValue: Bool) -> CheckIn {
    var checkIn = CheckIn(moment: moment)
    if hasValue, happens(85) { checkIn.valueText = number() }
    if happens(60) { checkIn.confidence = pick(0..<11) }
    if happens(20) { checkIn.status = pick(DeclaredStatus.allCases) }
    if happens(30) { checkIn.person = name() }
    if happens(50) { checkIn.note = text() }
    return checkIn
  }
}

// MARK: - Statements

extension Dice {
  mutating func phrase(in kind: Block.Kind, _ ids: [ID]) -> Phrase {
    switch kind {
    case .objective: return objectivePhrase(ids)
    case .keyResult: return happens(50) ? sharedPhrase() : measurePhrase(ids)
    case .kpi: return kpiPhrase(ids)
    case .meeting: return meetingPhrase()
    case .file, .nothing: return headPhrase()
    }
  }

  private mutating func headPhrase() -> Phrase {
    let start = moment().day
    return pick([
      .board(text()), .mission(text()), .vision(text()), .every(period()),
      .limit(pick(Phrase.Limit.allCases), "\(pick(0..<9))"),
      .declaration(
        pick(["sprint", "S1", "S2"]), from: Moment(start),
        to: Moment(start.adding(pick(0..<90)))),
    ])
  }

  private mutating func sharedPhrase() -> Phrase {
    pick([
      .cycle(cycle()), .owner(name()), .weight(number()), .private,
      .every(period()), .narrative(text()), .cause(text()),
      .action(box(), due: maybe(moment()), person: maybe(name()), text: text()),
      .close(
        moment(), score: pick(["0", "0.50", "1.0"]),
        next: maybe(pick(Closing.Next.allCases)), note: text()),
    ])
  }

  private mutating func objectivePhrase(_ ids: [ID]) -> Phrase {
    guard happens(50) else { return sharedPhrase() }
    return pick([
      .team(team()), .with([name(), name()]),
      .kind(pick(Objective.Kind.allCases)),
      .supports(ids.isEmpty ? ID("none") : pick(ids)),
    ])
  }

  private mutating func measurePhrase(_ ids: [ID]) -> Phrase {
    let unit = maybe(pick(["points", "%", "things a week"]))
    return pick([
      .from(number(), to: number(), unit: unit),
      .keepAbove(number(), unit: unit), .keepBelow(number(), unit: unit),
      .keepBetween("0", and: number(), unit: unit),
      .milestone(box(), due: maybe(moment()), text: text()),
      .milestone(box(), due: maybe(moment()), text: "plain"),
      .measured(by: ids.isEmpty ? ID("none") : pick(ids)),
      .plan(moment(), number()),
      .moved(moment(), from: maybe(number()), to: number(), reason: text()),
      .start(moment()), .due(moment()),
    ])
  }

  private mutating func kpiPhrase(_ ids: [ID]) -> Phrase {
    let ends = (maybe(number()), number())
    let start = moment()
    return pick([
      .owner(name()), .team(team()), .private, .every(period()),
      .narrative(text()), .unit(pick(["%", "ms", "€"])),
      .action(box(), due: maybe(moment()), person: maybe(name()), text: text()),
      .healthy(from: ends.0, to: ends.1), .healthy(from: ends.1, to: nil),
      .tolerable(from: nil, to: ends.1),
      .total(maybe(pick(KPI.Total.allCases)), per: period()),
      .total(pick(KPI.Total.allCases), per: nil),
      .target(number(), by: maybe(moment())),
      .guards(ids.isEmpty ? ID("none") : pick(ids)),
      .accept(
        from: start, until: Moment(start.day.adding(pick(0..<60))),
        at: number(), reason: text()),
    ])
  }

  private mutating func meetingPhrase() -> Phrase {
    pick([
      .decision(text()), .blocker(text()), .parked(text()), .next(moment()),
      .narrative(text()),
      .action(box(), due: maybe(moment()), person: maybe(name()), text: text()),
    ])
  }
}
