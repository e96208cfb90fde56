/// Whether what is private is shown to whoever reads a board.
package enum Privacy: Hashable, Sendable {
  case shown, masked

  /// What stands for words and numbers that are masked.
  package static let mask = "•••"
}

extension Board {
  /// Whether a thing is private, or under one that is.
  package func isPrivate(_ thing: Thing) -> Bool {
    switch thing {
    case .objective(let index): return objectives[index].isPrivate
    case .keyResult(let index):
      let keyResult = keyResults[index]
      return keyResult.isPrivate || objectives[keyResult.objective].isPrivate
    case .kpi(let index): return kpis[index].isPrivate
    }
  }

  /// Makes a thing private.
  package mutating func hide(_ thing: Thing) {
    switch thing {
    case .objective(let index): objectives[index].isPrivate = true
    case .keyResult(let index): keyResults[index].isPrivate = true
    case .kpi(let index): kpis[index].isPrivate = true
    }
  }

  /// Whether the numbers of a thing are private: also where they come from a
  /// KPI that is.
  package func hasPrivateNumbers(_ thing: Thing) -> Bool {
    if isPrivate(thing) { return true }
    guard case .keyResult(let index) = thing, let kpi = keyResults[index].kpi
    else { return false }
    return isPrivate(.kpi(kpi))
  }

  /// The title of a thing as it may be read; `(no title)` without one.
  package func title(of thing: Thing, _ privacy: Privacy) -> String {
    if isMasked(thing, privacy) { return Privacy.mask }
    let title = title(of: thing)
    return title.isEmpty ? "(no title)" : title
  }

  /// Whether the words of a thing are not shown.
  package func isMasked(_ thing: Thing, _ privacy: Privacy) -> Bool {
    privacy == .masked && isPrivate(thing)
  }

  /// Whether the numbers of a thing are not shown.
  package func hidesNumbers(_ thing: Thing, _ privacy: Privacy) -> Bool {
    privacy == .masked && hasPrivateNumbers(thing)
  }
}
