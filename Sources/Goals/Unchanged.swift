/// Which things of a board say, word for word, what they said in an earlier
/// version of its file, where nothing that they depend on says anything else.
///
/// They stand at the places where they stood.
package struct Unchanged: Hashable, Sendable {
  /// Of an objective its own lines alone, not its key results.
  package var objectives: [Bool]
  package var keyResults: [Bool]
  package var kpis: [Bool]

  /// Nothing so far.
  package init(of board: Board) {
    objectives = board.objectives.map { _ in false }
    keyResults = board.keyResults.map { _ in false }
    kpis = board.kpis.map { _ in false }
  }

  /// Whether a thing stands as it did; of an objective that is not known, as it
  /// lives by others.
  package func standsStill(_ thing: Thing) -> Bool {
    if case .objective = thing { return false }
    return contains(thing)
  }

  package func contains(_ thing: Thing) -> Bool {
    switch thing {
    case .objective(let index): objectives[index]
    case .keyResult(let index): keyResults[index]
    case .kpi(let index): kpis[index]
    }
  }
}

/// Everything that is to be known of a board at a moment, given how an earlier
/// version of it stood: what is unchanged is not judged again.
///
/// Between the two moments nothing may have come to stand otherwise by itself,
/// see `Board.steadyEnd`.
package func standing(
  of board: Board, at now: Now,
  after earlier: (board: Board, standing: Standing), _ unchanged: Unchanged
) -> Standing {
  standing(
    of: board, at: now,
    keyResults: board.keyResults.indices.map { index in
      guard unchanged.keyResults[index] else {
        return board.standing(ofKeyResult: index, at: now)
      }
      var standing = earlier.standing.keyResults[index]
      if standing.pace.closing != nil {
        standing.pace.closing = board.keyResults[index].closing
      }
      let kpi = board.keyResults[index].kpi
      let source: Thing = kpi.map { .kpi($0) } ?? .keyResult(index)
      standing.rows = moved(
        standing.rows, from: earlier.board.rows(of: source),
        to: board.rows(of: source))
      return standing
    },
    kpis: board.kpis.indices.map { index in
      guard unchanged.kpis[index] else {
        return board.standing(ofKPI: index, at: now)
      }
      var standing = earlier.standing.kpis[index]
      standing.rows = moved(
        standing.rows, from: earlier.board.kpis[index].rows,
        to: board.kpis[index].rows)
      return standing
    })
}

/// Some of the rows of a thing that has others now.
private func moved(
  _ rows: Range<Int>, from old: Range<Int>, to new: Range<Int>
) -> Range<Int> {
  let way = new.lowerBound - old.lowerBound
  return rows.lowerBound + way..<rows.upperBound + way
}
