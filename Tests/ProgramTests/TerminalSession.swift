import Foundation
import Testing

/// The built program in a real terminal: a tmux of its own, which nobody sees.
///
/// What the program draws is read from tmux's screen, so that the test sees what
/// a person would. Waiting means waiting for a text, never for a time.
final class TerminalSession {
  /// Why nothing can be shown here, or `nil` where it can.
  static var obstacle: String? {
    guard run("tmux", ["-V"]) != nil else { return "there is no tmux here" }
    return BuiltProgram.url == nil ? "there is no built bearing here" : nil
  }

  /// What could not be seen on the screen in time.
  struct NotSeen: Error, CustomStringConvertible {
    let description: String
  }

  private let socket = "bearing-test-\(UUID().uuidString)"
  let folder: URL
  /// Where the program keeps unsaved edits.
  let state: URL

  /// Starts a shell of `width` columns and `height` lines in a new folder.
  init(width: Int = 120, height: Int = 40, state: URL? = nil) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "bearing-test-\(UUID().uuidString)")
    self.state = state ?? folder.appendingPathExtension("state")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    _ = tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y",
      "\(height)",
      "-c", folder.path, "env", "-u", "NO_COLOR", "LC_ALL=C.UTF-8", "TZ=UTC",
      "XDG_STATE_HOME=\(self.state.path)",
      "PS1=ready> ", "ENV=", "sh",
    ])
    try wait(for: "ready>")
  }

  deinit {
    _ = tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
    try? FileManager.default.removeItem(at: state)
  }

  /// The journals of unsaved edits that there are.
  var journals: [String] {
    let folder = state.appending(path: "bearing")
    return
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }

  /// The screen as text.
  var screen: String { tmux(["capture-pane", "-p"]) ?? "" }

  /// The lines of the screen without the blanks at their ends.
  var lines: [String] {
    var lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    // The last line has an end too.
    lines.removeLast()
    return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  /// The column in which the first `text` of a line of the screen begins, by
  /// tmux's own count of cells; both from 0.
  func column(of text: String, inLine line: Int) -> Int? {
    _ = tmux(["copy-mode"])
    _ = tmux(["send-keys", "-X", "top-line"])
    if line > 0 {
      _ = tmux(["send-keys", "-X", "-N", "\(line)", "cursor-down"])
    }
    _ = tmux(["send-keys", "-X", "start-of-line"])
    _ = tmux(["send-keys", "-X", "search-forward-text", text])
    let found = tmux(["display", "-p", "#{copy_cursor_y} #{copy_cursor_x}"])
    _ = tmux(["send-keys", "-X", "cancel"])
    let places = found?.split(whereSeparator: \.isWhitespace).compactMap {
      Int($0)
    }
    return places?.first == line ? places?.last : nil
  }

  /// Presses keys by tmux's names for them.
  func press(_ keys: String...) {
    _ = tmux(["send-keys"] + keys)
  }

  /// Types text as it is.
  func type(_ text: String) {
    _ = tmux(["send-keys", "-l", text])
  }

  /// Writes team.okr, in place, into the folder that the shell is in.
  func put(_ text: String) throws -> URL {
    let file = folder.appending(path: "team.okr")
    try Data(text.utf8).write(to: file)
    return file
  }

  /// Saves team.okr in the dashboard and leaves it.
  func saveAndQuit() throws {
    press("w")
    try wait(for: "saved team.okr")
    press("q")
    try wait(for: "ended-0")
  }

  /// Types a command line into the shell.
  func enter(_ command: String) {
    type(command)
    press("Enter")
  }

  /// Takes the terminal away, as a closed window does.
  func close() {
    _ = tmux(["kill-server"])
  }

  /// Waits until a process is gone.
  func waitForEnd(of process: Int32) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if kill(process, 0) != 0 || isZombie(process) { return }
      usleep(10_000)
    }
    throw NotSeen(description: "process \(process) goes on")
  }

  /// Whether a process has ended and nobody has asked how.
  private func isZombie(_ process: Int32) -> Bool {
    let status = try? String(
      contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? false
  }

  func resize(width: Int, height: Int) {
    _ = tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// Waits until the screen shows `text`.
  func wait(
    for text: String, _ isThere: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if screen.contains(text) == isThere { return }
      usleep(10_000)
    }
    throw NotSeen(
      description:
        "waited for \(isThere ? "" : "the end of ")'\(text)' on\n\(screen)")
  }

  /// Waits until something is the case.
  func wait(until name: String, _ isSo: () -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if isSo() { return }
      usleep(10_000)
    }
    throw NotSeen(description: "waited until \(name) on\n\(screen)")
  }

  /// Runs a command in the shell and returns what it prints, up to a mark.
  func output(of command: String) throws -> String {
    let file = folder.appending(path: "out-\(UUID().uuidString)")
    enter(
      "{ \(command) ; } > \(file.path) 2>&1; echo done-$?-$(wc -c < \(file.path))-"
    )
    try wait(for: "done-0-")
    defer { enter("clear") }
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// The number of the program that runs in the terminal's foreground.
  func processID() throws -> Int32 {
    try child(of: guardID())
  }

  /// The number of the parent that guards it.
  func guardID() throws -> Int32 {
    let shell = tmux(["display-message", "-p", "#{pane_pid}"]) ?? ""
    let text = shell.trimmingCharacters(in: .whitespacesAndNewlines)
    return try child(of: Int32(text) ?? -1)
  }

  private func child(of parent: Int32) throws -> Int32 {
    let children = TerminalSession.run("pgrep", ["-P", "\(parent)"])
    let first = (children ?? "").split(separator: "\n").first.map(String.init)
    guard let id = first.flatMap(Int32.init) else {
      throw NotSeen(description: "nothing runs in the terminal")
    }
    return id
  }

  /// The state of a process as "ps" tells it: "T" where it is stopped; "Z"
  /// where it has ended.
  static func state(of process: Int32) -> Character {
    let text = run("ps", ["-o", "stat=", "-p", "\(process)"])
    return text?.first ?? "Z"
  }

  /// Whether the shell's own screen is shown, with a cursor and without a
  /// mouse.
  var isWhole: Bool {
    let flags = "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"
    return tmux(["display-message", "-p", flags]) == "0 1 0\n"
  }

  private func tmux(_ arguments: [String]) -> String? {
    TerminalSession.run("tmux", ["-L", socket] + arguments)
  }

  /// What a program prints; `nil` where it cannot be run or fails.
  static func run(_ program: String, _ arguments: [String]) -> String? {
    let outcome = try? BuiltProgram.outcome(
      of: URL(filePath: "/usr/bin/env"), [program] + arguments)
    return outcome?.code == 0 ? outcome?.output : nil
  }
}

/// The program that was built beside these tests.
enum BuiltProgram {
  static var url: URL? {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let places = [tests, URL(filePath: CommandLine.arguments[0])].map {
      $0.deletingLastPathComponent().appending(path: "bearing")
    }
    return places.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  static var path: String { url?.path ?? "bearing" }

  struct Outcome {
    let output: String
    let errors: String
    let code: Int32
  }

  /// Runs the program to its end with `input` as its standard input.
  static func run(
    _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try outcome(
      of: try #require(url), arguments, input: input,
      environment: [
        "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color",
        "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      ].merging(environment) { $1 })
  }

  /// Runs a program to its end.
  ///
  /// Through files and not through pipes: what another test starts at the same
  /// moment, and what lives on, would hold a pipe open for ever.
  static func outcome(
    of program: URL, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String]? = nil
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "bearing-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data(input).write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }
    let code = try spawn(
      program.path, arguments, names.map(\.path), environment)
    return Outcome(
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self),
      code: code)
  }

  /// Starts a program, waits for its end and returns its code; 128 and the
  /// signal's number where a signal ended it.
  ///
  /// Foundation's `Process` takes a program that leaves a server behind for one
  /// that has not ended.
  private static func spawn(
    _ path: String, _ arguments: [String], _ files: [String],
    _ environment: [String: String]?
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, file) in files.enumerated() {
      posix_spawn_file_actions_addopen(
        &actions, Int32(index), file, index == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables =
      (environment ?? ProcessInfo.processInfo.environment)
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    // The threads of a test hold signals back, and a program would inherit that:
    // a tmux that hears of no child's end never goes.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    guard
      posix_spawn(&child, path, &actions, &attributes, words, variables) == 0
    else {
      throw CocoaError(.executableNotLoadable)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
