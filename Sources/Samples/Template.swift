import Goals

/// A board to begin with.
package enum Template: String, CaseIterable, Hashable, Sendable {
  case company, team, person, operations, empty

  /// What it is for, in a line.
  package var sentence: String {
    switch self {
    case .company:
      return "a year's objective, what each team does for it, a few KPIs"
    case .team:
      return "two objectives for the quarter, two KPIs, a weekly meeting"
    case .person: return "what should be different for yourself this quarter"
    case .operations:
      return "the numbers of a service that has to run, and one objective"
    case .empty:
      return "a title and this quarter; it asks for the first objective"
    }
  }
}

/// A new board from a template, with the cycle that holds `today`, in UTF-8.
///
/// - Parameter title: what a board without an example in it is called: one line.
package func newBoard(
  _ template: Template, titled title: String = "Our board", on today: Day
) -> [UInt8] {
  let bytes =
    switch template {
    case .company: PackageResources.company_okr
    case .team: PackageResources.team_okr
    case .person: PackageResources.person_okr
    case .operations: PackageResources.operations_okr
    case .empty:
      Array(
        String(decoding: PackageResources.empty_okr, as: UTF8.self)
          .replacing("{title}", with: title).utf8)
    }
  return dated(bytes, on: today)
}
