import Goals

/// What a thing says, fact by fact, as far as it is known at a moment.
struct Facts {
  /// One of several facts of a kind, such as a milestone.
  struct Entry: Hashable {
    let kind: String
    /// What makes it the same one in another version.
    let key: String
    /// What else it says, each part with its name; an empty name stands for
    /// itself.
    var parts: [Part] = []
    var nature = Difference.Nature.lasting
  }

  struct Part: Hashable {
    let name: String
    let value: String
    var nature = Difference.Nature.lasting
  }

  /// What a thing has one of, in the order in which it is told.
  private(set) var properties: [Part] = []
  private(set) var entries: [Entry] = []

  private mutating func set(
    _ name: String, _ value: String?,
    _ nature: Difference.Nature = .lasting
  ) {
    guard let value else { return }
    properties.append(Part(name: name, value: value, nature: nature))
  }

  private mutating func add(
    _ kind: String, _ key: String, _ parts: [(String, String?)] = [],
    _ nature: Difference.Nature = .lasting
  ) {
    entries.append(
      Entry(
        kind: kind, key: key,
        parts: parts.compactMap { name, value in
          value.map { Part(name: name, value: $0) }
        }, nature: nature))
  }

  private mutating func add(texts: [String], _ kind: String) {
    for text in texts { add(kind, text) }
  }

  private mutating func add(_ actions: [Action], at now: Now) {
    for action in actions {
      add(
        "action", action.text,
        [
          ("", words(of: action.box, at: now)),
          ("due", action.due?.description), ("who", action.person),
        ], .dated)
    }
  }

  private mutating func set(_ closing: Closing?, at now: Now) {
    guard let closing, now.knows(closing.moment) else { return }
    let words = [
      "\(closing.moment) at \(exactNumber(closing.score))",
      closing.next?.rawValue, closing.note.isEmpty ? nil : quoted(closing.note),
    ]
    set("closed", words.compactMap(\.self).joined(separator: ", "), .dated)
  }
}

// MARK: - Of what

extension Facts {
  init(_ thing: Thing, of side: Side) {
    switch thing {
    case .objective(let index):
      self.init(side.board.objectives[index], at: side.now)
    case .keyResult(let index):
      self.init(side.board.keyResults[index], at: side.now)
    case .kpi(let index): self.init(side.board.kpis[index], at: side.now)
    }
  }

  private init(_ objective: Objective, at now: Now) {
    set("id", objective.id.map { "[\($0)]" })
    set("title", quoted(objective.title))
    set("cycle", objective.cycle)
    set("owner", objective.owner)
    set("team", objective.team)
    let names = objective.contributors
    set("with", names.isEmpty ? nil : names.joined(separator: ", "))
    set("kind", objective.kind?.rawValue)
    set("weight", objective.weight.map(exactNumber))
    set("every", objective.every?.description)
    set("private", objective.isPrivate ? "yes" : nil)
    set("cause", objective.cause.map { quoted($0) })
    set(objective.closing, at: now)
    for id in objective.supports { add("supports", "[\(id)]") }
    add(texts: objective.narrative, "narrative")
    add(objective.actions, at: now)
  }

  private init(_ keyResult: KeyResult, at now: Now) {
    set("id", keyResult.id.map { "[\($0)]" })
    set("title", quoted(keyResult.title))
    set("owner", keyResult.owner)
    set("cycle", keyResult.cycle)
    set("start", keyResult.start?.description)
    set("due", keyResult.due?.description)
    set("weight", keyResult.weight.map(exactNumber))
    set("every", keyResult.every?.description)
    set("private", keyResult.isPrivate ? "yes" : nil)
    set("measure", keyResult.measure.map(words))
    set("measured by", keyResult.kpiID.map { "[\($0)]" })
    set("cause", keyResult.cause.map { quoted($0) })
    set(keyResult.closing, at: now)
    for point in keyResult.plan {
      add("plan for", "\(point.moment)", [("", exactNumber(point.value))])
    }
    for move in keyResult.moves where now.knows(move.moment) {
      let from = move.from.map { "from \(exactNumber($0)) " } ?? ""
      let reason = move.reason.isEmpty ? "" : ", \(quoted(move.reason))"
      add(
        "moved", "\(move.moment)",
        [("", "\(from)to \(exactNumber(move.to))\(reason)")])
    }
    for milestone in keyResult.milestones {
      add(
        "milestone", milestone.text,
        [
          ("", words(of: milestone.box, at: now)),
          ("due", milestone.due?.description),
        ])
    }
    add(texts: keyResult.narrative, "narrative")
    add(keyResult.actions, at: now)
  }

  private init(_ kpi: KPI, at now: Now) {
    set("id", kpi.id.map { "[\($0)]" })
    set("title", quoted(kpi.title))
    set("owner", kpi.owner)
    set("team", kpi.team)
    set("unit", kpi.unit)
    set("healthy", kpi.healthy.map(words))
    set("tolerable", kpi.tolerable.map(words))
    let per = kpi.per.map { "per \($0)" }
    let total = [kpi.total?.rawValue, per].compactMap(\.self)
    set("total", total.isEmpty ? nil : total.joined(separator: " "))
    set(
      "target",
      kpi.target.map { target in
        exactNumber(target.value) + (target.by.map { " by \($0)" } ?? "")
      })
    set("every", kpi.every?.description)
    set("private", kpi.isPrivate ? "yes" : nil)
    for id in kpi.guards { add("guards", "[\(id)]") }
    for red in kpi.acceptances where now.knows(red.from) {
      let reason = red.reason.isEmpty ? "" : ", \(quoted(red.reason))"
      add(
        "accepted red", "\(red.from)",
        [("", "until \(red.until) at \(exactNumber(red.value))\(reason)")])
    }
    add(texts: kpi.narrative, "narrative")
    add(kpi.actions, at: now)
  }

  init(_ meeting: Meeting, at now: Now) {
    set("title", quoted(meeting.title))
    let people = meeting.people
    set("people", people.isEmpty ? nil : people.joined(separator: ", "))
    set("next", meeting.next?.description)
    add(texts: meeting.decisions, "decision")
    add(texts: meeting.blockers, "blocker")
    add(texts: meeting.parked, "parked")
    add(texts: meeting.narrative, "narrative")
    add(meeting.actions, at: now)
  }

  /// The head of the file.
  init(_ board: Board) {
    set("board", board.title.map { quoted($0) })
    set("mission", board.mission.map { quoted($0) })
    set("vision", board.vision.map { quoted($0) })
    set("every", board.every?.description)
    set("limit objectives", board.limits.objectives.map(String.init))
    set("limit key-results", board.limits.keyResults.map(String.init))
    set("limit kpis", board.limits.kpis.map(String.init))
    for cycle in board.cycles {
      add("cycle", cycle.name, [("", "\(cycle.start) to \(cycle.end)")])
    }
  }
}

// MARK: - In words

private func words(of box: Box, at now: Now) -> String {
  switch box.known(at: now) {
  case .open: return "open"
  case .done(on: nil): return "done"
  case .done(on: let moment?): return "done on \(moment)"
  }
}

private func words(of bounds: Bounds) -> String {
  let from = bounds.from.map { exactNumber($0) + " " } ?? ""
  let to = bounds.to.map { " " + exactNumber($0) } ?? ""
  return "\(from)..\(to)"
}

private func words(of measure: KeyResult.Measure) -> String {
  switch measure {
  case .range(let from, let to, let unit):
    return "from \(exactNumber(from)) to \(exactNumber(to))"
      + (unit.map { " \($0)" } ?? "")
  case .keep(let bounds, let unit):
    return "keep \(words(of: bounds))" + (unit.map { " \($0)" } ?? "")
  case .milestones: return "milestones"
  }
}
