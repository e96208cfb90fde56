import GoalFile
import Goals

/// An edit as a fixture writes it: one line, or several for a new block.
///
/// `write SUBJECT: STATEMENT`, `change LINE: STATEMENT`, `erase LINE`,
/// `clear SUBJECT: KEYWORD`, `record SUBJECT: DATE VALUE …`,
/// `correct SUBJECT DATE: DATE VALUE …`, `unrecord SUBJECT DATE`,
/// `add PLACE` and the block's lines, `remove SUBJECT`, `move SUBJECT PLACE`,
/// `identify SUBJECT [id]` or `none`, `rename person|team|cycle: OLD -> NEW`.
/// A subject is `head`, `[id]`, or `objective`, `kr`, `kpi`, `meeting` and its
/// number from 1; a place is `end`, or `before`, `after`, `inside` a subject.
struct EditScript {
  struct Mistake: Error {
    let line: String
  }

  let document: Document
  private var words: [Substring] = []
  private var rest = ""

  init(_ document: Document) { self.document = document }

  mutating func edit(_ script: String) throws -> Edit {
    let lines = script.split(separator: "\n").map(String.init)
    guard let line = lines.first else { throw Mistake(line: script) }
    let head = line.prefix { $0 != ":" }
    words = head.split(separator: " ")
    rest = String(line.dropFirst(head.count + 1).drop { $0 == " " })
    let verb = words.isEmpty ? "" : words.removeFirst()
    switch verb {
    case "write":
      let subject = try subject()
      return .write(
        try Phrase(reading: rest, in: subject.kind), in: subject)
    case "change":
      let number = try number()
      return .change(line: number, to: try phrase(forLine: number))
    case "erase": return .erase(line: try number())
    case "clear":
      guard let keyword = Keyword(rawValue: rest) else { break }
      return .clear(keyword, in: try subject())
    case "record":
      let thing = try thing()
      return .checkIn(try checkIn(on: thing), on: thing)
    case "correct":
      let thing = try thing()
      return .changeReading(
        row: try row(of: thing), of: thing, to: try checkIn(on: thing))
    case "unrecord":
      let thing = try thing()
      return .removeReading(row: try row(of: thing), of: thing)
    case "remove": return .remove(try subject())
    case "move": return .move(try thing(), to: try place())
    case "identify":
      let thing = try thing()
      let word = words.first ?? ""
      let id =
        word.hasPrefix("[") ? ID(String(word.dropFirst().dropLast())) : nil
      return .identify(thing, as: id)
    case "rename":
      let parts = rest.split(separator: " -> ").map(String.init)
      guard parts.count == 2 else { break }
      return .rename(try name(parts[0]), to: parts[1])
    case "add": return try addition(Array(lines.dropFirst()))
    default: break
    }
    throw Mistake(line: line)
  }

  private mutating func addition(_ lines: [String]) throws -> Edit {
    let place = try place()
    var kind = Block.Kind.file
    var phrases: [Phrase] = []
    for line in lines {
      if line.hasPrefix("kr") { kind = .objective }
      let phrase = try Phrase(reading: line, in: kind)
      switch phrase {
      case .objective: kind = .objective
      case .keyResult: kind = .keyResult
      case .kpi: kind = .kpi
      case .meeting: kind = .meeting
      default: break
      }
      phrases.append(phrase)
    }
    return .add(phrases, at: place)
  }

  // MARK: Parts

  private mutating func word() throws -> Substring {
    guard !words.isEmpty else { throw Mistake(line: rest) }
    return words.removeFirst()
  }

  private mutating func number() throws -> Int {
    let word = try word()
    guard let number = Int(word) else { throw Mistake(line: String(word)) }
    return number
  }

  private mutating func subject() throws -> Subject {
    let word = try word()
    if word == "head" { return .head }
    if word.hasPrefix("[") {
      let id = ID(String(word.dropFirst().dropLast()))
      guard let thing = document.board.things[id] else {
        throw Mistake(line: String(word))
      }
      return .thing(thing)
    }
    let index = try number() - 1
    switch word {
    case "objective": return .thing(.objective(index))
    case "kr": return .thing(.keyResult(index))
    case "kpi": return .thing(.kpi(index))
    case "meeting": return .meeting(index)
    default: throw Mistake(line: String(word))
    }
  }

  private mutating func thing() throws -> Thing {
    guard case .thing(let thing) = try subject() else {
      throw Mistake(line: rest)
    }
    return thing
  }

  private mutating func place() throws -> Edit.Place {
    let word = try word()
    if word == "end" { return .end }
    let thing = try thing()
    switch (word, thing) {
    case ("before", _): return .before(thing)
    case ("after", _): return .after(thing)
    case ("inside", .objective(let index)): return .inside(index)
    default: throw Mistake(line: String(word))
    }
  }

  private mutating func row(of thing: Thing) throws -> Int {
    let board = document.board
    let moment = Moment(written: String(try word()))
    let row = board.rows(of: thing).first {
      board.readings.moment(at: $0) == moment
    }
    guard let row else { throw Mistake(line: rest) }
    return row
  }

  private func phrase(forLine line: Int) throws -> Phrase {
    for kind in Block.Kind.allCases where kind != .nothing {
      if let phrase = try? Phrase(reading: rest, in: kind) { return phrase }
    }
    throw Mistake(line: rest)
  }

  private mutating func name(_ old: String) throws -> Edit.Name {
    switch try word() {
    case "person": return .person(old)
    case "team": return .team(old)
    case "cycle": return .cycle(old)
    default: throw Mistake(line: old)
    }
  }

  private func checkIn(on thing: Thing) throws -> CheckIn {
    guard let day = Day(year: 2026, month: 11, day: 22) else {
      throw Mistake(line: rest)
    }
    // The date is taken as it is typed: the board has none of its own.
    var board = document.board
    board.readings = Readings()
    for index in board.objectives.indices {
      board.objectives[index].rows = 0..<0
    }
    for index in board.keyResults.indices {
      board.keyResults[index].rows = 0..<0
    }
    for index in board.kpis.indices { board.kpis[index].rows = 0..<0 }
    return try CheckIn(typed: rest, on: thing, in: board, at: Now(day))
  }
}
