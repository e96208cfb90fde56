import Canvas
import Dashboard
import Foundation
import Goals
import Samples
import Testing

/// Sizes that change faster than anybody can draw.
@Suite(
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct ResizeStormTests {
  /// How many sizes there are in a storm.
  private static let count =
    ProcessInfo.processInfo.environment["TERMINAL_MATRIX"] == nil ? 400 : 5_000

  /// The same numbers on every run.
  private struct Dice {
    var state: UInt64 = 42

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
  }

  private static let keys: [(text: String, key: Key)] = [
    ("j", .character("j")), ("k", .character("k")), ("\u{4}", .control("d")),
    ("\u{15}", .control("u")), ("\r", .enter), ("h", .character("h")),
    ("G", .character("G")), ("g", .character("g")),
  ]

  @Test(arguments: ["xterm-256color", "screen", "vt100"])
  func `it lives through any sizes and ends with the right picture`(
    term: String
  ) throws {
    let folder = try TestFolder()
    let day = Day(number: 20_779)
    let bytes = sampleBoard(on: day)
    let file = folder.url.appending(path: "team.okr")
    try Data(bytes).write(to: file)
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [file.path, "--as-of", "2026-11-22T14:05"],
      environment: ["TERM": term])
    terminal.patience = 20_000
    let before = terminal.settings
    try terminal.wait(for: "OBJECTIVES")
    var dice = Dice()
    var places = 0
    var session = Session(
      name: "team.okr", bytes: bytes,
      now: Now(Moment(day, second: 14 * 3_600 + 5 * 60, precision: .minute)),
      clockwork: .stopped)
    for _ in 0..<Self.count {
      terminal.resize(width: dice.roll(1...300), height: dice.roll(1...100))
      if dice.roll(0...2) == 0 {
        let (text, key) = Self.keys[dice.roll(0...Self.keys.count - 1)]
        terminal.type(text)
        _ = session.update(.key(key))
      }
      // Some are overtaken by the next, some are drawn.
      try terminal.readWhatIsThere(within: Int32(dice.roll(0...4)))
      places += placesWithinBounds(terminal.bytes)
      terminal.forget()
    }
    #expect(places > 100)
    // However many pages lie on the board.
    terminal.type(String(repeating: "h", count: 250) + "g")
    for _ in 0..<250 { _ = session.update(.key(.character("h"))) }
    _ = session.update(.key(.character("g")))
    terminal.resize(width: 100, height: 30)
    // What was drawn before does not count any more then.
    terminal.type("\u{C}")
    let entry = try #require(TerminfoEntry(named: term))
    try compare(terminal, entry, session)
    terminal.type("q")
    #expect(try terminal.codeAtEnd() == 0)
    #expect(terminal.settings == before)
  }

  /// How many places the cursor is sent to; none lies outside of the largest
  /// screen.
  private func placesWithinBounds(_ bytes: [UInt8]) -> Int {
    var count = 0
    var rest = bytes[...]
    while let start = rest.firstIndex(of: 0x1B) {
      rest = rest[(start + 1)...]
      let numbers = rest.dropFirst().prefix { (0x30...0x3B).contains($0) }
      let end = numbers.endIndex
      guard end < rest.endIndex, rest[end] == 0x48 || rest[end] == 0x72 else {
        continue
      }
      let words = String(decoding: numbers, as: UTF8.self).split(separator: ";")
      let places = words.compactMap { Int($0) }
      #expect(places.allSatisfy { $0 > 0 })
      #expect(places.count < 2 || places[0] <= 100)
      #expect(places.count < 2 || places[1] <= 300)
      count += 1
    }
    return count
  }

  /// After a redraw the screen is as the session says.
  private func compare(
    _ terminal: PseudoTerminal, _ entry: TerminfoEntry, _ session: Session
  ) throws {
    var session = session
    _ = session.update(.resized(width: 100, height: 30))
    let expected = session.view(width: 100, height: 30).text
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var screen = SeenScreen(entry, width: 100, height: 30)
    try terminal.show(on: &screen, until: expected)
  }
}
