import CSystem

#if canImport(Glibc)
  import Glibc

  /// An ear on every place that decides what a path leads to.
  struct Lookout: ~Copyable {
    /// What was heard, not yet weighed.
    enum Sound: Hashable {
      case notice(Patience.Notice)
      /// Something changed, and it is to be found out what.
      case uncertain
    }

    private let path: String
    /// Its number is -1 where there is none.
    private let queue: Descriptor
    /// Where mounts are told of, which may lay another folder over one on the
    /// way; -1 where they are not.
    private let mounts: Descriptor
    /// Ready when one of the two has something to tell; -1 where there is none.
    private let gate: Descriptor
    private var trail: Trail?
    /// What each watch is there for; one may be there for several roles.
    private var roles: [(watch: Int32, role: Trail.Role)] = []
    /// Whether a watch that is needed could not be set.
    private var isDeaf = false
    /// Which watches must be set anew though the trail is as it was.
    private var lost = Lost.none

    private enum Lost {
      case none
      /// That of the file, which was removed.
      case file
      case all
    }

    init(_ path: String) {
      self.path = path
      // Standard input is no file that anybody could write.
      queue = Descriptor(
        path == "-" ? -1 : inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)))
      mounts = Descriptor(
        path == "-" ? -1 : open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC))
      gate = Descriptor(system_gate(queue.number, mounts.number))
      if path != "-" { follow() }
    }

    /// To poll; `nil` where nothing can be heard.
    ///
    /// It is ready also where there is nothing to hear, but a trail to be
    /// followed anew.
    var descriptor: Int32? {
      if gate.number >= 0 { return gate.number }
      return queue.number < 0 ? nil : queue.number
    }

    /// Whether changes may go unheard, so that somebody has to look.
    var isBlind: Bool {
      queue.number < 0 || isDeaf || trail?.isRemote ?? true
    }

    /// Whether `hear` last heard of other files beside the way alone.
    private(set) var heardOthersAlone = false

    /// What there is to hear, in its order, without waiting.
    mutating func hear() -> [Sound] {
      let (events, others) = readEvents()
      heardOthersAlone = events.isEmpty && others > 0 && !isBlind
      if heardOthersAlone { return [] }
      // What is not told at all, as a mount over a folder, is looked for.
      return weigh(events, silence: .doubted)
    }

    /// What there is to hear right after `hear`: silence is believed.
    mutating func hearMore() -> [Sound] {
      weigh(readEvents().events, silence: .believed)
    }

    /// What is thought of the way where nothing is heard.
    private enum Silence {
      case believed, doubted
    }

    private mutating func weigh(
      _ events: [FolderEvent], silence: Silence
    ) -> [Sound] {
      var sounds: [Sound] = []
      var isTrailInDoubt = events.isEmpty && silence == .doubted
      for event in events {
        if changesTrail(event) { isTrailInDoubt = true }
        sounds += self.sounds(of: event)
      }
      if isTrailInDoubt, follow(), sounds.isEmpty { sounds = [.uncertain] }
      return sounds
    }

    /// Has the next `hear` set all watches anew.
    mutating func doubt() {
      lost = .all
    }

    /// The events about the way, and how many there were about other names.
    private func readEvents() -> (events: [FolderEvent], others: Int) {
      guard queue.number >= 0 else { return ([], 0) }
      var events: [FolderEvent] = []
      var others = 0
      // A folder where much happens must not keep us here.
      for _ in 0..<16 {
        let size = 1 << 13
        let count = withUnsafeTemporaryAllocation(
          byteCount: size, alignment: 8
        ) { buffer in
          let count = max(0, read(queue.number, buffer.baseAddress, size))
          others += FolderEvent.read(
            UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &events
          ) { watch, name in
            !isKnown(watch)
              || roles.contains { $0.watch == watch && $0.role.matters(name) }
          }
          return count
        }
        // One more has room where it ends before the last 300 bytes.
        if count < size - 300 { break }
      }
      return (events, others)
    }

    private mutating func changesTrail(_ event: FolderEvent) -> Bool {
      if event.isOne(of: Int(IN_Q_OVERFLOW)) { return true }
      guard isKnown(event.watch) else { return false }
      if event.isOne(of: Int(IN_IGNORED), Int(IN_UNMOUNT)) {
        let isFile = roles.allSatisfy {
          $0.watch != event.watch || $0.role == .content
        }
        lost = isFile && lost != .all ? .file : .all
        return true
      }
      if event.isOne(of: Int(IN_MOVE_SELF), Int(IN_DELETE_SELF)) { return true }
      return event.isOne(
        of: Int(IN_CREATE), Int(IN_MOVED_TO), Int(IN_MOVED_FROM), Int(IN_DELETE)
      )
        && roles.contains {
          $0.watch == event.watch && $0.role.name == event.name
        }
    }

    private func isKnown(_ watch: Int32) -> Bool {
      roles.contains { $0.watch == watch }
    }

    private func sounds(of event: FolderEvent) -> [Sound] {
      if event.isOne(of: Int(IN_Q_OVERFLOW)) { return [.uncertain] }
      let own = roles.filter { $0.watch == event.watch }
      return own.compactMap { own in
        switch own.role {
        case .passage: passageSound(of: event)
        case .turning(let name):
          event.name == name ? turningSound(of: event) : passageSound(of: event)
        case .home(let name):
          event.name == name ? homeSound(of: event) : passageSound(of: event)
        case .content: contentSound(of: event)
        }
      }
    }

    private func passageSound(of event: FolderEvent) -> Sound? {
      event.isOne(
        of: Int(IN_MOVE_SELF), Int(IN_DELETE_SELF), Int(IN_UNMOUNT))
        ? .uncertain : nil
    }

    private func turningSound(of event: FolderEvent) -> Sound? {
      if event.isOne(of: Int(IN_MOVED_TO)) { return .notice(.complete) }
      if event.isOne(of: Int(IN_CREATE)) { return .uncertain }
      return event.isOne(of: Int(IN_MOVED_FROM), Int(IN_DELETE))
        ? .notice(.gone) : nil
    }

    private func homeSound(of event: FolderEvent) -> Sound? {
      if event.isOne(of: Int(IN_MOVED_TO)) { return .notice(.complete) }
      if event.isOne(of: Int(IN_CREATE)) { return .notice(.begun) }
      if event.isOne(of: Int(IN_MOVED_FROM), Int(IN_DELETE)) {
        return .notice(.gone)
      }
      if event.isOne(of: Int(IN_ATTRIB)) { return .uncertain }
      return contentSound(of: event)
    }

    private func contentSound(of event: FolderEvent) -> Sound? {
      if event.isOne(of: Int(IN_CLOSE_WRITE)) { return .notice(.complete) }
      return event.isOne(of: Int(IN_MODIFY)) ? .notice(.begun) : nil
    }

    /// Watches what the path leads through now; returns whether that is new.
    @discardableResult
    private mutating func follow() -> Bool {
      var isNew = false
      // Until nothing has moved while the watches were set.
      for _ in 0..<8 {
        let now = Trail(path)
        if now == trail, lost == .none { break }
        if now != trail { isNew = true }
        let hasWayStayed = lost != .all && now.way == trail?.way
        trail = now
        lost = .none
        if hasWayStayed {
          watch(
            now.steps.filter { $0.role == .content },
            beside: roles.filter { $0.role != .content })
          // If the file is replaced meanwhile, its folder tells.
          break
        }
        isDeaf = false
        watch(now.steps, beside: [])
      }
      return isNew
    }

    /// Watches these steps and those that are kept, and no others.
    private mutating func watch(
      _ steps: [Trail.Step], beside kept: [(watch: Int32, role: Trail.Role)]
    ) {
      guard queue.number >= 0 else { return }
      let before = roles
      roles = kept
      for step in steps {
        let number = withPath(step.place) {
          inotify_add_watch(queue.number, $0, step.role.mask)
        }
        if number >= 0 {
          let isThere = roles.contains {
            $0.watch == number && $0.role == step.role
          }
          if !isThere { roles.append((number, step.role)) }
        } else if step.role.name != nil || errno == ENOSPC {
          isDeaf = true
        }
      }
      var gone = Set(before.map(\.watch))
      gone.subtract(roles.map(\.watch))
      for number in gone { inotify_rm_watch(queue.number, number) }
    }
  }

  extension Trail.Role {
    /// The name that matters in a folder.
    fileprivate var name: [UInt8]? {
      switch self {
      case .passage, .content: nil
      case .turning(let name), .home(let name): name
      }
    }

    /// Whether something that happens there under this name can matter; an empty
    /// one is that of the place itself.
    fileprivate func matters(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
      if name.isEmpty { return true }
      return self.name?.elementsEqual(name) ?? false
    }

    /// What is to be told about such a place.
    fileprivate var mask: UInt32 {
      let itself = Int(IN_MOVE_SELF) | Int(IN_DELETE_SELF)
      let names =
        Int(IN_CREATE) | Int(IN_DELETE) | Int(IN_MOVED_FROM) | Int(IN_MOVED_TO)
      let writes = Int(IN_MODIFY) | Int(IN_CLOSE_WRITE)
      let kinds =
        switch self {
        case .passage: itself
        case .turning: itself | names
        case .home: itself | names | writes | Int(IN_ATTRIB)
        case .content: writes
        }
      return UInt32(kinds) | UInt32(IN_MASK_ADD) | UInt32(IN_DONT_FOLLOW)
    }
  }
#else
  /// No ear: where there is no inotify, somebody has to look.
  struct Lookout: ~Copyable {
    enum Sound: Hashable {
      case notice(Patience.Notice)
      case uncertain
    }

    init(_ path: String) {}

    var descriptor: Int32? { nil }
    var isBlind: Bool { true }
    var heardOthersAlone: Bool { false }
    mutating func hear() -> [Sound] { [] }
    mutating func hearMore() -> [Sound] { [] }
    mutating func doubt() {}
  }
#endif
