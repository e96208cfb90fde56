/// How a cell looks.
package struct Appearance: Hashable, Sendable {
  /// `nil` for the terminal's own.
  package var foreground: Colour?
  /// `nil` for the terminal's own.
  package var background: Colour?
  package var attributes: Attributes

  package init(
    foreground: Colour? = nil, background: Colour? = nil,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Returns what comes nearest on a terminal with fewer colours.
  ///
  /// Nothing becomes unreadable for it: with 16 colours or less, a gray
  /// background becomes reverse video, and a black, white or unknown gray
  /// foreground is the terminal's own.
  package func reduced(to depth: ColourDepth) -> ReducedAppearance {
    var result = ReducedAppearance(
      foreground: nil, background: nil, attributes: attributes)
    switch depth {
    case .palette:
      result.foreground = foreground?.nearestOf256
      result.background = background?.nearestOf256
      return result
    case .sixteen:
      result.background = kept(background)?.nearestOf16
    case .eight:
      result.background = kept(background)?.nearestOf8
    case .none:
      break
    }
    if background != nil, result.background == nil {
      result.attributes.formSymmetricDifference(.reverse)
    }
    if depth != .none {
      result.foreground = reducedForeground(depth, on: result.background)
    }
    return result
  }

  private func kept(_ background: Colour?) -> Colour? {
    guard let background else { return nil }
    if case .palette = background { return background }
    return background.isColourful ? background : nil
  }

  private func reducedForeground(
    _ depth: ColourDepth, on background: UInt8?
  ) -> UInt8? {
    guard let foreground else { return nil }
    let index =
      depth == .eight ? foreground.nearestOf8 : foreground.nearestOf16
    if case .palette = foreground { return index }
    let isReadable = background != nil || foreground.isColourful || index == 8
    return isReadable ? index : nil
  }
}

/// How a cell looks in the colours of a terminal's palette.
package struct ReducedAppearance: Hashable, Sendable {
  /// An index into the palette; `nil` for the terminal's own.
  package var foreground: UInt8?
  /// An index into the palette; `nil` for the terminal's own.
  package var background: UInt8?
  package var attributes: Attributes
}

/// What is done to a cell beside its colours.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let underline = Attributes(rawValue: 4)
  package static let reverse = Attributes(rawValue: 8)
  package static let italic = Attributes(rawValue: 16)

  /// Reads the name of one attribute; `nil` if it is none.
  init?(name: Substring) {
    switch name {
    case "bold": self = .bold
    case "dim": self = .dim
    case "underline": self = .underline
    case "reverse": self = .reverse
    case "italic": self = .italic
    default: return nil
    }
  }
}
