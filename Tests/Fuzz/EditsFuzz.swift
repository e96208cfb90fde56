import GoalFile
import Goals

/// What the fuzzer runs on every input: a board, and at its end bytes that choose
/// edits of it, their words being pieces of the board.
///
/// Every edit that is made must be taken back exactly, must leave the other
/// things there are, and make no error that was not there.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let length = max(0, bytes.count - 24)
  var choices = Choices(bytes: bytes[length...], text: bytes[..<length])
  var document = Document(Array(bytes[..<length]))
  while !choices.bytes.isEmpty {
    guard let edit = choices.edit(of: document),
      let change = try? document.change(for: edit)
    else { continue }
    let after = Document(change.applied(to: document.bytes))
    precondition(
      change.inverse.applied(to: after.bytes) == document.bytes,
      "an edit can not be taken back")
    compare(document.board, after.board, edit)
    document = after
  }
  return 0
}

/// How many things there are of each kind.
private func compare(_ before: Board, _ after: Board, _ edit: Edit) {
  var growth = 0
  switch edit {
  case .add: growth = 1
  case .remove: return
  case .checkIn, .changeReading, .removeReading, .write, .change, .erase,
    .clear, .move, .identify, .rename:
    growth = 0
  }
  precondition(
    count(after) == count(before) + growth, "a thing came or went")
}

private func count(_ board: Board) -> Int {
  board.objectives.count + board.keyResults.count + board.kpis.count
    + board.meetings.count
}

/// Bytes that stand for decisions.
private struct Choices {
  var bytes: ArraySlice<UInt8>
  let text: ArraySlice<UInt8>

  mutating func pick(_ count: Int) -> Int {
    guard let byte = bytes.popFirst(), count > 0 else { return 0 }
    return Int(byte) % count
  }

  /// A piece of the board, as somebody might paste it.
  mutating func words() -> String {
    guard !text.isEmpty else { return "x" }
    let start = text.startIndex + pick(256) * text.count / 256
    let end = min(text.endIndex, start + 1 + pick(24))
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  mutating func thing(_ board: Board) -> Thing? {
    let things =
      board.objectives.indices.map(Thing.objective)
      + board.keyResults.indices.map(Thing.keyResult)
      + board.kpis.indices.map(Thing.kpi)
    return things.isEmpty ? nil : things[pick(things.count)]
  }

  mutating func subject(_ board: Board) -> Subject {
    if pick(4) == 0, !board.meetings.isEmpty {
      return .meeting(pick(board.meetings.count))
    }
    return thing(board).map(Subject.thing) ?? .head
  }

  mutating func moment() -> Moment {
    Moment(Day(number: 20_700 + pick(200)))
  }

  mutating func phrase() -> Phrase {
    switch pick(18) {
    case 0: return .owner(words())
    case 1: return .with([words(), words()])
    case 2: return .narrative(words())
    case 3:
      return .action(
        .open, due: moment(), person: words(), text: words())
    case 4: return .from(words(), to: words(), unit: words())
    case 5: return .milestone(.open, due: nil, text: words())
    case 6: return .plan(moment(), words())
    case 7:
      return .moved(moment(), from: nil, to: words(), reason: words())
    case 8: return .supports(ID(words()))
    case 9: return .healthy(from: words(), to: nil)
    case 10: return .cycle(words())
    case 11: return .decision(words())
    case 12: return .board(words())
    case 13: return .unit(words())
    case 14: return .private
    case 15: return .weight("2")
    case 16: return .team(words())
    default:
      return .close(moment(), score: "1", next: nil, note: words())
    }
  }

  mutating func checkIn() -> CheckIn {
    var checkIn = CheckIn(moment: moment())
    if pick(2) == 0 { checkIn.valueText = words() }
    if pick(2) == 0 { checkIn.person = words() }
    if pick(2) == 0 { checkIn.note = words() }
    return checkIn
  }

  mutating func place(_ board: Board) -> Edit.Place {
    guard let thing = thing(board) else { return .end }
    switch pick(4) {
    case 0: return .before(thing)
    case 1: return .after(thing)
    case 2: return .inside(pick(board.objectives.count))
    default: return .end
    }
  }

  mutating func edit(of document: Document) -> Edit? {
    let board = document.board
    let line = 1 + pick(64)
    switch pick(12) {
    case 0: return .write(phrase(), in: subject(board))
    case 1: return .change(line: line, to: phrase())
    case 2: return .erase(line: line)
    case 3:
      return .clear(
        Keyword.allCases[pick(Keyword.allCases.count)], in: subject(board))
    case 4: return thing(board).map { .checkIn(checkIn(), on: $0) }
    case 5, 6:
      guard let thing = thing(board) else { return nil }
      let rows = board.rows(of: thing)
      guard !rows.isEmpty else { return nil }
      let row = rows.lowerBound + pick(rows.count)
      return pick(2) == 0
        ? .removeReading(row: row, of: thing)
        : .changeReading(row: row, of: thing, to: checkIn())
    case 7:
      let opener: Phrase
      switch pick(4) {
      case 0: opener = .objective(id: ID(words()), title: words())
      case 1: opener = .keyResult(id: nil, title: words())
      case 2: opener = .kpi(id: nil, title: words())
      default: opener = .meeting(moment(), title: words(), people: [words()])
      }
      return .add([opener, phrase()], at: place(board))
    case 8: return .remove(subject(board))
    case 9:
      guard let thing = thing(board) else { return nil }
      return .move(thing, to: place(board))
    case 10:
      guard let thing = thing(board) else { return nil }
      return .identify(thing, as: pick(3) == 0 ? nil : ID(words()))
    default: return .rename(.person(words()), to: words())
    }
  }
}
