/// Everything that is to be known of a board at a moment.
package func standing(of board: Board, at now: Now) -> Standing {
  standing(
    of: board, at: now,
    keyResults: board.keyResults.indices.map {
      board.standing(ofKeyResult: $0, at: now)
    },
    kpis: board.kpis.indices.map { board.standing(ofKPI: $0, at: now) })
}

/// The same, given how key results and KPIs stand.
func standing(
  of board: Board, at now: Now, keyResults: [KeyResultStanding],
  kpis: [KPIStanding]
) -> Standing {
  var standing = Standing(now: now)
  standing.keyResults = keyResults
  standing.kpis = kpis
  standing.objectives = board.standings(
    ofObjectivesWith: keyResults, at: now)
  let members = board.objectivesByCycle()
  standing.cycles = board.usedCycles().map {
    board.standing(
      of: $0, members[ID($0.name)] ?? [], standing.objectives, at: now)
  }
  return standing
}

extension Board {
  /// The cycles that are declared, in the order of the file, and those that
  /// objectives and key results name, in the order of their first use.
  func usedCycles() -> [Cycle] {
    var cycles = cycles
    var seen = Set(cycles.map { ID($0.name) })
    for objective in objectives {
      let names =
        [objective.cycle] + keyResults[objective.keyResults].map(\.cycle)
      for case let name? in names where seen.insert(ID(name)).inserted {
        if let cycle = cycle(named: name) { cycles.append(cycle) }
      }
    }
    return cycles
  }

  /// The objectives of each cycle, by its name, byte for byte.
  func objectivesByCycle() -> [ID: [Int]] {
    var members: [ID: [Int]] = [:]
    for (index, objective) in objectives.enumerated() {
      guard let name = objective.cycle else { continue }
      members[ID(name), default: []].append(index)
    }
    return members
  }

  func standing(
    of cycle: Cycle, _ members: [Int], _ standings: [ObjectiveStanding],
    at now: Now
  ) -> CycleStanding {
    let means = means(of: members, standings)
    let window = Window(start: Moment(cycle.start), due: Moment(cycle.end))
    return CycleStanding(
      cycle: cycle, elapsed: window.elapsed(on: now.today) ?? 0,
      progress: means.progress, expected: means.expected,
      objectives: members)
  }

  /// The means over those of these objectives that have one, by weight.
  private func means(
    of members: [Int], _ standings: [ObjectiveStanding]
  ) -> (progress: Double?, expected: Double?) {
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
    return (progress.value, expected.value)
  }
}
