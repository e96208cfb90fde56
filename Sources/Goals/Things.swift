// What a board says of a thing, of whatever kind it is.
extension Board {
  /// All things: each objective before its key results, the KPIs last.
  package var allThings: [Thing] {
    var all: [Thing] = []
    all.reserveCapacity(objectives.count + keyResults.count + kpis.count)
    for (index, objective) in objectives.enumerated() {
      all.append(.objective(index))
      all += objective.keyResults.map { .keyResult($0) }
    }
    return all + kpis.indices.map { .kpi($0) }
  }

  /// Whether there is such a thing.
  package func contains(_ thing: Thing) -> Bool {
    switch thing {
    case .objective(let index): objectives.indices.contains(index)
    case .keyResult(let index): keyResults.indices.contains(index)
    case .kpi(let index): kpis.indices.contains(index)
    }
  }

  /// The objective that a thing is or belongs to, by its place; `nil` for a KPI.
  package func objective(of thing: Thing) -> Int? {
    switch thing {
    case .objective(let index): index
    case .keyResult(let index): keyResults[index].objective
    case .kpi: nil
    }
  }

  /// The line that opens a thing, from 1.
  package func line(of thing: Thing) -> Int {
    switch thing {
    case .objective(let index): objectives[index].line
    case .keyResult(let index): keyResults[index].line
    case .kpi(let index): kpis[index].line
    }
  }

  package func id(of thing: Thing) -> ID? {
    switch thing {
    case .objective(let index): objectives[index].id
    case .keyResult(let index): keyResults[index].id
    case .kpi(let index): kpis[index].id
    }
  }

  /// Its title as the file has it, also where it is private; empty without one.
  package func title(of thing: Thing) -> String {
    switch thing {
    case .objective(let index): objectives[index].title
    case .keyResult(let index): keyResults[index].title
    case .kpi(let index): kpis[index].title
    }
  }

  package func owner(of thing: Thing) -> String? {
    switch thing {
    case .objective(let index): objectives[index].owner
    case .keyResult(let index): keyResults[index].owner
    case .kpi(let index): kpis[index].owner
    }
  }

  /// `nil` for a key result, which has the team of its objective.
  package func team(of thing: Thing) -> String? {
    switch thing {
    case .objective(let index): objectives[index].team
    case .keyResult: nil
    case .kpi(let index): kpis[index].team
    }
  }

  /// The unit of its number; of a key result that names none and is measured by
  /// a KPI, the KPI's.
  package func unit(of thing: Thing) -> String? {
    switch thing {
    case .objective: nil
    case .keyResult(let index):
      keyResults[index].unit ?? keyResults[index].kpi.flatMap { kpis[$0].unit }
    case .kpi(let index): kpis[index].unit
    }
  }

  package func actions(of thing: Thing) -> [Action] {
    switch thing {
    case .objective(let index): objectives[index].actions
    case .keyResult(let index): keyResults[index].actions
    case .kpi(let index): kpis[index].actions
    }
  }

  package func narrative(of thing: Thing) -> [String] {
    switch thing {
    case .objective(let index): objectives[index].narrative
    case .keyResult(let index): keyResults[index].narrative
    case .kpi(let index): kpis[index].narrative
    }
  }

  /// Why a thing ended under its bar, as far as that was said.
  package func cause(of thing: Thing) -> String? {
    switch thing {
    case .objective(let index): objectives[index].cause
    case .keyResult(let index): keyResults[index].cause
    case .kpi: nil
    }
  }

  /// The rows of a thing's own readings.
  package func rows(of thing: Thing) -> Range<Int> {
    switch thing {
    case .objective(let index): objectives[index].rows
    case .keyResult(let index): keyResults[index].rows
    case .kpi(let index): kpis[index].rows
    }
  }
}

extension Thing {
  /// What it is, in words.
  package var kind: String {
    switch self {
    case .objective: "objective"
    case .keyResult: "key result"
    case .kpi: "KPI"
    }
  }
}
