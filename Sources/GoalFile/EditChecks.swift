import Goals

// What is looked at before an edit is made, so that the board is afterwards what
// the edit says, and nothing else.

extension Document {
  /// Throws where `phrase` would be read as anything but itself.
  func check(
    _ phrase: Phrase, in place: Block.Kind
  ) throws(EditError) {
    let text = phrase.keyword.line(phrase.words)
    guard try Phrase(reading: text, in: place) == phrase else {
      throw .misread(text)
    }
  }

  /// Throws where what a phrase refers to does not exist, is of another kind,
  /// or would close a loop.
  func check(
    referenceOf phrase: Phrase, in subject: Subject
  ) throws(EditError) {
    guard let id = phrase.reference else { return }
    guard let thing = board.things[id] else {
      throw .invalid("nothing has the id \(quoted(id.text))")
    }
    switch (phrase.keyword, thing) {
    case (.measured, .kpi), (.guards, .objective): return
    case (.measured, _):
      throw .invalid("\(quoted(id.text)) is not a KPI")
    case (_, .objective(let parent)):
      guard case .thing(.objective(let child)) = subject else { return }
      guard !serves(parent, child) else {
        throw .invalid("the objective would support itself")
      }
    case (_, _): throw .invalid("\(quoted(id.text)) is not an objective")
    }
  }

  /// Whether an objective supports `goal`, directly or through others, or is it.
  private func serves(_ objective: Int, _ goal: Int) -> Bool {
    var seen: Set<Int> = [objective]
    var open = [objective]
    while let next = open.popLast() {
      if next == goal { return true }
      for parent in board.objectives[next].parents
      where seen.insert(parent).inserted {
        open.append(parent)
      }
    }
    return false
  }

  /// Throws where the lines of a subject would contradict each other in a way
  /// in which they do not yet.
  ///
  /// Reads its statements alone, without the readings.
  func checkLines(
    of subject: Subject, without old: [Statement], with new: [String]
  ) throws(EditError) {
    let members = members(of: subject)
    let gone = Set(old.map(\.line))
    let lines = members.map { Array(bytes[$0.range]) }
    var left: [[UInt8]] = []
    var added = new[...]
    for (line, member) in zip(lines, members) {
      guard gone.contains(member.line) else {
        left.append(line)
        continue
      }
      if let text = added.popFirst() { left.append(Array(text.utf8)) }
    }
    left += added.map { Array($0.utf8) }
    let stage = stage(of: subject)
    var before: [Diagnostic.Code: Int] = [:]
    for error in errors(stage + lines) { before[error.code, default: 0] += 1 }
    for error in errors(stage + left) {
      before[error.code, default: 0] -= 1
      if before[error.code, default: 0] < 0 { throw .invalid(error.message) }
    }
  }

  private func errors(_ lines: [[UInt8]]) -> [Diagnostic] {
    Document(Array(lines.joined(separator: [10]))).diagnostics.filter {
      $0.severity == .error && $0.code != .wrongKind
    }
  }

  /// What stands above the lines of a subject.
  private func stage(of subject: Subject) -> [[UInt8]] {
    guard case .thing(.keyResult(let index)) = subject else {
      let stage = Phrase.stage(for: subject.kind).dropLast()
      return stage.isEmpty ? [] : [Array(stage.utf8)]
    }
    let objective = board.keyResults[index].objective
    let cycle = members(of: .thing(.objective(objective)))
      .first { $0.keyword == .cycle && $0.isSound }
    let cycleLine = cycle.map { [Array(bytes[$0.range])] } ?? []
    return [Array("objective x".utf8)] + cycleLine + [Array("kr x".utf8)]
  }

  /// Passes on a change that leaves the conflicts that git left behind alone;
  /// throws where it touches one.
  func checked(_ change: Change) throws(EditError) -> Change {
    guard !conflicts.isEmpty else { return change }
    for patch in change.patches {
      for conflict in conflicts
      where patch.range.lowerBound < conflict.upperBound
        && patch.range.upperBound > conflict.lowerBound
      {
        throw .conflict(line: lineNumber(at: conflict.lowerBound))
      }
    }
    return change
  }

  /// The number, from 1, of the line that holds the byte at `offset`.
  func lineNumber(at offset: Int) -> Int {
    bytes[..<offset].count { $0 == 10 } + 1
  }
}
