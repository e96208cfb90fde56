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
  /// Days on which it was stale are no break, as nothing was known to be better
  /// then, and are not counted as the first either. As always for the past: what
  /// carries no date is taken to have been as it is. What has been red for more
  /// than two years is left out, and so is what would take too long to tell.
  package func redSince(_ standing: Standing) -> [Thing: Day] {
    var open = reds(standing)
    var since = Dictionary(
      uniqueKeysWithValues: open.map { ($0, standing.now.today) })
    var day = standing.now.today
    // Rows of readings that may be looked at.
    let most = 2_000_000
    var effort = most
    for left in stride(from: 731, to: 0, by: -1) where !open.isEmpty {
      day = day.adding(-1)
      // Once half of it is gone, only what is sure to be told goes on.
      if effort - cost(of: open) < most / 2 {
        let kept = cheapest(open, costing: effort / left)
        for thing in open where !kept.contains(thing) { since[thing] = nil }
        open = kept
      }
      effort -= cost(of: open)
      let past = past(of: open, at: Now(day))
      open = open.filter { past[$0] != .calm }
      for thing in open where past[thing] == .red { since[thing] = day }
    }
    for thing in open { since[thing] = nil }
    return since
  }

  /// As many of `things` as together take no more than so many rows for a day,
  /// those that take least first.
  private func cheapest(_ things: [Thing], costing most: Int) -> [Thing] {
    var rest = most
    return things.map { (thing: $0, cost: cost(of: [$0])) }
      .sorted { $0.cost < $1.cost }
      .prefix { costed in
        rest -= costed.cost
        return rest >= 0
      }.map(\.thing)
  }

  /// How something stood on a day, as far as it matters here.
  private enum Past: Hashable {
    case red, stale, calm

    init(_ status: Status) {
      switch status {
      case .offTrack: self = .red
      case .stale: self = .stale
      case .achieved, .missed, .onTrack, .atRisk, .pending: self = .calm
      }
    }

    init(_ verdict: Verdict) {
      switch verdict {
      case .critical: self = .red
      case .stale: self = .stale
      case .healthy, .tolerable, .accepted, .untracked: self = .calm
      }
    }
  }

  /// How each of `things` stood at another moment.
  private func past(of things: [Thing], at now: Now) -> [Thing: Past] {
    let objectives = statuses(of: things, at: now)
    let past = things.map { thing -> (Thing, Past) in
      switch thing {
      case .objective(let index):
        (thing, objectives[index].map { Past($0) } ?? .calm)
      case .keyResult(let index):
        (thing, Past(standing(ofKeyResult: index, at: now).pace.status))
      case .kpi(let index):
        (thing, Past(standing(ofKPI: index, at: now).verdict))
      }
    }
    return Dictionary(uniqueKeysWithValues: past)
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
