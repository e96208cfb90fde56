import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a save keeps of a file beside what it changes: a table of cases.
@Suite struct KeptTests {
  /// A way to set a file up, and to look at it.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var bytes = [UInt8]("old\n")
    var mode: mode_t = 0o644
    /// Programs to run on the file before, with its path behind them.
    var setUp: [[String]] = []
    /// A program whose output must stay the same.
    var look: [String] = ["stat", "-c", "%a %u %g"]
    var throughLinks = 0
  }

  static let contents: [Case] = [
    Case(testDescription: "empty", bytes: []),
    Case(testDescription: "no final newline", bytes: [UInt8]("a\nb")),
    Case(testDescription: "CRLF", bytes: [UInt8]("a\r\nb\r\n")),
    Case(testDescription: "CRLF, no final newline", bytes: [UInt8]("a\r\nb")),
    Case(testDescription: "mixed ends", bytes: [UInt8]("a\r\nb\nc\rd\n")),
    Case(
      testDescription: "byte order mark", bytes: [0xEF, 0xBB, 0xBF, 97, 10]),
    Case(testDescription: "NUL", bytes: [97, 0, 98, 10]),
    Case(testDescription: "invalid UTF-8", bytes: [0xFF, 0xC0, 0x80, 10]),
    Case(testDescription: "surrogates", bytes: [0xED, 0xA0, 0x80, 10]),
    Case(testDescription: "escape", bytes: [27, 91, 51, 49, 109, 10]),
    Case(testDescription: "trailing blanks", bytes: [UInt8]("a  \t\n\n\n")),
    Case(testDescription: "every byte", bytes: (0...255).map { UInt8($0) }),
  ]

  static let modes: [Case] =
    ([
      0o600, 0o640, 0o644, 0o660, 0o664, 0o666, 0o700, 0o755, 0o775, 0o604,
      0o2644, 0o1644, 0o4755,
    ] as [mode_t]).map {
      Case(testDescription: "mode \(String($0, radix: 8))", mode: $0)
    }

  static let owners: [Case] = [
    ["4711:0"], ["0:4712"], ["4711:4712"], ["65534:65534"],
  ].map {
    Case(
      testDescription: "owner \($0[0])", mode: 0o640,
      setUp: [["chown"] + $0])
  }

  static let attributes: [Case] = [
    ["-n", "user.one", "-v", "1"], ["-n", "user.empty"],
    ["-n", "user.binary", "-v", "0x00ff0a"],
    ["-n", "user.long", "-v", String(repeating: "x", count: 1_000)],
    ["-n", "user.mime_type", "-v", "text/plain"],
  ].map {
    Case(
      testDescription: "attribute \($0[1])", setUp: [["setfattr"] + $0],
      look: ["getfattr", "-d", "-e", "hex", "--absolute-names"])
  }

  static let lists: [Case] = [
    ["u:4711:rw"], ["g:4712:r"], ["u:4711:rw,g:4712:r,m::r"],
    ["u:4711:---,o::-"],
  ].map {
    Case(
      testDescription: "list \($0[0])", setUp: [["setfacl", "-m"] + $0],
      look: ["getfacl", "-n", "--absolute-names"])
  }

  static let links: [Case] = [
    Case(testDescription: "a link", throughLinks: 1),
    Case(testDescription: "two links", throughLinks: 2),
  ]

  @Test(arguments: contents + modes + links)
  func `a save keeps`(_ one: Case) throws {
    try check(one)
  }

  @Test(
    .enabled(if: Tools.isRoot, "only root can give files away"),
    arguments: owners)
  func `a save keeps the owner`(_ one: Case) throws {
    try check(one)
  }

  @Test(
    .enabled(if: Tools.has("setfattr") && Tools.has("setfacl"), "no attr, acl"),
    arguments: attributes + lists)
  func `a save keeps what hangs on a file`(_ one: Case) throws {
    try check(one)
  }

  @Test(.enabled(if: Tools.has("setfacl"), "no acl"))
  func `a save takes no rights over from the folder`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr", mode: 0o640)
    let set = ["setfacl", "-d", "-m", "u:4711:rwx,g:4712:rwx", folder.path]
    try #require(Tools.run(set))
    let path = folder.path("a.okr")
    let look = ["getfacl", "-n", "--absolute-names", path]
    let before = Tools.output(of: look)
    var saver = Saver(path)
    let saved = try saver.save([UInt8]("new\n"), expecting: load(path))
    #expect(saved.notice == nil)
    #expect(Tools.output(of: look) == before)
  }

  private func check(_ one: Case) throws {
    let folder = TemporaryFolder()
    folder.put(one.bytes, "a.okr", mode: one.mode)
    var path = folder.path("a.okr")
    for words in one.setUp { try #require(Tools.run(words + [path])) }
    for number in 0..<one.throughLinks {
      let name = "link\(number)"
      folder.link(name, to: path)
      path = folder.path(name)
    }
    let real = folder.path("a.okr")
    let names = folder.names
    let before = try #require(Tools.output(of: one.look + [real]))
    let added = [UInt8]("one line\r\n")
    var saver = Saver(path)
    let saved = try saver.save(one.bytes + added, expecting: load(path))
    #expect(saved.notice == nil)
    #expect(try load(real).bytes == one.bytes + added)
    #expect(Tools.output(of: one.look + [real]) == before)
    #expect(folder.names == names)
    for number in 0..<one.throughLinks {
      #expect(folder.status("link\(number)").st_mode & S_IFMT == S_IFLNK)
    }
  }
}
