import Canvas

// What is looked for is marked where it stands.
extension Canvas {
  /// Marks the characters of `text` at `places`, which ascend, where it stands in
  /// the first line of `rect`, cut to it.
  mutating func mark(
    _ places: some Sequence<Int>, of text: String, in rect: Rect,
    style: Style = .match
  ) {
    let marked = Set(places)
    guard !marked.isEmpty, !rect.isEmpty else { return }
    // The last cell of a text that is cut says so.
    let end =
      rect.columns.upperBound - (displayCells(of: text) > rect.width ? 1 : 0)
    var column = rect.column
    for (place, character) in text.enumerated() {
      let width = displayCells(of: String(character))
      if column + width > end { return }
      if marked.contains(place) {
        restyle(
          Rect(row: rect.row, column: column, height: 1, width: width)
        ) { $0 = style }
      }
      column += width
    }
  }

  /// Marks wherever `sought` stands in `text`.
  mutating func mark(_ sought: FoldedText, in text: String, at rect: Rect) {
    guard !sought.isEmpty else { return }
    mark(FoldedText(text).ranges(of: sought).joined(), of: text, in: rect)
  }
}

extension Session {
  /// What is searched for, without regard to case and accents.
  var sought: FoldedText { FoldedText(soughtText) }

  /// What is searched for, while it is typed and as long as one goes from match
  /// to match; else empty.
  var soughtText: String {
    switch mode {
    case .searching(let field, _): field.text
    case .browsing where marksMatches: lastSearch
    case .browsing, .checkingIn, .naming, .choosing, .help, .quitting,
      .reloading, .opening, .refused, .deciding, .recovering, .noting, .voting,
      .adjourning, .repeating, .filtering, .playing, .writing, .adding,
      .deleting, .filling, .closing, .carrying:
      ""
    }
  }
}
