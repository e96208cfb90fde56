import Canvas
import Themes

/// The colours of a theme, each found once.
struct Inks {
  let paper: (foreground: Light, background: Light)
  private let theme: Theme
  private var known: [Style: Ink] = [:]

  init(_ theme: Theme) {
    self.theme = theme
    paper = theme.paper
  }

  mutating func ink(for style: Style) -> Ink {
    if let ink = known[style] { return ink }
    let ink = theme.ink(for: style)
    known[style] = ink
    return ink
  }
}
