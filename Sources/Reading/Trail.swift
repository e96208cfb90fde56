import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Everything on the way that decides where a path leads.
///
/// Two equal trails lead to the same file, as long as nobody writes to it.
package struct Trail: Hashable, Sendable {
  /// What is to be watched about a place.
  package enum Role: Hashable, Sendable {
    /// A folder on the way, which may be moved or removed.
    case passage
    /// A folder that holds a link, or lacks what the path names next.
    case turning(name: [UInt8])
    /// The folder that holds the file, or would hold it.
    case home(name: [UInt8])
    /// The file, which may be written under another of its names.
    case content
  }

  /// A place on the way, and what it is there for.
  package struct Step: Hashable, Sendable {
    /// The path to it without any link.
    package let place: [UInt8]
    package let role: Role
    package let device: UInt64
    package let inode: UInt64
  }

  package let steps: [Step]
  /// Whether changes that other machines make on the way are not heard of here.
  package let isRemote: Bool

  /// The steps that lead to the file, without the file's own.
  var way: [Step] { steps.filter { $0.role != .content } }

  /// Follows `path` to its end, or as far as it goes.
  package init(_ path: String) {
    var walk = Walk(Array(path.utf8))
    walk.walk()
    steps = walk.steps
    isRemote = walk.steps.contains { step in
      step.role != .passage && withPath(step.place) { system_is_remote($0) }
    }
  }
}

/// A path that is being followed.
private struct Walk {
  private(set) var steps: [Trail.Step] = []
  /// The folder that was reached, by a path without links.
  private var place: [UInt8] = []
  private var folder = stat()
  /// The names to come, the next one last.
  private var rest: [[UInt8]]
  private var links = 0

  init(_ path: [UInt8]) {
    rest = names(of: path).reversed()
    enter(path.first == slash ? [slash] : [dot])
  }

  mutating func walk() {
    while let name = rest.popLast(), step(to: name) {}
  }

  /// Goes one name on; `false` where the way ends.
  private mutating func step(to name: [UInt8]) -> Bool {
    guard name != [dot, dot] else {
      enter(joined(place, name))
      return true
    }
    let next = joined(place, name)
    var status = stat()
    guard withPath(next, { lstat($0, &status) }) == 0 else {
      end(at: name)
      return false
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return turn(at: next, name)
    case S_IFDIR where !rest.isEmpty:
      add(next, .passage, status)
      place = next
      folder = status
      return true
    default:
      end(at: name)
      if rest.isEmpty { add(next, .content, status) }
      return false
    }
  }

  private mutating func turn(at link: [UInt8], _ name: [UInt8]) -> Bool {
    add(place, .turning(name: name), folder)
    links += 1
    guard links <= 40, let target = destination(of: link) else { return false }
    rest += names(of: target).reversed()
    if target.first == slash { enter([slash]) }
    return true
  }

  /// Ends at a name that is the file's, or that leads nowhere.
  private mutating func end(at name: [UInt8]) {
    add(place, rest.isEmpty ? .home(name: name) : .turning(name: name), folder)
  }

  private mutating func enter(_ place: [UInt8]) {
    self.place = place
    folder = stat()
    _ = withPath(place) { stat($0, &folder) }
  }

  private mutating func add(
    _ place: [UInt8], _ role: Trail.Role, _ status: stat
  ) {
    steps.append(
      Trail.Step(
        place: place, role: role,
        device: UInt64(truncatingIfNeeded: status.st_dev),
        inode: UInt64(truncatingIfNeeded: status.st_ino)))
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")

/// Calls `body` with a path as the system takes it.
func withPath<Value>(
  _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Value
) -> Value {
  let characters = path.map { CChar(bitPattern: $0) } + [0]
  return characters.withUnsafeBufferPointer { buffer in
    // An array with an element has a first one.
    guard let start = buffer.baseAddress else { return body("") }
    return body(start)
  }
}

private func names(of path: [UInt8]) -> [[UInt8]] {
  path.split(separator: slash).map(Array.init).filter { $0 != [dot] }
}

private func joined(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
  folder == [slash] ? folder + name : folder + [slash] + name
}

private func destination(of link: [UInt8]) -> [UInt8]? {
  let most = 4096
  let target = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
    buffer.withMemoryRebound(to: CChar.self) { characters in
      guard let start = characters.baseAddress else { return }
      count = max(0, withPath(link) { readlink($0, start, most) })
    }
  }
  return target.isEmpty ? nil : target
}
