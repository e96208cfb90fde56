import Canvas
import Goals

// The page with the tree of objectives.
extension Session {
  /// Opens it at the objective that is selected.
  mutating func openAlignment() {
    if case .alignment? = trail.pages.last?.topic { return }
    let objective = selection.flatMap { outlook.board.objective(of: $0) }
    openPage(of: .alignment(hiding: []))
    if let objective { selectInTree(objective) }
  }

  private mutating func selectInTree(_ objective: Int) {
    guard let last = trail.pages.indices.last,
      case .alignment(let hidden) = trail.pages[last].topic
    else { return }
    let table = AlignmentTable(outlook, hiding: hidden, width: 80)
    guard let line = table.index(of: objective) else { return }
    selectOnPage(line)
  }

  /// Hides or shows what supports the objective that is selected; where nothing
  /// does, what supports the one above.
  mutating func foldAlignment() {
    guard let last = trail.pages.indices.last,
      case .alignment(var hidden) = trail.pages[last].topic
    else { return say("nothing to fold on this page") }
    let tree = AlignmentTree(
      of: outlook.board, outlook.standing, hiding: hidden)
    let line = trail.pages[last].scroll.selected
    guard tree.rows.indices.contains(line) else {
      return say("nothing to fold here: it stands on its own")
    }
    var row = line
    func hasSupporters(_ row: Int) -> Bool {
      !outlook.standing.objectives[tree.rows[row].objective].supporters.isEmpty
    }
    if !hasSupporters(row), let parent = tree.rows[row].parent { row = parent }
    guard hasSupporters(row) else {
      return say("nothing to fold here: no objective supports it")
    }
    let objective = tree.rows[row].objective
    hidden.formSymmetricDifference([objective])
    trail.pages[last].topic = .alignment(hiding: hidden)
    if row != line { selectOnPage(row) }
  }
}

// Finding on pages that list things.
extension Session {
  mutating func selectOnPage(_ line: Int) {
    guard let last = trail.pages.indices.last else { return }
    trail.pages[last].scroll.selected = line
  }

  /// The next line of a page of things that mentions `text`, around its end;
  /// `nil` where none does, on other pages and on the board.
  ///
  /// Where only what is folded mentions it, everything is unfolded.
  mutating func lineOnPage(of text: String, _ way: Way) -> Int? {
    guard !text.isEmpty, let last = trail.pages.indices.last else { return nil }
    let page = trail.pages[last]
    guard page.topic.listsThings else { return nil }
    if let line = line(of: text, on: page, way) { return line }
    guard case .alignment(let hidden) = page.topic, !hidden.isEmpty else {
      return nil
    }
    var unfolded = page
    unfolded.topic = .alignment(hiding: [])
    guard let line = line(of: text, on: unfolded, way) else { return nil }
    trail.pages[last] = unfolded
    return line
  }

  private func line(
    of text: String, on page: PagePlace, _ way: Way
  ) -> Int? {
    let wanted = FoldedText(text)
    let content = layout(of: page.topic).content
    let isOfActions = page.topic == .actions
    let count = content.count
    let start = page.scroll.selected
    let line = (0..<count).lazy.map { step in
      switch way {
      case .same: (start + step) % count
      case .down: (start + 1 + step) % count
      case .up: (start + 2 * count - 1 - step) % count
      }
    }.first { line in
      if isOfActions, FoldedText(content[line].text).contains(wanted) {
        return content[line].source != nil
      }
      guard let link = content.link(at: line),
        case .thing(let thing) = resolved(link)
      else { return false }
      return outlook.mentions(wanted, thing)
    }
    return line
  }

  /// Goes to another match on a page that lists things; says whether this is
  /// one and has some.
  mutating func findOnPage(_ steps: Int) -> Bool {
    for _ in 0..<min(abs(steps), 1_000) {
      guard let line = lineOnPage(of: lastSearch, steps > 0 ? .down : .up)
      else { return false }
      selectOnPage(line)
    }
    return true
  }
}

extension Topic {
  /// Whether a search stays on the page: its lines are things.
  fileprivate var listsThings: Bool {
    switch self {
    case .thing: false
    case .alignment, .relatives, .walked, .cycles, .review, .practice, .actions:
      true
    case .meeting(let stop): [.opening, .rest, .agenda].contains(stop)
    }
  }
}
