import GoalFile
import Goals

/// What can be added beside what is selected.
package enum Addition: CaseIterable, Hashable, Sendable {
  case keyResult, objective, kpi, action, milestone, planPoint, narrative, cycle
}

extension Session {
  /// Asks what to add.
  mutating func startAdding() {
    if let obstacle { return say(obstacle) }
    mode = .adding
  }

  /// What is possible beside what is selected, the most likely first.
  var additions: [Addition] {
    guard trail.pages.last?.topic == .actions,
      possibleAdditions.contains(.action)
    else { return possibleAdditions }
    return [.action] + possibleAdditions.filter { $0 != .action }
  }

  private var possibleAdditions: [Addition] {
    switch selection {
    case .objective:
      [.keyResult, .action, .objective, .kpi, .narrative, .cycle]
    case .keyResult(let index):
      [.keyResult, .action]
        + (outlook.board.keyResults[index].takesMilestones
          ? [.milestone] : [.planPoint])
        + [.objective, .kpi, .narrative, .cycle]
    case .kpi: [.kpi, .action, .objective, .narrative, .cycle]
    case nil: [.objective, .kpi, .cycle]
    }
  }

  mutating func add(_ addition: Addition) {
    mode = .browsing
    guard additions.contains(addition) else {
      return say("\(addition.title) can not be added here")
    }
    switch addition {
    case .action: write(.action)
    case .milestone: write(.milestone)
    case .planPoint: write(.plan)
    case .narrative: write(.narrative)
    case .objective: startAdding(.objective)
    case .keyResult: startAdding(.keyResult)
    case .kpi: startAdding(.kpi)
    case .cycle: declareCycle()
    }
  }

  mutating func addLikely() {
    guard let first = additions.first else { return }
    add(first)
  }

  private mutating func write(_ keyword: Keyword) {
    guard let selection else { return }
    startWriting(keyword, in: .thing(selection))
  }
}

extension KeyResult {
  /// Whether it is measured by milestones, or could be.
  fileprivate var takesMilestones: Bool {
    switch measure {
    case .milestones: true
    case .range, .keep: false
    case nil: kpiID == nil
    }
  }
}

extension Addition {
  var title: String {
    switch self {
    case .objective: "objective"
    case .keyResult: "key result"
    case .kpi: "KPI"
    case .action: "action"
    case .milestone: "milestone"
    case .planPoint: "plan point"
    case .narrative: "narrative"
    case .cycle: "cycle"
    }
  }

  /// The same for where there is little room.
  var shortTitle: String {
    switch self {
    case .planPoint: "plan"
    case .narrative: "text"
    case .objective, .keyResult, .kpi, .action, .milestone, .cycle: title
    }
  }

  /// The command that adds it.
  var command: Command {
    switch self {
    case .objective: .addObjective
    case .keyResult: .addKeyResult
    case .kpi: .addKPI
    case .action: .addAction
    case .milestone: .addMilestone
    case .planPoint: .addPlanPoint
    case .narrative: .addNarrative
    case .cycle: .addCycle
    }
  }
}
