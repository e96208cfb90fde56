extension Board {
  /// The window of a key result: its `start` and `due`, for either that is
  /// missing the first or last day of its own cycle, else of its objective's.
  package func window(ofKeyResult index: Int) -> Window {
    let keyResult = keyResults[index]
    let cycle =
      keyResult.cycle.flatMap(cycle(named:))
      ?? objectives[keyResult.objective].cycle.flatMap(cycle(named:))
    return Window(
      start: keyResult.start ?? cycle.map { Moment($0.start) },
      due: keyResult.due ?? cycle.map { Moment($0.end) })
  }

  /// The window of an objective: its cycle.
  package func window(ofObjective index: Int) -> Window {
    let cycle = objectives[index].cycle.flatMap(cycle(named:))
    return Window(
      start: cycle.map { Moment($0.start) }, due: cycle.map { Moment($0.end) })
  }
}
