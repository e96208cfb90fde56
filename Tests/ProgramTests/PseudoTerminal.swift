import Foundation
import Testing

/// A program whose every byte is seen: a terminal that records and shows
/// nothing.
final class PseudoTerminal {
  private let master: Int32
  private let child: pid_t
  /// All bytes that came out so far.
  private(set) var bytes: [UInt8] = []
  /// How many of them a screen was shown.
  private var countShown = 0
  /// How long the program may be silent, in milliseconds.
  var patience: Int32 = 60_000
  /// Where the program keeps unsaved edits.
  let state = FileManager.default.temporaryDirectory
    .appending(path: "bearing-state-\(UUID().uuidString)")

  struct Stuck: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a program in a terminal of that size.
  init(
    _ program: String, _ arguments: [String], width: Int = 120,
    height: Int = 40, environment: [String: String] = [:]
  ) throws {
    // Linux's own way, since Glibc hides the portable one from Swift.
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    let (unlock, ask): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    guard master >= 0, ioctl(master, unlock, &locked) == 0,
      ioctl(master, ask, &number) == 0
    else { throw Stuck(description: "there is no terminal") }
    var size = winsize()
    size.ws_col = UInt16(width)
    size.ws_row = UInt16(height)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let variables = [
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "XDG_STATE_HOME": state.path,
    ].merging(environment) { $1 }
    self.master = master
    child = try Self.start(
      program, arguments, "/dev/pts/\(number)", variables)
  }

  deinit {
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    close(master)
    try? FileManager.default.removeItem(at: state)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ terminal: String,
    _ environment: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for number: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, number, terminal, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of a test hold signals back, the program must not.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID: the terminal becomes its own.
    posix_spawnattr_setflags(
      &attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(
      &child, program, &actions, &attributes, words, variables)
    guard code == 0 else {
      throw Stuck(description: "\(program) does not start: \(code)")
    }
    return child
  }

  /// Types bytes as they are.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// All that came out so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Sends a signal to the program itself.
  func send(_ signal: Int32) {
    kill(child, signal)
  }

  /// Sends a signal to the program that its guard has started.
  func sendToProgram(_ signal: Int32) {
    let children = TerminalSession.run("pgrep", ["-P", "\(child)"]) ?? ""
    for line in children.split(separator: "\n") {
      if let id = Int32(line) { kill(id, signal) }
    }
  }

  /// Reads until `text` has come out behind the first `start` bytes.
  func wait(for text: String, from start: Int = 0) throws {
    let wanted = Array(text.utf8)
    while !bytes.dropFirst(start).contains(wanted) {
      guard try readSome() else {
        throw Stuck(
          description:
            "it ended before '\(text)': \(String(decoding: bytes, as: UTF8.self))"
        )
      }
    }
  }

  /// Reads until the program has ended and nothing more comes.
  func waitForEnd() throws {
    while try readSome() {}
  }

  /// Reads until the program has ended and returns its exit code; 128 and the
  /// signal's number where one ended it.
  func codeAtEnd() throws -> Int32 {
    try waitForEnd()
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Gives the terminal another size, of which the program is told.
  func resize(width: Int, height: Int) {
    var size = winsize()
    size.ws_col = UInt16(width)
    size.ws_row = UInt16(height)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The settings of the terminal, byte for byte.
  var settings: [UInt8] {
    var settings = termios()
    tcgetattr(master, &settings)
    return withUnsafeBytes(of: &settings) { Array($0) }
  }

  /// Forgets all that came out so far.
  func forget() {
    bytes.removeAll(keepingCapacity: true)
    countShown = 0
  }

  /// Shows on `screen` what comes, until that is as expected.
  func show(on screen: inout SeenScreen, until expected: [String]) throws {
    while true {
      screen.feed(bytes[countShown...])
      countShown = bytes.count
      let lines = screen.settled.lines
      if lines == expected { return }
      var isGone = false
      do { isGone = try !readSome() } catch { isGone = true }
      guard !isGone else {
        throw Stuck(description: difference(lines, expected))
      }
    }
  }

  /// The lines that are not as expected, each with what is there instead.
  private func difference(_ seen: [String], _ expected: [String]) -> String {
    var text = "it stays different"
    for (row, line) in expected.enumerated() {
      let other = row < seen.count ? seen[row] : "(none)"
      if other != line { text += "\n\(row): \(line)\n   \(other)" }
    }
    return text
  }

  /// Reads what comes within so many milliseconds.
  func readWhatIsThere(within milliseconds: Int32) throws {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&watched, 1, milliseconds) > 0 {
      guard try readSome() else {
        throw Stuck(description: "it ended: \(text.suffix(500))")
      }
    }
  }

  /// Waits for some bytes; `false` at the end.
  private func readSome() throws -> Bool {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, patience) != 0 else {
      throw Stuck(
        description:
          "nothing more comes after \(String(decoding: bytes.suffix(2_000), as: UTF8.self))"
      )
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    return count > 0 || count < 0 && errno == EINTR
  }
}
