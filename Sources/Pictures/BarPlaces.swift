import Canvas

extension Canvas {
  /// The columns of `row` that progress bars lie in.
  ///
  /// Bars of rows below each other would be one block; pictures keep them a
  /// little apart. Columns of a sparkline or a chart are as high as a line.
  func barColumns(_ row: Int) -> Set<Int> {
    var columns: Set<Int> = []
    var run: [Int] = []
    for column in 0...width {
      let cell = self[row, column]
      if cell.isBlock, column < width {
        run.append(column)
        continue
      }
      if isBar(run, row) { columns.formUnion(run) }
      run = []
    }
    return columns
  }

  private func isBar(_ run: [Int], _ row: Int) -> Bool {
    let shapes = run.map { Shape(self[row, $0].scalar) }
    let isFramed = shapes.contains(.right)
    return !run.isEmpty
      && zip(run, shapes).allSatisfy { column, shape in
        switch shape {
        case .lower, nil, .dots: false
        case .left, .right, .lines:
          isFramed || self[row, column].style.role.isStatus
        }
      }
  }
}

extension Cell {
  /// A tick where a bar is filled: a line cut out of it.
  var isCutOut: Bool {
    style.emphasis.contains(.reverse)
      && Shape(scalar) == .lines([.up, .down])
  }

  fileprivate var isBlock: Bool {
    switch Shape(scalar) {
    case .left, .lower, .right: true
    case .lines: isCutOut
    case .dots, nil: false
    }
  }
}

extension Role {
  fileprivate var isStatus: Bool {
    switch self {
    case .achieved, .onTrack, .atRisk, .offTrack, .missed, .stale, .pending,
      .accepted:
      true
    case .text, .faint, .title, .heading, .rule, .selection, .key, .notice,
      .error, .input, .match, .track, .tick, .spark, .line, .expected, .target,
      .healthy, .tolerable, .axis:
      false
    }
  }
}
