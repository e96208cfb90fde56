import Canvas
import Goals

/// Titles of things in one column, with what is said of each beside it.
struct TitleColumn {
  private let outlook: Outlook
  private let width: Int

  /// - Parameter width: the cells that both may take.
  init(
    _ things: [(thing: Thing, words: String)], _ outlook: Outlook, width: Int
  ) {
    self.outlook = outlook
    let titles = things.map { displayCells(of: outlook.title(of: $0.thing)) }
    let words = things.map { displayCells(of: $0.words) }
    let room = width - 4 - (words.max() ?? 0)
    self.width = min(titles.max() ?? 0, 48, max(room, 8))
  }

  /// A line that leads to a thing, with what is said of it.
  func line(_ thing: Thing, _ words: String) -> PageContent.Line {
    let role = outlook.role(of: thing)
    return PageContent.Line(
      text: "\(pad(outlook.title(of: thing), to: width))  \(words)",
      style: Style(role), link: .thing(thing), shape: role)
  }
}
