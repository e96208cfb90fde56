import Testing

/// What is agreed about the house in words, as tests.
struct TidyTests {
  let repository = Repository()

  /// Which room may import which: the arrows of the house, and no other.
  static let arrows: [String: Set<String>] = [
    "Goals": [],
    "GoalFile": ["Goals"],
    "Canvas": [],
    "Themes": ["Canvas"],
    "Dashboard": ["Goals", "GoalFile", "Canvas"],
    "Wall": ["Goals", "GoalFile", "Canvas"],
    "Reports": ["Goals", "GoalFile", "Canvas"],
    "Exchange": ["Goals", "GoalFile"],
    "Pictures": ["Canvas", "Themes"],
    "Samples": ["Goals"],
    "Reading": ["GoalFile", "CSystem", "Glibc", "Darwin"],
    "Saving": ["Reading", "GoalFile", "CSystem", "Glibc", "Darwin"],
    "Terminal": ["Canvas", "CNcurses", "Glibc", "Darwin"],
    // Never Saving: a wall cannot write.
    "WallHost": [
      "Wall", "Reading", "Terminal", "Canvas", "Goals", "CSystem",
    ],
    "bearing": [
      "Goals", "GoalFile", "Canvas", "Themes", "Dashboard", "Reports",
      "Exchange", "Pictures", "Samples", "Reading", "Saving", "Terminal",
      "Wall", "WallHost", "CSystem", "ArgumentParser", "Glibc", "Darwin",
    ],
    "CNcurses": [],
    "CSystem": [],
  ]

  static let bannedWords: Set<String> = [
    "item", "data", "info", "manager", "helper", "util", "handler", "common",
    "items", "infos", "managers", "helpers", "utils", "handlers",
  ]

  @Test func `every room of Sources has its arrows`() throws {
    let rooms = try Set(repository.entries(of: "Sources"))
    #expect(rooms.subtracting(Self.arrows.keys).isEmpty)
  }

  @Test func `a room imports only what its arrows say`() throws {
    for room in try repository.entries(of: "Sources") {
      let allowed = Self.arrows[room] ?? []
      for file in try repository.swiftFiles(under: "Sources/" + room) {
        let strangers = file.imports.filter { !allowed.contains($0) }
        #expect(strangers.isEmpty, "\(file.path) imports \(strangers)")
      }
    }
  }

  @Test func `no source imports Foundation`() throws {
    for file in try repository.swiftFiles(under: "Sources") {
      let found = file.imports.filter { $0.hasPrefix("Foundation") }
      #expect(found.isEmpty, "\(file.path)")
    }
  }

  @Test(arguments: ["Sources", "Tests"])
  func `nothing is public or opened for tests`(folder: String) throws {
    for file in try repository.swiftFiles(under: folder) {
      #expect(file.lines(with: "@testable").isEmpty, "\(file.path)")
      // What C calls has to be public.
      let open = file.lines(with: "public").filter { line in
        line < 2 || !file.lines[line - 2].hasPrefix("@_cdecl")
      }
      #expect(open.isEmpty, "\(file.path): lines \(open)")
    }
  }

  @Test func `every package type says what it is`() throws {
    for file in try repository.swiftFiles(under: "Sources") {
      #expect(
        file.undocumentedTypes.isEmpty,
        "\(file.path): lines \(file.undocumentedTypes)")
    }
  }

  @Test func `the top level holds what was agreed and nothing else`() throws {
    let agreed: Set = [
      "Package.swift", "Sources", "Tests", "themes", "README.md",
    ]
    // Package.resolved is made by a build and not kept.
    let found = try repository.entries().filter {
      !$0.hasPrefix(".") && $0 != "Package.resolved"
    }
    #expect(Set(found) == agreed)
  }

  @Test func `no source file is longer than 400 lines`() throws {
    let endings = [".swift", ".c", ".h"]
    for path in try repository.files(under: "Sources")
    where endings.contains(where: path.hasSuffix) {
      let count = try repository.text(path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(count <= 401, "\(path) has \(count - 1) lines")
    }
  }

  @Test(arguments: ["Sources", "Tests", "themes"])
  func `no file name says nothing`(folder: String) throws {
    for path in try repository.files(under: folder) {
      let banned = words(of: path).filter(Self.bannedWords.contains)
      #expect(banned.isEmpty, "\(path)")
    }
  }

  @Test(
    arguments: zip(
      ["Sources/GoalFile/PlainText.swift", "a_b/fileInfo.okr", "C-util.c"],
      [
        ["sources", "goal", "file", "plain", "text", "swift"],
        ["a", "b", "file", "info", "okr"], ["c", "util", "c"],
      ]))
  func `a path falls into words`(path: String, expected: [String]) {
    #expect(words(of: path) == expected)
  }
}

/// The words of a path in lower case, capitals beginning a new one.
private func words(of path: String) -> [String] {
  path.matches(of: /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/)
    .map { $0.output.lowercased() }
}
