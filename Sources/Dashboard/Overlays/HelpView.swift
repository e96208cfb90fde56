import Canvas

/// The help page.
struct HelpView {
  let page: HelpPage
  let scroll: Scroll
  /// What is marked wherever it stands.
  let sought: FoldedText

  init(_ place: HelpPlace) {
    page = place.page
    scroll = place.scroll
    sought = place.sought
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let rows = page.rows(width: rect.width)
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
    let (left, right) = place.split(left: keyWidth)
    let (keys, words) = (
      left.dropping(right: 1), right.dropping(right: min(1, right.width))
    )
    canvas.put(line.keys, in: keys, style: .key)
    canvas.put(sentence, in: words)
    canvas.mark(sought, in: line.keys, at: keys)
    canvas.mark(sought, in: sentence, at: words)
  }
}
