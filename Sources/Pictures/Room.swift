import Canvas

/// How much of the height of a line a block may take.
enum Room: Hashable {
  case wholeLine
  /// A bar keeps away from those above and below.
  case withinLine
  /// A sparkline keeps away from what is above.
  case underLine

  /// Of the height of a line, from the middle or from below.
  var percent: Int {
    switch self {
    case .wholeLine: 100
    case .withinLine: 78
    case .underLine: 89
    }
  }
}

extension Canvas {
  /// The room of the blocks of `row`, by their columns; where there is none,
  /// the whole line.
  ///
  /// Bars and sparklines of rows below each other would be one block. Those of
  /// a chart are to join.
  func rooms(_ row: Int) -> [Int: Room] {
    var rooms: [Int: Room] = [:]
    var run: [Int] = []
    for column in 0...width {
      let cell = self[row, column]
      if cell.isBlock, column < width {
        run.append(column)
        continue
      }
      let room = room(of: run, row)
      for place in run { rooms[place] = room }
      run = []
      if cell.style.role == .tick { rooms[column] = .withinLine }
    }
    return rooms
  }

  private func room(of run: [Int], _ row: Int) -> Room {
    let shapes = run.map { Shape(self[row, $0].scalar) }
    let roles = run.map { self[row, $0].style.role }
    // The frame of a time.
    if shapes.contains(.right) { return .withinLine }
    let isSpark = shapes.contains {
      if case .lower = $0 { true } else { false }
    }
    if !isSpark {
      return roles.allSatisfy(\.isStatus) ? .withinLine : .wholeLine
    }
    return roles.allSatisfy { $0 == .spark || $0.isStatus }
      ? .underLine : .wholeLine
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
