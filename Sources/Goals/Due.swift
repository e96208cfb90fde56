extension Board {
  /// How many days are left until a check-in is due: 0 or less where it is.
  ///
  /// `nil` for what is closed, for objectives that live by their key results,
  /// and where nothing says since when.
  package func daysUntilDue(_ thing: Thing, _ standing: Standing) -> Double? {
    switch thing {
    case .objective(let index):
      let pace = standing.objectives[index].pace
      guard objectives[index].keyResults.isEmpty, pace.closing == nil,
        let age = pace.age
      else { return nil }
      return period(ofObjective: index).days - age
    case .keyResult(let index):
      let pace = standing.keyResults[index].pace
      guard pace.closing == nil else { return nil }
      let period = period(ofKeyResult: index).days
      if let age = pace.age { return period - age }
      guard let start = standing.keyResults[index].window.start?.day else {
        return nil
      }
      return Double(start.number - standing.now.today.number) + period
    case .kpi(let index):
      return standing.kpis[index].age.map { period(ofKPI: index).days - $0 }
    }
  }

  /// What is due and can be checked in, of those in `wanted`, in order of
  /// attention: for a key result that a KPI measures, that KPI.
  package func due(_ wanted: Set<Thing>, _ standing: Standing) -> [Thing] {
    var seen: Set<Thing> = []
    return attention(standing).compactMap { matter in
      guard wanted.contains(matter.thing), standing.isDue(matter.thing) else {
        return nil
      }
      let thing = asked(for: matter.thing)
      return seen.insert(thing).inserted ? thing : nil
    }
  }

  /// Where the numbers of a thing are entered.
  private func asked(for thing: Thing) -> Thing {
    guard case .keyResult(let index) = thing,
      let kpi = keyResults[index].kpi
    else { return thing }
    return .kpi(kpi)
  }
}
