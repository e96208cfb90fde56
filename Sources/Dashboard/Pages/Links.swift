import Canvas
import GoalFile
import Goals

/// What a thing is connected with.
struct Links {
  private(set) var lines: [PageContent.Line] = []

  init(_ outlook: Outlook, _ thing: Thing) {
    switch thing {
    case .objective(let index): add(linksOfObjective: index, outlook)
    case .keyResult(let index): add(linksOfKeyResult: index, outlook)
    case .kpi(let index): add(linksOfKPI: index, outlook)
    }
  }

  private mutating func add(linksOfObjective index: Int, _ outlook: Outlook) {
    let board = outlook.board
    let objective = board.objectives[index]
    add(objective.parents.map { .objective($0) }, "supports", outlook) {
      outlook.place(of: $0, among: objective.supports).map {
        .statement(.supports, $0, in: .thing(.objective(index)))
      }
    }
    let supporters = outlook.standing.objectives[index].supporters
    add(supporters.map { .objective($0) }, "supported by", outlook)
    let guards = board.kpis.indices.filter {
      board.kpis[$0].guarded.contains(index)
    }
    add(guards.map { .kpi($0) }, "guarded by", outlook)
  }

  private mutating func add(linksOfKeyResult index: Int, _ outlook: Outlook) {
    let keyResult = outlook.board.keyResults[index]
    add([.objective(keyResult.objective)], "measures", outlook)
    guard let kpi = keyResult.kpi else { return }
    add([.kpi(kpi)], "measured by", outlook) { _ in
      .statement(.measured, 0, in: .thing(.keyResult(index)))
    }
  }

  private mutating func add(linksOfKPI index: Int, _ outlook: Outlook) {
    let board = outlook.board
    let kpi = board.kpis[index]
    add(kpi.guarded.map { .objective($0) }, "guards", outlook) {
      outlook.place(of: $0, among: kpi.guards).map {
        .statement(.guards, $0, in: .thing(.kpi(index)))
      }
    }
    let measured = board.keyResults.indices.filter {
      board.keyResults[$0].kpi == index
    }
    add(measured.map { .keyResult($0) }, "measures", outlook)
  }

  private mutating func add(
    _ things: [Thing], _ word: String, _ outlook: Outlook,
    _ source: (Thing) -> PageContent.Source? = { _ in nil }
  ) {
    var new = Links.lines(to: things, "\(word) ", outlook)
    for (place, thing) in things.enumerated() {
      new[place].source = source(thing)
    }
    lines += new
  }

  /// Lines that lead to things, with how those stand, in columns.
  static func lines(
    to things: [Thing], _ word: String, _ outlook: Outlook
  ) -> [PageContent.Line] {
    let widest = things.map { displayCells(of: outlook.title(of: $0)) }.max()
    let width = min(60, widest ?? 0)
    return things.map { thing in
      let role = outlook.role(of: thing)
      let progress = outlook.pace(of: thing)?.progress.map(percentText) ?? ""
      let title = outlook.title(of: thing)
      let blanks = String(
        repeating: " ", count: max(0, width - displayCells(of: title)))
      var text = title + blanks
      if outlook.pace(of: thing) != nil {
        text += "  " + pad(progress, to: max(4, progress.utf8.count), .right)
      }
      text += "  \(outlook.word(for: thing))"
      return PageContent.Line(
        text: text, style: Style(role), link: .thing(thing), shape: role,
        lead: word)
    }
  }
}

extension Outlook {
  /// The place of a thing's id among those that are named.
  fileprivate func place(of thing: Thing, among ids: [ID]) -> Int? {
    id(of: thing).flatMap(ids.firstIndex(of:))
  }
}
