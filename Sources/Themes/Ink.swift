import Canvas

/// How a cell looks in a picture, where no terminal lends its own colours.
package struct Ink: Hashable, Sendable {
  package let foreground: Light
  package let background: Light
  package let isBold: Bool
  package let isItalic: Bool
  package let isUnderlined: Bool
}

extension Theme {
  /// What lies under a picture: the theme's own ground where it has one, else
  /// one that its colours are readable on.
  package var paper: (foreground: Light, background: Light) {
    let ground = ground
    let ink = isForDark ? (213, 221, 230) : (27, 31, 36)
    let suitable = isForDark ? (20, 24, 31) : (255, 255, 255)
    return (
      ground.foreground?.light
        ?? Light(red: ink.0, green: ink.1, blue: ink.2),
      ground.background?.light
        ?? Light(red: suitable.0, green: suitable.1, blue: suitable.2)
    )
  }

  /// What a cell of `style` looks like in a picture.
  package func ink(for style: Style) -> Ink {
    let look = appearance(for: style)
    let paper = paper
    var foreground = look.foreground?.light ?? paper.foreground
    var background = look.background?.light ?? paper.background
    if look.attributes.contains(.reverse) {
      (foreground, background) = (background, foreground)
    }
    if look.attributes.contains(.dim) {
      foreground = foreground.mixed(with: background)
    }
    return Ink(
      foreground: foreground, background: background,
      isBold: look.attributes.contains(.bold),
      isItalic: look.attributes.contains(.italic),
      isUnderlined: look.attributes.contains(.underline))
  }

  /// Whether its colours are light ones; a theme without any suits paper.
  private var isForDark: Bool {
    let lights = Role.allCases.filter { appearance(of: $0).background == nil }
      .compactMap { appearance(of: $0).foreground?.light.luminance }
    return lights.reduce(0, +) > 0.2 * Double(lights.count)
  }
}

extension Light {
  /// As `#rrggbb`.
  package var hex: String {
    "#"
      + [red, green, blue].map {
        ($0 < 16 ? "0" : "") + String($0, radix: 16)
      }.joined()
  }

  /// Returns this with a third of `other`.
  fileprivate func mixed(with other: Light) -> Light {
    Light(
      red: (2 * red + other.red) / 3, green: (2 * green + other.green) / 3,
      blue: (2 * blue + other.blue) / 3)
  }
}
