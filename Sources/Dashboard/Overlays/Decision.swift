import GoalFile

/// A merge in which both sides changed the same, decided one by one.
package struct Decision: Hashable, Sendable {
  /// What is merged.
  package enum Purpose: Hashable, Sendable {
    /// These edits with what the file holds now, to be saved.
    case saving(file: [UInt8])
    /// What another session left behind with what there is.
    case recovering(Recovered)
    /// A conflict that git left in the file.
    case markers
  }

  let merge: Merge
  let purpose: Purpose
  private(set) var choices: [Merge.Choice?]
  /// The conflict that is looked at.
  private(set) var selected = 0
  let conflicts: [Conflict]

  init(_ merge: Merge, for purpose: Purpose) {
    self.merge = merge
    self.purpose = purpose
    conflicts = merge.conflicts
    choices = Array(repeating: nil, count: conflicts.count)
  }

  var isDecided: Bool { !choices.contains(nil) }

  /// Whether both sides of the conflict that is looked at can hold.
  var allowsBoth: Bool {
    conflicts.indices.contains(selected) && conflicts[selected].allowsBoth
  }

  var countOfDecided: Int { choices.count { $0 != nil } }

  /// The merged bytes, or `nil` while something is undecided.
  var result: [UInt8]? {
    let made = choices.compactMap { $0 }
    guard made.count == choices.count else { return nil }
    return merge.resolved(made)
  }

  /// Decides the conflict that is looked at and goes on to the next open one.
  ///
  /// Returns whether that is possible.
  mutating func choose(_ choice: Merge.Choice) -> Bool {
    guard choices.indices.contains(selected),
      choice != .both || conflicts[selected].allowsBoth
    else { return false }
    choices[selected] = choice
    let order = Array(choices.indices[(selected + 1)...]) + choices.indices
    if let next = order.first(where: { choices[$0] == nil }) { selected = next }
    return true
  }

  mutating func move(by steps: Int) {
    selected = max(0, min(choices.count - 1, selected + steps))
  }

  /// What the two sides are called.
  var names: (ours: String, theirs: String) {
    switch purpose {
    case .saving: ("yours", "in the file")
    case .recovering: ("left behind", "now")
    case .markers: ("ours", "theirs")
    }
  }
}
