import Foundation
import Saving
import Testing

/// What a meeting leaves behind for the next one.
@Suite struct SnapshotTests {
  @Test func `the next meeting gets the bytes of the last one`() throws {
    let folder = TemporaryFolder()
    let state = folder.path + "/state/bearing"
    let snapshot = Snapshot(of: folder.path + "/board.okr", in: state)
    #expect(snapshot.bytes == nil)
    try snapshot.keep([1, 0, 255])
    #expect(snapshot.bytes == [1, 0, 255])
    try snapshot.keep([])
    #expect(snapshot.bytes == [])
    let again = Snapshot(of: folder.path + "/./board.okr", in: state)
    #expect(again.bytes == [])
    let other = Snapshot(of: folder.path + "/other.okr", in: state)
    #expect(other.bytes == nil)
    let left = try FileManager.default.contentsOfDirectory(atPath: state)
    #expect(left.count == 1)
  }

  @Test func `what others could read is not believed`() throws {
    let folder = TemporaryFolder()
    let state = folder.path + "/state"
    let snapshot = Snapshot(of: folder.path + "/board.okr", in: state)
    try snapshot.keep([7])
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: state).first)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: "\(state)/\(name)")
    #expect(snapshot.bytes == nil)
  }

  @Test func `a folder that is none is said`() throws {
    let folder = TemporaryFolder()
    let file = folder.path + "/file"
    try Data([1]).write(to: URL(filePath: file))
    #expect(throws: JournalError.self) {
      try Snapshot(of: folder.path + "/board.okr", in: file).keep([1])
    }
  }
}
