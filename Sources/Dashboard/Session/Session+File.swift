import GoalFile
import Goals

// How the document and the file follow each other.
extension Session {
  /// Makes an edit of the person's, to be undone at will.
  mutating func make(_ edit: Edit) throws(EditError) {
    let change = try document.change(for: edit)
    history.add(change)
    adopt(change.applied(to: document.bytes), change)
  }

  /// Makes several edits as one step: all of them or, where one throws, none.
  ///
  /// Each is made to the document that the one before left.
  mutating func make(_ edits: [Edit]) throws(EditError) {
    var result = document
    for edit in edits { result = try result.applying(edit) }
    guard result.bytes != document.bytes else { return }
    replaceBytes(by: result.bytes)
  }

  /// Puts other bytes in force as a step of the person's.
  mutating func replaceBytes(by bytes: [UInt8]) {
    let change = Change(from: document.bytes, to: bytes)
    history.add(change)
    adopt(bytes, change)
  }

  /// Shows `bytes` from now on, and has the change put in a safe place.
  private mutating func adopt(_ bytes: [UInt8], _ change: Change) {
    show(bytes)
    outbox.append(
      hasUnsavedEdits ? .keep(change, base: base, bytes) : .settle)
    guard !hasUnsavedEdits, let theirs = collision else { return }
    // Nothing is left that it collides with.
    collision = nil
    follow(theirs, base: theirs)
  }

  mutating func undo() {
    travelHistory("undone") { history, bytes throws(HistoryError) in
      try history.undo(bytes)
    }
  }

  mutating func redo() {
    travelHistory("done again") { history, bytes throws(HistoryError) in
      try history.redo(bytes)
    }
  }

  private mutating func travelHistory(
    _ word: String,
    _ step: (inout History, [UInt8]) throws(HistoryError) -> [UInt8]
  ) {
    do throws(HistoryError) {
      let bytes = document.bytes
      let result = try step(&history, bytes)
      adopt(result, Change(from: bytes, to: result))
      say(word)
    } catch {
      say("\(error)", error == .nothing ? .word : .failure)
    }
  }

  /// Takes in what another program wrote; returns whether that was possible
  /// without a question.
  ///
  /// Where it was not, everything stays as it is and `collision` is set.
  mutating func takeIn(_ theirs: [UInt8]) -> Bool {
    problem = nil
    collision = nil
    guard theirs != base else { return true }
    guard hasUnsavedEdits else {
      follow(theirs, base: theirs)
      return true
    }
    let merged = merge(base: base, ours: document.bytes, theirs: theirs)
    guard merged.isClean else {
      collision = theirs
      return false
    }
    follow(merged.resolved([]), base: theirs)
    return true
  }

  /// Shows bytes that others had a part in.
  mutating func follow(_ bytes: [UInt8], base: [UInt8]) {
    let old = document.bytes
    self.base = base
    history.addOthers(from: old, to: bytes)
    show(bytes)
    outbox.append(hasUnsavedEdits ? .keepAnew(base: base, bytes) : .settle)
  }
}

// What the world says of the file.
extension Session {
  mutating func noteChange(_ theirs: [UInt8]) {
    let wasEdited = hasUnsavedEdits
    guard theirs != base || problem != nil || collision != nil else { return }
    let isBack = theirs == base
    let isDeciding = context == .deciding
    notice = nil
    if takeIn(theirs) {
      // What somebody is in the middle of may be gone: that is said already.
      guard notice == nil else { return renewDecision() }
      say(
        isBack
          ? "\(name) is as it was"
          : wasEdited
            ? "somebody changed \(name): both are here now"
            : "somebody changed \(name)")
    } else {
      say(
        isDeciding
          ? "\(name) has changed once more: look again"
          : "somebody changed the same in \(name): "
            + "\(key(.save)) shows both and decides",
        .failure)
    }
    renewDecision()
  }

  /// Reads the file in place of what is shown.
  ///
  /// Undo brings unsaved edits back, around what others wrote meanwhile.
  mutating func load(_ bytes: [UInt8]) {
    problem = nil
    collision = nil
    if hasUnsavedEdits { replaceBytes(by: base) }
    follow(bytes, base: bytes)
  }

  mutating func save() -> [Effect] {
    if case .readOnly(let reason) = access {
      say(reason)
      return []
    }
    guard hasUnsavedEdits else {
      say("nothing to save")
      return []
    }
    recordPresence()
    guard settleCollision() else { return [] }
    otherPath = nil
    // Who is here may have been all that was taken back.
    guard hasUnsavedEdits else {
      return finishSaving(name, "\(name) holds these edits already")
    }
    return [.save(handOut())]
  }

  /// Merges what the file holds now; asks, and returns `false`, where that
  /// collides.
  private mutating func settleCollision() -> Bool {
    guard let theirs = collision, !takeIn(theirs) else { return true }
    decide(theirs)
    return false
  }

  /// The bytes to be saved, noted as such.
  mutating func handOut() -> [UInt8] {
    handedOut = document.bytes
    return document.bytes
  }

  /// Asks which side is to hold where `theirs` collides with the edits.
  mutating func decide(_ theirs: [UInt8]) {
    let merged = merge(base: base, ours: document.bytes, theirs: theirs)
    mode = .deciding(Decision(merged, for: .saving(file: theirs)))
  }

  mutating func finishSaving(_ name: String, _ notice: String?) -> [Effect] {
    base = handedOut ?? document.bytes
    handedOut = nil
    collision = nil
    problem = nil
    self.name = name
    path = otherPath ?? path
    otherPath = nil
    hasUnsavedEdits = document.bytes != base
    say(
      notice ?? "saved \(name)", notice == nil ? .word : .failure)
    defer {
      quitsOnceSaved = false
      opensOnceSaved = false
    }
    guard !hasUnsavedEdits else { return [] }
    if quitsOnceSaved { return [.quit] }
    return opensOnceSaved ? [.openEditor(line: lineOfSelection)] : []
  }

  mutating func failSaving(_ refusal: Refusal) {
    handedOut = nil
    quitsOnceSaved = false
    opensOnceSaved = false
    mode = .refused(refusal)
  }

  /// The file changed between reading and saving: merges, and saves that.
  mutating func saveAgain(over theirs: [UInt8]) -> [Effect] {
    handedOut = nil
    guard takeIn(theirs) else {
      decide(theirs)
      return []
    }
    guard hasUnsavedEdits else {
      return finishSaving(name, "\(name) holds these edits already")
    }
    return [.save(handOut())]
  }

  mutating func startNaming() {
    mode = .naming(TextField(otherPath ?? path))
  }

  mutating func saveInPlace() -> [Effect] {
    guard case .refused(let refusal) = mode, refusal.allowsInPlace else {
      say("that is not possible here")
      return []
    }
    mode = .browsing
    guard settleCollision() else { return [] }
    otherPath = nil
    return [.saveInPlace(handOut())]
  }

  mutating func saveElsewhere(_ path: String) -> [Effect] {
    mode = .browsing
    guard !path.isEmpty else {
      say("not saved: no name was typed", .failure)
      return []
    }
    otherPath = path
    return [.saveAs(path, handOut())]
  }
}
