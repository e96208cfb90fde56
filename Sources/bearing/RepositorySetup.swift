import Reading
import Saving

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a git repository needs in order to know boards.
struct RepositorySetup {
  /// One thing to set up.
  enum Step {
    case configuration(key: String, value: String)
    case attributes(line: String)

    var words: String {
      switch self {
      case .configuration(let key, let value): "\(key) = \(value)"
      case .attributes(let line): ".gitattributes: \(line)"
      }
    }
  }

  private let git: Git
  /// The folder of the work tree.
  private let root: String
  private let line: String

  /// Finds the repository of a file, or of this folder.
  init(of file: String?) throws(SetupError) {
    let path = file.map(resolved) ?? resolved(".")
    let folder = file == nil ? path : parent(of: path)
    let found = try output(
      of: Git(folder: folder), "rev-parse", "--show-toplevel")
    guard let root = found, !root.isEmpty else {
      throw .noRepository(folder)
    }
    self.root = root
    git = Git(folder: root)
    let pattern =
      file == nil || path.hasSuffix(".okr")
      ? "*.okr" : attributePattern(of: path, under: root)
    // No conversion of line ends: a board may have either, and keeps its own.
    line = "\(pattern) merge=bearing diff=bearing -text"
  }

  private var configuration: [(key: String, value: String)] {
    [
      ("merge.bearing.name", "Bearing: boards, by statement"),
      (
        "merge.bearing.driver",
        "\(programWord) merge --marker-size %L --path %P %O %A %B"
      ),
      (
        "diff.bearing.xfuncname",
        "^[[:blank:]]*((objective|kr|kpi|meeting)[[:blank:]].*)$"
      ),
    ]
  }

  /// What is not set up yet.
  func missing() throws(SetupError) -> [Step] {
    var steps: [Step] = []
    for (key, value) in configuration {
      if try output(of: git, "config", "--local", "--get", key) != value {
        steps.append(.configuration(key: key, value: value))
      }
    }
    if try !attributeLines().contains(where: { $0.elementsEqual(line.utf8) }) {
      steps.append(.attributes(line: line))
    }
    return steps
  }

  func take(_ step: Step) throws(SetupError) {
    switch step {
    case .configuration(let key, let value):
      let outcome = try run(git, ["config", "--local", key, value])
      guard outcome.code == 0 else { throw .refused(outcome.complaint) }
    case .attributes(let line):
      try changeAttributes { bytes in
        if let last = bytes.last, last != 10 { bytes.append(10) }
        bytes += Array(line.utf8) + [10]
      }
    }
  }

  /// Takes everything back and returns what to say about it.
  func undo() throws(SetupError) -> String {
    for section in ["merge.bearing", "diff.bearing"] {
      // A section that is not there is as good as one that is removed.
      _ = try run(git, ["config", "--local", "--remove-section", section])
    }
    if try attributeLines().contains(where: { $0.elementsEqual(line.utf8) }) {
      try changeAttributes { bytes in
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        bytes = Array(
          lines.filter { !$0.elementsEqual(line.utf8) }.joined(separator: [10]))
      }
    }
    return "git merges boards line by line again\n"
  }

  /// What to say once all that was missing has been taken.
  func summary(of steps: [Step]) -> String {
    guard !steps.isEmpty else { return "all of it is set up already\n" }
    return """
      Boards are merged by statement now, and hunks of 'git diff' name what they are in.
      Commit .gitattributes; everybody else runs 'bearing git-setup' once as well.

      """
  }
}

// MARK: - .gitattributes

extension RepositorySetup {
  private var attributesPath: String { root + "/.gitattributes" }

  private func attributes() throws(SetupError) -> LoadedFile? {
    do throws(LoadError) {
      return try load(attributesPath)
    } catch {
      if error == .missing { return nil }
      throw .notRead(error)
    }
  }

  private func attributeLines() throws(SetupError) -> [ArraySlice<UInt8>] {
    try attributes()?.bytes.split(separator: 10) ?? []
  }

  private func changeAttributes(
    _ change: (inout [UInt8]) -> Void
  ) throws(SetupError) {
    let file = try attributes()
    var bytes = file?.bytes ?? []
    change(&bytes)
    do throws(SaveError) {
      if let file {
        _ = try save(bytes, to: attributesPath, expecting: file)
      } else {
        _ = try create(bytes, at: attributesPath)
      }
    } catch {
      throw .notWritten("\(error)")
    }
  }
}

// MARK: - Words

/// Runs git and returns what it prints; `nil` where it fails.
private func output(
  of git: Git, _ arguments: String...
) throws(SetupError) -> String? {
  let outcome = try run(git, arguments)
  return outcome.code == 0 ? outcome.output : nil
}

private func run(
  _ git: Git, _ arguments: [String]
) throws(SetupError) -> Git.Outcome {
  do throws(SystemFailure) {
    return try git.run(arguments)
  } catch {
    throw .noGit(error)
  }
}

/// A path without links, if there is something there.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

private func parent(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
    return "."
  }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A pattern for one file, as .gitattributes writes it.
private func attributePattern(of path: String, under root: String) -> String {
  let inside =
    path.hasPrefix(root + "/")
    ? String(Substring(path.utf8.dropFirst(root.utf8.count))) : path
  var pattern = ""
  for scalar in inside.unicodeScalars {
    // Twice over: once for the quotes, once for the pattern.
    if "*?[".unicodeScalars.contains(scalar) { pattern += "\\\\" }
    if scalar == "\\" { pattern += "\\\\\\" }
    if scalar == "\"" { pattern += "\\" }
    pattern.unicodeScalars.append(scalar)
  }
  return "\"\(pattern)\""
}

/// How git starts this program: by its name where that leads to it, else by its
/// place; quoted for a shell, `%` doubled for git.
private var programWord: String {
  let own = resolved("/proc/self/exe")
  let place = own == "/proc/self/exe" ? resolved(CommandLine.arguments[0]) : own
  for folder in (environment("PATH") ?? "").split(separator: ":") {
    let found = "\(folder)/bearing"
    guard access(found, X_OK) == 0 else { continue }
    if resolved(found) == place { return "bearing" }
    break
  }
  return "'\(place.replacing("'", with: "'\\''").replacing("%", with: "%%"))'"
}

extension String {
  fileprivate func replacing(_ character: Character, with text: String)
    -> String
  {
    split(separator: character, omittingEmptySubsequences: false)
      .joined(separator: text)
  }
}
