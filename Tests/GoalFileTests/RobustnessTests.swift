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

  @Test func `a file cut off at any byte is read and kept`() {
    for end in Self.board.indices { look(at: Array(Self.board[..<end])) }
  }

  @Test func `a file without any one of its lines is read and kept`() {
    let lines = Self.board.split(
      separator: 10, omittingEmptySubsequences: false)
    for missing in lines.indices {
      var rest = lines
      rest.remove(at: missing)
      look(at: Array(rest.joined(separator: [10])))
    }
  }

  @Test func `a file with any two lines swapped is read and kept`() {
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
  func `random bytes are read and kept, and so are those in a board`(
    _ seed: Int
  ) {
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
  func `a line of a megabyte is read and kept`(_ start: String) {
    look(at: Array(start.utf8) + Array(repeating: 0x78, count: 1_000_000))
  }

  @Test(arguments: [
    [UInt8(10)], [13, 10], [13], [0], [0xFF], [0xCC, 0x81], [0x20],
  ])
  func `a hundred thousand of the same are read and kept`(_ bytes: [UInt8]) {
    look(at: Array(repeatElement(bytes, count: 100_000).joined()))
  }

  private static let length = 30_000

  @Test func `a chain of tens of thousands, and loops as long`() {
    /// The first one supports `target`, each other one the one above it.
    func chain(closedBy target: Int?) -> [UInt8] {
      var text = "objective [o0] O\n"
      if let target { text += "supports [o\(target)]\n" }
      for index in 1..<Self.length {
        text += "objective [o\(index)] O\nsupports [o\(index - 1)]\n"
      }
      return Array(text.utf8)
    }
    look(at: chain(closedBy: nil))
    for (target, line) in [
      (Self.length - 1, 2 * Self.length), (Self.length / 2, Self.length + 2),
      (0, 2),
    ] {
      let document = Document(chain(closedBy: target))
      #expect(document.diagnostics.map(\.code) == [.loop])
      #expect(document.diagnostics.map(\.line) == [line])
    }
  }

  @Test func `a loop that leads down the file`() {
    var text = ""
    for index in 0..<Self.length {
      let next = (index + 1) % Self.length
      text += "objective [o\(index)] O\nsupports [o\(next)]\n"
    }
    let document = Document(Array(text.utf8))
    #expect(document.diagnostics.map(\.line) == [2 * Self.length])
  }

  @Test(arguments: 0..<200)
  func `loops are cut at the lines that close them`(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let count = 1 + next(12)
    var text = ""
    var line = 0
    var edges: [(from: Int, to: Int)] = []
    var expected: [Int] = []
    func reaches(_ goal: Int, from start: Int) -> Bool {
      var seen: Set = [start]
      for _ in 0..<count {
        for edge in edges where seen.contains(edge.from) {
          seen.insert(edge.to)
        }
      }
      return seen.contains(goal)
    }
    for from in 0..<count {
      text += "objective [o\(from)] O\n"
      line += 1
      for to in Set((0..<next(5)).map { _ in next(count) }).sorted() {
        text += "supports [o\(to)]\n"
        line += 1
        if reaches(from, from: to) {
          expected.append(line)
        } else {
          edges.append((from, to))
        }
      }
    }
    let document = Document(Array(text.utf8))
    #expect(document.diagnostics.map(\.line) == expected)
  }

  @Test func `one line is not complained of for ever`() {
    let words = String(repeating: "7/10 ", count: 20_000)
    let document = Document(Array("kpi A\n2026-10-01 5 \(words)\nkip\n".utf8))
    #expect(document.diagnostics.count == 11)
    #expect(document.diagnostics.last?.line == 3)
  }

  @Test(arguments: [
    ("objective [o] O\n", "supports [a]\n", 2), ("kpi K\n", "guards [a]\n", 2),
    ("objective O\nkr K\nfrom 1 to 2 x\n", "plan 2026-01-01 5\n", 4),
  ])
  func `what stands twice is an error of the later line`(
    _ head: String, _ line: String, _ first: Int
  ) {
    let document = Document(Array((head + line + line).utf8))
    let errors = document.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.doubled])
    #expect(errors.map(\.line) == [first + 1])
  }
}
