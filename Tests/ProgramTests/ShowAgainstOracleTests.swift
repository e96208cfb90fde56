import Foundation
import Oracle
import Testing

/// What the built program shows, beside what the oracle works out.
@Suite(
  .enabled(if: BuiltProgram.url != nil, "there is no built bearing here"))
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

  /// `ORACLE_SEEDS=1000` makes up more boards than the usual 60.
  static let seeds =
    0..<(ProcessInfo.processInfo.environment["ORACLE_SEEDS"].flatMap(Int.init)
    ?? 60)

  @Test(arguments: seeds)
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
    return try BuiltProgram.run(arguments + ["-"], input: Array(text.utf8))
      .output
  }
}
