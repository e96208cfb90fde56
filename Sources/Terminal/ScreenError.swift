/// Why there is no screen.
///
/// The terminal is as it was before.
package enum ScreenError: Error, Hashable, CustomStringConvertible {
  /// Output does not go to a terminal, or no keys can come from one.
  case notATerminal
  /// The terminal cannot place the cursor.
  case cannotPlaceCursor
  /// The system knows no terminal, not even xterm-256color.
  case noDescription

  package var description: String {
    switch self {
    case .notATerminal:
      "this is not a terminal"
    case .cannotPlaceCursor:
      "this terminal cannot place the cursor"
    case .noDescription:
      "the system has no description of this terminal, nor of xterm-256color"
    }
  }
}
