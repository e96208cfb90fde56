import Canvas

/// How a cell looks on the terminal at hand.
package struct Paint: Hashable, Sendable {
  /// The index of a colour that the terminal has, or -1 for its own.
  package var foreground: Int16
  /// The index of a colour that the terminal has, or -1 for its own.
  package var background: Int16
  package var attributes: Attributes

  package init(
    foreground: Int16 = -1,
    background: Int16 = -1,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// What a terminal can do to characters beside colouring them.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
}

/// The paint of every style, worked out once.
package struct Palette: Hashable, Sendable {
  /// In the order of the styles' numbers.
  let paints: [Paint]

  /// Asks for the paint of every style there can be.
  package init(_ paint: (Style) -> Paint) {
    paints = Role.allCases.flatMap { role in
      (0..<Style.emphases).map { bits in
        paint(Style(role, Emphasis(rawValue: UInt8(bits))))
      }
    }
  }

  package subscript(style: Style) -> Paint {
    paints[Int(style.number)]
  }
}
