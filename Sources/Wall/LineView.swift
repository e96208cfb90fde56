import Canvas
import Goals

/// One thing in one line: what it is, its picture, its number, its state.
struct LineView {
  let scene: Scene
  let thing: Thing
  /// The cells of the number.
  let number: Int
  /// The cells that the longest of the titles below each other would take.
  let title: Int

  private var role: Role { scene.role(of: thing) }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let places = LinePlaces(
      rect, number: number, title: title, role)
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row, column: rect.column,
      style: Style(role))
    canvas.put(
      scene.title(of: thing), in: places.title,
      style: Style(
        scene.isMarked(thing) ? .notice : isHead ? .title : .text,
        isHead ? .bold : []))
    drawNumber(into: &canvas, in: places.number)
    drawState(into: &canvas, in: places.state)
    if let words = scene.wayWords(thing, canvas.glyphs) {
      canvas.put(
        words, in: places.way.dropping(right: 1), style: .faint)
    } else {
      let facts = scene.changeWords(thing) ?? scene.gapWords(thing) ?? ""
      canvas.put(facts, in: places.way, style: .faint)
    }
    drawPicture(into: &canvas, in: places.picture)
  }

  private var isHead: Bool {
    if case .keyResult = thing { return false }
    return true
  }

  private func drawNumber(into canvas: inout Canvas, in rect: Rect) {
    canvas.put(
      scene.headline(of: thing), in: rect, .right,
      style: Style(scene.isTroubled(thing) ? role : .text, .bold))
  }

  /// The word, and how old the number is where that is late.
  private func drawState(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let late = scene.lateness(of: thing)
    if role == .stale {
      let used = canvas.put("STALE", in: rect, style: Style(.stale, .reverse))
      canvas.put(
        late ?? "", in: rect.dropping(left: used + 1), style: .stale)
      return
    }
    let word = scene.banner(for: thing)
    let used = canvas.put(
      word, in: rect,
      style: Style(role, scene.isTroubled(thing) ? .bold : []))
    let room = rect.dropping(left: used + 1)
    if let late, displayCells(of: late) <= room.width {
      canvas.put(late, in: room, style: .faint)
    }
  }

  private func drawPicture(into canvas: inout Canvas, in rect: Rect) {
    guard rect.width >= 4 else { return }
    if let pace = scene.pace(of: thing) {
      return Bar(pace.progress, expected: pace.expected, role: role).draw(
        into: &canvas, in: rect)
    }
    HistoryView(scene: scene, thing: thing).draw(into: &canvas, in: rect)
  }
}

/// Where the parts of a line lie; those that have no room are empty.
private struct LinePlaces {
  let title: Rect
  let way: Rect
  let picture: Rect
  let number: Rect
  let state: Rect

  init(
    _ rect: Rect, number width: Int, title wanted: Int, _ role: Role
  ) {
    var rest = rect.line(0).dropping(left: 2)
    var state = rest.split(left: 0).left
    // The word gives way before the title is nothing.
    if rest.width >= width + 12 + 8 {
      (rest, state) = rest.split(right: rest.width >= 40 ? 17 : 12)
    }
    state = state.dropping(left: 2)
    (rest, number) = rest.split(right: min(width, rest.width))
    // That a number is stale is said in any case.
    if state.isEmpty, role == .stale {
      (rest, state) = rest.split(right: min(6, rest.width))
    }
    self.state = state
    let room = rest.width
    // Words come before a picture, but in a wide line that has its share.
    let most = room >= 30 ? room * 13 / 20 : room
    let title = min(wanted + 2, most)
    var picture = rest.dropping(left: title)
    var way = picture.split(left: 0).left
    if picture.width >= 36 {
      (way, picture) = picture.split(left: 20)
    }
    self.title = rest.split(left: title).left.dropping(right: 1)
    self.way = way
    self.picture = picture.dropping(right: 1)
  }
}
