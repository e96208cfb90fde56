import Canvas
import Goals

/// What came of a walk through all that was due.
package struct WalkSummary: Hashable, Sendable {
  private(set) var stops: [CheckInWalk.Stop]

  init(_ walk: CheckInWalk) {
    stops = walk.stops
  }

  /// The same on another board, without what is gone.
  func following(_ outlook: Outlook, from old: Outlook) -> WalkSummary {
    var result = self
    result.stops = stops.compactMap { stop in
      outlook.successor(of: stop.thing, in: old).map { stop.with($0) }
    }
    return result
  }

  private func things(_ outcome: CheckInWalk.Outcome) -> [Thing] {
    stops.filter { $0.outcome == outcome }.map(\.thing)
  }

  private func due(_ outlook: Outlook) -> [Thing] {
    stops.map(\.thing).filter { outlook.isDue($0) }
  }

  /// How it went, in a sentence.
  func verdict(_ outlook: Outlook) -> (text: String, role: Role) {
    let due = due(outlook).count
    let skipped = things(.skipped).count
    var words = ["\(things(.checkedIn).count) of \(stops.count) checked in"]
    if skipped > 0 { words.append("\(skipped) skipped") }
    words.append(due > 0 ? "\(due) still due" : "nothing still due")
    return (words.joined(separator: ", "), due > 0 ? .atRisk : .onTrack)
  }

  /// What changed its state, what was checked in and what stays due; each line
  /// leads to its thing.
  func sections(
    _ outlook: Outlook
  ) -> [(title: String, lines: [PageContent.Line])] {
    let changed = stops.filter { $0.word != outlook.word(for: $0.thing) }
    let widest = changed.map { displayCells(of: $0.word) }.max() ?? 0
    let changes = changed.flatMap { stop in
      Links.lines(
        to: [stop.thing], pad(stop.word, to: widest, .left) + " now ", outlook)
    }
    let done = things(.checkedIn).filter { thing in
      !changed.contains { $0.thing == thing }
    }
    return [
      ("CHANGED", changes),
      (
        changed.isEmpty ? "CHECKED IN" : "CHECKED IN, AS BEFORE",
        Links.lines(to: done, "", outlook)
      ),
      ("STILL DUE", Links.lines(to: due(outlook), "", outlook)),
    ]
  }
}
