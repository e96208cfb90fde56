// What happens when the screen gets another size.
extension Session {
  /// Remembers where everything stands before the first of several sizes.
  mutating func noteRest(before event: Event) {
    if case .resized = event {
      rest = rest ?? trail
    } else if case .clock = event {
      return
    } else {
      rest = nil
    }
  }

  mutating func resize(width: Int, height: Int) {
    if let rest { trail = rest }
    let old = size.width
    size = (max(0, width), max(0, height))
    if size.width != old { followMatchInHelp(from: old) }
  }

  /// Keeps the selected line of a page where its narrative takes more lines than
  /// before, or fewer.
  mutating func followNarrative() {
    guard let last = trail.pages.indices.last else { return }
    let page = trail.pages[last]
    let lines = layout(of: page.topic).content.narrativeLines
    guard page.narrativeLines != lines else { return }
    trail.pages[last].narrativeLines = lines
    guard let before = page.narrativeLines else { return }
    func moved(_ line: Int) -> Int {
      line >= before ? line + lines - before : line * lines / max(1, before)
    }
    trail.pages[last].scroll.selected = moved(page.scroll.selected)
    trail.pages[last].scroll.top = moved(page.scroll.top)
  }
}
