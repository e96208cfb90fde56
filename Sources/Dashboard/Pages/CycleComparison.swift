import Canvas
import Goals

/// All cycles side by side, a line each.
struct CycleComparison {
  private let outlook: Outlook
  private let cycles: [CycleStanding]

  init(_ outlook: Outlook) {
    self.outlook = outlook
    cycles = outlook.cycles
  }

  var verdict: (text: String, role: Role) {
    let closed = cycles.count {
      outlook.board.meanScore(of: $0, outlook.standing) != nil
    }
    var words = [counted(cycles.count, "cycle")]
    if closed > 0 { words.append("\(closed) scored") }
    return (words.joined(separator: ", "), .pending)
  }

  /// A heading and a line for each cycle, in columns; what has no room is left
  /// out from the right.
  func lines(width: Int) -> [PageContent.Line] {
    guard !cycles.isEmpty else { return [] }
    let isWide = width >= 84
    let heading = Row(
      name: "CYCLE", days: "DAYS", objectives: "OBJ", progress: "PROGRESS",
      expected: "EXPECTED", score: "SCORE", confidence: "CONF", counts: "STATES"
    )
    let rows = cycles.map(row)
    let all = [heading] + rows
    func widest(_ cell: (Row) -> String) -> Int {
      all.map { displayCells(of: cell($0)) }.max() ?? 0
    }
    func text(_ row: Row) -> String {
      var parts = [pad(row.name, to: min(20, widest(\.name)), .left)]
      if isWide { parts.append(pad(row.days, to: widest(\.days), .left)) }
      let cells: [(Row) -> String] =
        width >= 60
        ? [\.objectives, \.progress, \.expected, \.score, \.confidence]
        : [\.progress, \.expected]
      parts += cells.map { pad($0(row), to: widest($0), .right) }
      return (parts + [row.counts]).joined(separator: "  ")
    }
    let shown = outlook.cycle?.cycle.name
    return [PageContent.Line(text: text(heading), style: .heading)]
      + zip(rows, cycles).map { row, cycle in
        var line = PageContent.Line(text: text(row))
        line.cycle = cycle.cycle.name
        if let place = outlook.board.cycles.firstIndex(where: {
          $0.name == cycle.cycle.name
        }) {
          line.source = .statement(.cycle, place, in: .head)
        }
        if cycle.cycle.name == shown { line.style = Style(.text, .bold) }
        return line
      }
  }

  private struct Row {
    let name: String
    let days: String
    let objectives: String
    let progress: String
    let expected: String
    let score: String
    let confidence: String
    let counts: String
  }

  private func row(_ standing: CycleStanding) -> Row {
    let cycle = standing.cycle
    let board = outlook.board
    let start = dayInWords(cycle.start, today: outlook.today)
    let end = dayInWords(cycle.end, today: outlook.today)
    var sight = Sight()
    sight.cycle = cycle.name
    sight.look(at: outlook, user: nil)
    return Row(
      name: cycle.name, days: "\(start) to \(end)",
      objectives: "\(standing.objectives.count)",
      progress: standing.progress.map(percentText) ?? "",
      expected: standing.expected.map(percentText) ?? "",
      score: board.meanScore(of: standing, outlook.standing).map {
        number(($0 * 100).rounded() / 100)
      } ?? "",
      confidence: board.meanConfidence(in: standing, outlook.standing).map {
        number(($0 * 10).rounded() / 10)
      } ?? "",
      counts: outlook.counts(in: sight).map { "\($0.count) \($0.status.words)" }
        .joined(separator: ", "))
  }
}
