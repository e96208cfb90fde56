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

  /// The size of its number: cells that a pixel is wide, 0 for plain text.
  var scale: Int
  /// The size of its title, in the same way.
  var titleScale = 0
  /// How many lines of large letters the title has, 1 or 2.
  var titleRows = 1
  var keyResults = KeyResults.none

  /// How large it looks from afar: a number whose name nobody can read is not
  /// large.
  var size: Int {
    titleScale == 0 ? min(scale, 3) : min(scale, 6 * titleScale)
  }

  /// All forms for a kind of things, the largest first.
  static func all(_ kind: Section.Kind) -> [PanelForm] {
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
    return forms.sorted { $0.rank > $1.rank }
  }

  private var rank: Int {
    (((size * 16 + scale) * 4 + titleScale) * 4 + keyResults.rawValue) * 2
      - titleRows
  }
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
    titleScale > 0
      ? titleRows * (BlockText.height(scale: titleScale, glyphs) + 1)
      : min(1, scale)
  }

  /// The lines of the number and of what stands beside it.
  func bodyLines(_ glyphs: Glyphs) -> Int {
    scale == 0 ? 1 : max(3, BlockText.height(scale: scale, glyphs))
  }

  /// The cells that a title takes; it may be cut where it is very long.
  func titleCells(of size: ThingSize) -> Int {
    guard titleScale > 0, let pixels = size.title.pixels else {
      return min(40, size.title.cells)
    }
    return min(200, titleRows > 1 ? size.foldedTitle ?? pixels : pixels)
      * titleScale
  }

  /// The cells that the words beside a number need.
  var wordCells: Int { scale >= 6 ? 60 : scale >= 3 ? 38 : 22 }

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
