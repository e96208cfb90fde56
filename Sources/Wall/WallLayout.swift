import Canvas
import Goals

/// What stands where on the pages of a wall.
///
/// It follows from the board as it stands, the room there is and what was asked
/// for, and from nothing else.
struct WallLayout: Hashable, Sendable {
  /// At least one, which may be empty.
  private(set) var pages: [WallPage] = []
  /// The ids that were asked for and are not on the board.
  private(set) var strangers: [ID] = []

  init() {
    pages = [WallPage()]
  }

  init(
    of scene: Scene, _ subjects: [WallSubject], in body: Rect, _ glyphs: Glyphs
  ) {
    if !body.isEmpty {
      for group in groups(scene, subjects) {
        pages += Paging(scene, body, glyphs).pages(of: group)
      }
    }
    if pages.isEmpty { pages = [WallPage()] }
  }

  /// What stands together on a page if it has room there.
  private mutating func groups(
    _ scene: Scene, _ subjects: [WallSubject]
  ) -> [[Section]] {
    let objectives = Section(
      .objectives, scene.objectives.map { .objective($0) }, scene)
    let kpis = Section(
      .singles, scene.board.kpis.indices.map { .kpi($0) }, scene)
    if subjects.isEmpty { return [[objectives, kpis]] }
    return subjects.compactMap { subject in
      switch subject {
      case .objectives: return [objectives]
      case .kpis: return [kpis]
      case .thing(let id):
        guard let thing = scene.board.things[id] else {
          strangers.append(id)
          return nil
        }
        return WallLayout.sections(about: thing, scene)
      }
    }
  }

  /// One thing alone, an objective with its key results beside it.
  private static func sections(about thing: Thing, _ scene: Scene) -> [Section]
  {
    let alone = Section(.singles, [thing], scene)
    guard case .objective(let index) = thing else { return [alone] }
    let keyResults = scene.board.objectives[index].keyResults
    return [
      alone, Section(.singles, keyResults.map { .keyResult($0) }, scene),
    ]
  }
}

/// What stands on one page of a wall.
struct WallPage: Hashable, Sendable {
  var panels: [Panel] = []
  /// Where thin lines lie between two sections.
  var rules: [Rect] = []

  var things: [Thing] { panels.map(\.thing) }
}

/// The place of one thing on a page.
struct Panel: Hashable, Sendable {
  let thing: Thing
  let rect: Rect
  let form: PanelForm
  /// The cells for the number, the same for all that stand below each other.
  let number: Int
  /// The cells that titles would like to have in lines, the same in that way.
  let title: Int
  /// The lines of the number and what stands beside it.
  let body: Int
}
