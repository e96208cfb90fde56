import CSystem
import Canvas
import Dashboard
import Goals
import Reading
import Saving
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The world that a session lives in: the terminal, the clock and the file.
struct LiveHost: ~Copyable, Host {
  private var screen: Screen
  private var looks: Look
  private var palette: Palette
  private var path: String
  /// The file as it was read or saved last.
  private var file: LoadedFile
  private var watcher: Watcher
  private var saver: Saver
  private var keeper: Keeper
  private let isEditing: Bool
  private var hasBegun = false
  /// What the session is asked to do first.
  private let first: Command?
  /// Whether nobody knows if the last save has reached the disk.
  private var isUnconfirmed = false
  /// The moment that stands in for the clock, if one was asked for.
  private let standIn: Now?
  private var minute = WallTime.now().nextMinute
  /// When the session wants to be told of the time, if it does.
  private var tick: Int64?
  /// What happens next, before anything new is waited for.
  private var pending: [Event] = []
  /// The signal that ended the session, if one did.
  private(set) var end: EndSignal?

  init(
    _ screen: consuming Screen, _ look: Look, path: String,
    file: LoadedFile, standIn: Now?, access: Session.Access,
    keeper: consuming Keeper, first: Command? = nil
  ) {
    self.first = first
    isEditing = access == .editing
    palette = look.palette(colours: screen.colours)
    looks = look
    self.screen = screen
    self.path = path
    self.file = file
    self.standIn = standIn
    self.keeper = keeper
    saver = Saver(path)
    // To watch a large folder takes time: not before the first picture stands.
    watcher = Watcher("-", known: file)
  }

  var size: (width: Int, height: Int) { screen.size }

  mutating func show(_ canvas: Canvas) {
    screen.show(canvas, palette: palette)
  }

  mutating func nextEvent() -> Event? {
    begin()
    end = nil
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      let input = screen.nextInput(
        deadline: deadline,
        watching: [watcher.descriptor, keeper.descriptor].compactMap { $0 })
      switch input {
      case .key(let key):
        if let key = Dashboard.Key(key) { return .key(key) }
      case .paste(let text): return .paste(text)
      case .resized(let width, let height):
        return .resized(width: width, height: height)
      case .mouse(let gesture, let place):
        return .mouse(Dashboard.Gesture(gesture), at: place)
      case .focusGained, .focusLost: continue
      case .ready, .deadline: look()
      case .signal(let signal):
        end = signal
        return signal == .interrupt ? .interrupted : .terminated
      case .resumed:
        minute = 0
        look()
        return .resumed
      case .closed: return nil
      }
    }
  }

  /// Does, once the first picture stands, what need not be done before.
  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    // It sees what happened since the file was read.
    watcher = Watcher(path, known: file)
    pending += keeper.begin(on: path)
    pending.append(.themes(looks.shelf.names))
    let notices = [screen.notice].compactMap(\.self) + looks.notices
    if !notices.isEmpty { pending.append(.complained(notices)) }
    if isEditing { lookForDrafts() }
    if let first { pending.append(.asked(first)) }
  }

  /// Removes what a save left behind that was cut off, if it is no more than the
  /// file holds; tells of anything else.
  private mutating func lookForDrafts() {
    for draft in staleDrafts(beside: path) {
      let bytes = draft.bytes
      if bytes == file.bytes || bytes == [] {
        draft.remove()
      } else {
        pending.append(.leftOver(visible(draft.name)))
      }
    }
  }

  /// The next minute, or what the file needs if that comes before.
  private var deadline: Deadline? {
    let minute = minuteAhead
    let needs = [watcher.deadline, saver.rescueDeadline, tick]
      .compactMap { $0 }.min()
    guard let needs else { return standIn == nil ? .wall(minute) : nil }
    let left = minute * 1_000_000_000 - system_wall_now()
    return needs - system_monotonic_now() < left
      ? .monotonic(needs) : .wall(minute)
  }

  /// When the next minute begins: mostly the one that was found before, since
  /// to ask for the local time means to look at the zone's file.
  private var minuteAhead: Int64 {
    let left = minute - system_wall_now() / 1_000_000_000
    return (1...60).contains(left) ? minute : WallTime.now().nextMinute
  }

  /// Looks at the clock and the file, and tells what is new.
  private mutating func look() {
    let time = WallTime.now()
    if time.nextMinute != minute {
      minute = time.nextMinute
      if standIn == nil { pending.append(.clock(Now.clock())) }
      pending += keeper.lookAround()
    }
    if let tick, tick <= system_monotonic_now() {
      self.tick = nil
      pending.append(.tick)
    }
    pending += keeper.listen()
    rescue()
    lookAtFile()
  }

  private mutating func lookAtFile() {
    switch watcher.news(at: system_monotonic_now()) {
    case nil: break
    case .content(let file):
      self.file = file
      pending.append(.fileChanged(file.bytes))
    case .missing: pending.append(.fileLost("\(LoadError.missing)"))
    case .unreadable(let error): pending.append(.fileLost("\(error)"))
    }
  }

  /// Brings in what others wrote to the version that a save replaced.
  private mutating func rescue() {
    guard let deadline = saver.rescueDeadline,
      deadline <= system_monotonic_now()
    else { return }
    offer(saver.rescue())
  }

  private mutating func offer(_ rescue: Rescue) {
    for version in rescue.apart {
      pending.append(.recovered([keeper.putAside(version)]))
    }
  }

  /// Waits for who still writes to versions that were replaced, and saves to
  /// `path` from now on.
  private mutating func endSaving(beginning path: String) {
    var last = Saver(path)
    swap(&last, &saver)
    offer(last.finish())
  }
}

// What the session asks for.
extension LiveHost {
  mutating func perform(_ effect: Effect) -> Event? {
    switch effect {
    case .save(let bytes):
      return save(bytes) { saver, file throws(SaveError) in
        try saver.save(bytes, expecting: file)
      }
    case .saveInPlace(let bytes):
      guard keeper.holdsEdits else {
        return .notSaved(
          Refusal(
            reason: "the edits are in no safe place, which this needs",
            advice: "save elsewhere", allowsInPlace: false))
      }
      return save(bytes) { saver, file throws(SaveError) in
        try saver.saveInPlace(bytes, expecting: file)
      }
    case .saveAs(let path, let bytes): return save(bytes, as: path)
    case .keep(let change, let base, let bytes):
      return keeper.keep(change, base: base, bytes)
    case .keepAnew(let base, let bytes):
      return keeper.keepAnew(base: base, bytes)
    case .settle: return keeper.settle()
    case .take(let change, let base, let bytes, let recovered):
      let failure = keeper.keep(change, base: base, bytes)
      if case .notKept = failure { return failure }
      keeper.drop(recovered)
      return failure
    case .drop(let recovered): keeper.drop(recovered)
    case .recallSnapshot: return keeper.recall()
    case .keepSnapshot(let bytes): return keeper.keepForNextMeeting(bytes)
    case .reload: return reload()
    case .useTheme(let name): return use(name)
    case .openEditor(let line): return edit(line: line)
    case .wait(let milliseconds):
      tick = system_monotonic_now() + Int64(milliseconds) * 1_000_000
    case .use(mouse: .on): screen.use(mouse: .on)
    case .use(mouse: .off): screen.use(mouse: .off)
    case .redraw:
      #if DEBUG
        EarlyEnd.asked?.come()
      #endif
      screen.redraw()
    case .suspend:
      // The screen hears of it like of any other stop, and answers then.
      raise(SIGTSTP)
    case .quit: break
    }
    return nil
  }

  private mutating func use(_ name: String) -> Event {
    do throws(ThemeTrouble) {
      try looks.choose(name)
      palette = looks.palette(colours: screen.colours)
      return .themed(name, remark: looks.lackOfColour(screen.colours))
    } catch {
      return .notThemed(Config.shortened("\(error)"))
    }
  }

  private mutating func save(
    _ bytes: [UInt8],
    by write: (inout Saver, LoadedFile) throws(SaveError) -> Saved
  ) -> Event {
    do throws(SaveError) {
      let saved = try write(&saver, file)
      return finish(saved)
    } catch {
      guard error == .changedOnDisk else { return .notSaved(Refusal(error)) }
      return overtaken()
    }
  }

  /// Reads what another program wrote before the save.
  private mutating func overtaken() -> Event {
    do {
      know(try loadAtRest())
      return .overtaken(file.bytes)
    } catch {
      return .notSaved(
        Refusal(
          reason: "another program changed the file: \(error)",
          advice: "try again, or save elsewhere", allowsInPlace: false))
    }
  }

  /// Reads the file once it has rested for a moment, so that what a program is
  /// half through writing is not merged; waits a second at most.
  private func loadAtRest() throws(LoadError) -> LoadedFile {
    var file = try load(path)
    for _ in 0..<10 where !file.isSettled {
      _ = poll(nil, 0, 100)
      let next = try load(path)
      if next.stamp == file.stamp { return next }
      file = next
    }
    return file
  }

  private mutating func save(_ bytes: [UInt8], as typed: String) -> Event {
    let path = expanded(typed)
    do throws(SaveError) {
      let saved = try create(bytes, at: path)
      endSaving(beginning: path)
      self.path = path
      watcher = Watcher(path, known: saved.file)
      if let failure = keeper.move(to: path) { pending.append(failure) }
      return finish(saved)
    } catch {
      return .notSaved(Refusal(error))
    }
  }

  private mutating func finish(_ saved: Saved) -> Event {
    know(saved.file)
    isUnconfirmed = false
    if case .notConfirmed = saved.notice {
      // The journal goes once the disk is known to have it.
      isUnconfirmed = true
    } else if let failure = keeper.noteSaved() {
      pending.append(failure)
    }
    return .saved(
      name: visible(lastPart(of: path)), notice: saved.notice?.description)
  }

  /// Takes over what the file holds now.
  private mutating func know(_ file: LoadedFile) {
    self.file = file
    watcher.know(file)
  }

  /// Lends the terminal to the person's editor and reads what it has written.
  private mutating func edit(line: Int) -> Event {
    let editor = Editor.own
    let code =
      editor.isMissing
      ? 127 : screen.lend(to: editor.words(line: line, of: path))
    guard code != 127, code != 126 else {
      return .notEdited(
        "\(visible(editor.program)) cannot be started: "
          + "set $VISUAL or $EDITOR to another")
    }
    do {
      know(try loadAtRest())
      return .edited(file.bytes)
    } catch {
      return .notEdited("not read: \(error)")
    }
  }

  private mutating func reload() -> Event {
    do {
      know(try load(path))
      return .loaded(file.bytes)
    } catch {
      return .notLoaded("\(error)")
    }
  }

  /// Ends what keeps edits safe; returns whether some are kept for the next
  /// start.
  mutating func finish(_ session: borrowing Session) -> Bool {
    endSaving(beginning: path)
    guard session.hasUnsavedEdits, !session.isForsaken else {
      if !isUnconfirmed { keeper.forget() }
      return false
    }
    return keeper.holdsEdits
  }
}

extension Refusal {
  fileprivate init(_ error: SaveError) {
    self.init(
      reason: "\(error)", advice: error.advice,
      allowsInPlace: error.allowsInPlace)
  }
}
