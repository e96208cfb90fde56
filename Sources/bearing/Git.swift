import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The git that is installed, working in a folder.
///
/// It is run by its arguments, without a shell.
struct Git {
  let folder: String

  /// What a run of git came to.
  struct Outcome {
    let code: Int32
    /// Without the last line end.
    let output: String
    /// The first line of what it complained of.
    let complaint: String
  }

  /// Runs git to its end.
  func run(_ arguments: [String]) throws(SystemFailure) -> Outcome {
    let output = try Pipe()
    let complaints = try Pipe()
    let child = try start(
      ["git", "-C", folder] + arguments, output.input.number,
      complaints.input.number)
    let text = try output.readToEnd()
    let complaint = try complaints.readToEnd()
    var status: Int32 = 0
    try check("waitpid") { waitpid(child, &status, 0) }
    let signal = status & 0x7F
    return Outcome(
      code: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: text.split(separator: "\n").joined(separator: "\n"),
      complaint: complaint.split(separator: "\n").first.map(String.init) ?? "")
  }

  private func start(
    _ words: [String], _ output: Int32, _ complaints: Int32
  ) throws(SystemFailure) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints, 2)
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawnp(
      &child, "git", &actions, nil, arguments, environ)
    guard code == 0 else { throw SystemFailure(call: "git", code: code) }
    return child
  }
}

/// A pipe whose end for writing is given away.
private struct Pipe: ~Copyable {
  let input: Descriptor
  private let output: Descriptor

  init() throws(SystemFailure) {
    var ends: [Int32] = [-1, -1]
    try check("pipe") { pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = Descriptor(ends[0])
    input = Descriptor(ends[1])
  }

  /// Closes the end for writing and reads what the others write.
  consuming func readToEnd() throws(SystemFailure) -> String {
    try input.finish()
    return String(decoding: try output.readAll(expected: 0), as: UTF8.self)
  }
}
