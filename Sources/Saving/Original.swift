import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file that a save is about to replace: open, locked and fit for it.
struct Original: ~Copyable {
  private let name: String
  private let file: Descriptor
  /// Of the moment it was locked.
  private let stamp: FileStamp
  /// Whether an equal stamp later means equal content.
  private let isSettled: Bool

  init(_ name: String, in folder: borrowing Folder) throws(SaveError) {
    let file = try openLocked(name, in: folder)
    let status = try translating { () throws(SystemFailure) in
      try file.status
    }
    guard status.st_nlink <= 1 else {
      throw .hardLinks(Int(status.st_nlink))
    }
    guard folder.isWritable(name) else { throw .readOnly }
    self.name = name
    self.file = file
    stamp = FileStamp(status)
    isSettled = stamp.isSettled(at: system_wall_now())
  }

  /// Throws unless the content is still the one that was read.
  func compare(with expected: LoadedFile) throws(SaveError) {
    if expected.isSettled, stamp == expected.stamp { return }
    guard holds(expected.bytes, file) else { throw .changedOnDisk }
  }

  func giveTraits(to draft: borrowing Draft) throws(SystemFailure) {
    try draft.takeTraits(of: file)
  }

  /// Has the draft take the name, and returns it open and locked.
  ///
  /// Where that succeeds, this file lies under the draft's name, or under none.
  /// Where it fails, the name leads to what others last wrote.
  func giveWay(
    to draft: String, in folder: borrowing Folder, _ expected: LoadedFile
  ) throws(SaveError) -> Descriptor {
    let fresh = try translating { () throws(SystemFailure) in
      try folder.openFile(draft, O_RDONLY)
    }
    // Whoever waits for the lock of this file tries the new one's next.
    _ = system_lock(fresh.number)
    let ours = folder.stamp(of: draft)
    do throws(SystemFailure) {
      try folder.exchange(draft, name)
    } catch {
      guard isLacking(error.code) else {
        throw error.code == ENOENT ? .removed : .system(error)
      }
      // Without an exchange there is a moment between looking and replacing.
      guard isUnchanged(name, in: folder, expected) else {
        throw .changedOnDisk
      }
      try translating { () throws(SystemFailure) in
        try folder.replace(name, by: draft)
      }
      return fresh
    }
    if isUnchanged(draft, in: folder, expected) { return fresh }
    throw takeBack(draft, ours, in: folder)
  }

  /// Undoes an exchange that displaced what somebody else had just written, and
  /// returns what to say about it.
  private func takeBack(
    _ draft: String, _ ours: FileStamp, in folder: borrowing Folder
  ) -> SaveError {
    do throws(SystemFailure) {
      try folder.exchange(draft, name)
      if folder.stamp(of: draft).hasContent(of: ours) { return .changedOnDisk }
      // Yet another version had replaced ours meanwhile, and is the newest.
      try folder.exchange(draft, name)
    } catch {
      // Whichever version lies aside must not be thrown away.
    }
    return .keptAside(draft)
  }

  /// Whether under `place` lies this file, or another, with the content
  /// expected.
  private func isUnchanged(
    _ place: String, in folder: borrowing Folder, _ expected: LoadedFile
  ) -> Bool {
    if isSettled, folder.stamp(of: place).hasContent(of: stamp) { return true }
    do throws(SystemFailure) {
      return holds(
        expected.bytes, try folder.openFile(place, O_RDONLY | O_NONBLOCK))
    } catch {
      return false
    }
  }
}

/// Opens a file and takes its lock, so that the name still leads to it.
private func openLocked(
  _ name: String, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  for _ in 0..<200 {
    let file = try openRegular(name, in: folder)
    if system_lock(file.number) == -1, errno == EWOULDBLOCK {
      // 10 ms; 2 s in all.
      _ = poll(nil, 0, 10)
      continue
    }
    // A file system without locks is gone on with.
    let status = try translating { () throws(SystemFailure) in
      try file.status
    }
    let found = folder.stamp(of: name)
    let mine = FileStamp(status)
    if found.device == mine.device, found.inode == mine.inode { return file }
  }
  throw .locked
}

private func openRegular(
  _ name: String, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  let file = try openExisting(name, in: folder)
  let status = try translating { () throws(SystemFailure) in
    try file.status
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return file
  case S_IFDIR: throw .folder
  default: throw .special
  }
}

private func openExisting(
  _ name: String, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  do throws(SystemFailure) {
    return try folder.openFile(name, O_RDONLY | O_NONBLOCK)
  } catch {
    switch error.code {
    case ENOENT: throw .removed
    // It was no link when the path was resolved.
    case ELOOP: throw .changedOnDisk
    default: throw .system(error)
    }
  }
}

/// Whether the file's content is `bytes`.
private func holds(_ bytes: [UInt8], _ file: borrowing Descriptor) -> Bool {
  do throws(SystemFailure) {
    guard try file.status.st_size == bytes.count else { return false }
    return try file.readAll(expected: bytes.count) == bytes
  } catch {
    return false
  }
}

private func translating<Value: ~Copyable>(
  _ body: () throws(SystemFailure) -> Value
) throws(SaveError) -> Value {
  do throws(SystemFailure) {
    return try body()
  } catch {
    throw .system(error)
  }
}
