import ArgumentParser
import Canvas
import Terminal
import Themes

/// How things look, as the command line and the environment ask for it.
struct LookOptions: ParsableArguments {
  @Option(help: "dark or light.")
  var theme: ThemeName?

  @Option(help: "auto, always or never; NO_COLOR says never.")
  var color = ColourChoice.auto

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  enum ThemeName: String, CaseIterable, ExpressibleByArgument {
    case dark, light
  }

  enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  /// The palette for a terminal of that many colours.
  func palette(colours: Int) -> Palette {
    let theme = chosenTheme
    let depth = ColourDepth(colours: usesColour ? colours : 0)
    return Palette { Paint(theme.appearance(for: $0).reduced(to: depth)) }
  }

  private var usesColour: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto: return environment("NO_COLOR") == nil
    }
  }

  private var chosenTheme: Theme {
    switch theme ?? (LookOptions.terminalIsLight ? .light : .dark) {
    case .dark: return .dark
    case .light: return .light
    }
  }

  /// Whether the terminal says, in `COLORFGBG`, that its background is light.
  private static var terminalIsLight: Bool {
    guard let colours = environment("COLORFGBG") else { return false }
    let background = colours.split(separator: ";").last ?? ""
    return background == "7" || background == "15"
  }
}

extension Paint {
  /// The paint that shows an appearance.
  fileprivate init(_ appearance: ReducedAppearance) {
    var attributes = Terminal.Attributes()
    if appearance.attributes.contains(.bold) { attributes.insert(.bold) }
    if appearance.attributes.contains(.dim) { attributes.insert(.dim) }
    if appearance.attributes.contains(.italic) { attributes.insert(.italic) }
    if appearance.attributes.contains(.underline) {
      attributes.insert(.underline)
    }
    if appearance.attributes.contains(.reverse) { attributes.insert(.reverse) }
    self.init(
      foreground: appearance.foreground.map(Int16.init) ?? -1,
      background: appearance.background.map(Int16.init) ?? -1,
      attributes: attributes)
  }
}
