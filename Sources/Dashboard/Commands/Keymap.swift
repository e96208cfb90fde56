import Canvas

/// Which key means what: the table of commands with a person's own changes.
package struct Keymap: Hashable, Sendable {
  /// A key where somebody presses it.
  private struct Place: Hashable, Sendable {
    let context: Command.Context
    let key: Key
  }

  /// What differs from the table; `nil` for a key that does nothing.
  private var changes: [Place: Command?] = [:]

  package init() {}

  /// The command that `key` means in `context`.
  package func command(
    for key: Key, in context: Command.Context
  ) -> Command? {
    if let change = changes[Place(context: context, key: key)] {
      return change
    }
    // The table is short, and to look through it costs less than to lay out
    // another one at every start.
    return Command.bound(to: key, in: context)
  }

  /// The keys for `command` in `context`; the first is the one that hints name.
  package func keys(
    for command: Command, in context: Command.Context
  ) -> [Key] {
    let own = changes.filter {
      $0.key.context == context && $0.value == command
    }.map(\.key.key).sorted { $0.description < $1.description }
    let kept = command.keys(in: context).filter {
      changes[Place(context: context, key: $0)] == nil
    }
    return own + kept
  }

  /// Takes the words of a `key` line over and returns what is wrong with them.
  mutating func take(_ words: [String]) -> String? {
    guard words.count == 3 else {
      return "expected \"key CONTEXT KEY COMMAND\", as in "
        + "\"key board x check-in\""
    }
    guard let contexts = Keymap.contexts(named: words[0]) else {
      return "unknown context \"\(visible(words[0]))\", expected all or one of "
        + Command.Context.allCases.map(\.rawValue).joined(separator: ", ")
    }
    guard let key = Key(named: words[1]) else {
      return
        "unknown key \"\(visible(words[1]))\", expected it as the help page "
        + "spells it, such as x, Ctrl-x, F2 or PgDn"
    }
    if key == .escape {
      return "\"\(key)\" always leads back and can not be changed"
    }
    if key == .control("c") {
      return "\"\(key)\" always leaves a line of text or ends the program, "
        + "and can not be changed"
    }
    if key == .function(1) {
      return "\"\(key)\" always leads to the help and can not be changed"
    }
    if words[2] == "none" {
      for context in contexts { change(key, in: context, to: nil) }
      return nil
    }
    guard let command = Command.named(words[2]) else {
      return
        "unknown command \"\(visible(words[2]))\", expected none or the name of "
        + "a command, as the palette (:) lists them"
    }
    let possible = contexts.filter { command.contexts.contains($0) }
    guard !possible.isEmpty else {
      return "\"\(words[2])\" is not possible there, only in "
        + command.contexts.map(\.rawValue).sorted().joined(separator: ", ")
    }
    for context in possible { change(key, in: context, to: command) }
    return nil
  }

  private mutating func change(
    _ key: Key, in context: Command.Context, to command: Command?
  ) {
    changes.updateValue(command, forKey: Place(context: context, key: key))
  }

  private static func contexts(named name: String) -> [Command.Context]? {
    if name == "all" { return Command.Context.allCases }
    return Command.Context(rawValue: name).map { [$0] }
  }
}

extension Command {
  /// What the config file and the palette call it: `check-in`.
  package var name: String {
    var name = ""
    for character in rawValue {
      if character.isUppercase { name.append("-") }
      name += character.lowercased()
    }
    return name
  }

  /// The command of that name; `nil` where there is none.
  package static func named(_ name: String) -> Command? {
    allCases.first { $0.name == name }
  }
}

extension Key {
  /// Reads a key as help and hints spell it; `nil` for anything else.
  package init?(named name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let plain: [Key] = [
      .character(" "), .enter, .tab, .backTab, .escape, .backspace, .delete,
      .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .controlLeft, .controlRight,
    ]
    let wanted = name.lowercased()
    if let key = plain.first(where: {
      $0.description.lowercased() == wanted
    }) {
      self = key
    } else if wanted.hasPrefix("f"), let number = Int(wanted.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else if wanted.hasPrefix("ctrl-"), wanted.count == 6,
      let letter = wanted.last
    {
      self = .control(letter)
    } else if wanted.hasPrefix("alt-"), name.count == 5,
      let character = name.last
    {
      self = .alt(character)
    } else {
      return nil
    }
  }
}
