import Canvas
import Goals
import Samples
import Wall

/// The sample board on one fixed day, so that every frame is the same for ever.
enum Stage {
  static var today: Day { Day(number: 20_779) }

  static var now: Now { later(seconds: 0) }

  static func later(seconds: Int) -> Now {
    Now(
      Moment(
        today, second: 14 * 3_600 + 5 * 60 + seconds, precision: .second))
  }

  static var sample: [UInt8] { sampleBoard(on: today) }

  static func display(
    _ text: String? = nil, width: Int, height: Int,
    options: WallOptions = WallOptions(), glyphs: Glyphs = .unicode
  ) -> Display {
    Display(
      name: "sample.okr", bytes: text.map { Array($0.utf8) } ?? sample,
      written: now.moment, now: now, width: width, height: height,
      options: options, glyphs: glyphs)
  }
}
