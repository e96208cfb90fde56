#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The editor that a person likes.
struct Editor {
  /// What `$VISUAL` or `$EDITOR` says: a program, and words for it.
  let command: String

  /// The one that the environment names, else what is mostly there.
  static var own: Editor {
    let wish = environment("VISUAL") ?? environment("EDITOR")
    return Editor(command: wish ?? (has("vi") || !has("nano") ? "vi" : "nano"))
  }

  /// The words that start it on a line of a file.
  ///
  /// A shell takes the command apart, as it is written for one; the file is an
  /// argument of its own, of which the shell reads nothing.
  func words(line: Int, of path: String) -> [String] {
    let looksLikeOption = path.hasPrefix("-") || path.hasPrefix("+")
    let path = looksLikeOption ? "./" + path : path
    let place =
      switch style {
      case .plus: ["+\(line)", path]
      case .colon: ["\(path):\(line)"]
      case .goto: ["-g", "\(path):\(line)"]
      }
    return ["/bin/sh", "-c", "\(command) \"$@\"", name] + place
  }

  /// How an editor is told the line.
  private enum Style {
    /// `+LINE FILE`, as nearly all of them.
    case plus
    /// `FILE:LINE`.
    case colon
    /// `-g FILE:LINE`.
    case goto
  }

  private var style: Style {
    switch name {
    case "hx", "helix", "zed", "zeditor", "subl": .colon
    case "code", "code-insiders", "codium", "vscodium", "cursor": .goto
    default: .plus
    }
  }

  /// What the program is called, without its folder.
  var name: String { lastPart(of: program) }

  /// The program, as the person wrote it but without quotes.
  var program: String {
    let words = command.split(separator: " ")
    // Variables may be set before it.
    let program = words.first { !$0.contains("=") } ?? "vi"
    return program.filter { $0 != "\"" && $0 != "'" }
  }

  /// Whether it is certain that there is no such program: a shell would say so
  /// on a screen that nobody sees until the end.
  var isMissing: Bool {
    let signs = "$`\\*?[;&|<>()\n"
    guard !command.contains(where: { signs.contains($0) }) else { return false }
    let program = expanded(firstWord)
    guard !program.isEmpty, !program.contains("/") else {
      return access(program, F_OK) != 0
    }
    return !Editor.has(program)
  }

  /// The program as a shell takes the command apart, in which only quotes have a
  /// meaning.
  private var firstWord: String {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in command + " " {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, character == " " || character == "\t" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return words.first { !$0.contains("=") } ?? ""
  }

  /// Whether a program of that name is found.
  private static func has(_ name: String) -> Bool {
    let folders = (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
