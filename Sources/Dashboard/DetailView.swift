import Canvas
import Goals

/// What the selected thing is about, in a few lines.
struct DetailView {
  var outlook: Outlook
  var thing: Thing

  func draw(into canvas: inout Canvas, in rect: Rect) {
    for (index, line) in lines(
      atMost: rect.height, width: rect.width, glyphs: canvas.glyphs
    ).enumerated() {
      line.draw(into: &canvas, in: rect.line(index))
    }
  }

  /// Title and verdict, facts, then the last check-ins and what else has room.
  func lines(atMost limit: Int, width: Int, glyphs: Glyphs) -> [Line] {
    let verdict = outlook.verdictLine(of: thing, glyphs: glyphs)
    var title = Line(outlook.title(of: thing), Style(.title, .bold))
    var lines: [Line] = []
    if title.cells + verdict.cells + 4 <= width {
      title.append("    ")
      title.spans += verdict.spans
      lines = [title]
    } else {
      lines = [title, verdict]
    }
    lines.append(outlook.factsLine(of: thing))
    let room = max(1, limit - lines.count)
    lines += checkIns(atMost: min(room, 4))
    lines += outlook.actions(of: thing)
      .filter { !$0.box.known(at: outlook.now).isDone }
      .map {
        outlook.taskLine(
          $0.box, due: $0.due, person: $0.person, text: $0.text, of: thing)
      }
    return Array(lines.prefix(max(0, limit)))
  }

  private func checkIns(atMost limit: Int) -> [Line] {
    let rows = outlook.rows(of: thing)
    guard !rows.isEmpty else {
      return outlook.pace(of: thing) == nil
        ? [Line("no reading yet", .faint)]
        : [Line("no check-in yet: c", .faint)]
    }
    return rows.suffix(max(0, limit)).reversed().map {
      outlook.readingLine(at: $0, of: thing)
    }
  }
}
