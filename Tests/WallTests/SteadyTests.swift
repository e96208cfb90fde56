import Canvas
import Goals
import Testing
import Wall

/// A wall while nothing happens but the time.
struct SteadyTests {
  @Test(arguments: [
    (20, 5), (40, 12), (80, 24), (120, 40), (200, 60), (400, 120), (60, 100),
    (3, 1),
  ])
  func `only the clock is drawn anew where nothing else moves`(
    width: Int, height: Int
  ) {
    var display = Stage.display(width: width, height: height)
    var picture = display.picture
    for minute in 1...3 {
      let now = Stage.later(seconds: minute * 60)
      #expect(display.update(.time, at: now) == .clock)
      let clock = display.clock
      picture.put(clock.canvas, at: clock.place)
      #expect(picture == display.picture)
    }
    let now = Stage.later(seconds: 180)
    #expect(
      picture == Stage.display(at: now, width: width, height: height).picture)
  }

  struct Day: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    var options = WallOptions()
  }

  @Test(arguments: [
    Day(testDescription: "the sample", text: Stage.sample),
    Day(
      testDescription: "a reading to come",
      text: "kpi A\n  healthy 1 .. 5\n  2026-11-20 3\n  2026-11-22T16:20 9\n"),
    Day(
      testDescription: "a number due in hours",
      text: "kpi A\n  healthy 1 ..\n  every 2 hours\n  2026-11-22T14:00 3\n"),
    Day(
      testDescription: "the hours in which it is dim", text: Stage.sample,
      options: Stage.options { $0.dim = DimHours("15:30-16:00") }),
    Day(
      testDescription: "a moving picture", text: Stage.sample,
      options: Stage.options { $0.shift = .everyMinute }),
    Day(
      testDescription: "an id that nobody knows", text: Stage.sample,
      options: Stage.focus("nobody")),
  ])
  func `a wall that hangs shows what one that was just hung does`(day: Day) {
    var display = Stage.display(
      day.text, width: 80, height: 24, options: day.options)
    var picture = display.picture
    for minute in stride(from: 7, through: 620, by: 7) {
      let now = Stage.later(seconds: minute * 60)
      switch display.update(.time, at: now) {
      case .clock:
        let clock = display.clock
        picture.put(clock.canvas, at: clock.place)
      case .whole: picture = display.picture
      }
      let fresh = Stage.display(
        day.text, at: now, width: 80, height: 24, options: day.options
      ).picture
      #expect(picture.text == fresh.text)
      if picture != fresh { return #expect(picture == fresh, "\(now)") }
    }
  }
}
