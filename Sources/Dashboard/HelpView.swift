import Canvas

extension Session {
  /// What `HelpView` says, made from the one table of commands.
  var helpLines: [HelpView.Line] {
    let context: Command.Context = trail.pages.isEmpty ? .board : .page
    var lines: [HelpView.Line] = []
    for group in Command.Group.allCases {
      let commands = Command.allCases.filter { command in
        command.group == group
          && (command.contexts.contains(context) || group == .typing
            || group == .answers)
      }
      guard !commands.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpView.Line(keys: "", sentence: "")) }
      lines.append(HelpView.Line(keys: group.rawValue, sentence: nil))
      lines += commands.map { command in
        HelpView.Line(
          keys: command.keys.map(\.description).joined(separator: " "),
          sentence: command.sentence)
      }
    }
    return lines
  }
}

/// The help page.
struct HelpView {
  struct Line: Hashable {
    var keys: String
    /// What the keys do; `nil` for a heading.
    var sentence: String?
  }

  let lines: [Line]
  let scroll: Scroll

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let keyWidth = min(
      rect.width / 3,
      (lines.map { $0.sentence == nil ? 0 : displayCells(of: $0.keys) }.max()
        ?? 0) + 2)
    let seen = scroll.visible(count: lines.count, height: rect.height)
    for (row, index) in seen.enumerated() {
      let line = lines[index]
      let place = rect.line(row).dropping(left: min(1, rect.width))
      guard let sentence = line.sentence else {
        canvas.put(line.keys.uppercased(), in: place, style: .heading)
        continue
      }
      let (keys, rest) = place.split(left: keyWidth)
      canvas.put(line.keys, in: keys.dropping(right: 1), style: .key)
      canvas.put(sentence, in: rest)
    }
  }
}
