import Canvas

/// What a person wants of every board, as the config file says it.
///
/// The file is plain text, a setting on each line, and is never written by the
/// program. What is wrong in it is left out and told; the rest holds.
package struct Settings: Hashable, Sendable {
  /// The name of a theme; `nil` leaves it to the terminal.
  package var theme: String?
  package var colour = ColourChoice.auto
  package var glyphs = GlyphChoice.unicode
  package var charts = ChartChoice.blocks
  package var ambiguous = AmbiguousWidth.narrow
  package var mouse = MouseChoice.on
  /// Who sits here: the `@who` of one's own check-ins.
  package var user: String?
  package var keymap = Keymap()
  package var problems: [Problem] = []

  package init() {}

  /// Whether colours are sent.
  package enum ColourChoice: String, CaseIterable, Hashable, Sendable {
    case auto, always, never
  }

  /// What pictures are drawn with.
  package enum GlyphChoice: String, CaseIterable, Hashable, Sendable {
    case unicode, ascii
  }

  /// What charts and sparklines are made of.
  package enum ChartChoice: String, CaseIterable, Hashable, Sendable {
    case blocks, braille
  }

  /// How wide the terminal shows characters of ambiguous width.
  package enum AmbiguousWidth: String, CaseIterable, Hashable, Sendable {
    case narrow, wide
  }

  /// Whether the mouse does something.
  package enum MouseChoice: String, CaseIterable, Hashable, Sendable {
    case on, off
  }

  /// What is wrong in a line of the config file.
  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// Counts from 1.
    package let line: Int
    package let reason: String

    package var description: String { "\(line): \(reason)" }
  }
}

/// A setting of the config file: the one table that reading and the manual are
/// made from.
package enum Setting: String, CaseIterable, Hashable, Sendable {
  case theme, color, glyphs, charts, ambiguous, mouse, user, key

  /// What may follow the name.
  package var values: String {
    switch self {
    case .theme: "NAME"
    case .color: choices(Settings.ColourChoice.self)
    case .glyphs: choices(Settings.GlyphChoice.self)
    case .charts: choices(Settings.ChartChoice.self)
    case .ambiguous: choices(Settings.AmbiguousWidth.self)
    case .mouse: choices(Settings.MouseChoice.self)
    case .user: "NAME, one word"
    case .key: "CONTEXT KEY COMMAND"
    }
  }

  /// What it is for, without a full stop.
  package var sentence: String {
    switch self {
    case .theme: "the theme, as 'bearing themes' lists them"
    case .color: "whether colours are sent; auto heeds NO_COLOR"
    case .glyphs: "what pictures are drawn with"
    case .charts: "what charts and sparklines are made of"
    case .ambiguous: "wide, where an East Asian terminal shows ● on two cells"
    case .mouse: "whether the mouse selects and scrolls"
    case .user: "who you are: the @who of your check-ins"
    case .key: "what a key does: 'key board x check-in'; 'none' frees it"
    }
  }
}

private func choices<Choice>(_ type: Choice.Type) -> String
where Choice: CaseIterable & RawRepresentable, Choice.RawValue == String {
  type.allCases.map(\.rawValue).joined(separator: "|")
}

extension Settings {
  /// Reads a config file.
  ///
  /// A line is empty, or the name of a setting and its value; a word that begins
  /// with `#` begins a comment. A setting that stands twice holds as it stands
  /// last.
  package init(reading bytes: [UInt8]) {
    for (index, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        problems.append(
          Problem(
            line: index + 1,
            reason: "bytes that are not UTF-8, expected text"))
        continue
      }
      let words = words(in: text)
      guard let name = words.first else { continue }
      if let reason = take(name, Array(words.dropFirst())) {
        problems.append(Problem(line: index + 1, reason: reason))
      }
    }
  }

  /// Takes one setting over and returns what is wrong with it.
  private mutating func take(_ name: String, _ words: [String]) -> String? {
    guard let setting = Setting(rawValue: name) else {
      return "unknown setting \"\(visible(name))\", expected one of "
        + Setting.allCases.map(\.rawValue).joined(separator: ", ")
    }
    if setting == .key { return keymap.take(words) }
    guard !words.isEmpty else {
      return "no value for \"\(name)\", expected \(setting.values)"
    }
    let value = words.joined(separator: " ")
    let isTaken =
      switch setting {
      case .theme: put(value, \.theme)
      case .user: words.count == 1 && put(value, \.user)
      case .color: choose(value, \.colour)
      case .glyphs: choose(value, \.glyphs)
      case .charts: choose(value, \.charts)
      case .ambiguous: choose(value, \.ambiguous)
      case .mouse: choose(value, \.mouse)
      case .key: false
      }
    if isTaken { return nil }
    return "unknown value \"\(visible(value))\" for \"\(name)\", "
      + "expected \(setting.values)"
  }

  private mutating func put(
    _ value: String, _ path: WritableKeyPath<Settings, String?>
  ) -> Bool {
    self[keyPath: path] = value
    return true
  }

  private mutating func choose<Choice: RawRepresentable<String>>(
    _ value: String, _ path: WritableKeyPath<Settings, Choice>
  ) -> Bool {
    guard let choice = Choice(rawValue: value) else { return false }
    self[keyPath: path] = choice
    return true
  }
}

/// The words of a line up to its comment.
///
/// The key of `key board # fold` is no comment: without it the line would say
/// nothing.
private func words(in text: String) -> [String] {
  let words = text.unicodeScalars.split { blanks.contains($0) }
    .map { String($0) }
  let first = words.first == Setting.key.rawValue ? 3 : 0
  let comment = words.indices.first {
    $0 >= first && words[$0].hasPrefix("#")
  }
  return Array(words[..<(comment ?? words.count)])
}

/// What may stand between words, the end of a line from elsewhere included.
private let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r", "\u{FEFF}"]
