import GoalFile
import Goals

/// A board as JSON, for other programs.
package struct ShowReport {
  private let document: Document
  private let standing: Standing
  private let selection: Selection
  /// Why the file cannot be read any more, where this is what it held before.
  package var failure: String?

  private var board: Board { document.board }

  package init(of document: Document, at now: Now, _ selection: Selection) {
    self.document = document
    self.standing = Goals.standing(of: document.board, at: now)
    self.selection = selection
  }

  package var json: JSON {
    let complaints = document.complaints(standing)
    let wrong = complaints.count { $0.severity == .error }
    let failures = failure.map { [failed($0)] } ?? []
    return .object([
      ("board", JSON(board.title)),
      ("asOf", .string(standing.now.description)),
      ("errors", .integer(wrong + failures.count)),
      ("warnings", .integer(complaints.count - wrong)),
      ("cycles", .array(standing.cycles.map(cycle))),
      ("objectives", .array(objectives)),
      ("kpis", .array(kpis)),
      ("meetings", .array(meetings)),
      ("diagnostics", .array(failures + complaints.map(diagnostic))),
    ])
  }

  private func cycle(_ standing: CycleStanding) -> JSON {
    .object([
      ("name", .string(standing.cycle.name)),
      ("start", .string(standing.cycle.start.description)),
      ("end", .string(standing.cycle.end.description)),
      ("elapsed", .number(standing.elapsed)),
      ("progress", JSON(standing.progress)),
      ("expected", JSON(standing.expected)),
      ("objectives", .integer(standing.objectives.count)),
    ])
  }

  private var objectives: [JSON] {
    board.objectives.indices
      .filter { selection.includes(board.objectives[$0], in: board) }
      .map(objective)
  }

  private func objective(_ index: Int) -> JSON {
    let objective = board.objectives[index]
    let pace = standing.objectives[index].pace
    let mask = mask(objective.isPrivate)
    return .object(
      [
        ("id", JSON(objective.id?.text)),
        ("title", mask.text(objective.title)),
        ("line", .integer(objective.line)),
        ("owner", mask.text(objective.owner)),
        ("team", mask.text(objective.team)),
        ("contributors", .array(objective.contributors.map(mask.text))),
        ("cycle", JSON(objective.cycle)),
        ("kind", .string((objective.kind ?? .aspirational).rawValue)),
        ("weight", .number(objective.weight ?? 1)),
        ("private", .bool(objective.isPrivate)),
        ("supports", ids(of: objective.parents)),
      ] + pacing(pace, mask) + [
        ("closed", closing(pace.closing, mask)),
        ("keyResults", .array(objective.keyResults.map(keyResult))),
        ("actions", actions(objective.actions, mask)),
      ])
  }

  private func pacing(
    _ pace: Pace, _ mask: Mask
  ) -> [(key: String, value: JSON)] {
    [
      ("progress", JSON(pace.progress)),
      ("expected", JSON(pace.expected)),
      ("gap", JSON(pace.gap)),
      ("status", .string(pace.status.rawValue)),
      ("reason", mask.text(pace.reason.words)),
      ("confidence", mask.number(pace.confidence)),
      ("confidenceChange", mask.number(pace.confidenceChange)),
      ("lastCheckIn", JSON(pace.lastCheckIn?.description)),
    ]
  }

  private func keyResult(_ index: Int) -> JSON {
    let keyResult = board.keyResults[index]
    let standing = standing.keyResults[index]
    let isPrivate = board.isPrivate(.keyResult(index))
    let mask = mask(isPrivate)
    let numbers = self.mask(board.hasPrivateNumbers(.keyResult(index)))
    return .object(
      [
        ("id", JSON(keyResult.id?.text)),
        ("title", mask.text(keyResult.title)),
        ("line", .integer(keyResult.line)),
        ("owner", mask.text(keyResult.owner)),
        ("weight", .number(keyResult.weight ?? 1)),
        ("private", .bool(isPrivate)),
        ("measure", JSON(keyResult.measure?.name)),
        ("kpi", JSON(keyResult.kpi.flatMap { board.kpis[$0].id?.text })),
        ("start", JSON(standing.window.start?.day.description)),
        ("due", JSON(standing.window.due?.day.description)),
        ("from", numbers.number(standing.from)),
        ("to", numbers.number(standing.to)),
        ("unit", mask.text(keyResult.unit)),
        ("original", original(standing.original, numbers)),
        ("value", numbers.number(standing.value)),
      ] + pacing(standing.pace, mask) + [
        ("readings", .integer(standing.readings)),
        ("closed", closing(standing.pace.closing, mask)),
        ("forecast", forecast(index, numbers)),
        (
          "milestones", .array(keyResult.milestones.map { milestone($0, mask) })
        ),
        ("actions", actions(keyResult.actions, mask)),
      ])
  }

  private func original(
    _ original: KeyResultStanding.Original?, _ mask: Mask
  ) -> JSON {
    guard let original else { return .null }
    return .object([
      ("from", mask.number(original.from)),
      ("to", mask.number(original.to)),
      ("progress", JSON(original.progress)),
    ])
  }

  private func forecast(_ index: Int, _ mask: Mask) -> JSON {
    guard
      let forecast = board.forecast(
        ofKeyResult: index, standing.keyResults[index], at: standing.now)
    else { return .null }
    let arrives = forecast.arrives?.description
    return .object([
      ("needed", mask.number(forecast.needed)),
      ("recent", mask.number(forecast.recent)),
      ("landing", mask.number(forecast.landing?.value)),
      ("low", mask.number(forecast.landing?.low)),
      ("high", mask.number(forecast.landing?.high)),
      ("arrives", mask.text(arrives)),
    ])
  }

  private func milestone(
    _ milestone: KeyResult.Milestone, _ mask: Mask
  ) -> JSON {
    let box = milestone.box.known(at: standing.now)
    return .object([
      ("done", .bool(box.isDone)),
      ("on", JSON(box.moment?.description)),
      ("due", JSON(milestone.due?.description)),
      ("text", mask.text(milestone.text)),
    ])
  }

  private func closing(_ closing: Closing?, _ mask: Mask) -> JSON {
    guard let closing else { return .null }
    return .object([
      ("date", .string(closing.moment.description)),
      ("score", mask.number(closing.score)),
      ("then", JSON(closing.next?.rawValue)),
      ("note", mask.text(closing.note.isEmpty ? nil : closing.note)),
    ])
  }

  private func actions(_ actions: [Action], _ mask: Mask) -> JSON {
    .array(
      actions.map { action in
        let box = action.box.known(at: standing.now)
        return .object([
          ("done", .bool(box.isDone)),
          ("on", JSON(box.moment?.description)),
          ("due", JSON(action.due?.description)),
          ("who", mask.text(action.person)),
          ("text", mask.text(action.text)),
        ])
      })
  }

  /// The ids of these objectives, which have one since something refers to
  /// them.
  private func ids(of objectives: [Int]) -> JSON {
    .array(objectives.map { JSON(board.objectives[$0].id?.text) })
  }

  private func mask(_ isPrivate: Bool) -> Mask {
    isPrivate && selection.privacy == .masked ? .on : .off
  }
}

// MARK: - KPIs, meetings, diagnostics

extension ShowReport {
  private var kpis: [JSON] {
    board.kpis.indices.filter { selection.includes(board.kpis[$0]) }.map(kpi)
  }

  private func kpi(_ index: Int) -> JSON {
    let kpi = board.kpis[index]
    let standing = standing.kpis[index]
    let mask = mask(kpi.isPrivate)
    return .object([
      ("id", JSON(kpi.id?.text)),
      ("title", mask.text(kpi.title)),
      ("line", .integer(kpi.line)),
      ("owner", mask.text(kpi.owner)),
      ("team", mask.text(kpi.team)),
      ("unit", mask.text(kpi.unit)),
      ("private", .bool(kpi.isPrivate)),
      ("value", mask.number(standing.value)),
      ("previous", mask.number(standing.previous)),
      ("soFar", mask.number(standing.soFar)),
      ("change", mask.number(standing.change)),
      ("changePercent", mask.number(standing.changePercent)),
      ("verdict", .string(standing.verdict.rawValue)),
      ("reason", mask.text(standing.reason)),
      ("healthy", bounds(kpi.healthy, mask)),
      ("tolerable", bounds(kpi.tolerable, mask)),
      ("target", target(kpi.target, mask)),
      ("guards", ids(of: kpi.guarded)),
      ("last", JSON(standing.last?.description)),
      ("readings", .integer(standing.readings)),
      ("limits", limits(standing.limits, mask)),
      (
        "signal",
        mask.text(standing.limits.map { $0.signal?.rawValue ?? "none" })
      ),
    ])
  }

  private func bounds(_ bounds: Bounds?, _ mask: Mask) -> JSON {
    guard let bounds else { return .null }
    return .object([
      ("from", mask.number(bounds.from)), ("to", mask.number(bounds.to)),
    ])
  }

  private func limits(_ limits: NaturalLimits?, _ mask: Mask) -> JSON {
    guard let limits else { return .null }
    return .object([
      ("mean", mask.number(limits.mean)),
      ("lower", mask.number(limits.lower)),
      ("upper", mask.number(limits.upper)),
    ])
  }

  private func target(_ target: KPI.Target?, _ mask: Mask) -> JSON {
    guard let target else { return .null }
    return .object([
      ("value", mask.number(target.value)),
      ("by", JSON(target.by?.description)),
    ])
  }

  private var meetings: [JSON] {
    board.meetings.filter { standing.now.knows($0.moment) }.map { meeting in
      .object([
        ("date", .string(meeting.moment.description)),
        ("title", .string(meeting.title)),
        ("people", .array(meeting.people.map(JSON.string))),
        ("decisions", .array(meeting.decisions.map(JSON.string))),
        ("blockers", .array(meeting.blockers.map(JSON.string))),
        ("parked", .array(meeting.parked.map(JSON.string))),
        ("actions", actions(meeting.actions, .off)),
        ("next", JSON(meeting.next?.description)),
      ])
    }
  }

  /// A complaint about the file as such, which has no place in it.
  private func failed(_ reason: String) -> JSON {
    .object([
      ("line", .null),
      ("column", .null),
      ("severity", .string(Diagnostic.Severity.error.rawValue)),
      ("code", .string("unreadable")),
      ("message", .string(reason)),
    ])
  }

  private func diagnostic(_ diagnostic: Diagnostic) -> JSON {
    let isPrivate = document.isPrivate(at: diagnostic.range.lowerBound)
    return .object([
      ("line", .integer(diagnostic.line)),
      ("column", .integer(diagnostic.column)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("code", .string(diagnostic.code.rawValue)),
      ("message", mask(isPrivate).text(diagnostic.message)),
    ])
  }
}

/// What stands in place of what is private.
private enum Mask {
  case on, off

  func text(_ text: String?) -> JSON {
    guard let text else { return .null }
    return .string(self == .on ? Privacy.mask : text)
  }

  func number(_ number: Double?) -> JSON {
    self == .on ? text(number.map { _ in "" }) : JSON(number)
  }

  func number(_ number: Int?) -> JSON {
    self == .on ? text(number.map { _ in "" }) : JSON(number)
  }
}

extension KeyResult.Measure {
  /// Its name in JSON.
  fileprivate var name: String {
    switch self {
    case .range: return "range"
    case .keep: return "keep"
    case .milestones: return "milestones"
    }
  }
}
