import Canvas

/// Which letters a text is measured in.
enum Letters: Hashable {
  case plain, all
}

/// A text in plain cells, and in pixels of large letters; `nil` where these
/// cannot write it or were not asked for.
struct Extent: Hashable {
  var cells: Int
  var pixels: Int?

  init(_ text: String, large: String? = nil, _ letters: Letters) {
    cells = displayCells(of: text)
    pixels = letters == .all ? BlockText.pixels(of: large ?? text) : nil
  }
}

/// What titles take, each measured once for as long as it is there.
struct TitleSizes: Hashable, Sendable {
  /// What one title takes.
  struct Size: Hashable {
    let whole: Extent
    /// The pixels of its wider line where it has two; `nil` like those in one.
    let folded: Int?
  }

  private var plain: [String: Size] = [:]
  private var all: [String: Size] = [:]
  private var earlierPlain: [String: Size]
  private var earlierAll: [String: Size]

  init() {
    earlierPlain = [:]
    earlierAll = [:]
  }

  /// No sizes yet, but those of an earlier time at hand.
  init(after last: TitleSizes) {
    earlierPlain = last.plain
    earlierAll = last.all
  }

  mutating func size(of title: String, _ letters: Letters) -> Size {
    switch letters {
    case .plain:
      if let known = plain[title] { return known }
      let size =
        earlierPlain[title]
        ?? Size(whole: Extent(title, .plain), folded: nil)
      plain[title] = size
      return size
    case .all:
      if let known = all[title] { return known }
      let size =
        earlierAll[title]
        ?? Size(
          whole: Extent(title, .all), folded: BlockText.folded(title)?.pixels)
      all[title] = size
      return size
    }
  }

  /// Lets go of those that were not asked for again.
  mutating func forgetEarlier() {
    earlierPlain = [:]
    earlierAll = [:]
  }
}
