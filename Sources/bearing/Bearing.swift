import ArgumentParser

/// The command line of Bearing.
struct Bearing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bearing",
    abstract: "OKRs and KPIs in the terminal, from one plain-text file.",
    discussion: """
      'bearing FILE' opens the dashboard; without FILE it takes $BEARING_FILE, \
      else board.okr in this folder. Without a terminal on standard output it \
      does what 'show' does. '?' in the dashboard lists the keys.
      """,
    version: version,
    subcommands: [
      Open.self, Demo.self, Show.self, Check.self, Record.self, Fmt.self,
      Diff.self, MergeFiles.self, GitSetup.self, ListThemes.self,
    ],
    defaultSubcommand: Open.self)

  static var version: String { "0.1.0" }
}
