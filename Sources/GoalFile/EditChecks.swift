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
  /// in which they do not yet, or where one that stands twice would come to hold.
  ///
  /// Reads its statements alone, without the readings.
  func checkLines(
    of subject: Subject, without old: [Statement], with new: [String]
  ) throws(EditError) {
    let members = members(of: subject) + doubledCycles(beside: subject)
    let gone = Set(old.map(\.line))
    let stage = stage(of: subject)
    let before = members.map { (line: $0.line, Array(bytes[$0.range])) }
    var after: [(line: Int, [UInt8])] = []
    var added = new[...]
    for member in before {
      if !gone.contains(member.line) {
        after.append(member)
      } else if let text = added.popFirst() {
        after.append((0, Array(text.utf8)))
      }
    }
    after += added.map { (0, Array($0.utf8)) }
    let known = errors(stage, before)
    let left = errors(stage, after)
    for (fault, message) in left where known[fault] == nil {
      // A window may be changed though plans then lie outside it: one of the two
      // has to come first.
      if fault.code == .outsideWindow, fault.line != 0 { continue }
      throw .invalid(message)
    }
    for fault in known.keys
    where fault.code == .doubled && !gone.contains(fault.line)
      && left[fault] == nil
    {
      throw .doubled(line: fault.line)
    }
  }

  /// The declarations of cycles that are declared already, and so open nothing.
  private func doubledCycles(beside subject: Subject) -> [Statement] {
    guard subject == .head else { return [] }
    return statements.all.filter {
      $0.keyword == .cycle && $0.kind == .nothing && !$0.isSound
    }
  }

  private struct Fault: Hashable {
    /// The line in the document; 0 for one that is new.
    let line: Int
    let code: Diagnostic.Code
  }

  /// The errors that some lines have when they stand together, in words.
  private func errors(
    _ stage: [[UInt8]], _ lines: [(line: Int, [UInt8])]
  ) -> [Fault: String] {
    let text = stage + lines.map(\.1)
    let document = Document(Array(text.joined(separator: [10])))
    var errors: [Fault: String] = [:]
    for error in document.diagnostics
    where error.severity == .error && error.code != .wrongKind {
      let place = error.line - 1 - stage.count
      let line = lines.indices.contains(place) ? lines[place].line : -1
      errors[Fault(line: line, code: error.code)] = error.message
    }
    return errors
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

  /// Throws where another thing would get one of these ids, which it claims in
  /// vain as long as they are taken.
  func checkClaims(
    on ids: Set<ID>, outside region: Range<Int>
  ) throws(EditError) {
    for opener in statements.all
    where opener.keyword.isOpener && !opener.isSound
      && !region.contains(opener.range.lowerBound)
    {
      let words = words(in: opener.range)
      guard words.count > 1, words[1].hasPrefix("["),
        ids.contains(ID(String(words[1].dropFirst().dropLast())))
      else { continue }
      throw .doubled(line: opener.line)
    }
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
