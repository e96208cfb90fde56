import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Replaces the content of the file that `path` leads to, in one step.
///
/// Whoever looks sees the old content or the new, complete, whenever the
/// program or the machine stops. Links, mode, owner and attributes are kept.
///
/// - Parameter expected: the file as it was read; where it is another by now,
///   nothing is written.
package func save(
  _ bytes: [UInt8], to path: String, expecting expected: LoadedFile
) throws(SaveError) -> Saved {
  let target = try resolve(path)
  let folder = try openFolder(target.folder)
  let original = try Original(target.name, in: folder)
  try original.compare(with: expected)
  let draft = try writeDraft(for: target.name, in: folder) {
    draft throws(SystemFailure) in
    try draft.write(bytes)
    try original.giveTraits(to: draft)
  }
  do throws(SaveError) {
    let fresh = try original.giveWay(to: draft, in: folder, expected)
    return finish(bytes, fresh, in: folder, leaving: draft)
  } catch {
    if case .keptAside = error { throw error }
    folder.remove(draft)
    throw error
  }
}

/// Creates a file at `path`, complete from its first moment on.
///
/// Throws `SaveError.exists` where there is something of that name already, be
/// it a link that leads nowhere.
package func create(
  _ bytes: [UInt8], at path: String
) throws(SaveError) -> Saved {
  let target = split(path)
  guard !["", ".", ".."].contains(target.name) else { throw .folder }
  let folder = try openFolder(target.folder)
  if folder.stamp(of: target.name).exists { throw .exists }
  let draft = try writeDraft(for: target.name, in: folder, mode: 0o666) {
    draft throws(SystemFailure) in
    try draft.write(bytes)
  }
  do throws(SystemFailure) {
    let fresh = try folder.openFile(draft, O_RDONLY)
    try folder.rename(draft, toNew: target.name)
    return finish(bytes, fresh, in: folder, leaving: nil)
  } catch {
    folder.remove(draft)
    throw error.code == EEXIST ? .exists : .system(error)
  }
}

/// Writes a draft by `body` and through to the disk, and returns its name.
private func writeDraft(
  for target: String, in folder: borrowing Folder, mode: mode_t = 0o600,
  by body: (borrowing Draft) throws(SystemFailure) -> Void
) throws(SaveError) -> String {
  let draft: Draft
  do throws(SystemFailure) {
    draft = try Draft.create(for: target, in: folder, mode: mode)
  } catch {
    switch error.code {
    case EACCES, EPERM, EROFS: throw .closedFolder(error)
    default: throw .system(error)
    }
  }
  let name = draft.name
  do throws(SystemFailure) {
    try body(draft)
    try draft.finish()
  } catch {
    folder.remove(name)
    throw .system(error)
  }
  return name
}

/// Cleans up once the new file has its name: from here on it is saved.
///
/// - Parameter leftOver: the name under which the version before lies now.
private func finish(
  _ bytes: [UInt8], _ fresh: borrowing Descriptor,
  in folder: borrowing Folder, leaving leftOver: String?
) -> Saved {
  var notice: Saved.Notice?
  if let leftOver, !folder.remove(leftOver) { notice = .leftOver(leftOver) }
  do throws(SystemFailure) {
    try folder.flush()
  } catch {
    notice = .notConfirmed(error)
  }
  // Of the file that was written, whatever has the name by now.
  let status = try? fresh.status
  let file = LoadedFile(
    bytes: bytes, stamp: status.map { FileStamp($0) } ?? .absent,
    isSettled: false)
  return Saved(file: file, notice: notice)
}

private func openFolder(_ path: String) throws(SaveError) -> Folder {
  do throws(SystemFailure) {
    return try Folder(path)
  } catch {
    throw .system(error)
  }
}

/// Follows all links of the path to a file that exists.
private func resolve(
  _ path: String
) throws(SaveError) -> (folder: String, name: String) {
  guard let resolved = realpath(path, nil) else {
    let code = errno
    throw code == ENOENT
      ? .removed : .system(SystemFailure(call: "realpath", code: code))
  }
  defer { free(resolved) }
  return split(String(cString: resolved))
}

/// Splits a path before its last part.
private func split(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
    return (".", path)
  }
  let folder = String(path[..<slash])
  return (
    folder.isEmpty ? "/" : folder,
    String(path[path.utf8.index(after: slash)...])
  )
}
