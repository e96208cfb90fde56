import Foundation
import Saving
import Testing

/// Journals as fuzzing made them up.
struct JournalCorpusTests {
  private static var files: [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/corpus-journal")
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  @Test(arguments: files)
  func `nothing is read that is not there`(_ file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    for start in [[], Array("bearing journal 1\n".utf8)] {
      guard let content = JournalContent(start + bytes) else { continue }
      if content.base == nil { #expect(content.edits == 0) }
      #expect(content.ours.count <= start.count + bytes.count)
    }
  }

  @Test func `there is a corpus`() {
    #expect(Self.files.count > 10)
  }
}
