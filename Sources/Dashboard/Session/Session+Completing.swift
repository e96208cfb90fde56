import Canvas
import GoalFile
import Goals

// Names that are completed while one types.
extension Session {
  /// What the word before the cursor could become, where the line ends there.
  var completion: Completion? {
    guard let field = typedField, field.tail.isEmpty else { return nil }
    switch mode {
    case .checkingIn: return mentioned(in: field.head)
    case .writing(let jot) where jot.keyword == .action || jot.keyword == nil:
      return mentioned(in: field.head)
    case .noting(_, .action): return mentioned(in: field.head)
    case .noting(_, .people): return somebodyElse(in: field.head)
    case .filling(let form): return completion(in: form)
    case .writing, .browsing, .searching, .naming, .choosing, .help, .quitting,
      .reloading, .opening, .refused, .deciding, .recovering, .adding,
      .deleting, .noting, .voting, .adjourning,
      .repeating, .filtering, .playing, .closing, .carrying:
      return nil
    }
  }

  /// A person who is not named in the line yet, with or without `@`.
  private func somebodyElse(in head: String) -> Completion? {
    let word = head.suffix { $0 != " " && $0 != "," }
    let isMarked = word.hasPrefix("@")
    guard word.count > (isMarked ? 1 : 0) else { return nil }
    let before = " \(head.dropLast(word.count).replacing(",", with: " ")) "
      .replacing("@", with: " ")
    let names = outlook.people.map {
      $0.contains(" ") ? "\"\($0)\"" : $0
    }.filter { !before.contains(" \($0) ") }
    return Completion(
      of: word, among: names.map { isMarked ? "@\($0)" : $0 }, glyphs)
  }

  /// A person of whom the first letters stand behind `@`.
  private func mentioned(in head: String) -> Completion? {
    let word = head.suffix { $0 != " " }
    guard word.hasPrefix("@"), word.count > 1 else { return nil }
    let names = outlook.people.map(mention)
    return Completion(of: word, among: names, glyphs)
  }

  /// Takes the name that is offered.
  mutating func complete() {
    if case .choosing = mode { return completePalette() }
    if case .filtering = mode { return completeFilter() }
    guard let completion else {
      if case .filling = mode { moveInForm(1) }
      return
    }
    editField { $0.take(completion) }
  }

  /// Moves in a line of text or erases in it; to the right of its end lies the
  /// name that is offered.
  mutating func edit(_ command: Command) {
    if command == .cursorRight, completion != nil { return complete() }
    editField { $0.edit(command) }
  }
}

extension String {
  /// The longest end of which all characters are such.
  func suffix(while isSuch: (Character) -> Bool) -> String {
    String(reversed().prefix(while: isSuch).reversed())
  }
}
