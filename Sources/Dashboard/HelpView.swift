import Canvas

// The help page, made from the table of commands.
extension Session {
  /// The context that help is about: where one was when asking for it.
  private var helpContexts: [Command.Context] {
    [trail.pages.isEmpty ? .board : .page, .typing]
  }

  var helpLines: [Line] {
    var lines = [
      Line("Keys \(trail.pages.isEmpty ? "on the board" : "on a page")",
        Style(.title, .bold))
    ]
    for group in Command.Group.allCases {
      let commands = Command.allCases.filter { command in
        command.group == group
          && helpContexts.contains { command.contexts.contains($0) }
      }
      guard !commands.isEmpty else { continue }
      lines.append(Line())
      lines.append(Line(group.rawValue, .heading))
      lines += commands.map { line(for: $0) }
    }
    return lines + [Line()] + signLines
  }

  private func line(for command: Command) -> Line {
    let keys = command.keys.map(\.description).joined(separator: " ")
    var line = Line("  ")
    line.append(pad(keys, to: 22), .key)
    line.append(" \(command.sentence)")
    return line
  }

  /// What the signs mean.
  private var signLines: [Line] {
    var line = Line("  ")
    let signs: [(Role, String)] = [
      (.onTrack, "on track, healthy"), (.atRisk, "at risk, tolerable"),
      (.offTrack, "off track, critical"), (.achieved, "achieved"),
      (.missed, "missed"), (.stale, "stale: too old to believe"),
      (.pending, "nothing to say yet"), (.accepted, "accepted for a time"),
    ]
    var lines = [Line("Signs", .heading)]
    for (role, words) in signs {
      line = Line("  ")
      line.append(glyphs.text(glyphs.shape(of: role)), Style(role))
      line.append(" \(words)")
      lines.append(line)
    }
    lines.append(
      Line("  In a bar, \(glyphs.text(glyphs.tick)) is where it should be today.")
    )
    return lines
  }

  func drawHelp(_ scroll: Scroll, into canvas: inout Canvas) {
    let frame = Frame(in: canvas.bounds)
    HeaderView(outlook: outlook, isPast: daysBack > 0)
      .draw(into: &canvas, in: frame.header)
    canvas.fill(frame.rule, with: canvas.glyphs.horizontal, style: .rule)
    let lines = helpLines
    let top = max(0, min(scroll.top, lines.count - frame.body.height))
    for (offset, line) in lines.dropFirst(top).prefix(frame.body.height)
      .enumerated()
    {
      line.draw(into: &canvas, in: frame.body.line(offset).inset(columns: 1))
    }
  }
}
