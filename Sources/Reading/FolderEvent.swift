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
      _ = bytes.withUnsafeBytes { raw in
        read(raw, into: &events) { _, _ in true }
      }
      return events
    }

    /// Appends those events in `raw` whose watch and name matter, and returns how
    /// many do not: where much happens, these cost next to nothing.
    static func read(
      _ raw: UnsafeRawBufferPointer, into events: inout [FolderEvent],
      where matters: (Int32, Slice<UnsafeRawBufferPointer>) -> Bool
    ) -> Int {
      var others = 0
      var place = 0
      while raw.count - place >= headerSize {
        let size = raw.loadUnaligned(
          fromByteOffset: place + 12, as: UInt32.self)
        let end = place + headerSize + Int(size)
        guard end <= raw.count else { break }
        let watch = raw.loadUnaligned(fromByteOffset: place, as: Int32.self)
        let name = raw[(place + headerSize)..<end].prefix { $0 != 0 }
        if matters(watch, name) {
          let mask = raw.loadUnaligned(
            fromByteOffset: place + 4, as: UInt32.self)
          events.append(FolderEvent(watch: watch, mask: mask, name: name))
        } else {
          others += 1
        }
        place = end
      }
      return others
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
