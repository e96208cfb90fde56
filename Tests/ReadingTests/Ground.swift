#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for one test, gone with this value, and what is done in it.
struct Ground: ~Copyable {
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

  /// Writes a file in place, as a simple program does.
  func put(_ text: String, _ name: String) {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(text.utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  func link(_ name: String, to target: String) {
    symlink(target, path(name))
  }

  func makeFolder(_ name: String) {
    mkdir(path(name), 0o755)
  }

  func move(_ name: String, to other: String) {
    rename(path(name), path(other))
  }

  func remove(_ name: String) {
    Self.remove(path(name))
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) {
            String(cString: $0)
          }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      closedir(folder)
      var status = stat()
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        for name in names { remove("\(path)/\(name)") }
      }
    }
    unlink(path)
    rmdir(path)
  }
}
