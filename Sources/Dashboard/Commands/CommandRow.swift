extension Command {
  /// What there is to know of a command: one row of the table.
  struct Row: Sendable {
    let group: Group
    /// Where it is possible.
    let contexts: [Context]
    /// What it does, without a full stop.
    let sentence: String
    /// The keys that it has everywhere.
    let keys: [Key]

    init(
      _ group: Group, _ contexts: [Context], _ sentence: String,
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
  var row: Row {
    guard let place = Command.allCases.firstIndex(of: self) else {
      return tableRow
    }
    return Command.rows[place]
  }

  /// Beside `allCases`.
  private static let rows = allCases.map(\.tableRow)
}
