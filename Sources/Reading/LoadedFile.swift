import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file as it was read: what a save compares with.
package struct LoadedFile: Hashable, Sendable {
  package let bytes: [UInt8]
  /// Taken before the first byte was read; absent for standard input.
  package let stamp: FileStamp
  /// Whether an equal stamp later means equal content; see
  /// `FileStamp.isSettled`.
  package let isSettled: Bool

  package init(bytes: [UInt8], stamp: FileStamp, isSettled: Bool) {
    self.bytes = bytes
    self.stamp = stamp
    self.isSettled = isSettled
  }
}

/// Why a file could not be read.
///
/// Its description does not repeat the path.
package enum LoadError: Error, Hashable, CustomStringConvertible {
  case missing
  case folder
  /// A pipe, a device, a socket.
  case special(String)
  /// More than 4 GiB.
  case tooLarge
  case system(SystemFailure)

  package var description: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "it is a folder, not a file"
    case .special(let kind): "it is \(kind), not a file"
    case .tooLarge: "it is larger than 4 GiB"
    case .system(let failure): "\(failure)"
    }
  }
}

/// Reads the file that `path` leads to, or standard input for "-".
package func load(_ path: String) throws(LoadError) -> LoadedFile {
  guard path != "-" else { return try loadInput() }
  // A pipe that nobody writes to must not keep us waiting.
  let file = Descriptor(
    try translating { () throws(SystemFailure) in
      try check("open") { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    })
  let status = try translating { () throws(SystemFailure) in try file.status }
  try refuseSpecial(status)
  let stamp = FileStamp(status)
  let isSettled = stamp.isSettled(at: system_wall_now())
  if stamp.size >= largeSize {
    // Its bytes, and two or three times as many for what is read from them.
    system_expect_memory(stamp.size * 4)
  }
  let bytes = try translating { () throws(SystemFailure) in
    try file.readAll(expected: Int(stamp.size), limit: mostBytes)
  }
  return LoadedFile(bytes: bytes, stamp: stamp, isSettled: isSettled)
}

private func loadInput() throws(LoadError) -> LoadedFile {
  let copy = Descriptor(
    try translating { () throws(SystemFailure) in
      try check("dup") { fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) }
    })
  let bytes = try translating { () throws(SystemFailure) in
    try copy.readAll(expected: 0, limit: mostBytes)
  }
  return LoadedFile(bytes: bytes, stamp: .absent, isSettled: false)
}

private func refuseSpecial(_ status: stat) throws(LoadError) {
  switch status.st_mode & S_IFMT {
  case S_IFREG: break
  case S_IFDIR: throw .folder
  case S_IFIFO: throw .special("a pipe (\"-\" reads standard input)")
  case S_IFSOCK: throw .special("a socket")
  default: throw .special("a device")
  }
  if status.st_size > mostBytes { throw .tooLarge }
}

private func translating<Value>(
  _ body: () throws(SystemFailure) -> Value
) throws(LoadError) -> Value {
  do {
    return try body()
  } catch {
    switch error.code {
    case ENOENT: throw .missing
    case EISDIR: throw .folder
    case ENXIO: throw .special("a socket")
    case EFBIG: throw .tooLarge
    default: throw .system(error)
    }
  }
}

private let mostBytes = 1 << 32

/// From how many bytes on it pays to prepare the memory.
private let largeSize = 1 << 20
