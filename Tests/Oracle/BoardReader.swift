extension Board {
  /// Reads a board file; a line that is not understood says nothing.
  init(reading text: String) {
    var reader = BoardReader()
    for (number, line) in lines(of: text).enumerated() {
      reader.read(line, number: number + 1)
    }
    self = reader.finished()
  }
}

/// The lines of `text` without their ends and without a byte order mark.
private func lines(of text: String) -> [String] {
  var lines: [String] = []
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\n" {
      if line.last == "\r" { line.removeLast() }
      lines.append(String(line))
      line = String.UnicodeScalarView()
    } else {
      line.append(scalar)
    }
  }
  if !line.isEmpty { lines.append(String(line)) }
  if let first = lines.first?.unicodeScalars, first.first == "\u{FEFF}" {
    lines[0] = String(first.dropFirst())
  }
  return lines
}

/// What reads lines one after another and remembers the block they are in.
private struct BoardReader {
  /// The block that the next line belongs to; things by their place.
  enum Block {
    case top, nothing
    case objective(Int)
    case keyResult(Int, Int)
    case kpi(Int)
    case meeting(Int)
  }

  var board = Board()
  var block = Block.top
  var taken: Set<Reference> = []
  /// Readings that name what they belong to.
  var named: [(id: Reference, entry: Entry)] = []

  mutating func read(_ line: String, number: Int) {
    var words = Words(line)
    guard let first = words.text?.unicodeScalars.first, first != "#",
      first != ">"
    else { return }
    if let entry = entry(words, line: number) {
      add(entry)
      return
    }
    let keyword = words.word() ?? ""
    switch keyword {
    case "reading":
      guard let id = words.reference(), let entry = entry(words, line: number)
      else { return }
      named.append((Reference(id), entry))
    case "board":
      board.title = board.title ?? words.text
      block = .nothing
    case "mission", "vision", "limit":
      if case .top = block { return }
      block = .nothing
    case "objective", "kr", "kpi", "meeting":
      open(keyword, words, line: number)
    case "cycle":
      readCycle(words)
    case "every":
      readEvery(words)
    default:
      readProperty(keyword, words, line: number)
    }
  }

  mutating func open(_ keyword: String, _ words: Words, line: Int) {
    var words = words
    if keyword == "meeting" {
      guard let moment = words.take({ Moment($0) }) else {
        block = .nothing
        return
      }
      let (title, people) = titleAndPeople(words)
      board.meetings.append(
        Meeting(moment: moment, title: title, people: people, line: line))
      block = .meeting(board.meetings.count - 1)
      return
    }
    var id = words.reference().map { Reference($0) }
    // Of two with the same id the first has it.
    if let known = id, !taken.insert(known).inserted { id = nil }
    let title = words.text
    if keyword == "objective" {
      board.objectives.append(Objective(id: id, title: title, line: line))
      block = .objective(board.objectives.count - 1)
    } else if keyword == "kpi" {
      board.kpis.append(KPI(id: id, title: title, line: line))
      block = .kpi(board.kpis.count - 1)
    } else {
      let parent: Int
      switch block {
      case .objective(let place), .keyResult(let place, _): parent = place
      case .top, .nothing, .kpi, .meeting:
        block = .nothing
        return
      }
      board.objectives[parent].keyResults.append(
        KeyResult(id: id, title: title, line: line))
      block = .keyResult(
        parent, board.objectives[parent].keyResults.count - 1)
    }
  }

  mutating func readCycle(_ words: Words) {
    var words = words
    guard let name = words.word() else { return }
    guard words.text != nil else {
      change { $0.cycle = $0.cycle ?? name }
      return
    }
    block = .nothing
    guard let first = words.take({ Moment($0) }), words.takes(".."),
      let last = words.take({ Moment($0) }), words.text == nil,
      let span = Span(first: first.day, last: last.day),
      !board.cycles.contains(where: { isSame($0.name, name) })
    else { return }
    board.cycles.append(Cycle(name: name, span: span))
  }

  mutating func readEvery(_ words: Words) {
    guard let every = Duration(words.text ?? "") else { return }
    switch block {
    case .objective, .keyResult, .kpi:
      change { $0.every = $0.every ?? every }
    case .top, .nothing:
      let hasBlock =
        !board.objectives.isEmpty || !board.kpis.isEmpty
        || !board.meetings.isEmpty
      if !hasBlock { board.every = board.every ?? every }
    case .meeting: return
    }
  }

  mutating func add(_ entry: Entry) {
    change { $0.entries.append(entry) }
  }

  /// Changes what the things with shared properties have, in this block.
  mutating func change(_ body: (inout Shared) -> Void) {
    switch block {
    case .objective(let place): body(&board.objectives[place].shared)
    case .keyResult(let parent, let place):
      body(&board.objectives[parent].keyResults[place].shared)
    case .kpi(let place): body(&board.kpis[place].shared)
    case .top, .nothing, .meeting: return
    }
  }

  mutating func readProperty(_ keyword: String, _ words: Words, line: Int) {
    if readShared(keyword, words) { return }
    switch block {
    case .objective(let place):
      board.objectives[place].read(keyword, words, line: line)
    case .keyResult(let parent, let place):
      board.objectives[parent].keyResults[place].read(keyword, words)
    case .kpi(let place):
      board.kpis[place].read(keyword, words)
    case .meeting(let place):
      board.meetings[place].read(keyword, words)
    case .top, .nothing: return
    }
  }

  /// Reads what more than one kind of thing can have; whether it was that.
  mutating func readShared(_ keyword: String, _ words: Words) -> Bool {
    var words = words
    switch keyword {
    case "owner":
      let owner = people(words).first
      change { $0.owner = $0.owner ?? owner }
    case "team":
      change { $0.team = $0.team ?? words.text }
    case "weight":
      guard let weight = words.take(number), weight >= 0 else { return true }
      change { $0.weight = $0.weight ?? weight }
    case "private":
      change { $0.isPrivate = true }
    case "close":
      guard let moment = words.take({ Moment($0) }),
        let score = words.take(number)
      else { return true }
      let then = words.take { word in
        ["keep", "change", "drop"].contains(word) ? word : nil
      }
      let close = Close(
        moment: moment, score: score, then: then, note: words.text)
      change { $0.close = $0.close ?? close }
    case "action":
      if case .meeting = block { return false }
      guard let action = action(words) else { return true }
      change { $0.actions.append(action) }
    default:
      return false
    }
    return true
  }

  /// The board, once readings by name have found what they name.
  func finished() -> Board {
    var board = board
    for (id, entry) in named {
      for place in board.objectives.indices {
        if board.objectives[place].id == id {
          board.objectives[place].shared.entries.append(entry)
        }
        for below in board.objectives[place].keyResults.indices
        where board.objectives[place].keyResults[below].id == id {
          board.objectives[place].keyResults[below].shared.entries
            .append(entry)
        }
      }
      for place in board.kpis.indices where board.kpis[place].id == id {
        board.kpis[place].shared.entries.append(entry)
      }
    }
    return board
  }
}

/// Whether two names are the same to the byte.
func isSame(_ left: String, _ right: String) -> Bool {
  Array(left.utf8) == Array(right.utf8)
}
