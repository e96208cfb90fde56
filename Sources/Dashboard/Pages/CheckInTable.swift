import Canvas
import Goals

/// Check-ins in columns, the newest first.
struct CheckInTable {
  private let outlook: Outlook
  private let thing: Thing
  private let rows: Range<Int>
  private let hides: Bool
  /// The widths of the columns, by the latest rows.
  private var widths = Widths()

  private struct Widths {
    var date = 0
    var value = 0
    var confidence = 0
    var person = 0
  }

  init(_ outlook: Outlook, _ thing: Thing) {
    self.outlook = outlook
    self.thing = thing
    rows = outlook.rows(of: thing)
    hides = outlook.hidesNumbers(thing)
    for row in rows.suffix(60) {
      widths.date = max(widths.date, displayCells(of: date(row)))
      widths.value = max(widths.value, displayCells(of: value(row)))
      guard let words = outlook.board.readings.words(at: row) else { continue }
      widths.confidence = max(
        widths.confidence, displayCells(of: confidence(words)))
      widths.person = max(
        widths.person, min(20, displayCells(of: text(words.person))))
    }
  }

  var count: Int { rows.count }

  subscript(index: Int) -> PageContent.Line {
    let row = rows.upperBound - 1 - index
    var columns = [
      filled(date(row), widths.date, .right),
      filled(value(row), widths.value, .right),
    ]
    if let words = outlook.board.readings.words(at: row) {
      columns += [
        filled(confidence(words), widths.confidence, .right),
        filled(text(words.person), widths.person, .left), status(words),
        text(words.note),
      ]
    }
    let text = columns.filter { !$0.isEmpty }.joined(separator: "  ")
    return PageContent.Line(
      text: text, source: .reading(row: row, of: thing))
  }

  private func date(_ row: Int) -> String {
    momentInWords(
      outlook.board.readings.moment(at: row), today: outlook.today)
  }

  private func value(_ row: Int) -> String {
    outlook.board.readings.value(at: row).map {
      hides ? Privacy.mask : number($0)
    } ?? ""
  }

  private func confidence(_ words: Readings.Words) -> String {
    guard words.confidence >= 0 else { return "" }
    return hides ? Privacy.mask : "\(words.confidence)/10"
  }

  private func status(_ words: Readings.Words) -> String {
    words.status.map { Status($0).words } ?? ""
  }

  private func text(_ excerpt: Excerpt?) -> String {
    excerpt.map { outlook.masked(outlook.board.text($0), of: thing) } ?? ""
  }

  /// `text` with blanks; one that is too wide keeps all it says.
  private func filled(
    _ text: String, _ cells: Int, _ alignment: Alignment
  ) -> String {
    let rest = max(0, cells - displayCells(of: text))
    let blanks = String(repeating: " ", count: rest)
    return alignment == .right ? blanks + text : text + blanks
  }
}
