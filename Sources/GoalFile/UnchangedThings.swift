import Goals

extension Document {
  /// What of the board is as it was in an earlier version of the file; `nil`
  /// where that is not to be told by comparing the lines of its blocks.
  ///
  /// One stretch of bytes is taken to have changed: from the first that differs
  /// to the last.
  package func unchanged(since earlier: Document) -> Unchanged? {
    guard isInBlocks, earlier.isInBlocks,
      openings.count == earlier.openings.count,
      board.objectives.count == earlier.board.objectives.count,
      board.keyResults.count == earlier.board.keyResults.count,
      board.kpis.count == earlier.board.kpis.count
    else { return nil }
    let bytes = SameBytes(earlier.bytes, bytes)
    guard bytes.areSame(earlier.segment(before: 0), segment(before: 0)) else {
      return nil
    }
    var unchanged = Unchanged(of: board)
    for place in openings.indices {
      let (old, new) = (earlier.openings[place], openings[place])
      guard old.kind == new.kind, old.index == new.index else { return nil }
      let isSame = bytes.areSame(
        earlier.segment(before: place + 1), segment(before: place + 1))
      switch new.kind {
      case .objective: unchanged.objectives[new.index] = isSame
      case .keyResult: unchanged.keyResults[new.index] = isSame
      case .kpi: unchanged.kpis[new.index] = isSame
      case .meeting: break
      case .file, .nothing: if !isSame { return nil }
      }
    }
    dropDependents(of: &unchanged, since: earlier)
    return unchanged
  }

  /// Takes out what depends on something that changed, or on something else.
  private func dropDependents(
    of unchanged: inout Unchanged, since earlier: Document
  ) {
    for (index, objective) in board.objectives.enumerated()
    where objective.parents != earlier.board.objectives[index].parents {
      unchanged.objectives[index] = false
    }
    for index in board.keyResults.indices {
      let kpi = board.keyResults[index].kpi
      let objective = board.keyResults[index].objective
      let isSame =
        kpi == earlier.board.keyResults[index].kpi
        && objective == earlier.board.keyResults[index].objective
        && unchanged.objectives[objective]
        && kpi.map { unchanged.kpis[$0] } ?? true
      if !isSame { unchanged.keyResults[index] = false }
    }
  }
}
