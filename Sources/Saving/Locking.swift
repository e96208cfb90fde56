import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens a regular file and takes its lock, so that the name still leads to it.
///
/// It is waited for up to two seconds. A file system without locks is gone on
/// with.
func openLocked(
  _ name: String, _ flags: Int32, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  for _ in 0..<400 {
    let file = try openRegular(name, flags, in: folder)
    if system_lock(file.number) == -1, errno == EWOULDBLOCK {
      // 5 ms.
      _ = poll(nil, 0, 5)
      continue
    }
    let status = try translating { () throws(SystemFailure) in
      try file.status
    }
    let found = folder.stamp(of: name)
    let mine = FileStamp(status)
    if found.device == mine.device, found.inode == mine.inode { return file }
  }
  throw .locked
}

private func openRegular(
  _ name: String, _ flags: Int32, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  let file = try openExisting(name, flags, in: folder)
  let status = try translating { () throws(SystemFailure) in
    try file.status
  }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return file
  case S_IFDIR: throw .folder
  default: throw .special
  }
}

private func openExisting(
  _ name: String, _ flags: Int32, in folder: borrowing Folder
) throws(SaveError) -> Descriptor {
  do throws(SystemFailure) {
    return try folder.openFile(name, flags | O_NONBLOCK)
  } catch {
    switch error.code {
    case ENOENT: throw .removed
    // It was no link when the path was resolved.
    case ELOOP: throw .changedOnDisk
    case EISDIR: throw .folder
    case ENXIO: throw .special
    case EACCES where flags & O_ACCMODE != O_RDONLY: throw .readOnly
    case EPERM where flags & O_ACCMODE != O_RDONLY: throw .protected
    default: throw .system(error)
    }
  }
}

/// Throws where this process may not write the file.
func refuseReadOnly(
  _ name: String, in folder: borrowing Folder
) throws(SaveError) {
  guard let code = folder.refusalToWrite(name) else { return }
  switch code {
  case EACCES: throw .readOnly
  case EPERM: throw .protected
  // Whatever else there is shows when it is tried.
  default: break
  }
}

func translating<Value: ~Copyable>(
  _ body: () throws(SystemFailure) -> Value
) throws(SaveError) -> Value {
  do throws(SystemFailure) {
    return try body()
  } catch {
    throw .system(error)
  }
}
