#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that a test has started, with a pipe from its output; killed with
/// this value if it still runs.
struct Child: ~Copyable {
  private let process: pid_t
  private let output: Int32
  private var read: [UInt8] = []
  private var isOver = false

  /// Starts a program by its path, or throws where it cannot be run.
  static func start(_ words: [String]) throws -> Child {
    var ends: [Int32] = [0, 0]
    // Closed in whatever else is started at the same moment.
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw NotStarted()
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = words.map { strdup($0) } + [nil]
    defer { for text in arguments { free(text) } }
    var child: pid_t = 0
    let result = posix_spawnp(
      &child, words[0], &actions, nil, arguments, environ)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      throw NotStarted()
    }
    return Child(child, ends[0])
  }

  private struct NotStarted: Error {}

  private init(_ process: pid_t, _ output: Int32) {
    self.process = process
    self.output = output
  }

  deinit {
    if !isOver {
      Glibc.kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(output)
  }

  /// Lets the program run on for some microseconds after it has written so many
  /// lines, then stops it at once, and returns all whole lines that it wrote.
  mutating func killed(
    afterLines lines: Int, andMicroseconds rest: Int
  ) -> [String] {
    _ = told(afterLines: lines, andMicroseconds: rest)
    Glibc.kill(process, SIGKILL)
    return ended()
  }

  /// The whole lines that it has written some microseconds after so many.
  mutating func told(
    afterLines lines: Int, andMicroseconds rest: Int
  ) -> [String] {
    while wholeLines.count < lines, readSome() {}
    var pause = timespec(tv_sec: 0, tv_nsec: rest * 1_000)
    // No condition is waited for: the moment is to be any.
    nanosleep(&pause, nil)
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) > 0, readSome() {}
    return wholeLines
  }

  /// All lines it writes, once it has ended.
  mutating func ended() -> [String] {
    while readSome() {}
    if !isOver { waitpid(process, nil, 0) }
    isOver = true
    return wholeLines
  }

  private var wholeLines: [String] {
    guard let end = read.lastIndex(of: 10) else { return [] }
    return read[..<end].split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func readSome() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(output, &buffer, buffer.count)
    if count < 0, errno == EINTR { return true }
    guard count > 0 else { return false }
    read += buffer.prefix(count)
    return true
  }
}

/// The program that these tests kill, and what else they need.
enum Tools {
  static let scribe: String? = {
    let tests = try? path(of: "/proc/self/exe")
    for place in [tests, CommandLine.arguments.first].compactMap({ $0 }) {
      let folder = place.split(
        separator: "/", omittingEmptySubsequences: false
      ).dropLast().joined(separator: "/")
      if access(folder + "/Scribe", X_OK) == 0 { return folder + "/Scribe" }
    }
    return nil
  }()

  static let isRoot = geteuid() == 0

  static func has(_ program: String) -> Bool {
    ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].contains {
      access("\($0)/\(program)", X_OK) == 0
    }
  }

  /// Whether a program ends with 0.
  static func run(_ words: [String]) -> Bool { output(of: words) != nil }

  /// What a program prints; `nil` where it cannot be run or fails.
  static func output(of words: [String]) -> [String]? {
    let script = "\"$@\"; echo ended-$?"
    let child = try? Child.start(["/bin/sh", "-c", script, "sh"] + words)
    guard var child else { return nil }
    let lines = child.ended()
    return lines.last == "ended-0" ? lines.dropLast() : nil
  }

  /// How often a test is to do something: `usual`, or what the environment
  /// asks for.
  static func count(_ name: String, usual: Int) -> Int {
    guard let text = getenv(name) else { return usual }
    return Int(String(cString: text)) ?? usual
  }

  private struct NoPath: Error {}

  private static func path(of link: String) throws -> String {
    guard let resolved = realpath(link, nil) else { throw NoPath() }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
