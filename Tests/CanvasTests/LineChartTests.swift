import Canvas
import Testing

@Suite struct LineChartTests {
  /// A key result on its way from 32 to 45.
  private var chart: LineChart {
    let values = [32.0, 32, 33, 33, 35, 37, 36, 38]
    var chart = LineChart(
      points: values.enumerated().map {
        LineChart.Point(x: Double($0.offset) * 7 + 1, y: $0.element)
      }, span: 0...92)
    chart.expected = [
      LineChart.Point(x: 0, y: 32), LineChart.Point(x: 92, y: 45),
    ]
    chart.targets = [LineChart.Label(45, "target 45")]
    chart.today = 53
    chart.bands = [
      LineChart.Band(low: 36, high: 40, role: .tolerable),
      LineChart.Band(low: 40, high: nil, role: .healthy),
    ]
    chart.valueLabels = LineChart.steps(in: chart.range, atMost: 4)
      .map { LineChart.Label($0, "\(Int($0))") }
    chart.timeLabels = [
      LineChart.Label(0, "1 Oct"), LineChart.Label(53, "today"),
      LineChart.Label(92, "31 Dec"),
    ]
    return chart
  }

  private func draw(
    _ chart: LineChart, _ width: Int, _ height: Int,
    _ glyphs: Glyphs = .unicode
  ) -> Canvas {
    var canvas = Canvas(width: width, height: height, glyphs: glyphs)
    chart.draw(into: &canvas, in: canvas.bounds)
    return canvas
  }

  @Test func `draws readings, expected way, target, ranges and today`() {
    let expected = """
      45 ┃╌target 45╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌·╌
         ┃                                ┊               · · ·
         ┃                                ┊         · · ·
         ┃                                ┊ · · · ·
      40 ┃                            · · ·
         ┇                     ▄· · · ▄▄● ┊
         ┇                · ▄▄▀ ▀▀▀▄▄▀    ┊
      35 ┤          · · ·▄▄▀              ┊
         │    · ·▄▄▄▄▄▄▄▀                 ┊
         │▀▀▀▀▀▀▀                         ┊
         └┴───────────────────────────────┴──────────────────────┴
          1 Oct                         today               31 Dec
      """
    #expect(draw(chart, 60, 12).text == expected)
  }

  @Test func `draws lines in dots where asked`() {
    let expected = """
      45 ┃╌target 45╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌⡀╌
         ┃                                ┊               ⡀ ⠂ ⠁
         ┃                                ┊         ⠄ ⠂ ⠁
      40 ┃                                ┊   ⠄ ⠂ ⠁
         ┇                            ⡀ ⠄ ⠂ ⠁
         ┇                      ⡀ ⠄ ⠂ ⢀⠤● ┊
         ┇                ⡀ ⠄⡠⠔⠉⠉⠑⠒⠤⠤⠊⠁   ┊
      35 ┤          ⡀ ⠄ ⠁⢀⡠⠔⠉             ┊
         │    ⡀ ⠂⢀⣀⣀⣀⣀⣀⡠⠒⠁                ┊
         │⠐⠒⠒⠒⠒⠒⠉⠁                        ┊
         └┴───────────────────────────────┴──────────────────────┴
          1 Oct                         today               31 Dec
      """
    #expect(draw(chart, 60, 12, .braille).text == expected)
  }

  @Test func `draws with ASCII alone`() {
    let canvas = draw(chart, 40, 9, .ascii)
    #expect(canvas.text.unicodeScalars.allSatisfy { $0.isASCII })
    let expected = #"""
      45 #-target 45------------------------.-
         #                    :       . . .
      40 #                    : . . .
         =                . .o.
         =          . _"""_"" :
      35 +    . . ._""        :
         |"""""""""           :
         ++-------------------+--------------+
          1 Oct             today       31 Dec
      """#
    #expect(canvas.text == expected)
  }

  @Test func `leaves out what has no room`() {
    let low = """
      45 ┃╌target 45╌╌╌╌╌╌╌╌╌╌╌╌·╌·╌
      40 ┃              · · · ·
      35 ┇      · ▄▄▀▀▄▀●
         │▄▄▄▀▀▀▀▀      ┊
         └┴─────────────┴──────────┴
          1 Oct       today   31 Dec
      """
    #expect(draw(chart, 30, 6).text == low)
    let tiny = """
      ╌╌╌╌╌╌╌╌·╌
         ▄▄●·
      ▄▀▀  ┊
      """
    #expect(draw(chart, 10, 3).text == tiny)
  }

  @Test func `styles each part as what it means`() {
    let expected = """
      aa HTTTTTTTTTTTTTTTTTTTTTTxTxT
      aa H              x x x x
      aa O      x lllllll
         allllllll      a
         aaaaaaaaaaaaaaaaaaaaaaaaaaa
          aaaaa       aaaaa   aaaaaa
      """
    #expect(draw(chart, 30, 6).styles == expected)
  }

  @Test(arguments: 0...16, [0, 1, 2, 3, 4, 5, 6, 7])
  func `draws within its rectangle in any size`(width: Int, height: Int) {
    var canvas = Canvas(width: 20, height: 10)
    let rect = Rect(row: 1, column: 2, height: height, width: width)
    chart.draw(into: &canvas, in: rect)
    for row in 0..<10 {
      for column in 0..<20
      where !rect.contains(Position(row: row, column: column)) {
        #expect(canvas[row, column] == .blank)
      }
    }
  }

  @Test(
    arguments: [
      [], [(0, 1)], [(5, -1), (5, 9)], [(-9, 1), (99, 2)], [(-9, 1)],
      [(.nan, 1), (1, .nan), (2, .infinity), (-.infinity, 0)],
      [(0, -.greatestFiniteMagnitude), (9, .greatestFiniteMagnitude)],
      [(9, 1), (0, 2), (5, 5)],
    ] as [[(Double, Double)]])
  func `takes any readings`(readings: [(Double, Double)]) {
    let points = readings.map { LineChart.Point(x: $0.0, y: $0.1) }
    for span in [0.0...10, 5...5] {
      var chart = LineChart(points: points, span: span)
      chart.expected = points
      chart.today = points.first?.x
      chart.targets = points.map { LineChart.Label($0.y, "漢字e\u{301}") }
      chart.valueLabels = chart.targets
      chart.timeLabels = points.map { LineChart.Label($0.x, "x") }
      chart.bands = points.map {
        LineChart.Band(low: $0.y, high: $0.x, role: .healthy)
      }
      #expect(draw(chart, 40, 10).width == 40)
    }
  }

  @Test func `draws the later of two readings in one column`() {
    let chart = LineChart(
      points: [
        LineChart.Point(x: 0, y: 0), LineChart.Point(x: 5, y: 10),
        LineChart.Point(x: 5.1, y: 0),
      ], span: 0...9)
    #expect(draw(chart, 9, 2).text == "\n▄▄▄▄▄●")
  }

  @Test func `joins the edge with the reading before the span`() {
    let chart = LineChart(
      points: [LineChart.Point(x: -10, y: 1), LineChart.Point(x: 4, y: 1)],
      span: 0...9)
    #expect(draw(chart, 9, 1).text == "▀▀▀▀●")
  }

  @Test(
    arguments: [
      ([30.0, 45], 4, [30, 35, 40, 45]), ([0, 1], 3, [0, 0.5, 1]),
      ([-3, 3], 5, [-2, 0, 2]), ([99.9, 100.1], 3, [99.9, 100, 100.1]),
      ([0, 1e9], 3, [0, 5e8, 1e9]), ([0, 1], 0, []), ([1, 1], 4, []),
    ] as [([Double], Int, [Double])])
  func `chooses round values for labels`(
    range: [Double], count: Int, expected: [Double]
  ) {
    let steps = LineChart.steps(in: range[0]...range[1], atMost: count)
    #expect(steps.count == expected.count)
    for (step, expected) in zip(steps, expected) {
      #expect(abs(step - expected) <= 1e-9 * max(1, abs(expected)))
    }
  }

  @Test func `makes room for targets and for ranges that are near`() {
    var chart = LineChart(
      points: [LineChart.Point(x: 0, y: 10), LineChart.Point(x: 1, y: 20)],
      span: 0...1)
    #expect(chart.range == 9.5...20.5)
    chart.bands = [LineChart.Band(low: -500, high: 25, role: .healthy)]
    #expect(chart.range == 9.25...25.75)
    chart.targets = [LineChart.Label(30, "")]
    #expect(chart.range == 9...31)
    chart.points.insert(LineChart.Point(x: -9, y: 900), at: 0)
    #expect(chart.range == 9...31)
  }
}
