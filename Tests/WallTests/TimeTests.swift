import Canvas
import Goals
import Testing
import Wall

/// What a wall says of the time, on the days on which that is difficult.
struct TimeTests {
  private func now(_ year: Int, _ month: Int, _ day: Int, _ minute: Int) -> Now
  {
    let date = Day(
      number: Day.number(year: year, month: month, day: day))
    return Now(Moment(date, second: minute * 60, precision: .minute))
  }

  private func display(_ text: String, written: Now, at now: Now) -> Display {
    Display(
      name: "b.okr", bytes: Array(text.utf8), written: written.moment,
      now: now, width: 80, height: 24)
  }

  private static var board: String {
    "objective Be\n  cycle C\n  kr There\n    from 0 to 9\n    2026-10-01 2\n"
  }

  @Test func `a file of another day has a date, of another year a year`() {
    var display = display(
      Self.board, written: now(2026, 12, 31, 1_439),
      at: now(2026, 12, 31, 1_439))
    #expect(display.picture.text.contains("file from 23:59"))
    display.update(.time, at: now(2027, 1, 1, 0))
    #expect(display.picture.text.contains("file from 31 Dec 2026 23:59"))
    #expect(display.picture.text.contains("Fri 1 Jan  00:00"))
  }

  @Test func `a whole day is seen from its end`() {
    let day = Day(number: Day.number(year: 2026, month: 12, day: 31))
    let display = display(
      Self.board, written: now(2026, 12, 31, 0), at: Now(day))
    #expect(display.picture.text.contains("Thu 31 Dec  24:00"))
  }

  @Test func `midnight moves days and ages on`() {
    let text =
      "cycle C 2028-02-01 .. 2028-03-31\n" + Self.board
      + "kpi Churn\n  healthy .. 4\n  every day\n  2028-02-27 3\n"
    var display = display(
      text, written: now(2028, 2, 27, 0), at: now(2028, 2, 28, 1_439))
    #expect(display.picture.text.contains("day 28 of 60"))
    #expect(display.picture.text.contains("1 d old"))
    display.update(.time, at: now(2028, 2, 29, 0))
    #expect(display.picture.text.contains("day 29 of 60"))
    #expect(display.picture.text.contains("2 d old"))
    display.update(.time, at: now(2028, 3, 1, 0))
    #expect(display.picture.text.contains("day 30 of 60"))
    #expect(display.picture.text.contains("3 d old"))
  }

  @Test func `week 53 has its days in two years`() {
    let text = Self.board.replacing("cycle C", with: "cycle 2026-W53")
    var display = display(
      text, written: now(2026, 12, 31, 0), at: now(2026, 12, 31, 1_439))
    #expect(display.picture.text.contains("day 4 of 7"))
    display.update(.time, at: now(2027, 1, 3, 0))
    #expect(display.picture.text.contains("day 7 of 7"))
    display.update(.time, at: now(2027, 1, 4, 0))
    #expect(display.picture.text.contains("ended 1 day ago"))
  }

  @Test(
    arguments: [
      // Spring forward and back: 02:00 is 03:00, and 03:00 is 02:00.
      (2026, 3, 29, 119, 180), (2026, 10, 25, 179, 120),
    ])
  func `a clock that jumps is followed`(
    year: Int, month: Int, day: Int, before: Int, after: Int
  ) {
    let text =
      "kpi Load\n  every hour\n  healthy .. 4\n  \(year)-0\(month)-\(day)T01:30 3\n"
      .replacing("-010-", with: "-10-")
    var display = display(
      text, written: now(year, month, day, 90),
      at: now(year, month, day, before))
    display.update(.time, at: now(year, month, day, after))
    #expect(display.picture.text.contains(after == 180 ? "03:00" : "02:00"))
    #expect(display.picture.text.contains("file from 01:30"))
    let isStale = display.picture.text.contains("STALE")
    #expect(isStale == false)
  }

  @Test(
    arguments: [
      ("19:00-07:00", 1_139, false), ("19:00-07:00", 1_140, true),
      ("19:00-07:00", 0, true), ("19:00-07:00", 419, true),
      ("19:00-07:00", 420, false), ("07:00-19:00", 420, true),
      ("7:00-19:00", 1_140, false), ("00:00-24:00", 700, true),
    ])
  func `it is dim between the times, also across midnight`(
    hours: String, minute: Int, isDim: Bool
  ) throws {
    let dim = try #require(DimHours(hours))
    let display = Display(
      name: "b.okr", bytes: Array(Self.board.utf8),
      written: now(2026, 11, 22, 0).moment, now: now(2026, 11, 22, minute),
      width: 80, height: 24, options: Stage.options { $0.dim = dim })
    let canvas = display.picture
    let isBright = (0..<canvas.width).contains {
      canvas[0, $0].style.role == .title
    }
    #expect(isBright != isDim)
  }

  @Test(arguments: [
    "", "7-9", "19:00", "19:00-7", "24:01-07:00", "19:60-07:00",
  ])
  func `what is no hours is refused`(text: String) {
    #expect(DimHours(text) == nil)
  }

  @Test func `the picture moves by a cell a minute and comes back`() {
    var display = Display(
      name: "b.okr", bytes: Array(Self.board.utf8),
      written: Stage.written, now: Stage.now, width: 80, height: 24,
      options: Stage.options { $0.shift = .everyMinute })
    var places: [Position] = []
    for minute in 0..<9 {
      display.update(.time, at: Stage.later(seconds: minute * 60))
      let canvas = display.picture
      #expect(canvas.width == 80 && canvas.height == 24)
      let line = (0..<24).first { canvas.line($0).contains("b.okr") } ?? -1
      let column = canvas.line(line).prefix { $0 == " " }.count
      places.append(Position(row: line, column: column))
    }
    #expect(Set(places).count == 8)
    #expect(places.first == places.last)
    for (one, other) in zip(places, places.dropFirst()) {
      #expect(
        abs(one.row - other.row) + abs(one.column - other.column) == 1)
    }
  }
}
