import Canvas
import Goals

/// The names that a filter may use: those that stand on the board.
struct FilterNames {
  /// What a name is of, by the word in front of it.
  enum Kind: String, CaseIterable {
    case owner, status, team, cycle
  }

  /// Who sits here, if anybody said.
  let user: String?
  private let names: [Kind: [String]]

  init(_ outlook: Outlook, user: String?) {
    self.user = user
    let board = outlook.board
    let owners =
      board.objectives.map(\.owner) + board.keyResults.map(\.owner)
      + board.kpis.map(\.owner)
      + board.promises(at: outlook.now).map(\.action.person)
    let teams =
      board.objectives.flatMap { [$0.team] + $0.contributors }
      + board.kpis.map(\.team)
    names = [
      .owner: FilterNames.distinct(owners),
      .team: FilterNames.distinct(teams),
      .cycle: outlook.standing.cycles.map(\.cycle.name),
      .status: FilterNames.states.map(\.name),
    ]
  }

  private static func distinct(_ names: [String?]) -> [String] {
    var seen: Set<String> = []
    return names.compactMap(\.self).filter { seen.insert($0).inserted }
  }

  /// What a thing may be like, by the words for key results and for KPIs.
  private static var states: [(name: String, role: Role)] {
    let statuses = Status.allCases.map { ($0.rawValue, Role($0)) }
    let words = Status.allCases.filter { $0.words != $0.rawValue }
      .map { ($0.words, Role($0)) }
    let verdicts = Verdict.allCases.filter { $0 != .stale }
      .map { ($0.rawValue, Role($0)) }
    return statuses + words + verdicts
  }

  static func state(named name: String) -> Role? {
    states.first { $0.name == name }?.role
  }

  /// The longest name that the next words are, and how many words it has.
  func longest(
    _ kind: Kind, in words: ArraySlice<String>
  ) -> (names: [String], length: Int)? {
    let folded = words.prefix(8).map { FoldedText($0).scalars }
    var best: (names: [String], length: Int)?
    for name in names[kind] ?? [] {
      let parts = name.split(separator: " ").map {
        FoldedText(String($0)).scalars
      }
      guard parts.count > best?.length ?? 0, folded.starts(with: parts) else {
        continue
      }
      best = ([name], parts.count)
    }
    return best
  }

  /// The names that begin as the next word does.
  func beginning(
    _ kind: Kind, with words: ArraySlice<String>
  ) -> (names: [String], length: Int)? {
    guard let word = words.first else { return nil }
    let wanted = FoldedText(word).scalars
    let found = (names[kind] ?? []).filter {
      FoldedText($0).scalars.starts(with: wanted)
    }
    return found.isEmpty ? nil : (found, 1)
  }

  /// What would end the text well: the rest of its last word, empty where
  /// nothing is known to begin so.
  func completion(of text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let last = words.last, !last.isEmpty else { return "" }
    let before = words.dropLast().last.map { $0.lowercased() } ?? ""
    let isPerson = last.hasPrefix("@")
    let wanted = FoldedText(String(isPerson ? last.dropFirst() : last)).scalars
    guard !wanted.isEmpty else { return "" }
    let name = candidates(behind: isPerson ? "owner" : before).first {
      let scalars = FoldedText($0).scalars
      return scalars.count > wanted.count && scalars.starts(with: wanted)
    }
    guard let name else { return "" }
    let rest = name.dropFirst(isPerson ? last.count - 1 : last.count)
    return String(rest)
  }

  private func candidates(behind word: String) -> [String] {
    if let kind = Kind(rawValue: word) { return names[kind] ?? [] }
    return Kind.allCases.map(\.rawValue) + Filter.traits.keys.sorted()
      + Kind.allCases.flatMap { names[$0] ?? [] }
  }
}
