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
  var keyResults = KeyResults.none

  /// All forms for a kind of things, the largest first.
  static func all(_ kind: Section.Kind) -> [PanelForm] {
    let scales = [12, 10, 8, 6, 5, 4, 3, 2, 1, 0]
    let keyResults: [KeyResults] =
      kind == .objectives ? [.all, .troubled] : [.none]
    var forms = scales.flatMap { scale -> [PanelForm] in
      let titles = scale >= 6 ? [2, 1, 0] : scale >= 2 ? [1, 0] : [0]
      return titles.flatMap { title in
        keyResults.map {
          PanelForm(scale: scale, titleScale: title, keyResults: $0)
        }
      }
    }
    if kind == .objectives { forms.append(PanelForm(scale: 0)) }
    return forms
  }
}

extension PanelForm {
  /// Blank lines between two panels, at least.
  var gap: Int { scale > 0 ? 1 : 0 }

  /// The lines of the title above the number; it stands beside it where that is
  /// plain text.
  func titleLines(_ glyphs: Glyphs) -> Int {
    titleScale > 0
      ? BlockText.height(scale: titleScale, glyphs) + 1 : min(1, scale)
  }

  /// The lines of the number and of what stands beside it.
  func bodyLines(_ glyphs: Glyphs) -> Int {
    scale == 0 ? 1 : max(3, BlockText.height(scale: scale, glyphs))
  }

  /// The cells that a number of that size takes, with its unit.
  func numberCells(of size: ThingSize) -> Int {
    let digits =
      scale == 0
      ? size.number.cells : size.number.pixels.map { $0 * scale }
    return (digits ?? size.number.cells) + (size.unit > 0 ? size.unit + 1 : 0)
  }
}
