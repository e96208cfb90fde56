import Canvas
import Goals

/// The lines of the alignment page: objectives under what they support.
///
/// They become text only when they are seen.
struct AlignmentTable {
  private let outlook: Outlook
  private let hidden: Set<Int>
  let tree: AlignmentTree
  private let columns: AlignmentColumns

  init(_ outlook: Outlook, hiding hidden: Set<Int>, width: Int) {
    self.outlook = outlook
    self.hidden = hidden
    tree = AlignmentTree(of: outlook.board, outlook.standing, hiding: hidden)
    let all = tree.rows.prefix(500).map(\.objective) + tree.orphans.prefix(100)
    columns = AlignmentColumns(
      all.map { AlignmentTable.texts(of: $0, outlook) }, width: width)
  }

  /// Those that stand alone come behind an empty line and a heading.
  var count: Int {
    tree.rows.count + (tree.orphans.isEmpty ? 0 : 2 + tree.orphans.count)
  }

  subscript(index: Int) -> PageContent.Line {
    if index < tree.rows.count { return line(at: index) }
    let place = index - tree.rows.count - 2
    if place >= 0 {
      return line(
        of: tree.orphans[place], behind: [], fold: nil, title: .text)
    }
    return place == -1
      ? PageContent.Line(
        text: "ON THEIR OWN, while others in their cycle support one another",
        style: .heading)
      : PageContent.Line(text: "")
  }

  /// The first line of an objective.
  func index(of objective: Int) -> Int? {
    if let row = tree.rows.firstIndex(where: { $0.objective == objective }) {
      return row
    }
    return tree.orphans.firstIndex(of: objective).map {
      tree.rows.count + 2 + $0
    }
  }

  private func line(at index: Int) -> PageContent.Line {
    let row = tree.rows[index]
    let hasSupporters =
      !outlook.standing.objectives[row.objective].supporters.isEmpty
    let fold: TableCell.Fold? =
      if row.isRepeated {
        .elsewhere
      } else if hasSupporters {
        hidden.contains(row.objective) ? .closed : .open
      } else {
        nil
      }
    return line(
      of: row.objective, behind: branches(before: index), fold: fold,
      title: row.isRepeated ? .faint : .text)
  }

  /// The lines of the tree before a row; those of the outermost levels are left
  /// out where they have no room.
  private func branches(before index: Int) -> [TableCell.Branch] {
    guard tree.rows[index].parent != nil else { return [] }
    let levels = [index] + tree.path(above: index).dropLast()
    let shown = levels.prefix(columns.levels)
    return shown.enumerated().reversed().map { place, row in
      let isLast = tree.rows[row].isLast
      if place == 0 { return isLast ? .end : .fork }
      return isLast ? .none : .through
    }
  }

  private func line(
    of objective: Int, behind branches: [TableCell.Branch],
    fold: TableCell.Fold?, title: Style
  ) -> PageContent.Line {
    let texts = AlignmentTable.texts(of: objective, outlook)
    let indent = branches.count * 2
    let room = columns.title - indent - 4 - displayCells(of: texts.mark)
    let end = indent + 4 + max(0, min(room, displayCells(of: texts.title)))
    let role = outlook.role(of: .objective(objective))
    var cells = [
      TableCell(matter: .branches(branches), columns: 0..<indent),
      TableCell(matter: .shape(role), columns: (indent + 2)..<(indent + 3)),
      TableCell(
        matter: .text(texts.title), columns: (indent + 4)..<end,
        style: title),
      TableCell(
        matter: .text(texts.mark), columns: end..<max(end, columns.title),
        style: .faint),
    ]
    if let fold {
      cells.append(
        TableCell(matter: .fold(fold), columns: indent..<(indent + 1)))
    }
    return PageContent.Line(
      text: texts.title, link: .thing(.objective(objective)),
      cells: cells + cellsBehindTitle(of: objective, texts, role))
  }

  private func cellsBehindTitle(
    of objective: Int, _ texts: Texts, _ role: Role
  ) -> [TableCell] {
    var cells: [TableCell] = []
    if !columns.bar.isEmpty {
      let pace = outlook.standing.objectives[objective].pace
      let bar = Bar(pace.progress, expected: pace.expected, role: role)
      cells.append(TableCell(matter: .bar(bar), columns: columns.bar))
    }
    cells.append(
      TableCell(
        matter: .text(texts.progress), columns: columns.progress,
        alignment: .right))
    for (text, place) in [
      (texts.owner, columns.owner), (texts.team, columns.team),
      (texts.cycle, columns.cycle), (texts.contributors, columns.contributors),
    ] where !place.isEmpty {
      cells.append(
        TableCell(matter: .text(text), columns: place, style: .faint))
    }
    return cells
  }

  /// What is said of an objective, by columns.
  struct Texts {
    var title = ""
    /// Behind the title, where it stands under several.
    var mark = ""
    var progress = ""
    var owner = ""
    var team = ""
    var cycle = ""
    var contributors = ""
  }

  private static func texts(of index: Int, _ outlook: Outlook) -> Texts {
    let thing = Thing.objective(index)
    let objective = outlook.board.objectives[index]
    let pace = outlook.standing.objectives[index].pace
    var texts = Texts()
    texts.title = outlook.title(of: thing)
    if objective.parents.count > 1 {
      texts.mark = " (under \(objective.parents.count))"
    }
    texts.progress = pace.progress.map(percentText) ?? "-"
    texts.owner = outlook.owner(of: thing) ?? ""
    texts.team = objective.team.map { outlook.masked($0, of: thing) } ?? ""
    texts.cycle = objective.cycle ?? ""
    if !objective.contributors.isEmpty, !outlook.isMasked(thing) {
      texts.contributors =
        "with " + objective.contributors.joined(separator: ", ")
    }
    return texts
  }
}

/// Where the columns of the alignment page lie.
///
/// Small pages give up, in this order: contributors, team, cycle, the bar, the
/// owner.
struct AlignmentColumns {
  /// The end of what the tree and the titles may take.
  private(set) var title: Int
  private(set) var bar = 0..<0
  private(set) var progress = 0..<0
  private(set) var owner = 0..<0
  private(set) var team = 0..<0
  private(set) var cycle = 0..<0
  private(set) var contributors = 0..<0

  /// How many levels of the tree are drawn, the nearest.
  var levels: Int { max(1, title / 6) }

  init(_ texts: [AlignmentTable.Texts], width: Int) {
    func widest(_ limit: Int, _ text: (AlignmentTable.Texts) -> String) -> Int {
      min(limit, texts.map { displayCells(of: text($0)) }.max() ?? 0)
    }
    let wide = min(60, max(24, widest(60) { $0.title + $0.mark } + 8))
    let progressWidth = max(4, widest(6) { $0.progress })
    var left = width - progressWidth - 2
    func take(_ cells: Int, _ least: Int) -> Int {
      guard cells > 0, left - cells - 2 >= least else { return 0 }
      left -= cells + 2
      return cells
    }
    let ownerWidth = take(widest(14) { $0.owner }, 26)
    let barWidth = take(10, 28)
    let cycleWidth = take(widest(10) { $0.cycle }, 34)
    let teamWidth = take(widest(14) { $0.team }, min(wide, 40))
    let contributorsWidth = take(widest(30) { $0.contributors }, min(wide, 50))
    title = max(0, min(left, wide))
    var column = title + 2
    func place(_ cells: Int) -> Range<Int> {
      guard cells > 0 else { return 0..<0 }
      defer { column += cells + 2 }
      return column..<(column + cells)
    }
    bar = place(barWidth)
    if !bar.isEmpty { column -= 1 }
    progress = place(progressWidth)
    owner = place(ownerWidth)
    team = place(teamWidth)
    cycle = place(cycleWidth)
    contributors = place(contributorsWidth)
  }
}
