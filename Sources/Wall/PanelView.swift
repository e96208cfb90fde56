import Canvas
import Goals

/// One thing on a page, in the form that was found for it.
struct PanelView {
  let scene: Scene
  let panel: Panel

  private var thing: Thing { panel.thing }
  private var form: PanelForm { panel.form }
  private var role: Role { scene.role(of: thing) }

  func draw(into canvas: inout Canvas) {
    let content = panel.rect.dropping(left: 2)
    let glyphs = canvas.glyphs
    let title = form.titleLines(glyphs)
    let body = form.bodyLines(glyphs)
    if scene.isMarked(thing) {
      let lines = title + (form.scale > 0 ? panel.body : body)
      drawMark(
        panel.rect.split(top: lines).top.split(left: 1).left, into: &canvas)
    }
    guard form.scale > 0 else {
      LineView(
        scene: scene, thing: thing, number: panel.number, title: panel.title,
        note: form.keyResults == .none ? scene.troubleBelow(thing) : []
      )
      .draw(into: &canvas, in: content.split(top: body).top)
      return drawKeyResults(into: &canvas, in: content.dropping(top: body))
    }
    drawTitle(into: &canvas, in: content.split(top: title).top)
    let (place, rest) = content.dropping(top: title).split(top: panel.body)
    drawNumber(into: &canvas, in: place)
    let number = BlockText.height(scale: form.scale, glyphs)
    drawWords(
      into: &canvas,
      in: form.words == .beside
        ? place.dropping(left: panel.number + 3) : place.dropping(top: number))
    drawKeyResults(
      into: &canvas, in: rest.dropping(top: form.keyResultsGap))
  }

  /// What changed has a line in the margin.
  private func drawMark(_ rect: Rect, into canvas: inout Canvas) {
    canvas.fill(
      rect, with: canvas.glyphs.isASCII ? "|" : "▌", style: .notice)
  }

  private func drawTitle(into canvas: inout Canvas, in rect: Rect) {
    let text = scene.title(of: thing)
    let style = Style(scene.isMarked(thing) ? .notice : .title, .bold)
    if form.titleScale > 0, let folded = BlockText.folded(text) {
      let lines = form.titleRows > 1 ? folded.lines : [text]
      let height = rect.height / form.titleRows
      // A title of one line stands next to its number.
      let top = form.titleRows - lines.count
      for (index, line) in lines.enumerated() {
        BlockText(line, scale: form.titleScale, cells: rect.width)?.draw(
          into: &canvas, in: rect.dropping(top: (top + index) * height),
          style: style)
      }
      return
    }
    // In plain letters it stands next to the number, on a narrow wall in two
    // lines if need be.
    var place = rect.dropping(left: 2, bottom: form.titleScale > 0 ? 1 : 0)
    let paragraph = Paragraph(text, style: style)
    let isLong =
      form.words == .below && paragraph.lines(width: place.width).count > 1
    if !isLong { place = place.split(bottom: 1).bottom }
    canvas.set(
      canvas.glyphs.shape(of: role), row: place.row, column: rect.column,
      style: Style(role))
    if isLong {
      paragraph.draw(into: &canvas, in: place)
    } else {
      canvas.put(text, in: place, style: style)
    }
  }

  private func drawNumber(into canvas: inout Canvas, in rect: Rect) {
    let (text, unit) = scene.largeHeadline(of: thing)
    // Only what somebody has to look at is coloured.
    let style = Style(scene.isTroubled(thing) ? role : .text, .bold)
    let height = BlockText.height(scale: form.scale, canvas.glyphs)
    var end = rect.column
    if let block = BlockText(text, scale: form.scale) {
      block.draw(into: &canvas, in: rect, style: style)
      end += (BlockText.pixels(of: text) ?? 0) * form.scale
    } else {
      end += canvas.put(text, in: rect.line(height - 1), style: style)
    }
    guard !unit.isEmpty else { return }
    if let block = BlockText(unit, scale: form.unitScale) {
      let lines = BlockText.height(scale: form.unitScale, canvas.glyphs)
      return block.draw(
        into: &canvas,
        in: rect.split(top: height).top.split(bottom: lines).bottom
          .dropping(left: end - rect.column + 2 * form.unitScale), style: style)
    }
    canvas.put(unit, row: rect.row + height - 1, column: end + 1, style: style)
  }

  private func drawWords(into canvas: inout Canvas, in rect: Rect) {
    guard rect.width >= 8 else { return }
    WordsView(
      scene: scene, thing: thing, titleScale: form.titleScale
    ).draw(into: &canvas, in: rect)
  }

  private func drawKeyResults(into canvas: inout Canvas, in rect: Rect) {
    guard case .objective(let index) = thing else { return }
    let all = Array(scene.board.objectives[index].keyResults)
    let shown: [Int] =
      switch form.keyResults {
      case .none: []
      case .troubled: all.filter { scene.isTroubled(.keyResult($0)) }
      case .all: all
      }
    let sorted = shown.map { (scene.rank(of: .keyResult($0)), $0) }
      .sorted(by: <).map(\.1)
    let lines = form.keyResultLines(canvas.glyphs)
    // The last needs no blank line below.
    let room = (rect.height + (form.titleScale > 0 ? 1 : 0)) / lines
    for (index, place) in sorted.prefix(room).enumerated() {
      let row = rect.dropping(top: index * lines).split(top: lines).top
      if index == room - 1, sorted.count > room {
        canvas.put(
          "+\(sorted.count - index) more", in: row.dropping(left: 2),
          style: .faint)
        return
      }
      draw(.keyResult(place), into: &canvas, in: row)
    }
  }

  private func draw(
    _ keyResult: Thing, into canvas: inout Canvas, in rect: Rect
  ) {
    if scene.isMarked(keyResult) {
      drawMark(
        Rect(
          row: rect.row, column: panel.rect.column, height: rect.height,
          width: 1), into: &canvas)
    }
    guard form.titleScale == 0 else {
      return LargeLineView(scene: scene, thing: keyResult).draw(
        into: &canvas, in: rect)
    }
    LineView(
      scene: scene, thing: keyResult, number: 5, title: panel.title - 2
    ).draw(into: &canvas, in: rect.dropping(left: 2))
  }
}
