/// Everything that is to be known of a board at a moment.
package func standing(of board: Board, at now: Now) -> Standing {
  var standing = Standing(now: now)
  standing.keyResults = board.keyResults.indices.map {
    board.standing(ofKeyResult: $0, at: now)
  }
  standing.objectives = board.standings(
    ofObjectivesWith: standing.keyResults, at: now)
  standing.kpis = board.kpis.indices.map { board.standing(ofKPI: $0, at: now) }
  standing.cycles = board.usedCycles().map {
    board.standing(of: $0, standing.objectives, at: now)
  }
  return standing
}

extension Board {
  /// The cycles that are declared, in the order of the file, and those that
  /// objectives name, in the order of their first use.
  func usedCycles() -> [Cycle] {
    var cycles = cycles
    var seen = Set(cycles.map(\.name))
    for objective in objectives {
      guard let name = objective.cycle, !seen.contains(name),
        let cycle = cycle(named: name)
      else { continue }
      seen.insert(name)
      cycles.append(cycle)
    }
    return cycles
  }

  func standing(
    of cycle: Cycle, _ standings: [ObjectiveStanding], at now: Now
  ) -> CycleStanding {
    let members = objectives.indices.filter {
      objectives[$0].cycle == cycle.name
    }
    var progress = WeightedMean()
    var expected = WeightedMean()
    for index in members {
      let weight = objectives[index].weight ?? 1
      let pace = standings[index].pace
      if let value = pace.progress {
        progress.add(clamped(value), weight: weight)
      }
      if let value = pace.expected {
        expected.add(clamped(value), weight: weight)
      }
    }
    let window = Window(start: Moment(cycle.start), due: Moment(cycle.end))
    return CycleStanding(
      cycle: cycle, elapsed: window.elapsed(on: now.today) ?? 0,
      progress: progress.value, expected: expected.value, objectives: members)
  }
}
