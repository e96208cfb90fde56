import Canvas
import Goals

/// The details of things as they were drawn, for a screen that stays the same.
///
/// They are drawn anew when the board or the room for them changes.
struct DetailPictures: Sendable {
  private struct Key: Hashable {
    let revision: Int
    let height: Int
    let width: Int
  }

  private var key: Key?
  private var pictures: [Thing: Canvas] = [:]

  /// Keeps pictures of that board and that room alone.
  fileprivate mutating func begin(revision: Int, _ room: Rect) {
    let key = Key(revision: revision, height: room.height, width: room.width)
    if self.key != key || pictures.count > 200 { pictures = [:] }
    self.key = key
  }

  /// The picture of a thing for a room of that size, if it is kept.
  func picture(of thing: Thing, in room: Rect) -> Canvas? {
    guard let picture = pictures[thing], picture.height == room.height,
      picture.width == room.width
    else { return nil }
    return picture
  }

  fileprivate func isMissing(_ thing: Thing) -> Bool { pictures[thing] == nil }

  fileprivate mutating func keep(_ picture: Canvas, of thing: Thing) {
    pictures[thing] = picture
  }
}

extension Session {
  /// Draws what the next key most likely asks for, while nobody waits: the
  /// details of what lies beside the selection.
  mutating func prepare() {
    guard showsBoard else { return }
    let (list, selected): ([Thing], Int) =
      switch trail.board.pane {
      case .objectives: (rows, trail.board.objectives.selected)
      case .kpis:
        (
          outlook.board.kpis.indices.map { .kpi($0) },
          trail.board.kpis.selected
        )
      }
    for index in [selected + 1, selected - 1] where list.indices.contains(index)
    {
      rememberDetail(of: list[index])
    }
  }

  mutating func rememberDetail(of thing: Thing) {
    let room = boardLayout(in: bounds).detail
    details.begin(revision: revision, room)
    guard details.isMissing(thing), room.height >= 2 else { return }
    var canvas = Canvas(
      width: room.width, height: room.height, glyphs: glyphs)
    DetailView(outlook: outlook, thing: thing, history: history).draw(
      into: &canvas, in: canvas.bounds)
    details.keep(canvas, of: thing)
  }
}
