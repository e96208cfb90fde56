import Canvas
import GoalFile
import Goals

/// What is kept of a cycle, as it would stand in the next.
struct CarryingView {
  let lines: [PageContent.Line]
  private let carrying: Carrying

  init(_ session: Session, _ carrying: Carrying) {
    self.carrying = carrying
    let next = try? session.nextCycle(
      typed: carrying.field.text, after: carrying.cycle)
    lines = session.carryOver(carrying).entries.map { entry in
      CarryingView.line(
        for: entry, id: next == nil ? nil : entry.id, session.outlook)
    }
  }

  static func listHeight(in body: Rect) -> Int {
    max(0, body.height - (body.height >= 8 ? 3 : min(1, body.height)))
  }

  func draw(into canvas: inout Canvas, in body: Rect) {
    let (head, list) = body.split(
      top: body.height - CarryingView.listHeight(in: body))
    canvas.put(
      "KEPT FROM \(carrying.cycle.name)",
      in: head.line(0).dropping(left: 1), style: .heading)
    canvas.put(
      "They are written anew, from where they ended and without check-ins.",
      in: head.line(1).dropping(left: 1, right: 1), style: .faint)
    let seen = carrying.scroll.visible(count: lines.count, height: list.height)
    for (row, index) in seen.enumerated() {
      canvas.put(
        lines[index].text, in: list.line(row).dropping(left: 1, right: 1),
        style: lines[index].style)
    }
  }

  private static func line(
    for entry: CarryOver.Entry, id: ID?, _ outlook: Outlook
  ) -> PageContent.Line {
    var text = outlook.title(of: entry.thing)
    if let way = entry.way { text += "  \(way)" }
    if let id { text += "  [\(id)]" }
    switch entry.remark {
    case .reached: text += "  reached: give it a new target"
    case .noMilestones: text += "  all done: give it new milestones"
    case nil: break
    }
    guard case .objective = entry.thing else {
      return PageContent.Line(
        text: "  " + text, style: entry.remark == nil ? .text : Style(.atRisk))
    }
    return PageContent.Line(text: text, style: Style(.title, .bold))
  }
}
