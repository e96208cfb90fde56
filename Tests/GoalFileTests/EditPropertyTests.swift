import Foundation
import GoalFile
import Goals
import Testing

/// Laws that hold for every edit of every board.
///
/// `BEARING_CASES` says how many boards are tried: 1,000 if it is not set.
struct EditPropertyTests {
  static let cases =
    ProcessInfo.processInfo.environment["BEARING_CASES"].flatMap(Int.init)
    ?? 1_000

  /// What went wrong in a case, with all that is needed to see it again.
  private struct Broken: Error, CustomStringConvertible {
    let law: String
    let edit: Edit
    let before: [UInt8]
    let after: [UInt8]
    var details = ""

    var description: String {
      """
      \(law)
      \(edit)
      --- before
      \(String(decoding: before, as: UTF8.self))
      --- after
      \(String(decoding: after, as: UTF8.self))
      --- \(details)
      """
    }
  }

  /// The cases are tried in four parts, side by side.
  @Test(arguments: 0..<4)
  func `an edit does what it says, touches nothing else, and can be undone`(
    part: Int
  ) {
    tryCases(Self.cases, part) { seed, tally throws(Broken) in
      var dice = Dice(seed: seed)
      try tryEdits(of: dice.board(), &dice, 6, &tally)
    }
  }

  @Test(arguments: 0..<4)
  func `no value that can be entered becomes a second statement`(
    part: Int
  ) {
    let board = Array(Self.hostileBoard.utf8)
    tryCases(Self.cases * 10, part) { seed, tally throws(Broken) in
      var dice = Dice(seed: seed, isHostile: true)
      try tryEdits(of: board, &dice, 1, &tally)
    }
  }

  static let hostileBoard = """
    board A
    objective [a] A
      owner Ada
      supports [d]
      action [ ] 2026-10-26 @Ada Call
      kr [b] B
        from 1 to 9 x
        2026-10-05 5 6/10 @Ada Note
      kr M
        milestone [ ] 2026-11-06 Five
    objective [d] D
      cycle 2026-Q4
      team Growth
    kpi [c] C
      healthy 5 ..
      2026-10-05 5
    meeting 2026-10-12 Weekly @Ada
      decision Go

    """

  /// How many edits were made and how many refused.
  private struct Tally {
    var made = 0
    var refused = 0
  }

  private func tryCases(
    _ count: Int, _ part: Int,
    _ body: (Int, inout Tally) throws(Broken) -> Void
  ) {
    var tally = Tally()
    for seed in stride(from: part, to: count, by: 4) {
      do throws(Broken) {
        try body(seed, &tally)
      } catch {
        Issue.record("seed \(seed): \(error)")
        return
      }
    }
    print("\(tally.made) edits made, \(tally.refused) refused")
    #expect(tally.made > tally.refused / 3)
  }

  /// Makes some edits of a board, one after another, and takes all back.
  private func tryEdits(
    of first: [UInt8], _ dice: inout Dice, _ count: Int, _ tally: inout Tally
  ) throws(Broken) {
    var document = Document(first)
    var changes: [Change] = []
    for _ in 0..<count {
      guard let meant = dice.edit(of: document) else { continue }
      guard let change = try? document.change(for: meant.edit) else {
        tally.refused += 1
        continue
      }
      let after = Document(change.applied(to: document.bytes))
      try compare(document, after, meant, change)
      changes.append(change)
      document = after
    }
    tally.made += changes.count
    var bytes = document.bytes
    for change in changes.reversed() {
      bytes = change.inverse.applied(to: bytes)
    }
    #expect(bytes == first)
  }

  private func compare(
    _ before: Document, _ after: Document, _ meant: MeantEdit,
    _ change: Change
  ) throws(Broken) {
    func fail(_ law: String, _ details: String = "") -> Broken {
      Broken(
        law: law, edit: meant.edit, before: before.bytes, after: after.bytes,
        details: details)
    }
    guard change.inverse.applied(to: after.bytes) == before.bytes else {
      throw fail("it can not be undone")
    }
    var model = BoardModel(before)
    meant.mean(&model)
    let found = BoardModel(after)
    guard found == model else {
      throw fail("the board is not what it says", "\(model)\n\(found)")
    }
    let (errors, known) = (errors(after), errors(before))
    guard errors.allSatisfy({ $0.value <= known[$0.key] ?? 0 }) else {
      throw fail("it makes an error", "\(errors)")
    }
    let (lost, new) = difference(before.bytes, after.bytes)
    let limits = meant.edit.limits
    guard lost <= limits.lost, new <= limits.new else {
      throw fail("it touches other lines", "\(lost) lost, \(new) new")
    }
    if let growth = meant.growth, new - lost != growth {
      throw fail(
        "it has not the lines it should have", "\(lost) lost, \(new) new")
    }
    guard
      before.bytes.count <= 3 || after.bytes.count <= 3
        || (before.bytes.last == 10) == (after.bytes.last == 10)
    else { throw fail("the last line's end is another") }
  }

  private func errors(_ document: Document) -> [Diagnostic.Code: Int] {
    document.diagnostics.filter {
      $0.severity == .error && $0.code != .outsideWindow
    }.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
  }

  /// How many lines with words are in the one and not in the other.
  private func difference(
    _ before: [UInt8], _ after: [UInt8]
  ) -> (lost: Int, new: Int) {
    var count: [ArraySlice<UInt8>: Int] = [:]
    func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      var text = bytes[...]
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
      return text.split(separator: 10).map { line in
        line.last == 13 ? line.dropLast() : line
      }.filter { !$0.allSatisfy { $0 == 32 || $0 == 9 } }
    }
    for line in lines(before) { count[line, default: 0] += 1 }
    for line in lines(after) { count[line, default: 0] -= 1 }
    return count.values.reduce(into: (0, 0)) {
      $0.0 += max(0, $1)
      $0.1 += max(0, -$1)
    }
  }
}

extension Edit {
  /// How many lines it may take away and bring at most.
  fileprivate var limits: (lost: Int, new: Int) {
    switch self {
    case .checkIn: return (0, 1)
    case .changeReading: return (.max, 1)
    case .write, .change: return (1, 1)
    case .removeReading, .clear, .remove: return (.max, 0)
    case .erase: return (1, 0)
    case .add: return (0, .max)
    case .move: return (0, 0)
    case .identify, .rename: return (.max, .max)
    }
  }
}
