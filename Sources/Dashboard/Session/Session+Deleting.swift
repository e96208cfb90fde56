import Canvas
import GoalFile
import Goals

/// What is to be taken out of the board, once somebody is sure.
package enum Deletion: Hashable, Sendable {
  case thing(Thing)
  case line(LineAddress)
}

extension Session {
  /// Asks whether what is selected is to be deleted.
  mutating func startDeleting() {
    if let obstacle { return say(obstacle) }
    if let address = selectedAddress {
      mode = .deleting(.line(address))
    } else if let thing = linkOnPage ?? selection {
      mode = .deleting(.thing(thing))
    } else {
      say("nothing is selected to delete")
    }
  }

  mutating func delete() {
    guard case .deleting(let deletion) = mode else { return }
    mode = .browsing
    do throws(EditError) {
      try make(edit(for: deletion))
      say("deleted: \(savingKeys)")
    } catch {
      say("\(error)", .failure)
    }
  }

  private func edit(for deletion: Deletion) throws(EditError) -> Edit {
    switch deletion {
    case .thing(let thing): return .remove(.thing(thing))
    case .line(let address):
      if let line = document.line(of: address) { return .erase(line: line) }
      if let row = document.row(of: address),
        case .reading(_, let thing) = address
      {
        return .removeReading(row: row, of: thing)
      }
      throw .missing(address.name)
    }
  }

  func following(_ deletion: Deletion, from old: Outlook) -> Deletion? {
    switch deletion {
    case .thing(let thing):
      return outlook.successor(of: thing, in: old).map { .thing($0) }
    case .line(let address):
      guard let new = outlook.successor(of: address, in: old),
        document.has(new)
      else { return nil }
      return .line(new)
    }
  }

  /// `delete the objective "Win" with 3 key results and 41 check-ins`.
  ///
  /// - Parameter room: how many cells it may take; the title gives way.
  func question(_ deletion: Deletion, room: Int) -> String {
    switch deletion {
    case .thing(let thing):
      let losses = losses(with: thing)
      let tail = losses.isEmpty ? "" : " with \(enumerated(losses))"
      let short = losses.isEmpty ? "" : " and all in it"
      let wordings = [
        ("delete the \(thing.kind)", tail, 16), ("delete", tail, 16),
        ("delete the \(thing.kind)", short, 16), ("delete", short, 8),
        ("delete", losses.isEmpty ? "" : " and all", 6),
      ]
      for (start, tail, least) in wordings {
        let left = room - displayCells(of: start + tail) - 3
        let title = outlook.title(of: thing)
        guard left >= min(least, displayCells(of: title)) else { continue }
        let words = elide(title, to: left, glyphs: glyphs)
        return "\(start) \"\(words)\"\(tail)"
      }
      return "delete it\(short)"
    case .line(.statement(let phrase, _, _)):
      return "delete the \(phrase.keyword.title) \"\(phrase.text)\""
    case .line(.reading(let moment, let thing)):
      let name = LineAddress.reading(moment, of: thing).name
      return "delete the \(name) of \(momentInWords(moment, today: now.today))"
    }
  }

  /// What goes with a thing, counted.
  private func losses(with thing: Thing) -> [String] {
    let board = outlook.board
    var keyResults: [Int] = []
    if case .objective(let index) = thing {
      keyResults = Array(board.objectives[index].keyResults)
    }
    let things = [thing] + keyResults.map { .keyResult($0) }
    let rows = things.reduce(0) { $0 + board.rows(of: $1).count }
    let actions = things.reduce(0) { $0 + outlook.actions(of: $1).count }
    let isKPI = if case .kpi = thing { true } else { false }
    let counts = [
      (keyResults.count, "key result"), (rows, isKPI ? "reading" : "check-in"),
      (actions, "action"), (references(to: things), "reference"),
    ]
    return counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
  }

  /// How many other lines name one of the things.
  private func references(to things: [Thing]) -> Int {
    let ids = Set(things.compactMap { outlook.id(of: $0) })
    guard !ids.isEmpty else { return 0 }
    let board = outlook.board
    let supports = board.objectives.enumerated().reduce(0) { sum, element in
      things.contains(.objective(element.offset))
        ? sum : sum + element.element.supports.count(where: ids.contains)
    }
    let guards = board.kpis.enumerated().reduce(0) { sum, element in
      things.contains(.kpi(element.offset))
        ? sum : sum + element.element.guards.count(where: ids.contains)
    }
    let measured = board.keyResults.count {
      $0.kpiID.map(ids.contains) ?? false
    }
    return supports + guards + measured
  }
}

extension Phrase {
  /// What it says, without box, dates and names where it has words of its own.
  fileprivate var text: String {
    if case .action(_, _, _, let text) = self { return text }
    if case .milestone(_, _, let text) = self { return text }
    return words
  }
}

/// `a, b and c`.
private func enumerated(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.joined() }
  return "\(words.dropLast().joined(separator: ", ")) and \(last)"
}
