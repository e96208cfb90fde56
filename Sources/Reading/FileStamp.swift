#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// By what one tells whether a file is still the same.
package struct FileStamp: Hashable, Sendable {
  /// Whether there is a file at all; everything else is 0 if not.
  package let exists: Bool
  package let device: UInt64
  package let inode: UInt64
  /// In bytes.
  package let size: Int64
  /// When its content was last written, in nanoseconds since 1970.
  package let modified: Int64
  /// When anything about it last changed, in nanoseconds since 1970.
  package let changed: Int64

  /// The stamp of no file.
  package static var absent: FileStamp { FileStamp() }

  /// The stamp of whatever `path` leads to now.
  package static func current(of path: String) -> FileStamp {
    var status = stat()
    return stat(path, &status) == 0 ? FileStamp(status) : .absent
  }

  package init(_ status: stat) {
    exists = true
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Glibc)
      modified = nanoseconds(status.st_mtim)
      changed = nanoseconds(status.st_ctim)
    #else
      modified = nanoseconds(status.st_mtimespec)
      changed = nanoseconds(status.st_ctimespec)
    #endif
  }

  private init() {
    exists = false
    device = 0
    inode = 0
    size = 0
    modified = 0
    changed = 0
  }

  /// Whether both are of one file whose content was not written between them.
  ///
  /// Unlike `==`, this does not mind a rename.
  package func hasContent(of other: FileStamp) -> Bool {
    exists == other.exists && device == other.device && inode == other.inode
      && size == other.size && modified == other.modified
  }

  /// Whether the content had rested for a while at `now`, in nanoseconds since
  /// 1970.
  ///
  /// Where it had not, a write in the same tick of the file system's clock
  /// would leave the stamp as it is.
  package func isSettled(at now: Int64) -> Bool {
    max(modified, changed) < now - 100_000_000
  }
}

private func nanoseconds(_ time: timespec) -> Int64 {
  let (seconds, isTooLarge) = Int64(time.tv_sec)
    .multipliedReportingOverflow(by: 1_000_000_000)
  return isTooLarge ? 0 : seconds &+ Int64(time.tv_nsec)
}
