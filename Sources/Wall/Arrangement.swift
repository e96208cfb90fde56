import Canvas
import Goals

/// One or two sections in forms and columns in which they fit on a page.
struct Arrangement: Hashable {
  /// How two sections stand.
  enum Direction: Hashable {
    case beside, below
  }

  /// A section in the form and columns that were found for it.
  struct Part: Hashable {
    let section: MeasuredSection
    let columns: Int
    /// The least cells across, blanks between columns included.
    let width: Int
    let height: Int
  }

  var parts: [Part]
  var direction = Direction.beside
}

/// Blank cells between two columns.
var gutter: Int { 3 }

extension Arrangement {
  /// The largest forms in which all sections fit into `rect`, or `nil` where
  /// they do not even in the smallest.
  ///
  /// The size of the smaller counts more than that of the larger.
  init?(
    of sections: [Section], _ trouble: Section.TroubleBelow, in rect: Rect,
    _ glyphs: Glyphs
  ) {
    let measured = sections.map { section in
      section.forms(trouble).compactMap {
        Candidate(section, $0, glyphs, rect)
      }
    }
    guard let first = measured.first else { return nil }
    guard measured.count > 1 else {
      guard let found = first.lazy.compactMap(\.alone).first else {
        return nil
      }
      parts = [found]
      return
    }
    let pairs = first.indices.flatMap { left in
      measured[1].indices.map { (left, $0) }
    }
    let inOrder = pairs.sorted {
      Arrangement.size(first[$0.0], measured[1][$0.1])
        > Arrangement.size(first[$1.0], measured[1][$1.1])
    }
    for (left, right) in inOrder {
      if let found = Arrangement(first[left], measured[1][right], in: rect) {
        self = found
        return
      }
    }
    return nil
  }

  /// What one pair of forms is preferred by, as numbers in order.
  private static func size(_ first: Candidate, _ second: Candidate)
    -> SizeOfForms
  {
    let (left, right) = (first.form, second.form)
    return SizeOfForms(
      smaller: min(left.size, right.size),
      larger: max(left.size, right.size),
      numbers: left.scale + right.scale,
      keyResults: left.keyResults.rawValue,
      details: left.details + right.details)
  }

  private init?(_ first: Candidate, _ second: Candidate, in rect: Rect) {
    var best: (arrangement: Arrangement, room: Int)?
    for left in first.parts {
      for right in second.parts {
        let isBeside =
          left.width + right.width + gutter <= rect.width
          && max(left.height, right.height) <= rect.height
        if isBeside {
          let room = rect.height - max(left.height, right.height)
          if room > best?.room ?? -1 {
            best = (Arrangement([left, right], .beside), room)
          }
        }
        let isBelow =
          left.height + 1 + right.height <= rect.height
          && max(left.width, right.width) <= rect.width
        if isBelow {
          let room = rect.height - left.height - 1 - right.height
          if room > best?.room ?? -1 {
            best = (Arrangement([left, right], .below), room)
          }
        }
      }
    }
    guard let best else { return nil }
    self = best.arrangement
  }

  private init(_ parts: [Part], _ direction: Direction) {
    self.parts = parts
    self.direction = direction
  }
}

/// How large two forms are together.
private struct SizeOfForms: Comparable {
  let smaller: Int
  let larger: Int
  let numbers: Int
  let keyResults: Int
  let details: Int

  static func < (left: SizeOfForms, right: SizeOfForms) -> Bool {
    (left.smaller, left.larger, left.numbers, left.keyResults, left.details)
      < (
        right.smaller, right.larger, right.numbers, right.keyResults,
        right.details
      )
  }
}

/// A section in one form, in all numbers of columns in which it has room.
private struct Candidate {
  let form: PanelForm
  let parts: [Part]

  typealias Part = Arrangement.Part

  /// `nil` where it has no room.
  init?(
    _ section: Section, _ form: PanelForm, _ glyphs: Glyphs, _ rect: Rect
  ) {
    guard form.isMeant(forWidth: rect.width) else { return nil }
    // What cannot fit is not even measured.
    let least = form.titleLines(glyphs) + form.bodyLines(glyphs)
    guard least * section.things.count <= 8 * rect.height else { return nil }
    let measured = MeasuredSection(section, form, glyphs)
    self.form = form
    let takesAll = form.takesAll(ofWidth: rect.width)
    let most = form.columns(of: measured.width, inWidth: rect.width)
    guard most > 0 else { return nil }
    parts = (1...most).compactMap { count in
      measured.height(columns: count, limit: rect.height).map {
        Part(
          section: measured, columns: count,
          width: takesAll
            ? rect.width
            : min(rect.width, count * measured.width + (count - 1) * gutter),
          height: $0)
      }
    }
    if parts.isEmpty { return nil }
  }

  /// Alone on a page, it takes the fewest columns.
  var alone: Part? { parts.first }
}
