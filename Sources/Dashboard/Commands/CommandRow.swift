extension Command {
  /// What there is to know of a command: one row of the table.
  struct Row: Sendable {
    let group: Group
    /// Where it is possible.
    let contexts: Set<Context>
    /// What it does, without a full stop.
    let sentence: String
    /// The keys that it has everywhere.
    let keys: [Key]

    init(
      _ group: Group, _ contexts: Set<Context>, _ sentence: String,
      _ keys: Key...
    ) {
      self.group = group
      self.contexts = contexts
      self.sentence = sentence
      self.keys = keys
    }
  }
}

extension Command {
  /// Its row of the table, which is made once.
  var row: Row { Command.rows[self] ?? tableRow }

  private static let rows = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.tableRow) })
}
