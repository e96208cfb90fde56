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
    Command.table.first { $0.command == self }?.row ?? tableRow
  }

  /// What `key` means in `context` as the table has it.
  static func bound(to key: Key, in context: Context) -> Command? {
    table.first { command, row in
      row.contexts.contains(context)
        && command.keys(row.keys, in: context).contains(key)
    }?.command
  }

  private static let table = allCases.map { (command: $0, row: $0.tableRow) }
}
