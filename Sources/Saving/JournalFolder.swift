import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder in which the journals of all files lie, open.
struct JournalFolder: ~Copyable {
  let folder: Folder

  /// Opens the folder, or returns `nil` where there is none that can be used.
  static func existing(_ path: String) -> JournalFolder? {
    try? open(path)
  }

  /// Opens the folder, and makes it where there is none yet.
  static func making(_ path: String) throws(JournalError) -> JournalFolder {
    try opening { () throws(SystemFailure) in try makeFolder(path) }
    return try open(path)
  }

  private static func open(
    _ path: String
  ) throws(JournalError) -> JournalFolder {
    let folder = try opening { () throws(SystemFailure) in try Folder(path) }
    let status = try opening { () throws(SystemFailure) in try folder.status }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw .notPrivate
    }
    return JournalFolder(folder: folder)
  }

  /// The names of the journals of a file.
  func journals(for path: String) -> [String] {
    let start = JournalFolder.start(for: path)
    return folder.names.filter {
      $0.hasPrefix(start) && $0.hasSuffix(JournalFolder.ending)
    }.sorted()
  }

  /// Opens a journal if it is one that this person's Bearing can have written:
  /// a regular file under one name, nobody else's, not by a link.
  func openJournal(_ name: String) -> Opened? {
    guard
      let file = try? folder.openFile(name, O_RDWR | O_NONBLOCK),
      let status = try? file.status,
      status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_nlink == 1, status.st_mode & 0o077 == 0,
      status.st_size <= JournalFolder.mostBytes
    else { return nil }
    return Opened(name: name, file: file, stamp: FileStamp(status))
  }

  /// A journal that was opened for reading.
  struct Opened: ~Copyable {
    let name: String
    let file: Descriptor
    let stamp: FileStamp
  }

  /// How the names of all journals of a file begin.
  static func start(for path: String) -> String {
    var checksum = Checksum()
    checksum.combine(Array(path.utf8)[...])
    return hexadecimal(checksum.value) + "."
  }

  static var ending: String { ".journal" }

  /// Base and edits of a file of at most 4 GiB.
  private static var mostBytes: Int64 { 6 << 30 }
}

private func opening<Value: ~Copyable>(
  _ body: () throws(SystemFailure) -> Value
) throws(JournalError) -> Value {
  do throws(SystemFailure) {
    return try body()
  } catch {
    throw .folder(error)
  }
}

/// Makes a folder and those above it that are missing, for nobody else.
private func makeFolder(_ path: String) throws(SystemFailure) {
  if mkdir(path, 0o700) == 0 { return flushFolder(above: path) }
  switch errno {
  case EEXIST: return
  case ENOENT:
    let above = split(path).folder
    guard above != path, above != "." else {
      throw SystemFailure(call: "mkdir", code: ENOENT)
    }
    try makeFolder(above)
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw SystemFailure(call: "mkdir", code: errno)
    }
    flushFolder(above: path)
  default: throw SystemFailure(call: "mkdir", code: errno)
  }
}

/// A new folder must not be gone after a power failure.
private func flushFolder(above path: String) {
  guard let folder = try? Folder(split(path).folder) else { return }
  try? folder.flush()
}

/// Sixteen digits.
func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

func randomNumber() throws(SystemFailure) -> UInt64 {
  var number: UInt64 = 0
  try check("getentropy") { system_random(&number, 8) }
  return number
}
