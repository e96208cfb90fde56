import Canvas
import Goals

/// Things of one kind that stand together on a page.
struct Section: Hashable {
  enum Kind: Hashable {
    /// With their key results below them, as far as there is room.
    case objectives
    /// What stands alone: KPIs, and key results that were asked for.
    case singles
  }

  let kind: Kind
  let things: [Thing]
  /// What each of them takes.
  let sizes: [ThingSize]

  init(
    _ kind: Kind, _ things: [Thing], _ scene: Scene,
    measuring titles: inout TitleSizes
  ) {
    self.kind = kind
    self.things = things
    // More than that have no room in large letters on any screen.
    let letters: Letters = things.count > 240 ? .plain : .all
    var sizes: [ThingSize] = []
    for thing in things {
      sizes.append(ThingSize(thing, scene, letters, measuring: &titles))
    }
    self.sizes = sizes
  }

  /// What is to be seen of key results that are off track or stale.
  enum TroubleBelow: Hashable {
    /// Each of them.
    case listed
    /// At least how many they are.
    case counted
  }

  /// The forms that show so much, the largest first.
  func forms(_ trouble: TroubleBelow) -> [PanelForm] {
    let all = PanelForm.all(kind)
    let hasTrouble = sizes.contains { $0.hasTroubleBelow }
    guard trouble == .listed, kind == .objectives, hasTrouble else {
      return all
    }
    return all.filter { $0.keyResults != .none }
  }

  private init(_ kind: Kind, _ things: [Thing], _ sizes: [ThingSize]) {
    self.kind = kind
    self.things = things
    self.sizes = sizes
  }

  /// Some of its places in another order; what is equal stays in its own.
  func order(
    of places: Range<Int>, by areInOrder: (Thing, Thing) -> Bool
  ) -> [Int] {
    places.sorted {
      areInOrder(things[$0], things[$1])
        || !areInOrder(things[$1], things[$0]) && $0 < $1
    }
  }

  /// What stands at these places.
  func part(_ places: [Int]) -> Section {
    Section(kind, places.map { things[$0] }, places.map { sizes[$0] })
  }
}

/// What the words and numbers of a thing take.
struct ThingSize: Hashable {
  var title: Extent
  /// The pixels of the title in two lines; `nil` like those in one.
  var foldedTitle: Int?
  /// The cells of the longest title in its lines.
  var lineTitle: Int
  var number: Extent
  var unit: Extent
  var keyResults = 0
  var troubledKeyResults = 0
  /// Whether a key result is off track or stale.
  var hasTroubleBelow = false

  init(
    _ thing: Thing, _ scene: Scene, _ letters: Letters,
    measuring titles: inout TitleSizes
  ) {
    let size = titles.size(of: scene.title(of: thing), letters)
    title = size.whole
    foldedTitle = size.folded
    lineTitle = title.cells
    let large = scene.largeHeadline(of: thing)
    number = Extent(scene.headline(of: thing), large: large.number, letters)
    unit = Extent(large.unit, letters)
    guard case .objective(let index) = thing else { return }
    let all = scene.board.objectives[index].keyResults
    keyResults = all.count
    for place in all {
      let title = scene.title(of: .keyResult(place))
      let cells = titles.size(of: title, .plain).whole.cells
      lineTitle = max(lineTitle, cells + 2)
    }
    hasTroubleBelow = !scene.troubleBelow(thing).isEmpty
    troubledKeyResults = all.count { scene.isTroubled(.keyResult($0)) }
  }

  /// The key results that a form shows.
  func keyResults(_ form: PanelForm) -> Int {
    switch form.keyResults {
    case .none: 0
    case .troubled: troubledKeyResults
    case .all: keyResults
    }
  }
}

/// How much room a section takes in one form.
struct MeasuredSection: Hashable {
  let form: PanelForm
  let things: [Thing]
  /// The lines of each panel.
  let heights: [Int]
  /// The cells that a panel needs across, so that nothing important is cut.
  let width: Int
  /// The cells that the numbers need.
  let number: Int
  /// The cells that the longest title needs in a line.
  let title: Int
  /// The lines of the tallest panel.
  let most: Int
  private let total: Int

  init(_ section: Section, _ form: PanelForm, _ glyphs: Glyphs) {
    self.form = form
    things = section.things
    let lines = form.titleLines(glyphs) + form.bodyLines(glyphs)
    heights = section.sizes.map { size in
      let below = size.keyResults(form)
      return lines + below * form.keyResultLines(glyphs)
        + (below > 0 ? form.keyResultsGap : 0)
    }
    most = heights.max() ?? 0
    total = heights.reduce(0, +) + max(0, heights.count - 1) * form.gap
    title = section.sizes.reduce(0) { max($0, $1.lineTitle) }
    let titles = section.sizes.reduce(0) { max($0, form.titleCells(of: $1)) }
    number = section.sizes.reduce(0) { max($0, form.numberCells(of: $1)) }
    if form.scale == 0 {
      width = 4 + min(24, titles) + 1 + number + 12
    } else {
      width = 4 + max(form.bodyCells(number: number), titles)
    }
  }

  /// The columns, as ranges of places in `things`, that fill lines of that
  /// height one after another.
  func columns(height: Int) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start = 0
    var used = 0
    for (index, panel) in heights.enumerated() {
      let more = index == start ? panel : form.gap + panel
      if used + more > height, index > start {
        columns.append(start..<index)
        start = index
        used = panel
      } else {
        used += more
      }
    }
    if start < heights.count { columns.append(start..<heights.count) }
    return columns
  }

  /// The least height in which it fits into that many columns, or `nil` where
  /// that is more than `limit`.
  func height(columns count: Int, limit: Int) -> Int? {
    let least = max(most, total / count - form.gap)
    guard least <= limit else { return nil }
    guard count > 1 else { return total <= limit ? total : nil }
    let found = partition(least..<min(limit, total) + 1) {
      columns(height: $0).count <= count
    }
    return found <= min(limit, total) ? found : nil
  }

  /// The lines that a column of these panels takes.
  func lines(_ column: Range<Int>) -> Int {
    heights[column].reduce(0, +) + max(0, column.count - 1) * form.gap
  }
}
