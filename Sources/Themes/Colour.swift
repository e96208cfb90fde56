/// A colour that a theme names; where there is none, the terminal's own holds.
package enum Colour: Hashable, Sendable {
  /// The shares of light, each from 0 to 255.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
  /// An entry of the terminal's palette.
  case palette(UInt8)

  /// Reads `#rrggbb` or a palette index from 0 to 255; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    if text.utf8.first == UInt8(ascii: "#") {
      let digits = text.utf8.dropFirst().compactMap(hexDigit)
      guard digits.count == 6, text.utf8.count == 7 else { return nil }
      self = .rgb(
        red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
        blue: digits[4] * 16 + digits[5])
      return
    }
    let digits = Array(text.utf8)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let index = UInt8(text)
    else { return nil }
    self = .palette(index)
  }

  /// The shares of light; those of a palette entry as xterm has it by default.
  package var light: Light {
    switch self {
    case .rgb(let red, let green, let blue):
      Light(red: Int(red), green: Int(green), blue: Int(blue))
    case .palette(let index):
      Light(palette: index)
    }
  }
}

/// The shares of light in a colour, each from 0 to 255.
package struct Light: Hashable, Sendable {
  package let red: Int
  package let green: Int
  package let blue: Int

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(palette index: UInt8) {
    let index = Int(index)
    switch index {
    case 0..<16:
      let level = index == 7 ? 229 : index == 8 ? 127 : index < 8 ? 205 : 255
      let base = index == 8 ? 7 : index % 8
      self.init(
        red: base & 1 != 0 ? level : 0, green: base & 2 != 0 ? level : 0,
        blue: base & 4 != 0 ? level : 0)
    case 16..<232:
      let cube = index - 16
      self.init(
        red: cubeLevels[cube / 36], green: cubeLevels[cube / 6 % 6],
        blue: cubeLevels[cube % 6])
    default:
      let gray = 8 + 10 * (index - 232)
      self.init(red: gray, green: gray, blue: gray)
    }
  }

  /// The luminance relative to white, from 0 to 1, as WCAG 2 defines it but with
  /// a plain square for the curve.
  var luminance: Double {
    func linear(_ share: Int) -> Double {
      let share = Double(share) / 255
      return share * share
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green)
      + 0.0722 * linear(blue)
  }

  /// The distance between the strongest and the weakest share: 0 for grays.
  var chroma: Int { max(red, green, blue) - min(red, green, blue) }

  /// The place on the colour circle in degrees, from 0 to 359; 0 for grays.
  var hue: Int {
    guard chroma > 0 else { return 0 }
    let strongest = max(red, green, blue)
    let sixth =
      if strongest == red {
        60 * (green - blue) / chroma
      } else if strongest == green {
        120 + 60 * (blue - red) / chroma
      } else {
        240 + 60 * (red - green) / chroma
      }
    return (sixth + 360) % 360
  }

  /// The square of how far away `other` is.
  func distance(to other: Light) -> Int {
    let red = red - other.red
    let green = green - other.green
    let blue = blue - other.blue
    return red * red + green * green + blue * blue
  }
}

/// The shares of light in the 6×6×6 cube of the palette.
private let cubeLevels = [0, 95, 135, 175, 215, 255]

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
