import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file to whose end something is to be added, open and locked: while this
/// value lives, no other Bearing writes the file.
package struct Appender: ~Copyable {
  private let file: Descriptor
  private let folder: Folder

  private init(_ file: consuming Descriptor, _ folder: consuming Folder) {
    self.file = file
    self.folder = folder
  }

  /// Opens the file that `path` leads to and waits for its lock.
  package static func open(_ path: String) throws(SaveError) -> Appender {
    let target = try resolve(path)
    let folder = try openFolder(target.folder)
    let file = try openLocked(target.name, O_RDWR | O_APPEND, in: folder)
    return Appender(file, folder)
  }

  /// Reads the whole file.
  package func load() throws(SaveError) -> LoadedFile {
    let number = file.number
    return try translating { () throws(SystemFailure) in
      let stamp = FileStamp(try file.status)
      try check("lseek") { lseek(number, 0, SEEK_SET) }
      let bytes = try file.readAll(expected: Int(stamp.size), limit: 1 << 32)
      return LoadedFile(bytes: bytes, stamp: stamp, isSettled: false)
    }
  }

  /// Adds bytes at the end; when it returns, they are on the disk.
  ///
  /// It is one call that writes at the end, so that whoever else appends loses
  /// nothing and gets nothing between.
  package func append(_ bytes: [UInt8]) throws(SaveError) {
    let before = try translating { () throws(SystemFailure) in
      try file.status.st_size
    }
    let number = file.number
    try translating { () throws(SystemFailure) in
      try check("fallocate") {
        system_reserve_behind(number, Int64(before), Int64(bytes.count))
      }
      // For a file system that does not know how to append.
      try check("lseek") { lseek(number, 0, SEEK_END) }
    }
    do throws(SystemFailure) {
      // Who takes no lock may have left a line without an end meanwhile.
      let beginsNew = bytes.first == 10 || bytes.starts(with: [13, 10])
      let lines = beginsNew ? bytes : missingEnd() + bytes
      try file.append(lines[...])
      try check("fsync") { system_flush(number) }
    } catch {
      try takeBack(bytes, from: Int64(before), error)
      throw .system(error)
    }
  }

  /// What the last line lacks: its end, if there is a line without one.
  func missingEnd() -> [UInt8] {
    guard let size = try? file.status.st_size, size > 0,
      let last = file.bytes(at: Int64(size) - 1, count: 1).first, last != 10
    else { return [] }
    return [10]
  }

  /// Removes what was written of `bytes` where that failed half-way.
  private func takeBack(
    _ bytes: [UInt8], from start: Int64, _ failure: SystemFailure
  ) throws(SaveError) {
    guard let size = try? file.status.st_size, size > start else { return }
    let written = Int(Int64(size) - start)
    // Others who take no lock may have added to it.
    guard written <= bytes.count,
      file.bytes(at: start, count: written)[...] == bytes.prefix(written),
      ftruncate(file.number, off_t(start)) == 0
    else { throw .partlyWritten(failure) }
  }
}
