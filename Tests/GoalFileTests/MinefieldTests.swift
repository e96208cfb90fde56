import Foundation
import GoalFile
import Goals
import Testing

/// Small files that must be accepted (`y_`), that must be rejected at a place
/// their first line names (`n_`), and that are free (`i_`).
struct MinefieldTests {
  struct Mine: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }
    var document: Document { Document(bytes) }
    var errors: [Diagnostic] {
      document.diagnostics.filter { $0.severity == .error }
    }
    /// The place `LINE:COLUMN` in `# expect LINE:COLUMN`, wherever that
    /// comment stands.
    var expected: String? {
      let text = String(decoding: bytes, as: UTF8.self)
      let words = text.split(whereSeparator: \.isWhitespace)
      guard let index = words.firstIndex(of: "expect") else { return nil }
      return words.dropFirst(index + 1).first.map(String.init)
    }
  }

  static let mines = mines(in: "minefield")

  static func mines(in folder: String) -> [Mine] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(folder)")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: url.path())) ?? []
    return names.filter { $0.hasSuffix(".okr") }.sorted().compactMap { name in
      guard let content = try? Data(contentsOf: url.appending(path: name))
      else { return nil }
      return Mine(name: name, bytes: Array(content))
    }
  }

  @Test func `the minefield is there`() {
    #expect(Self.mines.count > 400)
  }

  @Test(arguments: mines.filter { $0.name.hasPrefix("y_") })
  func `a sound file has no error`(mine: Mine) {
    #expect(mine.errors.map { "\($0.line):\($0.column) \($0.message)" } == [])
  }

  @Test(arguments: mines.filter { $0.name.hasPrefix("n_") })
  func `a broken file has its first error where it is broken`(mine: Mine) {
    let first = mine.errors.min { ($0.line, $0.column) < ($1.line, $1.column) }
    let place = first.map { "\($0.line):\($0.column)" }
    #expect(
      place == mine.expected, "\(mine.name): \(first?.message ?? "no error")")
  }

  @Test(arguments: mines)
  func `nothing in a file is lost`(mine: Mine) {
    #expect(mine.document.bytes == mine.bytes)
  }
}
