import Canvas
import GoalFile
import Goals

/// A wall: a board on a screen that nobody sits at.
///
/// It is given what happens and when, in local time, and has a picture at any
/// moment. What it cannot read it does not show: the last good board stays, and
/// the picture says why.
package struct Display: Sendable {
  /// The name of the file, as it was asked for.
  package let name: String
  package let options: WallOptions
  package let glyphs: Glyphs
  package private(set) var now: Now
  private(set) var width: Int
  private(set) var height: Int
  /// The file that is shown; `nil` before one could be read.
  private(set) var shown: ShownFile?
  private(set) var trouble: Trouble?
  /// What is drawn, by the board and `now`.
  private(set) var scene: Scene
  /// The file that the scene is of.
  private var document: Document?
  /// How things on the page were drawn last, as far as they still look so.
  var drawn: [DrawnPanel] = []
  /// What a change of the file made useless, until somebody has time to clear it
  /// away.
  private var retired: (scene: Scene, document: Document?)?
  private(set) var layout = WallLayout()
  /// The page that is shown, by its place in `layout.pages`.
  private(set) var page = 0
  /// What the page that is shown is known by while the board and the room
  /// change; `nil` for an empty one.
  package private(set) var anchor: ThingName?

  /// A wall before its file was read.
  package init(
    name: String, now: Now, width: Int, height: Int,
    options: WallOptions = WallOptions(), glyphs: Glyphs = .unicode
  ) {
    self.name = name
    self.now = now
    self.width = width
    self.height = height
    self.options = options
    self.glyphs = glyphs
    scene = Scene(Board(), at: now)
    arrange()
  }

  /// A wall with its file as it is.
  ///
  /// - Parameter written: when it was written last, local time.
  package init(
    name: String, bytes: [UInt8], written: Moment, now: Now, width: Int,
    height: Int, options: WallOptions = WallOptions(),
    glyphs: Glyphs = .unicode
  ) {
    self.init(
      name: name, now: now, width: width, height: height, options: options,
      glyphs: glyphs)
    update(.changed(bytes, written: written), at: now)
  }

  /// Clears away what nothing shows any more: to be called once the picture has
  /// been sent, which should not wait for it.
  package mutating func tidyUp() {
    retired = nil
  }

  /// What of a picture may have become another.
  package enum Renewal: Hashable, Sendable {
    /// The clock alone, as it is in `clock`.
    case clock
    case whole
  }

  /// Takes note of what happened at `now`.
  @discardableResult
  package mutating func update(_ event: WallEvent, at now: Now) -> Renewal {
    let before = self.now
    self.now = now
    if event.leavesBoard {
      let isSteady = keepUp()
      if isSteady, event == .time { return renewal(since: before) }
      drawn = []
    }
    switch event {
    case .time: break
    case .changed(let bytes, let written): read(bytes, written)
    case .written(let written): note(written)
    case .marksOver: scene.forgetMarks()
    case .lost(let loss): trouble = Trouble(loss, since: trouble, at: now)
    case .resized(let width, let height):
      self.width = width
      self.height = height
    case .turn: page += 1
    }
    if event == .turn {
      page = page < layout.pages.count ? page : 0
      anchor = anchorOfPage
    } else {
      arrange()
    }
    return .whole
  }

  /// What of the picture is another where the board stands as it did `before`.
  private func renewal(since before: Now) -> Renewal {
    // What is said in a line or two may lie where the clock does.
    let isClockAlone =
      options.shift == .none && isDim(at: before) == isDim(at: now)
      && trouble == nil && layout.strangers.isEmpty
    return isClockAlone ? .clock : .whole
  }

  /// How long this page stays, in milliseconds; `nil` where there is no other.
  package var turnsAfter: Int? {
    guard layout.pages.count > 1, options.rotate > 0 else { return nil }
    let isRed = layout.pages[page].things.contains(where: scene.hasRed)
    return options.rotate * (isRed ? 2_000 : 1_000)
  }

  /// How many seconds from `now` on the next mark on what changed ends; `nil`
  /// where there is none.
  ///
  /// Then it has to be told that time has passed.
  package var marksLast: Int? { scene.marksLast(at: now) }

  /// How many seconds from `now` on something that is written on the board comes
  /// to pass; `nil` where nothing does today.
  ///
  /// Then it has to be told that time has passed, as it has to each minute.
  package var secondsToNext: Int? { scene.secondsToNext(at: now) }
}

extension Display {
  /// Shows what these bytes say, unless they are broken and there is something
  /// better to show.
  private mutating func read(_ bytes: [UInt8], _ written: Moment) {
    let document =
      self.document.map { Document(bytes, after: $0) } ?? Document(bytes)
    let earlier = trouble
    trouble = Trouble(
      in: document, quoting: shown?.isWhole ?? false ? .words : .nothing,
      since: earlier, at: now)
    let isWhole = shown?.isWhole ?? false
    // An emptied file is hardly meant to be seen.
    if trouble == nil, isWhole, !scene.isEmpty, document.saysNothing {
      trouble = Trouble(emptied: bytes, since: earlier, at: now)
    }
    if trouble != nil, isWhole {
      drawn = []
      keepUp()
      hidePrivate(in: document.board)
      return
    }
    let words = trouble == nil ? Scene.Words.shown : .masked
    let board = document.board
    retired = (scene, self.document)
    let unchanged = self.document.flatMap { document.unchanged(since: $0) }
    if shown == nil {
      scene = Scene(board, at: now, words: words)
    } else {
      let before = scene
      scene = Scene(board, at: now, words: words, after: before, unchanged)
      keepDrawn(as: before, before.isSteady(until: now) ? unchanged : nil)
    }
    self.document = document
    shown = ShownFile(written: written, isWhole: trouble == nil)
  }

  /// Hides what a file with errors says is private.
  private mutating func hidePrivate(in board: Board) {
    let things = scene.board.things(hiddenIn: board)
    if things.isEmpty { return }
    scene = scene.hiding(things)
    // It is no longer what any file says.
    document = nil
  }

  /// Lets go of what was drawn and would look otherwise now.
  private mutating func keepDrawn(as before: Scene, _ unchanged: Unchanged?) {
    guard let unchanged, scene.looksTheSame(around: before) else {
      return drawn = []
    }
    let scene = scene
    drawn = drawn.filter {
      scene.looksTheSame($0.panel.thing, as: before, unchanged)
    }
  }

  /// The file that is shown has another date, unless it shows an older one.
  private mutating func note(_ written: Moment) {
    if trouble == nil || !(shown?.isWhole ?? true) { shown?.written = written }
  }

  /// Takes the board as it stands now; returns whether that is as it stood.
  @discardableResult
  private mutating func keepUp() -> Bool {
    let hadMarks = scene.marks.count
    let isSteady = scene.isSteady(until: now)
    let isDue = scene.secondsToNext(at: now).map { $0 <= 0 } ?? false
    if !isSteady, isDue || now.minute != scene.now.minute {
      scene = scene.moved(to: now)
    }
    scene.forgetMarks(at: now)
    return isSteady && scene.marks.count == hadMarks
  }

  /// Lays the pages out anew and stays at what was seen, as far as it is there.
  private mutating func arrange() {
    layout = WallLayout(
      of: scene, options.subjects, in: body, glyphs, after: layout)
    if page >= layout.pages.count { page = 0 }
    if let anchor, let place = place(of: anchor) {
      page = place
    } else {
      anchor = anchorOfPage
    }
  }

  /// The page that is shown if something of that name stands there, else the
  /// first where it does.
  private func place(of name: ThingName) -> Int? {
    func isThere(_ place: Int) -> Bool {
      layout.pages[place].panels.contains { scene.name(of: $0.thing) == name }
    }
    return isThere(page) ? page : layout.pages.indices.first(where: isThere)
  }

  private var anchorOfPage: ThingName? {
    layout.pages[page].things.first.map(scene.name)
  }
}

/// The file whose board is shown.
struct ShownFile: Hashable, Sendable {
  var written: Moment
  /// Whether nothing was wrong with it.
  let isWhole: Bool
}

extension Now {
  /// The minutes since 1970-01-01T00:00, local time.
  var minute: Int { lastSecond / 60 }
}

extension WallEvent {
  /// Whether the board is the one before.
  fileprivate var leavesBoard: Bool {
    switch self {
    case .changed: false
    case .time, .written, .marksOver, .lost, .resized, .turn: true
    }
  }
}
