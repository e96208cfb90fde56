import Canvas
import Goals

/// What somebody wants to see of a board, as they typed it and as that is
/// understood.
///
/// Of several owners, teams, cycles or states any will do; all else must hold.
package struct Filter: Hashable, Sendable {
  /// One thing that is asked for.
  enum Term: Hashable, Sendable {
    /// Who answers for it, by any of these names.
    case owner([String])
    case team([String])
    case cycle([String])
    case state(Set<Role>, String)
    case stale, mine, due
    case text(String)
  }

  let text: String
  private(set) var terms: [Term] = []
  /// What is not understood or leads nowhere, in words.
  private(set) var problem: String?

  package init() { text = "" }

  init(_ text: String, _ names: FilterNames) {
    self.text = text
    var words = text.split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      if word.hasPrefix("@"), word.count > 1 {
        words.insert(String(word.dropFirst()), at: words.startIndex)
        take(.owner, from: &words, names)
      } else if let kind = FilterNames.Kind(rawValue: word.lowercased()) {
        guard !words.isEmpty else {
          problem = "\(word): which?"
          return
        }
        take(kind, from: &words, names)
      } else if let trait = Filter.traits[word.lowercased()] {
        terms.append(trait)
      } else {
        words.insert(word, at: words.startIndex)
        takeByItself(from: &words, names)
      }
    }
    if terms.contains(.mine), names.user == nil {
      problem = "mine: nobody said who sits here, see 'user' in the config file"
    }
  }

  var isEmpty: Bool { text.allSatisfy { $0 == " " } }

  static var traits: [String: Term] {
    ["stale": .stale, "mine": .mine, "due": .due]
  }

  /// Takes the name behind the word that says of what.
  private mutating func take(
    _ kind: FilterNames.Kind, from words: inout ArraySlice<String>,
    _ names: FilterNames
  ) {
    let found =
      names.longest(kind, in: words) ?? names.beginning(kind, with: words)
    let typed = words.prefix(max(1, found?.length ?? 1)).joined(separator: " ")
    words = words.dropFirst(max(1, found?.length ?? 1))
    if found == nil { problem = "no \(kind.rawValue) is called '\(typed)'" }
    terms.append(term(kind, found?.names ?? []))
  }

  /// Takes what is a name or a state without a word that says so, else text.
  private mutating func takeByItself(
    from words: inout ArraySlice<String>, _ names: FilterNames
  ) {
    for kind in FilterNames.Kind.allCases {
      guard let found = names.longest(kind, in: words) else { continue }
      words = words.dropFirst(found.length)
      return terms.append(term(kind, found.names))
    }
    terms.append(.text(words.removeFirst()))
  }

  private func term(_ kind: FilterNames.Kind, _ names: [String]) -> Term {
    switch kind {
    case .owner: .owner(names)
    case .team: .team(names)
    case .cycle: .cycle(names)
    case .status:
      .state(
        Set(names.compactMap { FilterNames.state(named: $0) }),
        names.first ?? "")
    }
  }
}

extension Filter {
  /// What is understood, in words: `owner Ada`, `at risk`.
  var words: [String] {
    func group(_ kind: String, _ names: [String]) -> [String] {
      names.isEmpty ? [] : ["\(kind) \(names.joined(separator: " or "))"]
    }
    var owners: [String] = []
    var teams: [String] = []
    var cycles: [String] = []
    var states: [String] = []
    var rest: [String] = []
    for term in terms {
      switch term {
      case .owner(let names): owners += names
      case .team(let names): teams += names
      case .cycle(let names): cycles += names
      case .state(_, let name):
        if !name.isEmpty { states.append(name.replacing("-", with: " ")) }
      case .stale: states.append("stale")
      case .mine: rest.append("mine")
      case .due: rest.append("due")
      case .text(let text): rest.append("\"\(text)\"")
      }
    }
    return group("owner", owners) + group("team", teams)
      + group("cycle", cycles)
      + (states.isEmpty ? [] : [states.joined(separator: " or ")]) + rest
  }
}
