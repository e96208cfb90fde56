/// The characters that pictures are made of.
///
/// `ascii` is for terminals and fonts without the others; `braille` is like
/// `unicode`, but with histories in dots, of which a cell has two by four.
package enum Glyphs: CaseIterable, Hashable, Sendable {
  case unicode
  case ascii
  /// The same as `unicode`, with charts and sparklines of braille dots.
  case braille
  /// For terminals that show characters of ambiguous width on two cells: our own
  /// are ASCII, and such ones in words are replaced.
  case narrow

  /// Whether our own pictures are of ASCII alone.
  package var isASCII: Bool {
    switch self {
    case .ascii, .narrow: true
    case .unicode, .braille: false
    }
  }

  /// The shape of a status role; a blank for a role that is no status.
  package func shape(of role: Role) -> Unicode.Scalar {
    switch role {
    case .achieved: pick("✓", "+")
    case .onTrack: pick("●", "*")
    case .atRisk: pick("▲", "!")
    case .offTrack: pick("▼", "v")
    case .missed: pick("✗", "x")
    case .stale: pick("◇", "?")
    case .pending: pick("○", "o")
    case .accepted: pick("◌", "-")
    case .text, .faint, .title, .heading, .rule, .selection, .key, .notice,
      .error, .input, .match, .track, .tick, .spark, .line, .expected,
      .target, .healthy, .tolerable, .axis:
      " "
    }
  }

  package var ellipsis: Unicode.Scalar { pick("…", "~") }
  package var dash: Unicode.Scalar { pick("–", "-") }
  package var separator: Unicode.Scalar { pick("·", "-") }
  package var folded: Unicode.Scalar { pick("▸", ">") }
  package var unfolded: Unicode.Scalar { pick("▾", ".") }
  package var up: Unicode.Scalar { pick("↑", "^") }
  package var down: Unicode.Scalar { pick("↓", "v") }
  package var left: Unicode.Scalar { pick("←", "<") }
  package var right: Unicode.Scalar { pick("→", ">") }

  /// A full cell of a bar.
  package var block: Unicode.Scalar { pick("█", "#") }
  /// The empty part of a bar.
  package var track: Unicode.Scalar { pick("·", ".") }
  /// Where a bar should be today.
  package var tick: Unicode.Scalar { pick("│", "|") }

  package var horizontal: Unicode.Scalar { pick("─", "-") }
  package var vertical: Unicode.Scalar { pick("│", "|") }
  /// A horizontal rule from which a vertical one goes down.
  package var teeDown: Unicode.Scalar { pick("┬", "+") }
  /// A horizontal rule on which a vertical one ends.
  package var teeUp: Unicode.Scalar { pick("┴", "+") }
  /// A vertical rule from which a horizontal one goes right.
  package var teeRight: Unicode.Scalar { pick("├", "+") }
  /// A vertical rule at which a horizontal one ends.
  package var teeLeft: Unicode.Scalar { pick("┤", "+") }
  package var bottomLeft: Unicode.Scalar { pick("└", "+") }

  /// The ellipsis and other glyphs as text.
  package func text(_ glyph: Unicode.Scalar) -> String {
    String(Character(glyph))
  }

  /// A cell filled from the left, in eighths from 0 to 8.
  func leftEighths(_ eighths: Int) -> Unicode.Scalar {
    switch (isASCII, eighths) {
    case (_, ...0): " "
    case (true, 1...3): "-"
    case (true, 4...7): "="
    case (true, _): "#"
    case (false, _): scalar(0x2590 - UInt32(min(8, eighths)))
    }
  }

  /// A cell filled from below, in eighths from 0 to 8.
  func lowerEighths(_ eighths: Int) -> Unicode.Scalar {
    switch (isASCII, eighths) {
    case (_, ...0): " "
    case (true, 1...2): "_"
    case (true, 3...4): "."
    case (true, 5...6): "-"
    case (true, _): "^"
    case (false, _): scalar(0x2580 + UInt32(min(8, eighths)))
    }
  }

  /// How many pixels of a line chart a cell has across and down.
  var pixels: (across: Int, down: Int) {
    self == .braille ? (2, 4) : (1, 2)
  }

  /// A cell with these dots.
  func dots(_ dots: Dots) -> Unicode.Scalar {
    scalar(0x2800 + UInt32(dots.rawValue))
  }

  func pick(
    _ unicode: Unicode.Scalar, _ ascii: Unicode.Scalar
  ) -> Unicode.Scalar {
    isASCII ? ascii : unicode
  }

  private func scalar(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? " "
  }
}

/// The dots of a cell, two by four.
struct Dots: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The dot `column` from the left, 0 or 1, and `level` from below, 0 to 3.
  init(column: Int, level: Int) {
    let bits: [UInt8] =
      column == 0 ? [0x40, 0x04, 0x02, 0x01] : [0x80, 0x20, 0x10, 0x08]
    self.init(rawValue: bits[max(0, min(3, level))])
  }
}
