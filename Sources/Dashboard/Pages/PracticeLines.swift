import Canvas
import Goals

/// The lines of the page that says how the board is kept: each habit with what
/// would help.
struct PracticeLines {
  private let outlook: Outlook
  private let practice: Practice
  private let width: Int

  /// How many weeks it looks at.
  static var weeks: Int { 12 }

  init(_ outlook: Outlook, width: Int) {
    self.outlook = outlook
    practice = outlook.practice
    self.width = width
  }

  /// Headings with the lines below each.
  var sections: [(title: String, lines: [PageContent.Line])] {
    var sections: [(title: String, lines: [PageContent.Line])] = []
    func add(_ title: String, _ lines: [PageContent.Line]) {
      if !lines.isEmpty { sections.append((title, lines)) }
    }
    add("CHECK-INS", checkIns)
    add("NOBODY LOOKED AT", unwatched)
    add("MORE THAN ONE CAN KEEP IN MIND", crowds)
    add("CHECK-INS BY KEY RESULT", things)
    return sections
  }

  // MARK: - Check-ins

  private var checkIns: [PageContent.Line] {
    let all = practice.checkIns
    guard all.count > 0 else {
      return advice(
        "Nobody has checked in lately: one number a week, said aloud, is enough "
          + "to begin with.")
    }
    return habit(
      all.onTime, of: all.timed, "on time",
      all.isMostlyLate
        ? "A fixed hour helps, with everybody's numbers in one go; or say "
          + "honestly how often: every 2 weeks." : nil)
      + habit(
        all.unchanged, of: all.compared, "with the same number as before",
        all.isMostlyUnchanged
          ? "A number that hardly moves may be the wrong one to watch: look for "
            + "one that shows sooner what you do." : nil)
      + habit(
        all.withoutNote, of: all.count, "without a note",
        all.isMostlySilent
          ? "Three words on why are worth more than the number: 41 7 second "
            + "survey." : nil)
  }

  /// `9 of 12  75%  on time`, with what would help where something would.
  private func habit(
    _ part: Int, of whole: Int, _ words: String, _ help: String?
  ) -> [PageContent.Line] {
    guard whole > 0 else { return [] }
    let share = percentText(Double(part) / Double(whole))
    let line = PageContent.Line(
      text: "\(pad(share, to: 4, .right))  \(part) of \(whole) \(words)",
      style: help == nil ? .text : Style(.atRisk))
    return [line] + (help.map(advice) ?? [])
  }

  // MARK: - Objectives

  private var unwatched: [PageContent.Line] {
    guard !practice.unwatched.isEmpty else { return [] }
    let lines = practice.unwatched.map { unwatched in
      let thing = Thing.objective(unwatched.objective)
      return PageContent.Line(
        text: "\(outlook.title(of: thing))  for \(ageInWords(unwatched.age)), "
          + "due every \(unwatched.period)",
        style: Style(.stale), link: .thing(thing), shape: .stale)
    }
    return lines
      + advice(
        "What nobody looks at can be dropped, given to somebody else, or put on "
          + "the next meeting's list. All three are fine.")
  }

  private var crowds: [PageContent.Line] {
    guard !practice.crowds.isEmpty else { return [] }
    return practice.crowds.map { crowd in
      var text = crowd.phrase
      if case .keyResults = crowd.kind {
        text = "\(outlook.title(of: crowd.thing)): \(text)"
      }
      return PageContent.Line(
        text: text, style: Style(.atRisk), link: .thing(crowd.thing))
    }
      + advice(
        "Few things get done, many get mentioned. Which of them could wait for "
          + "the next cycle?")
  }

  // MARK: - Things

  private var things: [PageContent.Line] {
    let columns = PracticeColumns(width: width)
    let rows = practice.things.map { line(for: $0, columns) }
    guard !rows.isEmpty else { return [] }
    return [columns.heading] + rows
  }

  private func line(
    for practice: Practice.ThingPractice, _ columns: PracticeColumns
  ) -> PageContent.Line {
    let title = outlook.title(of: practice.thing)
    let own = practice.checkIns
    let role = outlook.role(of: practice.thing)
    func share(_ share: Double?, _ place: Range<Int>) -> TableCell {
      TableCell(
        matter: .text(share.map(percentText) ?? "-"), columns: place,
        style: .faint, alignment: .right)
    }
    return PageContent.Line(
      text: title, link: .thing(practice.thing),
      cells: [
        TableCell(matter: .shape(role), columns: 0..<1),
        TableCell(matter: .text(title), columns: 2..<max(2, columns.title)),
        TableCell(
          matter: .text("\(own.count)"), columns: columns.count,
          alignment: .right),
        share(own.shareOnTime, columns.onTime),
        share(own.shareUnchanged, columns.unchanged),
        share(own.shareWithoutNote, columns.withoutNote),
      ].filter { !$0.columns.isEmpty })
  }

  private func advice(_ text: String) -> [PageContent.Line] {
    Paragraph(text).lines(width: max(1, min(90, width - 6))).map {
      PageContent.Line(text: "      \($0)", style: .faint)
    }
  }
}

/// Where the columns of check-ins by thing lie; small pages give up the shares,
/// from the right.
private struct PracticeColumns {
  let title: Int
  let count: Range<Int>
  private(set) var onTime = 0..<0
  private(set) var unchanged = 0..<0
  private(set) var withoutNote = 0..<0

  init(width: Int) {
    let shares = width >= 70 ? 3 : width >= 50 ? 1 : 0
    title = max(4, min(60, width - 8 - shares * 11))
    count = (title + 1)..<(title + 7)
    var column = title + 9
    func place() -> Range<Int> {
      defer { column += 11 }
      return column..<(column + 9)
    }
    if shares > 0 { onTime = place() }
    if shares > 1 {
      unchanged = place()
      withoutNote = place()
    }
  }

  /// What stands above the columns.
  var heading: PageContent.Line {
    let words = [
      ("times", count), ("on time", onTime), ("unchanged", unchanged),
      ("no note", withoutNote),
    ]
    return PageContent.Line(
      text: "times",
      style: .heading,
      cells: words.filter { !$0.1.isEmpty }.map {
        TableCell(
          matter: .text($0.0), columns: $0.1, style: .heading,
          alignment: .right)
      })
  }
}

extension Outlook {
  /// How the board was kept in the last weeks.
  var practice: Practice {
    board.practice(standing, overWeeks: PracticeLines.weeks)
  }
}
