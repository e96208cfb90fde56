import Canvas

/// A base16 scheme: sixteen colours with an agreed use each, in a small part of
/// YAML.
///
/// Both spellings are read, the flat one (`base00: "181818"`) and the newer one,
/// in which the colours stand under `palette:` with a `#`. The uses are those of
/// the styling guide of base16 (tinted-theming/home, styling.md): 00 the
/// background, 01 and 02 lighter ones, 03 and 04 faint words, 05 words, 08 red,
/// 09 orange, 0A yellow, 0B green, 0C cyan, 0D blue, 0E purple.
struct Base16 {
  private var name = ""
  private var colours: [Int: Colour] = [:]
  /// The colours that some line is about, right or wrong.
  private var named: Set<Int> = []

  /// - Parameter fallback: the name where the file has none.
  init(_ bytes: [UInt8], named fallback: String) throws(ThemeError) {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var mistakes: [ThemeError.Mistake] = []
    for (index, line) in lines.enumerated() {
      let text = String(validating: line, as: UTF8.self)
      if let reason = text.map({ read($0) }) ?? .notUTF8 {
        mistakes.append(ThemeError.Mistake(line: index + 1, reason: reason))
      }
    }
    let missing = (0..<16).filter { !named.contains($0) }
    if !missing.isEmpty {
      let isEnded = bytes.last == UInt8(ascii: "\n")
      mistakes.append(
        ThemeError.Mistake(
          line: max(1, lines.count - (isEnded ? 1 : 0)),
          reason: .missingColours(missing.map(Base16.key))))
    }
    if !mistakes.isEmpty { throw ThemeError(mistakes: mistakes) }
    if name.isEmpty { name = fallback }
  }

  /// What the roles look like.
  var theme: Theme {
    var appearances: [Role: Appearance] = [:]
    for role in Role.allCases { appearances[role] = appearance(of: role) }
    return Theme(name: name, appearances)
  }

  private static func key(_ number: Int) -> String {
    "base0" + String(number, radix: 16, uppercase: true)
  }

  /// Reads one line and returns what is wrong with it.
  private mutating func read(_ line: String) -> ThemeError.Reason? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].filter { $0 != " " && $0 != "\t" }.lowercased()
    let value = Base16.unquoted(line[line.index(after: colon)...])
    if key == "scheme" || key == "name" {
      name = visible(value)
      return nil
    }
    guard key.hasPrefix("base0"), key.count == 6,
      let number = key.last?.hexDigitValue
    else { return nil }
    let digits = value.hasPrefix("#") ? value : "#" + value
    guard named.insert(number).inserted else {
      return .secondColour(Base16.key(number))
    }
    colours[number] = Colour(digits)
    return colours[number] == nil ? .unknownColour(digits) : nil
  }

  /// The value of a line without its quotes and what follows them.
  private static func unquoted(_ value: Substring) -> String {
    let isBlank: (Character) -> Bool = {
      $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n"
    }
    let text = value.drop(while: isBlank)
    if let quote = text.first, quote == "\"" || quote == "'" {
      return String(text.dropFirst().prefix { $0 != quote })
    }
    // Without quotes, a comment begins behind a blank.
    var result = ""
    var last: Character = "x"
    for character in text {
      if character == "#", isBlank(last) { break }
      result.append(character)
      last = character
    }
    while let last = result.last, isBlank(last) { result.removeLast() }
    return result
  }

  private func appearance(of role: Role) -> Appearance {
    switch role {
    case .text: on(0x0, 0x5)
    case .title: plain(0x5, .bold)
    case .faint, .heading, .expected, .axis, .pending, .accepted: plain(0x4)
    case .rule: plain(0x2)
    case .track: plain(0x3)
    case .selection: on(0x2, 0x5)
    case .input: on(0x1, 0x5)
    case .match: on(0xA, 0x0)
    case .key, .notice, .spark, .line: plain(0xD)
    case .error: plain(0x9, .bold)
    case .achieved: plain(0xB, .bold)
    case .onTrack, .healthy: plain(0xB)
    case .atRisk, .tolerable: plain(0xA)
    case .offTrack: plain(0x8)
    case .missed: plain(0x8, .bold)
    case .stale: plain(0xE)
    case .tick, .target: plain(0x5)
    }
  }

  private func plain(
    _ number: Int, _ attributes: Attributes = []
  ) -> Appearance {
    Appearance(foreground: colours[number], attributes: attributes)
  }

  private func on(_ ground: Int, _ number: Int) -> Appearance {
    Appearance(foreground: colours[number], background: colours[ground])
  }
}

extension Theme {
  /// Reads a base16 scheme as it is.
  ///
  /// - Parameter fallback: the name where the file has none.
  package init(
    base16 bytes: [UInt8], named fallback: String
  ) throws(ThemeError) {
    self = try Base16(bytes, named: fallback).theme
  }
}
