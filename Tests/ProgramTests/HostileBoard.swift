import Testing

/// What could harm a terminal, and boards that have it in every place.
struct Hostile: CustomTestStringConvertible, Sendable {
  let what: String
  let bytes: [UInt8]
  /// What must not come out as it is, whatever else does.
  var mark: [UInt8] = []

  var testDescription: String { what }

  init(_ what: String, _ text: String) {
    self.init(what, Array(text.utf8))
  }

  init(_ what: String, _ bytes: [UInt8]) {
    self.what = what
    self.bytes = bytes
    mark = bytes
  }

  static let classes = [
    Hostile("colour", "a\u{1B}[31;5mb"),
    Hostile("a question to the terminal", "a\u{1B}[6n\u{1B}[cb"),
    Hostile("window title", "a\u{1B}]0;owned\u{7}b"),
    Hostile("clipboard", "a\u{1B}]52;c;b3duZWQ=\u{1B}\\b"),
    Hostile("reset", "a\u{1B}cb\u{1B}P+q\u{1B}\\"),
    Hostile("carriage return", "a\rb"),
    Hostile("backspace, NUL and DEL", "a\u{8}b\u{0}c\u{7F}d"),
    Hostile("C1", "a\u{9B}31mb\u{9D}0;c\u{9C}d\u{85}e"),
    Hostile("C1 as bytes", [0x61, 0x9B, 0x33, 0x31, 0x6D, 0x62, 0x85, 0x63]),
    Hostile(
      "no UTF-8", [0x61, 0xFF, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xE2, 0x62]),
    Hostile("bidi", "a\u{202E}b\u{2066}c\u{2069}\u{200F}\u{61C}d"),
    Hostile("zero width", "a\u{200B}\u{200D}\u{2060}b\u{FEFF}\u{AD}c"),
    Hostile("tags and selectors", "a\u{E0041}\u{E007F}b\u{FE0F}\u{E0100}c"),
    // The last but one is U+FDD0, which Swift does not let one write.
    Hostile(
      "separators",
      Array("a\u{2028}b\u{2029}c\u{3164}".utf8) + [0xEF, 0xB7, 0x90, 0x64]),
    Hostile(
      "ten thousand marks",
      "a" + String(repeating: "\u{301}", count: 10_000) + "b"),
  ]

  /// A board with it in every text.
  var texts: [UInt8] {
    board(
      """
      board H
      mission H
      vision H
      cycle Q 2026-10-01 .. 2026-12-31
      # H
      objective [o] First H
        cycle Q
        owner H
        team H
        with H, H
        > H
        2026-11-20 - 7/10 @H H
        action [ ] 2026-11-01 @H H
        close 2026-11-21 0.5 keep H
        cause H
        kr [k] Second H
          owner H
          from 1 to 9 H
          moved 2026-11-02 to 8 H
          2026-11-19 3 6/10 @"H" H
          action [ ] 2026-11-01 @H H
        kr [m] Third H
          milestone [ ] 2026-11-01 H
      kpi [p] Fourth H
        owner H
        team H
        unit H
        healthy 5 ..
        accept 2026-10-01 until 2026-12-31 at 2 H
        > H
        2026-11-20 3 H
      meeting 2026-11-20 H @H
        decision H
        blocker H
        parked H
        > H
        action [ ] 2026-11-01 @H H

      """)
  }

  /// A board with it in place of every other word.
  var words: [UInt8] {
    board(
      """
      H
      H H H
      board A
      board H
      every H
      limit H 5
      limit kpis H
      cycle H
      cycle H 2026-10-01 .. 2026-12-31
      cycle B H .. 2026-12-31
      cycle B 2026-10-01 H 2026-12-31
      objective [H] First H
        cycle H
        kind H
        supports [H]
        supports H
        weight H
        H
        2026-11-20H - 7/10
        2026-11-20 H 7/10
        2026-11-20 5 H
        action H x
        action [H] x
        action [x H] x
        close H 1
        close 2026-11-20 H
      H: - [ ] what is this
      objective [o2] Next
        kr [H] Second
          from H to 5
          from 5 H 6
          keep H 5
          keep between H and 6
          measured by [H]
          measured H [p]
          plan 2026-11-20 H
          start H
          due 2026-11-20 H
      kpi [H] Third
        healthy H .. 6
        healthy 5H
        total H per week
        total sum per H
        target H
        target 5 by H
        guards [H]
        accept H until H at H
      meeting H x
      meeting 2026-11-20 x
        next H
      reading [H] 2026-11-20 5
      reading H 2026-11-20 5
      reading [o2] 2026-11-20H 5

      """)
  }

  private func board(_ text: String) -> [UInt8] {
    text.utf8.flatMap { $0 == UInt8(ascii: "H") ? bytes : [$0] }
  }
}
