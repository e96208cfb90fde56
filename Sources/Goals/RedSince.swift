extension Board {
  /// The objectives, key results and KPIs that are off track or critical.
  package func reds(_ standing: Standing) -> [Thing] {
    objectives.indices.filter {
      standing.objectives[$0].pace.status == .offTrack
    }.map(Thing.objective)
      + keyResults.indices.filter {
        standing.keyResults[$0].pace.status == .offTrack
      }.map(Thing.keyResult)
      + kpis.indices.filter { standing.kpis[$0].verdict == .critical }
      .map(Thing.kpi)
  }

  /// The first of the days at whose ends each red thing has been red, without a
  /// break up to now; today for what turned red today.
  ///
  /// As always for the past: what carries no date is taken to have been as it
  /// is. What has been red for more than two years is left out, and so is all
  /// that would take too long to tell.
  package func redSince(_ standing: Standing) -> [Thing: Day] {
    var open = reds(standing)
    var since = Dictionary(
      uniqueKeysWithValues: open.map { ($0, standing.now.today) })
    var day = standing.now.today
    // Rows of readings that may be looked at.
    var effort = 2_000_000
    for _ in 0..<731 where !open.isEmpty {
      day = day.adding(-1)
      effort -= cost(of: open)
      guard effort > 0 else { break }
      open = reds(open, at: Now(day))
      for thing in open { since[thing] = day }
    }
    for thing in open { since[thing] = nil }
    return since
  }

  /// Those of `things` that are red at another moment.
  private func reds(_ things: [Thing], at now: Now) -> [Thing] {
    let objectives = statuses(of: things, at: now)
    return things.filter { thing in
      switch thing {
      case .objective(let index): objectives[index] == .offTrack
      case .keyResult(let index):
        standing(ofKeyResult: index, at: now).pace.status == .offTrack
      case .kpi(let index):
        standing(ofKPI: index, at: now).verdict == .critical
      }
    }
  }

  /// The statuses of the objectives among `things`, by their places.
  private func statuses(of things: [Thing], at now: Now) -> [Int: Status] {
    let wanted = things.compactMap { thing -> Int? in
      if case .objective(let index) = thing { return index }
      return nil
    }
    guard !wanted.isEmpty else { return [:] }
    var keyResults = self.keyResults.map { _ in KeyResultStanding() }
    for place in keyResultsNeeded(for: wanted) {
      keyResults[place] = standing(ofKeyResult: place, at: now)
    }
    let standings = standings(ofObjectivesWith: keyResults, at: now)
    return Dictionary(
      uniqueKeysWithValues: wanted.map { ($0, standings[$0].pace.status) })
  }

  /// The key results that the status of objectives follows from: their own, or
  /// all where one lives by those that support it.
  private func keyResultsNeeded(for wanted: [Int]) -> [Int] {
    if wanted.contains(where: { objectives[$0].keyResults.isEmpty }) {
      return Array(keyResults.indices)
    }
    return wanted.flatMap { objectives[$0].keyResults }
  }

  /// About how many rows it takes to tell how `things` stood once.
  private func cost(of things: [Thing]) -> Int {
    things.reduce(0) { sum, thing in
      switch thing {
      case .objective(let index):
        let needed = keyResultsNeeded(for: [index])
        return sum + objectives.count + keyResults.count
          + needed.reduce(0) { $0 + cost(ofKeyResult: $1) }
      case .keyResult(let index): return sum + cost(ofKeyResult: index)
      case .kpi(let index): return sum + 1 + kpis[index].rows.count
      }
    }
  }

  private func cost(ofKeyResult index: Int) -> Int {
    let own = keyResults[index].rows.count
    return 1 + own + (keyResults[index].kpi.map { kpis[$0].rows.count } ?? 0)
  }
}
