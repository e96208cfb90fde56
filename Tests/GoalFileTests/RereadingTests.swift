import GoalFile
import Goals
import Oracle
import Testing

/// A file that is read after an earlier version of it.
struct RereadingTests {
  /// What a person or a program does to a file.
  private static func edited(
    _ text: [UInt8], by random: inout SplitMix64
  ) -> [UInt8] {
    var lines = text.split(separator: 10, omittingEmptySubsequences: false)
      .map(Array.init)
    func place() -> Int { Int.random(in: 0..<lines.count, using: &random) }
    let (one, other) = (place(), place())
    let (first, last) = (min(one, other), max(one, other))
    switch Int.random(in: 0..<14, using: &random) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[one], at: other)
    case 2: lines.swapAt(one, other)
    case 3: lines.insert([], at: one)
    case 4: lines.insert(Array("# \(one)".utf8), at: one)
    case 5: lines.insert(Array("  2026-11-22 \(one % 40) 3/10".utf8), at: one)
    case 6: lines.insert(Array("  kr [n\(one)] New".utf8), at: one)
    case 7: lines[one].append(13)
    case 8: lines[one] = Array(lines[one].dropFirst(4))
    case 9:
      // A piece of the file goes elsewhere.
      let piece = lines[first...last]
      lines.removeSubrange(first...last)
      let there = lines.isEmpty ? 0 : min(one, lines.count - 1)
      lines.insert(contentsOf: piece, at: there)
    case 10:
      // Two versions of a piece that git could not merge.
      let piece = lines[first...min(last, first + 6)]
      let markers = ["<<<<<<< a", "=======", ">>>>>>> b"].map { Array($0.utf8) }
      lines.insert(
        contentsOf: markers[..<2] + piece + markers[2...], at: piece.endIndex)
    default:
      guard !lines[one].isEmpty else { break }
      let byte = Int.random(in: 0..<lines[one].count, using: &random)
      lines[one][byte] = UInt8.random(in: 48...57, using: &random)
    }
    return Array(lines.joined(separator: [10]))
  }

  private static func expectSame(
    _ read: Document, _ anew: Document, _ comment: Comment
  ) {
    let (one, other) = (read.board, anew.board)
    #expect(one.objectives == other.objectives, comment)
    #expect(one.keyResults == other.keyResults, comment)
    #expect(one.kpis == other.kpis, comment)
    #expect(one.meetings == other.meetings, comment)
    #expect(one.cycles == other.cycles, comment)
    #expect(one.things == other.things, comment)
    #expect(one.title == other.title && one.every == other.every, comment)
    #expect(one.bytes == other.bytes && read.bytes == anew.bytes, comment)
    #expect(one.readings.moments == other.readings.moments, comment)
    #expect(
      one.readings.values.map(\.bitPattern)
        == other.readings.values.map(\.bitPattern), comment)
    #expect(one.readings.offsets == other.readings.offsets, comment)
    #expect(
      one.readings.rowsWithWords == other.readings.rowsWithWords, comment)
    #expect(one.readings.words == other.readings.words, comment)
    #expect(read.diagnostics == anew.diagnostics, comment)
    #expect(read.objectiveBlocks == anew.objectiveBlocks, comment)
    #expect(read.keyResultBlocks == anew.keyResultBlocks, comment)
    #expect(read.kpiBlocks == anew.kpiBlocks, comment)
    #expect(read.meetingBlocks == anew.meetingBlocks, comment)
    #expect(
      Outline(of: read).segments == Outline(of: anew).segments, comment)
  }

  private static let board = """
    board Acme
    every week

    objective [o] One
      cycle 2026-Q4
      2026-11-01 - 7/10 @Ada Going
      action [ ] 2026-11-20 @Ada Call

      kr [a] First
        from 0 to 10
        plan 2026-11-01 5
        moved 2026-11-02 to 12 Why
        2026-11-20  3  6/10  @"Grace Hopper"  Well
        2026-11-21  4

      kr [b] Second
        milestone [x 2026-10-08] 2026-10-09 Script
        milestone [ ] Film
        close 2026-12-01 0.4 keep

      kr [d] Fourth
        measured by [l]
        keep above 3

    objective [p] Two
      supports [o]

      kr [c] Third
        measured by [k]
        from 0 to 10
        2026-11-20 - 5/10 @Zoë Übel

    kpi [k] Count
      healthy 1 ..
      guards [o]
      accept 2026-11-01 until 2026-12-01 at 0 known
      2026-11-20 5

    meeting 2026-10-12 Weekly @Ada
      decision Go

    kpi [l] Last
      2026-11-20 5

    """

  private static func text(_ seed: UInt64) -> [UInt8] {
    var generator = BoardGenerator(seed: seed)
    let text = seed % 3 == 0 ? generator.board().text : Self.board
    let ends = seed % 5 == 0 ? text.replacing("\n", with: "\r\n") : text
    return (seed % 7 == 0 ? [0xEF, 0xBB, 0xBF] : []) + Array(ends.utf8)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `it is as if there had been no earlier version`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var text = Self.text(seed)
    var document = Document(text)
    for step in 0..<40 {
      let next = Self.edited(text, by: &random)
      let read = Document(next, after: document)
      Self.expectSame(read, Document(next), "step \(step) of \(seed)")
      // Most edits are those of a file that is good; some pile up.
      if step % 4 == 0 || !read.hasErrors {
        text = next
        document = read
      }
    }
  }

  @Test(arguments: [
    ("First", "Furst"), ("2026-11-20  3", "2026-11-20  33"),
    ("    2026-11-21  4\n", ""), ("kr [b]", "kr [x]"), ("kr [b]", "kx [b]"),
    ("\n  kr [b]", "\n\n# more\n  kr [b]"), ("kpi [k]", "kpi [a]"),
    ("every week", "every week\n\nmission More"), ("objective [p]", "kpi [q]"),
    ("  kr [c] Third\n", ""), ("cycle 2026-Q4", "cycle Nowhere"),
    ("guards [o]", "guards [a]"), ("kpi [l] Last", "kpi Last"),
    ("supports [o]", "supports [p]"),
    ("kpi [l] Last\n  2026-11-20 5\n", ""), ("5\n\nmeeting", "6\n\nmeeting"),
    ("objective [o] One\n", "objective [o] One\nreading [k] 2026-11-22 7\n"),
    ("  kr [a]", "<<<<<<< ours\n  kr [a]"),
    (
      "objective [p]",
      "<<<<<<< a\n=======\n  kr [a] First\n    plan 2026-11-01 6\n>>>>>>> b\nobjective [p]"
    ),
    (
      "meeting 2026",
      "<<<<<<< a\n=======\nkpi [k] Count\n  guards [o]\n>>>>>>> b\nmeeting 2026"
    ),
  ])
  func `one change leaves the rest as it was`(old: String, new: String) {
    let before = Document(Array(Self.board.utf8))
    let text = Array(Self.board.replacing(old, with: new).utf8)
    #expect(text != before.bytes)
    Self.expectSame(Document(text, after: before), Document(text), "\(new)")
    // And back again.
    let changed = Document(text)
    Self.expectSame(Document(before.bytes, after: changed), before, "back")
  }
}
