import GoalFile
import Goals

// What collides, and what another session left behind.
extension Session {
  mutating func choose(_ choice: Merge.Choice) {
    guard case .deciding(var decision) = mode else { return }
    guard decision.choose(choice) else {
      return say("only one of these can hold")
    }
    mode = .deciding(decision)
  }

  mutating func moveDecision(by steps: Int) {
    guard case .deciding(var decision) = mode else { return }
    decision.move(by: steps)
    mode = .deciding(decision)
  }

  /// Puts what was decided in force.
  mutating func acceptDecision() -> [Effect] {
    guard case .deciding(let decision) = mode else { return [] }
    guard let bytes = decision.result else {
      say("something is still undecided", .failure)
      return []
    }
    mode = .browsing
    switch decision.purpose {
    case .saving(let file):
      collision = nil
      follow(bytes, base: file)
      guard hasUnsavedEdits else {
        return finishSaving(name, "\(name) stays as it is")
      }
      return [.save(handOut())]
    case .recovering(let recovered):
      takeOver(bytes, from: recovered)
    case .markers:
      replaceBytes(by: bytes)
      say("decided: \(savingKeys)")
    }
    return []
  }

  /// Leaves a decision: nothing was written and nothing is lost.
  mutating func leaveDecision() {
    guard case .deciding(let decision) = mode else { return }
    mode = .browsing
    quitsOnceSaved = false
    opensOnceSaved = false
    switch decision.purpose {
    case .saving(let file):
      collision = file
      say("nothing was saved: \(key(.save)) decides later", .failure)
    case .recovering: break
    case .markers:
      say("\(key(.decideMarkers)) decides what collides in the file")
    }
  }

  /// Asks anew where the file changed during a decision: what was decided on is
  /// not what the file holds any more.
  mutating func renewDecision() {
    guard case .deciding(let decision) = mode else { return }
    mode = .browsing
    switch decision.purpose {
    case .saving:
      quitsOnceSaved = false
      opensOnceSaved = false
      if let collision { decide(collision) }
    case .recovering: break
    case .markers: decideMarkersAtStart()
    }
  }

  /// Shows the conflicts that git left in the file that was opened.
  mutating func decideMarkersAtStart() {
    guard document.diagnostics.contains(where: { $0.code == .conflictMarker }),
      let merged = Merge(marked: document.bytes), !merged.isClean
    else { return }
    mode = .deciding(Decision(merged, for: .markers))
  }

  /// Shows the conflicts that git left in the file, if there are some.
  mutating func decideMarkers() {
    if let obstacle { return say(obstacle) }
    guard let merged = Merge(marked: document.bytes), !merged.isClean else {
      return say(
        collision == nil
          ? "nothing collides in this file"
          : "\(key(.save)) decides what collides")
    }
    mode = .deciding(Decision(merged, for: .markers))
  }
}

// Edits that another session left behind.
extension Session {
  /// Takes note of what others left behind; what is in the file already is
  /// forgotten.
  mutating func offer(_ recovered: [Recovered]) {
    guard case .editing = access else { return }
    for one in recovered {
      let merged = merge(
        base: one.base, ours: one.edited, theirs: document.bytes)
      if merged.isClean, merged.resolved([]) == document.bytes {
        outbox.append(.drop(one))
      } else {
        self.recovered.append(one)
      }
    }
  }

  /// Shows what was left behind first, once nothing else is being done.
  mutating func offerRecovered() {
    guard case .browsing = mode, let next = recovered.first else { return }
    mode = .recovering(Scroll(), .reading)
    recoveredWords = words(of: next)
  }

  /// What taking the edits over would change.
  func words(of one: Recovered) -> [String] {
    let merged = merge(
      base: one.base, ours: one.edited, theirs: document.bytes)
    // What collides is decided later; until then its own edits are shown.
    let (before, after) =
      merged.isClean
      ? (document, Document(merged.resolved([])))
      : (Document(one.base), Document(one.edited))
    let differences = before.differences(to: after, at: clock)
    let words = differences.map(\.words)
    return differences.allSatisfy { $0.subject == .board }
      ? words + lineDifferences(from: before, to: after) : words
  }

  /// The lines that differ, for where no thing does: comments, and readings that
  /// others of the same moment cover.
  private func lineDifferences(
    from before: Document, to after: Document
  ) -> [String] {
    func lines(_ document: Document) -> [ArraySlice<UInt8>] {
      document.bytes.split(separator: 10)
    }
    let (old, new) = (Set(lines(before)), Set(lines(after)))
    let gone = lines(before).filter { !new.contains($0) }
    let added = lines(after).filter { !old.contains($0) }
    return gone.map { "- \(GoalFile.words(ofLine: $0))" }
      + added.map { "+ \(GoalFile.words(ofLine: $0))" }
  }

  mutating func takeRecovered() {
    guard case .recovering = mode, let one = recovered.first else { return }
    mode = .browsing
    let merged = merge(
      base: one.base, ours: one.edited, theirs: document.bytes)
    guard merged.isClean else {
      mode = .deciding(Decision(merged, for: .recovering(one)))
      return
    }
    takeOver(merged.resolved([]), from: one)
  }

  private mutating func takeOver(_ bytes: [UInt8], from one: Recovered) {
    recovered.removeAll { $0.number == one.number }
    let change = Change(from: document.bytes, to: bytes)
    history.add(change)
    show(bytes)
    outbox.append(.take(change, base: base, bytes, from: one))
    say("taken over: \(savingKeys)")
  }

  mutating func askBeforeDropping() {
    guard case .recovering(let scroll, _) = mode else { return }
    mode = .recovering(scroll, .asked)
  }

  mutating func dropRecovered() {
    guard case .recovering(_, .asked) = mode,
      let one = recovered.first
    else { return }
    recovered.removeFirst()
    outbox.append(.drop(one))
    mode = .browsing
    say("forgotten")
  }

  /// Leaves them for the next start.
  mutating func leaveRecovered() {
    guard case .recovering(let scroll, let asked) = mode else { return }
    if asked == .asked {
      mode = .recovering(scroll, .reading)
      return
    }
    mode = .browsing
    recovered = []
    say("kept for the next start")
  }
}
