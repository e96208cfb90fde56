import GoalFile

/// What was done in a session, to be undone and done again without limit.
///
/// It holds changes, not documents, and outlives every save. What others wrote
/// into the file meanwhile is a step of its own that stays in force: a step of
/// the person's is taken out from under it by a three-way merge.
struct History: Hashable, Sendable {
  /// Who made a step.
  private enum Author: Hashable, Sendable {
    case person, others
  }

  private struct Step: Hashable, Sendable {
    var change: Change
    var author: Author
  }

  /// A step that was undone, and what stood above it.
  private struct Undone: Hashable, Sendable {
    /// All steps from it on, as they were before.
    var steps: [Step]
    /// How many steps lay below it.
    var depth: Int
    /// How many steps there were once it was undone.
    var count: Int
  }

  private var done: [Step] = []
  private var undone: [Undone] = []

  /// Notes what the person did; what was undone can not be done again then.
  mutating func add(_ change: Change) {
    done.append(Step(change: change, author: .person))
    undone = []
  }

  /// Notes that others changed the bytes.
  mutating func addOthers(from bytes: [UInt8], to result: [UInt8]) {
    guard !done.isEmpty || !undone.isEmpty else { return }
    var start = bytes
    if let last = done.last, last.author == .others,
      undone.allSatisfy({ $0.count < done.count })
    {
      start = last.change.inverse.applied(to: bytes)
      done.removeLast()
    }
    noteOthers(from: start, to: result)
  }

  /// Returns `bytes` without the person's last step.
  mutating func undo(_ bytes: [UInt8]) throws(HistoryError) -> [UInt8] {
    guard let depth = done.lastIndex(where: { $0.author == .person }) else {
      throw .nothing
    }
    let steps = Array(done[depth...])
    let after = below(depth + 1, bytes)
    let before = done[depth].change.inverse.applied(to: after)
    let result = try replaying(after, bytes, before)
    done.removeSubrange(depth...)
    noteOthers(from: before, to: result)
    undone.append(Undone(steps: steps, depth: depth, count: done.count))
    return result
  }

  /// Returns `bytes` with the step that was undone last.
  ///
  /// Where others wrote nothing since, they are what they were before the undo,
  /// byte for byte: the steps undone before that one were made to these bytes.
  mutating func redo(_ bytes: [UInt8]) throws(HistoryError) -> [UInt8] {
    guard let step = undone.last else { throw .nothing }
    let old = below(step.count, bytes)
    let new = step.steps.reduce(below(step.depth, bytes)) {
      $1.change.applied(to: $0)
    }
    let result = try replaying(old, bytes, new)
    undone.removeLast()
    done.replaceSubrange(step.depth..., with: step.steps)
    noteOthers(from: new, to: result)
    return result
  }

  private mutating func noteOthers(from bytes: [UInt8], to result: [UInt8]) {
    guard bytes != result else { return }
    done.append(
      Step(change: Change(from: bytes, to: result), author: .others))
  }

  /// The bytes as they were when only `depth` steps were done.
  private func below(_ depth: Int, _ bytes: [UInt8]) -> [UInt8] {
    done[depth...].reversed().reduce(bytes) {
      $1.change.inverse.applied(to: $0)
    }
  }

  /// Returns `new` with what others did between `old` and `present`.
  private func replaying(
    _ old: [UInt8], _ present: [UInt8], _ new: [UInt8]
  ) throws(HistoryError) -> [UInt8] {
    guard old != present else { return new }
    let merged = merge(base: old, ours: present, theirs: new)
    guard merged.isClean else { throw .collides }
    return merged.resolved([])
  }
}

/// Why nothing was undone or done again; everything is as it was.
enum HistoryError: Error, Hashable, CustomStringConvertible {
  /// There is no such step.
  case nothing
  /// Others have changed the same since.
  case collides

  var description: String {
    switch self {
    case .nothing: "nothing to undo or do again"
    case .collides: "nothing done: somebody else has changed the same since"
    }
  }
}
