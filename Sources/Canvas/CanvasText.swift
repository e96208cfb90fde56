extension Canvas {
  /// What is written on this canvas: its lines without trailing blanks.
  package var text: String {
    (0..<height).map { line($0) }.joined(separator: "\n")
  }

  /// How it is written, for comparison: a line for each line of the canvas, with
  /// `Role.letter` for each cell and then, after a tab, what is stressed where.
  ///
  /// Example: `t  GGG<tab>bold 0-3 selected 0-79`
  package var styles: String {
    (0..<height).map { row in
      let roles = trimmed((0..<width).map { self[row, $0].style.role.letter })
      let stresses = stresses(row)
      return stresses.isEmpty ? roles : roles + "\t" + stresses
    }.joined(separator: "\n")
  }

  /// Returns the line `row` without trailing blanks.
  package func line(_ row: Int) -> String {
    trimmed((0..<width).flatMap { self[row, $0].scalars })
  }

  private func stresses(_ row: Int) -> String {
    let kinds: [(Emphasis, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"),
      (.selected, "selected"),
    ]
    return kinds.flatMap { emphasis, name in
      runs(row, emphasis).map { "\(name) \($0.lowerBound)-\($0.upperBound)" }
    }.joined(separator: " ")
  }

  private func runs(_ row: Int, _ emphasis: Emphasis) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for column in 0..<width
    where self[row, column].style.emphasis.contains(emphasis) {
      if let last = runs.last, last.upperBound == column - 1 {
        runs[runs.count - 1] = last.lowerBound...column
      } else {
        runs.append(column...column)
      }
    }
    return runs
  }

  private func trimmed(_ scalars: [Unicode.Scalar]) -> String {
    let end = (scalars.lastIndex { $0 != " " } ?? -1) + 1
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[..<end])
    return String(view)
  }
}
