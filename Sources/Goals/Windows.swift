extension Board {
  /// The window of a key result: its `start` and `due`, for either that is
  /// missing the first or last day of its own cycle, else of its objective's.
  package func window(ofKeyResult index: Int) -> Window {
    let cycle =
      declaredOrKnown(keyResults[index].cycle)
      ?? declaredOrKnown(objectives[keyResults[index].objective].cycle)
    return Window(
      start: keyResults[index].start ?? cycle.map { Moment($0.start) },
      due: keyResults[index].due ?? cycle.map { Moment($0.end) })
  }

  /// The window of an objective: its cycle.
  package func window(ofObjective index: Int) -> Window {
    let cycle = declaredOrKnown(objectives[index].cycle)
    return Window(
      start: cycle.map { Moment($0.start) }, due: cycle.map { Moment($0.end) })
  }

  /// The cycle of that name, or `nil` without a name or such a cycle.
  private func declaredOrKnown(_ name: String?) -> Cycle? {
    guard let name else { return nil }
    return cycle(named: name)
  }
}
