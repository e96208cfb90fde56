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

/// What titles take, as they were measured where that is known.
///
/// They are asked for in the order of the board, which is nearly always that of
/// the time before: so the next ones are where one is looked for. What is not
/// found there is measured again.
struct TitleSizes: Hashable, Sendable {
  /// What one title takes.
  struct Size: Hashable {
    let whole: Extent
    /// The pixels of its wider line where it has two; `nil` like those in one.
    let folded: Int?

    fileprivate init(_ title: String, _ letters: Letters) {
      whole = Extent(title, letters)
      folded =
        switch letters {
        case .plain: nil
        case .all: BlockText.folded(title)?.pixels
        }
    }
  }

  private struct Known: Hashable {
    let title: String
    let letters: Letters
    let size: Size
  }

  private var known: [Known] = []
  private var earlier: [Known]
  /// Where the next title is expected in `earlier`.
  private var next = 0

  init() {
    earlier = []
  }

  /// No sizes yet, but those of an earlier time at hand.
  init(after last: TitleSizes) {
    earlier = last.known
    known.reserveCapacity(earlier.count)
  }

  mutating func size(of title: String, _ letters: Letters) -> Size {
    // Things were taken out since, or put in.
    let near = next..<min(next + 64, earlier.count)
    let place = near.first {
      earlier[$0].letters == letters && earlier[$0].title == title
    }
    next = place.map { $0 + 1 } ?? next
    let size = place.map { earlier[$0].size } ?? Size(title, letters)
    known.append(Known(title: title, letters: letters, size: size))
    return size
  }

  /// Lets go of those that were not asked for again.
  mutating func forgetEarlier() {
    earlier = []
    next = 0
  }
}
