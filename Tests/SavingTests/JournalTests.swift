import GoalFile
import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct JournalTests {
  @Test func `a session that dies leaves its edits`() throws {
    let place = JournalPlace("one\ntwo\n")
    try place.die(adding: ["three\n", "four\n"])
    let found = place.recoveriesOfDead()
    #expect(found.count == 1)
    let recovery = try #require(found.first)
    #expect(recovery.path == place.path)
    #expect(recovery.base == [UInt8]("one\ntwo\n"))
    #expect(recovery.ours == [UInt8]("one\ntwo\nthree\nfour\n"))
    #expect(recovery.edits == 2)
    #expect(recovery.isComplete)
    #expect(recovery.last.seconds >= recovery.since.seconds)
    #expect(place.recoveriesOfDead() == found)
    place.drop(recovery)
    #expect(place.recoveries == [])
    #expect(place.journalNames == [])
  }

  @Test func `an edit is several patches at once`() throws {
    let place = JournalPlace("one\ntwo\nthree\n")
    do {
      var journal = try place.journal()
      let patches = [
        Patch(range: 0..<3, replacement: [UInt8]("uno")),
        Patch(range: 4..<4, replacement: [UInt8]("new\n")),
        Patch(range: 8..<14, replacement: []),
      ]
      try journal.note(
        patches, base: [UInt8]("one\ntwo\nthree\n"), result: [])
    }
    #expect(place.recoveriesOfDead().first?.ours == [UInt8]("uno\nnew\ntwo\n"))
  }

  @Test func `a save is the new base, without a copy of it`() throws {
    let place = JournalPlace(String(repeating: "x", count: 100_000))
    try place.die(adding: ["1", "2"], saves: 1)
    let recovery = try #require(place.recoveriesOfDead().first)
    #expect(recovery.base.count == 100_002)
    #expect(recovery.ours.count == 100_004)
    #expect(recovery.edits == 2)
    #expect(try place.journalBytes.count < 101_000)
  }

  @Test func `nothing is left of a session without unsaved edits`() throws {
    let place = JournalPlace()
    do {
      let journal = try place.journal()
      #expect(place.journalNames.count == 1)
      let hasEdits = journal.hasUnsavedEdits
      #expect(!hasEdits)
    }
    #expect(place.journalNames == [])
    do {
      var journal = try place.journal()
      try journal.note([place.addition("1")], base: place.bytes, result: [])
      let before = journal.hasUnsavedEdits
      try journal.noteSaved()
      let after = journal.hasUnsavedEdits
      #expect(before && !after)
    }
    #expect(place.journalNames == [])
    do {
      var journal = try place.journal()
      try journal.note([place.addition("1")], base: place.bytes, result: [])
      journal.discard()
    }
    #expect(place.journalNames == [])
  }

  @Test func `edits that were all taken back are nothing to recover`() throws {
    let place = JournalPlace()
    do {
      var journal = try place.journal()
      let edit = place.addition("1")
      try journal.note([edit], base: place.bytes, result: [])
      let back = Patch(
        range: edit.range.lowerBound..<edit.range.lowerBound + 1,
        replacement: [])
      try journal.note([back], base: [], result: [])
    }
    #expect(place.recoveries == [])
    #expect(place.journalNames == [])
  }

  @Test func `a file taken over anew is a new base`() throws {
    let place = JournalPlace()
    do {
      var journal = try place.journal()
      try journal.note([place.addition("1")], base: place.bytes, result: [])
      try journal.noteSaved()
      try journal.noteReloaded()
      let edit = Patch(range: 0..<1, replacement: [UInt8]("T"))
      try journal.note([edit], base: [UInt8]("theirs\n"), result: [])
    }
    let recovery = try #require(place.recoveriesOfDead().first)
    #expect(recovery.base == [UInt8]("theirs\n"))
    #expect(recovery.ours == [UInt8]("Theirs\n"))
  }

  @Test func `sessions on one file know of each other`() throws {
    let place = JournalPlace()
    var one = try place.journal()
    let none = one.otherSessions
    #expect(none == [])
    try one.note([place.addition("1")], base: place.bytes, result: [])
    do {
      let two = try place.journal()
      let (ofOne, ofTwo) = (one.otherSessions, two.otherSessions)
      #expect(ofOne.map(\.process) == [Int(getpid())])
      #expect(ofTwo == ofOne)
      #expect(sessions(on: place.path, in: place.folder).count == 2)
      // What a living session has not saved is not for others to take.
      #expect(place.recoveries == [])
    }
    let left = one.otherSessions
    #expect(left == [])
    #expect(sessions(on: place.files.path("b.okr"), in: place.folder) == [])
  }

  @Test func `works by every path and when the file is gone`() throws {
    let place = JournalPlace()
    place.files.link("link.okr", to: "a.okr")
    do {
      var journal = try Journal.open(
        for: place.files.path("link.okr"), in: place.folder)
      try journal.note([place.addition("1")], base: place.bytes, result: [])
    }
    #expect(place.recoveriesOfDead().count == 1)
    unlink(place.path)
    #expect(place.recoveriesOfDead().count == 1)
    let byLink = recoveries(
      for: place.files.path("link.okr"), in: place.folder)
    #expect(byLink.first?.ours == [UInt8]("old\n1"))
    #expect(byLink.first?.path == place.path)
  }

  @Test func `is private, as is the folder that it makes`() throws {
    let place = JournalPlace(making: false)
    let journal = try place.journal()
    #expect(place.journals.status("bearing").st_mode & 0o777 == 0o700)
    let status = place.journals.status("bearing/" + place.journalNames[0])
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(place.files.names == ["a.okr"])
    journal.discard()
  }

  @Test func `makes the folders above it`() throws {
    let place = JournalPlace()
    let folder = place.journals.path("home/.local/state/bearing")
    let journal = try Journal.open(for: place.path, in: folder)
    #expect(TemporaryFolder.names(in: folder).count == 1)
    journal.discard()
  }

  @Test(arguments: [0o777, 0o770, 0o702] as [mode_t])
  func `a folder that others may write to is not trusted`(
    mode: mode_t
  ) throws {
    let place = JournalPlace()
    try place.die(adding: ["1"])
    chmod(place.folder, mode)
    #expect(place.recoveries == [])
    #expect(throws: JournalError.notPrivate) { try place.touch() }
  }

  @Test func `says why there is no journal`() {
    let place = JournalPlace()
    place.files.put("", "file")
    let failure = SystemFailure(call: "mkdir", code: ENOTDIR)
    #expect(throws: JournalError.folder(failure)) {
      try Journal.open(for: place.path, in: place.files.path("file/x"))
        .discard()
    }
  }

  @Test func `a journal is never read through a link, or by two names`() throws
  {
    let place = JournalPlace()
    try place.die(adding: ["1"])
    let name = place.journalNames[0]
    let path = place.folder + "/" + name
    link(path, place.folder + "/twin")
    #expect(place.recoveries == [])
    unlink(path)
    symlink("twin", path)
    #expect(place.recoveries == [])
    unlink(path)
    mkfifo(path, 0o600)
    #expect(place.recoveries == [])
    unlink(path)
    rename(place.folder + "/twin", path)
    #expect(place.recoveriesOfDead().count == 1)
    chmod(path, 0o640)
    #expect(place.recoveries == [])
  }

  @Test func `two journals of dead sessions are two recoveries`() throws {
    let place = JournalPlace()
    try place.die(adding: ["1"])
    try place.die(adding: ["2"])
    let found = place.recoveriesOfDead(2)
    #expect(Set(found.map(\.ours)).count == 2)
    let first = try #require(found.first)
    place.drop(first, leaving: 1)
    #expect(place.recoveriesOfDead() == [found[1]])
  }

  @Test func `edits to another version replace all that was noted before`()
    throws
  {
    let place = JournalPlace()
    do {
      var journal = try place.journal()
      try journal.note(
        [place.addition("mine\n")], base: place.bytes,
        result: [UInt8]("old\nmine\n"))
      try journal.noteAnew(
        base: [UInt8]("old\ntheirs\n"),
        result: [UInt8]("old\ntheirs\nmine\n"))
    }
    let recovery = try #require(place.recoveriesOfDead().first)
    #expect(recovery.base == [UInt8]("old\ntheirs\n"))
    #expect(recovery.ours == [UInt8]("old\ntheirs\nmine\n"))
    #expect(place.journalNames.count == 1)
  }
}

/// A file and a folder for its journals.
struct JournalPlace: ~Copyable {
  let files = TemporaryFolder()
  let journals = TemporaryFolder()
  var path: String { files.path("a.okr") }
  var folder: String { journals.path("bearing") }

  init(_ text: String = "old\n", making: Bool = true) {
    files.put(text, "a.okr")
    if making { mkdir(folder, 0o700) }
  }

  var bytes: [UInt8] { (try? load(path).bytes) ?? [] }

  var recoveries: [Recovery] { Saving.recoveries(for: path, in: folder) }

  /// The same where every session is known to be dead and `count` of them left
  /// something.
  ///
  /// A program that another test starts at this moment holds the locks of this
  /// process, too, until it runs: a dead session may look alive for so long.
  func recoveriesOfDead(_ count: Int = 1) -> [Recovery] {
    var found = recoveries
    for _ in 0..<500 where found.count < count && !journalNames.isEmpty {
      usleep(10_000)
      found = recoveries
    }
    return found
  }

  /// Drops what a dead session left behind, so that `count` journals are left.
  func drop(_ recovery: Recovery, leaving count: Int = 0) {
    recovery.drop()
    for _ in 0..<500 where journalNames.count > count {
      usleep(10_000)
      recovery.drop()
    }
  }

  var journalNames: [String] { TemporaryFolder.names(in: folder) }

  /// The bytes of the only journal.
  var journalBytes: [UInt8] {
    get throws { try load(folder + "/" + journalNames[0]).bytes }
  }

  func journal() throws -> Journal {
    try Journal.open(for: path, in: folder)
  }

  /// Opens a journal and leaves it at once.
  func touch() throws {
    try journal().discard()
  }

  /// Adds text at the end of the file.
  func addition(_ text: String) -> Patch {
    let end = bytes.count
    return Patch(range: end..<end, replacement: [UInt8](text))
  }

  /// Leaves the journal of a session behind that added these texts, each by an
  /// edit, so many times, and saved after each time but the last.
  func die(adding texts: [String], saves: Int = 0) throws {
    var journal = try journal()
    var result = bytes
    let base = result
    for round in 0...saves {
      if round > 0 { try journal.noteSaved() }
      for text in texts {
        let patch = Patch(
          range: result.count..<result.count, replacement: [UInt8](text))
        result = patch.applied(to: result)
        try journal.note([patch], base: base, result: result)
      }
    }
  }
}
