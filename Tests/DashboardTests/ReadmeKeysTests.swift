import Dashboard
import Foundation
import Testing

/// That the table of keys in README.md is the one of the program.
@Suite struct ReadmeKeysTests {
  /// The keys that the first column of the table names, a row each.
  private func rows() throws -> [[Key]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "| keys | |"))
    return try lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      let cell = try #require(line.split(separator: "|").first)
      let names = cell.replacing("arrows", with: "Up Down Left Right")
      return try names.split(separator: " ").map { word in
        // A comma behind a key is none.
        let name =
          word.hasPrefix("`")
          ? word.dropFirst().prefix { $0 != "`" } : word.prefix { $0 != "," }
        return try #require(Key(named: String(name)), "\(name)")
      }
    }
  }

  @Test func `every key it names does something on the board`() throws {
    let keys = try rows().flatMap(\.self)
    #expect(keys.count > 20)
    for key in keys {
      #expect(Keymap().command(for: key, in: .board) != nil, "\(key)")
    }
  }

  @Test func `no key stands in it twice`() throws {
    let keys = try rows().flatMap(\.self)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `it names what a newcomer needs`() throws {
    let named = Set(
      try rows().flatMap(\.self).compactMap {
        Keymap().command(for: $0, in: .board)
      })
    let needed: Set<Command> = [
      .down, .up, .open, .back, .nextPane, .fold, .checkIn, .undo, .redo, .save,
      .reload, .search, .palette, .nextTheme, .openEditor, .help, .quit, .today,
    ]
    #expect(needed.subtracting(named) == [])
  }
}
