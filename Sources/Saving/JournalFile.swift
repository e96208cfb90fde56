import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A journal on the disk, to which records are added; locked for as long as it
/// is open, by which others see that its session lives.
struct JournalFile: ~Copyable {
  let name: String
  private let file: Descriptor
  private let header: End
  private var end: End

  /// Where a journal ends, and the checksum of all before.
  private struct End {
    var size: Int64
    var checksum: Checksum
  }

  private init(_ name: String, _ file: consuming Descriptor, _ end: End) {
    self.name = name
    self.file = file
    header = end
    self.end = end
  }

  /// Creates a journal with a header alone; nothing is flushed.
  static func create(
    _ header: JournalFormat.Header, for path: String,
    in folder: borrowing JournalFolder
  ) throws(SystemFailure) -> JournalFile {
    let (prefix, sum) = prefix(.header, header.content, Checksum())
    let start = JournalFormat.mark + prefix + header.content
    while true {
      let name =
        JournalFolder.start(for: path) + "\(getpid())."
        + hexadecimal(try randomNumber()) + JournalFolder.ending
      guard let file = try createLocked(name, in: folder) else { continue }
      do throws(SystemFailure) {
        try file.append(start[...])
      } catch {
        folder.folder.remove(name)
        throw error
      }
      return JournalFile(
        name, file, End(size: Int64(start.count), checksum: sum))
    }
  }

  /// Creates a file of a new name, or returns `nil` where the name was taken, or
  /// where somebody who looks for the journals of the dead was quicker than the
  /// lock.
  private static func createLocked(
    _ name: String, in folder: borrowing JournalFolder
  ) throws(SystemFailure) -> Descriptor? {
    let file: Descriptor
    do throws(SystemFailure) {
      file = try folder.folder.openFile(
        name, O_RDWR | O_CREAT | O_EXCL | O_APPEND, mode: 0o600)
    } catch {
      if error.code == EEXIST { return nil }
      throw error
    }
    if system_lock(file.number) != 0, errno == EWOULDBLOCK {
      folder.folder.remove(name)
      return nil
    }
    guard try file.status.st_nlink > 0 else { return nil }
    return file
  }

  /// Adds a record.
  ///
  /// After a failure the journal ends as before.
  mutating func add(
    _ kind: JournalFormat.Kind, _ content: [UInt8]
  ) throws(SystemFailure) {
    let (prefix, sum) = JournalFile.prefix(kind, content, end.checksum)
    do throws(SystemFailure) {
      // Small ones in one call.
      if content.count < 1 << 16 {
        try file.append((prefix + content)[...])
      } else {
        try file.append(prefix[...])
        try file.append(content[...])
      }
    } catch {
      _ = ftruncate(file.number, off_t(end.size))
      throw error
    }
    end.size += Int64(prefix.count + content.count)
    end.checksum = sum
  }

  /// Writes what was added through to the disk.
  func flush() throws(SystemFailure) {
    let number = file.number
    try check("fdatasync") { system_flush_content(number) }
  }

  /// Forgets everything but the header.
  mutating func clear() throws(SystemFailure) {
    let (number, start) = (file.number, off_t(header.size))
    try check("ftruncate") { ftruncate(number, start) }
    end = header
  }

  private static func prefix(
    _ kind: JournalFormat.Kind, _ content: [UInt8],
    _ before: Checksum
  ) -> (bytes: [UInt8], checksum: Checksum) {
    let length = UInt64(content.count)
    let head = before.after(kind: kind.rawValue, length: length)
    var sum = head
    sum.combine(content[...])
    var bytes = [kind.rawValue]
    bytes.append(number: length)
    bytes.append(number: head.value)
    bytes.append(number: sum.value)
    return (bytes, sum)
  }
}
