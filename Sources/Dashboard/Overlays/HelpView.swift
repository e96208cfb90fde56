import Canvas

/// Where somebody is in the help.
package struct HelpPlace: Hashable, Sendable {
  package var scroll = Scroll()
  /// What the lines that are shown mention; all of them where empty.
  package var filter = TextField()
  package var isTyping = false

  package init() {}
}

extension Session {
  /// What `HelpView` shows, made from the one table of commands.
  var helpPage: HelpPage {
    var filter = FoldedText("")
    if case .help(let place) = mode { filter = FoldedText(place.filter.text) }
    return HelpPage(here: place, keymap, mentioning: filter)
  }
}

/// The lines of the help: what is possible where one is, by groups.
struct HelpPage {
  struct Line: Hashable {
    var keys: String
    /// What the keys do; `nil` for a heading.
    var sentence: String?
  }

  /// Groups of lines, each with its heading first.
  private var groups: [[Line]] = []

  /// - Parameter filter: only what mentions it.
  init(
    here: Command.Context, _ keymap: Keymap, mentioning filter: FoldedText
  ) {
    for group in Command.Group.allCases {
      let lines = Command.allCases.filter {
        $0.group == group
          && ($0.contexts.contains(here)
            || [.typing, .adding, .form, .answers].contains(group))
      }.compactMap { command -> Line? in
        let context =
          [here, .typing].first { command.contexts.contains($0) }
          ?? command.contexts.sorted { $0.rawValue < $1.rawValue }.first
        let keys = context.map { keymap.keys(for: command, in: $0) } ?? []
        let line = Line(
          keys: keys.isEmpty
            ? ":\(command.title)"
            : keys.map(\.description).joined(separator: " "),
          sentence: command.sentence)
        let words = FoldedText("\(line.keys) \(line.sentence ?? "")")
        return words.contains(filter) ? line : nil
      }
      guard !lines.isEmpty else { continue }
      groups.append([Line(keys: group.rawValue, sentence: nil)] + lines)
    }
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

  /// How many cells the keys take, at most.
  var keyWidth: Int {
    groups.joined().map {
      $0.sentence == nil ? 0 : displayCells(of: $0.keys)
    }.max() ?? 0
  }
}

/// The help page.
struct HelpView {
  let page: HelpPage
  let scroll: Scroll

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let rows = page.rows(width: rect.width)
    guard !rows.isEmpty else {
      canvas.put(
        " nothing here mentions that: Esc shows all", in: rect, style: .notice)
      return
    }
    let seen = scroll.visible(count: rows.count, height: rect.height)
    for (row, index) in seen.enumerated() {
      var rest = rect.line(row).dropping(left: min(1, rect.width))
      let width = rest.width / max(1, rows[index].count)
      for line in rows[index] {
        let (place, after) = rest.split(left: width)
        if let line { draw(line, into: &canvas, in: place) }
        rest = after
      }
    }
  }

  private func draw(
    _ line: HelpPage.Line, into canvas: inout Canvas, in place: Rect
  ) {
    guard let sentence = line.sentence else {
      canvas.put(line.keys.uppercased(), in: place, style: .heading)
      return
    }
    let keyWidth = min(place.width * 3 / 8, page.keyWidth + 1)
    let (keys, rest) = place.split(left: keyWidth)
    canvas.put(line.keys, in: keys.dropping(right: 1), style: .key)
    canvas.put(sentence, in: rest.dropping(right: min(1, rest.width)))
  }
}
