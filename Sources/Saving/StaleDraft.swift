import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a save left beside a file because its program was stopped half-way: the
/// version that was to come, whole or not, or the one before.
package struct StaleDraft: Hashable, Sendable {
  /// The name, in the folder of the file.
  package let name: String
  /// Of the folder, all links followed.
  private let folder: String
  private let stamp: FileStamp

  fileprivate init(_ name: String, in folder: String, _ stamp: FileStamp) {
    self.name = name
    self.folder = folder
    self.stamp = stamp
  }

  /// What it contains, or `nil` where it cannot be read.
  package var bytes: [UInt8]? {
    guard let folder = try? Folder(folder),
      let file = try? folder.openFile(name, O_RDONLY | O_NONBLOCK)
    else { return nil }
    return try? file.readAll(expected: Int(stamp.size), limit: 1 << 32)
  }

  /// Removes it, unless it is another file by now.
  package func remove() {
    guard let folder = try? Folder(folder), folder.stamp(of: name) == stamp
    else { return }
    folder.remove(name)
  }
}

/// The drafts of dead programs beside the file that `path` leads to.
///
/// Those of living ones, of other people and of other files are none.
package func staleDrafts(beside path: String) -> [StaleDraft] {
  let (folderPath, target) = split(resolvedPath(path))
  guard let folder = try? Folder(folderPath) else { return [] }
  return folder.names.sorted().compactMap { name in
    guard let process = writer(of: name, for: target),
      kill(process, 0) != 0, errno == ESRCH,
      let file = try? folder.openFile(name, O_RDONLY | O_NONBLOCK),
      let status = try? file.status,
      status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      // On another machine or in a container, its writer may live after all.
      system_lock(file.number) == 0 || errno != EWOULDBLOCK
    else { return nil }
    return StaleDraft(name, in: folderPath, FileStamp(status))
  }
}

/// The process that made a draft for `target`, or `nil` for the name of
/// something else.
private func writer(of name: String, for target: String) -> pid_t? {
  let start = ".\(draftStem(for: target))."
  guard name.hasPrefix(start), name.hasSuffix(".tmp") else { return nil }
  let parts = name.dropFirst(start.count).dropLast(4).split(
    separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[1].utf8.count == 16,
    parts[1].allSatisfy(\.isHexDigit), let process = pid_t(parts[0]),
    process > 0
  else { return nil }
  return process
}
