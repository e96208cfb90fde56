import Canvas

/// What another session left behind, as the differences it would make.
struct RecoveryView {
  private let recovered: Recovered
  private let lines: [String]
  private let scroll: Scroll

  /// `nil` where nothing is left behind.
  init?(_ session: Session, _ scroll: Scroll) {
    guard let first = session.recovered.first else { return nil }
    recovered = first
    lines = session.recoveredWords
    self.scroll = scroll
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let (head, body) = rect.split(top: rect.height - Self.listHeight(in: rect))
    canvas.put(
      "LEFT BEHIND", in: head.line(0).dropping(left: 1), style: .heading)
    canvas.put(
      recovered.story, in: head.line(1).dropping(left: 1), style: .title)
    let list = body.dropping(left: 1, right: 1)
    if lines.isEmpty {
      canvas.put(
        "only blanks differ", in: list.line(0), style: .faint)
    }
    let seen = scroll.visible(count: lines.count, height: list.height)
    for (row, index) in seen.enumerated() {
      canvas.put(lines[index], in: list.line(row))
      if index == scroll.selected {
        canvas.mark(body.line(row), .selected)
      }
    }
  }

  /// The difference whose line lies at a place.
  func line(at position: Position, in rect: Rect) -> Int? {
    let height = Self.listHeight(in: rect)
    let body = rect.split(bottom: height).bottom
    let index = scroll.top + position.row - body.row
    let seen = scroll.visible(count: lines.count, height: body.height)
    return body.contains(position) && seen.contains(index) ? index : nil
  }

  /// How many lines the list of differences has.
  static func listHeight(in rect: Rect) -> Int {
    max(0, rect.height - (rect.height >= 8 ? 3 : min(2, rect.height)))
  }
}
