import Canvas

/// A theme file while it is read.
///
/// A line is empty, a comment that begins with `#`, `name` and the name, or
/// `ROLE FOREGROUND [on BACKGROUND] [ATTRIBUTE]…`.
struct ThemeParser {
  private(set) var name = ""
  private(set) var appearances: [Role: Appearance] = [:]

  init(_ bytes: [UInt8]) throws(ThemeError) {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      guard let text = String(validating: line, as: UTF8.self) else {
        throw ThemeError(line: number, reason: .notUTF8)
      }
      let words = text.unicodeScalars.split { blanks.contains($0) }
        .map { Substring($0) }
      if let reason = read(words) {
        throw ThemeError(line: number, reason: reason)
      }
    }
    // A line feed at the end begins no line.
    let last = max(1, lines.count - (bytes.last == UInt8(ascii: "\n") ? 1 : 0))
    let missing = Role.allCases.filter { appearances[$0] == nil }
    if name.isEmpty { throw ThemeError(line: last, reason: .noName) }
    if !missing.isEmpty {
      throw ThemeError(line: last, reason: .missingRoles(missing))
    }
  }

  /// Reads one line and returns what is wrong with it.
  private mutating func read(_ words: [Substring]) -> ThemeError.Reason? {
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    if first == "name" {
      guard name.isEmpty else { return .secondName }
      name = visible(words.dropFirst().joined(separator: " "))
      return name.isEmpty ? .noName : nil
    }
    guard let role = Role.allCases.first(where: { $0.name == first }) else {
      return .unknownRole(String(first))
    }
    guard appearances[role] == nil else { return .secondRole(role) }
    return read(role, words.dropFirst())
  }

  private mutating func read(
    _ role: Role, _ words: ArraySlice<Substring>
  ) -> ThemeError.Reason? {
    var words = words
    var appearance = Appearance()
    guard let foreground = words.popFirst() else { return .noColour(role) }
    appearance.foreground = Colour(foreground)
    if appearance.foreground == nil, foreground != "default" {
      return .unknownColour(String(foreground))
    }
    if words.first == "on" {
      words.removeFirst()
      guard let background = words.popFirst() else { return .noColour(role) }
      appearance.background = Colour(background)
      if appearance.background == nil, background != "default" {
        return .unknownColour(String(background))
      }
    }
    for word in words {
      guard let attribute = Attributes(name: word) else {
        return .unknownAttribute(String(word))
      }
      appearance.attributes.insert(attribute)
    }
    appearances[role] = appearance
    return nil
  }
}

/// What may stand between words, the end of a line from elsewhere included.
private let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r", "\u{FEFF}"]
