import Canvas

/// What each role looks like.
package struct Theme: Hashable, Sendable {
  /// What people choose it by.
  package let name: String
  private let appearances: [Role: Appearance]

  /// Reads a theme file.
  package init(reading bytes: [UInt8]) throws(ThemeError) {
    let parser = try ThemeParser(bytes)
    name = parser.name
    appearances = parser.appearances
  }

  /// The theme for dark terminals, which the program brings along.
  package static var dark: Theme { embedded(PackageResources.dark_theme) }

  /// The theme for light terminals, which the program brings along.
  package static var light: Theme { embedded(PackageResources.light_theme) }

  /// The themes that the program brings along.
  package static var all: [Theme] { [dark, light] }

  /// Returns what `role` looks like by itself.
  package func appearance(of role: Role) -> Appearance {
    appearances[role] ?? Appearance()
  }

  /// Returns what a cell of `style` looks like.
  ///
  /// In the selected row the selection gives the background, except where the
  /// role has one of its own.
  package func appearance(for style: Style) -> Appearance {
    var result = appearance(of: style.role)
    if style.emphasis.contains(.selected) {
      let selection = appearance(of: .selection)
      result.foreground = result.foreground ?? selection.foreground
      result.background = result.background ?? selection.background
      result.attributes.formUnion(selection.attributes)
    }
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
