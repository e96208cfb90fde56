import GoalFile
import Goals

// The person's own editor.
extension Session {
  /// Opens the file at what is selected; asks first where edits are not saved.
  mutating func openEditor() -> [Effect] {
    if case .readOnly(let reason) = access {
      say(reason)
      return []
    }
    guard !hasUnsavedEdits else {
      mode = .opening
      return []
    }
    return [.openEditor(line: lineOfSelection)]
  }

  /// Saves, and opens the editor if that succeeds.
  mutating func saveAndOpen() -> [Effect] {
    mode = .browsing
    // Others may have written the same meanwhile.
    guard hasUnsavedEdits else { return openEditor() }
    opensOnceSaved = true
    return save()
  }

  /// The line of what is selected, or where there is nothing, of the first
  /// error; from 1.
  var lineOfSelection: Int {
    if let thing = linkOnPage ?? selection {
      return outlook.board.line(of: thing)
    }
    let error = document.diagnostics.first { $0.severity == .error }
    return error?.line ?? 1
  }

  /// What the selected line of a page leads to.
  var linkOnPage: Thing? {
    guard let page = trail.pages.last else { return nil }
    let content = layout(of: page.topic).content
    guard case .thing(let thing)? = content.link(at: page.scroll.selected)
    else { return nil }
    return thing
  }

  /// Takes in what was done in the editor.
  mutating func noteEditing(_ theirs: [UInt8]) {
    let isSame = theirs == base
    guard takeIn(theirs) else {
      return say(
        "the same was changed in \(name): \(key(.save)) shows both and decides",
        .failure)
    }
    say(isSame ? "\(name) is as it was" : "read \(name)")
  }
}
