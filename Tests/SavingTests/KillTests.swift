import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Programs that are killed at any moment, and programs that write at once.
///
/// BEARING_KILLS and BEARING_CHANGES ask for more than the usual number.
@Suite(
  .serialized,
  .enabled(if: Tools.scribe != nil, "there is no built Scribe here"))
struct KillTests {
  private let scribe = Tools.scribe ?? ""

  @Test(arguments: ["lines", "append"])
  func `a kill at any moment of writing damages nothing`(
    _ task: String
  ) throws {
    let folder = TemporaryFolder()
    folder.put("", "a.okr")
    let path = folder.path("a.okr")
    for round in 0..<Tools.count("BEARING_KILLS", usual: 100) {
      folder.put("", "a.okr")
      var child = try Child.start([scribe, task, path, "x", "0"])
      let told = child.killed(
        afterLines: Int.random(in: 0...4),
        andMicroseconds: Int.random(in: 0...3_000))
      let lines = try Self.lines(of: path)
      #expect(lines.count - told.count == 0 || lines.count - told.count == 1)
      #expect(lines == (0..<lines.count).map { "x \($0)" }, "round \(round)")
      for draft in staleDrafts(beside: path) { draft.remove() }
      #expect(folder.names == ["a.okr"])
    }
  }

  @Test(arguments: ["", "saving"])
  func `a kill at any moment costs no edit that was noted`(
    _ saving: String
  ) throws {
    for _ in 0..<Tools.count("BEARING_KILLS", usual: 60) {
      let place = JournalPlace("0\n")
      var child = try Child.start([
        scribe, "journal", place.path, place.folder, saving,
      ])
      let told = child.killed(
        afterLines: Int.random(in: 0...20),
        andMicroseconds: Int.random(in: 0...2_000))
      let recoveries = place.recoveriesOfDead()
      #expect(recoveries.count <= 1)
      let bytes = recoveries.first?.ours ?? place.bytes
      let lines = bytes.split(separator: 10).count - 1
      #expect(lines - told.count == 0 || lines - told.count == 1)
      if let recovery = recoveries.first {
        // The file is at the base, or, killed before it was said, at all.
        let isSaved = place.bytes == recovery.ours
        #expect(place.bytes == recovery.base || isSaved)
        place.drop(recovery)
      }
      #expect(place.journalNames == [])
    }
  }

  @Test func `many writers at once lose and double nothing`() throws {
    let folder = TemporaryFolder()
    folder.put("start\n", "a.okr")
    let path = folder.path("a.okr")
    let count = Tools.count("BEARING_CHANGES", usual: 400) / 4
    let shell = """
      i=0; while [ $i -lt \(count) ]; do echo "shell $i" >> \(path); \
      i=$((i+1)); done
      """
    var savers = try Child.start([scribe, "lines", path, "one", "\(count)"])
    var other = try Child.start([scribe, "lines", path, "two", "\(count)"])
    var appender = try Child.start([
      scribe, "append", path, "record", "\(count)",
    ])
    var plain = try Child.start(["/bin/sh", "-c", shell])
    #expect(plain.ended() == [])
    #expect(appender.ended().count == count)
    #expect(savers.ended().count == count)
    #expect(other.ended().count == count)
    let lines = try Self.lines(of: path)
    for name in ["one", "two", "record", "shell"] {
      let found = lines.filter { $0.hasPrefix(name + " ") }
      #expect(found.count == count, "\(name)")
      #expect(Set(found).count == count, "\(name)")
    }
    #expect(lines.count == 4 * count + 1)
    #expect(folder.names == ["a.okr"])
  }

  private static func lines(of path: String) throws -> [String] {
    String(decoding: try load(path).bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }
}
