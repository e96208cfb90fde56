import GoalFile
import Goals

/// What a line of a form asks for.
enum Property: Hashable, Sendable, CaseIterable {
  case title, id, owner, team, with, cycle, kind, supports, weight, every
  case privacy
  // Of a key result.
  case measure, measured, start, due
  // Of a KPI.
  case unit, healthy, tolerable, target, total, guards
  // Of the board.
  case board, mission, vision
  case limitOfObjectives, limitOfKeyResults, limitOfKPIs
  /// The title of the first key result, in the guide.
  case keyResult
  // Of what gets another name.
  case oldName, newName
  /// The steps of a new key result.
  case milestones
  /// Where a new key result stands today.
  case firstCheckIn
  /// The objective that a key result is of.
  case under
  // Of a cycle.
  case cycleName, cycleStart, cycleEnd

  /// What there is to say about a block of that kind, in the order in which one
  /// thinks of it.
  static func all(of kind: Block.Kind) -> [Property] {
    switch kind {
    case .objective:
      [
        .title, .owner, .cycle, .team, .with, .supports, .kind, .id, .weight,
        .every, .privacy,
      ]
    case .keyResult:
      [
        .title, .measure, .owner, .measured, .milestones, .firstCheckIn,
        .start, .due, .id, .weight, .every, .privacy,
      ]
    case .kpi:
      [
        .title, .unit, .healthy, .tolerable, .target, .total, .owner, .team,
        .guards, .id, .every, .privacy,
      ]
    case .file:
      [
        .board, .mission, .vision, .every, .limitOfObjectives,
        .limitOfKeyResults, .limitOfKPIs,
      ]
    case .meeting, .nothing: []
    }
  }

  /// The keyword of its line; `nil` where it is no line of its own.
  var keyword: Keyword? {
    switch self {
    case .title, .id, .keyResult, .oldName, .newName, .milestones, .cycleName,
      .cycleStart, .cycleEnd, .firstCheckIn, .under:
      nil
    case .owner: .owner
    case .team: .team
    case .with: .with
    case .cycle: .cycle
    case .kind: .kind
    case .supports: .supports
    case .weight: .weight
    case .every: .every
    case .privacy: .private
    case .measure: .from
    case .measured: .measured
    case .start: .start
    case .due: .due
    case .unit: .unit
    case .healthy: .healthy
    case .tolerable: .tolerable
    case .target: .target
    case .total: .total
    case .guards: .guards
    case .board: .board
    case .mission: .mission
    case .vision: .vision
    case .limitOfObjectives, .limitOfKeyResults, .limitOfKPIs: .limit
    }
  }

  /// What a limit limits.
  var limit: Phrase.Limit? {
    switch self {
    case .limitOfObjectives: .objectives
    case .limitOfKeyResults: .keyResults
    case .limitOfKPIs: .kpis
    case .title, .id, .owner, .team, .with, .cycle, .kind, .supports, .weight,
      .every, .privacy, .measure, .measured, .start, .due, .unit, .healthy,
      .tolerable, .target, .total, .guards, .board, .mission, .vision,
      .keyResult, .oldName, .newName, .milestones, .cycleName, .cycleStart,
      .cycleEnd, .firstCheckIn, .under:
      nil
    }
  }

  /// What stands in front of the line.
  var label: String {
    switch self {
    case .privacy: "private"
    case .measure: "measure"
    case .measured: "measured by"
    case .keyResult: "key result"
    case .oldName: "name"
    case .newName: "new name"
    case .milestones: "milestones"
    case .firstCheckIn: "today"
    case .under: "under"
    case .cycleName: "name"
    case .cycleStart: "first day"
    case .cycleEnd: "last day"
    case .board: "board"
    case .limitOfObjectives: "objectives"
    case .limitOfKeyResults: "key results"
    case .limitOfKPIs: "KPIs"
    case .title, .id, .owner, .team, .with, .cycle, .kind, .supports, .weight,
      .every, .start, .due, .unit, .healthy, .tolerable, .target, .total,
      .guards, .mission, .vision:
      keyword?.rawValue ?? (self == .id ? "id" : "title")
    }
  }
}

// What is said to somebody who has to think of an answer.
extension Property {
  /// What is asked or an example, as long as nothing is typed.
  func question(in form: Form) -> String {
    switch self {
    case .title: form.titleQuestion
    case .id: "a short word, if others are to refer to it"
    case .owner: "who answers for it?"
    case .team: "the team it belongs to"
    case .with: "who contributes: Support, Design"
    case .cycle: "by when? 2026-Q4, 2026-H2, 2026-11"
    case .kind: "committed, aspirational or learning"
    case .supports: "the id of the objective that it serves"
    case .weight: "its share in means; 1 if nothing is said"
    case .every: "how often a number is due: week, 2 weeks, month"
    case .privacy: "yes: masked on the wall and in exports"
    case .measure: "from what to what? from 32 to 50 points"
    case .measured: "the id of a KPI that its numbers come from"
    case .start, .due: "a date, if it is not the cycle's"
    case .unit: "%, points, ms, €"
    case .healthy: "green: 99.9 .. or 10 .. 20"
    case .tolerable: "amber: 99.5 .."
    case .target: "400 by 2026-12-31"
    case .total: "last, sum per week, mean per month"
    case .guards: "the id of an objective it watches over"
    case .board: "what is this board called?"
    case .mission: "what for?"
    case .vision: "where does it lead?"
    case .limitOfObjectives: "how many in a cycle are enough: 5"
    case .limitOfKeyResults: "how many in an objective are enough: 5"
    case .limitOfKPIs: "how many on the board are enough: 12"
    case .keyResult: "how would we notice?"
    case .oldName: "as it is now"
    case .newName: "as it is to be from now on"
    case .milestones: "steps instead: 2026-12-01 Live; All have tried it"
    case .firstCheckIn: "where is it now? 34, or 34 6 what we saw"
    case .under: "the objective that it measures"
    case .cycleName: "one word: Sprint-12, Season"
    case .cycleStart: "a date: 2027-01-04"
    case .cycleEnd: "a date: 2027-01-17"
    }
  }

  /// A word of advice; empty where none is needed.
  func advice(in form: Form) -> String {
    switch self {
    case .title where form.kind == .objective:
      "An outcome, not a task, and no number in it: numbers belong into key "
        + "results. Ambitious, and few: three objectives are plenty."
    case .title where form.kind == .keyResult, .keyResult:
      "What will be different and can be counted, not what will be done."
    case .title where form.kind == .kpi:
      "A number that says whether the ship is sound on the way."
    case .measure:
      "from 32 to 50 points counts up or down; keep above 99 % holds a number. "
        + "Left empty, it is measured by a KPI or by milestones, which a adds."
    case .owner: "One person who answers for it, not who does all the work."
    case .cycle:
      "2026, 2026-H2, 2026-Q4, 2026-11 and 2026-W48 speak for themselves."
    case .kind:
      "committed counts as reached at 1.0, aspirational at 0.7, learning when "
        + "something was learned."
    case .healthy:
      "Inside it is green, inside tolerable amber, else red. Without a range or "
        + "a target it says nothing."
    case .id: "A new id changes wherever the old one stands."
    case .supports, .guards: "Several are separated by commas."
    case .milestones: "Several are separated by semicolons, each with its date."
    case .firstCheckIn:
      "Its first check-in. Without one it is stale at once where its cycle began "
        + "long ago."
    case .under: "The id or the title of another objective moves it there."
    case .cycleName: Property.cycle.advice(in: form)
    case .total: "How the readings of a period become its one number."
    case .title, .team, .with, .weight, .every, .privacy, .measured, .start,
      .due, .unit, .tolerable, .target, .board, .mission, .vision,
      .limitOfObjectives, .limitOfKeyResults, .limitOfKPIs, .oldName, .newName,
      .cycleStart, .cycleEnd:
      ""
    }
  }
}

extension Form {
  fileprivate var titleQuestion: String {
    switch kind {
    case .objective: "what changes if we get there?"
    case .keyResult: "how would we notice?"
    case .kpi: "which number?"
    case .file, .meeting, .nothing: ""
    }
  }
}
