import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct CreateTests {
  @Test func `makes a new file`() throws {
    let folder = TemporaryFolder()
    let path = folder.path("a.okr")
    let created = try create([UInt8]("new\n"), at: path)
    #expect(try load(path).bytes == [UInt8]("new\n"))
    #expect(created.file.stamp == FileStamp.current(of: path))
    #expect(folder.names == ["a.okr"])
    _ = try save([UInt8]("newer\n"), to: path, expecting: created.file)
    #expect(try load(path).bytes == [UInt8]("newer\n"))
  }

  @Test func `leaves what is there already`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    #expect(throws: SaveError.exists) {
      try create([UInt8]("new\n"), at: folder.path("a.okr"))
    }
    #expect(try load(folder.path("a.okr")).bytes == [UInt8]("old\n"))
    #expect(folder.names == ["a.okr"])
  }

  @Test func `does not follow a link that leads nowhere`() {
    let folder = TemporaryFolder()
    folder.link("a.okr", to: "b.okr")
    #expect(throws: SaveError.exists) {
      try create([UInt8]("new\n"), at: folder.path("a.okr"))
    }
    #expect(folder.names == ["a.okr"])
  }

  @Test func `needs the folder`() {
    let folder = TemporaryFolder()
    let failure = SystemFailure(call: "open", code: ENOENT)
    #expect(throws: SaveError.system(failure)) {
      try create([UInt8]("new\n"), at: folder.path("none/a.okr"))
    }
  }

  @Test(arguments: ["", "/", "/tmp/", ".", "..", "/tmp/.."])
  func `takes no folder for a name`(path: String) {
    #expect(throws: SaveError.folder) {
      try create([UInt8]("new\n"), at: path)
    }
  }
}
