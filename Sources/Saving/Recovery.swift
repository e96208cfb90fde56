import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a session that died had not saved.
///
/// The file may hold it all the same, where the program died between saving
/// and saying so: it does where its bytes are `ours`, and a merge of `base`,
/// `ours` and the file finds nothing to add.
package struct Recovery: Hashable, Sendable {
  /// The path of the file, all links followed.
  package let path: String
  /// The file as it was when the session read or saved it last.
  package let base: [UInt8]
  /// The file with all edits of the session.
  package let ours: [UInt8]
  /// How many edits are not saved.
  package let edits: Int
  /// When the session began.
  package let since: WallTime
  /// When it noted its last edit.
  package let last: WallTime
  /// Whether every edit that was noted could be read.
  package let isComplete: Bool
  private let folder: String
  private let name: String
  private let stamp: FileStamp

  /// Removes the journal, once its edits are saved, noted elsewhere or not
  /// wanted.
  package func drop() {
    guard let folder = JournalFolder.existing(folder) else { return }
    folder.removeDead(name, stamp)
  }
}

/// Another session that has the same file open.
package struct OtherSession: Hashable, Sendable {
  package let process: Int
  /// When it began.
  package let since: WallTime
}

/// The unsaved edits of all sessions on a file that died, the earliest first.
///
/// Journals without any are removed.
///
/// - Parameter path: the file need not be there any more.
package func recoveries(for path: String, in folder: String) -> [Recovery] {
  guard let home = JournalFolder.existing(folder) else { return [] }
  let resolved = resolvedPath(path)
  return home.journals(for: resolved).compactMap {
    home.recovery(from: $0, of: resolved, in: folder)
  }.sorted { $0.last.seconds < $1.last.seconds }
}

/// The sessions that have a file open now.
///
/// One that keeps a journal asks that for its `otherSessions` instead.
package func sessions(on path: String, in folder: String) -> [OtherSession] {
  guard let home = JournalFolder.existing(folder) else { return [] }
  return home.livingSessions(on: resolvedPath(path), except: nil)
}

extension Recovery {
  fileprivate init?(
    _ content: JournalContent, of path: String, in folder: String,
    _ name: String, _ stamp: FileStamp
  ) {
    guard let base = content.base, content.edits > 0, base != content.ours
    else { return nil }
    self.path = path
    self.base = base
    self.folder = folder
    self.name = name
    self.stamp = stamp
    ours = content.ours
    edits = content.edits
    since = WallTime(seconds: content.seconds)
    last = WallTime(seconds: stamp.modified / 1_000_000_000)
    isComplete = content.end == .whole
  }
}

extension JournalFolder {
  /// What a journal has to offer, or `nil` where its session lives, or where
  /// it has nothing.
  fileprivate func recovery(
    from name: String, of path: String, in folder: String
  ) -> Recovery? {
    guard let journal = openJournal(name), journal.isOfDead(by: self),
      let bytes = try? journal.file.readAll(expected: Int(journal.stamp.size))
    else { return nil }
    guard let content = JournalContent(bytes) else {
      // Perhaps its writer was stopped at the very beginning.
      if JournalContent.isTornStart(bytes) { self.folder.remove(name) }
      return nil
    }
    guard content.path == Array(path.utf8) else { return nil }
    if let recovery = Recovery(
      content, of: path, in: folder, name, journal.stamp)
    {
      return recovery
    }
    // What is damaged is kept for somebody who can make sense of it.
    if content.end != .damaged { self.folder.remove(name) }
    return nil
  }

  /// Removes a journal that was read before, unless it is another by now.
  fileprivate func removeDead(_ name: String, _ stamp: FileStamp) {
    guard let journal = openJournal(name), journal.isOfDead(by: self),
      journal.stamp.hasContent(of: stamp)
    else { return }
    folder.remove(name)
  }

  func livingSessions(on path: String, except own: String?) -> [OtherSession] {
    var found: [OtherSession] = []
    for name in journals(for: path) where name != own {
      guard let journal = openJournal(name), !journal.isOfDead(by: self),
        let content = JournalContent(journal.file.bytes(at: 0, count: 8_192)),
        content.path == Array(path.utf8)
      else { continue }
      found.append(
        OtherSession(
          process: Int(content.process),
          since: WallTime(seconds: content.seconds)))
    }
    return found
  }
}

extension JournalFolder.Opened {
  /// Whether the session that wrote it has ended; then its lock is held here.
  fileprivate func isOfDead(by folder: borrowing JournalFolder) -> Bool {
    if system_lock(file.number) != 0 {
      return errno == EWOULDBLOCK ? false : !isProcessAlive
    }
    let found = folder.folder.stamp(of: name)
    return found.device == stamp.device && found.inode == stamp.inode
  }

  /// Where there are no locks, a process of that number stands for its own.
  private var isProcessAlive: Bool {
    let parts = name.split(separator: ".")
    guard parts.count > 1, let process = pid_t(parts[1]) else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }
}
