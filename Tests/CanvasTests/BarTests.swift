import Canvas
import Testing

@Suite struct BarTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let fraction: Double?
    let expected: Double?
    let text: String
    var ascii: String
    var testDescription: String { text }
  }

  private func draw(
    _ bar: Bar, _ width: Int, _ glyphs: Glyphs = .unicode
  ) -> Canvas {
    var canvas = Canvas(width: max(0, width), height: 1, glyphs: glyphs)
    bar.draw(into: &canvas, in: canvas.bounds)
    return canvas
  }

  @Test(arguments: [
    Case(
      fraction: 0.65, expected: 0.57, text: "██████│▏···", ascii: "[#####|...]"),
    Case(
      fraction: 0.46, expected: 0.57, text: "█████·│····", ascii: "[####-|...]"),
    Case(
      fraction: 0.5, expected: nil, text: "█████▌·····", ascii: "[####=....]"),
    Case(
      fraction: nil, expected: 0.57, text: "······│····", ascii: "[.....|...]"),
    Case(
      fraction: nil, expected: nil, text: "···········", ascii: "[.........]"),
    Case(
      fraction: .nan, expected: .nan, text: "···········", ascii: "[.........]"),
    Case(fraction: 0, expected: 0, text: "│··········", ascii: "[|........]"),
    Case(fraction: -3, expected: -1, text: "│··········", ascii: "[|........]"),
    Case(fraction: 1, expected: nil, text: "███████████", ascii: "[#########]"),
    Case(fraction: 9, expected: 1, text: "██████████│", ascii: "[########|]"),
    Case(
      fraction: .infinity, expected: nil, text: "███████████",
      ascii: "[#########]"),
    Case(
      fraction: -.infinity, expected: nil, text: "···········",
      ascii: "[.........]"),
    Case(
      fraction: 0.999999, expected: nil, text: "██████████▉",
      ascii: "[########=]"),
    Case(
      fraction: 0.000001, expected: nil, text: "▏··········",
      ascii: "[-........]"),
  ])
  func `fills by eighths, with a tick where it should be`(sample: Case) {
    let bar = Bar(sample.fraction, expected: sample.expected, role: .onTrack)
    #expect(draw(bar, 11).text == sample.text)
    #expect(draw(bar, 11, .ascii).text == sample.ascii)
  }

  @Test func `keeps the tick visible in what is filled`() {
    let canvas = draw(Bar(1, expected: 0.5, role: .atRisk), 4)
    #expect(canvas.styles == "YYYY\treverse 2-2")
    let ahead = draw(Bar(0.2, expected: 0.5, role: .atRisk), 5)
    #expect(ahead.styles == "Y.|..")
  }

  @Test(arguments: 0...6, Glyphs.allCases)
  func `draws in any width`(width: Int, glyphs: Glyphs) {
    for fraction in [nil, -1, 0, 0.01, 0.5, 0.99, 1, 2, .nan] as [Double?] {
      let canvas = draw(
        Bar(fraction, expected: 0.5, role: .onTrack), width, glyphs)
      #expect(displayCells(of: canvas.text) == width)
    }
  }

  @Test(arguments: [
    (0.57, 12, "▕█████▊    ▏"), (0, 5, "▕   ▏"), (1, 5, "▕███▏"),
    (7, 5, "▕███▏"), (.nan, 5, "▕   ▏"), (0.5, 3, "▕▌▏"), (0.5, 2, ""),
    (0.5, 0, ""),
  ])
  func `frames the time that has passed`(
    fraction: Double, width: Int, expected: String
  ) {
    var canvas = Canvas(width: width, height: 1)
    TimeBar(fraction).draw(into: &canvas, in: canvas.bounds)
    #expect(canvas.text == expected)
  }
}
