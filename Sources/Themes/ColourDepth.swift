/// How many colours a terminal shows.
package enum ColourDepth: Hashable, Sendable, CaseIterable {
  case none
  case eight
  case sixteen
  /// The palette of 256.
  case palette

  /// The depth of a terminal that says it has `colours` colours.
  package init(colours: Int) {
    self =
      switch colours {
      // Such a terminal takes a number for a mixture of light; its first eight
      // colours are the basic ones all the same.
      case 257...: .eight
      case 256: .palette
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
  }
}

extension Colour {
  /// Returns the entry of the palette of 256 that is nearest.
  ///
  /// The first 16 entries are the user's own, so only an index that the theme
  /// names is one of them.
  package var nearestOf256: UInt8 {
    if case .palette(let index) = self { return index }
    let light = light
    // The nearest of the cube and the nearest gray, each found by itself.
    let cube =
      16 + 36 * cubeStep(light.red) + 6 * cubeStep(light.green)
      + cubeStep(light.blue)
    let mean = (light.red + light.green + light.blue) / 3
    let gray = 232 + max(0, min(23, (mean - 3) / 10))
    let ofCube = light.distance(to: Light(palette: UInt8(cube)))
    let ofGray = light.distance(to: Light(palette: UInt8(gray)))
    return UInt8(ofGray < ofCube ? gray : cube)
  }

  /// Returns the one of the 16 basic colours with the same hue, bright where
  /// this is bright.
  package var nearestOf16: UInt8 {
    if case .palette(let index) = self, index < 16 { return index }
    let light = light
    guard isColourful else {
      return switch light.luminance {
      case ..<0.05: 0
      case ..<0.45: 8
      case ..<0.85: 7
      default: 15
      }
    }
    let isBright = max(light.red, light.green, light.blue) >= 230
    return hueOf8 + (isBright ? 8 : 0)
  }

  /// Returns the one of the 8 basic colours with the same hue.
  package var nearestOf8: UInt8 {
    if case .palette(let index) = self, index < 16 { return index % 8 }
    if isColourful { return hueOf8 }
    return light.luminance < 0.2 ? 0 : 7
  }

  /// Whether the hue is what one sees, and not only the lightness.
  var isColourful: Bool {
    let light = light
    let strongest = max(light.red, light.green, light.blue)
    return light.chroma >= 40 && 100 * light.chroma >= 25 * strongest
  }

  /// The basic colour of the hue.
  ///
  /// The borders are where people see them: amber is a yellow, vermilion a red
  /// and bluish green a green.
  private var hueOf8: UInt8 {
    switch light.hue {
    case 25..<75: 3
    case 75..<168: 2
    case 168..<200: 6
    case 200..<265: 4
    case 265..<340: 5
    default: 1
    }
  }
}

/// The step of the cube, from 0 to 5, that comes nearest to a share of light.
private func cubeStep(_ share: Int) -> Int {
  share < 48 ? 0 : share < 115 ? 1 : (share - 35) / 40
}
