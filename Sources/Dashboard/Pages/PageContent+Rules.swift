import Canvas
import GoalFile
import Goals

// What is written down about how a thing is judged.
extension PageContent {
  /// The points of a key result's plan.
  mutating func addPlan(_ outlook: Outlook, _ thing: Thing) {
    guard case .keyResult(let index) = thing, !outlook.hidesNumbers(thing)
    else { return }
    let keyResult = outlook.board.keyResults[index]
    addSection(
      "PLAN",
      keyResult.plan.enumerated().map { place, point in
        let day = dayInWords(point.moment.day, today: outlook.today)
        return Line(
          text: "\(day)  \(amount(point.value, keyResult.unit))",
          source: .statement(.plan, place, in: .thing(thing)))
      })
  }

  /// The reds of a KPI that are known and accepted for a time.
  mutating func addAcceptances(_ outlook: Outlook, _ thing: Thing) {
    guard case .kpi(let index) = thing, !outlook.hidesNumbers(thing)
    else { return }
    let kpi = outlook.board.kpis[index]
    addSection(
      "ACCEPTED",
      kpi.acceptances.enumerated().filter {
        outlook.now.knows($0.element.from)
      }.map { place, red in
        let from = dayInWords(red.from.day, today: outlook.today)
        let until = dayInWords(red.until.day, today: outlook.today)
        return Line(
          text: "\(from) to \(until)  at \(amount(red.value, kpi.unit))  "
            + red.reason,
          source: .statement(.accept, place, in: .thing(thing)))
      })
  }

  /// The final word on a thing, and why it was no better.
  mutating func addClosing(_ outlook: Outlook, _ thing: Thing) {
    guard !outlook.isMasked(thing) else { return }
    var lines: [Line] = []
    if let closing = outlook.pace(of: thing)?.closing {
      let next = closing.next.map { ", \($0.rawValue)" } ?? ""
      let day = dayInWords(closing.moment.day, today: outlook.today)
      lines.append(
        Line(
          text: "\(day): \(number(closing.score))\(next)  \(closing.note)",
          source: .statement(.close, 0, in: .thing(thing))))
    }
    if let cause = outlook.board.cause(of: thing) {
      lines.append(
        Line(
          text: "because: \(cause)",
          source: .statement(.cause, 0, in: .thing(thing))))
    }
    addSection("CLOSED", lines)
  }
}
