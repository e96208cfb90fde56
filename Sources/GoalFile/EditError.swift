import Goals

/// Why an edit was not made; the document is as it was.
package enum EditError: Error, Hashable, CustomStringConvertible {
  /// A line break or a control character was entered.
  case notText
  /// What was entered would be read as something else.
  case misread(String)
  /// What was entered is wrong, or contradicts another line; in words.
  case invalid(String)
  /// What was to be changed is not there; its name.
  case missing(String)
  case taken(ID)
  /// The lines stand in a conflict that git left behind, which begins here.
  case conflict(line: Int)
  /// A line that says the same a second time would hold afterwards.
  case doubled(line: Int)
  /// A line that is not understood would belong to another block afterwards.
  case stray(line: Int)

  package var description: String {
    switch self {
    case .notText:
      return "a line break or control character can not be entered"
    case .misread(let text):
      return "\(quoted(text)) can not be entered: it would be read differently"
    case .invalid(let words): return words
    case .missing(let name): return "there is no \(name) here"
    case .taken(let id): return "the id \(quoted(id.text)) is taken"
    case .conflict(let line):
      return
        "line \(line) begins a conflict that git left behind: decide it first"
    case .doubled(let line):
      return "line \(line) would hold in its place: remove that first"
    case .stray(let line):
      return
        "line \(line) is not under what it is meant for: put it right first"
    }
  }
}
