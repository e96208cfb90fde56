import Foundation
import GoalFile
import Goals
import Testing

/// Edits as files: `before.okr`, `edit`, and `after.okr` or, where the edit is
/// refused, the reason in `refused`.
///
/// In the files `^M` stands for a carriage return, `^I` for a tab, `^B` for a byte
/// order mark, and `^$` at the end for a last line without an end.
struct EditFixtureTests {
  struct Fixture: CustomTestStringConvertible, Sendable {
    let name: String
    let before: String
    let edit: String
    let after: String?
    let refused: String?

    var testDescription: String { name }
  }

  static let fixtures = folders().map { url in
    Fixture(
      name: url.lastPathComponent, before: text(url, "before.okr") ?? "",
      edit: text(url, "edit") ?? "", after: text(url, "after.okr"),
      refused: text(url, "refused")?.split(separator: "\n").first
        .map(String.init))
  }

  private static func folders() -> [URL] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/edits")
    let found = try? FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path() < $1.path() }
  }

  private static func text(_ folder: URL, _ name: String) -> String? {
    guard
      let text = try? String(
        contentsOf: folder.appending(path: name), encoding: .utf8)
    else { return nil }
    var plain = text.replacingOccurrences(of: "^M", with: "\r")
      .replacingOccurrences(of: "^I", with: "\t")
      .replacingOccurrences(of: "^B", with: "\u{FEFF}")
    if plain.hasSuffix("^$\n") { plain.removeLast(3) }
    return plain
  }

  @Test func `there is a fixture for every kind of edit`() {
    let verbs = Set(
      Self.fixtures.compactMap { $0.edit.split(separator: " ").first })
    #expect(
      verbs == [
        "write", "change", "erase", "clear", "record", "correct", "unrecord",
        "add", "remove", "move", "identify", "rename",
      ])
  }

  /// Writes what an edit did beside it, to be reviewed: with `RECORD_EDITS=1`,
  /// which fails the run.
  private func record(_ name: String, _ file: String, _ text: String) throws {
    var marked = text.replacingOccurrences(of: "\r", with: "^M")
      .replacingOccurrences(of: "\t", with: "^I")
      .replacingOccurrences(of: "\u{FEFF}", with: "^B")
    if !marked.hasSuffix("\n") { marked += "^$\n" }
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/edits/\(name)/\(file)")
    try marked.write(to: url, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)")
  }

  private var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_EDITS"] == "1"
  }

  @Test(arguments: fixtures)
  func `the edit writes what it should, and can be taken back`(
    _ fixture: Fixture
  ) throws {
    let document = Document(Array(fixture.before.utf8))
    var script = EditScript(document)
    do {
      let change = try document.change(for: try script.edit(fixture.edit))
      let bytes = change.applied(to: document.bytes)
      let after = String(decoding: bytes, as: UTF8.self)
      if isRecording { try record(fixture.name, "after.okr", after) }
      #expect(after == fixture.after)
      #expect(change.inverse.applied(to: bytes) == document.bytes)
    } catch let error as EditError {
      if isRecording {
        try record(fixture.name, "refused", error.description + "\n")
      }
      #expect(error.description == fixture.refused)
    }
  }
}
