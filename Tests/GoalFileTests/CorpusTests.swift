import Foundation
import GoalFile
import Goals
import Testing

/// What fuzzing found worth keeping, played again.
struct CorpusTests {
  /// The files of a corpus, by name.
  private static func files(_ corpus: String) -> [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(corpus)")
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  @Test(arguments: files("corpus-parser"))
  func `a file is read without a loss and formatted to one layout`(
    _ file: URL
  ) throws {
    let bytes = Array(try Data(contentsOf: file))
    let document = Document(bytes)
    #expect(document.bytes == bytes)
    let formatted = document.formatted
    #expect(Document(formatted).formatted == formatted)
  }

  /// Base, ours and theirs, parted by the byte 30.
  @Test(arguments: files("corpus-merge"))
  func `it does not matter which side is which`(_ file: URL) throws {
    let files = Array(try Data(contentsOf: file)).split(
      separator: 30, maxSplits: 2, omittingEmptySubsequences: false
    ).map { Array($0) }
    let base = files[0]
    let ours = files.count > 1 ? files[1] : base
    let theirs = files.count > 2 ? files[2] : base
    let merged = merge(base: base, ours: ours, theirs: theirs)
    let swapped = merge(base: base, ours: theirs, theirs: ours)
    #expect(merged.conflicts.count == swapped.conflicts.count)
    if merged.isClean { #expect(merged.resolved([]) == swapped.resolved([])) }
    #expect(
      merge(base: base, ours: base, theirs: theirs).resolved([]) == theirs)
    #expect(merge(base: base, ours: ours, theirs: base).resolved([]) == ours)
  }

  @Test func `there is a corpus`() {
    #expect(Self.files("corpus-parser").count > 20)
    #expect(Self.files("corpus-merge").count > 20)
  }

  @Test func `no edit makes two things of what a conflict tells twice`() {
    let text = """
      objective [o] Where to go
      <<<<<<< ours
      =======
      objective [o] Where else to go
      >>>>>>> theirs

      """
    let document = Document(Array(text.utf8))
    #expect(throws: EditError.self) {
      try document.change(for: .identify(.objective(0), as: nil))
    }
  }
}
