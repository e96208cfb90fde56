import Canvas
import Goals

/// The line above every screen: what, which cycle, how far in time, how it
/// stands, and the moment that is shown.
struct HeaderView {
  var outlook: Outlook
  /// Whether the moment that is shown is not the present one.
  var isPast = false

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let moment = momentLine
    let name = nameLine(glyphs: canvas.glyphs)
    var room = rect.inset(columns: rect.width >= 20 ? 1 : 0)
    if moment.cells + 8 <= room.width || isPast {
      moment.drawAtRight(into: &canvas, in: room)
      room = room.dropping(right: moment.cells + 3)
    }
    let counts = countLines(glyphs: canvas.glyphs).first {
      $0.cells + 3 + min(name.cells, 24) <= room.width
    }
    if let counts {
      counts.drawAtRight(into: &canvas, in: room)
      room = room.dropping(right: counts.cells + 3)
    }
    name.draw(into: &canvas, in: room)
    drawTime(into: &canvas, in: room.dropping(left: name.cells + 2))
  }

  private func nameLine(glyphs: Glyphs) -> Line {
    var line = Line(outlook.board.title ?? "Bearing", Style(.title, .bold))
    if let cycle = outlook.cycle {
      line.append(" \(glyphs.text(glyphs.separator)) ", .faint)
      line.append(cycle.cycle.name, .title)
    }
    return line
  }

  private var momentLine: Line {
    guard isPast else { return Line(clock(outlook.now)) }
    let day = dayInWords(outlook.today, today: outlook.today)
    return Line(
      " as it was on \(day) \(outlook.today.parts.year) ",
      Style(.notice, [.bold, .reverse]))
  }

  /// The counts by status, in words, and shorter.
  private func countLines(glyphs: Glyphs) -> [Line] {
    let counts = outlook.counts
    func line(_ word: (Status) -> String, _ gap: String) -> Line {
      var line = Line()
      for (status, count) in counts {
        if !line.spans.isEmpty { line.append(gap) }
        let role = Role(status)
        line.append(
          "\(glyphs.text(glyphs.shape(of: role))) \(count)\(word(status))",
          Style(role))
      }
      return line
    }
    return [line({ " " + $0.words }, "   "), line({ _ in "" }, "  ")]
  }

  private func drawTime(into canvas: inout Canvas, in rect: Rect) {
    guard let cycle = outlook.cycle, cycle.cycle.contains(outlook.today) else {
      return
    }
    let day = outlook.today.number - cycle.cycle.start.number + 1
    let days = cycle.cycle.end.number - cycle.cycle.start.number + 1
    let words = "day \(day) of \(days)"
    var rest = rect
    if rect.width >= words.utf8.count + 14 {
      let (bar, after) = rect.split(left: min(18, rect.width - 14))
      TimeBar(cycle.elapsed).draw(into: &canvas, in: bar)
      rest = after.dropping(left: 1)
    }
    guard rest.width >= words.utf8.count else { return }
    canvas.put(words, in: rest, style: .faint)
  }
}
