import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Saver {
  /// Writes over the content of the file where it lies, under all its names.
  ///
  /// Whoever looks meanwhile may see part of each version, and so may everybody
  /// after the machine stopped: the bytes must be in the journal before, and a
  /// person must have agreed. Where it fails, the old content is put back;
  /// `SaveError.partlyWritten` says that not even that was possible.
  ///
  /// - Parameter expected: the file as it was read; where it is another by now,
  ///   nothing is written.
  package func saveInPlace(
    _ bytes: [UInt8], expecting expected: LoadedFile
  ) throws(SaveError) -> Saved {
    let target = try resolve(path)
    let folder = try openFolder(target.folder)
    let file = try openLocked(target.name, O_RDWR, in: folder)
    let old = expected.bytes
    guard file.holds(old) else { throw .changedOnDisk }
    do throws(SystemFailure) {
      try file.overwrite(old, with: bytes)
    } catch {
      do throws(SystemFailure) {
        try file.overwrite(bytes, with: old)
      } catch {
        throw .partlyWritten(error)
      }
      throw .system(error)
    }
    return confirm(bytes, file, in: folder, leaving: nil, lacking: nil)
  }
}

extension Descriptor {
  /// Makes the content `bytes`, which was `old`, and writes it through to the
  /// disk.
  fileprivate func overwrite(
    _ old: [UInt8], with bytes: [UInt8]
  ) throws(SystemFailure) {
    let most = min(old.count, bytes.count)
    var start = 0
    while start < most, old[start] == bytes[start] { start += 1 }
    let (end, more) = (Int64(old.count), Int64(bytes.count - old.count))
    try check("fallocate") { system_reserve_behind(number, end, more) }
    try check("lseek") { lseek(number, off_t(start), SEEK_SET) }
    try append(bytes[start...])
    try cut(to: bytes.count, from: old.count)
    try check("fsync") { system_flush(number) }
  }

  /// Ends the file behind its new bytes, but keeps what others appended to the
  /// old ones meanwhile.
  private func cut(to size: Int, from oldSize: Int) throws(SystemFailure) {
    let present = Int(try status.st_size)
    let late =
      present > max(size, oldSize)
      ? self.bytes(at: Int64(max(size, oldSize)), count: present) : []
    try check("lseek") { lseek(number, off_t(size), SEEK_SET) }
    try append(late[...])
    try check("ftruncate") { ftruncate(number, off_t(size + late.count)) }
  }
}
