import Canvas
import Goals

/// The lines of the page that says how a cycle came out.
struct ReviewLines {
  private let outlook: Outlook
  private let review: CycleReview
  private let width: Int

  init(_ outlook: Outlook, _ cycle: Cycle, width: Int) {
    self.outlook = outlook
    review = outlook.board.review(of: cycle, outlook.standing)
    self.width = width
  }

  /// Each objective with its key results: score, what became of it and what was
  /// learned.
  var results: [PageContent.Line] {
    review.objectives.flatMap { objective in
      let head =
        objective.judgement.map { lines(for: $0, indent: 0) }
        ?? [goingOn(objective.objective)]
      return head + objective.keyResults.flatMap { lines(for: $0, indent: 2) }
    }
  }

  /// An objective that ends in another cycle.
  private func goingOn(_ objective: Int) -> PageContent.Line {
    let thing = Thing.objective(objective)
    return PageContent.Line(
      text: "  \(outlook.title(of: thing))", style: .faint,
      link: .thing(thing))
  }

  private func lines(
    for judgement: Judgement, indent: Int
  ) -> [PageContent.Line] {
    let thing = judgement.thing
    let role: Role =
      judgement.isClosed
      ? (judgement.isReached == true ? .achieved : .missed) : .pending
    let isObjective = indent == 0
    let columns = ReviewColumns(width: width)
    let title = outlook.title(of: thing)
    var cells = [
      TableCell(matter: .shape(role), columns: indent..<(indent + 1)),
      TableCell(
        matter: .text(title),
        columns: (indent + 2)..<max(indent + 2, columns.title),
        style: isObjective ? Style(.title, .bold) : .text),
      TableCell(
        matter: .text(judgement.score.map(scoreText) ?? "-"),
        columns: columns.score,
        style: judgement.isClosed ? Style(role) : .faint, alignment: .right),
    ]
    if !columns.words.isEmpty {
      let words =
        judgement.isClosed
        ? [
          judgement.isReached == true ? "reached" : "missed",
          judgement.next?.rawValue ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        : "still open"
      cells.append(
        TableCell(
          matter: .text(words), columns: columns.words, style: .faint))
    }
    let line = PageContent.Line(text: title, link: .thing(thing), cells: cells)
    return [line] + remarks(on: judgement, indent: indent + 2)
  }

  /// What was learned and why it was missed.
  private func remarks(
    on judgement: Judgement, indent: Int
  ) -> [PageContent.Line] {
    guard !outlook.isMasked(judgement.thing) else { return [] }
    var words: [String] = []
    if let learned = judgement.learned { words.append(learned) }
    if judgement.isClosed, let cause = judgement.cause {
      words.append("because: \(cause)")
    } else if judgement.lacksCause {
      words.append("nobody has said why")
    }
    let blanks = String(repeating: " ", count: indent)
    return words.flatMap { text in
      Paragraph(text).lines(width: max(1, width - indent)).map {
        PageContent.Line(text: blanks + $0, style: .faint)
      }
    }
  }

  /// How well confidence foretold what came out.
  var foretelling: [PageContent.Line] {
    let least = Calibration.leastForecasts
    guard
      let calibration = outlook.board.calibration(
        outlook.standing, of: review.keyResults)
    else {
      let count = outlook.board.forecastOutcomes(
        outlook.standing, of: review.keyResults
      ).count
      return paragraph(
        "This takes \(least) closed key results with a confidence given before "
          + "their last day; \(least - count) more are needed.")
    }
    let rows =
      [("Everybody", calibration.overall)]
      + calibration.owners.map { ($0.name, $0.reliability) }
    let name = min(20, rows.map { displayCells(of: $0.0) }.max() ?? 0)
    return rows.map { line(for: $0.1, of: pad($0.0, to: name)) }
      + calibration.overall.classes.filter { $0.count > 0 }.map(line)
      + paragraph(
        "Brier score: 0 is perfect, 0.25 is what always saying 5/10 would get.")
  }

  private func line(
    for reliability: Reliability, of name: String
  ) -> PageContent.Line {
    PageContent.Line(
      text: "\(name)  Brier \(scoreText(reliability.brier))  said "
        + "\(percentText(reliability.stated)), reached "
        + "\(percentText(reliability.reached)) of \(reliability.count)  "
        + words(for: reliability))
  }

  private func words(for reliability: Reliability) -> String {
    let gap = reliability.stated - reliability.reached
    if abs(gap) < 0.1 { return "well judged" }
    return gap > 0 ? "hoped for more" : "had more in it"
  }

  private func line(for confidences: ConfidenceClass) -> PageContent.Line {
    let range = confidences.confidences
    let reached = confidences.reached.map(percentText) ?? "-"
    return PageContent.Line(
      text: pad("said \(range.lowerBound)-\(range.upperBound)/10", to: 13)
        + "  \(pad("\(confidences.count)", to: 3, .right)) times  "
        + "\(pad(reached, to: 4, .right)) reached",
      style: .faint)
  }

  private func paragraph(_ text: String) -> [PageContent.Line] {
    Paragraph(text).lines(width: max(1, width)).map {
      PageContent.Line(text: $0, style: .faint)
    }
  }
}

/// Where the columns of results lie; small pages give up the words.
private struct ReviewColumns {
  let title: Int
  let score: Range<Int>
  let words: Range<Int>

  init(width: Int) {
    let room = width >= 60 ? 18 : 0
    let end = max(6, min(width - room, 90))
    title = end - 6
    score = (end - 5)..<end
    words = room > 0 ? (end + 2)..<(end + room) : 0..<0
  }
}

/// What is said above it.
struct ReviewWords {
  let title: String
  let verdict: String
  let number: String
  let facts: [String]

  init(_ outlook: Outlook, _ name: String) {
    guard let cycle = outlook.board.cycle(named: name) else {
      (title, verdict, number, facts) = (name, "there is no such cycle", "", [])
      return
    }
    let review = outlook.board.review(of: cycle, outlook.standing)
    let objectives = review.objectives.compactMap(\.judgement)
    let keyResults = review.objectives.flatMap(\.keyResults)
    func reached(_ judgements: [Judgement], _ word: String) -> String {
      let count = judgements.count { $0.isClosed && $0.isReached == true }
      return "\(count) of \(counted(judgements.count, word))"
    }
    title = "How \(name) came out"
    number = review.score.map(scoreText) ?? ""
    verdict =
      (review.score.map { "scored \(scoreText($0)): " } ?? "")
      + "\(reached(objectives, "objective")) and "
      + "\(reached(keyResults, "key result")) reached"
    let open = review.judgements.count { !$0.isClosed }
    let silent = review.judgements.count(where: \.lacksCause)
    func next(_ next: Closing.Next) -> String {
      let count = review.judgements.count { $0.next == next }
      return count > 0 ? "\(count) \(next.rawValue)" : ""
    }
    let words =
      [open > 0 ? "\(open) still open" : ""]
      + Closing.Next.allCases.map(next)
      + [silent > 0 ? "\(silent) missed without a word why" : ""]
    facts = words.filter { !$0.isEmpty }
  }
}
