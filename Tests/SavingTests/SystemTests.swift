import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a file system can have against a save, for real: needs root, to mount
/// and to protect.
@Suite(
  .serialized,
  .enabled(if: Tools.isRoot, "only root can mount and protect files"),
  .enabled(if: Tools.scribe != nil, "there is no built Scribe here"))
struct SystemTests {
  private let scribe = Tools.scribe ?? ""

  @Test func `a full disk costs nothing`() throws {
    let mount = try Mount("-t", "tmpfs", "-o", "size=64k", "tmpfs")
    mount.folder.put("old\n", "a.okr")
    mount.folder.put(String(repeating: "x", count: 50_000), "big")
    let path = mount.folder.path("a.okr")
    let bytes = [UInt8](String(repeating: "new\n", count: 10_000))
    let failure = SystemFailure(call: "fallocate", code: ENOSPC)
    #expect(throws: SaveError.system(failure)) {
      try save(bytes, to: path, expecting: load(path))
    }
    #expect(throws: SaveError.system(failure)) {
      try Appender.open(path).append(bytes)
    }
    let saver = Saver(path)
    #expect(throws: SaveError.system(failure)) {
      try saver.saveInPlace(bytes, expecting: load(path))
    }
    #expect(try load(path).bytes == [UInt8]("old\n"))
    #expect(mount.folder.names == ["a.okr", "big"])
    #expect(SaveError.system(failure).advice.contains("space"))
  }

  @Test func `a journal on a full disk says so and recovers`() throws {
    let mount = try Mount("-t", "tmpfs", "-o", "size=64k", "tmpfs")
    let place = JournalPlace()
    let folder = mount.folder.path("bearing")
    do {
      var journal = try Journal.open(for: place.path, in: folder)
      let edit = place.addition("1")
      try journal.note([edit], base: place.bytes, result: [])
      mount.folder.put(String(repeating: "x", count: 60_000), "big")
      let large = place.addition(String(repeating: "y", count: 20_000))
      #expect(throws: JournalError.self) {
        try journal.note([large], base: place.bytes, result: [])
      }
      #expect(recoveries(for: place.path, in: folder) == [])
      unlink(mount.folder.path("big"))
      // The edit that could not be noted is in this one.
      let third = place.addition("3")
      try journal.note(
        [third], base: place.bytes, result: [UInt8]("old\n1y3"))
    }
    let found = recoveries(for: place.path, in: folder)
    #expect(found.map(\.ours) == [[UInt8]("old\n1y3")])
    #expect(TemporaryFolder.names(in: folder).count == 1)
  }

  @Test func `a read-only file system is named`() throws {
    let mount = try Mount("-t", "tmpfs", "tmpfs")
    mount.folder.put("old\n", "a.okr")
    let path = mount.folder.path("a.okr")
    #expect(Tools.run(["mount", "-o", "remount,ro", mount.folder.path]))
    #expect {
      try save([UInt8]("new\n"), to: path, expecting: load(path))
    } throws: { error in
      let error = error as? SaveError
      return error?.description.contains("read-only") == true
        && error?.allowsInPlace == false
    }
    #expect(mount.folder.names == ["a.okr"])
  }

  @Test(arguments: ["i", "a"])
  func `a protected file is named`(_ attribute: String) throws {
    let mount = try Mount(ofType: "ext4")
    mount.folder.put("old\n", "a.okr")
    let path = mount.folder.path("a.okr")
    #expect(Tools.run(["chattr", "+" + attribute, path]))
    defer { _ = Tools.run(["chattr", "-" + attribute, path]) }
    #expect(throws: SaveError.protected) {
      try save([UInt8]("new\n"), to: path, expecting: load(path))
    }
    #expect(!SaveError.protected.allowsInPlace)
    #expect(try load(path).bytes == [UInt8]("old\n"))
    // What may only be appended to takes readings.
    if attribute == "a" {
      try Appender.open(path).append([UInt8]("more\n"))
      #expect(try load(path).bytes == [UInt8]("old\nmore\n"))
    }
  }

  @Test func `a file mounted on its own can be written in place`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    folder.put("other\n", "real.okr")
    let path = folder.path("a.okr")
    #expect(Tools.run(["mount", "--bind", folder.path("real.okr"), path]))
    defer { umount2(path, 0) }
    let failure = SystemFailure(call: "rename", code: EBUSY)
    let error = SaveError.cannotReplace(failure)
    #expect(throws: error) {
      try save([UInt8]("new\n"), to: path, expecting: load(path))
    }
    #expect(error.allowsInPlace)
    let saver = Saver(path)
    _ = try saver.saveInPlace([UInt8]("n\n"), expecting: load(path))
    #expect(try load(path).bytes == [UInt8]("n\n"))
    #expect(try load(folder.path("real.okr")).bytes == [UInt8]("n\n"))
    #expect(folder.names == ["a.okr", "real.okr"])
  }

  @Test func `what others may not do is named`() throws {
    let folder = TemporaryFolder()
    chmod(folder.path, 0o755)
    folder.put("old\n", "a.okr", mode: 0o666)
    folder.put("old\n", "b.okr", mode: 0o644)
    folder.put("", "Scribe")
    #expect(Tools.run(["cp", scribe, folder.path("Scribe")]))
    chmod(folder.path("Scribe"), 0o755)
    let asNobody = [
      "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
    ]
    let words = asNobody + [folder.path("Scribe"), "once"]
    let closed = Tools.output(of: words + [folder.path("a.okr"), "x"])
    #expect(closed?.first?.contains("its folder takes no new file") == true)
    let readOnly = Tools.output(of: words + [folder.path("b.okr"), "x"])
    #expect(readOnly?.first?.contains("write-protected") == true)
    let place = asNobody + [folder.path("Scribe"), "place"]
    let saved = Tools.output(of: place + [folder.path("a.okr"), "x"])
    #expect(saved == ["saved"])
    #expect(try load(folder.path("a.okr")).bytes == [UInt8]("old\nx\n"))
    // In a folder for all, the file changes its owner, and one hears of it.
    chmod(folder.path, 0o777)
    let taken = Tools.output(of: words + [folder.path("a.okr"), "y"])
    #expect(taken?.first?.contains("belongs to you now") == true)
    // In one where each may only remove what is theirs, it cannot.
    folder.put("old\n", "c.okr", mode: 0o666)
    chmod(folder.path, 0o1777)
    let sticky = Tools.output(of: words + [folder.path("c.okr"), "y"])
    #expect(sticky?.first?.contains("no new file can take its place") == true)
    #expect(folder.names == ["Scribe", "a.okr", "b.okr", "c.okr"])
  }

  @Test func `a file-size limit is named and costs nothing`() throws {
    let folder = TemporaryFolder()
    folder.put(String(repeating: "x", count: 5_000) + "\n", "a.okr")
    let before = try load(folder.path("a.okr")).bytes
    for task in ["once", "place"] {
      let line = String(repeating: "y", count: 4_000)
      let limited = "ulimit -f 8; \"$@\""
      let said = Tools.output(of: [
        "/bin/sh", "-c", limited, "sh", scribe, task, folder.path("a.okr"),
        line,
      ])
      #expect(said?.first?.contains("larger than the limit allows") == true)
      #expect(try load(folder.path("a.okr")).bytes == before)
      #expect(folder.names == ["a.okr"])
    }
  }

  /// BEARING_POWER_FAILURES asks for more than the usual number, of each.
  @Test(
    .enabled(if: Tools.has("xfs_io") && Tools.has("mkfs.xfs"), "no xfsprogs"),
    arguments: ["xfs", "ext4"])
  func `what was saved is there after a power failure`(
    _ type: String
  ) throws {
    let mount = try Mount(ofType: type)
    let path = mount.folder.path("a.okr")
    let count = Tools.count("BEARING_POWER_FAILURES", usual: 5)
    for round in 0..<count {
      mount.folder.put("", "a.okr")
      sync()
      let task = round % 2 == 0 ? "lines" : "append"
      var child = try Child.start([scribe, task, path, "x", "0"])
      let told = child.told(
        afterLines: Int.random(in: 1...8),
        andMicroseconds: Int.random(in: 0...1_000))
      // What it hears from a file system whose power is out, even success,
      // would in truth reach nobody.
      _ = Tools.run(["xfs_io", "-x", "-c", "shutdown", mount.folder.path])
      _ = child.killed(afterLines: 0, andMicroseconds: 0)
      let isBack = mount.restart()
      #expect(isBack)
      let text = String(decoding: try load(path).bytes, as: UTF8.self)
      let lines = text.split(separator: "\n")
      #expect(lines.count >= told.count { Int($0) != nil }, "\(round)")
      #expect(text == (0..<lines.count).map { "x \($0)\n" }.joined())
      for draft in staleDrafts(beside: path) { draft.remove() }
      #expect(mount.folder.names.filter { $0 != "lost+found" } == ["a.okr"])
    }
  }
}

/// A file system of its own, gone with this value.
struct Mount: ~Copyable {
  let folder = TemporaryFolder()
  private let image = TemporaryFolder()
  private let words: [String]

  private struct Failed: Error {}

  init(_ words: String...) throws {
    self.words = words
    guard Tools.run(["mount"] + words + [folder.path]) else { throw Failed() }
  }

  /// One in a file.
  init(ofType type: String) throws {
    let path = image.path("image")
    let size = type == "xfs" ? "300M" : "16M"
    words = ["-o", "loop", path]
    guard Tools.run(["truncate", "-s", size, path]),
      Tools.run(["mkfs." + type, "-q", path]),
      Tools.run(["mount"] + words + [folder.path])
    else { throw Failed() }
  }

  /// Mounts it anew, and says whether that went well.
  func restart() -> Bool {
    guard Tools.run(["umount", folder.path]) else { return false }
    return Tools.run(["mount"] + words + [folder.path])
  }

  deinit {
    umount2(folder.path, Int32(MNT_DETACH))
  }
}
