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
    let file = try openLocked(name, O_RDONLY, in: folder)
    let status = try translating { () throws(SystemFailure) in
      try file.status
    }
    guard status.st_nlink <= 1 else {
      throw .hardLinks(Int(status.st_nlink))
    }
    try refuseReadOnly(name, in: folder)
    self.name = name
    self.file = file
    stamp = FileStamp(status)
    isSettled = stamp.isSettled(at: system_wall_now())
  }

  /// Throws unless the content is still the one that was read.
  func compare(with expected: LoadedFile) throws(SaveError) {
    if expected.isSettled, stamp == expected.stamp { return }
    guard file.holds(expected.bytes) else { throw .changedOnDisk }
  }

  /// Gives the draft mode, owner and attributes, and says what it did not get.
  func giveTraits(
    to draft: borrowing Draft
  ) throws(SystemFailure) -> Saved.Trait? {
    try draft.takeTraits(of: file)
  }

  /// Has the draft, whose stamp is `ours`, take the name.
  ///
  /// Where that succeeds, this file lies under the draft's name, or under none;
  /// others may have appended to it. Where it fails, the name leads to what
  /// others last wrote.
  func giveWay(
    to draft: String, _ ours: FileStamp, in folder: borrowing Folder,
    _ expected: LoadedFile
  ) throws(SaveError) {
    do throws(SystemFailure) {
      try folder.exchange(draft, name)
    } catch {
      guard isLacking(error.code) else {
        throw saveError(error, in: folder)
      }
      // Without an exchange there is a moment between looking and replacing.
      guard isUnchanged(name, in: folder, expected) else {
        throw .changedOnDisk
      }
      do throws(SystemFailure) {
        try folder.replace(name, by: draft)
      } catch {
        throw saveError(error, in: folder)
      }
      return
    }
    if isUnchanged(draft, in: folder, expected) { return }
    throw takeBack(draft, ours, in: folder)
  }

  /// The file itself, still open, its lock given back.
  consuming func unlocked() -> Descriptor {
    _ = system_unlock(file.number)
    return file
  }

  /// Why a rename failed.
  private func saveError(
    _ failure: SystemFailure, in folder: borrowing Folder
  ) -> SaveError {
    switch failure.code {
    case ENOENT: return .removed
    case EBUSY, ETXTBSY, EXDEV, EACCES, EPERM:
      let isOpenToWriting =
        (try? folder.openFile(name, O_WRONLY | O_NONBLOCK)) != nil
      return isOpenToWriting ? .cannotReplace(failure) : .protected
    default: return .system(failure)
    }
  }

  /// Undoes an exchange that displaced what somebody else had just written, and
  /// returns what to say about it.
  private func takeBack(
    _ draft: String, _ ours: FileStamp, in folder: borrowing Folder
  ) -> SaveError {
    do throws(SystemFailure) {
      try folder.exchange(draft, name)
      let displaced = folder.stamp(of: draft)
      if displaced.device == ours.device, displaced.inode == ours.inode {
        // What others appended to it meanwhile is rescued.
        return .changedOnDisk
      }
      // Yet another version had replaced ours meanwhile, and is the newest.
      try folder.exchange(draft, name)
    } catch {
      // Whichever version lies aside must not be thrown away.
    }
    return .keptAside(draft)
  }

  /// Whether under `place` lies this file with the content expected, perhaps
  /// with more at its end, or another with that content.
  private func isUnchanged(
    _ place: String, in folder: borrowing Folder, _ expected: LoadedFile
  ) -> Bool {
    let found = folder.stamp(of: place)
    if isSettled, found.hasContent(of: stamp) { return true }
    do throws(SystemFailure) {
      let other = try folder.openFile(place, O_RDONLY | O_NONBLOCK)
      if found.device == stamp.device, found.inode == stamp.inode {
        return other.begins(with: expected.bytes)
      }
      return other.holds(expected.bytes)
    } catch {
      return false
    }
  }
}

extension Descriptor {
  /// Whether the file's content, of which nothing was read yet, is `bytes`.
  func holds(_ bytes: [UInt8]) -> Bool {
    guard let size = try? status.st_size, size == bytes.count else {
      return false
    }
    return (try? readAll(expected: bytes.count)) == bytes
  }

  /// Whether the file's content, of which nothing was read yet, is `bytes` or
  /// that and more.
  func begins(with bytes: [UInt8]) -> Bool {
    guard let size = try? status.st_size, size >= bytes.count,
      let found = try? readAll(expected: Int(size))
    else { return false }
    return found.starts(with: bytes)
  }
}
