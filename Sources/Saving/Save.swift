import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Saves once, and waits until nobody can write to the version before any more:
/// see `Saver`.
package func save(
  _ bytes: [UInt8], to path: String, expecting expected: LoadedFile
) throws(SaveError) -> Saved {
  var saver = Saver(path)
  let saved = try saver.save(bytes, expecting: expected)
  _ = saver.finish()
  return saved
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
    return confirm(bytes, fresh, in: folder, leaving: nil, lacking: nil)
  } catch {
    folder.remove(draft)
    throw error.code == EEXIST ? .exists : .system(error)
  }
}

/// Writes a draft by `body` and through to the disk, and returns its name.
func writeDraft(
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
/// - Parameter lost: what the new file has not of the one before.
func confirm(
  _ bytes: [UInt8], _ fresh: borrowing Descriptor,
  in folder: borrowing Folder, leaving leftOver: String?,
  lacking lost: Saved.Trait?
) -> Saved {
  var notice = lost.map { Saved.Notice.lost($0) }
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

/// Opens the folder of a file that is to be saved.
func openFolder(_ path: String) throws(SaveError) -> Folder {
  do throws(SystemFailure) {
    return try Folder(path)
  } catch {
    throw .system(error)
  }
}

/// Opens a draft that is written, and takes its lock: whoever waits for that of
/// the version before tries this one's next.
func openDraft(
  _ draft: String, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  do throws(SystemFailure) {
    let file = try folder.openFile(draft, O_RDONLY)
    _ = system_lock(file.number)
    return file
  } catch {
    folder.remove(draft)
    throw .system(error)
  }
}

/// Follows all links of the path to a file that exists.
func resolve(
  _ path: String
) throws(SaveError) -> (folder: String, name: String) {
  guard let resolved = realPath(path) else {
    let code = errno
    throw code == ENOENT
      ? .removed : .system(SystemFailure(call: "realpath", code: code))
  }
  return split(resolved)
}
