import Canvas

/// The lines of the help: what is possible where one is, by groups.
package struct HelpPage: Hashable, Sendable {
  struct Line: Hashable {
    var keys: String
    /// What the keys do; `nil` for a heading.
    var sentence: String?
    /// What a search looks at.
    var words = FoldedText("")
  }

  /// Groups of lines, each with its heading first.
  private var groups: [[Line]] = []

  init(here: Command.Context, _ keymap: Keymap) {
    var order = Command.Group.allCases
    if here == .meeting {
      order.removeAll { $0 == .meeting }
      order.insert(.meeting, at: 0)
    }
    for group in order {
      let lines = Command.allCases.filter {
        $0.group == group
          && ($0.contexts.contains(here)
            || [.typing, .adding, .form, .answers].contains(group))
      }.map { HelpPage.line(of: $0, here, keymap) }
      guard !lines.isEmpty else { continue }
      groups.append([Line(keys: group.rawValue, sentence: nil)] + lines)
    }
  }

  private static func line(
    of command: Command, _ here: Command.Context, _ keymap: Keymap
  ) -> Line {
    let context =
      [here, .typing].first { command.contexts.contains($0) }
      ?? command.contexts.sorted { $0.rawValue < $1.rawValue }.first
    let bound = context.map { keymap.keys(for: command, in: $0) } ?? []
    let keys =
      bound.isEmpty
      ? ":\(command.title)"
      : bound.map(\.description).joined(separator: " ")
    return Line(
      keys: keys, sentence: command.sentence,
      words: FoldedText("\(keys) \(command.sentence)"))
  }

  /// The lines in one column, or side by side in two where there is room.
  func rows(width: Int) -> [[Line?]] {
    let all = lines(of: groups[...])
    guard width >= 118, all.count > 12 else { return all.map { [$0] } }
    // The first column ends with the group that makes it the longer one.
    let split =
      groups.indices.first {
        lines(of: groups[...$0]).count >= all.count / 2
      } ?? groups.startIndex
    let left = lines(of: groups[...split])
    let right = lines(of: groups[(split + 1)...])
    return (0..<max(left.count, right.count)).map { row in
      [
        left.indices.contains(row) ? left[row] : nil,
        right.indices.contains(row) ? right[row] : nil,
      ]
    }
  }

  /// The lines of groups, with an empty one between.
  private func lines(of groups: ArraySlice<[Line]>) -> [Line] {
    Array(groups.joined(separator: [Line(keys: "", sentence: "")]))
  }

  /// How many rows there are in that width.
  func height(width: Int) -> Int { rows(width: width).count }

  /// The rows in which something mentions `sought`, ascending.
  func matches(of sought: FoldedText, width: Int) -> [Int] {
    guard !sought.isEmpty else { return [] }
    return rows(width: width).enumerated().filter { row in
      row.element.contains { $0?.words.contains(sought) ?? false }
    }.map(\.offset)
  }

  /// The first line of a row that mentions `sought`; `nil` where none does.
  func line(matching sought: FoldedText, row: Int, width: Int) -> Line? {
    let rows = rows(width: width)
    guard rows.indices.contains(row) else { return nil }
    return rows[row].compactMap(\.self).first { $0.words.contains(sought) }
  }

  /// The row in which a line stands in that width.
  func row(of line: Line, width: Int) -> Int? {
    rows(width: width).firstIndex { $0.contains(line) }
  }

  /// How many cells the keys take, at most.
  var keyWidth: Int {
    groups.joined().map {
      $0.sentence == nil ? 0 : displayCells(of: $0.keys)
    }.max() ?? 0
  }
}
