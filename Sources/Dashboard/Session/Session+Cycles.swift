import Canvas
import Goals

// Which cycle is shown.
extension Session {
  /// Shows the objectives of the cycle that comes so many after the one that
  /// is shown.
  mutating func changeCycle(by steps: Int) {
    let cycles = outlook.cycles
    let name = outlook.cycle(in: sight)?.cycle.name
    guard let place = cycles.firstIndex(where: { $0.cycle.name == name }) else {
      return say("no objective names a cycle")
    }
    let target = max(0, min(cycles.count - 1, place + steps))
    guard target != place else {
      return say(
        steps < 0
          ? "\(cycles[place].cycle.name) is the first cycle"
          : "\(cycles[place].cycle.name) is the last cycle")
    }
    show(cycle: cycles[target].cycle.name)
  }

  /// Shows the objectives of that cycle alone, on the board.
  mutating func show(cycle name: String) {
    trail.pages = []
    setSight { $0.cycle = name }
    let count = outlook.cycle(in: sight)?.objectives.count ?? 0
    say(
      "\(name): \(counted(count, "objective")); "
        + "\(key(.filter)) Enter shows all")
  }
}

extension Outlook {
  /// All cycles that are declared or named, in the order of time.
  var cycles: [CycleStanding] {
    standing.cycles.sorted { one, other in
      (one.cycle.start, one.cycle.end, one.cycle.name)
        < (other.cycle.start, other.cycle.end, other.cycle.name)
    }
  }
}
