import Canvas
import Goals

/// What a thing is connected with.
struct Links {
  private(set) var lines: [PageContent.Line] = []

  init(_ outlook: Outlook, _ thing: Thing) {
    let board = outlook.board
    switch thing {
    case .objective(let index):
      add(
        board.objectives[index].parents.map { .objective($0) }, "supports",
        outlook)
      let supporters = outlook.standing.objectives[index].supporters
      add(supporters.map { .objective($0) }, "supported by", outlook)
      let guards = board.kpis.indices.filter {
        board.kpis[$0].guarded.contains(index)
      }
      add(guards.map { .kpi($0) }, "guarded by", outlook)
    case .keyResult(let index):
      add([.objective(board.keyResults[index].objective)], "measures", outlook)
      if let kpi = board.keyResults[index].kpi {
        add([.kpi(kpi)], "measured by", outlook)
      }
    case .kpi(let index):
      add(board.kpis[index].guarded.map { .objective($0) }, "guards", outlook)
      let measured = board.keyResults.indices.filter {
        board.keyResults[$0].kpi == index
      }
      add(measured.map { .keyResult($0) }, "measures", outlook)
    }
  }

  private mutating func add(
    _ things: [Thing], _ word: String, _ outlook: Outlook
  ) {
    lines += Links.lines(to: things, "\(word) ", outlook)
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
