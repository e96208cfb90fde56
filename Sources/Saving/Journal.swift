import GoalFile
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The unsaved edits of one session on one file, safe on the disk.
///
/// It lies in a private folder of the person and never beside the file. While
/// this value lives, others see that the session does; where it goes without
/// unsaved edits, so does the journal. Where the program dies instead,
/// `recoveries(for:in:)` finds what it had not saved.
package struct Journal: ~Copyable {
  private let path: String
  private let folder: JournalFolder
  private var file: JournalFile
  private var header: JournalFormat.Header
  private var state = State.empty

  private enum State {
    /// Nothing but the header: no edit since the file was read.
    case empty
    /// The journal says what the file holds.
    case saved
    case unsaved
    /// Something could not be noted, and the next edit needs a new journal.
    case behind
  }

  /// Begins the journal of a session on the file that `path` leads to, in the
  /// folder `folder`, which is made where it is missing.
  package static func open(
    for path: String, in folder: String
  ) throws(JournalError) -> Journal {
    let resolved = resolvedPath(path)
    let stamp = FileStamp.current(of: resolved)
    let home = try JournalFolder.making(folder)
    do throws(SystemFailure) {
      let header = JournalFormat.Header(
        path: Array(resolved.utf8), device: stamp.device, inode: stamp.inode,
        seconds: WallTime.now().seconds, process: Int64(getpid()),
        salt: try randomNumber())
      let file = try JournalFile.create(header, for: resolved, in: home)
      return Journal(resolved, home, file, header)
    } catch {
      throw .system(error)
    }
  }

  private init(
    _ path: String, _ folder: consuming JournalFolder,
    _ file: consuming JournalFile, _ header: JournalFormat.Header
  ) {
    self.path = path
    self.folder = folder
    self.file = file
    self.header = header
  }

  deinit {
    switch state {
    case .empty, .saved: folder.folder.remove(file.name)
    case .unsaved, .behind: break
    }
  }

  /// Whether there is an edit that no save has put into the file.
  package var hasUnsavedEdits: Bool {
    switch state {
    case .empty, .saved: false
    case .unsaved, .behind: true
    }
  }

  /// Notes one edit; when it returns, the edit is on the disk.
  ///
  /// The offsets of its patches are all into the bytes before it, and in the
  /// order of the file. After a failure the next edit begins a new journal with
  /// everything.
  ///
  /// - Parameter base: the file as it was last read or saved.
  /// - Parameter result: the bytes after the edit.
  package mutating func note(
    _ patches: [Patch], base: @autoclosure () -> [UInt8],
    result: @autoclosure () -> [UInt8]
  ) throws(JournalError) {
    do throws(SystemFailure) {
      switch state {
      case .empty:
        try file.add(.base, base())
        try addEdit(patches)
        try folder.folder.flush()
      case .saved, .unsaved: try addEdit(patches)
      case .behind: try beginAnew(base(), result())
      }
      state = .unsaved
    } catch {
      state = .behind
      throw .system(error)
    }
  }

  /// Notes that the edits are made to another version of the file, in place of
  /// everything noted before; when it returns, they are on the disk.
  package mutating func noteAnew(
    base: [UInt8], result: [UInt8]
  ) throws(JournalError) {
    do throws(SystemFailure) {
      try beginAnew(base, result)
      state = .unsaved
    } catch {
      state = .behind
      throw .system(error)
    }
  }

  /// Notes that the file now holds everything that was noted.
  package mutating func noteSaved() throws(JournalError) {
    do throws(SystemFailure) {
      switch state {
      case .empty, .saved: return
      case .unsaved:
        try file.add(.saved, [])
        try file.flush()
        state = .saved
      case .behind: try startOver()
      }
    } catch {
      state = .behind
      throw .system(error)
    }
  }

  /// Notes that the session took over another version of the file and has no
  /// edits any more: the next one begins with a base of its own.
  package mutating func noteReloaded() throws(JournalError) {
    do throws(SystemFailure) {
      try startOver()
    } catch {
      state = .behind
      throw .system(error)
    }
  }

  /// Ends the session: nothing of the journal is left, unsaved edits included.
  package consuming func discard() {
    state = .empty
  }

  private mutating func addEdit(_ patches: [Patch]) throws(SystemFailure) {
    try file.add(.edit, JournalFormat.content(of: patches))
    try file.flush()
  }

  /// Replaces a journal that failed by a new one, which is whole before the
  /// other goes.
  private mutating func beginAnew(
    _ base: [UInt8], _ result: [UInt8]
  ) throws(SystemFailure) {
    var fresh = try newFile()
    do throws(SystemFailure) {
      try fresh.add(.base, base)
      try fresh.add(
        .edit, JournalFormat.content(of: [difference(base, result)]))
      try fresh.flush()
      try folder.folder.flush()
    } catch {
      folder.folder.remove(fresh.name)
      throw error
    }
    replaceFile(by: fresh)
  }

  private mutating func startOver() throws(SystemFailure) {
    switch state {
    case .empty: return
    case .saved, .unsaved: try file.clear()
    case .behind: replaceFile(by: try newFile())
    }
    state = .empty
  }

  private mutating func newFile() throws(SystemFailure) -> JournalFile {
    header.salt = try randomNumber()
    return try JournalFile.create(header, for: path, in: folder)
  }

  private mutating func replaceFile(by fresh: consuming JournalFile) {
    folder.folder.remove(file.name)
    file = fresh
  }
}

extension Journal {
  /// The other sessions that have the same file open now.
  package var otherSessions: [OtherSession] {
    folder.livingSessions(on: path, except: file.name)
  }
}

/// The one patch that turns some bytes into others.
private func difference(_ before: [UInt8], _ after: [UInt8]) -> Patch {
  let most = min(before.count, after.count)
  var start = 0
  while start < most, before[start] == after[start] { start += 1 }
  var end = 0
  while end < most - start,
    before[before.count - 1 - end] == after[after.count - 1 - end]
  {
    end += 1
  }
  return Patch(
    range: start..<before.count - end,
    replacement: Array(after[start..<after.count - end]))
}
