import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Saves one file, again and again, and looks after the versions that its
/// saves replaced.
///
/// A program that opened the file to append before a save still writes to the
/// version before. That is kept open for 200 ms, and for up to five minutes
/// while somebody has it open to write, where the system tells; what was added
/// to it is added to the new one. Where this value goes, it waits for the rest
/// of that time, but for two seconds at most.
package struct Saver: ~Copyable {
  let path: String
  private var replaced: [ReplacedVersion] = []

  /// Saves to the file that `path` leads to at the time.
  package init(_ path: String) {
    self.path = path
  }

  deinit {
    var replaced = replaced
    _ = replaced.wait(for: path)
  }

  /// When `rescue` is to be called next, on the monotonic clock in nanoseconds,
  /// or `nil` where there is nothing to look after.
  package var rescueDeadline: Int64? { replaced.map(\.deadline).min() }

  /// Replaces the content of the file in one step.
  ///
  /// Whoever looks sees the old content or the new, complete, whenever the
  /// program or the machine stops. Links, mode, owner and attributes are kept.
  ///
  /// - Parameter expected: the file as it was read; where it is another by now,
  ///   nothing is written.
  package mutating func save(
    _ bytes: [UInt8], expecting expected: LoadedFile
  ) throws(SaveError) -> Saved {
    let target = try resolve(path)
    let folder = try openFolder(target.folder)
    let original = try Original(target.name, in: folder)
    try original.compare(with: expected)
    var lost: Saved.Trait?
    let draft = try writeDraft(for: target.name, in: folder) {
      draft throws(SystemFailure) in
      try draft.write(bytes)
      lost = try original.giveTraits(to: draft)
    }
    let fresh = try openDraft(draft, in: folder)
    do throws(SaveError) {
      let ours = folder.stamp(of: draft)
      try original.giveWay(to: draft, ours, in: folder, expected)
    } catch {
      // It may have had the name for a moment.
      look(after: fresh, bytes)
      if case .keptAside = error { throw error }
      folder.remove(draft)
      throw error
    }
    let saved = confirm(
      bytes, fresh, in: folder, leaving: draft, lacking: lost)
    look(after: original.unlocked(), expected.bytes)
    return saved
  }

  /// Adds what others wrote to versions that were replaced meanwhile to the
  /// file, and forgets the versions whose time is over.
  package mutating func rescue() -> Rescue {
    replaced.rescue(to: path)
  }

  /// Waits until there is nothing to look after any more.
  package consuming func finish() -> Rescue {
    replaced.wait(for: path)
  }

  private mutating func look(
    after file: consuming Descriptor, _ bytes: [UInt8]
  ) {
    replaced.append(ReplacedVersion(file, holding: bytes))
  }
}
