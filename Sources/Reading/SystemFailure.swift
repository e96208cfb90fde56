#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A call of the system that failed.
package struct SystemFailure: Error, Hashable, Sendable,
  CustomStringConvertible
{
  /// The name of the call.
  package let call: String
  /// Its `errno`.
  package let code: Int32

  package init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// Why, in words, without the call.
  package var description: String {
    switch code {
    case ENOENT: "there is no such file or folder"
    case EACCES: "permission denied"
    case EPERM: "the system does not allow it; the file may be protected"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be larger than the limit allows"
    case EROFS: "the file system is read-only"
    case EBUSY: "the file is mounted on its own and cannot be replaced"
    case EIO: "the disk reports an error"
    case EISDIR: "it is a folder"
    case ENOTDIR: "part of the path is no folder"
    case ELOOP: "its links lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many files are open"
    case ENOMEM: "there is not enough memory"
    default: "\(String(cString: strerror(code))) (\(call))"
    }
  }
}

/// Returns what `call` returns, or throws its `errno` if that is -1.
@discardableResult
package func check<Value: BinaryInteger>(
  _ name: String, _ call: () -> Value
) throws(SystemFailure) -> Value {
  while true {
    let value = call()
    if value != -1 { return value }
    if errno != EINTR { throw SystemFailure(call: name, code: errno) }
  }
}
