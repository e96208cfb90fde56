import ArgumentParser
import Canvas

/// Where the program begins.
///
/// The usual cases take no part in the parsing of arguments, which costs more
/// than all else that starting does: `bearing --version` takes a third of the
/// time this way.
@main
enum Main {
  static func main() {
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      try? emit(Bearing.version + "\n")
      return
    }
    do {
      if let opening = Opening(plainly: CommandLine.arguments.dropFirst()) {
        try opening.run()
        return
      }
      try refuseStrayWord(in: CommandLine.arguments.dropFirst())
      var command = try Bearing.parseAsRoot()
      try command.run()
    } catch {
      end(by: error)
    }
  }

  /// Ends the program as ArgumentParser would, but with nothing in its words
  /// that acts on a terminal.
  private static func end(by error: any Error) -> Never {
    let code = Bearing.exitCode(for: error)
    let text = words(for: error)
    if code == .success {
      try? emit(text.isEmpty ? "" : text + "\n")
    } else if !text.isEmpty {
      writeError(text)
    }
    Bearing.exit(withError: code)
  }

  /// What there is to say about an error, made visible line by line.
  private static func words(for error: any Error) -> String {
    let text = Bearing.fullMessage(for: errorAsShown() ?? error)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { visible(String($0)) }.joined(separator: "\n")
  }

  /// The error that the command line gives once its words are made visible:
  /// it quotes them, line breaks included.
  ///
  /// `nil` where they already are, or where there is no error then.
  private static func errorAsShown() -> (any Error)? {
    let arguments = CommandLine.arguments.dropFirst()
    let shown = arguments.map(visible)
    guard !shown.elementsEqual(arguments) else { return nil }
    do {
      _ = try Bearing.parseAsRoot(shown)
      return nil
    } catch {
      return error
    }
  }
}
