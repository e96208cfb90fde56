import Canvas

/// Why a save did not succeed and what to do about it, over the lower end of
/// what is seen.
struct RefusalView {
  let refusal: Refusal

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let sentence = "not saved: \(refusal.reason). To do: \(refusal.advice)."
    let lines = Paragraph(sentence).lines(width: rect.width - 2)
    let shown = lines.prefix(max(0, rect.height))
    let (_, area) = rect.split(bottom: shown.count)
    canvas.fill(area)
    for (row, line) in shown.enumerated() {
      canvas.put(
        line, in: area.line(row).dropping(left: 1),
        style: Style(.error, .bold))
    }
  }
}
