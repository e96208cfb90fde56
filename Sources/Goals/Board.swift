/// Everything a board file says, by its meaning, in columns.
///
/// Objectives, key results and KPIs stand in the order of the file; the key
/// results of an objective stand together.
package struct Board: Sendable {
  package var title: String?
  package var mission: String?
  package var vision: String?
  /// How often numbers are due; a week if the file does not say.
  package var every: Period?
  package var limits = Limits()
  /// The cycles that are declared.
  package private(set) var cycles: [Cycle] = []
  /// The places of the cycles in `cycles`, by their names, which are compared as
  /// ids are: byte for byte.
  private var placesOfCycles: [ID: Int] = [:]
  package var objectives: [Objective] = []
  package var keyResults: [KeyResult] = []
  package var kpis: [KPI] = []
  package var meetings: [Meeting] = []
  package var readings = Readings()
  package var things: [ID: Thing] = [:]
  /// The bytes that excerpts are taken from: those of the file, shared.
  package var bytes: [UInt8] = []

  package init() {}

  /// How many are enough; `check` finds more too many.
  ///
  /// Where `nil`, 5 objectives in a cycle, 5 key results in an objective and 12
  /// KPIs.
  package struct Limits: Hashable, Sendable {
    package var objectives: Int?
    package var keyResults: Int?
    package var kpis: Int?

    package init() {}
  }

  /// The cycle of that name: declared, or known by its name.
  package func cycle(named name: String) -> Cycle? {
    placesOfCycles.isEmpty
      ? Cycle(named: name)
      : placesOfCycles[ID(name)].map { cycles[$0] }
        ?? Cycle(named: name)
  }

  package func isDeclared(cycle name: String) -> Bool {
    placesOfCycles[ID(name)] != nil
  }

  /// Adds a cycle, whose name must be new.
  package mutating func declare(_ cycle: Cycle) {
    placesOfCycles[ID(cycle.name)] = cycles.count
    cycles.append(cycle)
  }

  /// Replaces the cycles that are declared, by others with names of their own.
  package mutating func declareAnew(_ cycles: [Cycle]) {
    self.cycles = []
    placesOfCycles = [:]
    for cycle in cycles { declare(cycle) }
  }

  /// How often the check-ins of a key result are due: its own period, else its
  /// objective's, else that of the KPI that measures it, else the board's.
  package func period(ofKeyResult index: Int) -> Period {
    let keyResult = keyResults[index]
    return keyResult.every ?? objectives[keyResult.objective].every
      ?? keyResult.kpi.flatMap { kpis[$0].every } ?? every ?? .week
  }

  package func period(ofObjective index: Int) -> Period {
    objectives[index].every ?? every ?? .week
  }

  package func period(ofKPI index: Int) -> Period {
    kpis[index].every ?? every ?? .week
  }

  /// The text of an excerpt; bytes that are not UTF-8 become `<FF>`.
  package func text(_ excerpt: Excerpt) -> String {
    decoded(bytes[excerpt.range])
  }
}

/// The record of a meeting.
package struct Meeting: Hashable, Sendable {
  package var moment: Moment
  package var title: String
  /// The line that opens it, from 1.
  package var line: Int
  package var people: [String] = []
  package var decisions: [String] = []
  package var blockers: [String] = []
  package var parked: [String] = []
  package var narrative: [String] = []
  package var actions: [Action] = []
  package var next: Moment?

  package init(moment: Moment, title: String, line: Int) {
    self.moment = moment
    self.title = title
    self.line = line
  }
}

/// The text that UTF-8 bytes write; a byte that is no part of valid UTF-8 is
/// made visible as `<FF>`.
package func decoded(_ bytes: ArraySlice<UInt8>) -> String {
  if let text = validText(bytes) { return text }
  let span = bytes.span
  var text = ""
  var index = 0
  while index < span.count {
    let length = lengthOfCharacter(span, at: index, end: span.count)
    if length == 0 {
      let hex = String(span[index], radix: 16, uppercase: true)
      text += "<\(hex.utf8.count == 1 ? "0" : "")\(hex)>"
    } else {
      let start = bytes.startIndex + index
      text += String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }
    index += max(1, length)
  }
  return text
}

/// The text that some bytes are; `nil` where they are no UTF-8.
///
/// `String(validating:as:)` does the same, ten times slower where it is called
/// for the first time.
package func validText(_ bytes: ArraySlice<UInt8>) -> String? {
  guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
  return String(copying: text)
}

/// The number of bytes of the valid UTF-8 character that begins at `start`, or
/// 0 where none does that ends before `end` (Unicode, table 3-7).
package func lengthOfCharacter(
  _ bytes: Span<UInt8>, at start: Int, end: Int
) -> Int {
  guard start < end else { return 0 }
  let first = bytes[start]
  if first < 0x80 { return 1 }
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch first {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF:
    length = 3
    if first == 0xE0 { second = 0xA0...0xBF }
    if first == 0xED { second = 0x80...0x9F }
  case 0xF0...0xF4:
    length = 4
    if first == 0xF0 { second = 0x90...0xBF }
    if first == 0xF4 { second = 0x80...0x8F }
  default: return 0
  }
  guard end - start >= length, second.contains(bytes[start + 1]) else {
    return 0
  }
  for index in (start + 2)..<max(start + 2, start + length)
  where bytes[index] & 0xC0 != 0x80 {
    return 0
  }
  return length
}
