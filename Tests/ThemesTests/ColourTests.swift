import Canvas
import Foundation
import Testing
import Themes

@Suite struct ColourTests {
  struct Reduction: CustomTestStringConvertible, Sendable {
    let colour: String
    let of256: UInt8
    let of16: UInt8
    let of8: UInt8
    var testDescription: String { colour }
  }

  @Test(arguments: [
    Reduction(colour: "#000000", of256: 16, of16: 0, of8: 0),
    Reduction(colour: "#ffffff", of256: 231, of16: 15, of8: 7),
    Reduction(colour: "#808080", of256: 244, of16: 8, of8: 7),
    Reduction(colour: "#ff0000", of256: 196, of16: 9, of8: 1),
    Reduction(colour: "#00ff00", of256: 46, of16: 10, of8: 2),
    Reduction(colour: "#0000ff", of256: 21, of16: 12, of8: 4),
    Reduction(colour: "#5f87af", of256: 67, of16: 4, of8: 4),
    Reduction(colour: "#e6b84c", of256: 179, of16: 11, of8: 3),
    Reduction(colour: "#ff7f50", of256: 209, of16: 9, of8: 1),
    Reduction(colour: "#43bd8d", of256: 72, of16: 2, of8: 2),
    Reduction(colour: "196", of256: 196, of16: 9, of8: 1),
    Reduction(colour: "12", of256: 12, of16: 12, of8: 4),
    Reduction(colour: "255", of256: 255, of16: 15, of8: 7),
  ])
  func `finds the nearest colour that a terminal has`(
    reduction: Reduction
  ) throws {
    let colour = try #require(Colour(reduction.colour))
    #expect(colour.nearestOf256 == reduction.of256)
    #expect(colour.nearestOf16 == reduction.of16)
    #expect(colour.nearestOf8 == reduction.of8)
  }

  @Test func `keeps each entry of the palette`() {
    for index in UInt8.min...UInt8.max {
      #expect(Colour.palette(index).nearestOf256 == index)
      #expect(Colour.palette(index).nearestOf16 < 16)
      #expect(Colour.palette(index).nearestOf8 < 8)
    }
  }

  @Test func `finds an entry of the cube or the grays by its own light`() {
    for index in UInt8(16)...255 {
      let light = Colour.palette(index).light
      let found = Colour.rgb(
        red: UInt8(light.red), green: UInt8(light.green),
        blue: UInt8(light.blue)
      ).nearestOf256
      #expect(Colour.palette(found).light == light)
    }
  }

  @Test(arguments: [
    "", "#", "#12", "#12345g", "#1234567", "256", "-1", " 1", "red", "1e1",
    "#12é45", "٣",
  ])
  func `reads nothing else as a colour`(text: String) {
    #expect(Colour(text) == nil)
  }

  @Test(arguments: [
    (-1, ColourDepth.none), (0, .none), (7, .none), (8, .eight),
    (16, .sixteen), (88, .sixteen), (256, .palette), (1 << 24, .eight),
  ])
  func `knows the depth from what a terminal says`(
    colours: Int, depth: ColourDepth
  ) {
    #expect(ColourDepth(colours: colours) == depth)
  }

  @Test(arguments: Theme.all)
  func `shows a subtle selection as reverse where there are few colours`(
    theme: Theme
  ) {
    let style = Style(.text, .selected)
    let appearance = theme.appearance(for: style)
    for depth in [ColourDepth.none, .eight, .sixteen] {
      let reduced = theme.appearance(for: style, reducedTo: depth)
      #expect(reduced.background == nil)
      #expect(reduced.attributes.contains(.reverse))
    }
    guard theme != mono else { return }
    #expect(appearance.reduced(to: .palette).background != nil)
    let match = theme.appearance(of: .match).reduced(to: .eight)
    #expect(match.background == 3)
    #expect(match.foreground == 0)
  }

  @Test(arguments: Theme.all.filter { $0 != mono })
  func `keeps the three verdicts apart in every depth`(theme: Theme) {
    for depth in [ColourDepth.palette, .sixteen, .eight] {
      let verdicts = [Role.onTrack, .atRisk, .offTrack].map {
        theme.appearance(for: Style($0), reducedTo: depth).foreground
      }
      #expect(Set(verdicts).count == 3)
      #expect(!verdicts.contains(nil))
    }
    let light = theme.appearance(of: .atRisk).reduced(to: .eight)
    #expect(light.foreground == 3)
  }

  @Test(arguments: Theme.all.filter { $0.ground.background != nil })
  func `lies on a background of its own where there are colours enough`(
    theme: Theme
  ) {
    for role in Role.allCases {
      let style = Style(role)
      #expect(
        theme.appearance(for: style, reducedTo: .palette).background != nil)
      let few = theme.appearance(for: style, reducedTo: .sixteen)
      guard role != .match, role != .input, role != .selection else { continue }
      #expect(few.background == nil, "\(role)")
      #expect(!few.attributes.contains(.reverse), "\(role)")
    }
  }

  @Test func `tells statuses apart for people who see fewer colours`() throws {
    let theme = try #require(Theme.embedded(named: "colour-blind"))
    let roles: [Role] = [.onTrack, .atRisk, .offTrack, .stale]
    for sight in Sight.allCases {
      let colours = try roles.map { role in
        try #require(theme.appearance(of: role).foreground).light
      }.map { sight.lab(of: $0) }
      for one in colours.indices {
        for other in colours.indices where other > one {
          let distance = distance(colours[one], colours[other])
          #expect(
            distance >= 20, "\(sight): \(roles[one]), \(roles[other])")
        }
      }
    }
  }

  private func distance(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  @Test(arguments: [
    ("dark", "#0d1117", 4.5), ("dark", "#000000", 4.5),
    ("light", "#ffffff", 4.5), ("contrast", "", 7), ("colour-blind", "", 4.5),
    ("catppuccin", "", 4.5), ("gruvbox", "", 4.5), ("nord", "", 4.5),
  ])
  func `contrasts words well, in the selected row as well`(
    name: String, ground: String, least: Double
  ) throws {
    let theme = try #require(Theme.embedded(named: name))
    let ground = try #require(
      theme.ground.background ?? Colour(ground)
    ).light
    let selected = try #require(
      theme.appearance(of: .selection).background
    ).light
    for role in Role.allCases where !lines.contains(role) {
      let appearance = theme.appearance(of: role)
      guard let foreground = appearance.foreground?.light else { continue }
      let own = appearance.background?.light
      let least = pictures.contains(role) ? min(3, least) : least
      #expect(contrast(foreground, own ?? ground) >= least, "\(role)")
      #expect(contrast(foreground, own ?? selected) >= least, "\(role)")
    }
  }

  @Test(arguments: Theme.all)
  func `gives every background a foreground to read on it`(theme: Theme) {
    for role in Role.allCases {
      let appearance = theme.appearance(of: role)
      guard appearance.background != nil else { continue }
      #expect(appearance.foreground != nil, "\(role)")
    }
  }

  @Test(arguments: Theme.all)
  func `shows a row in reverse as one strip`(theme: Theme) {
    for role in Role.allCases where role != .match && role != .input {
      let look = theme.appearance(
        for: Style(role, .selected), reducedTo: .none)
      #expect(look.attributes.contains(.reverse), "\(role)")
      #expect(!look.attributes.contains(.dim), "\(role)")
    }
  }

  /// What 256 colours make of a theme may be a little weaker than what it says.
  @Test(arguments: [
    ("dark", "#0d1117"), ("dark", "#000000"), ("light", "#ffffff"),
    ("contrast", ""), ("colour-blind", ""), ("catppuccin", ""),
    ("gruvbox", ""), ("nord", ""),
  ])
  func `contrasts words with 256 colours as well`(
    name: String, ground: String
  ) throws {
    let theme = try #require(Theme.embedded(named: name))
    for role in Role.allCases where !lines.contains(role) {
      for emphasis in [[], Emphasis.selected] {
        let reduced = theme.appearance(
          for: Style(role, emphasis), reducedTo: .palette)
        guard let foreground = reduced.foreground else { continue }
        let below = reduced.background.map { Colour.palette($0) }
        let ground = try #require(below ?? Colour(ground)).light
        let contrast = contrast(Colour.palette(foreground).light, ground)
        let least = pictures.contains(role) ? 3.0 : 4
        #expect(
          contrast >= (name == "contrast" ? 7 : least), "\(role) \(emphasis)")
      }
    }
  }

  /// The contrast of WCAG 2, from 1 to 21.
  private func contrast(_ one: Light, _ other: Light) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private func luminance(_ light: Light) -> Double {
    let linear = [light.red, light.green, light.blue].map { share in
      let share = Double(share) / 255
      return share <= 0.04045
        ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}

/// What separates; nothing is lost where it is hard to see.
private let lines: [Role] = [.rule, .track]

/// What is a picture and no word.
///
/// WCAG 2 asks 3 of it (1.4.11); it is calmer than the statuses, so that these
/// are seen first.
private let pictures: [Role] = [.spark, .line]

private let mono = Theme.embedded(named: "mono")

extension Theme: CustomTestStringConvertible {
  package var testDescription: String { name }
}

/// A way to see colours.
private enum Sight: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  /// A colour as it is seen, in CIE L*a*b* under D65.
  func lab(of light: Light) -> [Double] {
    let linear = [light.red, light.green, light.blue].map { share in
      let share = Double(share) / 255
      return share <= 0.04045
        ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let seen = Sight.product(matrix, linear).map { min(1, max(0, $0)) }
    let xyz = Sight.product(
      [
        [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722],
        [0.0193, 0.1192, 0.9505],
      ], seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let t = value / white
      return t > 216.0 / 24_389 ? cbrt(t) : (24_389.0 / 27 * t + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private static func product(
    _ matrix: [[Double]], _ vector: [Double]
  ) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }

  /// What is left of linear red, green and blue, at full severity.
  ///
  /// G. M.
  /// Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model
  /// for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009).
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
