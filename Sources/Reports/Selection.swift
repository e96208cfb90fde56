import Goals

/// What to leave out of a report.
package struct Selection: Hashable, Sendable {
  /// What is shown of a board.
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case objectives, kpis
  }

  package var only: Part?
  package var owner: String?
  package var team: String?
  package var cycle: String?
  package var privacy = Privacy.masked

  package init() {}

  package func includes(_ objective: Objective, in board: Board) -> Bool {
    guard only != .kpis else { return false }
    if let team, objective.team != team, !objective.contributors.contains(team)
    {
      return false
    }
    if let cycle, objective.cycle != cycle { return false }
    guard let owner else { return true }
    return objective.owner == owner
      || board.keyResults[objective.keyResults].contains { $0.owner == owner }
  }

  package func includes(_ kpi: KPI) -> Bool {
    guard only != .objectives, cycle == nil else { return false }
    if let team, kpi.team != team { return false }
    return owner == nil || kpi.owner == owner
  }
}
