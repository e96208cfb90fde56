import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that is to take a name in a folder: written out of sight first.
struct Draft: ~Copyable {
  let name: String
  private let file: Descriptor

  /// Creates an empty file under a name that nobody can guess.
  static func create(
    for target: String, in folder: borrowing Folder, mode: mode_t
  ) throws(SystemFailure) -> Draft {
    while true {
      let name = try draftName(for: target)
      do throws(SystemFailure) {
        let file = try folder.openFile(
          name, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        // By which it is told from the draft of a program that died.
        _ = system_lock(file.number)
        return Draft(name: name, file: file)
      } catch {
        if error.code != EEXIST { throw error }
      }
    }
  }

  /// Writes the whole content.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    let number = file.number
    try check("fallocate") { system_reserve(number, Int64(bytes.count)) }
    try file.append(bytes[...])
  }

  /// Takes over the mode, the owner and the attributes of `model`, as far as
  /// that is allowed, and says what was not.
  func takeTraits(
    of model: borrowing Descriptor
  ) throws(SystemFailure) -> Saved.Trait? {
    let wanted = try model.status
    let present = try file.status
    let number = file.number
    var mode = wanted.st_mode & 0o7777
    var lost: Saved.Trait?
    if system_copy_attributes(model.number, number) > 0 { lost = .attributes }
    if wanted.st_gid != present.st_gid,
      fchown(number, .max, wanted.st_gid) != 0
    {
      // The group is another one now, and gets nothing by that.
      mode &= ~mode_t(S_ISGID | S_IRWXG)
      lost = .group
    }
    if wanted.st_uid != present.st_uid,
      fchown(number, wanted.st_uid, .max) != 0
    {
      mode &= ~mode_t(S_ISUID)
      lost = .owner
    }
    if fchmod(number, mode) != 0,
      try file.status.st_mode & 0o7777 != mode
    {
      lost = .mode
    }
    return lost
  }

  /// Writes the file through to the disk and closes it.
  ///
  /// After a failure it must be thrown away: to try once more could succeed
  /// although bytes were dropped.
  consuming func finish() throws(SystemFailure) {
    let number = file.number
    try check("fsync") { system_flush(number) }
    try file.finish()
  }
}

/// A name that tells whose draft it is: ".board.okr.4711.0123456789abcdef.tmp".
private func draftName(for target: String) throws(SystemFailure) -> String {
  let random = hexadecimal(try randomNumber())
  return ".\(draftStem(for: target)).\(getpid()).\(random).tmp"
}

/// The part of a draft's name that tells of which file.
func draftStem(for target: String) -> String {
  // A name may have 255 bytes.
  target.utf8.count <= 200 ? target : "board"
}
