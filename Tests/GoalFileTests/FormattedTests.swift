import GoalFile
import Goals
import Testing

/// Formatting changes the layout, and nothing else.
struct FormattedTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let before: String
    let after: String

    var testDescription: String { what }
  }

  static let cases = [
    Case(
      what: "properties in the columns of their block",
      before:
        "board A\n mission B\nevery  2 weeks\nlimit kpis 5\ncycle  Q  2026-01-01 .. 2026-02-01\nobjective   [o]  Grow  up\nowner Ada\nsupports\t[p]\n  cycle 2026\ncause   why  not\nkr   [k]   K\nowner @\"A B\"\nfrom  1  to  2   net points\nweight 2\nkpi K\nhealthy 1  ..\ntotal  sum   per  week\nunit %\nprivate\n",
      after:
        "board    A\nmission  B\nevery    2 weeks\nlimit    kpis 5\ncycle Q 2026-01-01 .. 2026-02-01\nobjective [o] Grow  up\n  owner    Ada\n  supports [p]\n  cycle    2026\n  cause    why  not\n  kr [k] K\n    owner  @\"A B\"\n    from 1 to 2 net points\n    weight 2\nkpi K\n  healthy   1  ..\n  total     sum per week\n  unit      %\n  private\n"
    ),
    Case(
      what: "readings in columns",
      before:
        "kpi K\n2026-10-01 5\n2026-10-02T09:30 1_200k 6/10  at-risk @Ada  so  it is\n2026-10-03 - -- 7/10 of them\n",
      after:
        "kpi K\n  2026-10-01        5\n  2026-10-02T09:30  1_200k  6/10  at-risk  @Ada  so  it is\n  2026-10-03        -       -- 7/10 of them\n"
    ),
    Case(
      what: "comments and narrative",
      before:
        "   # head  \n\n  \t\n# of O\nobjective O\n>  a   b\t\n#c\n\n  # of K\nkr K\n # in K\n",
      after:
        "# head\n\n\n# of O\nobjective O\n  >  a   b\n  #c\n\n  # of K\n  kr K\n    # in K\n"
    ),
    Case(
      what: "tasks, moves, plans and closings",
      before:
        "objective O\naction  [x  2026-10-01]  2026-10-02   @Ada  Do  it\nclose 2026-10-01  0.5   keep   Learned\nkr K\nfrom 1 to 2 x\nplan  2026-10-01   5\nmoved  2026-10-02  to   5   Late\nmoved 2026-10-03 from 1 to 6 Later\nkpi P\nhealthy 5 ..\naccept  2026-10-01  until 2026-10-02 at 2 Known\n",
      after:
        "objective O\n  action [x  2026-10-01] 2026-10-02 @Ada Do  it\n  close 2026-10-01 0.5 keep Learned\n  kr K\n    from 1 to 2 x\n    plan 2026-10-01 5\n    moved 2026-10-02 to 5  Late\n    moved 2026-10-03 from 1 to 6  Later\nkpi P\n  healthy   5 ..\n  accept 2026-10-01 until 2026-10-02 at 2  Known\n"
    ),
    Case(
      what: "meetings, and readings by name at the margin",
      before:
        "meeting  2026-10-01  Weekly   on it  @Ada   @Bo\ndecision   Go\n   next  2026-10-08\n  reading  [k]   2026-10-01   5   6/10   x\n",
      after:
        "meeting 2026-10-01 Weekly   on it @Ada   @Bo\n  decision Go\n  next 2026-10-08\nreading [k] 2026-10-01 5 6/10 x\n"
    ),
    Case(
      what: "what is not understood stays",
      before:
        "kpi K\n ownr  Ada \n2026-13-01  5 \n 2026-10-01 5 \nkip  [x]  X \n  owner  B \n # c \nkpi L\nunit x\n",
      after:
        "kpi K\n ownr  Ada \n2026-13-01  5 \n  2026-10-01  5\nkip  [x]  X \n  owner  B \n# c\nkpi L\n  unit      x\n"
    ),
    Case(
      what: "line ends and a byte order mark",
      before: "\u{FEFF}  kpi K \r\nunit x\t\r\n\r\n2026-10-01 5",
      after: "\u{FEFF}kpi K\r\n  unit      x\r\n\r\n  2026-10-01  5"),
    Case(
      what: "a conflict that is not decided",
      before: "kpi K\n<<<<<<< a\nunit x\n=======\nunit y\n>>>>>>> b\n",
      after: "kpi K\n<<<<<<< a\nunit x\n=======\nunit y\n>>>>>>> b\n"),
    Case(
      what: "a value that is no number anybody writes widens nothing",
      before:
        "kpi K\n2026-10-01 5 x\n2026-10-02 1.\(String(repeating: "0", count: 40)) y\n",
      after:
        "kpi K\n  2026-10-01  5  x\n  2026-10-02  1.\(String(repeating: "0", count: 40))  y\n"
    ),
  ]

  @Test(arguments: cases)
  func `the layout is this`(_ example: Case) {
    let after = Document(Array(example.before.utf8)).formatted
    #expect(String(decoding: after, as: UTF8.self) == example.after)
    expectSameBoard(Array(example.before.utf8))
  }

  @Test(arguments: MinefieldTests.mines)
  func `any file keeps its board, and its layout the second time`(
    _ mine: MinefieldTests.Mine
  ) {
    expectSameBoard(mine.bytes)
  }

  @Test(arguments: 0..<300)
  func `lines in any order and layout keep what they say`(_ seed: Int) {
    var random = Random(seed)
    let lines = MinefieldTests.mines.filter { $0.name.hasPrefix("y_") }
      .flatMap { $0.bytes.split(separator: 10) }
    var bytes: [UInt8] = random.next(8) == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<random.next(60) {
      bytes += Array(repeating: 32, count: random.next(5))
      for byte in lines[random.next(lines.count)] {
        bytes.append(byte)
        if byte == 32, random.next(4) == 0 { bytes.append(9) }
      }
      bytes += [[10], [13, 10], [32, 10], [10, 10]][random.next(4)]
    }
    if random.next(3) == 0 { bytes += Array("kpi Last".utf8) }
    expectSameBoard(bytes)
  }

  @Test(arguments: MinefieldTests.mines(in: "formatted"))
  func `what is laid out well stays as it is`(_ mine: MinefieldTests.Mine) {
    #expect(mine.document.formatted == mine.bytes)
  }

  @Test func `a file of a hundred thousand lines stays in bounds`() {
    let wide = String(repeating: "9", count: 300_000)
    let lines = String(repeating: "2026-10-01 5 x\n", count: 50_000)
    let bytes = Array("kpi K\n2026-10-01 0.\(wide) y\n\(lines)".utf8)
    #expect(Document(bytes).formatted.count < 3 * bytes.count)
  }

  /// Expects that formatting changes blanks between words alone, keeps the
  /// board and what is wrong with it, and does nothing the second time.
  private func expectSameBoard(_ bytes: [UInt8]) {
    let before = Document(bytes)
    let after = Document(before.formatted)
    #expect(after.formatted == after.bytes)
    #expect(
      before.bytes.filter { $0 != 32 && $0 != 9 }
        == after.bytes.filter { $0 != 32 && $0 != 9 })
    #expect(before.board.objectives == after.board.objectives)
    #expect(before.board.keyResults == after.board.keyResults)
    #expect(before.board.kpis == after.board.kpis)
    #expect(before.board.meetings == after.board.meetings)
    #expect(before.board.cycles == after.board.cycles)
    #expect(before.board.title == after.board.title)
    #expect(before.board.every == after.board.every)
    #expect(before.board.limits == after.board.limits)
    #expect(readings(of: before.board) == readings(of: after.board))
    #expect(
      before.diagnostics.filter { $0.severity == .error }.map(Complaint.init)
        == after.diagnostics.filter { $0.severity == .error }
        .map(Complaint.init))
  }

  private struct Complaint: Equatable {
    let line: Int
    let code: Diagnostic.Code
    let message: String

    init(_ diagnostic: Diagnostic) {
      (line, code, message) = (
        diagnostic.line, diagnostic.code, diagnostic.message
      )
    }
  }

  private func readings(of board: Board) -> [String] {
    board.readings.moments.indices.map { row in
      let words = board.readings.words(at: row)
      return [
        board.readings.moment(at: row).description,
        "\(board.readings.values[row])", "\(words?.confidence ?? -1)",
        words?.status?.rawValue ?? "", words?.person.map(board.text) ?? "",
        words?.note.map(board.text) ?? "",
      ].joined(separator: "|")
    }
  }
}

/// Numbers that look random and are the same on every run.
struct Random {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
  }

  /// A number from 0 to `count` − 1.
  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}
