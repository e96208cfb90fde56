import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open folder, in which everything of a save happens by name.
///
/// So a save stays in its folder even when that is renamed meanwhile.
struct Folder: ~Copyable {
  private let descriptor: Descriptor

  init(_ path: String) throws(SystemFailure) {
    descriptor = Descriptor(
      try check("open") { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// What the system says about the folder itself.
  var status: stat {
    get throws(SystemFailure) { try descriptor.status }
  }

  /// The names in the folder; none where it cannot be read.
  var names: [String] {
    let copy = openat(
      descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return [] }
    guard let entries = fdopendir(copy) else {
      close(copy)
      return []
    }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  /// Opens a file; a link is refused.
  func openFile(
    _ name: String, _ flags: Int32, mode: mode_t = 0
  ) throws(SystemFailure) -> Descriptor {
    let folder = descriptor.number
    return Descriptor(
      try check("open") {
        openat(folder, name, flags | O_CLOEXEC | O_NOFOLLOW, mode)
      })
  }

  /// The stamp of what lies under `name` itself, be it a link.
  func stamp(of name: String) -> FileStamp {
    var status = stat()
    let result = fstatat(
      descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW)
    return result == 0 ? FileStamp(status) : .absent
  }

  /// The `errno` by which the system refuses to let this process write the
  /// file, or `nil` where it may.
  func refusalToWrite(_ name: String) -> Int32? {
    faccessat(descriptor.number, name, W_OK, AT_EACCESS) == 0 ? nil : errno
  }

  /// Swaps what lies under two names.
  func exchange(_ one: String, _ other: String) throws(SystemFailure) {
    let folder = descriptor.number
    try check("rename") { system_exchange(folder, one, other) }
  }

  /// Renames, replacing what is there.
  func replace(_ name: String, by draft: String) throws(SystemFailure) {
    let folder = descriptor.number
    try check("rename") { renameat(folder, draft, folder, name) }
  }

  /// Renames; fails with `EEXIST` where there is something already.
  func rename(_ draft: String, toNew name: String) throws(SystemFailure) {
    let folder = descriptor.number
    if system_rename_new(folder, draft, name) == 0 { return }
    guard isLacking(errno) else {
      throw SystemFailure(call: "rename", code: errno)
    }
    try check("link") { linkat(folder, draft, folder, name, 0) }
    remove(draft)
  }

  /// Removes a file and says whether it is gone.
  @discardableResult
  func remove(_ name: String) -> Bool {
    unlinkat(descriptor.number, name, 0) == 0 || errno == ENOENT
  }

  /// Writes the folder itself through to the disk.
  func flush() throws(SystemFailure) {
    let folder = descriptor.number
    do throws(SystemFailure) {
      try check("fsync") { system_flush(folder) }
    } catch {
      // Some file systems have nothing to write there.
      if error.code != EINVAL { throw error }
    }
  }
}

/// Whether a file system says by `code` that it lacks a kind of rename.
func isLacking(_ code: Int32) -> Bool {
  code == EINVAL || code == ENOSYS || code == EOPNOTSUPP || code == ENOTSUP
}
