import Reading
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct LoadTests {
  @Test(arguments: ["", "a", "one\r\ntwo", "\u{FEFF}x\n"])
  func `reads the bytes as they are`(text: String) throws {
    let folder = TemporaryFolder()
    folder.put(text, "a.okr")
    let file = try load(folder.path("a.okr"))
    #expect(file.bytes == [UInt8](text))
    #expect(file.stamp == FileStamp.current(of: folder.path("a.okr")))
    #expect(file.stamp.size == Int64(text.utf8.count))
  }

  @Test func `reads a file that does not tell its size`() throws {
    #expect(try load("/proc/self/status").bytes.count > 100)
  }

  @Test func `says why it cannot`() {
    let folder = TemporaryFolder()
    mkdir(folder.path("folder"), 0o755)
    mkfifo(folder.path("pipe"), 0o644)
    folder.link("circle", to: "circle")
    folder.put("", "file")
    let circle = SystemFailure(call: "open", code: ELOOP)
    let through = SystemFailure(call: "open", code: ENOTDIR)
    #expect(throws: LoadError.missing) { try load(folder.path("none")) }
    #expect(throws: LoadError.folder) { try load(folder.path("folder")) }
    #expect(throws: LoadError.self) { try load(folder.path("pipe")) }
    #expect(throws: LoadError.special("a device")) { try load("/dev/null") }
    #expect(throws: LoadError.system(circle)) {
      try load(folder.path("circle"))
    }
    #expect(throws: LoadError.system(through)) {
      try load(folder.path("file/x"))
    }
  }

  @Test func `a stamp tells a new content from a new name`() {
    let folder = TemporaryFolder()
    folder.put("one", "a.okr")
    let first = FileStamp.current(of: folder.path("a.okr"))
    rename(folder.path("a.okr"), folder.path("b.okr"))
    let renamed = FileStamp.current(of: folder.path("b.okr"))
    #expect(renamed.hasContent(of: first))
    folder.put("other", "b.okr")
    #expect(!FileStamp.current(of: folder.path("b.okr")).hasContent(of: first))
    #expect(FileStamp.current(of: folder.path("a.okr")) == .absent)
  }

  @Test(arguments: [0, 17, 59, 1_790_000_000, 4_000_000_001])
  func `the next minute begins within sixty seconds`(seconds: Int64) {
    let time = WallTime(seconds: seconds)
    #expect((1...60).contains(time.nextMinute - seconds))
    #expect(WallTime(seconds: time.nextMinute).second == 0)
    #expect(time.second == Int((seconds + Int64(time.offset)) % 60))
  }
}
