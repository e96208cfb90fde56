import Canvas
import Goals
import Reading
import Terminal
import Wall

/// A wall and the file it shows, as they go on in a corridor.
///
/// The file is read and never written. It wakes for the minute, a change, a
/// page, and the end of the marks on a change; for nothing else.
package struct WallRun: ~Copyable {
  /// What the clock of the picture does.
  package enum Clockwork: Hashable, Sendable {
    case running
    /// It always shows this.
    case stopped(Now)
  }

  /// Which keys end it, beside Ctrl-C.
  package enum QuitKeys: Hashable, Sendable {
    case none
    case q
  }

  private let path: String
  private let clockwork: Clockwork
  private let quitKeys: QuitKeys
  private var watcher: Watcher
  private var display: Display
  /// The columns and rows of the picture.
  private var size: (width: Int, height: Int)
  /// When the minute that is shown ends, in seconds since the start of 1970.
  private var minute: Int64
  /// When something on the board comes to pass within that minute, in the same
  /// seconds.
  private var due: Int64?
  /// How many minutes have passed since everything was sent.
  private var minutesSinceRedraw = 0
  /// Since when the page has been shown, on the monotonic clock.
  private var pageSince: Int64
  /// When the marks on what changed are over, on the monotonic clock.
  private var marksEnd: Int64?

  /// Reads the file at `path`, which may be missing.
  package init(
    _ path: String, named name: String, options: WallOptions, glyphs: Glyphs,
    clockwork: Clockwork, quitKeys: QuitKeys,
    in corridor: borrowing some Corridor & ~Copyable
  ) {
    self.path = path
    self.clockwork = clockwork
    self.quitKeys = quitKeys
    let time = corridor.time
    let now = clockwork.now(at: time)
    size = corridor.size
    display = Display(
      name: name, now: now, width: size.width, height: size.height,
      options: options, glyphs: glyphs)
    minute = time.nextMinute
    pageSince = corridor.elapsed
    do throws(LoadError) {
      let file = try load(path)
      watcher = Watcher(path, known: file)
      display.update(.changed(file, at: time), at: now)
    } catch {
      watcher = Watcher(path, awaitingEndOf: error)
      display.update(.lost(Loss(error)), at: now)
    }
    planNext(at: time)
  }

  /// Goes on until something ends it, and returns what that was.
  package mutating func run(
    in corridor: inout some Corridor & ~Copyable
  ) -> WallEnd {
    corridor.show(display.nextPicture())
    while true {
      let input = corridor.nextInput(
        deadline: deadline, watching: watcher.descriptor.map { [$0] } ?? [])
      switch input {
      case .key(.character("q")) where quitKeys == .q: return .quit
      case .key, .paste, .mouse, .focusGained, .focusLost: continue
      case .signal(let signal): return .signal(signal)
      case .closed: return .closed
      case .resized, .ready, .deadline: break
      case .resumed: corridor.redraw()
      }
      let renewal = look(in: &corridor)
      switch input.spoilsPicture ? .whole : renewal {
      case .whole: corridor.show(display.nextPicture())
      case .clock:
        let clock = display.clock
        corridor.show(clock.canvas, at: clock.place)
      case nil: break
      }
      display.tidyUp()
    }
  }

  /// What is next: the minute, or something that comes before.
  private var deadline: Deadline? {
    let next = [watcher.deadline, turnAt, marksEnd].compactMap(\.self).min()
    return .either(monotonic: next, wall: due ?? minute)
  }

  private var turnAt: Int64? {
    display.turnsAfter.map { pageSince + Int64($0) * 1_000_000 }
  }

  /// When the next mark is over, on the monotonic clock.
  private func marksEnd(after elapsed: Int64) -> Int64? {
    display.marksLast.map { elapsed + Int64(max(1, $0)) * 1_000_000_000 }
  }

  /// Notes what comes to pass before the minute ends.
  private mutating func planNext(at time: WallTime) {
    let next = display.secondsToNext.map { time.seconds + Int64(max(1, $0)) }
    due = next.flatMap { $0 < minute && clockwork == .running ? $0 : nil }
  }

  /// Looks at the clocks, the file and the size of the screen; returns what of
  /// the picture may be another now.
  private mutating func look(
    in corridor: inout some Corridor & ~Copyable
  ) -> Display.Renewal? {
    let time = corridor.time
    let elapsed = corridor.elapsed
    let now = clockwork.now(at: time)
    let couldTurn = turnAt != nil
    let anchor = display.anchor
    let written = watcher.written
    var renewal: Display.Renewal?
    func update(_ event: WallEvent) {
      let own = display.update(event, at: now)
      renewal = renewal == .whole ? .whole : own
    }
    if time.nextMinute != minute {
      minute = time.nextMinute
      minutesSinceRedraw += 1
      update(.time)
    } else if let due, due <= time.seconds {
      update(.time)
    }
    if let end = marksEnd, end <= elapsed {
      // A clock that stands would let them stay for ever.
      update(clockwork == .running ? .time : .marksOver)
      marksEnd = marksEnd(after: elapsed)
    }
    if let turnAt, turnAt <= elapsed { update(.turn) }
    switch watcher.news(at: elapsed) {
    case nil:
      if let now = watcher.written, now != written {
        update(.written(Moment(nanoseconds: now)))
      }
    case .content(let file):
      update(.changed(file, at: time))
      marksEnd = marksEnd(after: elapsed)
    case .missing: update(.lost(.missing))
    case .unreadable(let error): update(.lost(Loss(error)))
    }
    let size = corridor.size
    if size != self.size {
      self.size = size
      update(.resized(width: size.width, height: size.height))
    }
    // Another page, or the only one that gets company, has its time from now
    // on.
    if !couldTurn || display.anchor != anchor { pageSince = elapsed }
    planNext(at: time)
    if minutesSinceRedraw >= 30 {
      minutesSinceRedraw = 0
      corridor.redraw()
      return .whole
    }
    return renewal
  }
}

/// Why a wall ended.
package enum WallEnd: Hashable, Sendable {
  case signal(EndSignal)
  /// The terminal is gone.
  case closed
  /// A key asked for it.
  case quit
}

extension WallRun.Clockwork {
  fileprivate func now(at time: WallTime) -> Now {
    switch self {
    case .running: Now(time)
    case .stopped(let now): now
    }
  }
}

extension WallEvent {
  fileprivate static func changed(
    _ file: LoadedFile, at time: WallTime
  ) -> WallEvent {
    // What comes from standard input was written just now, as far as we know.
    let written =
      file.stamp.exists
      ? Moment(nanoseconds: file.stamp.modified) : Moment(time)
    return .changed(file.bytes, written: written)
  }
}

extension Loss {
  fileprivate init(_ error: LoadError) {
    self = error == .missing ? .missing : .unreadable("\(error)")
  }
}

extension Input {
  /// Whether the screen no longer shows the picture after it.
  fileprivate var spoilsPicture: Bool {
    switch self {
    case .resized, .resumed: true
    case .key, .paste, .mouse, .focusGained, .focusLost, .signal, .ready,
      .deadline, .closed:
      false
    }
  }
}
