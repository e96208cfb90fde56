import Canvas
import Goals

/// What stands where on the pages of a wall.
struct WallLayout: Hashable, Sendable {
  /// At least one, which may be empty.
  private(set) var pages: [WallPage] = [WallPage()]
  /// The ids that were asked for and are not on the board.
  private(set) var strangers: [ID] = []

  init() {}

  init(
    of scene: Scene, _ subjects: [WallSubject], width: Int, height: Int,
    _ glyphs: Glyphs
  ) {
    let body = Rect(row: 2, column: 0, height: height - 4, width: width)
    let things = things(scene, subjects)
    guard body.height > 0, !things.isEmpty else { return }
    pages = stride(from: 0, to: things.count, by: body.height).map { start in
      var page = WallPage()
      for (row, thing) in things[start...].prefix(body.height).enumerated() {
        page.panels.append(Panel(thing: thing, rect: body.line(row)))
      }
      return page
    }
  }

  private mutating func things(
    _ scene: Scene, _ subjects: [WallSubject]
  ) -> [Thing] {
    let board = scene.board
    let wanted = subjects.isEmpty ? [.objectives, .kpis] : subjects
    return wanted.flatMap { subject -> [Thing] in
      switch subject {
      case .objectives:
        return board.objectives.indices.map { .objective($0) }
      case .kpis: return board.kpis.indices.map { .kpi($0) }
      case .thing(let id):
        if let thing = board.things[id] { return [thing] }
        strangers.append(id)
        return []
      }
    }
  }

  /// The page on which `thing` stands, else one that exists, as near to `page`
  /// as there is.
  func place(of thing: Thing?, else page: Int) -> Int {
    if let thing,
      let place = pages.firstIndex(where: { $0.things.contains(thing) })
    {
      return place
    }
    return page < pages.count ? page : 0
  }
}

/// What stands on one page of a wall.
struct WallPage: Hashable, Sendable {
  var panels: [Panel] = []

  var things: [Thing] { panels.map(\.thing) }
  /// What the page is known by while the board changes.
  var anchor: Thing? { panels.first?.thing }
}

/// The place of one thing on a page.
struct Panel: Hashable, Sendable {
  let thing: Thing
  let rect: Rect
}
