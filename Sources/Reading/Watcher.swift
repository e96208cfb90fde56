import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An eye on a file that other programs write.
///
/// It never takes a file for news that is only half written, as far as that
/// can be told, and on a local file system it never wakes anybody without a
/// reason. Where nothing tells of changes, it looks once a second.
package struct Watcher: ~Copyable {
  private let path: String
  private var known: LoadedFile
  private var patience = Patience()
  private var lookout: Lookout
  /// When to look without having been told anything.
  private var glanceAt: Int64?
  /// When the stamp was last looked at.
  private var glancedAt: Int64?

  /// Watches what `path` leads to, which was read as `known`; nothing for "-".
  package init(_ path: String, known: LoadedFile) {
    self.path = path
    self.known = known
    lookout = Lookout(path)
    if lookout.isBlind || FileStamp.current(of: path) != known.stamp {
      glanceAt = 0
    }
    if path == "-" { glanceAt = nil }
  }

  /// Watches what `path` leads to, which could not be read: whatever is found
  /// there once that has changed is news.
  package init(_ path: String, awaitingEndOf failure: LoadError) {
    self.init(
      path,
      known: LoadedFile(bytes: [], stamp: .absent, isSettled: false))
    patience = Patience(told: failure)
  }

  /// To poll for reading; `nil` where only looking serves.
  package var descriptor: Int32? {
    path == "-" ? nil : lookout.descriptor
  }

  /// When what is known of the file was written, in nanoseconds since 1970;
  /// `nil` where that cannot be told.
  ///
  /// It moves without news where the same bytes were written again.
  package var written: Int64? {
    known.stamp.exists ? known.stamp.modified : nil
  }

  /// When `news` wants to be called, on the monotonic clock in nanoseconds;
  /// `nil` where nothing is to be expected.
  package var deadline: Int64? {
    guard let lookAt = patience.lookAt else { return glanceAt }
    return min(lookAt, glanceAt ?? lookAt)
  }

  /// What has happened, if it is worth telling.
  ///
  /// To be called when the descriptor is ready, at the deadline, and on the
  /// minute, with the reading of the monotonic clock.
  package mutating func news(at now: Int64) -> News? {
    guard path != "-" else { return nil }
    if let glanceAt, glanceAt <= now, lookout.isBlind { lookout.doubt() }
    note(lookout.hear(), at: now)
    // What happens beside the file is no reason to look at it each time.
    let isNoise =
      lookout.heardOthersAlone
      && glancedAt.map { (0..<1_000_000_000).contains(now - $0) } ?? false
    if patience.lookAt == nil, !isNoise {
      glance(at: now)
      glancedAt = now
    }
    glanceAt = lookout.isBlind ? now + 1_000_000_000 : nil
    guard let lookAt = patience.lookAt, lookAt <= now else { return nil }
    return look(at: now)
  }

  /// Takes note of what was saved or loaded by others than this: no news.
  package mutating func know(_ file: LoadedFile) {
    known = file
    patience.know()
  }

  private mutating func note(_ sounds: [Lookout.Sound], at now: Int64) {
    for sound in sounds {
      switch sound {
      case .notice(let notice): patience.note(notice, at: now)
      case .uncertain: patience.note(doubt(), at: now)
      }
    }
  }

  /// Looks at the stamp alone.
  private mutating func glance(at now: Int64) {
    let stamp = FileStamp.current(of: path)
    if !stamp.exists, patience.told == .missing { return }
    if patience.told == nil, stamp.hasContent(of: known.stamp),
      known.isSettled || !stamp.isSettled(at: system_wall_now())
    {
      return
    }
    patience.note(doubt(), at: now)
  }

  /// What is to be thought of a change that nobody explains.
  private func doubt() -> Patience.Notice {
    let stamp = FileStamp.current(of: path)
    guard stamp.exists else { return .gone }
    return stamp.isSettled(at: system_wall_now()) ? .rested : .begun
  }

  private mutating func look(at now: Int64) -> News? {
    if isAsKnown { return judge(.same, known, at: now) }
    do throws(LoadError) {
      let found = try load(path)
      let finding = finding(in: found)
      let sounds = lookout.hearMore()
      guard sounds.isEmpty else {
        // That may have happened after the reading.
        _ = patience.judge(.moving, at: now)
        note(sounds, at: now)
        return nil
      }
      return judge(finding, found, at: now)
    } catch {
      return judge(.failing(error), known, at: now)
    }
  }

  private mutating func judge(
    _ finding: Patience.Finding, _ found: LoadedFile, at now: Int64
  ) -> News? {
    let verdict = patience.judge(finding, at: now)
    if finding == .same || verdict == .take { known = found }
    switch verdict {
    case .nothing: return nil
    case .take: return .content(found)
    case .tell(.missing): return .missing
    case .tell(let error): return .unreadable(error)
    }
  }

  /// Whether the stamp alone tells that nothing is new.
  private var isAsKnown: Bool {
    known.isSettled
      && FileStamp.current(of: path).hasContent(of: known.stamp)
  }

  private func finding(in file: LoadedFile) -> Patience.Finding {
    guard FileStamp.current(of: path) == file.stamp else { return .moving }
    let old = known.bytes
    let new = file.bytes
    if new.count == old.count, starts(new, with: old) { return .same }
    if new.isEmpty { return .empty }
    let newline = UInt8(ascii: "\n")
    if old.last == newline, new.last != newline { return .torn }
    return !old.isEmpty && starts(new, with: old) ? .grown : .whole
  }
}

private func starts(_ bytes: [UInt8], with first: [UInt8]) -> Bool {
  guard bytes.count >= first.count else { return false }
  return bytes.withUnsafeBytes { bytes in
    first.withUnsafeBytes { first in
      guard let one = bytes.baseAddress, let other = first.baseAddress else {
        return true
      }
      return memcmp(one, other, first.count) == 0
    }
  }
}
