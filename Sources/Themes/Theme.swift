import Canvas

/// What each role looks like.
package struct Theme: Hashable, Sendable {
  /// What it calls itself.
  package let name: String
  private let appearances: [Role: Appearance]

  /// Reads a theme file.
  package init(reading bytes: [UInt8]) throws(ThemeError) {
    let parser = try ThemeParser(bytes)
    self.init(name: parser.name, parser.appearances)
  }

  init(name: String, _ appearances: [Role: Appearance]) {
    self.name = name
    self.appearances = appearances
  }

  /// The theme for dark terminals, which the program brings along.
  package static var dark: Theme { embedded(PackageResources.dark_theme) }

  /// The theme for light terminals, which the program brings along.
  package static var light: Theme { embedded(PackageResources.light_theme) }

  /// The names of the themes that the program brings along.
  package static let embeddedNames = [
    "dark", "light", "contrast", "colour-blind", "mono", "catppuccin",
    "gruvbox", "nord",
  ]

  /// The theme of that name that the program brings along; `nil` for others.
  package static func embedded(named name: String) -> Theme? {
    switch name {
    case "dark": .dark
    case "light": .light
    case "contrast": embedded(PackageResources.contrast_theme)
    case "colour-blind": embedded(PackageResources.colour_blind_theme)
    case "mono": embedded(PackageResources.mono_theme)
    case "catppuccin": embedded(PackageResources.catppuccin_theme)
    case "gruvbox": embedded(PackageResources.gruvbox_theme)
    case "nord": embedded(PackageResources.nord_theme)
    default: nil
    }
  }

  /// The themes that the program brings along.
  package static var all: [Theme] {
    embeddedNames.compactMap { embedded(named: $0) }
  }

  /// Returns what `role` looks like by itself.
  package func appearance(of role: Role) -> Appearance {
    appearances[role] ?? Appearance()
  }

  /// What lies under the whole screen: what the theme gives to text; the
  /// terminal's own where it gives nothing.
  package var ground: Appearance { appearance(of: .text) }

  /// Returns what a cell of `style` looks like.
  ///
  /// In the selected row the selection gives the background, except where the
  /// role has one of its own.
  package func appearance(for style: Style) -> Appearance {
    laid(on: ground, style)
  }

  /// Returns what comes nearest to that on a terminal with fewer colours.
  ///
  /// Below 256 colours the screen keeps the terminal's own background: there is
  /// none that comes near enough to read the rest on.
  package func appearance(
    for style: Style, reducedTo depth: ColourDepth
  ) -> ReducedAppearance {
    let ground = depth == .palette ? ground : Appearance()
    var own = self
    if depth != .palette, style.role == .text { own = own.without(.text) }
    var result = own.laid(on: ground, style).reduced(to: depth)
    if style.emphasis.contains(.selected), result.background == nil,
      result.attributes.contains(.reverse)
    {
      // A row in reverse is one strip; colours would tear it to pieces.
      result.foreground = nil
      result.attributes.remove(.dim)
    }
    return result
  }

  private func without(_ role: Role) -> Theme {
    var appearances = appearances
    appearances[role]?.background = nil
    return Theme(name: name, appearances)
  }

  private func laid(on ground: Appearance, _ style: Style) -> Appearance {
    var result = appearance(of: style.role)
    if style.emphasis.contains(.selected) {
      let selection = appearance(of: .selection)
      let isPlain =
        result.background == nil || result.background == ground.background
      result.foreground = result.foreground ?? selection.foreground
      if isPlain { result.background = selection.background }
      result.attributes.formUnion(selection.attributes)
    }
    result.foreground = result.foreground ?? ground.foreground
    result.background = result.background ?? ground.background
    if style.emphasis.contains(.bold) {
      result.attributes.insert(.bold)
      result.attributes.remove(.dim)
    }
    if style.emphasis.contains(.underline) {
      result.attributes.insert(.underline)
    }
    if style.emphasis.contains(.reverse) {
      result.attributes.formSymmetricDifference(.reverse)
    }
    return result
  }

  private static func embedded(_ bytes: [UInt8]) -> Theme {
    do throws(ThemeError) {
      return try Theme(reading: bytes)
    } catch {
      preconditionFailure("A theme that the program brings is wrong: \(error)")
    }
  }
}
