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
  private let palette: Palette
  private let path: String
  /// The file as it was read or saved last.
  private var file: LoadedFile
  private var watcher: Watcher
  /// What the watcher read and the session has not asked for yet.
  private var arrived: LoadedFile?
  /// The moment that stands in for the clock, if one was asked for.
  private let standIn: Now?
  /// What happens next, before anything new is waited for.
  private var pending: [Event] = []
  /// The signal that ended the session, if one did.
  private(set) var end: EndSignal?

  init(
    _ screen: consuming Screen, _ palette: Palette, path: String,
    file: LoadedFile, standIn: Now?
  ) {
    self.screen = screen
    self.palette = palette
    self.path = path
    self.file = file
    watcher = Watcher(path, known: file)
    self.standIn = standIn
  }

  var size: (width: Int, height: Int) { screen.size }

  mutating func show(_ canvas: Canvas) {
    screen.show(canvas, palette: palette)
  }

  mutating func nextEvent() -> Event? {
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      let input = screen.nextInput(
        deadline: deadline, watching: watcher.descriptor.map { [$0] } ?? [])
      switch input {
      case .key(let key):
        if let key = Dashboard.Key(key) { return .key(key) }
      case .paste(let text): return .paste(text)
      case .resized(let width, let height):
        return .resized(width: width, height: height)
      case .focusGained, .focusLost: continue
      case .ready: noteNews()
      case .signal(let signal):
        end = signal
        return .terminated
      case .resumed:
        noteMinute()
        return .resumed
      case .deadline: noteMinute()
      case .closed: return nil
      }
    }
  }

  /// The next minute, or what the watcher waits for if that comes before.
  private var deadline: Deadline? {
    let minute = WallTime.now().nextMinute
    guard let news = watcher.deadline else {
      return standIn == nil ? .wall(minute) : nil
    }
    let left = minute * 1_000_000_000 - system_wall_now()
    return news - system_monotonic_now() < left
      ? .monotonic(news) : .wall(minute)
  }

  /// Tells what time it is and whether the file has changed.
  private mutating func noteMinute() {
    if standIn == nil { pending.append(.clock(Now.clock())) }
    noteNews()
  }

  private mutating func noteNews() {
    switch watcher.news(at: system_monotonic_now()) {
    case nil: break
    case .content(let file):
      arrived = file
      pending.append(.changedOnDisk)
    case .missing: noteLoss(.missing)
    case .unreadable(let error): noteLoss(error)
    }
  }

  private mutating func noteLoss(_ error: LoadError) {
    arrived = nil
    pending.append(.notLoaded("\(error)"))
  }

  mutating func perform(_ effect: Effect) -> Event? {
    switch effect {
    case .save(let bytes): return save(bytes)
    case .reload: return reload()
    case .redraw:
      #if DEBUG
        EarlyEnd.asked?.come()
      #endif
      screen.redraw()
      return nil
    case .suspend:
      // The screen hears of it like of any other stop, and answers then.
      raise(SIGTSTP)
      return nil
    case .quit: return nil
    }
  }

  private mutating func save(_ bytes: [UInt8]) -> Event {
    do {
      let saved = try Saving.save(bytes, to: path, expecting: file)
      know(saved.file)
      return .saved(notice: saved.notice?.description)
    } catch {
      if error == .changedOnDisk { pending.append(.changedOnDisk) }
      return .notSaved("\(error)")
    }
  }

  /// Takes over what the file holds now.
  private mutating func know(_ file: LoadedFile) {
    self.file = file
    watcher.know(file)
    arrived = nil
  }

  private mutating func reload() -> Event {
    do {
      know(try arrived ?? load(path))
      return .loaded(file.bytes)
    } catch {
      return .notLoaded("\(error)")
    }
  }
}

extension Dashboard.Key {
  /// The key that the terminal reports, or `nil` for one that means nothing.
  fileprivate init?(_ key: Terminal.Key) {
    switch key {
    case .character(let character): self = .character(character)
    case .control(let character): self = .control(character)
    case .function(let number): self = .function(number)
    case .enter: self = .enter
    case .escape: self = .escape
    case .tab: self = .tab
    case .backTab: self = .backTab
    case .backspace: self = .backspace
    case .delete: self = .delete
    case .insert: self = .insert
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .home: self = .home
    case .end: self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .alt: return nil
    }
  }
}
