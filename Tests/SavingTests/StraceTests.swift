import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A save that is stopped, or failed by the system, at each of its calls.
@Suite(
  .serialized,
  .enabled(if: Tools.scribe != nil, "there is no built Scribe here"),
  .enabled(if: Tools.has("strace"), "there is no strace here"))
struct StraceTests {
  /// A call of a save: its name, and the how manieth of that name in the
  /// program it is.
  struct Call: Hashable, CustomStringConvertible {
    let name: String
    let number: Int
    var description: String { "\(name) \(number)" }
  }

  private static let old = [UInt8]("old\n")
  private static let new = [UInt8]("old\nnew\n")
  private static let codes = [
    "EIO", "ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EBUSY", "EINVAL",
    "ENOMEM", "EMFILE", "EINTR", "ENOENT",
  ]

  @Test func `a kill at any call of a save damages nothing`() throws {
    let calls = try Self.calls("once")
    #expect(calls.count > 20)
    for call in calls {
      let folder = TemporaryFolder()
      folder.put("old\n", "a.okr")
      let output = Self.run("once", folder.path("a.okr"), call, "signal=KILL")
      let found = try load(folder.path("a.okr")).bytes
      #expect(found == Self.old || found == Self.new, "\(call)")
      #expect(output == [] || found == Self.new, "\(call)")
      // What is left behind is recognised, and can go.
      let drafts = staleDrafts(beside: folder.path("a.okr"))
      #expect(drafts.count == folder.names.count - 1, "\(call)")
      for draft in drafts { draft.remove() }
      #expect(folder.names == ["a.okr"], "\(call)")
    }
  }

  @Test func `no error at any call of a save damages or lies`() throws {
    let isThorough = Tools.count("BEARING_FAULTS", usual: 0) > 0
    for (index, call) in try Self.calls("once").enumerated() {
      for (place, code) in Self.codes.enumerated()
      where isThorough || place % 6 == index % 6 {
        let folder = TemporaryFolder()
        folder.put("old\n", "a.okr")
        let output = Self.run(
          "once", folder.path("a.okr"), call, "error=\(code)")
        let found = try load(folder.path("a.okr")).bytes
        let said = output.first ?? ""
        let isSaved = said.hasPrefix("saved")
        #expect(isSaved || said.hasPrefix("not saved: "), "\(call) \(code)")
        #expect(found == (isSaved ? Self.new : Self.old), "\(call) \(code)")
        // A system that calls a file gone that is there cannot be helped.
        if call.name == "unlinkat", code == "ENOENT" { continue }
        let extra = folder.names.filter { $0 != "a.okr" }
        #expect(extra.allSatisfy(said.contains), "\(call) \(code) \(said)")
      }
    }
  }

  @Test func `no error at any call of a journal costs what was noted`() throws {
    let isThorough = Tools.count("BEARING_FAULTS", usual: 0) > 0
    for (index, call) in try Self.calls("noted").enumerated() {
      for (place, code) in Self.codes.enumerated()
      where isThorough || place % 12 == index % 12 {
        let place = JournalPlace()
        let said = Self.run(
          "noted", place.path, call, "error=\(code)", place.folder)
        let noted = said.compactMap { Int($0) }
        let ours = place.recoveries.last?.ours ?? place.bytes
        let all = (1...3).prefix { $0 <= noted.last ?? 0 }
        let expected = "old\n" + all.map { "\($0)\n" }.joined()
        let isKept = ours.starts(with: expected.utf8)
        // A system that denies an edit may have it all the same.
        #expect(isKept, "\(call) \(code): \(said)")
        #expect(place.files.names == ["a.okr"])
      }
    }
  }

  @Test func `a kill at any call of a journal costs nothing noted`() throws {
    for call in try Self.calls("noted") {
      let place = JournalPlace()
      let said = Self.run(
        "noted", place.path, call, "signal=KILL", place.folder)
      let found = place.recoveries
      let ours = found.last?.ours ?? place.bytes
      let expected = "old\n" + said.map { "\($0)\n" }.joined()
      #expect(ours.starts(with: expected.utf8), "\(call): \(said)")
      for recovery in found { place.drop(recovery) }
      #expect(place.journalNames == [], "\(call)")
    }
  }

  @Test(arguments: ["EBUSY", "ETXTBSY", "EACCES"])
  func `a network mount without locks, exchange or rename is named`(
    _ code: String
  ) throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    var child = try Child.start([
      "strace", "-f", "-o", "/dev/null",
      "-e", "trace=renameat2,renameat,flock",
      "-e", "inject=renameat2:error=EINVAL",
      "-e", "inject=renameat:error=\(code)", "-e", "inject=flock:error=ENOLCK",
      Tools.scribe ?? "", "once", folder.path("a.okr"), "new",
    ])
    let said = child.ended().first ?? ""
    #expect(said.contains("no new file can take its place"), "\(said)")
    #expect(said.contains("write in place, or save elsewhere"))
    #expect(try load(folder.path("a.okr")).bytes == Self.old)
    #expect(folder.names == ["a.okr"])
  }

  @Test func `a network mount without locks or exchange is saved to`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    var child = try Child.start([
      "strace", "-f", "-o", "/dev/null", "-e", "trace=renameat2,flock",
      "-e", "inject=renameat2:error=EINVAL",
      "-e", "inject=flock:error=EOPNOTSUPP",
      Tools.scribe ?? "", "once", folder.path("a.okr"), "new",
    ])
    #expect(child.ended() == ["saved"])
    #expect(try load(folder.path("a.okr")).bytes == Self.new)
    #expect(folder.names == ["a.okr"])
  }

  @Test func `no error at any call of a write in place damages or lies`()
    throws
  {
    let isThorough = Tools.count("BEARING_FAULTS", usual: 0) > 0
    for (index, call) in try Self.calls("place").enumerated() {
      for (place, code) in Self.codes.enumerated()
      where isThorough || place % 6 == index % 6 {
        let folder = TemporaryFolder()
        folder.put("old\n", "a.okr")
        let output = Self.run(
          "place", folder.path("a.okr"), call, "error=\(code)")
        let found = try load(folder.path("a.okr")).bytes
        let isSaved = (output.first ?? "").hasPrefix("saved")
        #expect(found == (isSaved ? Self.new : Self.old), "\(call) \(code)")
        #expect(folder.names == ["a.okr"])
      }
    }
  }

  /// The calls of a task, between the two calls of getppid that enclose it.
  private static func calls(_ task: String) throws -> [Call] {
    let place = JournalPlace()
    let trace = place.files.path("trace")
    _ = Tools.output(of: [
      "strace", "-f", "-o", trace, Tools.scribe ?? "", task, place.path,
      task == "noted" ? place.folder : "new",
    ])
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    for line in String(decoding: try load(trace).bytes, as: UTF8.self)
      .split(separator: "\n")
    {
      guard
        let name = line.split(separator: " ").dropFirst().first?
          .split(separator: "(", maxSplits: 1).first.map(String.init),
        line.contains("(")
      else { continue }
      counts[name, default: 0] += 1
      if counts["getppid"] == 1, name != "getppid" {
        calls.append(Call(name: name, number: counts[name] ?? 0))
      }
    }
    return calls
  }

  /// What Scribe says when the system does something to one of its calls.
  private static func run(
    _ task: String, _ path: String, _ call: Call, _ injection: String,
    _ word: String = "new"
  ) -> [String] {
    let child = try? Child.start([
      "strace", "-f", "-o", "/dev/null", "-e", "trace=\(call.name)",
      "-e", "inject=\(call.name):\(injection):when=\(call.number)",
      Tools.scribe ?? "", task, path, word,
    ])
    guard var child else { return [] }
    return child.ended()
  }
}
