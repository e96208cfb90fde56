import Canvas

/// How large a thing is drawn, and what of it.
struct PanelForm: Hashable {
  /// Which key results stand below their objective.
  enum KeyResults: Int, Hashable {
    case none
    /// Those that are off track, stale or at risk.
    case troubled
    case all
  }

  /// Where the words about a number stand.
  enum Words: Hashable {
    case beside
    /// Under it, on walls that are narrow.
    case below
  }

  /// The size of its number: cells that a pixel is wide, 0 for plain text.
  var scale: Int
  /// The size of its title, in the same way.
  var titleScale = 0
  /// How many lines of large letters the title has, 1 or 2.
  var titleRows = 1
  var keyResults = KeyResults.none
  /// How many lines of plain text each of them has, 1 or 2: its title alone on
  /// the first.
  var keyResultRows = 1
  var words = Words.beside

  /// How large it looks from afar: a number whose name nobody can read is not
  /// large.
  var size: Int {
    titleScale == 0 ? min(scale, 3) : min(scale, 6 * titleScale)
  }

  /// All forms for a kind of things, the largest first.
  static func all(_ kind: Section.Kind) -> [PanelForm] {
    switch kind {
    case .objectives: allForObjectives
    case .singles: allForSingles
    }
  }

  private static let allForObjectives = made(for: .objectives)
  private static let allForSingles = made(for: .singles)

  private static func made(for kind: Section.Kind) -> [PanelForm] {
    let keyResults: [KeyResults] =
      kind == .objectives ? [.all, .troubled] : [.none]
    var forms = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1, 0].flatMap { scale in
      (0...min(3, scale / 3)).flatMap { title in
        (1...(title > 0 && scale >= 5 * title ? 2 : 1)).flatMap { rows in
          keyResults.map {
            PanelForm(
              scale: scale, titleScale: title, titleRows: rows, keyResults: $0)
          }
        }
      }
    }
    if kind == .objectives { forms.append(PanelForm(scale: 0)) }
    forms += forms.flatMap(\.tall)
    return forms.sorted { $0.rank > $1.rank }
  }

  /// What it may become where there is more height than width.
  private var tall: [PanelForm] {
    guard titleScale == 0 else { return [] }
    var withRows = self
    withRows.keyResultRows = 2
    var below = withRows
    below.words = .below
    return (keyResults == .none ? [] : [withRows]) + (scale <= 4 ? [below] : [])
  }

  /// Whether it is meant for a wall that is so many cells wide.
  func isMeant(forWidth width: Int) -> Bool {
    width < 70 || (words == .beside && keyResultRows == 1)
  }

  /// Whether it takes all of a wall of that many cells: in half of one there
  /// would be less to read than with the words beside.
  func takesAll(ofWidth width: Int) -> Bool { words == .below && width >= 50 }

  /// How many columns of that many cells with the blanks between them have room
  /// on a wall, at most.
  func columns(of cells: Int, inWidth width: Int) -> Int {
    let room = (width + gutter) / (cells + gutter)
    // In plain text one column always has room, if not for all words.
    return max(
      scale == 0 ? 1 : 0, min(takesAll(ofWidth: width) ? 1 : 8, room))
  }

  private var rank: Int {
    let size = (size * 16 + scale) * 4 + titleScale
    return (size * 4 + keyResults.rawValue) * 8 + details * 2 - titleRows
  }

  /// How much is seen of what is not large.
  var details: Int { keyResultRows + (words == .below ? 1 : 0) }
}

extension PanelForm {
  /// Blank lines between two panels, at least.
  var gap: Int { scale >= 6 ? 3 : scale >= 3 ? 2 : min(1, scale) }

  /// The size of the unit behind its number, in the same way.
  var unitScale: Int { scale / 3 }

  /// Blank lines between a number and the key results below it.
  var keyResultsGap: Int { scale >= 3 ? 1 : 0 }

  /// The lines of the title above the number; it stands beside it where that is
  /// plain text.
  func titleLines(_ glyphs: Glyphs) -> Int {
    if titleScale > 0 {
      return titleRows * (BlockText.height(scale: titleScale, glyphs) + 1)
    }
    return min(words == .below ? 2 : 1, scale)
  }

  /// The lines of the number and of what is said about it.
  func bodyLines(_ glyphs: Glyphs) -> Int {
    let number = BlockText.height(scale: scale, glyphs)
    return switch words {
    case .beside: scale == 0 ? 1 : max(3, number)
    case .below: scale == 0 ? 2 : number + 3
    }
  }

  /// The lines of a key result, with the blank one below where it is large: as
  /// large as can be read where its objective is.
  func keyResultLines(_ glyphs: Glyphs) -> Int {
    titleScale > 0
      ? 2 * BlockText.height(scale: 1, glyphs) + 1 : keyResultRows
  }

  /// The cells that a title takes; it may be cut where it is very long.
  func titleCells(of size: ThingSize) -> Int {
    guard titleScale > 0, let pixels = size.title.pixels else {
      return min(words == .below ? 24 : 40, size.title.cells)
    }
    return min(200, titleRows > 1 ? size.foldedTitle ?? pixels : pixels)
      * titleScale
  }

  /// The cells that the words about a number need.
  var wordCells: Int { scale >= 6 ? 60 : scale >= 3 ? 38 : 22 }

  /// The cells that a number of that many takes with the words about it.
  func bodyCells(number: Int) -> Int {
    switch words {
    case .beside: number + 2 + wordCells
    case .below: max(number, 22)
    }
  }

  /// The cells that a number of that size takes, with its unit.
  func numberCells(of size: ThingSize) -> Int {
    guard let pixels = size.number.pixels, scale > 0 else {
      return size.number.cells
    }
    return pixels * scale + unitCells(of: size)
  }

  /// The cells of a unit and the blanks before it.
  private func unitCells(of size: ThingSize) -> Int {
    guard size.unit.cells > 0 else { return 0 }
    guard unitScale > 0, let pixels = size.unit.pixels else {
      return size.unit.cells + 1
    }
    return (pixels + 2) * unitScale
  }
}
