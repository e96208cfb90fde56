import GoalFile
import Goals
import Testing

/// Days, periods, cycles by name, and rounding.
struct CalendarTests {
  @Test func `days go to and fro for ten thousand years`() {
    var number = Day.number(year: 1, month: 1, day: 1)
    let last = Day.number(year: 9999, month: 12, day: 31)
    #expect(Day(number: 0).description == "1970-01-01")
    while number <= last {
      let parts = Day(number: number).parts
      #expect(
        Day(year: parts.year, month: parts.month, day: parts.day)?.number
          == number)
      number += 37
    }
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 4, 31), (0, 1, 1),
    (10_000, 1, 1),
  ])
  func `what is not in the calendar is no day`(
    _ year: Int, _ month: Int, _ day: Int
  ) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"),
    ("2026-H2", "2026-07-01", "2026-12-31"),
    ("2026-Q1", "2026-01-01", "2026-03-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-W01", "2025-12-29", "2026-01-04"),
    ("2026-W53", "2026-12-28", "2027-01-03"),
    ("2020-W53", "2020-12-28", "2021-01-03"),
  ])
  func `a cycle is known by its name`(
    _ name: String, _ start: String, _ end: String
  ) {
    let cycle = Cycle(named: name)
    #expect(cycle?.start.description == start)
    #expect(cycle?.end.description == end)
  }

  @Test(arguments: [
    "2026-Q5", "2026-H0", "2026-13", "2025-W53", "2026-W00", "26", "2026-",
    "Q4", "2026-q4", "0000",
  ])
  func `another name is no cycle by itself`(_ name: String) {
    #expect(Cycle(named: name) == nil)
  }

  @Test(arguments: [
    (0.455, 46), (0.4549, 45), (0.999, 99), (0.9999, 99), (1.0, 100),
    (1.12, 112), (0.001, 1),
    (-0.001, -1), (0, 0), (-0.1, -10), (-0.005, -1), (0.005, 1),
  ])
  func `per cent are rounded half up, 100 only from 1 on and 0 only at 0`(
    _ fraction: Double, _ whole: Int
  ) {
    #expect(percent(fraction) == whole)
  }

  @Test(arguments: [
    (-0.11, "11 pp behind"), (0.03, "3 pp ahead"), (0.001, "as expected"),
    (0, "as expected"),
  ])
  func `a gap is said in words`(_ gap: Double, _ words: String) {
    #expect(gapInWords(gap) == words)
  }
}

/// The order in which a meeting looks at things.
struct AttentionTests {
  @Test
  func `what fails comes first, then what is silent, then what is doubted`() {
    let board = Self.board
    let things = board.attention(standing(of: board, at: Now(Self.today))).map(
      \.thing)
    #expect(
      things.prefix(4) == [.kpi(1), .keyResult(1), .kpi(0), .keyResult(0)])
  }

  private static var today: Day {
    Day(number: Day.number(year: 2026, month: 11, day: 22))
  }

  private static var board: Board {
    let text = """
      objective A
      cycle 2026-Q4
      kr Doubted
      from 0 to 10
      2026-11-14 9 8/10
      2026-11-21 9 5/10
      kr Silent
      from 0 to 10
      2026-10-05 9
      kpi Tolerable
      healthy 5 ..
      tolerable 2 ..
      2026-10-21 9
      kpi Critical
      healthy 5 ..
      2026-11-21 1

      """
    return Document(Array(text.utf8)).board
  }
}

/// Which bytes are text.
struct TextTests {
  @Test func `the length of a character is that of valid UTF-8`() {
    for first in UInt8.min...UInt8.max {
      for second: UInt8 in [
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF,
      ] {
        for tail: [UInt8] in [
          [], [0x80], [0x80, 0xBF], [0x41, 0x80], [0x80, 0xC0],
        ] {
          let bytes = [first, second] + tail
          let valid = (1...bytes.count).first {
            String(validating: bytes[..<$0], as: UTF8.self)?.unicodeScalars
              .count == 1
          }
          #expect(
            lengthOfCharacter(bytes.span, at: 0, end: bytes.count) == valid ?? 0
          )
        }
      }
    }
  }

  @Test func `bytes that are no text are made visible`() {
    #expect(decoded([0x61, 0xFF, 0xC3, 0xA9, 0xC3][...]) == "a<FF>é<C3>")
  }
}
