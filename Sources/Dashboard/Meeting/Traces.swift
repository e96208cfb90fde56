import Canvas
import Goals

// What the board tells of what was talked about today.
extension Outlook {
  /// The things about which something is written that carries the date of
  /// today: a final word, moved goalposts, an accepted red, a tick.
  var touchedToday: Set<Thing> {
    let all = rows() + board.kpis.indices.map { .kpi($0) }
    return Set(all.filter { daysWritten(on: $0).contains(today) })
  }

  private func daysWritten(on thing: Thing) -> [Day] {
    var moments = actions(of: thing).map(\.box.moment)
    switch thing {
    case .objective(let index):
      moments.append(board.objectives[index].closing?.moment)
    case .keyResult(let index):
      let keyResult = board.keyResults[index]
      moments.append(keyResult.closing?.moment)
      moments += keyResult.moves.map(\.moment)
      moments += keyResult.milestones.map(\.box.moment)
    case .kpi(let index):
      moments += board.kpis[index].acceptances.map(\.from)
    }
    return moments.compactMap { $0?.day }
  }

  /// The things that the record of a meeting names by their title or id.
  func mentions(in meeting: Meeting) -> Set<Thing> {
    let texts =
      (meeting.decisions + meeting.blockers + meeting.parked
      + meeting.actions.map(\.text)).map { FoldedText($0) }
    guard !texts.isEmpty else { return [] }
    let all = rows() + board.kpis.indices.map { .kpi($0) }
    return Set(
      all.filter { thing in
        let names = [
          FoldedText(title(of: thing)),
          FoldedText(id(of: thing).map { "[\($0.text)]" } ?? ""),
        ]
        return names.contains { name in
          !name.isEmpty && texts.contains { $0.contains(name) }
        }
      })
  }
}
