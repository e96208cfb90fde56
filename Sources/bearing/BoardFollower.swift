import ArgumentParser
import CSystem
import Canvas
import GoalFile
import Goals
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints a board anew whenever it changes, until somebody ends it.
///
/// It takes the file as it finds it and never gives up on it: a missing or
/// broken one is told of, and comes back by itself.
struct BoardFollower: ~Copyable {
  private var printer: BoardPrinter
  private let path: String
  /// The moment that stands in for the clock, if one was asked for.
  private let standIn: Now?
  private var watcher: Watcher
  /// What the file held when it could be read last.
  private var document: Document
  /// Why it cannot be read now.
  private var failure: LoadError?
  /// What was printed last but for the time of the day; `nil` before that.
  private var printed: String?
  private let alarm = Alarm()

  /// Follows the file at `path`, which may be missing.
  init(_ path: String, _ printer: BoardPrinter, standIn: Now?) {
    self.path = path
    self.printer = printer
    self.standIn = standIn
    do throws(LoadError) {
      let file = try load(path)
      document = Document(file.bytes)
      watcher = Watcher(path, known: file)
    } catch {
      document = Document([])
      failure = error
      watcher = Watcher(path, awaitingEndOf: error)
    }
  }

  /// Prints and waits in turn; throws where nothing can be printed any more.
  mutating func run() throws {
    try tell()
    var minute = WallTime.now().nextMinute
    while true {
      let reader = alarm.wait(
        untilMinute: standIn == nil ? minute : nil, or: watcher.deadline,
        watching: watcher.descriptor)
      if reader == .gone { return try leave() }
      try look()
      let time = WallTime.now()
      guard time.nextMinute != minute else { continue }
      minute = time.nextMinute
      if standIn == nil { try print(.whereDifferent) }
    }
  }

  /// Ends as a program does that writes to a reader who is gone.
  private func leave() throws {
    raise(SIGPIPE)
    throw ExitCode(2)
  }

  private mutating func look() throws {
    switch watcher.news(at: system_monotonic_now()) {
    case nil: return
    case .content(let file):
      document = Document(file.bytes)
      failure = nil
    case .missing: failure = .missing
    case .unreadable(let error): failure = error
    }
    try tell()
  }

  /// Tells of what was found in the file, or why nothing was.
  private mutating func tell() throws {
    if let failure {
      writeError(
        "bearing: cannot read \(visible(path)): \(visible("\(failure)"))")
      // Text has no place for it but beside the board, which is as it was.
      guard printer.format == .json else { return }
    }
    try print(.anyhow)
    if failure == nil { printer.complain(about: document) }
  }

  private enum Condition {
    case anyhow, whereDifferent
  }

  private mutating func print(_ condition: Condition) throws {
    // There is no board yet.
    if failure != nil, printer.format != .json { return }
    printer.now = standIn ?? Now.clock()
    let text: String
    let timeless: String
    switch printer.format {
    case .json:
      let json = printer.json(
        of: document, failure: failure.map { "\($0)" })
      text = json.line + "\n"
      timeless = json.omitting("asOf").line
    case .text, .svg, .html:
      text = printer.text(of: document)
      // The first line has the clock.
      timeless = "\(printer.now.today)" + text.drop { $0 != "\n" }
    }
    if condition == .whereDifferent, timeless == printed { return }
    let separator = printed == nil || printer.format == .json ? "" : Self.gap
    printed = timeless
    try emit(separator + text)
  }

  /// What stands between two boards: a line that a program finds, and nothing
  /// that acts on a terminal.
  private static var gap: String {
    isatty(STDOUT_FILENO) == 1 ? "\n" : "\u{0C}\n"
  }
}

/// Waits for a minute, a file and the reader of what is printed.
struct Alarm: ~Copyable {
  /// Whether anybody reads standard output.
  enum Reader {
    case there, gone
  }

  /// Its number is -1 where there is none.
  private let timer = Descriptor(system_alarm())

  /// Waits until a time of the wall clock, in seconds since the start of 1970,
  /// or one of the monotonic clock, in nanoseconds, or for a descriptor.
  func wait(
    untilMinute minute: Int64?, or deadline: Int64?,
    watching descriptor: Int32?
  ) -> Reader {
    // What standard output has to say of itself is no event that is asked for.
    var list = [pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)]
    if let descriptor { list.append(readable(descriptor)) }
    var waits = [deadline.map { $0 - system_monotonic_now() }]
    if let minute {
      if system_set_alarm(timer.number, minute) == 0 {
        list.append(readable(timer.number))
      } else {
        waits.append(minute * 1_000_000_000 - system_wall_now())
      }
    }
    let longest = waits.compactMap(\.self).min().map { nanoseconds in
      Int32(clamping: max(0, nanoseconds + 999_999) / 1_000_000)
    }
    _ = poll(&list, nfds_t(list.count), longest ?? -1)
    return list[0].revents == 0 ? .there : .gone
  }

  private func readable(_ descriptor: Int32) -> pollfd {
    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }
}
