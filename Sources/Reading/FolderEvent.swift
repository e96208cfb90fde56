#if canImport(Glibc)
  import Glibc

  /// An event as inotify tells it.
  package struct FolderEvent: Hashable, Sendable {
    /// The number of the watch; -1 where events were lost.
    package let watch: Int32
    package let mask: UInt32
    /// The name in the watched folder; empty where it is about the folder.
    package let name: [UInt8]

    /// The events in `bytes`, as they are read from inotify.
    package static func all(in bytes: [UInt8]) -> [FolderEvent] {
      var events: [FolderEvent] = []
      var place = 0
      bytes.withUnsafeBytes { raw in
        while raw.count - place >= headerSize {
          let size = raw.loadUnaligned(
            fromByteOffset: place + 12, as: UInt32.self)
          let end = place + headerSize + Int(size)
          guard end <= raw.count else { return }
          events.append(
            FolderEvent(
              watch: raw.loadUnaligned(fromByteOffset: place, as: Int32.self),
              mask: raw.loadUnaligned(
                fromByteOffset: place + 4, as: UInt32.self),
              name: raw[(place + headerSize)..<end].prefix { $0 != 0 }))
          place = end
        }
      }
      return events
    }

    private init(
      watch: Int32, mask: UInt32, name: Slice<UnsafeRawBufferPointer>
    ) {
      self.watch = watch
      self.mask = mask
      self.name = Array(name)
    }

    /// Whether it is one of those in `kinds`.
    package func isOne(of kinds: Int...) -> Bool {
      kinds.contains { mask & UInt32($0) != 0 }
    }
  }

  /// Watch, mask, cookie and the length of the name, four bytes each.
  private let headerSize = 16
#endif
