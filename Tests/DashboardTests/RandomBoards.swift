import Oracle

/// Boards of many shapes, the same for the same seed.
struct RandomBoards {
  private var random: SplitMix64
  private let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed)
  }

  /// The text of a board.
  mutating func next() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return ""
    case 1: return EditingTests.board
    case 2: return ClosingTests.board
    case 3: return MeetingTests.board
    case 4:
      var generator = BoardGenerator(seed: seed)
      return generator.board().text
    case 5: return marked(made())
    default: return made()
    }
  }

  private mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  /// Some objectives, key results of every measure, KPIs and meetings.
  private mutating func made() -> String {
    var blocks: [String] = []
    for number in 0..<Int.random(in: 0...3, using: &random) {
      blocks.append(objective(number))
    }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      blocks.append(kpi(number))
    }
    if happens(40) { blocks.append(meeting()) }
    blocks.shuffle(using: &random)
    var text = pick(["", "board Made up\n\n", "# Nothing yet\n"])
    if happens(30) { text += "cycle Sprint 2026-11-09 .. 2026-12-06\n\n" }
    text += blocks.joined(separator: "\n")
    if happens(20) { text += "reading [i0] 2026-11-19 4\n" }
    return dressed(text)
  }

  private mutating func dressed(_ text: String) -> String {
    var text = text
    if happens(15) { text.replace("\n", with: "\r\n") }
    if happens(15) { text.replace("  ", with: "\t") }
    if happens(10) { text = String(text.dropLast()) }
    return text
  }

  private mutating func objective(_ number: Int) -> String {
    var lines = ["objective \(id("o", number))Where we go \(number)"]
    let cycle = pick([
      "2026-Q4", "2026-Q4", "2026-Q3", "2026-Q2", "Sprint", "2026", "",
    ])
    if !cycle.isEmpty { lines.append("  cycle \(cycle)") }
    if happens(50) { lines.append("  owner \(pick(["Ada", "Grace Hopper"]))") }
    if happens(40) { lines.append("  team \(pick(["Growth", "Support"]))") }
    if happens(30) { lines.append("  kind \(pick(["committed", "learning"]))") }
    if number > 0, happens(50) { lines.append("  supports [o\(number - 1)]") }
    if happens(20) { lines.append("  private") }
    if happens(30) { lines.append("  > Because it matters, and for long.") }
    if happens(40) { lines.append("  action [ ] 2026-11-20 @Ada Call them") }
    if happens(30) { lines.append("  2026-11-0\(number + 1) - 6/10 Begun") }
    if happens(20) { lines.append("  close 2026-11-10 0.4 keep Too late") }
    for place in 0..<Int.random(in: 0...3, using: &random) {
      lines += keyResult(number * 10 + place)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func keyResult(_ number: Int) -> [String] {
    var lines = ["  kr \(id("k", number))What measures it \(number)"]
    if happens(40) { lines.append("    owner \(pick(["Ada", "José"]))") }
    switch Int.random(in: 0..<6, using: &random) {
    case 0...2:
      lines.append("    from \(number) to \(number + 40) points")
      if happens(40) { lines.append("    plan 2026-11-01 \(number + 9)") }
      if happens(30) { lines.append("    moved 2026-11-02 to 60 Late") }
    case 3: lines.append("    keep above 99.9 %")
    case 4:
      lines.append("    milestone [x 2026-10-08] 2026-10-09 Script")
      lines.append("    milestone [ ] 2026-11-06 Live for everyone")
    default: break
    }
    if happens(20) { lines.append("    measured by [i0]") }
    for day in 0..<Int.random(in: 0...3, using: &random) {
      lines.append(
        "    2026-11-\(10 + day)  \(number + day)  \(day + 5)/10  @Ada  So far")
    }
    if happens(20) { lines.append("    close 2026-11-12 0.9") }
    if happens(10) { lines.append("    cause Nobody had time") }
    return lines
  }

  private mutating func kpi(_ number: Int) -> String {
    var lines = ["kpi \(id("i", number))A number \(number)"]
    if happens(50) { lines.append("  healthy 5 ..") }
    if happens(40) { lines.append("  unit %") }
    if happens(30) { lines.append("  total sum per week") }
    if happens(30) { lines.append("  target 40 by 2026-12-31") }
    if happens(30) { lines.append("  guards [o0]") }
    if happens(20) {
      lines.append("  accept 2026-11-01 until 2026-12-01 at 2 We know")
    }
    for day in 0..<Int.random(in: 0...4, using: &random) {
      lines.append("  2026-11-1\(day)  \(day * 3)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func meeting() -> String {
    let day = pick(["2026-11-15T14:00", "2026-11-22T14:00", "2026-11-08"])
    return "meeting \(day) Weekly @Ada @\"Grace Hopper\"\n"
      + pick(["", "  decision We go on\n"])
      + pick(["", "  action [ ] 2026-11-18 @Ada Ask them\n"])
      + pick(["", "  parked The logo\n"])
  }

  private mutating func id(_ letter: String, _ number: Int) -> String {
    happens(80) ? "[\(letter)\(number)] " : ""
  }

  /// A board that git could not merge.
  private func marked(_ text: String) -> String {
    text + """
      <<<<<<< ours
      kpi [own] Ours
        healthy 4 ..
      =======
      kpi [own] Theirs
        healthy 5 ..
      >>>>>>> theirs

      """
  }
}
