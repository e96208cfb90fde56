import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file was not saved.
///
/// Its description does not repeat the path.
///
/// The file on disk is as it was before, but for `partlyWritten`, and nothing
/// else lies beside it but what `keptAside` names.
package enum SaveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another program wrote the file since it was read.
  case changedOnDisk
  /// Another program removed the file, or its folder, since it was read.
  case removed
  /// A file of that name is there already, and was to be created.
  case exists
  case folder
  /// A pipe, a device, a socket.
  case special
  /// No new file can be made in the folder, without which there is no safe save.
  case closedFolder(SystemFailure)
  /// The file may be read but not written.
  case readOnly
  /// The system lets nobody change the file, or only append to it.
  case protected
  /// The file has this many names, of which only one would get the change.
  case hardLinks(Int)
  /// A new file cannot take the name: the file is mounted on its own, in use on
  /// a network, or another person's in a shared folder.
  case cannotReplace(SystemFailure)
  /// Another program has held the file's lock for seconds.
  case locked
  /// Two other programs wrote the file just now; the older of their versions
  /// lies under this name in the same folder.
  case keptAside(String)
  /// Writing in place was stopped half-way; the file holds part of each version.
  case partlyWritten(SystemFailure)
  case system(SystemFailure)

  package var description: String {
    switch self {
    case .changedOnDisk: "another program changed the file"
    case .removed: "another program removed the file or its folder"
    case .exists: "there is a file of that name already"
    case .folder: "it is a folder, not a file"
    case .special: "it is a pipe or a device, not a file"
    case .closedFolder(let failure):
      "its folder takes no new file: \(failure)"
    case .readOnly: "the file is write-protected"
    case .protected: "the system protects the file from changes"
    case .hardLinks(let count):
      "the file has \(count) names (hard links), which saving would part"
    case .cannotReplace(let failure):
      "no new file can take its place: \(failure)"
    case .locked: "another program keeps the file locked"
    case .keptAside(let name):
      "other programs changed the file twice; "
        + "the earlier version is kept as \(name)"
    case .partlyWritten(let failure):
      "the file was written only in part: \(failure)"
    case .system(let failure): "\(failure)"
    }
  }

  /// What to do about it, in one line.
  package var advice: String {
    switch self {
    case .changedOnDisk: "read it again and repeat the change"
    case .removed: "save elsewhere, or put the file back"
    case .exists: "choose another name"
    case .folder, .special: "choose a file"
    case .closedFolder(let failure) where failure.code == EROFS:
      "save elsewhere"
    case .closedFolder:
      "make the folder writable, write in place, or save elsewhere"
    case .readOnly: "make it writable ('chmod u+w'), or save elsewhere"
    case .protected:
      "lift the protection ('lsattr' shows it), or save elsewhere"
    case .hardLinks: "write in place, which changes it under all names"
    case .cannotReplace: "write in place, or save elsewhere"
    case .locked: "try again once it is done"
    case .keptAside(let name): "look at \(name), then save again"
    case .partlyWritten: "save again, or elsewhere; your edits are kept"
    case .system(let failure): SaveError.advice(on: failure)
    }
  }

  private static func advice(on failure: SystemFailure) -> String {
    switch failure.code {
    case ENOSPC, EDQUOT: "free some space, or save elsewhere"
    case EFBIG: "raise the limit ('ulimit -f'), or save elsewhere"
    case EIO: "save elsewhere, and look after the disk"
    case EMFILE, ENFILE, ENOMEM: "close other programs and try again"
    default: "try again, or save elsewhere"
    }
  }

  /// Whether the file can be written where it lies instead, which is less safe:
  /// see `Saver.saveInPlace`.
  package var allowsInPlace: Bool {
    switch self {
    case .hardLinks, .cannotReplace, .partlyWritten: true
    case .closedFolder(let failure): failure.code != EROFS
    case .changedOnDisk, .removed, .exists, .folder, .special, .readOnly,
      .protected, .locked, .keptAside, .system:
      false
    }
  }
}
