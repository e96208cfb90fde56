import Testing

/// That what README.md tells a newcomer to type is there.
struct ReadmeTests {
  let repository = Repository()

  @Test func `it is short`() throws {
    let lines = try repository.text("README.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 121)
  }

  @Test(arguments: [("run", "swift run"), ("tests", "swift test")])
  func `each of the two commands is one line`(
    mark: String, command: String
  ) throws {
    let block = try block(behind: mark)
    #expect(block.count == 1)
    #expect(block.first?.contains(command) == true)
  }

  @Test func `the checks take the test command from here`() throws {
    #expect(try repository.text(".ci/run").contains("<!-- tests -->"))
    #expect(try !repository.text(".ci/run").contains("\nswift test"))
  }

  @Test func `the picture is there, and said in words`() throws {
    let text = try repository.text("README.md")
    let pictures = text.matches(of: /(?m)^!\[([^\]]+)\]\(([^)]+)\)$/)
    #expect(pictures.count == 1)
    for picture in pictures {
      #expect(picture.1.count > 40)
      #expect(try repository.text(String(picture.2)).hasPrefix("<svg "))
    }
  }

  @Test(.enabled(if: hasCommands, "the program has no commands yet"))
  func `the commands it names exist`() throws {
    let program = try repository.swiftFiles(under: "Sources/bearing")
      .map { $0.lines.joined(separator: "\n") }.joined(separator: "\n")
    let named = try repository.text("README.md")
      .matches(of: /(?m)(?:^|`)bearing ([a-z]+)(?: |`|$)/)
      .map { String($0.output.1) }
    #expect(Set(named).isSuperset(of: ["demo", "show", "check"]))
    for name in Set(named) {
      let type = name.prefix(1).uppercased() + name.dropFirst()
      let isThere =
        program.contains("commandName: \"\(name)\"")
        || program.contains("struct \(type): ")
        || program.contains("struct \(type)Command: ")
      #expect(isThere, "bearing \(name)")
    }
  }

  @Test func `the files it names exist`() throws {
    let paths = try repository.text("README.md")
      .matches(of: /Sources\/[\w\/.]+\w/).map { String($0.output) }
    #expect(!paths.isEmpty)
    for path in paths {
      #expect(throws: Never.self) { try repository.text(path) }
    }
  }

  /// The lines of the code block below `<!-- mark -->`.
  private func block(behind mark: String) throws -> [Substring] {
    let lines = try repository.text("README.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "<!-- \(mark) -->"))
    #expect(lines[start + 1].hasPrefix("```"))
    return Array(lines[(start + 2)...].prefix { $0 != "```" })
  }

  private static var hasCommands: Bool {
    let files = try? Repository().swiftFiles(under: "Sources/bearing")
    return files?.contains { file in
      file.code.contains { $0.contains("subcommands:") }
    } ?? false
  }
}
