import ArgumentParser
import Canvas
import Dashboard

/// The command line of Bearing.
struct Bearing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bearing",
    abstract: "OKRs and KPIs in the terminal, from one plain-text file.",
    discussion: discussion,
    version: version,
    subcommands: [
      Open.self, Meet.self, WallCommand.self, New.self, Demo.self, Show.self,
      Check.self,
      Record.self, Report.self, Fmt.self, Diff.self, MergeFiles.self,
      GitSetup.self, ListThemes.self,
      PrintManual.self, PrintCompletions.self,
    ],
    defaultSubcommand: Open.self)

  static var version: String { "0.1.0" }

  /// The day of this version.
  static var date: String { "2026-11-24" }

  /// What the exit codes mean.
  static var exitCodes: [(code: Int, words: String)] {
    [
      (0, "done"),
      (1, "the board has errors, or the answer is no"),
      (2, "a file could not be read or written; it says why"),
      (64, "the command line is wrong"),
    ]
  }

  /// Lines of at most 80 characters; what does not fit goes on below.
  private static func wrapped(_ text: String, indent: Int) -> String {
    guard text.count > 80,
      let end = text.prefix(80).lastIndex(of: " ")
    else { return text }
    let margin = String(repeating: " ", count: indent)
    return text[..<end] + "\n" + margin + text[text.index(after: end)...]
  }

  private static var discussion: String {
    let codes = exitCodes.map { "  \($0.code)  \($0.words)" }
    let settings = Setting.allCases.map { setting in
      let name = "  \(setting.rawValue) \(setting.values)"
      return wrapped("\(pad(name, to: 25)) \(setting.sentence)", indent: 26)
    }
    return """
      'bearing FILE' opens the dashboard; without FILE it takes $BEARING_FILE, \
      else board.okr in this folder. Without a terminal on standard output it \
      does what 'show' does. '?' in the dashboard lists the keys; 'bearing man' \
      prints the manual.

      Settings, a line each in ~/.config/bearing/config:
      \(settings.joined(separator: "\n"))

      Exit codes:
      \(codes.joined(separator: "\n"))
      """
  }
}
