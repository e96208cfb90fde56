import Reading
import Saving
import Testing

/// Journals that are torn or were changed: what they say is true or not there.
@Suite struct JournalDamageTests {
  private static let states = [
    "old\n", "old\n1", "old\n12", "old\n121", "old\n1212",
  ]
  .map { [UInt8]($0) }

  /// A journal of two edits, a save, and the same edits once more.
  private static func journal() throws -> [UInt8] {
    let place = JournalPlace()
    try place.die(adding: ["1", "2"], saves: 1)
    return try place.journalBytes
  }

  @Test func `a torn end is left out, wherever it is torn`() throws {
    let whole = try Self.journal()
    var seen: Set<[UInt8]> = []
    for count in 0..<whole.count {
      guard let content = JournalContent(Array(whole.prefix(count))) else {
        continue
      }
      #expect(content.base == nil || Self.states.contains(content.ours))
      #expect(content.end != .damaged)
      seen.insert(content.ours)
    }
    #expect(seen.isSuperset(of: Self.states.dropLast()))
    #expect(JournalContent(whole)?.ours == Self.states.last)
  }

  @Test func `a flipped bit is never taken for truth`() throws {
    let whole = try Self.journal()
    for bit in 0..<whole.count * 8 {
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let content = JournalContent(bytes) else { continue }
      #expect(content.end == .damaged, "bit \(bit)")
      #expect(content.base == nil || Self.states.contains(content.ours))
      #expect(content.base.map(Self.states.contains) != false)
    }
  }

  @Test func `a journal of zeros, or of another kind, is none`() {
    #expect(JournalContent([]) == nil)
    #expect(JournalContent([UInt8](repeating: 0, count: 5_000)) == nil)
    #expect(JournalContent([UInt8]("bearing journal 2\n")) == nil)
  }

  @Test func `what is damaged is offered as far as it goes, and kept`() throws {
    let place = JournalPlace()
    try place.die(adding: ["1", "2"])
    let name = place.folder + "/" + place.journalNames[0]
    let bytes = try load(name).bytes
    place.journals.put(
      bytes.dropLast() + [0], "bearing/" + place.journalNames[0])
    let recovery = try #require(place.recoveriesOfDead().first)
    #expect(recovery.ours == [UInt8]("old\n1"))
    #expect(!recovery.isComplete)
    var changed = bytes
    let base = try #require(
      changed.indices.last { changed[$0...].starts(with: "old\n".utf8) })
    changed[base] ^= 1
    place.journals.put(changed, "bearing/" + place.journalNames[0])
    #expect(place.recoveries == [])
    #expect(place.journalNames.count == 1)
  }
}
