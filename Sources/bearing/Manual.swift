import ArgumentParser
import Dashboard

/// Prints the manual.
struct PrintManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Print the manual, as man reads it.",
    discussion: """
      'bearing man | man -l -' shows it; in a file bearing.1 below \
      ~/.local/share/man/man1 'man bearing' finds it.
      """)

  func run() throws {
    try emit(Manual().text)
  }
}

/// The manual, made from what the program says of itself: its commands and
/// their options, its keys and its settings.
struct Manual {
  var text: String {
    var page = Roff(
      name: "bearing", section: 1, date: Bearing.date,
      source: "bearing \(Bearing.version)")
    addBeginning(to: &page)
    addCommands(to: &page)
    addKeys(to: &page)
    addSettings(to: &page)
    addFormat(to: &page)
    addSurroundings(to: &page)
    return page.text
  }

  private func addBeginning(to page: inout Roff) {
    page.section("NAME")
    page.begin("bearing - OKRs and KPIs in the terminal")
    page.section("SYNOPSIS")
    page.explain("bearing [FILE]", "the dashboard on a board file")
    page.explain("bearing COMMAND ...", "one of the commands below")
    page.section("DESCRIPTION")
    page.begin(
      """
      Bearing keeps a team's objectives, key results and KPIs in one plain text \
      file and shows in the terminal where everybody stands.
      """)
    page.write(
      """
      Without FILE it takes $BEARING_FILE, else board.okr in this folder. \
      Without a terminal on standard output it does what 'bearing show' does. \
      Others may write the file meanwhile: what they change is merged in. \
      Unsaved edits are kept, and the next start offers them.
      """)
  }

  private func addCommands(to page: inout Roff) {
    let commands = Bearing.configuration.subcommands
    let pages = commands.map { HelpText(of: $0) }
    var uses: [HelpText.Entry: Int] = [:]
    for option in pages.flatMap(\.options) { uses[option, default: 0] += 1 }
    page.section("COMMANDS")
    for (command, help) in zip(commands, pages) {
      let configuration = command.configuration
      page.part("bearing \(command._commandName)")
      page.begin(configuration.abstract)
      if let usage = configuration.usage { page.quote(usage) }
      if !configuration.discussion.isEmpty {
        page.write(configuration.discussion)
      }
      for entry in help.arguments + help.options
      where uses[entry, default: 0] < 3 {
        page.explain(entry.term, entry.words)
      }
      let shared = help.options.filter { uses[$0, default: 0] >= 3 }
        .compactMap { $0.term.split(separator: " ").first }
        .filter { $0 != "-h," && $0 != "--version" }
      if !shared.isEmpty {
        page.write("Also: \(shared.joined(separator: ", ")), see below.")
      }
    }
    page.section("OPTIONS OF MANY COMMANDS")
    var told: Set<HelpText.Entry> = []
    for option in pages.flatMap(\.options)
    where uses[option, default: 0] >= 3 && told.insert(option).inserted {
      page.explain(option.term, option.words)
    }
  }

  private func addKeys(to page: inout Roff) {
    page.section("KEYS")
    page.begin(
      """
      In brackets the name of the command, for a 'key' line of the config file.
      """)
    for group in Command.Group.allCases {
      page.part(group.rawValue)
      for command in Command.allCases where command.group == group {
        let keys = command.keys.map(\.description).joined(separator: "  ")
        page.explain(
          keys.isEmpty ? ":" : keys, "\(command.sentence) [\(command.name)]")
      }
    }
  }

  private func addSettings(to page: inout Roff) {
    page.section("SETTINGS")
    page.begin(
      """
      The config file is $XDG_CONFIG_HOME/bearing/config, else \
      ~/.config/bearing/config: one setting a line, # begins a comment. \
      Bearing never writes it; a line that is wrong is told and left out. \
      The command line goes before it.
      """)
    for setting in Setting.allCases {
      page.explain("\(setting.rawValue) \(setting.values)", setting.sentence)
    }
  }

  private func addFormat(to page: inout Roff) {
    page.section("THE BOARD FILE")
    page.begin(
      """
      A keyword opens a block, a line that begins with a date is a number \
      somebody reported, > is narrative and # a comment. Indentation is for \
      people. What is not understood is kept byte for byte, and 'bearing check' \
      says where it stands and what was expected.
      """)
    page.quote(
      """
      cycle 2026-Q4 2026-10-01 .. 2026-12-31

      objective [onboard] Make the first week unforgettable
        cycle 2026-Q4
        owner Ada

        kr [nps] New customers recommend us
          from 32 to 50 points
          2026-10-05  34  6/10  @Grace  First survey is back

      kpi [uptime] Availability
        healthy 99.9 ..
        2026-10-01  99.95

      reading [uptime] 2026-10-02 99.98
      """)
  }

  private func addSurroundings(to page: inout Roff) {
    page.section("ENVIRONMENT")
    for (name, words) in [
      ("BEARING_FILE", "the board file where none is named"),
      ("BEARING_USER", "who you are, else USER; the config file goes before"),
      ("VISUAL, EDITOR", "the editor that E opens"),
      ("NO_COLOR", "set to anything: no colours"),
      ("COLORTERM, TERM", "how many colours there are"),
      ("COLORFGBG", "whether the terminal is a light one"),
    ] {
      page.explain(name, words)
    }
    page.section("FILES")
    for (name, words) in [
      ("~/.config/bearing/config", "the settings"),
      ("~/.config/bearing/themes", "your own themes"),
      ("~/.local/state/bearing", "edits that are not saved yet"),
    ] {
      page.explain(name, words)
    }
    page.section("EXIT STATUS")
    for (code, words) in Bearing.exitCodes {
      page.explain("\(code)", words)
    }
  }
}
