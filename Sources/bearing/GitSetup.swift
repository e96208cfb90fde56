import ArgumentParser
import Canvas
import Reading

/// Teaches the git repository of a board to merge and to show it.
struct GitSetup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-setup",
    abstract: "Teach the git repository of a board to merge it.",
    discussion: """
      Sets up in the repository's own configuration that boards are merged by \
      'bearing merge' and that a hunk of 'git diff' names the objective, key \
      result, KPI or meeting it is in, and says in .gitattributes which files \
      are boards. Everybody who works in the repository runs it once, because \
      git does not share its configuration; .gitattributes is committed. It can \
      be run again at any time.
      """)

  @Argument(
    help: ArgumentHelp(
      "The board file, or nothing for the repository of this folder.",
      valueName: "file"), completion: .board)
  var file: String?

  @Flag(help: "Say what is missing, and change nothing; exit 1 if anything is.")
  var check = false

  @Flag(help: "Take back what it set up.")
  var undo = false

  func validate() throws {
    if check, undo {
      throw ValidationError("--check changes nothing, --undo does: take one")
    }
  }

  func run() throws {
    ignoreSignalsOfWriting()
    do {
      let setup = try RepositorySetup(of: file)
      if undo { return try emit(try setup.undo()) }
      let missing = try setup.missing()
      if check {
        for step in missing { try emit("missing: \(visible(step.words))\n") }
        if !missing.isEmpty { throw ExitCode(1) }
        return
      }
      for step in missing {
        try setup.take(step)
        try emit("\(visible(step.words))\n")
      }
      try emit(setup.summary(of: missing))
    } catch let error as SetupError {
      writeError("bearing: \(visible(error.description))")
      throw ExitCode(2)
    }
  }
}

/// Why git was not set up; the sentence says what to do.
enum SetupError: Error, CustomStringConvertible {
  case noGit(SystemFailure)
  case noRepository(String)
  case refused(String)
  case notRead(LoadError)
  case notWritten(String)

  var description: String {
    switch self {
    case .noGit(let failure):
      "git cannot be run: \(failure.code == 2 ? "it is not installed" : failure.description)"
    case .noRepository(let folder):
      "\(folder) is in no git repository with files; 'git init' makes one"
    case .refused(let complaint): "git does not do it: \(complaint)"
    case .notRead(let error): "cannot read .gitattributes: \(error)"
    case .notWritten(let why):
      "cannot write .gitattributes: \(why); it is as it was"
    }
  }
}
