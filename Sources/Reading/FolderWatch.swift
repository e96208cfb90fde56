#if canImport(Glibc)
  import Glibc

  /// An ear on one folder: whether files in it come, go or are written.
  package struct FolderWatch: ~Copyable {
    private let queue: Descriptor

    /// Watches the folder at `path`; where that is not possible nothing is ever
    /// heard.
    package init(_ path: String) {
      queue = Descriptor(inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)))
      let kinds = IN_CREATE | IN_DELETE | IN_MODIFY | IN_MOVED_FROM
      _ = inotify_add_watch(queue.number, path, UInt32(kinds))
    }

    /// To poll for reading; `nil` where nothing can be heard.
    package var descriptor: Int32? { queue.number < 0 ? nil : queue.number }

    /// Whether something has happened since this was asked last.
    package func hasNews() -> Bool {
      guard queue.number >= 0 else { return false }
      var hasNews = false
      // A folder where much happens must not keep us here.
      for _ in 0..<16 {
        let count = withUnsafeTemporaryAllocation(
          byteCount: 4_096, alignment: 8
        ) { read(queue.number, $0.baseAddress, $0.count) }
        if count <= 0 { break }
        hasNews = true
      }
      return hasNews
    }
  }
#else
  /// An ear on one folder; it hears nothing on this system.
  package struct FolderWatch: ~Copyable {
    package init(_ path: String) {}

    package var descriptor: Int32? { nil }

    package func hasNews() -> Bool { false }
  }
#endif
