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
    var written = 0
    while written < bytes.count {
      let count = try check("write") {
        bytes.withUnsafeBytes { writeSome(number, $0[written...]) }
      }
      // A disk that takes nothing is full.
      guard count > 0 else { throw SystemFailure(call: "write", code: ENOSPC) }
      written += count
    }
  }

  /// Takes over the mode, the owner and the attributes of `model`, as far as
  /// that is allowed.
  func takeTraits(of model: borrowing Descriptor) throws(SystemFailure) {
    let wanted = try model.status
    let present = try file.status
    let number = file.number
    var mode = wanted.st_mode & 0o7777
    let owner = wanted.st_uid == present.st_uid ? uid_t.max : wanted.st_uid
    let group = wanted.st_gid == present.st_gid ? gid_t.max : wanted.st_gid
    if owner != .max, fchown(number, owner, .max) != 0 {
      mode &= ~mode_t(S_ISUID)
    }
    if group != .max, fchown(number, .max, group) != 0 {
      // The group is another one now, and gets nothing by that.
      mode &= ~mode_t(S_ISGID | S_IRWXG)
    }
    system_copy_attributes(model.number, number)
    try check("fchmod") { fchmod(number, mode) }
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

private func writeSome(
  _ file: Int32, _ bytes: Slice<UnsafeRawBufferPointer>
) -> Int {
  let rest = UnsafeRawBufferPointer(rebasing: bytes)
  // A system may refuse more than this in one call.
  return write(file, rest.baseAddress, min(rest.count, 1 << 30))
}

/// A name that tells whose draft it is: ".board.okr.4711.0123456789abcdef.tmp".
private func draftName(for target: String) throws(SystemFailure) -> String {
  var random: UInt64 = 0
  try check("getentropy") { system_random(&random, 8) }
  let digits = String(random, radix: 16)
  let padding = String(repeating: "0", count: 16 - digits.count)
  // A name may have 255 bytes.
  let stem = target.utf8.count <= 200 ? target : "board"
  return ".\(stem).\(getpid()).\(padding)\(digits).tmp"
}
