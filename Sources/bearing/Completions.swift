import ArgumentParser
import GoalFile
import Goals
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Prints what a shell needs to complete command lines.
struct PrintCompletions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print completions for a shell.",
    discussion: """
      bash: 'source <(bearing completions bash)' in ~/.bashrc. zsh: a file \
      _bearing in a folder of $fpath. fish: \
      ~/.config/fish/completions/bearing.fish.
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    var known: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    let script = Bearing.completionScript(for: shell.known)
    try emit(shell.offeringBoards(script))
  }
}

extension PrintCompletions.Shell {
  /// Adds board files to what the first word may be, beside the commands: the
  /// library knows nothing of what its default command takes.
  fileprivate func offeringBoards(_ script: String) -> String {
    switch self {
    case .bash:
      script + """

        _bearing_or_board() {
            _bearing "${@}"
            if [[ ${COMP_CWORD} -eq 1 && ${2} != -* ]]; then
                local IFS=$'\\n'
                COMPREPLY+=($(compgen -d -- "${2}") \
        $(compgen -f -X '!*.okr' -- "${2}"))
            fi
        }
        complete -o filenames -F _bearing_or_board bearing

        """
    case .zsh:
      script.replacing(
        "        _describe -V subcommand subcommands && ret=0\n",
        with: """
                  _describe -V subcommand subcommands && ret=0
                  _files -g '*.okr' && ret=0

          """)
    case .fish:
      script + """

        function __bearing_boards
            __fish_complete_suffix .okr | string match -r '^.*(?:\\.okr|/)(?:\\t.*)?$'
        end
        complete -c bearing -n __fish_use_subcommand -k -a '(__bearing_boards)'

        """
    }
  }
}

extension CompletionKind {
  /// Board files, and the folders that they may be in.
  static var board: CompletionKind { .file(extensions: ["okr"]) }

  /// All themes there are, a person's own included.
  static var theme: CompletionKind {
    .custom { _, _, _ in
      ThemeShelf.own.names
    }
  }

  /// What a wall can show: its parts, and the ids of the board that is named
  /// before, else of the usual one.
  static var wallSubject: CompletionKind {
    .custom { arguments, place, _ in
      let words = arguments.prefix(place).drop { $0 != "wall" }.dropFirst()
      let path = words.first { $0.hasSuffix(".okr") }
      return ["objectives", "kpis"]
        + ids(in: path ?? BoardOptions.standardPath)
    }
  }

  /// What 'bearing record' takes: a board file, then an id that is in it.
  static var recorded: CompletionKind {
    .custom { arguments, place, prefix in
      let words = arguments.prefix(place).drop { $0 != "record" }.dropFirst()
      guard let path = words.first else { return boards(prefix) }
      return words.count == 1 ? ids(in: path) : []
    }
  }
}

/// The board files and folders whose path begins so.
private func boards(_ prefix: String) -> [String] {
  let slash = prefix.lastIndex(of: "/")
  let folder = slash.map { String(prefix[...$0]) } ?? ""
  guard let listing = opendir(folder.isEmpty ? "." : folder) else { return [] }
  defer { closedir(listing) }
  var paths: [String] = []
  while let entry = readdir(listing) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard !name.hasPrefix(".") else { continue }
    let path = folder + name
    var status = stat()
    let isFolder =
      stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if isFolder { paths.append(path + "/") }
    if name.hasSuffix(".okr") { paths.append(path) }
  }
  return paths.sorted()
}

/// The ids of what readings can be recorded for.
private func ids(in path: String) -> [String] {
  guard let file = try? load(path) else { return [] }
  let board = Document(file.bytes).board
  let ids =
    board.keyResults.map(\.id) + board.kpis.map(\.id)
    + board.objectives.map(\.id)
  return ids.compactMap { $0?.description }
}
