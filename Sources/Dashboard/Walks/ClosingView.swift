import Canvas
import GoalFile
import Goals

/// What a final word is asked on: how far it came, and its page.
struct ClosingView {
  private let session: Session
  private let walk: ClosingWalk
  private var outlook: Outlook { session.outlook }

  init(_ session: Session, _ walk: ClosingWalk) {
    self.session = session
    self.walk = walk
  }

  /// Where the parts of it lie.
  struct Layout {
    let head: Rect
    let page: PageLayout
  }

  static func layout(
    _ session: Session, _ walk: ClosingWalk, in bounds: Rect
  ) -> Layout? {
    guard let thing = walk.thing else { return nil }
    let body = Frame(in: bounds).body
    let (head, page) = body.split(
      top: min(body.height, body.height < 8 ? 2 : 3))
    return Layout(
      head: head, page: PageLayout(session.outlook, .thing(thing), in: page))
  }

  func draw(into canvas: inout Canvas) {
    guard let thing = walk.thing, let judgement = outlook.judgement(of: thing),
      let layout = ClosingView.layout(session, walk, in: canvas.bounds)
    else { return }
    let head = layout.head.dropping(left: 1, right: 1)
    let used = canvas.put(place, in: head.line(0), style: .heading)
    let rest = head.line(0).dropping(left: used + 2)
    if displayCells(of: keys) <= rest.width {
      canvas.put(keys, in: rest, .right, style: .faint)
    }
    canvas.put(words(for: judgement), in: head.line(1), style: .notice)
    var page = PagePlace(.thing(thing))
    page.scroll = walk.scroll
    page.scroll.selected = -1
    PageView(session, page).draw(into: &canvas, layout.page)
  }

  /// `CLOSING 2026-Q4, 3 of 12`; `CLOSING THIS OBJECTIVE` where that is all.
  private var place: String {
    guard let cycle = walk.cycle else {
      let kind = walk.thing?.kind ?? ""
      return "CLOSING THIS \(kind.uppercased())"
    }
    return "CLOSING \(cycle.name), \(walk.place + 1) of \(walk.things.count)"
  }

  private var keys: String {
    guard walk.question != .early else { return "" }
    guard walk.cycle != nil else {
      return session.answer(.cancel, "leave") ?? ""
    }
    return [
      session.answer(.nextToClose, "skip"),
      session.answer(.previousToClose, "back"),
      session.answer(.cancel, "leave"),
    ].compactMap(\.self).joined(separator: "  ")
  }

  /// `suggested 0.46; reached from 0.7 up (aspirational)`.
  private func words(for judgement: Judgement) -> String {
    let suggestion =
      judgement.suggested.map { "suggested \(scoreText($0))" }
      ?? "nothing was measured"
    let rule =
      switch judgement.kind {
      case .committed, .aspirational:
        "reached from \(scoreText(judgement.kind.bar)) up "
          + "(\(judgement.kind.rawValue))"
      case .learning: "reached by having learned"
      }
    let closing = judgement.closing.map {
      "closed at \(scoreText($0.score)) on "
        + dayInWords($0.moment.day, today: outlook.today)
    }
    return ([closing ?? suggestion, rule] + stillOpen).joined(separator: "; ")
  }

  /// Where an objective alone is closed: that its key results go on.
  private var stillOpen: [String] {
    guard walk.cycle == nil, case .objective(let index)? = walk.thing else {
      return []
    }
    let open = outlook.board.objectives[index].keyResults.count {
      outlook.pace(of: .keyResult($0))?.closing == nil
    }
    switch open {
    case 0: return []
    case 1: return ["1 key result stays open"]
    default: return ["\(open) key results stay open"]
    }
  }
}
