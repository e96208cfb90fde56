#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for one test, gone with this value.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() {
    var template = Array("/tmp/bearing-test.XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, mkdtemp(start) != nil else {
        return "/nonexistent"
      }
      return String(cString: start)
    }
  }

  deinit {
    Self.remove(path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, hidden ones too.
  var names: [String] { Self.names(in: path) }

  /// Writes a file in place, as a simple program does.
  func put(_ text: String, _ name: String, mode: mode_t = 0o644) {
    put(Array(text.utf8), name, mode: mode)
  }

  func put(_ bytes: [UInt8], _ name: String, mode: mode_t = 0o600) {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, mode)
    _ = write(file, bytes, bytes.count)
    fchmod(file, mode)
    close(file)
  }

  func link(_ name: String, to target: String) {
    symlink(target, path(name))
  }

  func status(_ name: String) -> stat {
    var status = stat()
    lstat(path(name), &status)
    return status
  }

  private static func remove(_ path: String) {
    for name in names(in: path) {
      var status = stat()
      lstat("\(path)/\(name)", &status)
      if status.st_mode & S_IFMT == S_IFDIR {
        remove("\(path)/\(name)")
      } else {
        unlink("\(path)/\(name)")
      }
    }
    rmdir(path)
  }

  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

extension [UInt8] {
  init(_ text: String) {
    self = Array(text.utf8)
  }
}
