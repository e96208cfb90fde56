import GoalFile
import Goals

/// What the fuzzer runs on every input: read the file, look for complaints,
/// compute every number, and enter a check-in on everything there is.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let document = Document(bytes)
  precondition(document.bytes == bytes, "a byte was lost")
  guard let day = Day(year: 2026, month: 11, day: 22) else { return 0 }
  let now = Now(day)
  for complaint in document.complaints(at: now) {
    precondition(complaint.line >= 1 && complaint.column >= 1, "no place")
    precondition(document.line(at: complaint.range.lowerBound).count >= 0)
  }
  let standing = standing(of: document.board, at: now)
  precondition(standing.objectives.count == document.board.objectives.count)
  checkIn(document, now)
  return 0
}

/// Enters a check-in on the last objective, key result and KPI: all bytes must
/// still be there, and a line more.
private func checkIn(_ document: Document, _ now: Now) {
  let board = document.board
  var things: [Thing] = []
  if !board.objectives.isEmpty {
    things.append(.objective(board.objectives.count - 1))
  }
  if !board.keyResults.isEmpty {
    things.append(.keyResult(board.keyResults.count - 1))
  }
  if !board.kpis.isEmpty { things.append(.kpi(board.kpis.count - 1)) }
  for thing in things {
    let typed =
      board.lackOfNumber(of: thing) == nil ? "41 7 fuzzed" : "7 fuzzed"
    guard
      let checkIn = try? CheckIn(typed: typed, on: thing, in: board, at: now),
      let change = try? document.change(for: .checkIn(checkIn, on: thing))
    else { continue }
    precondition(
      change.patches.allSatisfy(\.range.isEmpty),
      "a check-in replaces nothing")
    let after = Document(change.applied(to: document.bytes))
    precondition(
      change.inverse.applied(to: after.bytes) == document.bytes,
      "a check-in can not be taken back")
    precondition(
      after.board.rows(of: thing).count >= board.rows(of: thing).count,
      "a reading was lost")
  }
}
