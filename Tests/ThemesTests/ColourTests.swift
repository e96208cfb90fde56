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
    (16, .sixteen), (88, .sixteen), (256, .palette), (1 << 24, .palette),
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
      let reduced = appearance.reduced(to: depth)
      #expect(reduced.background == nil)
      #expect(reduced.attributes.contains(.reverse))
    }
    #expect(appearance.reduced(to: .palette).background != nil)
    let match = theme.appearance(of: .match).reduced(to: .eight)
    #expect(match.background == 3)
    #expect(match.foreground == 0)
  }

  @Test(arguments: Theme.all)
  func `keeps the three verdicts apart in every depth`(theme: Theme) {
    for depth in [ColourDepth.palette, .sixteen, .eight] {
      let verdicts = [Role.onTrack, .atRisk, .offTrack].map {
        theme.appearance(of: $0).reduced(to: depth).foreground
      }
      #expect(Set(verdicts).count == 3)
      #expect(!verdicts.contains(nil))
    }
    let light = theme.appearance(of: .atRisk).reduced(to: .eight)
    #expect(light.foreground == 3)
  }

  @Test(arguments: [
    ("Dark", "#0d1117"), ("Dark", "#000000"), ("Light", "#ffffff"),
  ])
  func `contrasts words by 4.5 at least, in the selected row as well`(
    name: String, ground: String
  ) throws {
    let theme = try #require(Theme.all.first { $0.name == name })
    let graphic: [Role] = [.rule, .track]
    let ground = try #require(Colour(ground)).light
    let selected = try #require(
      theme.appearance(of: .selection).background
    ).light
    for role in Role.allCases where !graphic.contains(role) {
      let appearance = theme.appearance(of: role)
      guard let foreground = appearance.foreground?.light else { continue }
      let own = appearance.background?.light
      #expect(contrast(foreground, own ?? ground) >= 4.5, "\(role)")
      #expect(contrast(foreground, own ?? selected) >= 4.5, "\(role)")
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
