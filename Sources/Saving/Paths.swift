import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Splits a path before its last part.
func split(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
    return (".", path)
  }
  let folder = String(path[..<slash])
  return (
    folder.isEmpty ? "/" : folder,
    String(path[path.utf8.index(after: slash)...])
  )
}

/// The path that all links lead to, or `nil`, with `errno`, where there is
/// nothing.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The path that all links lead to, be there a file or not.
func resolvedPath(_ path: String) -> String {
  var path = path
  for _ in 0..<40 {
    if let resolved = realPath(path) { return resolved }
    guard let target = linkTarget(path) else { break }
    path = target.hasPrefix("/") ? target : split(path).folder + "/" + target
  }
  let (folder, name) = split(path)
  guard let above = realPath(folder) else { return path }
  return above == "/" ? "/" + name : above + "/" + name
}

/// Where a link leads, or `nil` where it is none.
private func linkTarget(_ path: String) -> String? {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_096) { buffer in
    guard let start = buffer.baseAddress else { return nil }
    let count = readlink(path, start, buffer.count)
    guard count > 0 else { return nil }
    return String(
      decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) },
      as: UTF8.self)
  }
}
