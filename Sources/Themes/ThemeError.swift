import Canvas

/// Why a theme file cannot be used: all that is wrong with it.
package struct ThemeError: Error, Hashable {
  /// In the order of the lines; never empty.
  package let mistakes: [Mistake]

  /// One thing that is wrong.
  package struct Mistake: Hashable, Sendable {
    /// From 1; what is missing is missing in the last.
    package let line: Int
    package let reason: Reason
  }

  /// What is wrong in a line.
  package enum Reason: Hashable, Sendable {
    case noName
    case secondName
    case unknownRole(String)
    case secondRole(Role)
    /// A role without a word after it.
    case noColour(Role)
    case unknownColour(String)
    case unknownAttribute(String)
    case missingRoles([Role])
    /// A colour of a base16 scheme a second time.
    case secondColour(String)
    case missingColours([String])
    case notUTF8
  }
}

extension ThemeError.Mistake: CustomStringConvertible {
  /// `LINE: what is wrong, what is expected`.
  package var description: String { "\(line): \(reason.words)" }
}

extension ThemeError: CustomStringConvertible {
  /// All of it, a line each.
  package var description: String {
    mistakes.map(\.description).joined(separator: "\n")
  }
}

extension ThemeError.Reason {
  fileprivate var words: String {
    switch self {
    case .noName:
      "no name, expected \"name\" and the name of the theme"
    case .secondName:
      "a second name, expected one"
    case .unknownRole(let word):
      "unknown role \"\(visible(word))\", expected one of "
        + Role.allCases.map(\.name).joined(separator: ", ")
    case .secondRole(let role):
      "\"\(role.name)\" a second time, expected each role once"
    case .noColour(let role):
      "no colour for \"\(role.name)\", \(colours)"
    case .unknownColour(let word):
      "unknown colour \"\(visible(word))\", \(colours)"
    case .unknownAttribute(let word):
      "unknown attribute \"\(visible(word))\", "
        + "expected bold, dim, underline, reverse or italic"
    case .missingRoles(let roles):
      "the file ends without "
        + roles.map { "\"\($0.name)\"" }.joined(separator: ", ")
    case .secondColour(let key):
      "\"\(key)\" a second time, expected each colour once"
    case .missingColours(let keys):
      "the file ends without " + keys.joined(separator: ", ")
    case .notUTF8:
      "bytes that are not UTF-8, expected text"
    }
  }

  private var colours: String {
    "expected #rrggbb, a number from 0 to 255 or default"
  }
}
