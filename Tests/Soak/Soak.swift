import Canvas
import Reading
import Terminal
import Wall
import WallHost

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A wall that hangs for years within minutes, for tests of what it holds on
/// to: its clocks are simulated, the file and the terminal are real.
///
/// Soak FILE FRAMES WARM prints the memory and descriptors in use after WARM
/// frames and at the end, and how many changes were not seen in time. Soak FILE
/// FRAMES clock SECONDS prints what the clock of each frame shows, from some
/// seconds after the start of 1970 on.
@main
enum Soak {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard words.count >= 3, let path = words.first,
      let frames = Int(words[2])
    else { exit(64) }
    var corridor = SimulatedCorridor(
      path: path, frames: frames, warmFrames: Int(words[3]) ?? frames)
    if words[3] == "clock", let start = words.last.flatMap({ Int64($0) }) {
      corridor.showClock(from: start)
    }
    corridor.begin()
    var options = WallOptions()
    options.shift = corridor.showsClock ? .none : .everyMinute
    // A clock is seen best on a page that stays.
    if corridor.showsClock { options.rotate = 86_400 }
    var run = WallRun(
      path, named: "soak.okr", options: options, glyphs: .unicode,
      clockwork: .running, quitKeys: .none, in: corridor)
    let end = run.run(in: &corridor)
    corridor.tell(end)
  }
}

/// A corridor where nothing takes time, and where a board changes in every way
/// in which files change.
struct SimulatedCorridor: ~Copyable, Corridor {
  private let path: String
  private let frames: Int
  private let warmFrames: Int
  /// The terminal, where there is one.
  private var screen: Screen?
  private let palette = Palette { _ in Paint(foreground: -1, background: -1) }
  private(set) var size = (width: 40, height: 12)
  /// In nanoseconds since the start of 1970: in the last days of a year.
  private var wall: Int64 = 1_798_500_000_000_000_000
  private(set) var elapsed: Int64 = 1_000_000_000_000

  private var shown = 0
  private var inputs = 0
  private var changes = 0
  /// What the picture must show, and from when on.
  private var awaited: (text: String, from: Int64)?
  private var picture = Canvas(width: 0, height: 0)
  private var missed = 0
  private var warm = Use()
  /// Whether only the minutes pass, and their clocks are printed.
  private(set) var showsClock = false

  init(path: String, frames: Int, warmFrames: Int) {
    self.path = path
    self.frames = frames
    self.warmFrames = warmFrames
    screen = try? Screen()
  }

  mutating func showClock(from seconds: Int64) {
    showsClock = true
    wall = seconds * 1_000_000_000
    size = (40, 8)
  }

  var time: WallTime { WallTime(seconds: wall / 1_000_000_000) }

  mutating func show(_ canvas: Canvas) {
    screen?.show(canvas, palette: palette)
    picture = canvas
    count()
  }

  private mutating func count() {
    shown += 1
    if showsClock {
      let words = picture.line(0).split(separator: " ")
      print(words.last.map(String.init) ?? "")
    }
    if shown == warmFrames { warm = Use.now() }
  }

  mutating func show(_ part: Canvas, at place: Position) {
    screen?.show(part, at: place)
    picture.put(part, at: place)
    count()
  }

  mutating func redraw() {
    screen?.redraw()
  }

  mutating func nextInput(
    deadline: Deadline?, watching descriptors: [Int32]
  ) -> Input {
    guard shown < frames else { return .signal(.terminate) }
    if let ready = descriptors.first(where: isReadable) {
      return .ready(descriptor: ready)
    }
    let next = timeLeft(until: deadline)
    if showsClock {
      pass(next)
      return .deadline
    }
    expectChange(before: next)
    inputs += 1
    if inputs % 7 == 0 { return .key(.character("q")) }
    if inputs % 10 == 0, awaited == nil {
      change()
      pass(1_000_000)
      return .focusGained
    }
    if inputs % 501 == 0 {
      // Somebody sets the clock back.
      wall -= 3_600_000_000_000
      return .deadline
    }
    if inputs % 1_001 == 0 { return resize() }
    pass(next)
    return .deadline
  }

  /// Says how it went.
  func tell(_ end: WallEnd) {
    if showsClock { exit(0) }
    let use = Use.now()
    let line =
      "frames \(shown) changes \(changes) missed \(missed) "
      + "pages \(warm.pages) \(use.pages) "
      + "descriptors \(warm.descriptors) \(use.descriptors)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(end == .signal(.terminate) ? 0 : 1)
  }

  private mutating func resize() -> Input {
    // A real terminal has the size that it has.
    if screen == nil { size = inputs % 2 == 0 ? (40, 12) : (60, 20) }
    return .resized(width: size.width, height: size.height)
  }

  private mutating func pass(_ nanoseconds: Int64) {
    wall += nanoseconds
    elapsed += nanoseconds
  }

  /// How long to wait, in nanoseconds.
  private func timeLeft(until deadline: Deadline?) -> Int64 {
    switch deadline {
    case nil: 0
    case .monotonic(let end): max(0, end - elapsed)
    case .wall(let end): max(0, end * 1_000_000_000 - wall)
    case .either(let end, let minute):
      max(
        0,
        min(
          (end ?? .max) - elapsed, minute * 1_000_000_000 - wall))
    }
  }

  /// Counts a change that is not to be seen though its time is over, or would
  /// be before anything more happens.
  private mutating func expectChange(before next: Int64) {
    guard let (text, from) = awaited, elapsed + next >= from else { return }
    if !picture.text.contains(text) { missed += 1 }
    awaited = nil
  }
}

// What happens to the file.
extension SimulatedCorridor {
  mutating func begin() {
    put(changes, into: path)
  }

  private mutating func change() {
    changes += 1
    var text = title(changes)
    var patience: Int64 = 1_000_000_000
    switch changes % 5 {
    case 0: put(changes, into: path)
    case 1:
      unlink(path)
      put(changes, into: path)
    case 2:
      unlink(path)
      text = "missing"
      patience = 3_000_000_000
    default:
      put(changes, into: path + ".new")
      rename(path + ".new", path)
    }
    awaited = (text, elapsed + patience)
  }

  private func title(_ number: Int) -> String { "Change \(number)." }

  private func put(_ number: Int, into path: String) {
    var text = "board \(title(number))\n"
    for kpi in 0..<8 {
      text += "\nkpi [k\(kpi)] Measure \(kpi)\n  healthy 5 ..\n  every week\n"
      for day in 10...28 {
        text += "  2026-12-\(day) \((number + kpi * day) % 17)\n"
      }
    }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(text.utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }
}

/// Whether there is something to read.
private func isReadable(_ descriptor: Int32) -> Bool {
  var list = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&list, 1, 0) > 0
}

/// What a process holds on to.
struct Use {
  /// Of memory.
  var pages = 0
  var descriptors = 0

  static func now() -> Use {
    Use(pages: pagesInUse, descriptors: descriptorsInUse)
  }

  private static var pagesInUse: Int {
    guard let bytes = try? load("/proc/self/statm").bytes else { return 0 }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  private static var descriptorsInUse: Int {
    (0..<1_024).count { fcntl(Int32($0), F_GETFD) != -1 }
  }
}
