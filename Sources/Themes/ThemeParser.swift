import Canvas

/// A theme file while it is read.
///
/// A line is empty, a comment that begins with `#`, `name` and the name, or
/// `ROLE FOREGROUND [on BACKGROUND] [ATTRIBUTE]…`.
struct ThemeParser {
  private(set) var name = ""
  private(set) var appearances: [Role: Appearance] = [:]

  /// The roles that some line is about, right or wrong.
  private var named: [Role] = []
  private var hasName = false

  init(_ bytes: [UInt8]) throws(ThemeError) {
    var mistakes: [ThemeError.Mistake] = []
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let reason = read(line: line) {
        mistakes.append(ThemeError.Mistake(line: index + 1, reason: reason))
      }
    }
    // A line feed at the end begins no line.
    let last = max(1, lines.count - (bytes.last == UInt8(ascii: "\n") ? 1 : 0))
    let missing = Role.allCases.filter { !named.contains($0) }
    if !hasName {
      mistakes.append(ThemeError.Mistake(line: last, reason: .noName))
    }
    if !missing.isEmpty {
      mistakes.append(
        ThemeError.Mistake(line: last, reason: .missingRoles(missing)))
    }
    if !mistakes.isEmpty { throw ThemeError(mistakes: mistakes) }
  }

  private mutating func read(line: ArraySlice<UInt8>) -> ThemeError.Reason? {
    guard let text = try? UTF8Span(validating: line.span) else {
      return .notUTF8
    }
    return read(
      String(copying: text).unicodeScalars.split(whereSeparator: isBlank).map {
        Substring($0)
      })
  }

  /// Reads one line and returns what is wrong with it.
  private mutating func read(_ words: [Substring]) -> ThemeError.Reason? {
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    if first == "name" {
      guard !hasName else { return .secondName }
      hasName = true
      name = visible(words.dropFirst().joined(separator: " "))
      return name.isEmpty ? .noName : nil
    }
    guard let role = Role.allCases.first(where: { $0.name == first }) else {
      return .unknownRole(String(first))
    }
    guard !named.contains(role) else { return .secondRole(role) }
    named.append(role)
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

/// Whether it may stand between words; the end of a line from elsewhere counts.
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\u{FEFF}"
}
