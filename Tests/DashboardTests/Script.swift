import Canvas
import Dashboard
import Goals
import Samples

/// A host that types what a script says and collects what is shown.
struct Script: ~Copyable, Host {
  let size: (width: Int, height: Int)
  private var events: [Event]
  private(set) var frames: [Canvas] = []
  private(set) var effects: [Effect] = []

  init(_ events: [Event], width: Int, height: Int) {
    self.events = events
    size = (width, height)
  }

  mutating func nextEvent() -> Event? {
    events.isEmpty ? nil : events.removeFirst()
  }

  mutating func perform(_ effect: Effect) -> Event? {
    effects.append(effect)
    if case .save = effect { return .saved(name: "sample.okr", notice: nil) }
    return nil
  }

  mutating func show(_ canvas: Canvas) { frames.append(canvas) }
}

/// The sample board on one fixed day, so that every frame is the same for ever.
enum Stage {
  static var today: Day { Day(number: 20_779) }

  static var now: Now {
    Now(Moment(today, second: 14 * 3_600 + 5 * 60, precision: .minute))
  }

  static func session(_ text: String? = nil, glyphs: Glyphs = .unicode)
    -> Session
  {
    Session(
      name: "sample.okr",
      bytes: text.map { Array($0.utf8) } ?? sampleBoard(on: today), now: now,
      glyphs: glyphs)
  }

  /// Keys by what they write; `<Enter>` and the like for those that write
  /// nothing.
  static func keys(_ script: String) -> [Event] {
    let named: [String: Key] = [
      "Enter": .enter, "Esc": .escape, "Tab": .tab, "Back": .backspace,
      "Down": .down, "Up": .up, "Left": .left, "Right": .right,
      "PgDn": .pageDown, "PgUp": .pageUp, "Home": .home, "End": .end,
      "S-Tab": .backTab, "^X": .control("x"), "^U": .control("u"),
      "^R": .control("r"), "^L": .control("l"),
    ]
    var events: [Event] = []
    var rest = Substring(script)
    while let first = rest.first {
      if rest.hasPrefix("<Tick>") {
        events.append(.tick)
        rest = rest.dropFirst(6)
      } else if first == "<", let end = rest.firstIndex(of: ">"),
        let key = named[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        events.append(.key(key))
        rest = rest[rest.index(after: end)...]
      } else {
        events.append(.key(.character(first)))
        rest = rest.dropFirst()
      }
    }
    return events
  }

  /// The last frame after these keys.
  static func frame(
    _ script: String, width: Int, height: Int, glyphs: Glyphs = .unicode
  ) -> Canvas? {
    var session = session(glyphs: glyphs)
    var host = Script(keys(script), width: width, height: height)
    session.run(on: &host)
    return host.frames.last
  }
}
