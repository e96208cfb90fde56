import Canvas

// What to press, by the keys that the person has.
extension Session {
  /// The key for `command` in a place, as help calls it; without one, what the
  /// palette finds it by.
  func key(
    _ command: Command, in context: Command.Context = .board
  ) -> String {
    keymap.keys(for: command, in: context).first?.description
      ?? ":\(command.name)"
  }

  /// `w saves, u undoes`.
  var savingKeys: String { "\(key(.save)) saves, \(key(.undo)) undoes" }

  /// An answer to what is asked: its key and what that does.
  ///
  /// - Parameter words: none where the key has to say it alone.
  func answer(_ command: Command, _ words: String = "") -> String? {
    let key = keymap.keys(for: command, in: context).first?.description
    return key.map { words.isEmpty ? $0 : "\($0) \(words)" }
  }
}
