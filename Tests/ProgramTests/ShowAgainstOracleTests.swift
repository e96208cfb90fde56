import Foundation
import Oracle
import Testing

/// What the built program shows, beside what the oracle works out.
@Suite(
  .enabled(if: ShownBoard.canShow, "no built bearing that knows 'show'"))
struct ShowAgainstOracleTests {
  @Test(arguments: EdgeBoard.all)
  func `the program shows an edge board as the oracle does`(
    _ board: EdgeBoard
  ) throws {
    for asOf in board.asOf {
      try check(board.text, asOf, .masked)
      try check(board.text, asOf, .shown)
    }
  }

  @Test(arguments: 0..<60)
  func `the program shows a generated board as the oracle does`(
    _ seed: Int
  ) throws {
    var generator = BoardGenerator(seed: UInt64(seed))
    let board = generator.board()
    for asOf in board.asOf {
      try check(board.text, asOf, seed.isMultiple(of: 2) ? .masked : .shown)
    }
  }

  private func check(
    _ text: String,
    _ asOf: String,
    _ privacy: Privacy
  ) throws {
    let expected = Oracle(text: text).show(asOf: asOf, privacy: privacy)
    let output = try ShownBoard.run(text, asOf, privacy)
    let found: JSONValue
    do {
      found = try JSONValue(parsing: output)
    } catch {
      Issue.record("as of \(asOf): \(error) of \(output.prefix(200))")
      return
    }
    let differing = differences(
      expected: expected, found: found, ignored: notComputed)
    let places = differing.prefix(12).joined(separator: "\n")
    #expect(
      differing.isEmpty,
      "as of \(asOf), \(privacy):\n\(places)\non the board\n\(text)")
  }
}

/// What the oracle has no opinion on.
private let notComputed: Set<String> = [
  "diagnostics", "errors", "warnings", "forecast", "limits", "signal",
]

/// The built program, asked for a board as JSON.
private enum ShownBoard {
  /// The program that was built beside these tests.
  static var program: URL? {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let places = [tests, URL(filePath: CommandLine.arguments[0])].map {
      $0.deletingLastPathComponent().appending(path: "bearing")
    }
    return places.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  static var canShow: Bool {
    guard let program, let help = try? output(of: program, ["--help"], "")
    else { return false }
    return help.contains("show")
  }

  static func run(
    _ text: String,
    _ asOf: String,
    _ privacy: Privacy
  ) throws -> String {
    var arguments = ["show", "--format", "json", "--as-of", asOf]
    switch privacy {
    case .masked: break
    case .shown: arguments.append("--private")
    }
    let program = try #require(program)
    return try output(of: program, arguments + ["-"], text)
  }

  private static func output(
    of program: URL,
    _ arguments: [String],
    _ input: String
  ) throws -> String {
    // A file and not a pipe: the program may end before it has read all.
    let file = FileManager.default.temporaryDirectory
      .appending(path: "bearing-oracle-\(UUID().uuidString).okr")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let pipe = Pipe()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
