import Reading
import Saving
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Programs that opened a file to append before it was replaced.
@Suite struct RescueTests {
  @Test(arguments: ["late\n", "one\ntwo\n", "no end", "a\nhalf"])
  func `what is appended to the version before is in the new one`(
    late: String
  ) throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    var saver = Saver(path)
    _ = try saver.save([UInt8]("new\n"), expecting: load(path))
    write(late, to: file)
    close(file)
    let rescue = saver.finish()
    #expect(rescue.appended == late.utf8.count)
    #expect(rescue.failure == nil && rescue.apart == [])
    #expect(try load(path).bytes == [UInt8]("new\n" + late))
    #expect(folder.names == ["a.okr"])
  }

  @Test func `who has it open may take their time`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    var saver = Saver(path)
    _ = try saver.save([UInt8]("new\n"), expecting: load(path))
    let first = saver.rescueDeadline
    // The deadline comes and is put off.
    while saver.rescueDeadline == first {
      let rescue = saver.rescue()
      #expect(rescue == .nothing)
    }
    let second = saver.rescueDeadline
    #expect(second != nil)
    write("late\n", to: file)
    close(file)
    #expect(saver.finish().appended == 5)
    #expect(try load(path).bytes == [UInt8]("new\nlate\n"))
  }

  @Test func `half a line waits for the other half`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    var saver = Saver(path)
    _ = try saver.save([UInt8]("new\n"), expecting: load(path))
    write("first\nsec", to: file)
    let first = saver.rescue().appended
    write("ond\n", to: file)
    close(file)
    let second = saver.finish().appended
    #expect(first + second == 13)
    #expect(try load(path).bytes == [UInt8]("new\nfirst\nsecond\n"))
  }

  @Test func `what was appended just before a save is kept, too`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let first = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    var saver = Saver(path)
    let saved = try saver.save([UInt8]("1\n"), expecting: load(path))
    let second = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    _ = try saver.save([UInt8]("1\n2\n"), expecting: saved.file)
    write("a\n", to: first)
    write("b\n", to: second)
    close(first)
    close(second)
    #expect(saver.finish().appended == 4)
    #expect(try load(path).bytes == [UInt8]("1\n2\na\nb\n"))
  }

  @Test func `a version written over the one before is handed over`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = open(path, O_WRONLY | O_CLOEXEC)
    var saver = Saver(path)
    _ = try saver.save([UInt8]("new\n"), expecting: load(path))
    write("theirs\n", to: file)
    close(file)
    let apart = saver.finish().apart
    #expect(apart.map(\.base) == [[UInt8]("old\n")])
    #expect(apart.map(\.bytes) == [[UInt8]("theirs\n")])
    #expect(try load(path).bytes == [UInt8]("new\n"))
  }

  @Test(arguments: ["our\n", "x\n", ""])
  func `so is one that is no longer than it`(theirs: String) throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = open(path, O_WRONLY | O_CLOEXEC)
    var saver = Saver(path)
    _ = try saver.save([UInt8]("new\n"), expecting: load(path))
    ftruncate(file, 0)
    write(theirs, to: file)
    close(file)
    #expect(saver.finish().apart.map(\.bytes) == [[UInt8](theirs)])
  }

  @Test func `one that is half written is waited for`() throws {
    let folder = TemporaryFolder()
    folder.put("old\n", "a.okr")
    let path = folder.path("a.okr")
    let file = open(path, O_WRONLY | O_CLOEXEC)
    var saver = Saver(path)
    _ = try saver.save([UInt8]("new\n"), expecting: load(path))
    write("first\n", to: file)
    #expect(saver.rescue() == .nothing)
    write("second\n", to: file)
    close(file)
    #expect(
      saver.finish().apart.map(\.bytes) == [[UInt8]("first\nsecond\n")])
  }

  @Test func `nothing is waited for where nothing was saved`() {
    let folder = TemporaryFolder()
    let saver = Saver(folder.path("a.okr"))
    let deadline = saver.rescueDeadline
    #expect(deadline == nil)
    #expect(saver.finish() == .nothing)
  }

  private func write(_ text: String, to file: Int32) {
    let bytes = [UInt8](text)
    let count = Glibc.write(file, bytes, bytes.count)
    #expect(count == bytes.count)
  }
}
