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
  /// What the pages follow from; `nil` for none.
  private var basis: Basis?
  private var titles = TitleSizes()

  /// All that decides on pages.
  private struct Basis: Hashable, Sendable {
    let groups: [[Section]]
    /// How much attention each thing of each section asks for.
    let ranks: [[[Int]]]
    let body: Rect
    let glyphs: Glyphs

    init(
      _ groups: [[Section]], _ scene: Scene, _ body: Rect, _ glyphs: Glyphs
    ) {
      self.groups = groups
      ranks = groups.map { $0.map { $0.things.map(scene.rank) } }
      self.body = body
      self.glyphs = glyphs
    }
  }

  init() {
    pages = [WallPage()]
  }

  /// - Parameter last: where things stood before, which often is where they
  ///   stay.
  init(
    of scene: Scene, _ subjects: [WallSubject], in body: Rect, _ glyphs: Glyphs,
    after last: WallLayout
  ) {
    titles = TitleSizes(after: last.titles)
    if !body.isEmpty {
      let groups = groups(scene, subjects)
      let basis = Basis(groups, scene, body, glyphs)
      pages =
        basis == last.basis
        ? last.pages
        : groups.flatMap { Paging(scene, body, glyphs).pages(of: $0) }
      self.basis = basis
    }
    titles.forgetEarlier()
    if pages.isEmpty { pages = [WallPage()] }
  }

  /// What stands together on a page if it has room there.
  private mutating func groups(
    _ scene: Scene, _ subjects: [WallSubject]
  ) -> [[Section]] {
    let objectives = Section(
      .objectives, scene.objectives.map { .objective($0) }, scene,
      measuring: &titles)
    let kpis = Section(
      .singles, scene.board.kpis.indices.map { .kpi($0) }, scene,
      measuring: &titles)
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
        return sections(about: thing, scene)
      }
    }
  }

  /// One thing alone, an objective with its key results beside it.
  private mutating func sections(
    about thing: Thing, _ scene: Scene
  ) -> [Section] {
    let alone = Section(.singles, [thing], scene, measuring: &titles)
    guard case .objective(let index) = thing else { return [alone] }
    let keyResults = scene.board.objectives[index].keyResults
    return [
      alone,
      Section(
        .singles, keyResults.map { .keyResult($0) }, scene, measuring: &titles),
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
