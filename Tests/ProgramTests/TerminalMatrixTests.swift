import Canvas
import Dashboard
import Foundation
import Goals
import Samples
import Testing

/// The built program on every kind of terminal, in every kind of locale, at
/// every size.
///
/// Without TERMINAL_MATRIX in the environment a part of them.
@Suite(
  .enabled(
    if: TerminalSession.obstacle == nil,
    "\(TerminalSession.obstacle ?? "a terminal and the built program")"))
struct TerminalMatrixTests {
  struct Place: CustomTestStringConvertible, Sendable {
    let term: String
    let locale: String
    let width: Int
    let height: Int
    var testDescription: String { "\(term) \(locale) \(width)x\(height)" }

    /// The size that the terminal is given on the way.
    var other: (width: Int, height: Int) {
      width == 80 ? (100, 30) : (80, 24)
    }
  }

  static let terms = [
    "xterm-256color", "xterm", "vt100", "dumb", "linux", "screen",
    "screen-256color", "tmux-256color", "xterm-ghostty", "nonsense",
  ]

  static let isWhole =
    ProcessInfo.processInfo.environment["TERMINAL_MATRIX"] != nil

  static let places: [Place] = {
    var places: [Place] = []
    for term in terms {
      for locale in ["C.UTF-8", "C"] {
        for (width, height) in [
          (200, 60), (120, 40), (80, 24), (40, 12), (10, 3),
        ] {
          places.append(
            Place(term: term, locale: locale, width: width, height: height))
        }
      }
    }
    return isWhole
      ? places : stride(from: 0, to: places.count, by: 7).map { places[$0] }
  }()

  private static let day = Day(number: 20_779)

  private static let bytes = sampleBoard(on: day)

  /// What is done, as keys and as events.
  private enum Step {
    case key(String, Key)
    case resize
  }

  private static let steps: [Step] = [
    .key("j", .character("j")), .key("\u{4}", .control("d")),
    .key("\r", .enter), .key("j", .character("j")), .key("?", .character("?")),
    .resize, .key("q", .character("q")), .key("\u{1B}", .escape),
    .key("g", .character("g")),
  ]

  private func session(_ place: Place) -> Session {
    let moment = Moment(
      Self.day, second: 14 * 3_600 + 5 * 60, precision: .minute)
    var session = Session(
      name: "team.okr", bytes: Self.bytes, now: Now(moment),
      clockwork: .stopped,
      glyphs: place.locale == "C" ? .ascii : .unicode)
    _ = session.update(.resized(width: place.width, height: place.height))
    if TerminfoEntry(named: place.term) == nil {
      _ = session.update(
        .complained([
          "this system does not know the terminal that TERM names; "
            + "treating it as xterm-256color"
        ]))
    }
    return session
  }

  /// The lines of a picture as a terminal of that locale shows them.
  private func lines(
    _ session: Session, _ width: Int, _ height: Int, _ place: Place
  ) -> [String] {
    let canvas = session.view(width: width, height: height)
    return (0..<height).map { row in
      var line = ""
      for column in 0..<width {
        let cell =
          place.locale == "C"
          ? canvas[row, column].inASCII : canvas[row, column]
        switch cell.kind {
        case .continuation:
          if place.locale == "C" { line += " " }
        case .narrow, .wide:
          if place.locale == "C", !cell.scalar.isASCII {
            line += "?"
          } else {
            line.unicodeScalars.append(cell.scalar)
            line.unicodeScalars.append(contentsOf: cell.marks.scalars)
          }
        }
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The terminal's own description, or that of the one which stands in for it.
  private func entry(_ place: Place) throws -> TerminfoEntry {
    var entry = try #require(
      TerminfoEntry(named: place.term)
        ?? TerminfoEntry(named: "xterm-256color"))
    // What a mouse without a string of its own is switched with.
    if entry.has("kmous"), !entry.has("XM") {
      entry.add("mouse", Array("\\E[?1000%?%p1%{1}%=%th%el%;".utf8))
    }
    return entry
  }

  private func file(_ folder: TestFolder) throws -> String {
    let url = folder.url.appending(path: "team.okr")
    try Data(Self.bytes).write(to: url)
    return url.path
  }

  @Test(arguments: places)
  func `it sends what the terminal knows, and the picture is as meant`(
    place: Place
  ) throws {
    let folder = try TestFolder()
    let entry = try entry(place)
    let terminal = try PseudoTerminal(
      BuiltProgram.path,
      [try file(folder), "--as-of", "2026-11-22T14:05"],
      width: place.width, height: place.height,
      environment: [
        "TERM": place.term, "LC_ALL": place.locale, "LINES": "7",
        "COLUMNS": "11",
      ])
    terminal.patience = 20_000
    let before = terminal.settings
    if place.term == "dumb" { return try checkText(terminal) }
    var screen = SeenScreen(entry, width: place.width, height: place.height)
    try walk(place, type: terminal.type) { width, height in
      screen.resize(width: width, height: height)
      terminal.resize(width: width, height: height)
    } see: { expected in
      try terminal.show(on: &screen, until: expected)
    }
    terminal.type("q")
    #expect(try terminal.codeAtEnd() == 0)
    #expect(screen.settled.strangers == [])
    #expect(terminal.settings == before)
    checkModes(terminal.text, entry)
  }

  /// Goes through all steps, in the program and in a session beside it, and sees
  /// that both lead to the same lines.
  private func walk(
    _ place: Place, type: (String) -> Void,
    resize: (_ width: Int, _ height: Int) -> Void,
    see: ([String]) throws -> Void
  ) throws {
    var session = session(place)
    var size = (width: place.width, height: place.height)
    try see(lines(session, size.width, size.height, place))
    for step in Self.steps {
      switch step {
      case .key(let text, let key):
        _ = session.update(.key(key))
        type(text)
      case .resize:
        size = place.other
        _ = session.update(.resized(width: size.width, height: size.height))
        resize(size.width, size.height)
      }
      try see(lines(session, size.width, size.height, place))
    }
  }

  @Test(arguments: places.filter { $0.term != "dumb" })
  func `a real terminal shows the same picture`(place: Place) throws {
    let terminal = try TerminalSession(
      width: place.width, height: place.height)
    _ = try terminal.put(String(decoding: Self.bytes, as: UTF8.self))
    let script = terminal.folder.appending(path: "s")
    let command =
      "TERM=\(place.term) LC_ALL=\(place.locale) \(BuiltProgram.path)"
      + " team.okr --as-of 2026-11-22T14:05"
    try Data(command.utf8).write(to: script)
    let before = try terminal.output(of: "stty -g")
    terminal.enter(". ./s")
    try walk(place, type: terminal.type) { width, height in
      terminal.resize(width: width, height: height)
    } see: { expected in
      try terminal.wait(until: expected.joined(separator: "\n")) {
        terminal.lines == expected
      }
    }
    terminal.type("q")
    try terminal.wait(until: "it has ended") { terminal.isWhole }
    #expect(try terminal.output(of: "stty -g") == before)
  }

  /// Without a cursor to place, there is the board as text.
  private func checkText(_ terminal: PseudoTerminal) throws {
    let before = terminal.settings
    #expect(try terminal.codeAtEnd() == 0)
    #expect(terminal.text.contains("here is the board as text"))
    #expect(terminal.text.contains("Harvest"))
    #expect(!terminal.bytes.contains(0x1B))
    #expect(terminal.settings == before)
  }

  /// What is switched on is known to the terminal and switched off at the end.
  private func checkModes(_ text: String, _ entry: TerminfoEntry) {
    let modes = [
      ("\u{1B}[?2004", "BE"), ("\u{1B}[?1004", "fe"), ("\u{1B}[?1000", "kmous"),
      ("\u{1B}[?1006;1000", "XM"), ("\u{1B}[?25", "civis"),
      ("\u{1B}[?1049", "smcup"),
    ]
    for (mode, capability) in modes {
      let parts = text.components(separatedBy: mode)
      if !entry.has(capability) {
        #expect(parts.count == 1, "\(capability) is unknown here")
      }
      guard parts.count > 1 else { continue }
      let isOn = mode.hasSuffix("25") ? "h" : "l"
      #expect(parts.last?.hasPrefix(isOn) == true, "\(capability) stays")
    }
  }
}
