import Goals

/// A way from one thing of the board to those it has to do with.
package enum Relation: CaseIterable, Hashable, Sendable {
  /// To what it supports or measures.
  case above
  /// To what supports or measures it.
  case below
  /// To what guards it, and from that to what it guards.
  case guards
}

extension Outlook {
  /// What a thing has to do with in that way, the nearest first.
  func relatives(of thing: Thing, _ relation: Relation) -> [Thing] {
    switch (thing, relation) {
    case (.objective(let index), .above):
      board.objectives[index].parents.map { .objective($0) }
    case (.objective(let index), .below):
      standing.objectives[index].supporters.map { .objective($0) }
        + board.objectives[index].keyResults.map { .keyResult($0) }
    case (.objective(let index), .guards): guards(ofObjective: index)
    case (.keyResult(let index), .above):
      [.objective(board.keyResults[index].objective)]
    case (.keyResult(let index), .below):
      board.keyResults[index].kpi.map { [.kpi($0)] } ?? []
    case (.keyResult(let index), .guards):
      guards(ofObjective: board.keyResults[index].objective)
    case (.kpi(let index), .above):
      board.keyResults.indices.filter { board.keyResults[$0].kpi == index }
        .map { .keyResult($0) }
    case (.kpi, .below): []
    case (.kpi(let index), .guards):
      board.kpis[index].guarded.map { .objective($0) }
    }
  }

  private func guards(ofObjective index: Int) -> [Thing] {
    board.kpis.indices.filter { board.kpis[$0].guarded.contains(index) }
      .map { .kpi($0) }
  }
}

extension Thing {
  /// What leads from it in that way, in words.
  func words(for relation: Relation) -> String {
    switch (self, relation) {
    case (.objective, .above): "what it supports"
    case (.objective, .below): "what supports it, and its key results"
    case (.objective, .guards): "what guards it"
    case (.keyResult, .above): "its objective"
    case (.keyResult, .below): "what measures it"
    case (.keyResult, .guards): "what guards its objective"
    case (.kpi, .above): "what it measures"
    case (.kpi, .below): "what is below it"
    case (.kpi, .guards): "what it guards"
    }
  }

  /// That nothing does, kindly.
  func lack(of relation: Relation) -> String {
    switch (self, relation) {
    case (.objective, .above): "this objective supports no other"
    case (.objective, .below):
      "no objective supports this one, and it has no key results yet"
    case (.objective, .guards): "no KPI guards this objective"
    case (.keyResult, .above): "this key result has no objective"
    case (.keyResult, .below):
      "no KPI measures this key result: its check-ins do"
    case (.keyResult, .guards): "no KPI guards the objective above"
    case (.kpi, .above): "no key result is measured by this KPI"
    case (.kpi, .below): "nothing is below a KPI"
    case (.kpi, .guards): "this KPI guards no objective"
    }
  }
}

// From one thing to another.
extension Session {
  /// Opens what the selected thing has to do with; a short list where that is
  /// more than one.
  ///
  /// Going back leads to exactly where one was.
  mutating func follow(_ relation: Relation) {
    guard let thing = selection else {
      return say("nothing is selected to go from")
    }
    let relatives = outlook.relatives(of: thing, relation)
    guard let first = relatives.first else {
      return say(thing.lack(of: relation))
    }
    openPage(
      of: relatives.count == 1
        ? .thing(first) : .relatives(of: thing, relation))
  }
}
