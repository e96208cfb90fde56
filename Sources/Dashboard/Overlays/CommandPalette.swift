import Canvas
import Goals

/// What the palette offers.
enum Offer: Hashable, Sendable {
  case command(Command)
  case theme(String)
  case mouse(Settings.MouseChoice)
  case saveAndQuit
  /// In a new file of that name, to go on with it.
  case save(in: String)
  /// Show what these words leave of the board.
  case filter(String)
  /// To a line of the list, from 1.
  case line(Int)
  case thing(Thing)
  /// To what somebody answers for.
  case owner(String)
  case team(String)
}

/// The command palette: what is typed, and what it could mean, the best first.
package struct CommandPalette: Hashable, Sendable {
  var field = TextField()
  /// Where commands are looked up.
  let context: Command.Context
  /// The best matches; more than are ever seen are left out.
  fileprivate(set) var choices: [Choice] = []
  /// The place of the chosen one in `choices`.
  private(set) var selected = 0
  /// Everything there is to choose, commands first.
  fileprivate var offers: [Offered] = []

  /// Something that can be chosen.
  struct Offered: Hashable, Sendable {
    let offer: Offer
    let title: String
    /// The title, to be compared.
    let folded: FoldedText
    /// A word that means it, too, such as the id of a thing; empty where there is
    /// none.
    let alias: FoldedText
  }

  struct Choice: Hashable, Sendable {
    let offer: Offer
    let title: String
    /// The characters of the title that stand for what was typed.
    let places: [Int]
  }

  init(in context: Command.Context) {
    self.context = context
  }

  var choice: Choice? {
    choices.indices.contains(selected) ? choices[selected] : nil
  }

  mutating func move(by steps: Int) {
    guard !choices.isEmpty else { return }
    let count = choices.count
    selected = ((selected + steps) % count + count) % count
  }

  mutating func choose(_ place: Int) {
    selected = max(0, min(place, choices.count - 1))
  }

  mutating func offer(_ choices: [Choice]) {
    self.choices = choices
    selected = 0
  }

  /// More than this are not offered.
  static var limit: Int { 100 }
}

extension Session {
  mutating func startPalette() {
    guard mode == .browsing else { return }
    gatherOffers(for: CommandPalette(in: context))
  }

  /// Offers what there is now; what was chosen of that stays so.
  mutating func gatherOffers(for palette: CommandPalette) {
    var palette = palette
    let title = palette.choice?.title
    palette.offers = offers(in: palette.context)
    palette.offer(choices(for: palette.field.text, in: palette))
    palette.choose(palette.choices.firstIndex { $0.title == title } ?? 0)
    mode = .choosing(palette)
  }

  /// Offers anew, after the text has changed.
  mutating func refreshPalette(_ palette: CommandPalette) {
    var palette = palette
    palette.offer(choices(for: palette.field.text, in: palette))
    mode = .choosing(palette)
  }

  /// Writes as much as all choices that begin with what is typed have in common;
  /// where that is no more, the title of the chosen one.
  mutating func completePalette() {
    guard case .choosing(let palette) = mode, let choice = palette.choice else {
      return
    }
    let typed = palette.field.text
    let shared = sharedBeginning(
      of: palette.choices.map(\.title), behind: FoldedText(typed))
    let text = shared.count > typed.count ? shared : choice.title
    editField { $0 = TextField(text) }
  }

  /// What those of `titles` begin with that begin with `start`.
  private func sharedBeginning(
    of titles: [String], behind start: FoldedText
  ) -> String {
    let begun = titles.filter {
      FoldedText($0).scalars.starts(with: start.scalars)
    }
    guard var shared = begun.first else { return "" }
    for title in begun.dropFirst() {
      let pairs = zip(shared, title).prefix {
        $0 == $1 || FoldedText(String($0)) == FoldedText(String($1))
      }
      shared = String(shared.prefix(pairs.count))
    }
    return shared
  }

  /// Does what is chosen.
  mutating func acceptPalette(_ palette: CommandPalette) -> [Effect] {
    mode = .browsing
    guard let choice = palette.choice else {
      if !palette.field.text.isEmpty {
        say("no command and nothing on the board is like that", .failure)
      }
      return []
    }
    pastTexts.note(palette.field.text, of: .palette)
    switch choice.offer {
    case .command(let command): return perform(command)
    case .theme(let name): return useTheme(name)
    case .mouse(let choice): return use(mouse: choice)
    case .saveAndQuit: return saveAndQuit()
    case .save(let file): return saveElsewhere(file)
    case .filter(let text):
      acceptFilter(text)
      return []
    case .line(let number):
      count = number
      defer { count = nil }
      return perform(.first)
    case .thing(let thing):
      trail.pages = isInMeeting ? Array(trail.pages.prefix(1)) : []
      select(thing)
      openPage(of: .thing(thing))
      return []
    case .owner(let name), .team(let name):
      search(for: name)
      return []
    }
  }

  /// What may be meant by `text`, the best first.
  private func choices(
    for text: String, in palette: CommandPalette
  ) -> [CommandPalette.Choice] {
    let offers = palette.offers
    let wanted = FoldedText(text)
    if wanted.scalars.allSatisfy({ $0 == " " }) {
      return offers.prefix(CommandPalette.limit).map {
        CommandPalette.Choice(offer: $0.offer, title: $0.title, places: [])
      }
    }
    if let number = Int(text), (1...99_999).contains(number) {
      return [
        CommandPalette.Choice(
          offer: .line(number), title: "to line \(number)", places: [])
      ]
    }
    let found = ranked(offers, wanted)
    if Command.filter.contexts.contains(palette.context),
      let words = words(behind: ["filter", "f"], in: text)
    {
      let filter = CommandPalette.Choice(
        offer: .filter(words), title: "filter \(words)", places: [])
      return [filter] + found
    }
    guard let file = fileName(in: text) else { return found }
    let save = CommandPalette.Choice(
      offer: .save(in: file), title: "save \(file)", places: [])
    let isWhole = found.first?.title == text
    return isWhole ? found + [save] : [save] + found
  }

  /// The name behind `save` or `w`; `nil` where there is none.
  private func fileName(in text: String) -> String? {
    guard case .editing = access else { return nil }
    return words(behind: ["save", "w"], in: text)
  }

  /// What stands behind the name of a command that takes words.
  private func words(behind names: [String], in text: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, names.contains(String(words[0])) else { return nil }
    let rest = words[1].drop { $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }

  private func ranked(
    _ offers: [CommandPalette.Offered], _ wanted: FoldedText
  ) -> [CommandPalette.Choice] {
    var found: [(score: Int, choice: CommandPalette.Choice)] = []
    for offered in offers {
      let title = offered.title
      let match = FuzzyMatch(wanted, in: offered.folded)
      let isAlias = offered.alias == wanted
      guard match != nil || isAlias else { continue }
      found.append(
        (
          (match?.score ?? 0) + (isAlias ? 1_000 : 0)
            + weight(of: offered.offer),
          CommandPalette.Choice(
            offer: offered.offer, title: title, places: match?.places ?? [])
        ))
    }
    // Of equals, the earlier stays the earlier.
    return found.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.prefix(CommandPalette.limit).map(\.element.choice)
  }

  /// What one can do comes before what one can look at.
  private func weight(of offer: Offer) -> Int {
    switch offer {
    case .command: 4
    case .theme, .line, .mouse, .saveAndQuit, .save, .filter: 2
    case .owner, .team: 1
    case .thing: 0
    }
  }

  /// Where a command stands while nothing is typed: what changes the board and
  /// what finds something first, moving last.
  private func rank(_ command: Command) -> Int {
    let order: [Command.Group] = [.changing, .finding, .past, .program]
    return order.firstIndex(of: command.group) ?? order.count
  }

  /// Everything there is to choose, commands first.
  private func offers(
    in context: Command.Context
  ) -> [CommandPalette.Offered] {
    let commands = Command.allCases.filter {
      $0.contexts.contains(context) && $0.isOffered
    }.sorted { rank($0) < rank($1) }
      .map { (Offer.command($0), $0.title, $0.alias) }
    let words =
      [(Offer.saveAndQuit, "save and quit", "wq")]
      + Settings.MouseChoice.allCases.map {
        (Offer.mouse($0), "set mouse \($0.rawValue)", "")
      }
    let names = themes.map { (Offer.theme($0), "theme \($0)", "") }
    let things = outlook.board.allThings
      .map { (Offer.thing($0), outlook.title(of: $0), alias(of: $0)) }
    return (commands + words + names + people + things).map {
      CommandPalette.Offered(
        offer: $0.0, title: $0.1, folded: FoldedText($0.1),
        alias: FoldedText($0.2))
    }
  }

  /// The id of a thing that may be read.
  private func alias(of thing: Thing) -> String {
    outlook.isMasked(thing) ? "" : outlook.id(of: thing)?.text ?? ""
  }

  /// Who answers for something, in the order of the board.
  private var people: [(offer: Offer, title: String, alias: String)] {
    let things = outlook.board.allThings
    var known: Set<Offer> = []
    let all = things.flatMap { thing in
      [
        outlook.owner(of: thing).map { (Offer.owner($0), $0, "") },
        outlook.team(of: thing).map { (Offer.team($0), $0, "") },
      ].compactMap(\.self)
    }
    return all.filter { known.insert($0.0).inserted }
  }
}

extension Command {
  /// Whether the palette has it: moving by a line is no command to look for.
  package var isOffered: Bool {
    ![
      .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .open, .back,
      .palette,
    ].contains(self)
  }

  /// What the palette calls it: "check in".
  var title: String { name.replacing("-", with: " ") }

  /// The word that editors have made a habit.
  fileprivate var alias: String {
    if self == .quit { return "q" }
    if self == .save { return "w" }
    if self == .reload { return "e" }
    return ""
  }
}
