import Reading

/// Why a file was not saved.
///
/// Its description does not repeat the path.
///
/// The file on disk is as it was before, and nothing else lies beside it but
/// what `keptAside` names.
package enum SaveError: Error, Hashable, CustomStringConvertible {
  /// Another program wrote the file since it was read.
  case changedOnDisk
  /// Another program removed the file since it was read.
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
  /// The file has this many names, of which only one would get the change.
  case hardLinks(Int)
  /// Another program has held the file's lock for seconds.
  case locked
  /// Two other programs wrote the file just now; the older of their versions
  /// lies under this name in the same folder.
  case keptAside(String)
  case system(SystemFailure)

  package var description: String {
    switch self {
    case .changedOnDisk: "another program changed the file"
    case .removed: "another program removed the file"
    case .exists: "there is a file of that name already"
    case .folder: "it is a folder, not a file"
    case .special: "it is a pipe or a device, not a file"
    case .closedFolder(let failure):
      "its folder takes no new file: \(failure)"
    case .readOnly: "the file is write-protected"
    case .hardLinks(let count):
      "the file has \(count) names (hard links), which saving would part"
    case .locked: "another program keeps the file locked"
    case .keptAside(let name):
      "other programs changed the file twice; "
        + "the earlier version is kept as \(name)"
    case .system(let failure): "\(failure)"
    }
  }
}
