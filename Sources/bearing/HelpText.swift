import ArgumentParser

/// What a command takes, as its help page says.
struct HelpText {
  struct Entry: Hashable {
    /// As in `--width <width>`.
    let term: String
    let words: String
  }

  private(set) var arguments: [Entry] = []
  private(set) var options: [Entry] = []

  init(of command: any ParsableCommand.Type) {
    // So wide that nothing is wrapped.
    let page = Bearing.helpMessage(for: command, columns: 100_000)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    arguments = HelpText.entries(under: "ARGUMENTS:", in: lines)
    options = HelpText.entries(under: "OPTIONS:", in: lines)
  }

  /// The entries of a part: a term behind two blanks, and its words behind more
  /// or in the next line.
  private static func entries(
    under heading: String, in lines: [Substring]
  ) -> [Entry] {
    guard let start = lines.firstIndex(where: { $0 == heading }) else {
      return []
    }
    var entries: [Entry] = []
    for line in lines[(start + 1)...].prefix(while: { !$0.isEmpty }) {
      let indent = line.prefix { $0 == " " }.count
      let words = line.dropFirst(indent)
      if indent > 2, let last = entries.popLast() {
        entries.append(Entry(term: last.term, words: String(words)))
        continue
      }
      let term = words.prefix(upTo: end(ofTerm: words))
      entries.append(
        Entry(
          term: String(term),
          words: String(words.dropFirst(term.count).drop { $0 == " " })))
    }
    return entries
  }

  /// Where two blanks follow.
  private static func end(ofTerm words: Substring) -> Substring.Index {
    var last: Character = "x"
    for index in words.indices {
      if words[index] == " ", last == " " { return words.index(before: index) }
      last = words[index]
    }
    return words.endIndex
  }
}
