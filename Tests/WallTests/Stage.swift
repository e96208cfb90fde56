import Canvas
import Goals
import Samples
import Wall

/// The sample board on one fixed day, so that every frame is the same for ever.
enum Stage {
  static var today: Day { Day(number: 20_779) }

  static var now: Now { later(seconds: 0) }

  /// A time after 14:05 of that day, also beyond its end.
  static func later(seconds: Int) -> Now {
    let all = today.number * 86_400 + 14 * 3_600 + 5 * 60 + seconds
    return Now(
      Moment(
        Day(number: all / 86_400), second: all % 86_400, precision: .second))
  }

  static var written: Moment { later(seconds: -180).moment }

  static var sample: String {
    String(decoding: sampleBoard(on: today), as: UTF8.self)
  }

  static func display(
    _ text: String = sample, at now: Now = now, width: Int, height: Int,
    options: WallOptions = WallOptions(), glyphs: Glyphs = .unicode
  ) -> Display {
    Display(
      name: "sample.okr", bytes: Array(text.utf8), written: written, now: now,
      width: width, height: height, options: options, glyphs: glyphs)
  }

  static func options(_ change: (inout WallOptions) -> Void) -> WallOptions {
    var options = WallOptions()
    change(&options)
    return options
  }

  static func focus(_ word: String) -> WallOptions {
    options { $0.focus = WallSubject(word) }
  }

  /// A board with 30 objectives, 100 key results and no KPI.
  static var crowd: String {
    var text = "board Crowd\n"
    for objective in 0..<30 {
      text += "objective [o\(objective)] Objective \(objective + 1)\n"
      text += "  cycle 2026-Q4\n"
      for keyResult in 0..<(objective < 10 ? 4 : 3) {
        text += "  kr Key result \(keyResult + 1) of \(objective + 1)\n"
        text += "    from 0 to 10\n"
        text +=
          "    2026-11-2\(keyResult % 2) \((objective + keyResult) % 11)\n"
      }
    }
    return text
  }
}

extension Display {
  mutating func change(_ text: String, at now: Now = Stage.now) {
    update(.changed(Array(text.utf8), written: now.moment), at: now)
  }
}
