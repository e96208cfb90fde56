import Canvas
import Goals

/// One thing in one line: what it is, its picture, its number, its state.
///
/// In two lines what it is stands alone on the first.
struct LineView {
  let scene: Scene
  let thing: Thing
  /// The cells of the number.
  let number: Int
  /// The cells that the longest of the titles below each other would take.
  let title: Int
  /// What is to be said of what stands nowhere else, the longest words first.
  let note: [String]
  private let role: Role
  /// How old a late number is.
  private let late: String?

  init(
    scene: Scene, thing: Thing, number: Int, title: Int, note: [String] = []
  ) {
    self.scene = scene
    self.thing = thing
    self.number = number
    self.title = title
    self.note = note
    role = scene.role(of: thing)
    late = scene.lateness(of: thing)
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let isFolded = rect.height > 1
    let places = LinePlaces(
      isFolded ? rect.line(1) : rect, number: number,
      title: isFolded ? 0 : title, share: shareOfTitle, state: stateColumns,
      note: note)
    canvas.set(
      canvas.glyphs.shape(of: role), row: rect.row, column: rect.column,
      style: Style(role))
    canvas.put(
      scene.title(of: thing),
      in: isFolded ? rect.line(0).dropping(left: 2) : places.title,
      style: Style(
        scene.isMarked(thing) ? .notice : isHead ? .title : .text,
        isHead ? .bold : []))
    drawNumber(into: &canvas, in: places.number)
    drawState(into: &canvas, in: places.state)
    if let note = places.noteWords {
      canvas.put(note, in: places.note, style: Style(.offTrack))
    }
    if let words = scene.wayWords(thing, canvas.glyphs) {
      canvas.put(
        words, in: places.way.dropping(right: 1), style: .faint)
    } else {
      let facts = scene.changeWords(thing) ?? scene.gapWords(thing) ?? ""
      canvas.put(facts, in: places.way, style: .faint)
    }
    drawPicture(into: &canvas, in: places.picture)
  }

  /// How many twentieths of the room for title and picture the title may take;
  /// all of it where there is nothing to draw.
  private var shareOfTitle: Int {
    guard let pace = scene.pace(of: thing) else { return 13 }
    return pace.progress == nil ? 20 : 13
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

  /// The word, since when and how old the number is where that is late; the age
  /// is said even where the word has no room.
  private func drawState(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let word = scene.banner(for: thing)
    let wordRoom =
      shortLate.map { displayCells(of: $0) + 1 } ?? 0
    let style =
      role == .stale
      ? Style(.stale, .reverse)
      : Style(role, scene.isTroubled(thing) ? .bold : [])
    let used = canvas.put(
      word, in: rect.dropping(right: wordRoom), style: style)
    let room = rect.dropping(left: used > 0 ? used + 1 : 0)
    let words = moreWords.first { displayCells(of: $0) <= room.width }
    canvas.put(
      words ?? "", in: room, style: role == .stale ? .stale : .faint)
  }

  /// What may stand behind the word, the longest first.
  private var moreWords: [String] {
    let since = scene.redWords(thing)
    guard let late, let shortLate else {
      return [since].compactMap(\.self)
    }
    return [since.map { "\($0), \(late)" }, late, shortLate].compactMap(\.self)
  }

  /// How old a late number is, in the fewest cells: `29d`.
  private var shortLate: String? {
    late?.filter { $0 != " " }
  }

  private var stateColumns: StateColumns {
    let late = shortLate.map { displayCells(of: $0) }
    let word = role == .stale ? 5 : 0
    return StateColumns(
      least: late.map { word > 0 ? word + 1 + $0 : $0 } ?? word,
      wide: scene.redSince.isEmpty ? 17 : 24)
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

/// The cells that the state of a line takes.
private struct StateColumns {
  /// Where there is all but no room.
  let least: Int
  /// Where there is much.
  let wide: Int
}

/// Where the parts of a line lie; those that have no room are empty.
private struct LinePlaces {
  let title: Rect
  let way: Rect
  let picture: Rect
  let number: Rect
  let state: Rect
  let note: Rect
  /// The longest of the notes that has room.
  let noteWords: String?

  init(
    _ rect: Rect, number width: Int, title wanted: Int, share: Int,
    state columns: StateColumns, note notes: [String]
  ) {
    var rest = rect.line(0).dropping(left: 2)
    var state = rest.split(left: 0).left
    // The word gives way before the title is nothing.
    if rest.width >= width + 12 + 8 {
      let cells =
        rest.width >= 70 ? columns.wide : rest.width >= 40 ? 17 : 12
      (rest, state) = rest.split(right: cells)
    }
    state = state.dropping(left: 2)
    (rest, number) = rest.split(right: min(width, rest.width))
    // That a number is stale, and how old it is, is said in any case.
    if state.isEmpty, columns.least > 0 {
      let most = max(6, rest.width - 4)
      (rest, state) = rest.split(
        right: min(columns.least + 1, most, rest.width))
      state = state.dropping(right: state.width > columns.least ? 1 : 0)
    }
    self.state = state
    noteWords = notes.first { displayCells(of: $0) + 2 + 14 <= rest.width }
    let noteCells = noteWords.map { displayCells(of: $0) + 2 } ?? 0
    (rest, note) = rest.split(right: noteCells)
    let room = rest.width
    // Words come before a picture, but in a wide line that has its share.
    let most = room >= 30 ? room * share / 20 : room
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
