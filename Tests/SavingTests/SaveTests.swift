import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SaveTests {
  @Test func `replaces the content and leaves nothing else behind`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let saved = try save([UInt8]("new\n"), to: path, expecting: load(path))
    #expect(try load(path).bytes == [UInt8]("new\n"))
    #expect(saved.notice == nil)
    #expect(folder.names == ["a.okr"])
  }

  @Test(arguments: [0, 1, 4096, 1_000_000])
  func `saves any number of bytes, any bytes at all`(count: Int) throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    _ = try save(bytes, to: path, expecting: load(path))
    #expect(try load(path).bytes == bytes)
  }

  @Test func `a save is what the next one compares with`() throws {
    let folder = TemporaryFolder()
    folder.put("0", "a.okr")
    let path = folder.path("a.okr")
    var file = try load(path)
    var saver = Saver(path)
    for number in 1...20 {
      let saved = try saver.save([UInt8]("\(number)"), expecting: file)
      file = saved.file
      #expect(file.stamp == FileStamp.current(of: path))
    }
    #expect(try load(path).bytes == [UInt8]("20"))
  }

  @Test(arguments: ["other", "new\n", "odd\n", ""])
  func `does not touch what somebody else wrote`(theirs: String) throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = try load(path)
    folder.put(theirs, "a.okr")
    #expect(throws: SaveError.changedOnDisk) {
      try save([UInt8]("new\n"), to: path, expecting: file)
    }
    #expect(try load(path).bytes == [UInt8](theirs))
    #expect(folder.names == ["a.okr"])
  }

  @Test func `does not touch what somebody else renamed into place`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = try load(path)
    folder.put("theirs\n", "b.okr")
    rename(folder.path("b.okr"), path)
    #expect(throws: SaveError.changedOnDisk) {
      try save([UInt8]("new\n"), to: path, expecting: file)
    }
    #expect(try load(path).bytes == [UInt8]("theirs\n"))
  }

  @Test func `a file written again with the same content is the same`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = try load(path)
    folder.put("old\n", "b.okr")
    rename(folder.path("b.okr"), path)
    _ = try save([UInt8]("new\n"), to: path, expecting: file)
    #expect(try load(path).bytes == [UInt8]("new\n"))
  }

  @Test func `says that the file was removed`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = try load(path)
    unlink(path)
    #expect(throws: SaveError.removed) {
      try save([UInt8]("new\n"), to: path, expecting: file)
    }
    #expect(folder.names == [])
  }

  @Test func `says that the file gave way to a folder`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = try load(path)
    unlink(path)
    mkdir(path, 0o755)
    #expect(throws: SaveError.folder) {
      try save([UInt8]("new\n"), to: path, expecting: file)
    }
    #expect(folder.names == ["a.okr"])
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o755] as [mode_t])
  func `keeps the mode`(mode: mode_t) throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr", mode: mode)
    let path = folder.path("a.okr")
    _ = try save([UInt8]("new\n"), to: path, expecting: load(path))
    #expect(folder.status("a.okr").st_mode & 0o7777 == mode)
  }

  @Test func `keeps owner and group`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr", mode: 0o640)
    let path = folder.path("a.okr")
    // Only root can give a file away; for others this tests less.
    chown(path, 4711, 4712)
    let before = folder.status("a.okr")
    _ = try save([UInt8]("new\n"), to: path, expecting: load(path))
    let after = folder.status("a.okr")
    #expect(after.st_uid == before.st_uid)
    #expect(after.st_gid == before.st_gid)
    #expect(after.st_mode == before.st_mode)
  }

  @Test func `saves where a link leads and keeps the link`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "real.okr")
    folder.link("near.okr", to: "real.okr")
    folder.link("far.okr", to: "near.okr")
    let path = folder.path("far.okr")
    _ = try save([UInt8]("new\n"), to: path, expecting: load(path))
    #expect(folder.status("far.okr").st_mode & S_IFMT == S_IFLNK)
    #expect(folder.status("near.okr").st_mode & S_IFMT == S_IFLNK)
    #expect(try load(folder.path("real.okr")).bytes == [UInt8]("new\n"))
    #expect(folder.names == ["far.okr", "near.okr", "real.okr"])
  }

  @Test func `does not part hard links`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    link(path, folder.path("b.okr"))
    #expect(throws: SaveError.hardLinks(2)) {
      try save([UInt8]("new\n"), to: path, expecting: load(path))
    }
    #expect(try load(path).bytes == [UInt8]("old\n"))
    #expect(folder.names == ["a.okr", "b.okr"])
  }

  @Test func `waits for a lock, and says so when it is not given up`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = try load(path)
    let holder = open(path, O_RDONLY | O_CLOEXEC)
    #expect(flock(holder, LOCK_EX) == 0)
    #expect(throws: SaveError.locked) {
      try save([UInt8]("new\n"), to: path, expecting: file)
    }
    close(holder)
    _ = try save([UInt8]("new\n"), to: path, expecting: file)
    #expect(try load(path).bytes == [UInt8]("new\n"))
  }

  @Test func `a long name has room for its draft`() throws {
    let folder = TemporaryFolder()
    let name = String(repeating: "x", count: 251) + ".okr"
    folder.put("old\n", name)
    let path = folder.path(name)
    _ = try save([UInt8]("new\n"), to: path, expecting: load(path))
    #expect(folder.names == [name])
  }

  @Test func `two that save at once lose nothing`() async throws {
    let folder = TemporaryFolder()
    folder.put("", "a.okr")
    let path = folder.path("a.okr")
    let writers = 3
    let lines = 60
    await withTaskGroup { group in
      for writer in 0..<writers {
        group.addTask { append(lines, from: writer, to: path) }
      }
    }
    let text = String(decoding: try load(path).bytes, as: UTF8.self)
    let found = text.split(separator: "\n")
    #expect(found.count == writers * lines)
    #expect(Set(found).count == writers * lines)
    #expect(folder.names == ["a.okr"])
  }
}

/// Adds lines one by one, each with a read and a save of its own.
private func append(_ lines: Int, from writer: Int, to path: String) {
  var line = 0
  var saver = Saver(path)
  while line < lines {
    guard let file = try? load(path) else { continue }
    let addition = [UInt8]("\(writer) \(line)\n")
    if (try? saver.save(file.bytes + addition, expecting: file)) != nil {
      line += 1
    }
  }
}
