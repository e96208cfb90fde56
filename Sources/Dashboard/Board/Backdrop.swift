import Canvas
import Goals

/// The board screen without what is selected: what stays from one key to the
/// next.
///
/// It is kept between frames, since most steps change two lines and the detail
/// alone. It is always what drawing anew would give.
struct Backdrop: Sendable {
  /// All that it depends on.
  fileprivate struct Key: Hashable {
    let revision: Int
    let name: String
    let width: Int
    let height: Int
    let layout: BoardLayout
    let objectives: Int
    let kpis: Int
    let sought: String
  }

  fileprivate let key: Key
  let canvas: Canvas
}

extension Session {
  /// The picture below the selection: the kept one where it is still true.
  ///
  /// Every event ends in keeping it, so that it is true for the size it has.
  func backdrop(width: Int, height: Int) -> Canvas {
    if let backdrop, backdrop.key.width == width, backdrop.key.height == height
    {
      return backdrop.canvas
    }
    return drawnBackdrop(width, height)
  }

  /// Whether the kept one is what the next frame begins with.
  var keepsBackdrop: Bool {
    showsBoard && backdrop?.key == backdropKey(size.width, size.height)
  }

  /// Keeps what the next frame begins with.
  mutating func rememberBackdrop() {
    guard showsBoard else {
      backdrop = nil
      return
    }
    backdrop = Backdrop(
      key: backdropKey(size.width, size.height),
      canvas: drawnBackdrop(size.width, size.height))
  }

  /// Whether the board is seen, and as it is without anything being typed.
  var showsBoard: Bool {
    trail.pages.isEmpty && mode == .browsing
      && !outlook.isEmpty && size.height > 1
  }

  private func backdropKey(_ width: Int, _ height: Int) -> Backdrop.Key {
    Backdrop.Key(
      revision: revision, name: name, width: width, height: height,
      layout: boardLayout(
        in: Rect(row: 0, column: 0, height: height, width: width)),
      objectives: trail.board.objectives.top, kpis: trail.board.kpis.top,
      sought: soughtText)
  }

  private func drawnBackdrop(_ width: Int, _ height: Int) -> Canvas {
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    guard !canvas.bounds.isEmpty else { return canvas }
    drawFrame(into: &canvas)
    BoardView(self).drawBackdrop(into: &canvas, in: canvas.bounds)
    return canvas
  }
}
