import GoalFile
import Goals
import Testing

/// Nothing in a file can stop the reader, and nothing of it is lost.
struct RobustnessTests {
  private static let board = Array(
    """
    board A
    every week
    cycle Q 2026-10-01 .. 2026-12-31
    objective [o] Über uns
      cycle Q
      supports [o]
      2026-11-01 - 7/10 on-track @Ada Note
      kr [k] 美咲
        from 1_0 to 2.01k points
        plan 2026-11-01 100
        moved 2026-11-02 to 45 why
        2026-11-05  34  6/10  @"Grace Hopper"  First
        milestone [x 2026-10-08] 2026-10-09 Script
    kpi [p] P
      healthy 1 .. 5
      accept 2026-11-01 until 2026-12-01 at 7 known
      total sum per 2 weeks
      2026-10-01T09:30 99.95
    meeting 2026-10-12 Weekly @Ada
      decision Go
    reading [p] 2026-10-03 52

    """.utf8)

  private func look(at bytes: [UInt8]) {
    let document = Document(bytes)
    #expect(document.bytes == bytes)
    let now = Now(Day(number: Day.number(year: 2026, month: 11, day: 22)))
    let lines = bytes.count { $0 == 10 } + 1
    for complaint in document.complaints(at: now) {
      #expect((1...lines).contains(complaint.line) && complaint.column >= 1)
      #expect(complaint.range.upperBound <= bytes.count)
    }
    let standing = standing(of: document.board, at: now)
    #expect(standing.keyResults.count == document.board.keyResults.count)
  }

  @Test func `a file cut off at any byte`() {
    for end in Self.board.indices { look(at: Array(Self.board[..<end])) }
  }

  @Test func `a file without any one of its lines`() {
    let lines = Self.board.split(
      separator: 10, omittingEmptySubsequences: false)
    for missing in lines.indices {
      var rest = lines
      rest.remove(at: missing)
      look(at: Array(rest.joined(separator: [10])))
    }
  }

  @Test func `a file with any two lines swapped`() {
    let lines = Self.board.split(
      separator: 10, omittingEmptySubsequences: false)
    for first in lines.indices {
      for second in lines.indices where second > first {
        var swapped = lines
        swapped.swapAt(first, second)
        look(at: Array(swapped.joined(separator: [10])))
      }
    }
  }

  @Test(arguments: 0..<200)
  func `random bytes, and a board with random bytes in it`(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 40)
    }
    look(at: (0..<(next() % 600)).map { _ in UInt8(next() % 256) })
    var board = Self.board
    for _ in 0..<(1 + next() % 8) {
      board[next() % board.count] = UInt8(next() % 256)
    }
    look(at: board)
  }

  @Test(arguments: [
    "kpi [a] ", "> ", "", "# ", "2026-11-01 ", "  from ", "objective [", "@",
  ])
  func `a line of a megabyte`(_ start: String) {
    look(at: Array(start.utf8) + Array(repeating: 0x78, count: 1_000_000))
  }

  @Test(arguments: [
    [UInt8(10)], [13, 10], [13], [0], [0xFF], [0xCC, 0x81], [0x20],
  ])
  func `a hundred thousand of the same`(_ bytes: [UInt8]) {
    look(at: Array(repeatElement(bytes, count: 100_000).joined()))
  }

  @Test func `a long chain of supports, and a loop as long`() {
    var chain = ""
    for index in 0..<2_000 {
      chain += "objective [o\(index)] O\n"
      if index > 0 { chain += "supports [o\(index - 1)]\n" }
    }
    look(at: Array(chain.utf8))
    let loop = chain.replacing(
      "[o0] O\n", with: "[o0] O\nsupports [o1999]\n", maxReplacements: 1)
    let document = Document(Array(loop.utf8))
    #expect(document.diagnostics.map(\.code) == [.loop])
    #expect(document.diagnostics.first?.line == 4_000)
  }
}
